"""How few steps is each away from the others? (Freeman 1979, Wasserman & Faust 1994 for several components)"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.analytics.centrality.arrays import Values, components, distances, igraph_of


def closeness(weights: csr_array, weighted: bool = False, sources: NDArray[np.intp] | None = None) -> Values:
    """The inverse mean distance to those within reach, times the share of all others that are within reach.

    Whoever is linked with nobody has 0. ``weighted`` makes links of heavy weight short. With ``sources`` (positions
    of a sample) the mean distance is taken to those of them within reach; components that hold none of them are exact.
    """
    size = weights.shape[0]
    net = igraph_of(weights)
    lengths = distances(net, weighted)
    reach = _reach(weights)
    if sources is None:
        inverse_mean = np.nan_to_num(np.array(net.closeness(weights=lengths), dtype=float))
    else:
        inverse_mean = _sampled(weights, net, lengths, sources, reach)
    # igraph looks at the component alone; the factor makes members of small components less close.
    close: Values = inverse_mean * reach / max(size - 1, 1)
    return close


def _reach(weights: csr_array) -> Values:
    reach = np.zeros(weights.shape[0])
    for members in components(weights):
        reach[members] = len(members) - 1
    return reach


def _sampled(
    weights: csr_array, net: Any, lengths: list[float] | None, sources: NDArray[np.intp], reach: Values
) -> Values:
    """The inverse of the mean distance to the sampled members of the same component, other than oneself."""
    chosen = np.zeros(weights.shape[0], dtype=bool)
    chosen[sources] = True
    for members in components(weights):
        if not chosen[members].any() or len(members) <= 64:
            chosen[members] = True
    picked = np.flatnonzero(chosen)
    far: Values = np.array(net.distances(source=picked.tolist(), weights=lengths), dtype=np.float64)
    far[~np.isfinite(far)] = 0.0
    total = far.sum(axis=0)
    met = np.zeros(weights.shape[0])
    for members in components(weights):
        met[members] = chosen[members].sum()
    met -= chosen
    inverse: Values = np.divide(met, total, out=np.zeros_like(total), where=total > 0)
    return inverse
