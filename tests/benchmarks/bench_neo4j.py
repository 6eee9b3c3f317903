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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from graph.model import Facts
from graph.stores.neo4j import Neo4jStore
from tests.benchmarks import handwritten
from tests.benchmarks.synthetic import articles
from tests.graph.stores.servers import driver, emptied, wipe
from tests.server import JavaServer, Settings, missing

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
        print(f"{name:<44}{used[0]:>8.1f} s wall{used[1]:>8.1f} s CPU", flush=True)

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
    """In turn: our load, our load again, everything that it wrote by hand, and the same without identity's nodes."""
    said = list(articles(0, count))
    with driver(server) as asking, emptied(server) as store:
        _warm(server, store)
        list(store.load_many(said))
        rows, edges = handwritten.copy_out(asking)
        shown = {label: r for label, r in rows.items() if label not in handwritten.IDENTITY}
        print({k: len(v) for k, v in rows.items()}, "relationships", sum(map(len, edges.values())))
        for _ in range(rounds):
            wipe(server)
            clock.time("by hand, all", lambda: handwritten.copy_in(asking, rows, edges))
            wipe(server)
            clock.time("by hand, without identity", lambda: handwritten.copy_in(asking, shown, edges))
            wipe(server)
            clock.time("load", lambda: list(store.load_many(said)))
            clock.time("load again", lambda: list(store.load_many(said)))
    for other in ("by hand, all", "by hand, without identity", "load again"):
        print(clock.ratio("load", other))


def _warm(server: JavaServer, store: Neo4jStore) -> None:
    with driver(server) as asking:
        for _ in range(3):
            list(store.load_many(articles(10**6, 200)))
            rows, edges = handwritten.copy_out(asking)
            wipe(server)
            handwritten.copy_in(asking, rows, edges)
            wipe(server)


def increments(server: JavaServer, clock: Clock, sizes: list[int], more: int) -> None:
    """So many articles more on a store of each size."""
    with emptied(server) as store:
        _warm(server, store)
        there = 0
        for size in sizes:
            list(store.load_many(articles(there, size - there)))
            fresh = list(articles(10**6 * (2 + len(clock.took)), more))
            clock.time(f"{more} articles on {size}", partial(_load, store, fresh))
            there = size
    for size in sizes[1:]:
        print(clock.ratio(f"{more} articles on {size}", f"{more} articles on {sizes[0]}"))


def _load(store: Neo4jStore, said: list[Facts]) -> None:
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
    with started() as server:
        clock = Clock(server)
        if args.rounds:
            against_hand_written(server, clock, args.articles, args.rounds)
        if args.sizes:
            increments(server, clock, args.sizes, args.more)


if __name__ == "__main__":
    main()
