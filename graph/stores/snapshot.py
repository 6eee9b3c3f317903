"""A store as it was on a day: what was known then, or what was true then by all that is known now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.errors import UnknownError
from graph.identity.fold import tokens
from graph.identity.moment import true_on
from graph.model import Edge, Graph, Node, PartialDate
from graph.stores.base import Claim, Rows, Store
from graph.stores.claims import claims_of
from graph.stores.contribute import Origin
from graph.stores.cypher import Engine, refuse_unsafe
from graph.stores.likeness import most_like

Sense = Literal["known", "true"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and what is asked of it: what articles had said by then, or what had happened by then."""

    day: PartialDate
    sense: Sense = "known"

    def __str__(self) -> str:
        return f"as {self.sense} on {self.day}"


def graph_at(store: Store, moment: Moment | None) -> Graph:
    """The whole graph, now or at a moment."""
    if moment is None:
        return store.graph()
    return store.graph(moment.day) if moment.sense == "known" else true_on(store.graph(), moment.day)


class Snapshot:
    """A store at a moment, to look at as one looks at a store; which mentions are one is judged as it is known now."""

    def __init__(self, store: Store, moment: Moment) -> None:
        self._store = store
        self._moment = moment
        self.graph = graph_at(store, moment)
        self._nodes = {n.id: n for n in self.graph.nodes}

    @property
    def url(self) -> str:
        """The store's address, and the moment."""
        return f"{self._store.url} {self._moment}"

    def node(self, key: str) -> Node:
        """One node by its key; UnknownError if it was not there."""
        if key not in self._nodes:
            raise UnknownError(f"there is no node {key!r} in {self.url}: without --as-of it may be there")
        return self._nodes[key]

    def edges(self, key: str) -> tuple[Edge, ...]:
        """The edges at a node, by type and ends."""
        return tuple(e for e in self.graph.edges if key in (e.source, e.target))

    def claims(self, key: str) -> tuple[Claim, ...]:
        """What articles say of a node: of those that are there, what each said."""
        articles = {n.id.removeprefix("article:"): n for n in self.graph.nodes if n.label == "Article"}
        said = []
        for claim in self._store.claims(key):
            for article in (articles[a] for a in claim.articles if a in articles):
                told = (str(article.properties.get(name, "")) for name in ("source", "published"))
                said.append((claim.property, claim.value, Origin(article.id.removeprefix("article:"), *told)))
        return claims_of(self.node(key).label, said)

    def search(self, text: str, limit: int = 10) -> list[Node]:
        """Nodes whose name or alias holds a word of the text, those most like it first."""
        words = set(tokens(text))
        found = [n for n in self.graph.nodes if any(words & set(tokens(name)) for name in (n.name, *n.aliases))]
        return most_like(text, found, limit)

    def query(self, cypher: str, parameters: Mapping[str, Any], timeout: float = 30.0) -> Rows:
        """Answer a reading Cypher query, by the embedded engine whatever the store."""
        refuse_unsafe(cypher)
        engine = Engine()
        engine.fill(self._moment, self.graph)
        return engine.answer(cypher, parameters, timeout)
