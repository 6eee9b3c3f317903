"""The store on a server and the embedded one hold the same after the same history, step by step or in bulk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.stores import open_store
from graph.stores.neo4j import tallies
from graph.stores.past import graph_of
from tests.graph.stores.servers import emptied
from tests.graph.stores.test_histories import reports, steps, take
from tests.server.choice import Server

HISTORIES = int(os.environ.get("COMMUNIQUE_HISTORIES", "12"))
quiet = settings(
    max_examples=HISTORIES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@quiet
@given(history=st.lists(steps, max_size=10), hot=st.sampled_from((0, 2, 24)))
def test_both_kinds_of_store_tell_the_same_history(
    neo4j_server: Server, history: list[tuple[str, object]], hot: int
) -> None:
    usual, tallies.HOT = tallies.HOT, hot  # with few articles, too, counts are kept and adjusted
    try:
        with (
            tempfile.TemporaryDirectory() as place,
            open_store(str(Path(place) / "file.db"), create=True) as embedded,
            emptied(neo4j_server) as server,
        ):
            for step in history:
                take(embedded, step)
                take(server, step)
            assert server.graph() == embedded.graph()
            assert server.verdicts() == embedded.verdicts()
            keys = [a.key for a in server.articles()]
            assert [server.canonical(k) for k in keys] == [embedded.canonical(k) for k in keys]
            assert [server.facts(k) for k in keys] == [embedded.facts(k) for k in keys]
    finally:
        tallies.HOT = usual


@quiet
@given(said=st.lists(reports(), max_size=8))
def test_loading_many_is_loading_one_by_one(neo4j_server: Server, said: list) -> None:
    with tempfile.TemporaryDirectory() as place, open_store(str(Path(place) / "file.db"), create=True) as embedded:
        expected = [(facts.article.key, embedded.load(facts)) for facts in said]
        with emptied(neo4j_server) as server:
            assert list(server.load_many(said)) == expected
            assert server.graph() == embedded.graph()
            there = {a.key: server.facts(a.key) for a in server.articles()}
            assert server.graph() == graph_of(there.values(), {k: server.canonical(k) for k in there})
