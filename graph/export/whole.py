"""The whole graph in one JSON file: nodes and edges with the properties that Cypher sees, and the verdicts."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.stores import Store
from graph.stores.rows import edge_row, node_row


def write(store: Store, out: Path) -> list[Path]:
    """One JSON object, sorted: the same content gives the same bytes."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(whole(store), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [out]


def whole(store: Store) -> dict[str, Any]:
    """The graph and the verdicts as JSON values."""
    graph = store.graph()
    return {
        "nodes": [{"label": n.label} | node_row(n) for n in graph.nodes],
        "edges": [{"type": e.type, "source": e.source, "target": e.target} | edge_row(e) for e in graph.edges],
        "verdicts": [asdict(v) for v in store.verdicts()],
    }
