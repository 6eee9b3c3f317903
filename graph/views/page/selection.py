"""What a page draws of a graph, and what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import InputError
from graph.model import Edge, Graph, Node
from graph.views.page.appearance import KINDS

_DRAWN = frozenset(kind.label for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Selection:
    """Nodes and edges to draw, the articles that quotes come from (by key), and counts by label of what is left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    articles: Mapping[str, Node]
    left_out: Mapping[str, int]


def selection(graph: Graph, top: int | None = None) -> Selection:
    """Everything but articles, which stand beside each quote; with ``top`` only the nodes with most relations."""
    if top is not None and top < 1:
        raise InputError(f"top={top} draws nothing: expected 1 or more")
    nodes = [node for node in graph.nodes if node.label in _DRAWN]
    drawn = {node.id for node in nodes}
    edges = [edge for edge in graph.edges if edge.source in drawn and edge.target in drawn]
    left_out: Mapping[str, int] = {}
    if top is not None and len(nodes) > top:
        relations = Counter(key for edge in edges for key in {edge.source, edge.target})
        nodes.sort(key=lambda node: (-relations[node.id], node.id))
        left_out = Counter(node.label for node in nodes[top:])
        nodes = sorted(nodes[:top], key=lambda node: node.id)
        drawn = {node.id for node in nodes}
        edges = [edge for edge in edges if edge.source in drawn and edge.target in drawn]
    articles = {node.id.removeprefix("article:"): node for node in graph.nodes if node.label == "Article"}
    return Selection(tuple(nodes), tuple(edges), articles, left_out)


def left_out_words(left_out: Mapping[str, int]) -> str:
    """What is left out in words, such as "12 people and 3 meetings"; empty where nothing is."""
    parts = [f"{left_out[k.label]:,} {k.many.lower()}" for k in KINDS if left_out.get(k.label)]
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
