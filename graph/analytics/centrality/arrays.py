"""What the measures share: igraph graphs of weight arrays, components, pivots where exactness would take too long."""

from __future__ import annotations

from typing import Any

import igraph
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu
from scipy.sparse.csgraph import connected_components

Values = NDArray[np.float64]

# Vertices times links up to which shortest paths are counted from every vertex: some seconds on one core.
EXACT_WORK = 200_000_000
# From how many vertices they are counted beyond that, at least.
PIVOTS = 256


def igraph_of(weights: csr_array) -> Any:
    """An undirected igraph graph of a symmetric array, with the edge attribute ``weight``."""
    upper = triu(weights, k=1, format="coo")
    net = igraph.Graph(weights.shape[0], np.column_stack(upper.coords))
    net.es["weight"] = upper.data.astype(float).tolist()
    return net


def distances(net: Any, weighted: bool) -> list[float] | None:
    """Lengths of the links: one over the weight (who meets more often is closer), or None: each link is one step."""
    return [1.0 / weight for weight in net.es["weight"]] if weighted and net.ecount() else None


def components(weights: csr_array) -> list[NDArray[np.intp]]:
    """Positions of the members of each connected component, the component of the first member first."""
    count, label = connected_components(weights, directed=False)
    order = np.argsort(label, kind="stable")
    return np.split(order, np.cumsum(np.bincount(label, minlength=count))[:-1]) if count else []


def pivots(weights: csr_array, work: int | None = None) -> NDArray[np.intp] | None:
    """From which vertices to count shortest paths; None means from all, which is exact.

    Beyond ``work`` (vertices times links; EXACT_WORK unless given) it is an evenly drawn sample, the same on every run.
    """
    work = EXACT_WORK if work is None else work
    size, links = weights.shape[0], weights.nnz // 2
    if size * links <= work:
        return None
    count = min(size, max(PIVOTS, work // links))
    return np.sort(np.random.default_rng(0).choice(size, count, replace=False))
