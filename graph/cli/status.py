"""`communique status`."""

from __future__ import annotations

from dataclasses import asdict

import typer

from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, table


def status(store: StoreUrl = DEFAULT_STORE, json: AsJson = False) -> None:
    """Count what a store holds.

    Example: `communique status --store communique.db`
    """
    with opened(store) as source:
        found = source.status()
        articles = [(a.key, a.published, a.language, a.publisher, a.title) for a in source.articles()] if json else []
    if json:
        named = ("key", "published", "language", "publisher", "headline")
        as_json(asdict(found) | {"list": [dict(zip(named, map(_text, a), strict=True)) for a in articles]})
        return
    typer.echo(f"{found.url} (schema version {found.schema_version})")
    counts = [
        ("articles", found.articles),
        ("independent sources", found.sources),
        ("statements", found.statements),
        ("verdicts", found.verdicts),
    ]
    table(("what", "number"), [*counts, *found.nodes.items(), *found.edges.items()])


def _text(value: object) -> str | None:
    return None if value is None else str(value)
