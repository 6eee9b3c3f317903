"""Where each node lies: laid out in Python, the same on every run, so that the page opens still and at once."""

from __future__ import annotations

import random
from collections.abc import Sequence

import igraph
import numpy as np
from numpy.typing import NDArray

from graph.views.page.labels import Room
from graph.views.page.separation import separated

Places = NDArray[np.float64]

# Up to this many nodes every distance is weighed (Kamada & Kawai 1989); beyond, forces (Fruchterman & Reingold 1991).
_EVERY_DISTANCE = 400
# The proportions of the room beside the panel on a screen.
_ASPECT = 1.35
# How much wider or taller than the names need it may be drawn to fill that room.
_MOST = 1.7
# Pairs of a length for links and a stretch sideways that are tried; the one that can be shown largest is taken.
_TRIED = ((35.0, 0.7), (35.0, 1.1), (35.0, 1.7), (50.0, 0.7), (50.0, 1.1), (50.0, 1.7), (70.0, 1.0), (70.0, 1.5))


def laid_out(size: int, links: Sequence[tuple[int, int]], rooms: Sequence[Room]) -> Places:
    """Centres (x, y) of ``size`` nodes; no two rooms overlap; parts that hang together lie beside each other."""
    net = igraph.Graph(size, list(links)).simplify()
    parts = sorted((np.array(part) for part in net.connected_components()), key=lambda p: (-len(p), p[0]))
    blocks = []
    for part in parts:
        blocks.append(_compact(_spread(net.induced_subgraph(part.tolist())), [rooms[i] for i in part]))
    places = np.zeros((size, 2))
    for part, block in zip(parts, _packed(blocks, [[rooms[i] for i in part] for part in parts]), strict=True):
        places[part] = block
    return np.round(_filling(places, rooms), 1)


def _compact(spots: Places, rooms: list[Room]) -> Places:
    """The part with its labels apart, in the way that needs the smallest screen; of a large part one way alone."""
    tried = _TRIED if len(spots) <= _EVERY_DISTANCE else _TRIED[-1:]
    found = [separated(spots * (step * stretch**0.5, step * stretch**-0.5), rooms) for step, stretch in tried]
    return min(found, key=lambda block: _side(_frame(block, rooms)))


def _side(frame: tuple[float, float, float, float]) -> float:
    left, top, right, bottom = frame
    return max((right - left) / _ASPECT, bottom - top)


def _filling(places: Places, rooms: Sequence[Room]) -> Places:
    """Drawn wider or taller until it has the proportions of the screen: that parts rooms further, never less."""
    if len(places) < 2:
        return places
    left, top, right, bottom = _frame(places, rooms)
    wide, high = right - left, bottom - top
    return places * (min(max(high * _ASPECT / wide, 1.0), _MOST), min(max(wide / _ASPECT / high, 1.0), _MOST))


def _spread(net: igraph.Graph) -> Places:
    """One connected part, neighbours about one unit apart, its longer side lying flat."""
    if net.vcount() == 1:
        return np.zeros((1, 2))
    if net.vcount() <= _EVERY_DISTANCE:
        found = net.layout_kamada_kawai(seed=net.layout_circle(), maxiter=max(50 * net.vcount(), 2000))
    else:
        # igraph draws from one generator for the whole process: seed it for this call, then hand it back.
        igraph.set_random_number_generator(random.Random(0))
        try:
            found = net.layout_fruchterman_reingold(niter=400, grid=net.vcount() > 1500)
        finally:
            igraph.set_random_number_generator(random)
    spots = np.array(found.coords, dtype=np.float64)
    spots -= spots.mean(axis=0)
    ends = np.array(net.get_edgelist())
    typical = np.median(np.linalg.norm(spots[ends[:, 0]] - spots[ends[:, 1]], axis=1))
    return _flat(_drawn_in(spots / max(float(typical), 1e-9)))


def _drawn_in(spots: Places) -> Places:
    """Nodes far outside brought nearer, in the same direction, so that a few do not make all the others small."""
    far = np.linalg.norm(spots, axis=1)
    usual = max(float(np.percentile(far, 90)), 1e-9)
    beyond = np.maximum(far / usual, 1.0)
    drawn: Places = spots * ((1 + np.log(beyond)) / beyond)[:, None]
    return drawn


def _flat(spots: Places) -> Places:
    """Turned so that the longest extent is horizontal."""
    _, _, axes = np.linalg.svd(spots, full_matrices=False)
    turned: Places = spots @ axes.T
    return turned * np.sign(turned[np.abs(turned).argmax(axis=0), range(turned.shape[1])])


def _packed(blocks: list[Places], rooms: list[list[Room]], gap: float = 50.0) -> list[Places]:
    """The parts in rows, the largest first, in about the proportions of a screen."""
    frames = [_frame(block, of) for block, of in zip(blocks, rooms, strict=True)]
    widest = max((right - left for left, _, right, _ in frames), default=0.0)
    return min(
        (_rows(blocks, frames, widest * wider, gap) for wider in (1.0, 1.15, 1.3, 1.5, 2.0, 3.0)),
        key=lambda rows: rows[1],
    )[0]


def _rows(
    blocks: list[Places], frames: list[tuple[float, float, float, float]], limit: float, gap: float
) -> tuple[list[Places], float]:
    """The parts in rows no wider than the limit, and the side of the screen that all of it would need."""
    placed, x, y, row, wide = list[Places](), 0.0, 0.0, 0.0, 0.0
    for block, (left, top, right, bottom) in zip(blocks, frames, strict=True):
        if x and x + right - left > limit:
            x, y, row = 0.0, y + row + gap, 0.0
        placed.append(block + np.array([x - left, y - top]))
        x += right - left + gap
        row, wide = max(row, bottom - top), max(wide, x)
    return placed, max(wide / _ASPECT, y + row)


def _frame(block: Places, rooms: Sequence[Room]) -> tuple[float, float, float, float]:
    """The rectangle (left, top, right, bottom) around a part with its labels."""
    half = np.array([r.half_width for r in rooms])
    above, below = np.array([r.above for r in rooms]), np.array([r.below for r in rooms])
    x, y = block[:, 0], block[:, 1]
    return (float((x - half).min()), float((y - above).min()), float((x + half).max()), float((y + below).max()))
