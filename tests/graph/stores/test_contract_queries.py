"""What every store must answer in Cypher, and what it must refuse."""

from __future__ import annotations

import json

import pytest

from graph.errors import QueryError
from graph.stores import Store
from tests.graph.stores.reports import talks


@pytest.fixture
def full(store: Store) -> Store:
    store.load(talks("a", "2024-05-02"))
    store.load(talks("b", "2024-07-02", right="Cy Cohen", date="2024-07"))
    return store


def test_rows_of_a_question(full: Store) -> None:
    rows = full.query("MATCH (p:Person)-[:CO_CHAIRED]->(m:Meeting) RETURN p.name, m.date ORDER BY m.date, p.name")
    assert rows.columns == ("p.name", "m.date")
    assert rows.rows == (
        ("Ana Alvarez", "2024-05-01"),
        ("Bo Bergman", "2024-05-01"),
        ("Ana Alvarez", "2024-07"),
        ("Cy Cohen", "2024-07"),
    )


def test_parameters_are_values_never_text(full: Store) -> None:
    hostile = "' OR true //"
    query = "MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name"
    assert full.query(query, {"name": hostile}).rows == ()
    assert full.query(query, {"name": "Cy Cohen"}).rows == (("Cy Cohen",),)


def test_edges_carry_their_evidence(full: Store) -> None:
    rows = full.query(
        "MATCH (:Person {name: $name})-[r:REPRESENTS]->(a) RETURN r.quotes, r.articles, r.sources, r.title, a.country",
        {"name": "Cy Cohen"},
    )
    assert rows.rows == ((["Cy Cohen represents Ministry of the Interior minister."], ["b"], 1, "minister", "FR"),)


def test_what_is_not_set_is_null(full: Store) -> None:
    rows = full.query("MATCH (p:Person) RETURN p.place AS place, p.title AS title LIMIT 1")
    assert rows.columns == ("place", "title")
    assert rows.rows[0][0] is None


def test_whole_nodes_and_relationships_are_maps_that_json_can_write(full: Store) -> None:
    rows = full.query("MATCH (p:Person {name: $name})-[r:CO_CHAIRED]->(m) RETURN p, r, m", {"name": "Cy Cohen"})
    person, relation, meeting = rows.rows[0]
    assert person == {"key": full.canonical("b")["n5"], "name": "Cy Cohen", "aliases": [], "sources": 1}
    assert relation["quotes"] == ["Cy Cohen co_chaired talks ."] and meeting["kind"] == "talks"
    json.dumps(rows.rows)


def test_the_answer_follows_the_store(full: Store) -> None:
    count = "MATCH (m:Meeting) RETURN count(m) AS n"
    assert full.query(count).rows == ((2,),)
    full.forget("b")
    assert full.query(count).rows == ((1,),)


@pytest.mark.parametrize(
    "writing",
    [
        "CREATE (n:Person {name: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "match (n) remove n.name",
        "MERGE (n:Person {name: 'x'}) RETURN n",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "MATCH (n) RETURN n; MATCH (m) DELETE m",
        "MATCH (n) /* a comment */ DETACH /**/ DELETE n",
        "DROP INDEX anything",
    ],
)
def test_writing_queries_are_refused(full: Store, writing: str) -> None:
    before = full.graph()
    with pytest.raises(QueryError, match=r"only read|one query at a time"):
        full.query(writing)
    assert full.graph() == before


def test_words_in_quotes_are_no_orders(full: Store) -> None:
    assert full.query("RETURN 'CREATE; DELETE' AS `set` // drop this").rows == (("CREATE; DELETE",),)


@pytest.mark.parametrize(
    "wrong", ["", "MATCH (n RETURN n", "RETURN nothing", "SELECT * FROM people", "RETURN $missing"]
)
def test_wrong_queries_say_what_is_wrong(full: Store, wrong: str) -> None:
    with pytest.raises(QueryError) as caught:
        full.query(wrong)
    assert len(str(caught.value)) > 10


def test_a_query_that_runs_too_long_is_stopped(full: Store) -> None:
    slow = "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b RETURN sum(a * b % 7) AS s"
    with pytest.raises(QueryError, match="--timeout"):
        full.query(slow, timeout=0.2)
