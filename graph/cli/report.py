"""`communique report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.dates import AsOf, Since, Until, date_option, period_options
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
    json: AsJson = False,
) -> None:
    """Rank people and agencies, with what stands behind each rank.

    Writes report.html, report.md and CSV tables: five measures, circles, pairs of countries, a timeline.

    Example: `communique report --since 2024 --out out/report`
    """
    first, last = period_options(since, until)
    known_on = date_option("--as-of", as_of)
    from graph.views.report import report as write

    with progress("Ranking"):
        with opened(store) as source:
            graph = source.graph(known_on)
        files = write(graph, out, first, last, known_on)
    if json:
        as_json({"files": [str(file) for file in files]})
    else:
        typer.echo("\n".join(map(str, files)))
