"""The headline of a bare text, and its publication date where a line near the top gives one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from graph.errors import InputError
from graph.model import PartialDate
from loaders.read.knowledge import language_files, words

_TOP_LINES = 6
_LONGEST_HEADLINE = 250
_LONGEST_DATE_LINE = 120
_TIME = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?\b")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](?=\d)|(?!\d))")
_FIGURES = re.compile(r"\b(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})\b")
_SIGNS = re.compile(r"[\s,;:|()\[\]/.–—+-]+|\b[+-]?\d{1,2}\b")
_END = re.compile(r"\s*[-–|,(]?\s*$")


def split_prefix(text: str) -> tuple[PartialDate | None, str]:
    """The date of a line of metadata before the text ("date 2025-04 …"), and the text behind it."""
    marks = "|".join(re.escape(w) for w in words("prefix"))
    found = re.match(rf"\s{{0,8}}(?:{marks})\s+(\d{{4}}(?:-\d{{2}}){{0,2}})\s+", text)
    if not found:
        return None, text
    try:
        return PartialDate.parse(found[1]), text[found.end() :]
    except InputError:
        return None, text


def find_headline(text: str) -> str | None:
    """The first line, where it is a headline and not the first sentence of the text; a date at its end is left out."""
    line, _, rest = text.lstrip().partition("\n")
    stamp = _stamp_at_end(line)
    line = _END.sub("", line[:stamp] if stamp is not None else line).strip()
    sentence = line.endswith(".") and not line.endswith("..")
    if not line or not rest.strip() or sentence or len(line) > _LONGEST_HEADLINE:
        return None
    return line


def find_date(text: str, language: str | None) -> PartialDate | None:
    """The publication date: a date with its time behind the headline, or a line near the top that is only a date.

    None where there is none, or where its figures can be read in two ways (05/06/2024 in English).
    """
    lines = [line.strip() for line in text[:4000].split("\n")]
    for line in [line for line in lines if line][:_TOP_LINES]:
        start = _stamp_at_end(line)
        if start is not None:
            return _date_in(line[start:], language)
        if len(line) <= _LONGEST_DATE_LINE and _only_a_date(line):
            return _date_in(line, language)
    return None


def _stamp_at_end(line: str) -> int | None:
    """Where a date with a time of day begins that ends a line of other words."""
    for pattern in (_ISO, _FIGURES):
        for found in pattern.finditer(line[-80:]):
            start = max(0, len(line) - 80) + found.start()
            tail = line[start:]
            if _TIME.search(tail) and _only_a_date(tail) and start:
                return start
    return None


def _only_a_date(line: str) -> bool:
    rest = line.lower()
    dates = [p for p in (_ISO, _FIGURES, _named(), _spelled()) if p.search(rest)]
    if not dates:
        return False
    rest = _TIME.sub(" ", dates[0].sub(" ", rest, count=1))
    return not _SIGNS.sub("", _fillers().sub(" ", rest))


def _date_in(line: str, language: str | None) -> PartialDate | None:
    low = line.lower()
    if found := _ISO.search(low):
        return _date(found[1], found[2], found[3])
    if found := _FIGURES.search(low):
        first, second = int(found[1]), int(found[2])
        if language in words("day_first") or first > 12 or first == second:
            return _date(found[3], second, first)
        return _date(found[3], first, second) if second > 12 else None
    if found := _named().search(low):
        return _date(found["y"] or found["y2"], _months()[found["m"] or found["m2"]], found["d"] or found["d2"])
    if found := _spelled().search(low):
        return _date(found[3], found[2], found[1])
    return None


def _date(year: int | str, month: int | str, day: int | str) -> PartialDate | None:
    try:
        return PartialDate(int(year), int(month), int(day))
    except InputError:
        return None


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    return {str(w).lower(): n for file in language_files().values() for w, n in (file.get("months") or {}).items()}


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """22 novembre 2024; November 22, 2024."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?P<m>{names})\.?,?\s+(?P<y>\d{{4}})\b"
        rf"|\b(?P<m2>{names})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
    )


@lru_cache(maxsize=1)
def _spelled() -> re.Pattern[str]:
    """22 tháng 11 năm 2024, where a language has a word for month."""
    months = "|".join(re.escape(str(f["month_word"])) for f in language_files().values() if f.get("month_word"))
    return re.compile(rf"\b(\d{{1,2}})\s+(?:{months})\s+(\d{{1,2}}),?\s+(?:\w{{1,6}}\s+)?(\d{{4}})\b")


@lru_cache(maxsize=1)
def _fillers() -> re.Pattern[str]:
    allowed = sorted({*words("published"), *words("clock"), *words("weekdays")}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, allowed)) + r")(?!\w)")
