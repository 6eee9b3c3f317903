"""Who took part in what: people themselves, agencies and countries through those who act for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.analytics.occasions import day
from graph.model import Edge, Graph

Who = Literal["Person", "Agency", "Country"]
Attendance = dict[str, dict[str, list[Edge]]]


def attendance(graph: Graph, edges: Iterable[Edge], who: Who) -> Attendance:
    """For each person, agency or country (by key) the occasions it took part in, with the edges that say so.

    An agency takes part where an article says so of itself, or through a person who took part and represents it: where
    one and the same article says both; else, if it is the only one of theirs that articles of those days name; else, if
    it is the only one they ever represented. So an office never lends its agency to a meeting of other years. A country
    takes part through its agencies, and through people by the same rule.
    """
    label = {node.id: node.label for node in graph.nodes}
    country = _countries(graph) if who == "Country" else {}
    terms = _terms(graph, who, label, country) if who != "Person" else {}
    found: Attendance = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        kind = label.get(edge.source)
        if kind == who:
            found[edge.source][edge.target].append(edge)
        elif kind == "Agency" and edge.source in country:
            found[country[edge.source]][edge.target].append(edge)
        elif kind == "Person":
            for key in _represented(edge, terms.get(edge.source, ())):
                found[key][edge.target].append(edge)
    return found


@dataclass(frozen=True, slots=True)
class _Term:
    """That a person represents ``whom``: the articles quoted for it, and the dates of the first and the last of all."""

    whom: str
    articles: frozenset[str]
    first: object
    last: object

    def covers(self, seen: object) -> bool:
        """Whether articles from before and after that day, or of it, say so."""
        first, last, then = day(self.first), day(self.last), day(seen)
        return bool(first and last and then and first.start < then.end and then.start < last.end)


def _represented(edge: Edge, terms: Iterable[_Term]) -> set[str]:
    """For whom the person at the edge's start stood, as far as articles say."""
    articles = {evidence.article for evidence in edge.evidence}
    together = {term.whom for term in terms if term.articles & articles}
    if together:
        return together
    then = {term.whom for term in terms if term.covers(edge.properties.get("first_seen"))}
    ever = {term.whom for term in terms}
    return then if len(then) == 1 else ever if len(ever) == 1 else set()


def _terms(graph: Graph, who: Who, label: Mapping[str, str], country: Mapping[str, str]) -> dict[str, list[_Term]]:
    """For each person whom they represent; for countries also the country of each agency."""
    found: dict[str, list[_Term]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type != "REPRESENTS":
            continue
        whom = edge.target if label.get(edge.target) == who else country.get(edge.target)
        if whom:
            articles = frozenset(evidence.article for evidence in edge.evidence)
            first, last = edge.properties.get("first_seen"), edge.properties.get("last_seen")
            found[edge.source].append(_Term(whom, articles, first, last))
    return found


def _countries(graph: Graph) -> dict[str, str]:
    """The country of each agency, by keys: its OF edge, else the node of its ISO code."""
    by_code = {node.properties.get("iso2"): node.id for node in graph.nodes if node.label == "Country"}
    found = {
        node.id: by_code[node.properties["country"]]
        for node in graph.nodes
        if node.label == "Agency" and node.properties.get("country") in by_code
    }
    found.update({edge.source: edge.target for edge in graph.edges if edge.type == "OF"})
    return found
