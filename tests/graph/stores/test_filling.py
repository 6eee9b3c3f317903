"""An empty store on the server takes over another one whole: the same as loading, or nothing anybody can use."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import ServiceUnavailable

from graph.errors import StoreError
from graph.model import Verdict
from graph.stores import Store
from graph.stores.mirror import differences, sync
from graph.stores.neo4j import Neo4jStore, filling
from graph.stores.sqlite import SqliteStore
from tests.faults.verdict import articles
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import address, driver, emptied
from tests.server.choice import Server


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Store]:
    with SqliteStore(tmp_path / "source.db") as store:
        list(store.load_many(articles()))
        store.record(Verdict("distinct", ("n0", "n4"), ("n1", "n4"), "me", "2026-01-01T00:00:00Z"))
        yield store


def test_what_follows_is_as_if_the_articles_had_been_loaded_one_by_one(neo4j_server: Server, source: Store) -> None:
    with emptied(neo4j_server) as store:
        assert len(sync(source, store).added) == len(articles())
        assert list(differences(source, store)) == []
        for each in (source, store):
            each.load(talks("later", "2024-12-24"))
            each.load(talks("n2", "2024-12-24", "Zoe Zhang"))
            each.forget("n3")
            each.undo()
        assert list(differences(source, store)) == []
        assert sync(source, store).added == []


@pytest.mark.parametrize("seed", range(4))
def test_cut_short_at_any_moment_it_is_refused_until_it_is_done_again(
    neo4j_server: Server, source: Store, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    left = [random.Random(seed).randint(1, 25)]
    still = filling._still_mine

    def cut(*args: object) -> None:
        left[0] -= 1
        if left[0] <= 0:
            raise ServiceUnavailable("the line was cut")
        still(*args)  # type: ignore[arg-type]

    with emptied(neo4j_server, patience=0.1) as store:
        monkeypatch.setattr(filling, "_still_mine", cut)
        monkeypatch.setattr(filling, "ROWS", 7)
        with pytest.raises(StoreError, match="the line was cut"):
            sync(source, store)
        with pytest.raises(StoreError, match="run the same sync once more"):
            store.load(talks("x", "2024-05-02"))
        with pytest.raises(StoreError, match="is not complete"):
            Neo4jStore(address(neo4j_server), create=False)
        left[0] = 10**6
        sync(source, store)
        assert list(differences(source, store)) == []


def test_of_two_at_once_the_later_goes_on(neo4j_server: Server, source: Store) -> None:
    with emptied(neo4j_server) as one, Neo4jStore(address(neo4j_server)) as other:
        first = one.fill(source)
        next(first)
        assert len(list(other.fill(source))) == len(articles())
        with pytest.raises(StoreError, match="another `communique sync`"):
            list(first)
        assert list(differences(source, other)) == []
        assert not one.can_be_filled()


def test_beside_another_graph_it_is_loaded_article_by_article(neo4j_server: Server, source: Store) -> None:
    with emptied(neo4j_server) as store, driver(neo4j_server) as asking:
        asking.execute_query("CREATE (:Block {name: 'a house'}), (:Person {key: 'mine'})")
        with Neo4jStore(replace(address(neo4j_server), beside=True)) as shared:
            assert not shared.can_be_filled()
            sync(source, shared)
        theirs = "MATCH (n) WHERE n.name = 'a house' OR n.key = 'mine' RETURN count(n)"
        assert asking.execute_query(theirs).records[0][0] == 2
        store.forget("n0")
