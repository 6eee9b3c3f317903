"""`communique page`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.dates import AsOf, Known, moment_option
from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, progress

_TOP = 2000


def page(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The HTML file to write.")] = Path(
        "out/page.html"
    ),
    store: StoreUrl = DEFAULT_STORE,
    top: Annotated[
        int, typer.Option("--top", min=1, max=20_000, help="At most so many nodes, those with most relations.")
    ] = _TOP,
    title: Annotated[str, typer.Option("--title", help="What stands above the drawing.")] = "Who met whom",
    as_of: AsOf = None,
    known: Known = None,
    json: AsJson = False,
) -> None:
    """Draw the network as one HTML file that opens offline.

    A click on a line shows the sentence that says so; a name, all that is known of it.

    Example: `communique page --out out/page.html`
    """
    moment = moment_option(as_of, known)
    from graph.stores.snapshot import graph_at
    from graph.views.page import left_out_words, save

    with progress("Drawing"):
        with opened(store) as source:
            graph = graph_at(source, moment)
        chosen = save(graph, out, f"{title}, {moment}" if moment else title, top)
    if json:
        as_json(
            {"file": str(out), "nodes": len(chosen.nodes), "relations": len(chosen.edges), "left_out": chosen.left_out}
        )
        return
    typer.echo(str(out))
    if chosen.left_out:
        typer.echo(
            f"Left out: {left_out_words(chosen.left_out)}, those with the fewest relations (see --top).", err=True
        )
