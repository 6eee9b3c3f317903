"""What a file says of its article, whatever its format: address, publisher, date, language, headline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from reprlib import repr as brief  # never expands what a file nests
from typing import Any

from babel import Locale

from graph.errors import InputError
from graph.model import PartialDate
from loaders.read.knowledge import language_files, reading


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one article, checked; None where the file says nothing. ``extra`` keeps the others as strings."""

    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    title: str | None = None
    text: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


def as_fields(data: Mapping[Any, Any], where: str, *, with_text: bool = True) -> Fields:
    """Check a mapping of names and values; InputError names the field, its value and what was expected.

    Without ``with_text`` the mapping cannot hold the text itself: a field of that name is one of the others.
    """
    rest = {str(name): value for name, value in data.items()}
    values: dict[str, str | None] = {}
    for name, spellings in reading()["fields"].items():
        if name == "text" and not with_text:
            continue
        spelling = next((s for s in spellings if rest.get(s) not in (None, "")), None)
        values[name] = _string(rest.pop(spelling), spelling, where) if spelling else None
        for empty in (s for s in spellings if s in rest and rest[s] in (None, "")):
            del rest[empty]
    published, language = values["published"], values["language"]
    return Fields(
        url=values["url"],
        publisher=values["publisher"],
        published=as_date(published, where) if published else None,
        language=as_language(language, where) if language else None,
        title=values["title"],
        text=values.get("text"),
        extra={name: _string(value, name, where) for name, value in rest.items() if value is not None},
    )


def as_date(value: str, where: str) -> PartialDate:
    """A date field: YYYY, YYYY-MM or YYYY-MM-DD; the time of a full timestamp is dropped."""
    day, mark, time = value.strip().partition("T" if "T" in value else " ")
    try:
        if mark and not (len(day) == 10 and time.strip()[:2].isdigit()):
            raise InputError(f"{value!r} is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD")
        return PartialDate.parse(day)
    except InputError as exc:
        raise InputError(f"{where}: published: {exc}; correct it or leave it out") from exc


def as_language(value: str, where: str) -> str:
    """The ISO 639-1 code of a language field; "fr-FR" and "VI" are understood, names of languages are not."""
    code = value.strip().lower().replace("_", "-").split("-")[0]
    if code in language_files() or code in _codes():
        return code
    raise InputError(
        f"{where}: language: {value!r} is no ISO 639-1 code, expected one like {', '.join(sorted(language_files()))}; "
        "correct it or leave it out, then the text decides"
    )


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(str(code) for code in Locale("en").languages if len(str(code)) == 2)


def _string(value: Any, name: str, where: str) -> str:
    if isinstance(value, (str, int, float)):
        return str(value).strip()
    if isinstance(value, list) and all(isinstance(v, (str, int, float)) for v in value):
        return ", ".join(str(v).strip() for v in value)
    raise InputError(f"{where}: {name}: {brief(value)}, expected one value or a plain list; flatten it")
