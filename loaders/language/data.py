"""The data files under seeds/, read fast: plain YAML built straight from the parser's events."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import DataError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, Any] = {"null": None, "~": None, "": None, "true": True, "false": False}
_MAYBE = {"", "-", "~", "n", "t", "f", *"0123456789"}
_NUMBER = re.compile(r"-?[0-9]{1,9}")


@lru_cache(maxsize=64)
def read_yaml(path: str) -> Any:
    """A data file under seeds/; "on", "no" and "yes" are words in it, dates too. DataError says what is wrong in it.

    It is read once and shared: nobody may change what it returns.
    PyYAML's own constructor takes three times as long, which is most of the time that a reader needs to start.
    """
    try:
        return parse(files("seeds").joinpath(path).read_text("utf-8"))
    except (yaml.YAMLError, DataError) as exc:
        raise DataError(f"seeds/{path} is not YAML of the plain kind: {exc}") from exc


def parse(text: str) -> Any:
    """Mappings, tuples, words and whole numbers of a YAML text; DataError on aliases and on keys said twice."""
    get = _LOADER(text).get_event
    holder: Any = []  # what is being filled; a mapping's next key waits in ``key``
    key: Any = _NONE
    root: list[Any] = holder
    outer: list[tuple[Any, Any]] = []
    while (kind := type(event := get())) is not yaml.StreamEndEvent:
        if kind is yaml.ScalarEvent:
            value = event.value if event.style else _plain(event.value)
        elif kind in _STARTS:
            outer.append((holder, key))
            holder, key = ({} if kind is yaml.MappingStartEvent else []), _NONE
            continue
        elif kind in _ENDS:
            value = tuple(holder) if kind is yaml.SequenceEndEvent else holder
            holder, key = outer.pop()
        elif kind is yaml.AliasEvent:
            raise DataError(f"line {event.start_mark.line + 1}: an alias, expected the words themselves")
        else:
            continue
        if type(holder) is list:
            holder.append(value)
        elif key is not _NONE:
            holder[key] = value
            key = _NONE
        else:
            key = _key(holder, value, event)
    return root[0] if root else None


_NONE = object()
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _key(holder: dict[Any, Any], value: Any, event: Any) -> Any:
    line = event.start_mark.line + 1
    if isinstance(value, (dict, tuple)):
        raise DataError(f"line {line}: {value!r} for a key, expected a word")
    if value in holder:
        raise DataError(f"line {line}: the key {value!r} stands there twice")
    return value


def _plain(word: str) -> Any:
    if word[:1] in _MAYBE:
        if word in _WORDS:
            return _WORDS[word]
        if _NUMBER.fullmatch(word):
            return int(word)
    return word
