"""`communique brief`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, table


def brief(
    since: Annotated[str, typer.Option(metavar="DATE", help="New is what no article before this date speaks of.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Overdue by this date; the latest article's if left out.")
    ] = None,
    store: StoreUrl = DEFAULT_STORE,
    json: AsJson = False,
) -> None:
    """Tell what is new: first meetings, new actors and offices, agreements that moved, dialogues that are overdue.

    Example: `communique brief --since 2025-01-01`
    """
    from graph.analytics.news import news
    from graph.cli.dates import date_option, lies_ahead, today
    from graph.model import PartialDate

    start, end = date_option("--since", since), date_option("--until", until)
    assert start is not None
    with opened(store) as source:
        graph = source.graph()
        dates = (PartialDate.parse(str(n.properties["published"])) for n in graph.nodes if "published" in n.properties)
        if end is None and any(map(lies_ahead, dates)):
            end = today()  # an article from the future makes no dialogue overdue
        lines = news(graph, start, end)
    if json:
        as_json([asdict(line) for line in lines])
    elif lines:
        table(("what", "since", "new", "article"), [(x.sort, x.since, x.text, x.article) for x in lines])
    else:
        typer.echo(f"nothing is new since {since}")
