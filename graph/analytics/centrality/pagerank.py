"""Where does a walk along the links, that now and then starts anew anywhere, spend its time? (Brin & Page 1998)"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from graph.analytics.centrality.arrays import Values, igraph_of


def pagerank(weights: csr_array, weighted: bool = True, damping: float = 0.85) -> Values:
    """Shares that add up to 1; a heavier link is walked more often, whoever has none is left for anyone at random."""
    if not weights.shape[0]:
        return np.zeros(0)
    net = igraph_of(weights)
    lengths = "weight" if weighted and net.ecount() else None
    return np.array(net.pagerank(directed=False, damping=damping, weights=lengths))
