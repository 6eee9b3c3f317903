"""With how many of the others is each linked? (Freeman 1979)"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from graph.analytics.centrality.arrays import Values


def degree(weights: csr_array) -> Values:
    """The share of all other members that each is linked with, 0 to 1; 1 for a member that is alone, as in NetworkX."""
    size = weights.shape[0]
    if size <= 1:
        return np.ones(size)
    linked: Values = np.diff(weights.indptr) / (size - 1)
    return linked
