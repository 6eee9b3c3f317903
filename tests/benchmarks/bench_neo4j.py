"""How long loads into Neo4j take: against a batch written by hand, and on stores of three sizes.

`python -m tests.benchmarks.bench_neo4j --articles 5500 --rounds 3` (5,500 articles are 100,000 nodes and 300,000
relationships). Times are wall seconds and, since others may use the machine, CPU seconds of this process and the
server's.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from graph.model import Facts
from graph.stores.mirror import sync
from graph.stores.neo4j import Neo4jStore
from graph.stores.sqlite import SqliteStore
from tests.benchmarks import handwritten
from tests.benchmarks.synthetic import MINISTER, articles, notes
from tests.graph.stores.servers import driver, emptied, wipe
from tests.server import JavaServer, Settings, missing, stop_when_told

_TICKS = 100


class Clock:
    """Wall and CPU seconds of pieces of work."""

    def __init__(self, server: JavaServer) -> None:
        self._server = server
        self.took: dict[str, list[tuple[float, float]]] = {}

    def time(self, name: str, work: Callable[[], object]) -> None:
        """Do the work and print what it took."""
        wall, here, there = time.perf_counter(), time.process_time(), self._cpu()
        work()
        used = (time.perf_counter() - wall, time.process_time() - here + self._cpu() - there)
        self.took.setdefault(name, []).append(used)
        print(f"{name:<44}{used[0]:>9.2f} s wall{used[1]:>9.2f} s CPU", flush=True)

    def ratio(self, name: str, other: str) -> str:
        """The medians of one by those of another."""
        wall, cpu = (
            statistics.median(t[i] for t in self.took[name]) / statistics.median(t[i] for t in self.took[other])
            for i in range(2)
        )
        return f"{name} / {other}: {wall:.2f} wall, {cpu:.2f} CPU"

    def _cpu(self) -> float:
        fields = Path(f"/proc/{self._server.process_id}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def started() -> Iterator[JavaServer]:
    """A server that warms up as one that stays does."""
    with tempfile.TemporaryDirectory() as home:
        server = JavaServer(Settings(Path(home)))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def against_hand_written(server: JavaServer, clock: Clock, count: int, rounds: int) -> None:
    """In turn: all by hand, the same without identity, a copy of an embedded store, a load, and the load again."""
    said = list(articles(0, count))
    with driver(server) as asking, emptied(server) as store, _embedded(said, clock) as source:
        _warm(server, store)
        sync(source, store)
        rows, edges = handwritten.copy_out(asking)
        shown = {label: r for label, r in rows.items() if label not in handwritten.IDENTITY}
        print({k: len(v) for k, v in rows.items()}, "relationships", sum(map(len, edges.values())))
        for _ in range(rounds):
            wipe(server)
            clock.time("by hand, all", lambda: handwritten.copy_in(asking, rows, edges))
            wipe(server)
            clock.time("by hand, without identity", lambda: handwritten.copy_in(asking, shown, edges))
            wipe(server)
            clock.time("copy of an embedded store", lambda: sync(source, store))
            wipe(server)
            clock.time("load", lambda: list(store.load_many(said)))
            clock.time("load again", lambda: list(store.load_many(said)))
    for ours in ("copy of an embedded store", "load"):
        for other in ("by hand, all", "by hand, without identity"):
            print(clock.ratio(ours, other), flush=True)
    print(clock.ratio("load again", "load"))


@contextmanager
def _embedded(said: list[Facts], clock: Clock) -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as place, SqliteStore(Path(place) / "store.db") as source:
        clock.time("load into an embedded store", lambda: list(source.load_many(said)))
        yield source


def _warm(server: JavaServer, store: Neo4jStore) -> None:
    with driver(server) as asking:
        for _ in range(3):
            list(store.load_many(articles(10**6, 200)))
            rows, edges = handwritten.copy_out(asking)
            wipe(server)
            handwritten.copy_in(asking, rows, edges)
            wipe(server)


def increments(server: JavaServer, clock: Clock, sizes: list[int], more: int) -> None:
    """So many short articles more on a store of each size, where one person is in every tenth of all."""
    with emptied(server) as store:
        _warm(server, store)
        there = 0
        for size in sizes:
            start = time.perf_counter()
            _load(store, notes(there, size - there))
            print(f"{size - there} articles to come to {size}: {time.perf_counter() - start:.0f} s wall", flush=True)
            name = f"{more} articles on {size}"
            for i in range(3):
                fresh = list(notes(10**6 * (2 + len(clock.took)) + more * i, more))
                clock.time(name, partial(_load, store, fresh))
            there = size
            _minister(store, clock, size)
    for size in sizes[1:]:
        print(clock.ratio(f"{more} articles on {size}", f"{more} articles on {sizes[0]}"), flush=True)


def _minister(store: Neo4jStore, clock: Clock, size: int) -> None:
    """What the person whom every tenth article names costs to look at."""
    (person,) = store.search(MINISTER, limit=1)
    print(f"on {size}: {MINISTER} has {person.properties['sources']} sources")
    clock.time(f"  the node on {size}", lambda: store.node(person.id))
    click = "MATCH (p:Person {key: $key})-[r:ATTENDED]->(m) RETURN m.name, r.quotes, r.articles, r.dates LIMIT 25"
    clock.time(f"  25 of its relationships on {size}", lambda: store.query(click, {"key": person.id}))


def _load(store: Neo4jStore, said: Iterable[Facts]) -> None:
    for _ in store.load_many(said):
        pass


def main() -> None:
    """Run what was asked for."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_neo4j", description=__doc__)
    asked.add_argument("--articles", type=int, default=5500)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--sizes", type=int, nargs="*", default=[0, 10_000, 100_000])
    asked.add_argument("--more", type=int, default=1000, help="how many articles are loaded on each size")
    args = asked.parse_args()
    if why := missing():
        raise SystemExit(why)
    stop_when_told()
    with started() as server:
        clock = Clock(server)
        if args.rounds:
            against_hand_written(server, clock, args.articles, args.rounds)
        if args.sizes:
            increments(server, clock, args.sizes, args.more)


if __name__ == "__main__":
    main()
