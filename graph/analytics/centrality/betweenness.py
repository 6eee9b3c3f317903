"""How often does each stand on the shortest chains between two others? (Freeman 1977)"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.analytics.centrality.arrays import Values, distances, igraph_of


def betweenness(weights: csr_array, weighted: bool = False, sources: NDArray[np.intp] | None = None) -> Values:
    """The mean share of shortest chains between two others that pass through each, 0 to 1.

    ``weighted`` makes links of heavy weight short. With ``sources`` (positions of a sample) only chains from these
    are counted and the sum is scaled up: an unbiased estimate (Brandes & Pich 2007).
    """
    size = weights.shape[0]
    if size < 3:
        return np.zeros(size)
    net = igraph_of(weights)
    lengths = distances(net, weighted)
    share = 1.0
    if sources is None:
        counted = net.betweenness(directed=False, weights=lengths)
    else:
        counted = net.betweenness(directed=False, weights=lengths, sources=sources.tolist())
        share = len(sources) / size
    # igraph counts each unordered pair once and does not normalise; from few sources it halves the sum all the same.
    share_of_pairs: Values = np.array(counted) * 2 / ((size - 1) * (size - 2)) / share
    return share_of_pairs
