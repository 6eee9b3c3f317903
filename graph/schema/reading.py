"""The schema of seeds/schema.yaml, loaded and checked: what a graph may hold, and why a fact is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

import yaml

from graph.errors import DataError

Type = Literal["string", "integer", "date", "country", "strings", "integers", "numbers"]
Shown = Literal["most", "finest", "furthest", "latest"]

_TYPES = ("string", "integer", "date", "country", "strings", "integers", "numbers")
_SHOWN = ("most", "finest", "furthest", "latest")
_RESERVED = ("id", "title", "type")


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or an edge: what it holds, what it means, and how one of several values is chosen."""

    name: str
    type: Type
    what: str
    values: tuple[str, ...] = ()
    shown: Shown = "most"
    required: bool = False
    derived: bool = False


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label; ``key`` shows how the keys of its nodes look; ``derived`` types are made by the store alone."""

    label: str
    what: str
    key: str
    properties: Mapping[str, Property]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type and the pairs of labels that it may join."""

    type: str
    what: str
    ends: tuple[tuple[str, str], ...]
    properties: Mapping[str, Property]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything seeds/schema.yaml says. ``version`` is what a store records: one of a newer version is refused."""

    version: int
    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]
    every_node: Mapping[str, Property] = field(default_factory=dict)
    every_edge: Mapping[str, Property] = field(default_factory=dict)


@cache
def schema() -> Schema:
    """The schema that ships with the program; DataError where its file breaks its own policy."""
    return schema_from_yaml(resources.files("seeds").joinpath("schema.yaml").read_text("utf-8"))


def schema_from_yaml(text: str) -> Schema:
    """Read and check a schema; DataError names the entry, what was expected and where to mend it."""
    data = yaml.safe_load(text)
    if not isinstance(data, dict) or not isinstance(data.get("version"), int):
        raise DataError("seeds/schema.yaml: expected a mapping with an integer `version`")
    nodes = {label: _node_type(label, entry) for label, entry in _mapping(data, "nodes").items()}
    edges = {name: _edge_type(name, entry, nodes) for name, entry in _mapping(data, "edges").items()}
    return Schema(
        data["version"],
        nodes,
        edges,
        _properties("every_node", _mapping(data, "every_node"), node=True),
        _properties("every_edge", _mapping(data, "every_edge")),
    )


def _mapping(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    if not isinstance(found, dict):
        raise DataError(f"seeds/schema.yaml: `{name}` is {found!r}; expected a mapping")
    return found


def _node_type(label: str, entry: dict[str, Any]) -> NodeType:
    if not label.isidentifier() or not label[0].isupper():
        raise DataError(f"seeds/schema.yaml: label {label!r} should be one capitalised word")
    _complete(label, entry, ("what", "key", "properties"))
    properties = _properties(label, entry["properties"], node=True)
    return NodeType(label, entry["what"], entry["key"], properties, entry.get("by") == "store")


def _edge_type(name: str, entry: dict[str, Any], nodes: Mapping[str, NodeType]) -> EdgeType:
    if not name.isidentifier() or not name.isupper():
        raise DataError(f"seeds/schema.yaml: edge type {name!r} should be in capitals")
    _complete(name, entry, ("what", "ends", "properties"))
    ends = tuple((str(a), str(b)) for a, b in entry["ends"])
    for label in {label for pair in ends for label in pair} - set(nodes):
        raise DataError(f"seeds/schema.yaml: {name} joins {label!r}, which is none of {', '.join(nodes)}")
    return EdgeType(name, entry["what"], ends, _properties(name, entry["properties"]), entry.get("by") == "store")


def _complete(name: str, entry: object, fields: tuple[str, ...]) -> None:
    missing = [f for f in fields if not isinstance(entry, dict) or f not in entry]
    if missing:
        raise DataError(f"seeds/schema.yaml: {name} has no {', '.join(missing)}")


def _properties(owner: str, entries: Mapping[str, dict[str, Any]], node: bool = False) -> dict[str, Property]:
    return {name: _property(f"{owner}.{name}", name, entry, node) for name, entry in entries.items()}


def _property(path: str, name: str, entry: dict[str, Any], node: bool) -> Property:
    _complete(path, entry, ("type", "what"))
    shown = entry.get("shown", "most")
    if node and name in _RESERVED:
        raise DataError(f"seeds/schema.yaml: {path}: no node property may be called {', '.join(_RESERVED)}")
    if entry["type"] not in _TYPES:
        raise DataError(f"seeds/schema.yaml: {path}: type {entry['type']!r} is none of {', '.join(_TYPES)}")
    if shown not in _SHOWN or (shown == "furthest" and not entry.get("values")):
        raise DataError(
            f"seeds/schema.yaml: {path}: shown {shown!r} is none of {', '.join(_SHOWN)} (furthest needs values)"
        )
    return Property(
        name,
        cast(Type, entry["type"]),
        entry["what"],
        tuple(entry.get("values") or ()),
        cast(Shown, shown),
        bool(entry.get("required")),
        entry.get("by") == "store",
    )
