"""Whether a list of people is met at once or one by one: "with X and with Y", "had meetings with X and Y"."""

from __future__ import annotations

from itertools import pairwise

from loaders.facts.events.phrases import Happening
from loaders.facts.events.story import Clause
from loaders.facts.scene import Actor
from loaders.mentions.reading import Reading


def groups(reading: Reading, h: Happening, right: list[Actor]) -> list[list[Actor]]:
    """Several meetings in one sentence: "with X and with Y", "had meetings with X and Y"."""
    plural = several(reading, h)
    groups: list[list[Actor]] = []
    for actor in right:
        again = reading.norm(actor.i - 1) in reading.pack.words("with")
        alone = bool(groups) and h.kind == "talks" and _own(groups[-1][-1], actor)
        if not groups or again or alone or (plural and not _paired(groups[-1][-1], actor)):
            groups.append([actor])
        else:
            groups[-1].append(actor)
    return groups


def together(reading: Reading, c: Clause) -> bool:
    """Whether a list is met at once: "X, as well as Y", "his counterparts X and Y"."""
    words = reading.pack.words("together") | reading.pack.words("counterparts")
    gaps = [(c.h.j, c.right[0].at), *((a.j, b.i) for a, b in pairwise(c.right))]
    return any(reading.norm(k) in words for i, j in gaps for k in range(i, j))


def _own(a: Actor, b: Actor) -> bool:
    """Whether two in a list are met one by one: the second has an office of their own."""
    return b.at - a.j >= 2


def several(reading: Reading, h: Happening) -> bool:
    """Whether the words speak of several meetings."""
    return any(reading.norm(k) in reading.pack.words("several") for k in range(max(0, h.i - 2), h.j))


def _paired(a: Actor, b: Actor) -> bool:
    """Whether two names are one delegation: nothing but "and" between them and no office of the second's own."""
    return b.i - a.j <= 1 and not b.person.titles
