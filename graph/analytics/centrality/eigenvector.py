"""Who is linked with those who are themselves well linked? (Bonacich 1987)"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import eigsh

from graph.analytics.centrality.arrays import Values, components

_DENSE = 200
_TIE = 1e-9


def eigenvector(weights: csr_array, weighted: bool = True) -> Values:
    """The leading eigenvector of the links, of length 1, nothing negative.

    Where the network falls apart only the component with the greatest eigenvalue counts and everyone else has 0;
    components that tie share, each by how much an equal start gives it: the limit of the power iteration that
    NetworkX runs from equal values. Where nobody is linked all are equal. The same on every run.
    """
    size = weights.shape[0]
    links = weights.astype(float) if weighted else (weights > 0).astype(float)
    groups = components(weights)
    # No eigenvalue of a component exceeds its greatest row sum: most need not be looked at.
    sums = np.asarray(links.sum(axis=1)).ravel()
    bounds = [float(sums[group].max()) for group in groups]
    best, leading = -1.0, list[tuple[float, NDArray[np.intp], Values]]()
    for at in sorted(range(len(groups)), key=lambda i: -bounds[i]):
        if bounds[at] < best * (1 - _TIE):
            break
        value, vector = _leading(links[groups[at]][:, groups[at]])
        best = max(best, value)
        leading.append((value, groups[at], vector))
    scores = np.zeros(size)
    for value, group, vector in leading:
        if value >= best - _TIE * max(best, 1.0):
            scores[group] = vector * vector.sum()
    length = np.linalg.norm(scores)
    return scores / length if length else scores


def _leading(links: csr_array) -> tuple[float, Values]:
    """The greatest eigenvalue of one component and its vector, of length 1 and nowhere negative (Perron)."""
    size = links.shape[0]
    if size <= _DENSE:
        values, vectors = np.linalg.eigh(links.toarray())
        return float(values[-1]), np.abs(vectors[:, -1])
    values, vectors = eigsh(links, k=1, which="LA", v0=np.ones(size))
    return float(values[-1]), np.abs(vectors[:, -1])
