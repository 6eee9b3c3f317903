"""`communique merge`, `split`, `distinct` and `undo`: people's word on identity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.judging import By, Why, author, now, profiles_of, told
from graph.cli.options import DEFAULT_STORE, StoreUrl, opened
from graph.cli.show import find

if TYPE_CHECKING:
    from graph.model import Node
    from graph.stores import Store

A = Annotated[str, typer.Argument(metavar="A", help="A node's key or name.")]
B = Annotated[str, typer.Argument(metavar="B", help="Another node's key or name.")]


def merge(left: A, right: B, store: StoreUrl = DEFAULT_STORE, by: By = "", why: Why = "") -> None:
    """Say that two nodes are the same thing; they become one, and `communique undo` takes it back.

    Example: `communique merge 'Tom Lom' 'Tô Lâm' --why 'a garbled translation'`
    """
    from graph.errors import UnknownError
    from graph.model import Verdict

    with opened(store) as target:
        a, b = _two(target, left, right)
        if a.id == b.id:
            raise UnknownError(f"{left!r} and {right!r} are one node already: {a.id}")
        ends = target.mentions(a.id)[0], target.mentions(b.id)[0]
        target.record(Verdict("same", *ends, author(by), now(), why))
        typer.echo(f"{a.id} and {b.id} are one node: {target.canonical(ends[0][0])[ends[0][1]]}")


def distinct(left: A, right: B, store: StoreUrl = DEFAULT_STORE, by: By = "", why: Why = "") -> None:
    """Say that two nodes are two things; nothing will join them, and `communique undo` takes it back.

    Example: `communique distinct person:tran-quoc-to 'Trần Quốc Tổ'`
    """
    from graph.errors import UnknownError
    from graph.model import Verdict

    with opened(store) as target:
        a, b = _two(target, left, right)
        if a.id == b.id:
            remedy = "say which articles speak of the other with `communique split`"
            raise UnknownError(f"{left!r} and {right!r} are one node ({a.id}): {remedy}")
        ends = target.mentions(a.id)[0], target.mentions(b.id)[0]
        target.record(Verdict("distinct", *ends, author(by), now(), why))
        typer.echo(f"{a.id} and {b.id} stay two nodes")


def split(
    node: A,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Keys of articles that mean another.")],
    store: StoreUrl = DEFAULT_STORE,
    by: By = "",
    why: Why = "",
) -> None:
    """Say that these articles mean somebody or something else than the others; `communique undo` takes it back.

    Example: `communique split 'Nguyễn Văn Sơn' https://news.example/other-son`
    """
    from graph.errors import UnknownError
    from graph.model import Verdict

    with opened(store) as target:
        whole = find(target, node)
        profiles = profiles_of(target, whole)
        out = [p for p in profiles if p.mention[0] in articles]
        rest = {p.signature: p for p in reversed(profiles) if p.mention[0] not in articles}
        missing = set(articles) - {p.mention[0] for p in out}
        if missing or not rest:
            known = ", ".join(sorted({p.mention[0] for p in profiles}))
            problem = f"do not speak of {whole.id}: {', '.join(sorted(missing))}" if missing else "are all there are"
            raise UnknownError(f"these articles {problem}; it is told by {known}")
        at = now()
        for p in out:
            for other in rest.values():
                target.record(Verdict("distinct", p.mention, other.mention, author(by), at, why))
        keys = sorted({target.canonical(p.mention[0])[p.mention[1]] for p in out})
        typer.echo(f"{whole.id} is split: {', '.join(keys)} from the rest")


def undo(store: StoreUrl = DEFAULT_STORE) -> None:
    """Take back the last verdict (a split, whole); the graph is again what it was before.

    Example: `communique undo`
    """
    from graph.errors import UnknownError

    with opened(store) as target:
        if not target.verdicts():
            raise UnknownError(f"there is no verdict in {target.url}")
        for line in take_back(target):
            typer.echo(f"taken back: {line}")


def take_back(store: Store) -> list[str]:
    """Undo the last verdict and those that were given with it, at the same moment by the same person."""
    last = store.verdicts()[-1]
    lines = []
    while store.verdicts() and (store.verdicts()[-1].at, store.verdicts()[-1].by) == (last.at, last.by):
        verdict = store.undo()
        if verdict:
            lines.append(told(verdict))
    return lines


def _two(store: Store, left: str, right: str) -> tuple[Node, Node]:
    """Two nodes of one kind that articles speak of."""
    from graph.errors import UnknownError

    a, b = find(store, left), find(store, right)
    for node in (a, b):
        if not store.mentions(node.id):
            raise UnknownError(f"{node.id} is no person, agency, country, agreement or meeting that an article names")
    if a.label != b.label:
        raise UnknownError(f"{a.id} is a {a.label} and {b.id} a {b.label}: a verdict is about two of one kind")
    return a, b
