"""Opening a database as a store: the driver, whose graph lies there, its version, its constraints."""

from __future__ import annotations

import logging
from typing import Any, Literal

import neo4j
from neo4j import Driver, GraphDatabase, ManagedTransaction

from graph.errors import StoreError
from graph.schema import schema
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.errors import translated
from graph.stores.neo4j.layout import FILLING, MARK, UNFINISHED, constraints, dated, mark

PATIENCE = 30.0
"""Seconds for which the driver tries again when the server is away, changes its leader, or breaks a deadlock."""


def connect(at: Address, create: bool, patience: float = PATIENCE) -> Driver:
    """A driver for the store in this database, set up there if ``create``; StoreError says why it cannot be used."""
    logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)  # hints about labels that are not there yet
    with translated(at):
        driver = GraphDatabase.driver(
            at.uri,
            auth=(at.user, at.password),
            connection_timeout=min(10.0, patience),
            max_transaction_retry_time=patience,
            keep_alive=True,
            user_agent="communique",
        )
        try:
            driver.verify_connectivity()
            _make_ready(driver, at, create)
        except BaseException:
            driver.close()
            raise
        return driver


def _make_ready(driver: Driver, at: Address, create: bool) -> None:
    with session(driver, at) as asking:
        version, there = asking.execute_read(_found)
    if version is None and there == "imported":
        _set_up(driver, at)
        _mend_import(driver, at)
    elif version is None:
        if there == "foreign" and not at.beside:
            raise StoreError(
                f"the database at {at.url} holds another graph, which is left alone: give the store a database of its"
                f" own (--database), or allow it to live beside that graph with --store '{at.url}?beside=yes'"
            )
        if not create:
            raise StoreError(
                f"there is no store at {at.url}: make one with `communique load ARTICLES --store {at.url}`"
            )
        _set_up(driver, at)
    elif there == "unfinished" and not create:
        raise StoreError(f"the store {at.url} is not complete: {UNFINISHED}")
    elif version != schema().version:
        newer = version > schema().version
        remedy = "install a newer communique" if newer else "load the articles into a new store"
        raise StoreError(
            f"the store {at.url} has schema version {version}, this program knows version {schema().version}: {remedy}"
        )


def _found(
    tx: ManagedTransaction,
) -> tuple[int | None, Literal["store", "unfinished", "imported", "foreign", "nothing"]]:
    """The schema version, if the database is a store, and what lies there."""
    names = tx.run("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH $mark RETURN name", mark=MARK)
    versions = [int(r["name"].removeprefix(MARK)) for r in names]
    if versions:
        filling = tx.run("MATCH (c:Communique {lock: $filling}) RETURN c", filling=FILLING).single()
        return max(versions), "unfinished" if filling else "store"
    if tx.run("MATCH (l:Loaded) WHERE l.digest IS NOT NULL RETURN l LIMIT 1").single():
        return None, "imported"
    return None, "foreign" if tx.run("MATCH (n) RETURN n LIMIT 1").single() else "nothing"


def _set_up(driver: Driver, at: Address) -> None:
    """Constraints first, the mark last: a set-up that was cut short is simply done again."""
    with session(driver, at) as asking:
        for statement in (*constraints(), mark()):
            asking.run(statement).consume()
        asking.run("CALL db.awaitIndexes(300)").consume()


def _mend_import(driver: Driver, at: Address) -> None:
    """The bulk importer takes a list of one empty text for no list at all."""
    with session(driver, at) as asking:
        for what in ("(x)", "()-[x]->()"):
            for name, beside in dated().items():
                asking.run(
                    f"MATCH {what} WHERE x.{name} IS NULL AND size(x.{beside}) = 1"
                    f" CALL (x) {{ SET x.{name} = [''] }} IN TRANSACTIONS OF 10000 ROWS"
                ).consume()


def session(driver: Driver, at: Address, **options: Any) -> neo4j.Session:
    """A session on the store's database."""
    return driver.session(database=at.database, **options)
