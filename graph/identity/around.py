"""What stands around the nodes of one article: who represents whom, who took part, who is party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.identity.fold import spaced
from graph.identity.times import read
from graph.model import Edge, Facts, Node, PartialDate

TOOK_PART = frozenset({"ATTENDED", "CHAIRED", "CO_CHAIRED"})
COMPANY = 12
"""So many of the people that an article names are kept, to tell its occasion from others."""
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
        self.told_on = facts.article.published or self._latest()

        self.lands_acted = True
        self.lands = self._sides()
        self.company = tuple(sorted({spaced(n.name) for n in facts.nodes if n.label == "Person"})[:COMPANY])

    def _sides(self) -> tuple[str, ...]:
        """The two countries that the article is about: of its first meeting, of its agencies, or all that it names."""
        served = frozenset({"REPRESENTS"})
        for meeting in (n for n in self.facts.nodes if n.label == "Meeting"):
            there = [n for _, n in self.arriving(meeting, TOOK_PART)]
            there += [n for p in there if p.label == "Person" for _, n in self.leaving(p, served)]
            lands = {text(n, "country") or text(n, "iso2") for n in there} - {""}
            if len(lands) == 2:
                return tuple(sorted(lands))
        lands = {text(n, "country") for n in self.facts.nodes if n.label == "Agency"} - {""}
        if len(lands) != 2:
            self.lands_acted = False
            lands = {text(n, "iso2") for n in self.facts.nodes if n.label == "Country"} - {""}
        return tuple(sorted(lands)) if len(lands) == 2 else ()

    def _latest(self) -> PartialDate | None:
        """The last day of a meeting or an agreement in the article: when it was told, if nothing else says so."""
        dates = [read(text(n, "date")) for n in self.facts.nodes if n.label in ("Meeting", "Agreement")]
        return max((d for d in dates if d and d.precision == "day"), default=None)

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
