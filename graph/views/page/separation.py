"""Pushes nodes apart until no label lies on another, moving each as little as that needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from graph.views.page.labels import Room

Places = NDArray[np.float64]
_MARGIN = 7.0
_ROUNDS = 400
# After how many rounds without success everything is drawn a little wider.
_PATIENCE = 12


def separated(places: Places, rooms: Sequence[Room]) -> Places:
    """The same arrangement with every two rooms apart by a margin."""
    half = np.array([[r.half_width + _MARGIN, (r.above + r.below) / 2 + _MARGIN] for r in rooms])
    # A room reaches lower than higher where the label lies below its node: work with the middles of the rooms.
    shift = np.array([[0.0, (r.below - r.above) / 2] for r in rooms])
    middles = places + shift
    for turn in range(_ROUNDS):
        pairs, gap, share = _overlapping(middles, half)
        if not len(pairs):
            break
        _push(middles, pairs, gap, share)
        if turn % _PATIENCE == _PATIENCE - 1:
            middles *= 1.06
    apart: Places = middles - shift
    return apart


def _overlapping(middles: Places, half: Places) -> tuple[NDArray[np.intp], Places, Places]:
    """Pairs of rooms that overlap, by how much in either direction, and what share of their size that is."""
    widest = half.max(axis=0)
    near = cKDTree(middles / widest).query_pairs(2.0, p=np.inf, output_type="ndarray")
    left, right = near[:, 0], near[:, 1]
    reach = half[left] + half[right]
    gap = reach - np.abs(middles[left] - middles[right])
    # Less than a hundredth of a point is the rounding of the arithmetic.
    over = (gap > 0.01).all(axis=1)
    return near[over], gap[over], (gap / reach)[over]


def _push(middles: Places, pairs: NDArray[np.intp], gap: Places, share: Places) -> None:
    """Move both of each pair half their overlap, along the direction in which they overlap less for their size."""
    rows = np.arange(len(pairs))
    axis = share.argmin(axis=1)
    left, right = pairs[:, 0], pairs[:, 1]
    away = np.where(middles[left, axis] <= middles[right, axis], -1.0, 1.0)
    step = np.zeros((len(pairs), 2))
    step[rows, axis] = away * (gap[rows, axis] / 2 + 0.01) * 0.9
    np.add.at(middles, left, step)
    np.add.at(middles, right, -step)
