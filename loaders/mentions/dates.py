"""Dates in the words of each language, as far as the text and its publication date fix them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache

from graph.model import PartialDate
from loaders.language.pack import Pack
from loaders.language.values import dataclass, replace
from loaders.mentions.numerals import DateMention, make, mention, number, numeric, numeric_range
from loaders.mentions.reading import Reading

__all__ = ["DateMention", "find_dates"]


@dataclass(frozen=True, slots=True)
class _Calendar:
    """A language's words of time in matching form; ``starts`` are all words that a date can begin with.

    ``relative`` are the phrases that count from the publication, by their first word; ``month`` is what leads a
    month's number in, empty where nothing does.
    """

    months: dict[str, int]
    days: dict[str, int]
    relative: dict[str, list[tuple[list[str], int]]]
    month: str
    starts: frozenset[str]


@cache
def _calendar(pack: Pack) -> _Calendar:
    months = {pack.form(str(w)): n for w, n in pack.get("months").items()}
    days = {pack.form(str(w)): n for w, n in pack.get("weekdays").items()}
    relative: dict[str, list[tuple[list[str], int]]] = {}
    for phrase, days_on in pack.get("relative").items():
        words = [pack.form(w) for w in str(phrase).split()]
        relative.setdefault(words[0], []).append((words, int(days_on)))
    month = pack.form(pack.get("month_word")) if pack.get("month_word") else ""
    starts = {*months, *days, *relative, *pack.words("weekday_word"), *([month] if month else [])}
    return _Calendar(months, days, relative, month, frozenset(starts))


def find_dates(reading: Reading, published: PartialDate | None) -> list[DateMention]:
    """Every date, from left to right; a missing year follows from the publication date, else stays open."""
    out: list[DateMention] = []
    starts = _calendar(reading.pack).starts
    end = 0
    for k in [k for k, t in enumerate(reading.tokens) if t.norm in starts or (not t.word and t.text.isdigit())]:
        found = _at(reading, k, published) if k >= end else None
        if found:
            found = _through(reading, found, published)
            out.append(replace(found, line=_dateline(reading, found), reported=_reported(reading, found.i)))
            end = found.j
    return out


def _through(reading: Reading, first: DateMention, published: PartialDate | None) -> DateMention:
    """A range told by two whole dates: "from Nov 13 to Nov 14", "từ ngày 5/3 đến ngày 8/3"."""
    k = first.j
    if first.weekday and reading.norm(k) in reading.pack.words("and"):  # "Monday and Tuesday"
        next_ = _at(reading, k + 1, published)
        follows = next_ and next_.weekday and next_.date and first.date and first.date.day
        if next_ and follows and (next_.date.start - first.date.start).days % 7 == 1:  # type: ignore[union-attr]
            return replace(first, j=next_.j, until=_day(first.date, 1))  # type: ignore[arg-type]
    if first.until is not None or first.date is None or reading.norm(k) not in reading.pack.words("range_words"):
        return first
    while k < first.j + 3 and reading.norm(k) in reading.pack.words("range_words") | reading.pack.words("day_words"):
        k += 1
    second = _at(reading, k, published)
    if (
        second is None
        or second.date is None
        or second.date < first.date
        or second.date.precision != first.date.precision
    ):
        return first
    return replace(first, j=second.j, until=second.until or second.date)


def _reported(reading: Reading, i: int) -> bool:
    """Whether a date says when something was told: "said on Thursday", "in a statement issued on Friday"."""
    words, first = reading.pack.words("reporting"), reading.first_of(i)
    for k in range(i - 1, max(first, i - 4) - 1, -1):
        if reading.norm(k) in words:
            return True
        if not reading.tokens[k].word:
            return False
    return False


def _dateline(reading: Reading, found: DateMention) -> bool:
    """Whether the date stands in the line that a report opens with, before a dash or colon: "DELHI, July 23 (ANI):"."""
    start = reading.first_of(found.i)
    if (
        found.i == start
        or found.i - start > 14
        or not all(t.cap or not t.word for t in reading.tokens[start : found.i])
    ):
        return False
    behind = list(enumerate(reading.tokens[found.j : found.j + 5], found.j))
    colon = next((k for k, t in behind if t.text == ":"), None)
    if colon is not None and not any(t.text in ",;" for _, t in behind[: colon - found.j]):
        return True
    return any(t.text in "–—-" and not reading.glued(k) for k, t in behind)


def _at(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    word = reading.norm(k)
    if word not in _calendar(reading.pack).starts:
        rules = _IN_NUMBERS if word.isdigit() else ()
    else:
        rules = _RULES if word.isdigit() else _IN_WORDS
    for rule in rules:
        found = rule(reading, k, published)
        if found:
            return found
    return None


def _month(reading: Reading, k: int) -> tuple[int, int] | None:
    """(month, end) of a month at token k: a name, or "tháng 12"."""
    pack = reading.pack
    calendar = _calendar(pack)
    months = calendar.months
    if k < len(reading.tokens) and reading.norm(k) in months and (reading.tokens[k].cap or not pack.get("prefixed")):
        dot = k + 1 < len(reading.tokens) and reading.tokens[k + 1].text == "." and len(reading.norm(k)) <= 4
        return months[reading.norm(k)], k + 1 + dot
    if calendar.month and reading.norm(k) == calendar.month:
        month = number(reading, k + 1)
        if month and month <= 12:
            return month, k + 2
    return None


def _worded(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """16 May 2024, 20 mai, du 5 au 8 avril, 22-26 October, ngày 15 tháng 5 năm 2018."""
    first = number(reading, k)
    if first is None or not 1 <= first <= 31:
        return None
    n, second = k + 1, None
    if reading.norm(n) in reading.pack.words("ordinal_suffixes") and reading.glued(n):
        n += 1
    if n + 1 < len(reading.tokens) and (
        reading.tokens[n].text in "-–" or reading.norm(n) in reading.pack.words("range_words")
    ):
        second = number(reading, n + 1)
        if second is None or not 1 <= second <= 31:
            return None
        n += 2
        if reading.norm(n) in reading.pack.words("ordinal_suffixes") and reading.glued(n):
            n += 1
    if reading.norm(n) in reading.pack.words("genitive"):
        n += 1
    month = _month(reading, n)
    if month is None:
        return None
    end, year = _said_year(reading, month[1])
    until = make(year, month[0], second, published) if second else None
    return mention(k, end, make(year, month[0], first, published), until)


def _said_year(reading: Reading, k: int) -> tuple[int, int | None]:
    n = k
    while (
        n < len(reading.tokens)
        and n - k < 2
        and (reading.tokens[n].text in (",", "/", "-") or reading.norm(n) in reading.pack.words("year_words"))
    ):
        n += 1
    year = number(reading, n)
    return (n + 1, year) if year and 1900 <= year <= 2100 else (k, None)


def _month_first(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """October 22-26, Nov 26, June, 01 2018 (English order)."""
    if not reading.pack.get("prefixed"):
        return None
    month = _month(reading, k)
    if month is None:
        return None
    n = month[1]
    n += n < len(reading.tokens) and reading.tokens[n].text == "," and number(reading, n + 1) is not None
    first = number(reading, n)
    if first is None or not 1 <= first <= 31:
        return None
    n += 1
    if reading.norm(n) in reading.pack.words("ordinal_suffixes") and reading.glued(n):
        n += 1
    second = None
    if n + 1 < len(reading.tokens) and (
        reading.tokens[n].text in "-–" or reading.norm(n) in reading.pack.words("range_words")
    ):
        second = number(reading, n + 1)
        if second is not None and 1 <= second <= 31:
            n += 2
    end, year = _said_year(reading, n)
    until = make(year, month[0], second, published) if second and second <= 31 else None
    return mention(k, end, make(year, month[0], first, published), until)


def _month_year(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """October 2022, tháng 12-2023, en mars 2019; a month alone is no date."""
    month = _month(reading, k)
    if month is None:
        return None
    end, year = _said_year(reading, month[1])
    return mention(k, end, make(year, month[0], 0, published)) if year else None


def _weekday(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """A weekday alone: the last such day up to the publication, a month where only that is known."""
    pack = reading.pack
    days = _calendar(pack).days
    n = k
    if pack.get("weekday_word"):  # "hôm thứ Ba": without "hôm" it may be an ordinal
        if reading.norm(k) not in pack.words("weekday_word") or reading.norm(k - 1) not in pack.words("day_words"):
            return None
        n = k + 1
    if reading.norm(n) not in days or (pack.get("prefixed") and not reading.tokens[n].cap):
        return None
    after = n + 1
    while after < n + 3 and reading.norm(after) in {",", "("} | pack.words("day_words"):
        after += 1
    inner = (
        _worded(reading, after, published)
        or _month_first(reading, after, published)
        or (numeric(reading, after, published) if after > n + 1 else None)
    )
    if inner:
        return DateMention(k, inner.j, inner.date, inner.until)
    if published is None or not published.day:
        return mention(k, n + 1, published)
    back = (published.start.weekday() - days[reading.norm(n)]) % 7
    if back == 0 and {reading.norm(k - 1), reading.norm(n + 1)} & pack.words("last_words"):
        back = 7
    return replace(mention(k, n + 1, _day(published, -back)), weekday=True)


def _day(published: PartialDate, delta: int) -> PartialDate:
    day = published.start + timedelta(days=delta)
    return PartialDate(day.year, day.month, day.day)


def _relative(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    for words, delta in _calendar(reading.pack).relative.get(reading.norm(k), ()):
        if [reading.norm(k + n) for n in range(len(words))] == words:
            date = published if published is None or not published.day else _day(published, delta)
            return mention(k, k + len(words), date)
    return None


def _year(reading: Reading, k: int, published: PartialDate | None) -> DateMention | None:
    """A bare year behind a word that leads one in: in 2013, năm 1959."""
    year = number(reading, k)
    if year is None or not 1900 <= year <= 2100 or reading.norm(k - 1) not in reading.pack.words("year_words"):
        return None
    return mention(k, k + 1, PartialDate(year))


_Rule = Callable[[Reading, int, PartialDate | None], DateMention | None]
_IN_NUMBERS: tuple[_Rule, ...] = (numeric, numeric_range, _worded, _year)
_IN_WORDS: tuple[_Rule, ...] = (_month_first, _month_year, _weekday, _relative)
_RULES = (numeric, numeric_range, _worded, *_IN_WORDS, _year)
