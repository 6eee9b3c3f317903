"""Five measures on symmetric weight arrays (``Projection.weights``), defined as NetworkX defines them; one a module."""

from graph.analytics.centrality.arrays import pivots
from graph.analytics.centrality.betweenness import betweenness
from graph.analytics.centrality.closeness import closeness
from graph.analytics.centrality.degree import degree
from graph.analytics.centrality.eigenvector import eigenvector
from graph.analytics.centrality.pagerank import pagerank

__all__ = ["betweenness", "closeness", "degree", "eigenvector", "pagerank", "pivots"]
