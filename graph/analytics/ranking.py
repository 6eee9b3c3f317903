"""Who stands out, by five measures side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graph.analytics.centrality import betweenness, closeness, degree, eigenvector, pagerank, pivots
from graph.analytics.projection import Projection

MEASURES = ("degree", "betweenness", "closeness", "eigenvector", "pagerank")
# Decimals to which values are compared: what differs less is rounding of the arithmetic, and shares a rank.
_DECIMALS = 9


class Place(NamedTuple):
    """One measure of one member: its value and its rank (1 is highest; equal values share the better rank)."""

    value: float
    rank: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A member (by its position in the projection) with its place by every measure."""

    member: int
    key: str
    places: dict[str, Place]


@dataclass(frozen=True, slots=True)
class Ranking:
    """All members, the most central first: by betweenness, then degree, PageRank, key.

    ``sampled_from`` is None where betweenness and closeness are exact, else the number of members whose shortest
    chains were counted.
    """

    ranked: tuple[Ranked, ...]
    sampled_from: int | None


def ranking(projection: Projection) -> Ranking:
    """Rank the members of a projection by all five measures.

    Betweenness and closeness count steps, whatever the weight; eigenvector and PageRank count the weights.
    """
    weights = projection.weights
    sources = pivots(weights)
    values = {
        "degree": degree(weights) if weights.shape[0] > 1 else np.zeros(weights.shape[0]),
        "betweenness": betweenness(weights, sources=sources),
        "closeness": closeness(weights, sources=sources),
        "eigenvector": eigenvector(weights),
        "pagerank": pagerank(weights),
    }
    rounded = {name: np.round(of, _DECIMALS) for name, of in values.items()}
    ranks = {name: _ranks(of) for name, of in rounded.items()}
    order = sorted(
        range(len(projection.members)),
        key=lambda i: (-rounded["betweenness"][i], -rounded["degree"][i], -rounded["pagerank"][i], i),
    )
    ranked = tuple(
        Ranked(i, projection.members[i], {m: Place(float(values[m][i]), int(ranks[m][i])) for m in MEASURES})
        for i in order
    )
    return Ranking(ranked, None if sources is None else len(sources))


def _ranks(values: np.ndarray) -> np.ndarray:
    """1 for the greatest; equal values share the better rank."""
    return np.searchsorted(np.sort(-values), -values, side="left") + 1
