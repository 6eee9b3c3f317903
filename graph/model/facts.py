"""What one article says (Facts) and what many articles say together (Graph), in the same nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.dates import PartialDate

Scalar = str | int | float | bool
Value = Scalar | tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. ``text`` is NFC and what every offset counts in; what is not known is None.

    ``key`` is the normalised url, else the path below the loaded folder: it is the article's identity in a store.
    ``extra`` keeps the front matter's unknown keys as they were.
    """

    key: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    title: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say so: ``text[start:end] == quote`` in the article named by its key.

    ``extractor`` names the rule family ("rules/vi"), ``version`` its release; ``confidence`` lies in 0 to 1.
    """

    article: str
    quote: str
    start: int
    end: int
    extractor: str
    version: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Node:
    """A person, agency, country, agreement, meeting or article.

    In Facts the ``id`` is local to the article and ``evidence`` holds the spans that name the node; in a Graph the
    ``id`` is the node's key in the store and mentions are MENTIONS edges. ``properties``: see seeds/schema.yaml.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two nodes (by id), with the evidence for it, best first. Never without evidence."""

    type: str
    source: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges; every edge's ends are among the nodes."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader found in one article: the article and the graph of what it says, ids local to it."""

    article: Article
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
