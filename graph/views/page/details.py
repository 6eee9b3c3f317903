"""What the side panel shows of nodes, relations and articles, as JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model import Edge, Evidence, Node
from graph.schema import LIVES, life
from graph.views.counted import independent_sources
from graph.views.links import web_address
from graph.views.page.appearance import words
from graph.views.page.selection import Selection

_QUOTES = 5
# Shown in another place, or of use to a store alone.
_HIDDEN = frozenset({"key", "name", "aliases", "quotes", "articles", "dates", "starts", "ends", "extractors",
                     "versions", "confidences", "evidence", "sources", "first_seen", "last_seen"})  # fmt: skip


def details(chosen: Selection) -> dict[str, Any]:
    """``nodes`` by key, ``relations`` parallel to the selection's edges, ``articles`` by key (those quoted alone)."""
    relations = [_relation(edge) for edge in chosen.edges]
    quoted = {quote["article"] for relation in relations for quote in relation["quotes"]}
    return {
        "nodes": {node.id: _node(node) for node in chosen.nodes},
        "relations": relations,
        "articles": {key: _article(key, chosen.articles.get(key)) for key in sorted(quoted)},
    }


def _node(node: Node) -> dict[str, Any]:
    return {"kind": node.label, "name": node.name, "aliases": list(node.aliases), "facts": _facts(node.properties)}


def _relation(edge: Edge) -> dict[str, Any]:
    return {
        "type": edge.type,
        "words": words(edge.type),
        "source": edge.source,
        "target": edge.target,
        "facts": [*_facts(edge.properties), ["said by", _said_by(edge)]],
        "quotes": [_quote(evidence) for evidence in edge.evidence[:_QUOTES]],
        "more": max(len(edge.evidence) - _QUOTES, 0),
    }


def _said_by(edge: Edge) -> str:
    """How many sources say so, and when: "2 independent sources (seen 2019 to 2024-05)"."""
    count = edge.properties.get("sources", len({e.article for e in edge.evidence}))
    first, last = (str(edge.properties.get(f"{end}_seen", "")) for end in ("first", "last"))
    return f"{independent_sources(int(str(count)))}{_seen(first, last)}"


def _quote(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": evidence.quote,
        "article": evidence.article,
        "confidence": round(evidence.confidence, 2),
        "by": f"{evidence.extractor} {evidence.version}".strip(),
    }


def _article(key: str, node: Node | None) -> dict[str, Any]:
    properties = node.properties if node else {}
    return {
        "headline": properties.get("headline") or (node.name if node else key),
        "publisher": properties.get("publisher", ""),
        "published": properties.get("published", ""),
        "url": web_address(properties.get("url")),
    }


def _facts(properties: Mapping[str, Any]) -> list[list[str]]:
    """Properties as pairs of words, lists joined; titles each with the dates of the first and the last article."""
    titles = properties.get("titles", ())
    first, last = (properties.get(f"titles_{end}", ("",) * len(titles)) for end in ("since", "until"))
    held = [["title", title + _seen(since, until)] for title, since, until in zip(titles, first, last, strict=False)]
    lived = [row for name in LIVES for row in _life(name, properties)]
    apart = (*("title",) * bool(held), *LIVES.values())
    return [*held, *lived] + [
        [name.replace("_", " "), "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)]
        for name, value in properties.items()
        if name not in _HIDDEN and not name.startswith(apart) and value not in ("", ())
    ]


def _life(name: str, properties: Mapping[str, Any]) -> list[list[str]]:
    """What a thing went through, one row for each: the date told with it, since when, by how many sources."""
    rows = []
    for step in life(properties, name):
        when = f" {step.date}" if step.date else ""
        told = f"{_seen(step.since, step.since)}, {independent_sources(step.sources)}"
        rows.append([f"{name}, in turn", f"{step.value}{when}{told}"])
    return rows


def _seen(since: str, until: str) -> str:
    """When articles say so, which is not when it began or ended."""
    if not since and not until:
        return ""
    return f" (seen {since})" if since == until else f" (seen {since or '…'} to {until or '…'})"
