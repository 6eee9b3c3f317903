"""How many meetings were there when?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from graph.analytics.occasions import Period, date_of, held, is_series
from graph.model import Graph, PartialDate

Unit = Literal["year", "month"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Meetings by period, in order, empty periods between the first and the last included.

    ``meetings`` holds (period, keys of the meetings held); a meeting counts where it began. ``unplaced`` are meetings
    whose date is not known to the unit, ``not_held`` those planned, postponed or cancelled.
    """

    unit: Unit
    meetings: tuple[tuple[str, tuple[str, ...]], ...]
    unplaced: tuple[str, ...]
    not_held: tuple[str, ...]


def timeline(
    graph: Graph, unit: Unit = "year", since: PartialDate | None = None, until: PartialDate | None = None
) -> Timeline:
    """Meetings held per year or month, from ``since`` to ``until``, both included."""
    period = Period(since, until)
    placed: dict[str, list[str]] = defaultdict(list)
    unplaced: list[str] = []
    not_held: list[str] = []
    for node in sorted((n for n in graph.nodes if n.label == "Meeting" and not is_series(n)), key=lambda n: n.id):
        date = date_of(node)
        if not period.may_hold(date):
            continue
        if not held(node):
            not_held.append(node.id)
        elif date is None or (unit == "month" and not date.month) or not period.holds(date):
            unplaced.append(node.id)
        else:
            placed[_name(date, unit)].append(node.id)
    rows = tuple((name, tuple(placed.get(name, ()))) for name in _between(placed, unit))
    return Timeline(unit, rows, tuple(unplaced), tuple(not_held))


def _name(date: PartialDate, unit: Unit) -> str:
    return f"{date.year:04d}" if unit == "year" else f"{date.year:04d}-{date.month:02d}"


def _between(placed: dict[str, list[str]], unit: Unit) -> list[str]:
    """Every period from the first to the last."""
    if not placed:
        return []
    first, last = PartialDate.parse(min(placed)), PartialDate.parse(max(placed))
    if unit == "year":
        return [f"{year:04d}" for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]
