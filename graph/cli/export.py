"""`communique export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_STORE, StoreUrl, opened


def export(
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="extraction, json, graphml, gexf, csv, neo4j-admin.")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The file to write; a folder for extraction, csv, neo4j-admin.")
    ],
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Write the graph for other programs.

    extraction: one JSON an article, each node with the key it became. json: all in one file, with the verdicts.
    graphml, gexf: for Gephi and its like. csv: two tables.
    neo4j-admin: the whole store for the bulk importer of Neo4j (graph/docs/neo4j.md).

    Example: `communique export --format graphml --out out/graph.graphml`
    """
    from graph.export import FORMATS
    from graph.export import export as write

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r}: expected one of {', '.join(FORMATS)}", param_hint="--format")
    with opened(store) as source:
        files = write(source, format_, out)
    where = out if FORMATS[format_].folder else files[0]
    typer.echo(f"{where}: {len(files)} file{'s' * (len(files) != 1)} written")
