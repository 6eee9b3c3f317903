"""`communique why`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, cell

if TYPE_CHECKING:
    from graph.identity import Pair
    from graph.model import Node, Verdict


def why(
    left: Annotated[str, typer.Argument(metavar="A", help="A node's key or name.")],
    right: Annotated[str | None, typer.Argument(metavar="B", help="Another node's key or name.")] = None,
    store: StoreUrl = DEFAULT_STORE,
    json: AsJson = False,
) -> None:
    """Tell why two nodes are two, or why the mentions of one node are one, with every score and reason.

    Example: `communique why 'Lương Tam Quang'` or `communique why person:tran-quoc-to 'Trần Quốc Tổ'`
    """
    from graph.cli.judging import between, profiles_of
    from graph.cli.show import find
    from graph.identity import bonds, nearest

    with opened(store) as source:
        a = find(source, left)
        b = find(source, right) if right else a
        said = between(source, a, b)
        if a.id == b.id:
            pairs = bonds(profiles_of(source, a))
        else:
            near = nearest(profiles_of(source, a), profiles_of(source, b))
            pairs = [near] if near else []
    if json:
        as_json({"left": a.id, "right": b.id, "same": a.id == b.id, "pairs": [_plain(p) for p in pairs]})
    else:
        typer.echo("\n".join(cell(line) for line in _lines(a, b, pairs, said)))


def _lines(a: Node, b: Node, pairs: list[Pair], said: list[Verdict]) -> list[str]:
    from graph.cli.judging import told

    if a.id != b.id:
        lines = [f"{a.name} ({a.id}) and {b.name} ({b.id}) are two nodes"]
    elif pairs:
        lines = [f"{a.name} ({a.id}) is one node, held together by {len(pairs)} link{'s' * (len(pairs) != 1)}"]
    else:
        lines = [f"{a.name} ({a.id}) is one node: all its mentions are told alike, or a verdict joins them"]
    for p in pairs:
        lines.append(f"  {p.score.verdict} {p.score.value:.2f}: {'; '.join(p.score.reasons)}")
        lines.append(f"    {p.left.name} in {p.left.mention[0]}")
        lines.append(f"    {p.right.name} in {p.right.mention[0]}")
    return lines + [f"  verdict: {told(v)}" for v in said]


def _plain(p: Pair) -> dict[str, object]:
    ends = {"left": p.left.mention, "right": p.right.mention}
    return {**ends, "value": p.score.value, "outcome": p.score.verdict, "reasons": p.score.reasons}
