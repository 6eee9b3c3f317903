"""Two things at once: the server works on what was sent while the next is prepared here."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from neo4j import ManagedTransaction, Record

T = TypeVar("T")


@contextmanager
def without_collector() -> Iterator[None]:
    """Python's search for reference cycles rests: a load makes many values and no cycles; it cost a third."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Direct:
    """A transaction in which one thing is done after another."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx

    def read(self, query: str, **parameters: Any) -> list[Record]:
        """The records of a query."""
        return list(self._tx.run(query, parameters))

    def write(self, query: str, **parameters: Any) -> None:
        """Run a query that gives nothing back."""
        self._tx.run(query, parameters).consume()


class Sending(Direct):
    """A transaction whose writes are sent in their order by a thread of its own; a read waits for what went before."""

    def __init__(self, tx: ManagedTransaction, thread: ThreadPoolExecutor) -> None:
        super().__init__(tx)
        self._thread = thread
        self._sent: list[Future[None]] = []

    def write(self, query: str, **parameters: Any) -> None:
        """Send a query that gives nothing back. What goes wrong with it is raised by a later read, or by ``finish``."""
        self._sent.append(self._thread.submit(super().write, query, **parameters))

    def read(self, query: str, **parameters: Any) -> list[Record]:
        """The records of a query."""
        found = self._thread.submit(super().read, query, **parameters)
        self.finish()
        return found.result()

    def finish(self) -> None:
        """Wait until everything that was sent is done; raise the first error."""
        sent, self._sent = self._sent, []
        for future in sent:
            future.result()


@contextmanager
def sending(tx: ManagedTransaction) -> Iterator[Sending]:
    """The transaction as ``Sending``; all is done, or an error raised, when it ends."""
    with ThreadPoolExecutor(1) as thread:
        found = Sending(tx, thread)
        yield found
        found.finish()


def ahead(make: Callable[[T], Any], several: Iterable[T]) -> Iterator[Any]:
    """``make`` of each in its order, one ahead: while the caller works on one, a thread makes the next."""
    with ThreadPoolExecutor(1) as thread:
        waiting: Future[Any] | None = None
        for one in several:
            following = thread.submit(make, one)
            if waiting is not None:
                yield waiting.result()
            waiting = following
        if waiting is not None:
            yield waiting.result()
