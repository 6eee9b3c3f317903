"""The table of formats. A new one is a module with `write(store, out) -> files written`, and one line here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from graph.errors import InputError
from graph.stores import Store


class Format(NamedTuple):
    """Where a format is written, and what a user gets; ``folder`` if ``out`` is a folder of several files."""

    module: str
    what: str
    folder: bool


FORMATS: dict[str, Format] = {
    "extraction": Format("graph.export.extraction", "one JSON an article, each node with the key it became", True),
    "json": Format("graph.export.whole", "the whole graph and the verdicts in one JSON file", False),
    "graphml": Format("graph.export.graphml", "GraphML for Gephi, yEd, Cytoscape, igraph", False),
    "gexf": Format("graph.export.gexf", "GEXF for Gephi", False),
    "csv": Format("graph.export.tables", "nodes.csv and edges.csv for spreadsheets", True),
    "neo4j-admin": Format("graph.export.neo4j_admin", "CSV for the bulk importer of Neo4j: the whole store", True),
}


def export(store: Store, name: str, out: Path) -> Sequence[Path]:
    """Write the store in a format; the files that were written. InputError for an unknown format or a bad place."""
    if name not in FORMATS:
        raise InputError(f"{name!r} is no format: expected one of {', '.join(FORMATS)}")
    try:
        if FORMATS[name].folder:
            out.mkdir(parents=True, exist_ok=True)
        files: Sequence[Path] = import_module(FORMATS[name].module).write(store, out)
    except OSError as exc:
        kind = "a folder" if FORMATS[name].folder else "a file"
        raise InputError(
            f"{out} cannot be written ({exc.strerror}): give --out {kind} in a place you may write"
        ) from exc
    return files
