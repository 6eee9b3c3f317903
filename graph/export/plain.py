"""The graph for formats that know only numbers and words: lists become JSON texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from graph.stores import Store
from graph.stores.rows import edge_row, node_row

if TYPE_CHECKING:
    import networkx as nx


def plain_graph(store: Store) -> nx.MultiDiGraph[str]:
    """A graph whose attributes every format can hold, in characters that XML allows."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph = store.graph()
    for node in graph.nodes:
        plain.add_node(clean(node.id), label=clean(node.name), kind_of_node=node.label, **_attributes(node_row(node)))
    for i, edge in enumerate(graph.edges):
        attributes = _attributes(edge_row(edge))
        plain.add_edge(clean(edge.source), clean(edge.target), key=str(i), relation=edge.type, **attributes)
    return plain


def clean(text: str) -> str:
    """Without the characters that XML 1.0 forbids."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )


def _attributes(row: dict[str, Any]) -> dict[str, Any]:
    return {k: _attribute(v) for k, v in row.items() if v not in (None, [])}


def _attribute(value: Any) -> Any:
    if isinstance(value, list):
        return clean(json.dumps(value, ensure_ascii=False))
    return clean(value) if isinstance(value, str) else value
