"""JSON and JSON lines: one record an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from reprlib import repr as brief
from typing import Any

from graph.errors import InputError
from loaders.read.fields import Fields, as_fields
from loaders.read.knowledge import reading


def read_json(text: str, where: str) -> Iterator[tuple[str, Fields | InputError]]:
    """The records of a JSON file: an object, a list of objects, or an object that holds such a list.

    Yields each record's place in the file ("" for a single one, "#3" for the third of a list) with its fields.
    """
    data = _parse(text, where)
    if isinstance(data, Mapping):
        held = next((data[name] for name in reading()["records"] if isinstance(data.get(name), list)), None)
        if held is None:
            yield "", _record(data, where)
            return
        data = held
    if not isinstance(data, list) or not data:
        raise InputError(f"{where}: {brief(data)}, expected a JSON object or a list of objects with a text")
    for number, record in enumerate(data, 1):
        yield f"#{number}", _record(record, f"{where}#{number}")


def read_line(line: str, where: str) -> Fields | InputError:
    """The fields of one line of a JSON lines file."""
    try:
        return _record(_parse(line, where), where)
    except InputError as exc:
        return exc


def _record(record: Any, where: str) -> Fields | InputError:
    try:
        if not isinstance(record, Mapping):
            raise InputError(f"{where}: {brief(record)}, expected a JSON object with a text")
        fields = as_fields(record, where)
        if not fields.text:
            names = ", ".join(reading()["fields"]["text"])
            raise InputError(f"{where}: the record has no text, expected one of the fields {names}")
    except InputError as exc:
        return exc
    return fields


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as exc:
        raise InputError(f"{where}: line {exc.lineno}, column {exc.colno}: {exc.msg}, expected JSON; mend it") from exc
    except (ValueError, RecursionError) as exc:
        raise InputError(f"{where}: {exc}, expected JSON of a usual size and depth; mend it") from exc
