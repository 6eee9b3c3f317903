"""What every store offers, embedded or shared: the interface, its rows and its counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self

from graph.errors import InputError
from graph.identity import Pair
from graph.model import Article, Edge, Facts, Graph, Node, PartialDate, Value, Verdict

Outcome = Literal["added", "unchanged", "replaced"]
Mention = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer as a table: ``rows`` are parallel to ``columns``; values are JSON's (None, lists and maps included).

    A node or a relationship that a query returns whole is a map of its properties. ``notes`` are what the engine
    remarks, such as a label that does not exist.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that articles give to one property of a node; ``articles`` are the keys of those that say so.

    ``shown`` marks the value that the graph shows. Names are claims on the property "name".
    """

    property: str
    value: Value
    articles: tuple[str, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class Status:
    """What a store holds, in numbers; ``nodes`` and ``edges`` count by label and by type."""

    url: str
    schema_version: int
    articles: int
    sources: int
    statements: int
    verdicts: int
    nodes: Mapping[str, int]
    edges: Mapping[str, int]


class Store(Protocol):
    """Articles, what each of them says, people's verdicts on identity, and the graph derived from all three.

    Every method that changes anything is one transaction: it happens whole or not at all. Errors are StoreError,
    QueryError (``query`` alone) and UnknownError, each with the value, what was expected and the remedy.
    """

    @property
    def url(self) -> str:
        """Where the store is, in the form that ``open_store`` takes, without any password."""

    def load(self, facts: Facts) -> Outcome:
        """Take in what one article says; a second time, with nothing changed, nothing happens ("unchanged").

        Another text, heading or reading of an article that is there replaces what the old one said. Facts that
        break the schema are refused with InputError, and nothing is changed.
        """

    def load_many(self, several: Iterable[Facts]) -> Iterator[tuple[str, Outcome | InputError]]:
        """Load one after another, many in one transaction where that is faster: (article key, what became of it).

        In their order; facts that are refused give their InputError, and the others go on.
        """

    def forget(self, article: str) -> bool:
        """Take back exactly what only this article said; False if it was not there. Verdicts about it stay."""

    def articles(self) -> Iterator[Article]:
        """Every article, by key, with its text."""

    def facts(self, article: str) -> Facts:
        """What one article said, as it was loaded; UnknownError if it is not there."""

    def canonical(self, article: str) -> dict[str, str]:
        """For every local id of the article's facts, and of what they imply, the key of the node that it became."""

    def mentions(self, key: str) -> tuple[Mention, ...]:
        """The mentions that became this node, sorted; empty if there is no such node."""

    def graph(self, known_on: PartialDate | None = None) -> Graph:
        """The whole graph, sorted; with a date, as it was known then: from articles published by its end alone."""

    def node(self, key: str) -> Node:
        """One node by its key; UnknownError if it is not there."""

    def edges(self, key: str) -> tuple[Edge, ...]:
        """Every edge that starts or ends at this node, sorted by type and ends."""

    def claims(self, key: str) -> tuple[Claim, ...]:
        """Every value that articles give to the node's properties, sorted by property, the shown one first."""

    def search(self, text: str, limit: int = 10) -> list[Node]:
        """Nodes whose name or alias holds every word of the text (without case or diacritics), best first."""

    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict that stands, in the order it was recorded."""

    def doubts(self, limit: int = 1000) -> list[Pair]:
        """Pairs of nodes that may be one, those first that would change most; none about which there is a verdict."""

    def record(self, verdict: Verdict) -> None:
        """Keep a verdict and derive what it changes; a mention of an article that is not there is allowed.

        InputError for one that contradicts verdicts that stand, with those; nothing is changed.
        """

    def undo(self) -> Verdict | None:
        """Take back the last verdict and return it; None where there is none."""

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None, timeout: float = 30.0) -> Rows:
        """Answer a reading Cypher query; QueryError for a writing one, a wrong one, or after ``timeout`` seconds."""

    def status(self) -> Status:
        """Counts of what is there."""

    def close(self) -> None:
        """Let go of the file or the connection; a second time does nothing."""

    def __enter__(self) -> Self:
        """The store itself, closed at the end of the block."""

    def __exit__(self, *exc: object) -> None:
        """Close it."""
