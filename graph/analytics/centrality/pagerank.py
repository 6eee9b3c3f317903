"""Where does a walk along the links, that now and then starts anew anywhere, spend its time? (Brin & Page 1998)"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array, diags_array

from graph.analytics.centrality.arrays import Values

_ROUNDS = 1000
_EXACT = 1e-13


def pagerank(weights: csr_array, weighted: bool = True, damping: float = 0.85) -> Values:
    """Shares that add up to 1; a heavier link is walked more often, whoever has none is left for anyone at random."""
    size = weights.shape[0]
    if not size:
        return np.zeros(0)
    links = weights.astype(float) if weighted else (weights > 0).astype(float)
    out = np.asarray(links.sum(axis=1)).ravel()
    stuck = out == 0
    # Symmetric links: the steps into each are the rows, each divided by what its other end sends out.
    steps = links @ diags_array(np.divide(1.0, out, out=np.zeros(size), where=~stuck))
    share = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        before, share = share, damping * (steps @ share + share[stuck].sum() / size) + (1 - damping) / size
        if np.abs(share - before).sum() < _EXACT:
            break
    return share
