"""Faults of the store on a server: the line is cut around COMMIT, the server is killed, two load at once."""

from __future__ import annotations

import random
import tempfile
import threading
from pathlib import Path
from typing import get_args

from graph.errors import StoreError
from graph.model import Graph
from graph.stores.neo4j import Neo4jStore
from graph.stores.sqlite import SqliteStore
from tests.faults.proxy import Moment, Proxy
from tests.faults.usual import Usual
from tests.faults.verdict import Table, articles, examine, finish
from tests.graph.stores.servers import address, emptied
from tests.server.choice import Server

PATIENCE = 5.0
_usual = Usual(1.0)


def run(server: Server, runs: int, seed: int) -> Table:
    """So many runs, the kinds in turn, the moments drawn from the seed."""
    chance = random.Random(seed)
    table = Table()
    expected = _without_fault()
    kinds = [*get_args(Moment), "killed", "two loaders"]
    for number in range(runs):
        kind = kinds[number % len(kinds)]
        emptied(server).close()
        if kind == "killed":
            hit, told = _killed(server, chance)
        elif kind == "two loaders":
            hit, told = _together(server, chance)
        else:
            hit, told = _cut(server, kind, chance)
        name = f"server: cut {kind} COMMIT" if kind in get_args(Moment) else f"server: {kind}"
        with Neo4jStore(address(server)) as store:
            table.add(name, hit, [*examine(store, told), *finish(store, expected)])
    return table


def _without_fault() -> Graph:
    with tempfile.TemporaryDirectory() as place, SqliteStore(str(Path(place) / "store.db")) as store:
        for facts in articles():
            store.load(facts)
        return store.graph()


def _load(store: Neo4jStore, order: list[int], size: int, told: set[str]) -> bool:
    """Load in this order, some articles a transaction; note what is reported as done. False if it was given up."""
    said = articles()
    try:
        for key, _ in store.load_many((said[i] for i in order), size=size):
            told.add(key)
    except StoreError:
        return False
    return True


def _cut(server: Server, moment: Moment, chance: random.Random) -> tuple[bool, set[str]]:
    order = chance.sample(range(len(articles())), len(articles()))
    told: set[str] = set()
    proxy = Proxy(server.settings.bolt_port, moment, nth=chance.randint(2, 12))
    try:
        with Neo4jStore(address(server, f"bolt://127.0.0.1:{proxy.port}"), patience=PATIENCE) as store:
            _load(store, order, chance.choice((1, 40, 80)), told)
    finally:
        proxy.close()
    return proxy.struck, told


def _killed(server: Server, chance: random.Random) -> tuple[bool, set[str]]:
    order = chance.sample(range(len(articles())), len(articles()))
    told: set[str] = set()
    store = Neo4jStore(address(server), patience=0.5)
    loading = threading.Thread(target=_load, args=(store, order, chance.choice((1, 40)), told))
    loading.start()
    loading.join(chance.uniform(0, 1.2) * _usual.seconds)
    hit = loading.is_alive()
    _usual.learn(hit)
    server.kill()
    loading.join()
    store.close()
    server.start()
    return hit, told


def _together(server: Server, chance: random.Random) -> tuple[bool, set[str]]:
    told: list[set[str]] = [set(), set()]
    done: list[bool] = []

    def work(mine: set[str], order: list[int], size: int) -> None:
        with Neo4jStore(address(server)) as store:
            done.append(_load(store, order, size, mine))

    orders = [chance.sample(range(len(articles())), len(articles())) for _ in told]
    threads = [
        threading.Thread(target=work, args=(mine, order, chance.choice((1, 40))))
        for mine, order in zip(told, orders, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done == [True, True], set().union(*told)
