"""Which circles are there: groups that meet more among themselves than chance would have it."""

from __future__ import annotations

import random
from dataclasses import dataclass

import igraph

from graph.analytics.centrality.arrays import igraph_of
from graph.analytics.projection import Projection


@dataclass(frozen=True, slots=True)
class Communities:
    """Groups of positions in the projection, the largest first; who is linked with nobody is in none.

    ``modularity`` says how much more weight lies within the groups than chance would put there: near 0, no structure.
    """

    groups: tuple[tuple[int, ...], ...]
    modularity: float


def communities(projection: Projection) -> Communities:
    """Groups by the Leiden algorithm (Traag, Waltman & van Eck 2019), maximising weighted modularity; repeatable."""
    net = igraph_of(projection.weights)
    if not net.ecount():
        return Communities((), 0.0)
    # igraph draws from one generator for the whole process: seed it for this call, then hand it back.
    igraph.set_random_number_generator(random.Random(0))
    try:
        found = net.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    finally:
        igraph.set_random_number_generator(random)
    groups = sorted((tuple(sorted(group)) for group in found if len(group) > 1), key=lambda g: (-len(g), g))
    return Communities(tuple(groups), float(net.modularity(found, weights="weight")))
