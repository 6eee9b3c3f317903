"""CSV for `neo4j-admin database import full`: a whole store for a first load of millions, written without a server.

The files hold everything that a store on a server holds (graph/docs/neo4j.md), so that the imported database is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from graph.schema import Property, schema
from graph.stores import Store
from graph.stores.neo4j.hidden import hidden_of
from graph.stores.rows import edge_row, node_row

OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--overwrite-destination=true")
_DELIMITER = "\x1f"
_TYPES = {"integer": "long", "strings": "string[]", "integers": "long[]", "numbers": "double[]"}
_HIDDEN = {
    "Loaded": ("article", "digest", "header", "source", "published", "text", "sketch"),
    "Statement": ("article", "kind", "ordinal:long", "body", "about", "local", "unit", "implied"),
    "Verdict": (
        "number:long",
        "kind",
        "by",
        "at",
        "why",
        "left:string[]",
        "right:string[]",
        "mentions:string[]",
        "body",
    ),
    "Unit": ("number:long", "unit", "mentions:long", "key", "profile"),
    "Block": ("block:long", "unit:long"),
    "Handle": ("handle:long", "article"),
}


def write(store: Store, out: Path) -> list[Path]:
    """A file for each label and relationship type, and import.txt with the command that reads them."""
    graph = store.graph()
    tables = _Tables(out)
    for node in graph.nodes:
        label = schema().nodes[node.label]
        columns = ["key:ID", *_columns([*schema().every_node.values(), *label.properties.values()])]
        tables.add("nodes", node.label, [c for c in columns if c != "key"], {"key": node.id} | node_row(node))
    for edge in graph.edges:
        type_ = schema().edges[edge.type]
        columns = [":START_ID", ":END_ID", *_columns([*schema().every_edge.values(), *type_.properties.values()])]
        row = {":START_ID": edge.source, ":END_ID": edge.target} | edge_row(edge)
        tables.add("relationships", edge.type, columns, row)
    for name, row in hidden_of(store):
        tables.add("nodes", name, _HIDDEN[name], row)
    files = tables.close()
    command = out / "import.txt"
    command.write_text(" \\\n  ".join(["neo4j-admin database import full neo4j", *arguments(files)]) + "\n", "utf-8")
    return [*files, command]


def arguments(files: Iterable[Path]) -> list[str]:
    """What the importer is told: its options, then each file with its label or type."""
    named = [file.stem.partition("-") for file in files]
    return [*OPTIONS, *(f"--{what}={name}={file}" for (what, _, name), file in zip(named, files, strict=True))]


def _columns(properties: Iterable[Property]) -> list[str]:
    return [p.name + (f":{_TYPES[p.type]}" if p.type in _TYPES else "") for p in properties]


class _Tables:
    """One open file for each label and type that comes."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._open: dict[str, TextIO] = {}

    def add(self, what: str, name: str, columns: Sequence[str], row: Mapping[str, Any]) -> None:
        """Write a row; the first of its kind makes the file, with the columns as heading."""
        stem = f"{what}-{name}"
        if stem not in self._open:
            self._open[stem] = (self._out / f"{stem}.csv").open("w", encoding="utf-8", newline="")
            self._open[stem].write(",".join(columns) + "\n")
        names = (c if c.startswith(":") else c.partition(":")[0] for c in columns)
        self._open[stem].write(",".join(_field(row.get(name)) for name in names) + "\n")

    def close(self) -> list[Path]:
        """The files, by name."""
        for file in self._open.values():
            file.close()
        return [self._out / f"{stem}.csv" for stem in sorted(self._open)]


def _field(value: Any) -> str:
    """A value in quotation marks, so that an empty text is not taken for no text; nothing for what is not set."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = _DELIMITER.join(str(v).replace(_DELIMITER, " ") for v in value)
    return '"' + str(value).replace('"', '""') + '"'
