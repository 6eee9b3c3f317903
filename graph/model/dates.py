"""Dates as texts give them: a day, a month or a year, each a half-open interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.errors import InputError

Precision = Literal["day", "month", "year"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year; what the text does not fix stays open.

    Sorts by year, month, day with the less precise date first. ``month`` and ``day`` are 0 where open.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as exc:
            raise InputError(f"{self} is not a date: {exc}") from exc
        if self.day and not self.month:
            raise InputError(f"{self} is not a date: a day needs a month")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; anything else is an InputError that shows the text."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise InputError(f"{text!r} is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = found.groups()
        try:
            return cls(int(year), int(month or 0), int(day or 0))
        except InputError as exc:
            raise InputError(f"{text!r} is not a date: no such day in the calendar") from exc

    @property
    def precision(self) -> Precision:
        """The finest unit that is known."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def start(self) -> date:
        """First day of the interval."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> date:
        """First day after the interval (half-open)."""
        if self.day:
            return self.start + timedelta(days=1)
        if self.month:
            return date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date(self.year + 1, 1, 1)

    def contains(self, other: PartialDate) -> bool:
        """Whether the other date's interval lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def agrees(self, other: PartialDate) -> bool:
        """Whether both can be one day: one interval contains the other."""
        return self.contains(other) or other.contains(self)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", f"{self.month:02d}" if self.month else "", f"{self.day:02d}" if self.day else ""]
        return "-".join(p for p in parts if p)
