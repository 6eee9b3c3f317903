"""What one article adds to the graph: for every node and edge the values it claims and the quotes that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.identity import is_implied, is_pointer
from graph.model import Article, Edge, Evidence, Facts, Node, Value
from graph.schema import LIVES

PRESENT = ""
NAME = "name"
ALIAS = "aliases"
AT = " at"
"""What an article tells of a life together with a date is claimed as a pair, under the name of the property and AT."""


@dataclass(frozen=True, slots=True, order=True)
class Element:
    """A node (``source`` and ``target`` empty, ``key`` set) or an edge of the graph, by what identifies it."""

    type: str
    key: str = ""
    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who says so: the article's key, the article that stands for its source, and its date, empty where unknown."""

    article: str
    source: str
    published: str


@dataclass(slots=True)
class Contribution:
    """What one article says of one element: pairs of property and value, and the evidence."""

    claims: set[tuple[str, Value]] = field(default_factory=lambda: {(PRESENT, "")})
    evidence: set[Evidence] = field(default_factory=set)


def origin_of(article: Article, source: str) -> Origin:
    """The article as an origin; copies and translations have one source (graph.identity.origins)."""
    return Origin(article.key, source, str(article.published or ""))


def meetings_of(facts: Facts, canonical: Mapping[str, str]) -> set[str]:
    """The keys of the meetings that the article reports."""
    return {canonical[n.id] for n in facts.nodes if n.label == "Meeting" and not is_implied(n.id)}


def article_key(article: str) -> str:
    """The key of the Article node of an article."""
    return f"article:{article}"


def contributions(facts: Facts, canonical: Mapping[str, str]) -> dict[Element, Contribution]:
    """Everything the article adds, with what it implies, given the node that each of its local ids became.

    An edge whose two ends became one node says nothing about the graph and is left out (it stays a statement). A visit
    that is only pointed at says nothing of itself, and without a visit that is told nothing at all.
    """
    found: dict[Element, Contribution] = {}
    source = article_key(facts.article.key)
    for node in facts.nodes:
        key = canonical[node.id]
        if is_pointer(node.id):
            continue
        _add(found, Element(node.label, key), _node_claims(node), ())
        if node.evidence:
            _add(found, Element("MENTIONS", source=source, target=key), (), node.evidence)
    for edge in facts.edges:
        ends = canonical[edge.source], canonical[edge.target]
        if is_pointer(edge.target) and (edge.type != "PART_OF" or ends[1].startswith("~")):
            continue
        if ends[0] != ends[1]:
            _add(found, Element(edge.type, source=ends[0], target=ends[1]), _edge_claims(edge), edge.evidence)
    return found


def _add(
    found: dict[Element, Contribution],
    element: Element,
    claims: Iterable[tuple[str, Value]],
    evidence: Iterable[Evidence],
) -> None:
    contribution = found.setdefault(element, Contribution())
    contribution.claims.update(claims)
    contribution.evidence.update(evidence)


def _node_claims(node: Node) -> Iterable[tuple[str, Value]]:
    yield NAME, node.name
    for alias in node.aliases:
        yield ALIAS, alias
    yield from node.properties.items()
    date = node.properties.get("date")
    for name in LIVES:
        if date and (value := node.properties.get(name)):
            yield f"{name}{AT}", (str(value), str(date))


def _edge_claims(edge: Edge) -> Iterable[tuple[str, Value]]:
    yield from edge.properties.items()


def article_node(article: Article, source: str) -> Node:
    """The Article node: its header and source, named by its headline or, without one, by its key."""
    header = {
        "url": article.url,
        "publisher": article.publisher,
        "published": str(article.published) if article.published else None,
        "language": article.language,
        "headline": article.title,
        "source": source,
    }
    properties: dict[str, Value] = {name: value for name, value in header.items() if value}
    return Node(article_key(article.key), "Article", article.title or article.key, (), properties)
