"""Whatever breaks in the middle of a load: nothing is lost, nothing doubled, and loading again finishes the work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from neo4j.exceptions import NotALeader, ServiceUnavailable, TransientError

from graph.errors import StoreError
from graph.stores.neo4j import Neo4jStore, changes
from tests.faults import embedded, served
from tests.faults.verdict import articles, finish
from tests.graph.stores.servers import address, emptied
from tests.server.choice import Server

SEED = 20240501


def test_fifty_faults_of_the_embedded_store() -> None:
    table = embedded.run(50, SEED)
    assert table.problems == []
    assert sum(table.hit.values()) >= 25, str(table)


def test_five_faults_of_the_server(neo4j_server: Server) -> None:
    table = served.run(neo4j_server, 5, SEED)
    assert table.problems == []
    assert sum(table.hit.values()) >= 4, str(table)


def failing_twice(work: Callable[..., Any], error: Exception) -> Callable[..., Any]:
    """The work, done, and then an error as the server or the driver raises it: the first two times."""
    left = [2]

    def done(*args: Any) -> Any:
        found = work(*args)
        if left[0]:
            left[0] -= 1
            raise error
        return found

    return done


def error_of(kind: type[Exception], code: str) -> Exception:
    error = kind("simulated")
    error._neo4j_code = code  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    "error",
    [
        error_of(TransientError, "Neo.TransientError.Transaction.DeadlockDetected"),
        error_of(NotALeader, "Neo.ClientError.Cluster.NotALeader"),
        ServiceUnavailable("the line was cut"),
    ],
    ids=["deadlock", "leader change", "line cut"],
)
def test_what_passes_is_tried_again(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    with emptied(neo4j_server) as store:
        monkeypatch.setattr(changes, "load", failing_twice(changes.load, error))
        assert store.load(articles()[0]) == "added"
        assert store.load(articles()[0]) == "unchanged"
        assert [a.key for a in store.articles()] == ["n0"]
        assert finish(store, served._without_fault()) == []


def test_a_server_that_stays_away_is_told_and_nothing_is_lost(neo4j_server: Server) -> None:
    store = emptied(neo4j_server, patience=0.5)
    store.load(articles()[0])
    neo4j_server.kill()
    try:
        with pytest.raises(StoreError, match=r"(?s)no Neo4j server answers at bolt:.*goes on where it stopped"):
            store.load(articles()[1])
        with pytest.raises(StoreError, match="make neo4j"):
            Neo4jStore(address(neo4j_server), patience=0.5)
    finally:
        neo4j_server.start()
    assert store.load(articles()[1]) == "added"
    assert [a.key for a in store.articles()] == ["n0", "n1"]
    store.close()
