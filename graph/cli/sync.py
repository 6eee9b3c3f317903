"""`communique sync` and `communique diff`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from graph.cli.options import AsJson, opened
from graph.cli.printing import as_json, progress, table

_SHOWN = 50
_WHERE = {"left": "only in the first", "right": "only in the second", "differs": "not the same"}


def sync(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The store to copy: a file or a server's address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The store to bring up to date; made if it is new.")],
    exact: Annotated[bool, typer.Option("--exact", help="Forget in TO what FROM does not have.")] = False,
    json: AsJson = False,
) -> None:
    """Copy a store into another: articles, what they say, and verdicts.

    What is the same stays untouched, so that it may be repeated and, when it was cut short, goes on where it stopped.

    Example: `communique sync communique.db neo4j://localhost`
    """
    from graph.stores.mirror import sync as copy

    with opened(source) as left, opened(target, create=True) as right, progress("copying") as tell:
        done = copy(left, right, exact, tell)
        where = right.url
    if json:
        as_json({"store": where} | asdict(done))
        return
    counts = {name: len(getattr(done, name)) for name in ("added", "replaced", "unchanged", "forgotten")}
    typer.echo(f"{where}: " + ", ".join(f"{n} {name}" for name, n in counts.items()) + f", {done.verdicts} verdicts")
    if done.extra:
        typer.echo(f"{len(done.extra)} articles are only there and were left: --exact forgets them")


def diff(
    left: Annotated[str, typer.Argument(metavar="A", help="A store.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another store.")],
    json: AsJson = False,
) -> None:
    """Tell what two stores hold differently; the exit code is 1 if anything.

    Example: `communique diff communique.db neo4j://localhost`
    """
    from graph.stores.mirror import differences

    with opened(left) as a, opened(right) as b:
        found = list(differences(a, b))
    if json:
        as_json([asdict(d) for d in found])
    elif found:
        table(("what", "which", "where"), [(d.kind, d.name, _WHERE[d.where]) for d in found[:_SHOWN]])
        typer.echo(f"{len(found)} differences" + (f", the first {_SHOWN} are shown" if len(found) > _SHOWN else ""))
    else:
        typer.echo("both hold the same")
    if found:
        raise typer.Exit(1)
