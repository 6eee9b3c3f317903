"""The life of an agreement or a meeting: what it went through, as parallel lists among the properties of its node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import NamedTuple

from graph.model import Value

LIVES = {"stage": "stages", "status": "statuses"}
"""Properties of a node that change with time, and the lists (in the schema) that keep all their values."""
_PARTS = ("", "_since", "_dates", "_sources", "_articles")


class Step(NamedTuple):
    """One stage or status: since when articles tell it, the date told with it, by how many sources, by whom first.

    Where they are not known, dates and article are empty and ``sources`` is 0.
    """

    value: str
    since: str
    date: str
    sources: int
    article: str


def life(properties: Mapping[str, Value], name: str) -> tuple[Step, ...]:
    """What a node went through by its ``stage`` or ``status``, in the order in which it was first told."""
    lists = (properties.get(f"{LIVES[name]}{part}", ()) for part in _PARTS)
    columns = (column if isinstance(column, tuple) else () for column in lists)
    return tuple(
        Step(str(value), str(since), str(date), int(sources or 0), str(article))
        for value, since, date, sources, article in zip_longest(*columns, fillvalue="")
    )


def as_properties(name: str, steps: Iterable[Step]) -> dict[str, Value]:
    """The lists that keep the steps of a node's ``stage`` or ``status``, of which there is at least one."""
    return {f"{LIVES[name]}{part}": column for part, column in zip(_PARTS, zip(*steps, strict=True), strict=True)}
