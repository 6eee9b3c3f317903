"""The yardstick: what one writes by hand to bring ready rows into Neo4j, batch by batch with UNWIND."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from neo4j import Driver, ManagedTransaction

from graph.schema import schema

BATCH = 5000
Rows = list[dict[str, Any]]
IDENTITY = ("Unit", "Block", "Tally")


def copy_out(driver: Driver) -> tuple[dict[str, Rows], dict[tuple[str, str, str], Rows]]:
    """Everything that lies in the database: nodes by label, relationships by type and labels of ends."""
    nodes: dict[str, Rows] = defaultdict(list)
    edges: dict[tuple[str, str, str], Rows] = defaultdict(list)
    with driver.session() as asking:
        for labels, row in asking.run("MATCH (n) RETURN labels(n), properties(n)"):
            nodes[labels[0]].append(row)
        query = "MATCH (a)-[r]->(b) RETURN labels(a)[0], type(r), labels(b)[0], a.key, b.key, properties(r)"
        for source, type_, target, a, b, row in asking.run(query):
            edges[source, type_, target].append({"a": a, "b": b, "properties": row})
    return dict(nodes), dict(edges)


def copy_in(driver: Driver, nodes: dict[str, Rows], edges: dict[tuple[str, str, str], Rows]) -> None:
    """Write the rows, each batch in one transaction."""
    with driver.session() as asking:
        for label, rows in nodes.items():
            merge = f"MERGE (n:{label} {{key: row.key}})" if label in schema().nodes else f"CREATE (n:{label})"
            for batch in _batches(rows):
                asking.execute_write(
                    lambda tx, q, b: tx.run(q, rows=b).consume(), f"UNWIND $rows AS row {merge} SET n = row", batch
                )
        for (source, type_, target), rows in edges.items():
            query = (
                f"UNWIND $rows AS row MATCH (a:{source} {{key: row.a}}) MATCH (b:{target} {{key: row.b}})"
                f" MERGE (a)-[r:{type_}]->(b) SET r = row.properties"
            )
            for batch in _batches(rows):
                asking.execute_write(_write, query, batch)


def _write(tx: ManagedTransaction, query: str, rows: Rows) -> None:
    tx.run(query, rows=rows).consume()


def _batches(rows: Rows) -> Iterator[Rows]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
