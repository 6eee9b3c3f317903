"""`communique report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.dates import AsOf, Known, Since, Until, moment_option, period_options
from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, progress


def report(
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Where the files go; made if need be.")
    ] = Path("out/report"),
    store: StoreUrl = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known: Known = None,
    json: AsJson = False,
) -> None:
    """Rank people and agencies, with what stands behind each rank.

    Writes report.html, report.md and CSV tables: five measures, circles, pairs of countries, a timeline.

    Example: `communique report --since 2024 --out out/report`
    """
    first, last = period_options(since, until)
    moment = moment_option(as_of, known)
    from graph.stores.snapshot import graph_at
    from graph.views.report import report as write

    with progress("Ranking"):
        with opened(store) as source:
            graph = graph_at(source, moment)
        files = write(graph, out, first, last, str(moment or ""))
    if json:
        as_json({"files": [str(file) for file in files]})
    else:
        typer.echo("\n".join(map(str, files)))
