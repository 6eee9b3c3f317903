"""The ready queries answer alike on the embedded engine and on a server: the same rows in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.stores import Store
from graph.stores.mirror import differences, sync
from graph.stores.sqlite import SqliteStore
from graph.stores.titled import titled_queries
from tests.graph.stores.golden import golden
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import emptied
from tests.graph.stores.test_queries import EXPECTED
from tests.server.choice import Server


@pytest.fixture(scope="module")
def both(neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The gold of the seed articles and some reports that contradict each other, in both kinds of store."""
    with (
        SqliteStore(tmp_path_factory.mktemp("both") / "store.db") as embedded,
        emptied(neo4j_server) as server,
    ):
        reports = [talks(f"t{i}", f"2024-0{i}-02", date="2024-01-01", title=f"title {i % 2}") for i in range(1, 4)]
        for facts in (*golden(), *reports):
            embedded.load(facts)
        sync(embedded, server)
        yield embedded, server


def test_both_hold_the_same(both: tuple[Store, Store]) -> None:
    assert list(differences(*both)) == []


@pytest.mark.parametrize("name", sorted(titled_queries()))
def test_every_ready_query_answers_alike(both: tuple[Store, Store], name: str) -> None:
    query = titled_queries()[name]
    for given in ({}, EXPECTED.get(name, ({}, {}))[0]):
        embedded, server = (store.query(query.cypher, query.values(given)) for store in both)
        assert server.columns == embedded.columns
        assert server.rows == embedded.rows
