"""A user's query on the server: read only, within its time, its answer as rows of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neo4j import READ_ACCESS, Driver
from neo4j.graph import Node, Path, Relationship

from graph.stores.base import Rows
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.connect import session
from graph.stores.neo4j.errors import translated_query

_UNKNOWN = "UNRECOGNIZED"
"""The class of the server's remarks on labels, types and properties that nothing has: mostly slips of the pen."""


def ask(driver: Driver, at: Address, query: str, parameters: Mapping[str, Any], timeout: float) -> Rows:
    """The rows of a query; the server refuses to write and gives up after ``timeout`` seconds."""
    with (
        translated_query(at, timeout),
        session(driver, at, default_access_mode=READ_ACCESS) as asking,
        asking.begin_transaction(timeout=timeout) as tx,
    ):
        result = tx.run(query, dict(parameters))
        columns = tuple(result.keys())
        rows = tuple(tuple(_plain(v) for v in record.values()) for record in result)
        remarks = result.consume().gql_status_objects
        notes = tuple(r.status_description for r in remarks if r.raw_classification == _UNKNOWN)
    return Rows(columns, rows, notes)


def _plain(value: Any) -> Any:
    """JSON's values: a node or relationship is the map of its properties, a path lists of them, a date its text."""
    if isinstance(value, Path):
        return {"nodes": [_plain(n) for n in value.nodes], "relationships": [_plain(r) for r in value.relationships]}
    if isinstance(value, Node | Relationship):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
