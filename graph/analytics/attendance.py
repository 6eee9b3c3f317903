"""Who took part in what: people themselves, agencies and countries through those who act for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from graph.model import Edge, Graph

Who = Literal["Person", "Agency", "Country"]
Attendance = dict[str, dict[str, list[Edge]]]


def attendance(graph: Graph, edges: Iterable[Edge], who: Who) -> Attendance:
    """For each person, agency or country (by key) the occasions it took part in, with the edges that say so.

    An agency takes part where an article says so of itself, or where one and the same article says that a person
    represents it and that this person took part: a title of another year never lends its agency. Where no article
    says both, a person who represents no other agency stands for theirs. A country takes part through its agencies.
    """
    label = {node.id: node.label for node in graph.nodes}
    stands_for = _standing(graph, who, label) if who != "Person" else {}
    country = _countries(graph) if who == "Country" else {}
    found: Attendance = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        for key in _takers(edge, who, label, stands_for, country):
            found[key][edge.target].append(edge)
    return found


def _takers(
    edge: Edge,
    who: Who,
    label: Mapping[str, str],
    stands_for: Mapping[str, Mapping[str, frozenset[str]]],
    country: Mapping[str, str],
) -> Iterable[str]:
    kind = label.get(edge.source)
    if kind == who:
        return (edge.source,)
    if kind == "Agency" and edge.source in country:
        return (country[edge.source],)
    if kind != "Person":
        return ()
    candidates = stands_for.get(edge.source, {})
    articles = {e.article for e in edge.evidence}
    together = [key for key, said_by in candidates.items() if said_by & articles]
    return together or (candidates if len(candidates) == 1 else ())


def _standing(graph: Graph, who: Who, label: Mapping[str, str]) -> dict[str, dict[str, frozenset[str]]]:
    """For each person whom they represent, and the articles that say so."""
    country = _countries(graph)
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for edge in graph.edges:
        if edge.type != "REPRESENTS":
            continue
        target: str | None = edge.target
        if label.get(edge.target) != who:
            target = country.get(edge.target) if who == "Country" else None
        if target:
            articles = frozenset(e.article for e in edge.evidence)
            found[edge.source][target] = found[edge.source].get(target, frozenset()) | articles
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
