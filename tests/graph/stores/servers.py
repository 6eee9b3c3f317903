"""Stores on the server that tests start."""

from __future__ import annotations

from neo4j import Driver, GraphDatabase

from graph.stores.neo4j import Address, Neo4jStore
from tests.server.choice import Server


def address(server: Server, uri: str = "") -> Address:
    """The server's database, or the same through another address."""
    return Address(uri or server.settings.uri, "neo4j", server.settings.password, None)


def driver(server: Server) -> Driver:
    """A driver to look behind a store's back."""
    return GraphDatabase.driver(server.settings.uri, auth=("neo4j", server.settings.password))


def wipe(server: Server, constraints: bool = False) -> None:
    """Take everything out of the database; with ``constraints``, what makes it a store as well."""
    with driver(server) as asking:
        for what in ("()-[x]->()", "(x)"):  # some at a time: a transaction must fit into the server's memory
            while asking.execute_query(f"MATCH {what} WITH x LIMIT 20000 DELETE x RETURN count(x)").records[0][0]:
                pass
        if constraints:
            for (name,) in asking.execute_query("SHOW CONSTRAINTS YIELD name").records:
                asking.execute_query(f"DROP CONSTRAINT {name}")
            for (name,) in asking.execute_query(
                "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
            ).records:
                asking.execute_query(f"DROP INDEX {name}")


def emptied(server: Server, patience: float = 10.0) -> Neo4jStore:
    """A fresh store on the server; what it held before is gone."""
    wipe(server)
    return Neo4jStore(address(server), patience=patience)
