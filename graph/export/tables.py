"""Two tables for spreadsheets: nodes and edges, one property a column."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from graph.stores import Store
from graph.stores.rows import edge_row, node_row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(store: Store, out: Path) -> list[Path]:
    """nodes.csv and edges.csv, in UTF-8 with a byte order mark, so that spreadsheets read the letters right."""
    graph = store.graph()
    nodes = [{"key": n.id, "label": n.label, "name": n.name} | node_row(n) for n in graph.nodes]
    edges = [{"type": e.type, "source": e.source, "target": e.target} | edge_row(e) for e in graph.edges]
    files = [out / "nodes.csv", out / "edges.csv"]
    for path, rows in zip(files, (nodes, edges), strict=True):
        _write(path, rows, list(dict.fromkeys(name for row in rows for name in row)))
    return files


def _write(path: Path, rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_field(row.get(name)) for name in columns] for row in rows)


def _field(value: Any) -> Any:
    """A value as text that no spreadsheet takes for a formula."""
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
