"""GraphML: each node with its label and kind, each edge with its relation and quotes."""

from __future__ import annotations

from pathlib import Path

from graph.export.plain import plain_graph
from graph.stores import Store


def write(store: Store, out: Path) -> list[Path]:
    """One GraphML file; lists are JSON texts in it."""
    import networkx as nx

    out.parent.mkdir(parents=True, exist_ok=True)
    nx.write_graphml(plain_graph(store), out)
    return [out]
