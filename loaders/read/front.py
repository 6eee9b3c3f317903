"""Front matter: what a file says of its article, between two lines of three dashes."""

from __future__ import annotations

import re

import yaml

from graph.errors import InputError
from loaders.read.fields import Fields, as_fields

_LIMIT = 64_000
_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def split_front(text: str, where: str) -> tuple[Fields, str]:
    """The fields of a text's front matter and the text behind it; no fields where it has none.

    InputError where the front matter is not closed, is not YAML, or is no list of names with values.
    """
    opened = _OPEN.match(text)
    if not opened:
        return Fields(), text
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LIMIT)
    if not closed:
        raise InputError(f"{where}: the front matter opens with --- but no second line --- closes it; add one")
    head = text[opened.end() : closed.start()]
    try:
        # every value stays the text that it is: 2024-11-22, no
        data = yaml.load(head, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as exc:
        at = getattr(exc, "problem_mark", None)
        line = f"line {at.line + 2}: " if at else ""
        problem = getattr(exc, "problem", None) or "not YAML"
        raise InputError(
            f"{where}: {line}broken front matter ({problem}), expected lines `name: value`; "
            "put quotes around a value that holds a colon"
        ) from exc
    if data in (None, ""):
        return Fields(), text[closed.end() :]
    if not isinstance(data, dict):
        raise InputError(f"{where}: front matter {head.strip()[:80]!r}, expected lines `name: value`")
    return as_fields(data, where, with_text=False), text[closed.end() :]
