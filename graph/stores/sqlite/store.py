"""The embedded store, behind the interface that every store has."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from graph.errors import InputError, UnknownError
from graph.identity import Pair
from graph.model import Article, Edge, Facts, Graph, Node, PartialDate, Verdict
from graph.stores import cypher
from graph.stores.base import Claim, Mention, Outcome, Rows, Status
from graph.stores.border import refuse_broken
from graph.stores.past import graph_of, known_by
from graph.stores.records import article_from_json, verdict_from_json
from graph.stores.sqlite import changes, doubting, looking, units
from graph.stores.sqlite.opening import connect, reading, translated, writing


class SqliteStore:
    """A store in one SQLite file (see graph/docs/stores.md for its tables).

    ``create`` makes the file where there is none; ``patience`` is how many seconds to wait while another program
    writes. Use it as a context manager, or call ``close``.
    """

    def __init__(self, path: str | os.PathLike[str], create: bool = True, patience: float = 60.0) -> None:
        self.path = os.fspath(path)
        self._connection = connect(self.path, create, patience)
        self._engine = cypher.Engine()

    @property
    def url(self) -> str:
        """sqlite:/// and the path as it was given."""
        return f"sqlite:///{self.path}"

    def load(self, facts: Facts) -> Outcome:
        """Take in what one article says (see Store.load)."""
        refuse_broken(facts)
        with self._writing():
            return changes.load(self._connection, facts)

    def load_many(self, several: Iterable[Facts]) -> Iterator[tuple[str, Outcome | InputError]]:
        """Load one after another (see Store.load_many), each in its own transaction."""
        for facts in several:
            try:
                yield facts.article.key, self.load(facts)
            except InputError as exc:
                yield facts.article.key, exc

    def forget(self, article: str) -> bool:
        """Take back what only this article said (see Store.forget)."""
        with self._writing():
            return changes.forget(self._connection, article)

    def articles(self) -> Iterator[Article]:
        """Every article, by key, with its text."""
        with translated(self.path):
            for header, text in self._connection.execute("SELECT header, text FROM articles ORDER BY key"):
                yield article_from_json(header, text)

    def facts(self, article: str) -> Facts:
        """What one article said, as it was loaded."""
        with self._reading():
            if not self._connection.execute("SELECT 1 FROM articles WHERE key = ?", (article,)).fetchone():
                raise UnknownError(f"there is no article {article!r} in {self.url}: `communique status` lists them")
            return changes.facts_of(self._connection, article)

    def canonical(self, article: str) -> dict[str, str]:
        """For every local id of the article's facts, and of what they imply, the key of the node that it became."""
        with self._reading():
            return units.canonical(self._connection, article)

    def mentions(self, key: str) -> tuple[Mention, ...]:
        """The mentions that became this node."""
        with self._reading():
            return units.mentions_of(self._connection, key)

    def graph(self, known_on: PartialDate | None = None) -> Graph:
        """The whole graph, or what was known of it on a date."""
        with self._reading():
            if known_on is None:
                return looking.whole(self._connection)
            then = [f for f in looking.every_facts(self._connection) if known_by(f.article, known_on)]
            return graph_of(then, {f.article.key: units.canonical(self._connection, f.article.key) for f in then})

    def node(self, key: str) -> Node:
        """One node by its key."""
        with self._reading():
            return looking.node(self._connection, key)

    def edges(self, key: str) -> tuple[Edge, ...]:
        """Every edge that starts or ends at this node."""
        with self._reading():
            return looking.edges(self._connection, key)

    def claims(self, key: str) -> tuple[Claim, ...]:
        """Every value that articles give to the node's properties."""
        with self._reading():
            return looking.claims(self._connection, key)

    def search(self, text: str, limit: int = 10) -> list[Node]:
        """Nodes named like the text, best first."""
        with self._reading():
            return looking.search(self._connection, text, limit)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict that stands, in the order it was recorded."""
        with self._reading():
            found = self._connection.execute("SELECT body FROM verdicts ORDER BY id")
            return tuple(verdict_from_json(body) for (body,) in found)

    def doubts(self, limit: int = 1000) -> list[Pair]:
        """Pairs of nodes that may be one, those first that would change most."""
        with self._reading():
            return doubting.in_doubt(self._connection, limit)

    def record(self, verdict: Verdict) -> None:
        """Keep a verdict and derive what it changes."""
        with self._writing():
            changes.record(self._connection, verdict)

    def undo(self) -> Verdict | None:
        """Take back the last verdict."""
        with self._writing():
            row = self._connection.execute("SELECT id, body FROM verdicts ORDER BY id DESC LIMIT 1").fetchone()
            if row is None:
                return None
            verdict = verdict_from_json(row[1])
            changes.undo(self._connection, row[0], verdict)
            return verdict

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, timeout: float = 30.0) -> Rows:
        """Answer a reading Cypher query."""
        cypher.refuse_unsafe(text)
        with self._reading():
            state = looking.revision(self._connection)
            if not self._engine.holds(state):
                self._engine.fill(state, looking.whole(self._connection))
        return self._engine.answer(text, parameters or {}, timeout)

    def status(self) -> Status:
        """Counts of what is there."""
        with self._reading():
            return looking.status(self._connection, self.url)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _reading(self) -> Any:
        return reading(self._connection, self.path)

    def _writing(self) -> Any:
        return writing(self._connection, self.path)
