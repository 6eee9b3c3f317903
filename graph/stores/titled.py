"""The Cypher pack: ready queries with a title, what they answer, and parameters with defaults (seeds/queries)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from graph.errors import DataError, QueryError, UnknownError

_PARAMETER = re.compile(r"\$(\w+) = (.+?)(?:: (.+))?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query asks for: its default and what it means."""

    name: str
    default: Any
    what: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A ready query: ``name`` is its file's, ``title`` and ``what`` say what it answers."""

    name: str
    title: str
    what: str
    parameters: tuple[Parameter, ...]
    cypher: str

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """All parameters: those given, else their defaults; QueryError for one that the query does not have."""
        known = {p.name: p.default for p in self.parameters}
        for name in given.keys() - known.keys():
            raise QueryError(f"query {self.name!r} has no parameter {name!r}: expected {', '.join(known) or 'none'}")
        return known | dict(given)


@cache
def titled_queries() -> Mapping[str, Titled]:
    """The pack, by name; DataError for a file that breaks the form of a header."""
    files = sorted(resources.files("seeds").joinpath("queries").iterdir(), key=lambda f: f.name)
    found = [parse(f.name.removesuffix(".cypher"), f.read_text("utf-8")) for f in files if f.name.endswith(".cypher")]
    return {query.name: query for query in found}


def titled_query(name: str) -> Titled:
    """One query of the pack; UnknownError with near names if there is none."""
    pack = titled_queries()
    if name not in pack:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(name, pack, 3, 0.4)) or ", ".join(pack)
        raise UnknownError(f"there is no query {name!r}: did you mean {near}? `communique query --list` shows all")
    return pack[name]


def parse(name: str, text: str) -> Titled:
    """A query from its file: comment lines with title, meaning and parameters, then Cypher."""
    lines = text.splitlines()
    body = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    comments = [line.removeprefix("//").strip() for line in lines[:body]]
    prose = [line for line in comments if not line.startswith("$")]
    cypher = "\n".join(lines[body:]).strip()
    if len(prose) < 2 or not cypher:
        raise DataError(
            f"seeds/queries/{name}.cypher: expected `// Title`, `// what it answers`, `// $name = JSON: what it means`"
            " for each parameter, then the query"
        )
    parameters = tuple(_parameter(name, line) for line in comments if line.startswith("$"))
    return Titled(name, prose[0], " ".join(prose[1:]), parameters, cypher)


def _parameter(query: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    try:
        if found:
            return Parameter(found[1], json.loads(found[2]), found[3] or "")
    except json.JSONDecodeError:
        pass
    raise DataError(f"seeds/queries/{query}.cypher: {line!r} is no parameter: expected `$name = JSON: what it means`")
