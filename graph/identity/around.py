"""What stands around the nodes of one article: who represents whom, who took part, who is party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.model import Edge, Facts, Node

TOOK_PART = frozenset({"ATTENDED", "CHAIRED", "CO_CHAIRED"})
BOUND = frozenset({"SIGNED", "PARTY_TO"})


class Around:
    """The facts of one article, looked up from a node: built once an article, then read by every profile."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.nodes: dict[str, Node] = {n.id: n for n in facts.nodes}
        self._out: dict[str, list[Edge]] = defaultdict(list)
        self._in: dict[str, list[Edge]] = defaultdict(list)
        for edge in facts.edges:
            self._out[edge.source].append(edge)
            self._in[edge.target].append(edge)

    def leaving(self, node: Node, types: frozenset[str]) -> Iterator[tuple[Edge, Node]]:
        """Edges of these types that start at the node, with the node they lead to."""
        for edge in self._out.get(node.id, ()):
            if edge.type in types and edge.target in self.nodes:
                yield edge, self.nodes[edge.target]

    def arriving(self, node: Node, types: frozenset[str]) -> Iterator[tuple[Edge, Node]]:
        """Edges of these types that end at the node, with the node they come from."""
        for edge in self._in.get(node.id, ()):
            if edge.type in types and edge.source in self.nodes:
                yield edge, self.nodes[edge.source]


def text(node: Node, name: str) -> str:
    """A property of a node as text; empty where it is absent."""
    value = node.properties.get(name)
    return "" if value is None else str(value)


def body(node: Node) -> str:
    """An agency or country in one word, the same in every language where type or code is known."""
    if node.label == "Country":
        return text(node, "iso2")
    return f"{text(node, 'country')}/{text(node, 'kind') or '?'}"
