"""Values as the JSON that a store keeps, and back: articles, statements, verdicts, nodes and edges as shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any

from graph.model import (
    Article,
    Edge,
    Evidence,
    Facts,
    Node,
    Value,
    Verdict,
    evidence_to_json,
    facts_from_json,
    facts_to_json,
)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def pack(value: object) -> str:
    """Compact JSON, the same for the same value."""
    return _ENCODER.encode(value)


@lru_cache(maxsize=200_000)
def number_of(text: str) -> int:
    """A text as a number of 64 bits, which costs a third of the text where there are very many.

    Two texts may have one number; what is found by it is compared with the text itself.
    """
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def digest(facts: Facts) -> str:
    """Changes whenever anything about the article or its reading does, but not with the name of its file."""
    extra = {name: value for name, value in facts.article.extra.items() if name != "file"}
    said = [facts_to_json(facts), extra, facts.article.text]
    return hashlib.sha256(pack(said).encode()).hexdigest()


def header_to_json(article: Article) -> str:
    """Everything of an article but its text."""
    return pack(facts_to_json(Facts(article))["article"] | {"extra": dict(article.extra)})


def article_from_json(header: str, text: str) -> Article:
    """The article of a header and a text."""
    return facts_from_record(header, text, (), ()).article


def statements_to_json(facts: Facts) -> tuple[list[str], list[str]]:
    """Nodes and edges as read, one JSON text each, in their order."""
    whole = facts_to_json(facts)
    return [pack(n) for n in whole["nodes"]], [pack(e) for e in whole["edges"]]


def facts_from_record(header: str, text: str, nodes: Iterable[str], edges: Iterable[str]) -> Facts:
    """Facts as they were loaded."""
    head = json.loads(header)
    data = {"article": head, "nodes": [json.loads(n) for n in nodes], "edges": [json.loads(e) for e in edges]}
    facts = facts_from_json(data, text)
    return replace(facts, article=replace(facts.article, extra=head.get("extra") or {}))


def verdict_to_json(verdict: Verdict) -> str:
    """A verdict as JSON."""
    return pack(asdict(verdict))


def verdict_from_json(text: str) -> Verdict:
    """A verdict from its JSON."""
    data = json.loads(text)
    return Verdict(**data | {"left": tuple(data["left"]), "right": tuple(data["right"])})


def node_to_json(node: Node) -> str:
    """A node as shown; key and label are kept beside it."""
    return pack({"name": node.name, "aliases": node.aliases, "properties": dict(node.properties)})


def node_from_json(key: str, label: str, text: str) -> Node:
    """A node as shown."""
    data = json.loads(text)
    return Node(key, label, data["name"], tuple(data["aliases"]), _values(data["properties"]))


def quote_row(evidence: Evidence) -> dict[str, Any]:
    """A quote with its article, as an element that many articles tell keeps it."""
    return {"article": evidence.article} | evidence_to_json(evidence)


def edge_to_json(edge: Edge) -> str:
    """An edge as shown; type and ends are kept beside it."""
    return pack({"properties": dict(edge.properties), "evidence": [quote_row(e) for e in edge.evidence]})


def edge_from_json(type_: str, source: str, target: str, text: str) -> Edge:
    """An edge as shown."""
    data = json.loads(text)
    evidence = tuple(Evidence(**e) for e in data["evidence"])
    return Edge(type_, source, target, _values(data["properties"]), evidence)


def value_from_json(text: str) -> Value:
    """One property's value."""
    return _value(json.loads(text))


def _values(properties: Mapping[str, Any]) -> dict[str, Value]:
    return {name: _value(value) for name, value in properties.items()}


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
