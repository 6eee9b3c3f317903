"""Nodes and edges as flat properties: how a Cypher engine, embedded or on a server, holds what the graph shows."""

from __future__ import annotations

from typing import Any

from graph.model import Edge, Node


def node_row(node: Node) -> dict[str, Any]:
    """A node's properties: key, name, aliases (a list, perhaps empty) and those of seeds/schema.yaml."""
    properties = {name: _plain(value) for name, value in node.properties.items()}
    return {"key": node.id, "name": node.name, "aliases": list(node.aliases)} | properties


def edge_row(edge: Edge) -> dict[str, Any]:
    """An edge's properties, its best quotes as parallel lists among them."""
    properties = {name: _plain(value) for name, value in edge.properties.items()}
    return properties | {
        "quotes": [e.quote for e in edge.evidence],
        "articles": [e.article for e in edge.evidence],
        "starts": [e.start for e in edge.evidence],
        "ends": [e.end for e in edge.evidence],
        "extractors": [f"{e.extractor} {e.version}".strip() for e in edge.evidence],
        "confidences": [e.confidence for e in edge.evidence],
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
