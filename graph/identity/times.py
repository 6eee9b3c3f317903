"""How the dates of two reports stand to each other."""

from __future__ import annotations

from functools import lru_cache

from graph.errors import InputError
from graph.model import PartialDate

NEAR = 1
"""Days by which two reports of one event may differ: a night, a time zone."""
FRESH = 5
"""Days before its publication within which an article's undated event is presumed to lie."""


@lru_cache(maxsize=65536)
def read(text: str) -> PartialDate | None:
    """A date, or None where there is none or it is no date of the calendar."""
    try:
        return PartialDate.parse(text) if text else None
    except InputError:
        return None


def gap(a: PartialDate, b: PartialDate) -> int:
    """Days between two intervals, 0 where they overlap."""
    return max((a.start - b.end).days + 1, (b.start - a.end).days + 1, 0)


def days_after(first: PartialDate, then: PartialDate) -> int:
    """Days from the end of the first to the start of the second; negative where it lies before."""
    return (then.start - first.end).days + 1
