"""An empty store on the server takes over another store whole, with what identity made of it: nothing is judged anew.

It takes many transactions, so a mark says from the first to the last that the store is being filled. While the mark
stands nobody else can change or open it; where the work was cut short, filling it again begins anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from uuid import uuid4

from graph.errors import StoreError
from graph.schema import schema
from graph.stores.base import Store
from graph.stores.neo4j.elements import EDGE
from graph.stores.neo4j.hidden import hidden_of
from graph.stores.neo4j.layout import FILLING, HIDDEN
from graph.stores.neo4j.sending import Direct, without_collector
from graph.stores.rows import edge_row, node_row

ROWS = 5000
_WAITING = 2
"""Batches that wait for the server while the next is prepared."""

_BLOCKS = "UNWIND $rows AS row CREATE (:Block {block: row[0], unit: row[1]})"

Batch = tuple[str, list[Any]]
Write = Callable[[Callable[[Direct], None]], None]


def is_free(tx: Direct) -> bool:
    """Whether a store can be filled: nothing was ever loaded, or filling it was cut short."""
    found = tx.read(
        "RETURN EXISTS { (:Communique {lock: $filling}) } OR NOT (EXISTS { (:Loaded) } OR EXISTS { (:Verdict) })",
        filling=FILLING,
    )
    return bool(found[0][0])


def fill(write: Write, source: Store) -> Iterator[str]:
    """Copy everything; the key of each article as it comes. ``write`` does one piece of work in one transaction."""
    me = uuid4().hex
    write(lambda tx: _begin(tx, me))
    _empty(write)
    with without_collector(), ThreadPoolExecutor(1) as thread:
        sent: list[Future[None]] = []
        for query, rows in _batches(source):
            sent.append(thread.submit(write, _sender(query, rows, me)))
            while len(sent) > _WAITING or sent[0].done():
                sent.pop(0).result()
                if not sent:
                    break
            if "(n:Loaded)" in query:
                yield from (row["article"] for row in rows)
        for future in sent:
            future.result()
    write(lambda tx: _end(tx, me))


def _begin(tx: Direct, me: str) -> None:
    if not is_free(tx):
        raise StoreError("somebody loaded into the store just now: repeat the command; nothing was changed")
    tx.write("MERGE (c:Communique {lock: $filling}) SET c.by = $me", filling=FILLING, me=me)


def _still_mine(tx: Direct, me: str) -> None:
    """Whoever begins anew takes the work over; the mark stays locked until this piece of work is done."""
    query = "MATCH (c:Communique {lock: $filling}) SET c.at = timestamp() WITH c WHERE c.by = $me RETURN c"
    if not tx.read(query, filling=FILLING, me=me):
        raise StoreError("another `communique sync` into this store began after this one and goes on: wait for it")


def _end(tx: Direct, me: str) -> None:
    _still_mine(tx, me)
    tx.write("MATCH (c:Communique {lock: $filling}) DELETE c", filling=FILLING)


def _empty(write: Write) -> None:
    """Take away what an earlier try left: relationships first, since one node may have very many."""
    for label in schema().nodes:
        _repeat(write, f"MATCH (n:{label})-[x]->() WHERE n.key IS NOT NULL WITH x LIMIT {ROWS} DELETE x")
        _repeat(write, f"MATCH (x:{label}) WHERE x.key IS NOT NULL WITH x LIMIT {ROWS} DETACH DELETE x")
    for label in HIDDEN:
        if label != "Communique":
            _repeat(write, f"MATCH (x:{label}) WITH x LIMIT {ROWS} DELETE x")


def _repeat(write: Write, query: str) -> None:
    left = [True]

    def some(tx: Direct) -> None:
        left[:] = [tx.read(f"{query} RETURN count(x)")[0][0] > 0]

    while left[0]:
        write(some)


def _sender(query: str, rows: list[Any], me: str) -> Callable[[Direct], None]:
    def send(tx: Direct) -> None:
        _still_mine(tx, me)
        tx.write(query, rows=rows)

    return send


def _batches(source: Store) -> Iterator[Batch]:
    """Queries with their rows: nodes, the edges between them, then what the store keeps out of sight."""
    graph = source.graph()
    labels = {n.id: n.label for n in graph.nodes}
    yield from _grouped((f"UNWIND $rows AS row CREATE (n:{n.label}) SET n = row", node_row(n)) for n in graph.nodes)
    yield from _grouped(
        (
            EDGE["CREATE"].format(source=labels[e.source], type=e.type, target=labels[e.target]),
            {"source": e.source, "target": e.target, "properties": edge_row(e)},
        )
        for e in graph.edges
    )
    yield from _grouped(_hidden(source))


def _hidden(source: Store) -> Iterator[tuple[str, Any]]:
    for label, row in hidden_of(source):
        if label == "Block":
            yield _BLOCKS, [row["block"], row["unit"]]
        else:
            yield f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", row


def _grouped(several: Iterator[tuple[str, Any]]) -> Iterator[Batch]:
    """Rows of one query together, so many at a time."""
    waiting: dict[str, list[Any]] = defaultdict(list)
    for query, row in several:
        waiting[query].append(row)
        if len(waiting[query]) == ROWS * (4 if query is _BLOCKS else 1):
            yield query, waiting.pop(query)
    yield from waiting.items()
