"""An extraction as JSON, the form that the scoring tools read (documented in loaders/docs/extraction.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.errors import InputError
from graph.model.dates import PartialDate
from graph.model.facts import Article, Edge, Evidence, Facts, Node, Value

_NODE_KEYS = {"id", "label", "name", "aliases", "evidence", "canonical"}
_EDGE_KEYS = {"type", "source", "target", "evidence"}


def facts_to_json(facts: Facts, canonical: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The JSON object of one article's facts; with ``canonical`` (local id to store key) each node carries its key."""
    article = facts.article
    return {
        "article": {
            "key": article.key,
            "url": article.url,
            "publisher": article.publisher,
            "title": article.title,
            "language": article.language,
            "published": str(article.published) if article.published else None,
        },
        "nodes": [
            {"id": n.id, "label": n.label, "name": n.name, "aliases": list(n.aliases)}
            | _plain(n.properties)
            | ({"canonical": canonical[n.id]} if canonical is not None else {})
            | {"evidence": [evidence_to_json(e) for e in n.evidence]}
            for n in facts.nodes
        ],
        "edges": [
            {"type": e.type, "source": e.source, "target": e.target}
            | _plain(e.properties)
            | {"evidence": [evidence_to_json(v) for v in e.evidence]}
            for e in facts.edges
        ],
    }


def facts_from_json(data: Mapping[str, Any], text: str = "") -> Facts:
    """Facts from their JSON object (the article's text is not part of it); InputError where a field is missing."""
    try:
        head = data["article"]
        article = Article(
            key=head["key"],
            text=text,
            url=head.get("url"),
            publisher=head.get("publisher"),
            title=head.get("title"),
            language=head.get("language"),
            published=PartialDate.parse(head["published"]) if head.get("published") else None,
        )
        nodes = tuple(
            Node(
                n["id"],
                n["label"],
                n["name"],
                tuple(n.get("aliases") or ()),
                _frozen({k: v for k, v in n.items() if k not in _NODE_KEYS}),
                tuple(_evidence_from_json(e, article.key) for e in n.get("evidence") or ()),
            )
            for n in data["nodes"]
        )
        edges = tuple(
            Edge(
                e["type"],
                e["source"],
                e["target"],
                _frozen({k: v for k, v in e.items() if k not in _EDGE_KEYS}),
                tuple(_evidence_from_json(v, article.key) for v in e.get("evidence") or ()),
            )
            for e in data["edges"]
        )
    except KeyError as exc:
        raise InputError(f"not an extraction: the field {exc} is missing (see loaders/docs/extraction.md)") from exc
    return Facts(article, nodes, edges)


def _plain(properties: Mapping[str, Value]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in properties.items()}


def _frozen(properties: Mapping[str, Any]) -> dict[str, Value]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in properties.items() if v is not None}


def evidence_to_json(e: Evidence) -> dict[str, Any]:
    """The JSON object of a quote, without the article, whose facts it belongs to."""
    return {
        "quote": e.quote,
        "start": e.start,
        "end": e.end,
        "extractor": e.extractor,
        "version": e.version,
        "confidence": e.confidence,
    }


def _evidence_from_json(e: Mapping[str, Any], article: str) -> Evidence:
    return Evidence(
        article, e["quote"], e["start"], e["end"], e["extractor"], e.get("version", ""), e.get("confidence", 0.0)
    )
