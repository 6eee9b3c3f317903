"""Faults of the embedded store: the process is killed, the disk is full, two processes load at once."""

from __future__ import annotations

import multiprocessing
import random
import signal
import tempfile
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

from graph.errors import StoreError
from graph.model import Graph
from graph.stores.sqlite import SqliteStore
from tests.faults.usual import Usual
from tests.faults.verdict import Table, articles, examine, finish

_usual = Usual(0.2)
_PROCESSES = multiprocessing.get_context("fork")


def run(runs: int, seed: int) -> Table:
    """So many runs, the kinds in turn, the moments drawn from the seed."""
    chance = random.Random(seed)
    table = Table()
    expected = _without_fault()
    kinds: list[tuple[str, Callable[[str, random.Random], tuple[bool, set[str]]]]] = [
        ("embedded: killed", _killed),
        ("embedded: disk full", _disk_full),
        ("embedded: two loaders", _together),
    ]
    for number in range(runs):
        name, fault = kinds[number % len(kinds)]
        with tempfile.TemporaryDirectory() as place:
            path = str(Path(place) / "store.db")
            SqliteStore(path).close()
            hit, told = fault(path, chance)
            with SqliteStore(path) as store:
                table.add(name, hit, [*examine(store, told), *finish(store, expected)])
    return table


def _without_fault() -> Graph:
    with tempfile.TemporaryDirectory() as place, SqliteStore(str(Path(place) / "store.db")) as store:
        for facts in articles():
            store.load(facts)
        return store.graph()


def _load_in_process(path: str, order: list[int], told: str) -> BaseProcess:
    """A process that loads the articles and notes each that is reported as loaded."""

    def work() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        said = articles()
        with SqliteStore(path, patience=60) as store, Path(told).open("a") as notes:
            for i in order:
                store.load(said[i])
                notes.write(said[i].article.key + "\n")
                notes.flush()

    process = _PROCESSES.Process(target=work)
    process.start()
    return process


def _told(path: str) -> set[str]:
    return set(Path(path).read_text().split()) if Path(path).exists() else set()


def _killed(path: str, chance: random.Random) -> tuple[bool, set[str]]:
    order = chance.sample(range(len(articles())), len(articles()))
    process = _load_in_process(path, order, path + ".told")
    while process.is_alive() and not Path(path + ".told").exists():
        time.sleep(0.0005)  # until it has begun, which takes long where others use the machine
    process.join(chance.uniform(0, 1.2) * _usual.seconds)
    hit = process.is_alive()
    _usual.learn(hit)
    process.kill()
    process.join()
    return hit, _told(path + ".told")


def _disk_full(path: str, chance: random.Random) -> tuple[bool, set[str]]:
    told: set[str] = set()
    with SqliteStore(path) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages + chance.randint(0, 60)}")
        try:
            for facts in articles():
                store.load(facts)
                told.add(facts.article.key)
        except StoreError as exc:
            assert "full" in str(exc)
            return True, told
    return False, told


def _together(path: str, chance: random.Random) -> tuple[bool, set[str]]:
    orders = [chance.sample(range(len(articles())), len(articles())) for _ in range(2)]
    processes = [_load_in_process(path, order, f"{path}.told{i}") for i, order in enumerate(orders)]
    for process in processes:
        process.join()
    done = all(process.exitcode == 0 for process in processes)
    return done, set().union(*(_told(f"{path}.told{i}") for i in range(2)))
