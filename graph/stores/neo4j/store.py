"""The store on a Neo4j server, behind the interface that every store has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import IncompleteCommit, ServiceUnavailable, SessionExpired

from graph.errors import InputError, UnknownError
from graph.identity import Pair, without_implied
from graph.model import Article, Edge, Facts, Graph, Node, PartialDate, Verdict
from graph.stores.base import Claim, Mention, Outcome, Rows, Status, Store
from graph.stores.border import refuse_broken
from graph.stores.cypher import refuse_unsafe
from graph.stores.neo4j import changes, doubting, filling, looking, statements
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.asking import ask
from graph.stores.neo4j.connect import PATIENCE, connect, session
from graph.stores.neo4j.errors import translated
from graph.stores.neo4j.sending import Direct, ahead, sending, without_collector
from graph.stores.neo4j.statements import Prepared, prepare
from graph.stores.records import article_from_json

BATCH = 4000
"""Statements in one transaction of ``load_many``; more make it no faster, and the server's memory is bounded."""

_TRIES = 3

T = TypeVar("T")


def batches(several: Iterable[Facts], size: int = BATCH) -> Iterator[list[Facts]]:
    """Articles for one transaction each time: about ``size`` statements, and no article twice."""
    batch: dict[str, Facts] = {}
    statements_in = 0
    for facts in several:
        if facts.article.key in batch or statements_in >= size:
            yield list(batch.values())
            batch, statements_in = {}, 0
        batch[facts.article.key] = facts
        statements_in += 1 + len(facts.nodes) + len(facts.edges)
    if batch:
        yield list(batch.values())


def _prepared(batch: list[Facts]) -> dict[str, Prepared | InputError]:
    """Each article of a batch made ready, or why it is refused."""
    found: dict[str, Prepared | InputError] = {}
    for facts in batch:
        try:
            refuse_broken(facts)
            found[facts.article.key] = prepare(facts)
        except InputError as exc:
            found[facts.article.key] = exc
    return found


class Neo4jStore:
    """A store in one database of a Neo4j server (see graph/docs/neo4j.md for how it lies there).

    ``create`` sets it up where there is none; ``patience`` is for how many seconds a lost server or a deadlock is
    tried again. Use it as a context manager, or call ``close``.
    """

    def __init__(self, address: Address, create: bool = True, patience: float = PATIENCE) -> None:
        self._at = address
        self._driver = connect(address, create, patience)

    @property
    def url(self) -> str:
        """The address without user and password."""
        return self._at.url

    def load(self, facts: Facts) -> Outcome:
        """Take in what one article says (see Store.load)."""
        refuse_broken(facts)
        return self._load([prepare(facts)])[facts.article.key]

    def load_many(self, several: Iterable[Facts], size: int = BATCH) -> Iterator[tuple[str, Outcome | InputError]]:
        """Take in many articles, about ``size`` statements a transaction: (article key, what became of it), in order.

        Facts that break the schema are refused one by one; the rest go on.
        """
        for batch in ahead(_prepared, batches(several, size)):
            outcomes = self._load([one for one in batch.values() if isinstance(one, Prepared)])
            for key, one in batch.items():
                yield key, outcomes[key] if isinstance(one, Prepared) else one

    def can_be_filled(self) -> bool:
        """Whether ``fill`` would take over a store: nothing was loaded yet, and no other graph lies beside it."""
        return not self._at.beside and self._read(lambda tx: filling.is_free(Direct(tx)))

    def fill(self, source: Store) -> Iterator[str]:
        """Take over all that another store holds, at the speed of plain writing; the key of each article.

        While it lasts the store cannot be used. Cut short it has to be done again, which begins anew.
        """

        def write(work: Callable[[Direct], None]) -> None:
            with translated(self._at), self._session() as asking:
                asking.execute_write(lambda tx: work(Direct(tx)))

        return filling.fill(write, source)

    def forget(self, article: str) -> bool:
        """Take back what only this article said (see Store.forget)."""
        seen: list[bool] = []

        def work(tx: Direct, again: bool) -> bool:
            seen.append(changes.forget(tx, article))
            return any(seen) if again else seen[-1]

        return self._write(work)

    def articles(self) -> Iterator[Article]:
        """Every article, by key, with its text."""
        with translated(self._at), self._session() as asking:
            for header, text in asking.run("MATCH (l:Loaded) RETURN l.header, l.text ORDER BY l.article"):
                yield article_from_json(header, text)

    def facts(self, article: str) -> Facts:
        """What one article said, as it was loaded."""
        found = self._read(lambda tx: statements.read(Direct(tx), [article]))
        if article not in found:
            raise UnknownError(f"there is no article {article!r} in {self.url}: `communique status` lists them")
        return without_implied(found[article].facts)

    def canonical(self, article: str) -> dict[str, str]:
        """For every local id of the article's facts, and of what they imply, the key of the node that it became."""
        found = self._read(lambda tx: statements.read(Direct(tx), [article]))
        return found[article].canonical if article in found else {}

    def mentions(self, key: str) -> tuple[Mention, ...]:
        """The mentions that became this node."""
        return self._read(lambda tx: looking.mentions(tx, key))

    def graph(self, known_on: PartialDate | None = None) -> Graph:
        """The whole graph, or what was known of it on a date."""
        return self._read(lambda tx: looking.whole(tx) if known_on is None else looking.known_on(tx, known_on))

    def node(self, key: str) -> Node:
        """One node by its key."""
        return self._read(lambda tx: looking.node(tx, key))

    def edges(self, key: str) -> tuple[Edge, ...]:
        """Every edge that starts or ends at this node."""
        return self._read(lambda tx: looking.edges(tx, key))

    def claims(self, key: str) -> tuple[Claim, ...]:
        """Every value that articles give to the node's properties."""
        return self._read(lambda tx: looking.claims(tx, key))

    def search(self, text: str, limit: int = 10) -> list[Node]:
        """Nodes named like the text, best first."""
        return self._read(lambda tx: looking.search(tx, text, limit))

    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict that stands, in the order it was recorded."""
        return self._read(lambda tx: changes.verdicts(Direct(tx)))

    def doubts(self, limit: int = 1000) -> list[Pair]:
        """Pairs of nodes that may be one, those first that would change most."""
        return self._read(lambda tx: doubting.in_doubt(Direct(tx), limit))

    def record(self, verdict: Verdict) -> None:
        """Keep a verdict and derive what it changes."""
        self._write(lambda tx, again: changes.record(tx, verdict, again))

    def undo(self) -> Verdict | None:
        """Take back the last verdict."""
        aimed: list[Verdict] = []
        return self._write(lambda tx, again: changes.undo(tx, aimed, again))

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None, timeout: float = 30.0) -> Rows:
        """Answer a reading Cypher query."""
        refuse_unsafe(cypher)
        return ask(self._driver, self._at, cypher, parameters or {}, timeout)

    def status(self) -> Status:
        """Counts of what is there."""
        return self._read(lambda tx: looking.status(tx, self.url))

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _load(self, prepared: list[Prepared]) -> dict[str, Outcome]:
        digests = {p.facts.article.key: p.digest for p in prepared}
        there = self._read(lambda tx: changes.unchanged(Direct(tx), digests))
        outcomes: dict[str, Outcome] = {article: "unchanged" for article, same in there.items() if same}
        coming = [p for p in prepared if p.facts.article.key not in outcomes]
        first: dict[str, Outcome] = {}

        def work(tx: Direct, again: bool) -> dict[str, Outcome]:
            found = changes.load(tx, coming)
            if not again:
                first.update(found)
            return first if again else found

        with without_collector():
            return outcomes | (self._write(work) if coming else {})

    def _session(self) -> Session:
        return session(self._driver, self._at)

    def _read(self, work: Callable[[ManagedTransaction], T]) -> T:
        with translated(self._at), self._session() as asking:
            return asking.execute_read(work)

    def _write(self, work: Callable[[Direct, bool], T]) -> T:
        """One change, with the driver's retries; where the connection broke during the commit, the work is done again.

        Whether such a commit got through is found out by the work itself: what it would change is there, or is not.
        """

        def sent(tx: ManagedTransaction, again: bool) -> T:
            with sending(tx) as both:
                return work(both, again)

        with translated(self._at):
            for attempt in range(_TRIES):
                try:
                    with self._session() as asking:
                        return asking.execute_write(sent, attempt > 0)
                except (IncompleteCommit, ServiceUnavailable, SessionExpired):
                    if attempt == _TRIES - 1:
                        raise
            raise AssertionError("unreachable")
