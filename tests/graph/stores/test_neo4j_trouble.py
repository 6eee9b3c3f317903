"""What goes wrong between a user and a server: each a message that names the value and the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import Forbidden, Neo4jError

from graph.cli import main
from graph.errors import QueryError, StoreError
from graph.schema import schema
from graph.stores import open_store
from graph.stores.neo4j import Neo4jStore, address_of, changes
from graph.stores.neo4j.layout import MARK
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import address, driver, emptied, wipe
from tests.server.choice import Server


@pytest.fixture
def bare(neo4j_server: Server) -> Iterator[Server]:
    """The server with a database that is no store; at the end one that can be."""
    wipe(neo4j_server, constraints=True)
    yield neo4j_server
    wipe(neo4j_server, constraints=True)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://localhost:7474", "'http://localhost:7474' is no address"),
        ("neo4j://", "expected one of neo4j"),
        ("neo4j://host:port", "is no address: Port could not be cast"),
        ("bolt://neo4j:secret@localhost", "set NEO4J_PASSWORD instead"),
    ],
)
def test_a_wrong_address(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        (open_store if url.startswith("http") else address_of)(url)
    assert "secret" not in str(caught.value)


def test_an_address_is_completed_by_the_environment() -> None:
    known = {"NEO4J_USERNAME": "ana", "NEO4J_PASSWORD": "s", "NEO4J_DATABASE": "talks"}
    plain = address_of("neo4j+s://abc.databases.neo4j.io", known)
    assert (plain.user, plain.password, plain.database) == ("ana", "s", "talks")
    full = address_of("bolt://bo@[::1]:7688/other?beside=yes", known)
    assert (full.uri, full.user, full.database, full.beside) == ("bolt://[::1]:7688", "bo", "other", True)
    assert "s" not in full.url.split("/")[-1].split("other") and "password" not in repr(full)


def test_a_wrong_password(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"refuses user 'neo4j'.*check NEO4J_USERNAME and NEO4J_PASSWORD"):
        Neo4jStore(replace(address(neo4j_server), password="not this one"))
    with pytest.raises(StoreError, match="NEO4J_PASSWORD is not set"):
        Neo4jStore(replace(address(neo4j_server), password=""))


def test_encryption_that_the_server_does_not_have(neo4j_server: Server) -> None:
    uri = neo4j_server.settings.uri.replace("bolt:", "bolt+s:")
    with pytest.raises(StoreError, match=r"without encryption leave \+s away"):
        Neo4jStore(address(neo4j_server, uri), patience=0.5)


def test_a_port_of_something_else(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"no Neo4j server answers at|is no"):
        Neo4jStore(address(neo4j_server, f"bolt://127.0.0.1:{neo4j_server.settings.http_port}"), patience=0.5)


def test_a_database_that_does_not_exist(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"no database 'talks'.*NEO4J_DATABASE"):
        Neo4jStore(replace(address(neo4j_server), database="talks"))


def test_another_graph_is_left_alone_unless_the_user_says_so(bare: Server) -> None:
    with driver(bare) as asking:
        asking.execute_query("CREATE (:Film {name: 'Metropolis'})-[:BY]->(:Person {name: 'Fritz Lang'})")
    with pytest.raises(StoreError, match=r"another graph, which is left alone.*beside=yes"):
        Neo4jStore(address(bare))
    with driver(bare) as asking:
        assert asking.execute_query("SHOW CONSTRAINTS").records == []
    with Neo4jStore(replace(address(bare), beside=True)) as store:
        store.load(talks("a", "2024-05-02"))
        assert {n.name for n in store.graph().nodes if n.label == "Person"} == {"Ana Alvarez", "Bo Bergman"}
        assert store.status().nodes["Person"] == 2
        store.forget("a")
        assert store.query("MATCH (p:Film)-->(d) RETURN d.name").rows == (("Fritz Lang",),)


def test_an_empty_database_is_no_store_until_something_is_loaded(bare: Server) -> None:
    with pytest.raises(StoreError, match=r"there is no store at .* `communique load"):
        Neo4jStore(address(bare), create=False)


def test_a_newer_schema_is_refused(bare: Server) -> None:
    Neo4jStore(address(bare)).close()
    newer = schema().version + 1
    with driver(bare) as asking:
        asking.execute_query(f"DROP CONSTRAINT {MARK}{schema().version}")
        asking.execute_query(f"CREATE CONSTRAINT {MARK}{newer} FOR (n:Communique) REQUIRE n.lock IS UNIQUE")
    with pytest.raises(StoreError, match=f"schema version {newer}.*install a newer communique"):
        Neo4jStore(address(bare))


def test_a_set_up_that_was_cut_short_is_done_again(bare: Server) -> None:
    with driver(bare) as asking:
        asking.execute_query("CREATE CONSTRAINT communique_Person_key FOR (n:Person) REQUIRE n.key IS UNIQUE")
    with Neo4jStore(address(bare)) as store:
        assert store.load(talks("a", "2024-05-02")) == "added"


def read_only() -> Neo4jError:
    """What a 5.26 server says of a database under ``server.databases.read_only``."""
    error = Neo4jError("No write operations are allowed on this database.")
    error._neo4j_code = "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
    return error


@pytest.mark.parametrize("error", [Forbidden("not allowed for user 'reader'"), read_only()])
def test_who_may_only_read(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    with emptied(neo4j_server) as store:

        def refused(*_: object) -> None:
            raise error

        monkeypatch.setattr(changes, "load", refused)  # the Community edition has no roles
        with pytest.raises(StoreError, match=r"may read but not write.*nothing was changed"):
            store.load(talks("a", "2024-05-02"))


def test_the_server_itself_refuses_what_writes(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.neo4j.store.refuse_unsafe", lambda _: None)
    with emptied(neo4j_server) as store, pytest.raises(QueryError, match="queries only read"):
        store.query("CREATE (n:Person {name: 'x'})")


def test_the_command_line_tells_it_and_leaves_with_one(
    neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong again")
    with pytest.raises(SystemExit) as left:
        main(["status", "--store", neo4j_server.settings.uri])
    said = capsys.readouterr()
    assert left.value.code == 1 and "check NEO4J_USERNAME" in said.err and "Traceback" not in said.err
    assert "wrong again" not in said.err
