"""Cypher without a server: a graph held by the embedded engine (kglite), asked with reading queries only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.errors import QueryError
from graph.model import Graph
from graph.schema import schema
from graph.stores.base import Rows
from graph.stores.rows import edge_row, node_row

_ENDS = ("\x00source", "\x00target")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_WRITES = re.compile(
    r"(?<![.:$])\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|INSERT|LOAD\s+CSV|ALTER|GRANT|DENY|REVOKE|USE)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:label|type|property) '([^']+)'")


def refuse_unsafe(query: str) -> None:
    """QueryError for a query that writes, reads files or holds a second statement; words in quotes do not count."""
    bare = _LITERAL.sub(" '' ", query)
    found = _WRITES.search(bare)
    if found:
        word = " ".join(found[0].upper().split())
        raise QueryError(
            f"queries only read, and this one holds {word}: change the graph with `communique load` or `forget`"
            " (a variable of that name goes between backticks)"
        )
    if ";" in bare.rstrip().rstrip(";"):
        raise QueryError("one query at a time: this text holds several, separated by ;")


class Engine:
    """A read-only copy of a store's graph in the engine, kept until the store's state changes."""

    def __init__(self) -> None:
        self._state: object = None
        self._graph: Any = None

    def holds(self, state: object) -> bool:
        """Whether the copy is of this state of the store."""
        return self._graph is not None and self._state == state

    def fill(self, state: object, graph: Graph) -> None:
        """Copy the graph, in bulk."""
        import kglite

        kglite.set_query_warning_policy("silent")
        whole = kglite.from_records(_records(graph), on_missing_endpoint="error")
        self._graph, self._state = whole.freeze(), state

    def answer(self, query: str, parameters: Mapping[str, Any], timeout: float) -> Rows:
        """The rows of a query; QueryError where it is wrong, writes, lacks a parameter or runs too long."""
        import kglite

        try:
            found = self._graph.cypher(query, params=dict(parameters), timeout_ms=max(1, int(timeout * 1000)))
        except kglite.CypherTimeoutError as exc:
            raise QueryError(
                f"no answer within {timeout:g} s: narrow the query (start from a node with a key, bound paths as in"
                " *..4, add LIMIT) or allow more with --timeout"
            ) from exc
        except kglite.ReadOnlyError as exc:
            raise QueryError("queries only read: change the graph with `communique load`, `forget` or `merge`") from exc
        except (kglite.KgError, ValueError, TypeError) as exc:
            raise QueryError(str(exc)) from exc
        if isinstance(found, str):
            raise QueryError("FORMAT is not Cypher: use --csv or --json")
        columns = tuple(found.columns)
        return Rows(columns, tuple(tuple(_tidy(row[c]) for c in columns) for row in found), _notes(found.warnings))


def _records(graph: Graph) -> dict[str, Any]:
    """The graph as the engine's bulk form: records by label, and by type and the labels of its ends."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    labels = {}
    for node in graph.nodes:
        labels[node.id] = node.label
        nodes[node.label].append(node_row(node))
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in graph.edges:
        ends = dict(zip(_ENDS, (edge.source, edge.target), strict=True))
        edges[edge.type, labels[edge.source], labels[edge.target]].append(ends | edge_row(edge))
    return {
        "nodes": [
            {"type": label, "id_field": "key", "title_field": "name", "records": found}
            for label, found in nodes.items()
        ],
        "connections": [
            {
                "type": type_,
                "source_type": source,
                "source_id_field": _ENDS[0],
                "target_type": target,
                "target_id_field": _ENDS[1],
                "records": found,
            }
            for (type_, source, target), found in edges.items()
        ],
    }


def _tidy(value: Any) -> Any:
    """A value as both engines give it: a whole node or relationship is the map of its properties."""
    if isinstance(value, list):
        return [_tidy(v) for v in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"nodes", "relationships"}:
        return {"nodes": _tidy(value["nodes"]), "relationships": _tidy(value["relationships"])}
    if "properties" in value and value.keys() <= {"id", "labels", "properties", "start", "end", "type"}:
        invented = ("id", "title", "type") if "labels" in value else ("type",)
        return {k: _tidy(v) for k, v in value["properties"].items() if k not in invented}
    return {k: _tidy(v) for k, v in value.items()}


def _notes(warnings: list[str]) -> tuple[str, ...]:
    """The engine's remarks about names that the schema does not know either: most often a slip of the pen."""
    known = set(schema().nodes) | set(schema().edges) | set(schema().every_node) | set(schema().every_edge)
    known |= {name for node in schema().nodes.values() for name in node.properties}
    known |= {name for edge in schema().edges.values() for name in edge.properties}
    return tuple(w for w in warnings if (m := _NAMED.search(w)) and m[1] not in known)
