"""Dates in numbers: 22/11/2024, 18-6, 9.1, 21-23/11, từ ngày 12 đến 16/9/2023."""

from __future__ import annotations

from graph.errors import InputError
from graph.model import PartialDate
from loaders.language.values import dataclass
from loaders.mentions.reading import Reading


@dataclass(frozen=True, slots=True)
class DateMention:
    """Tokens i to j are a date: its first day, and its last where the text gives a range.

    ``date`` is None where the words are a date ("Tuesday", "20 mai") but nothing fixes the year. ``line`` marks the day
    on which a report is sent ("BANGKOK, Nov 26 —"), ``weekday`` a day of the week counted back from the publication,
    ``reported`` the day on which something was said ("the ministry said on Thursday").
    """

    i: int
    j: int
    date: PartialDate | None
    until: PartialDate | None = None
    line: bool = False
    weekday: bool = False
    reported: bool = False


def number(reading: Reading, k: int) -> int | None:
    """The number of up to four digits at token k, None where there is none."""
    if 0 <= k < len(reading.tokens):
        text = reading.tokens[k].text
        if text.isdigit() and len(text) <= 4:
            return int(text)
    return None


def make(year: int | None, month: int, day: int, published: PartialDate | None) -> PartialDate | None:
    """A date whose year, where it is not said, is the one that puts it nearest to the publication."""
    try:
        if year is not None:
            return PartialDate(year, month, day)
        if published is None:
            return None
        year = published.year
        guess = PartialDate(year, month, day)
        if published.month and (month, day) > (published.month, published.day or 31) and _months(guess, published) > 3:
            guess = PartialDate(year - 1, month, day)
        elif published.month and month - published.month < -8:
            guess = PartialDate(year + 1, month, day)
    except InputError:
        return None
    return guess


def _months(a: PartialDate, b: PartialDate) -> int:
    return (a.year - b.year) * 12 + a.month - b.month


def numeric(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """22/11/2024, 18-6, 2024-11-22, and the ranges 21-23/11 and 2-4/4."""
    tokens = reading.tokens
    first = number(reading, k)
    if first is None:
        return None
    sign = tokens[k + 1].text if k + 1 < len(tokens) else ""
    if len(tokens[k].text) == 4 and sign == "-":
        month, day = number(reading, k + 2), number(reading, k + 4)
        if month and day and tokens[k + 3].text == "-":
            return mention(k, k + 5, make(first, month, day, published))
        return None
    apart = not reading.glued(k + 1) and sign != "–"  # "2 - 3/12" is a range, "2 - 3" is none
    if sign not in ("/", "-", ".", "–") or (apart and sign != "-"):
        return None
    second = number(reading, k + 2)
    if second is None:
        return None
    third_sign = tokens[k + 3].text if k + 3 < len(tokens) else ""
    third = number(reading, k + 4) if third_sign in ("/", "-", ".") and reading.glued(k + 3) else None
    if sign in "-–" and third_sign == "/" and third is not None and first <= 31 and second <= 31:
        end, year = _year_after(reading, k + 5)
        return mention(k, end, make(year, third, first, published), make(year, third, second, published))
    if apart:
        return None
    if third is not None and third > 1900 and first <= 31 and second <= 12:
        return mention(k, k + 5, make(third, second, first, published))
    months_day_words = reading.pack.words("day_words")
    led = reading.norm(k - 1) in months_day_words or (tokens[k - 1].text == "(" and sign != ".") or sign == "/"
    if (
        third is None
        and led
        and sign in "/-."
        and 1 <= first <= 31
        and 1 <= second <= 12
        and reading.pack.get("direct")
    ):
        return mention(k, k + 3, make(None, second, first, published))
    if third is None and sign in "/-" and first <= 12 and second > 1900:
        return mention(k, k + 3, make(second, first, 0, published))
    return None


def numeric_range(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """A day and a later date in numbers: từ ngày 12 đến 16/9/2023."""
    first, n = number(reading, k), k + 1
    ranged = reading.norm(n) in reading.pack.words("range_words") and reading.pack.get("direct")
    if first is None or not 1 <= first <= 31 or not ranged:
        return None
    n += 1
    n += reading.norm(n) in reading.pack.words("day_words")
    second = numeric(reading, n, published)
    if second is None or second.date is None or not second.date.day or first > second.date.day:
        return None
    start = make(second.date.year, second.date.month, first, published)
    return mention(k, second.j, start, second.date)


def _year_after(reading: Reading, k: int) -> tuple[int, int | None]:
    if k + 1 < len(reading.tokens) and reading.tokens[k].text in "/-":
        year = number(reading, k + 1)
        if year and year > 1900:
            return k + 2, year
    return k, None


def mention(i: int, j: int, date: PartialDate | None, until: PartialDate | None = None) -> DateMention:
    """A date at tokens i to j."""
    return DateMention(i, j, date, until)
