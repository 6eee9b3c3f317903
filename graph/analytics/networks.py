"""NetworkX graphs of what a store knows: the one place where any is built."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.analytics.projection import Projection
from graph.model import Graph


def network(graph: Graph) -> nx.MultiDiGraph[str]:
    """The whole graph for NetworkX: nodes by key, one directed edge per relation, keyed by its type.

    Node attributes: ``label`` (Person, Agency …), ``name``, ``aliases`` and the node's properties. Edge attributes:
    ``type``, ``evidence`` (a tuple of Evidence, best first) and the edge's properties.

    >>> from graph.stores import open_store
    >>> net = network(open_store("sqlite:///communique.db").graph())  # doctest: +SKIP
    """
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        attributes: dict[str, Any] = {
            **node.properties,
            "label": node.label,
            "name": node.name,
            "aliases": node.aliases,
        }
        net.add_node(node.id, **attributes)
    for edge in graph.edges:
        attributes = {**edge.properties, "type": edge.type, "evidence": edge.evidence}
        # Assigned rather than passed by name: "key" is both add_edge's argument and a name a property may have.
        net.add_edge(edge.source, edge.target, key=edge.type)
        net.edges[edge.source, edge.target, edge.type].update(attributes)
    return net


def links(projection: Projection) -> nx.Graph[str]:
    """A projection for NetworkX: undirected, ``weight`` and ``events`` (keys of what is shared) on every edge."""
    net: nx.Graph[str] = nx.Graph(statement=projection.statement)
    net.add_nodes_from(projection.members)
    for left, right in projection.pairs():
        events = projection.shared(left, right)
        net.add_edge(projection.members[left], projection.members[right], weight=len(events), events=events)
    return net
