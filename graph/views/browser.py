"""The pack for the Neo4j Browser: queries as favourites, the style, and a guide from first node to last query."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from graph.errors import DataError, InputError
from graph.stores.titled import Titled, parse, titled_queries

FAVOURITES, STYLE, GUIDE = "favourites.zip", "style.grass", "guide.html"
_FOLDERS = ("Communique pictures", "Communique questions")
_DAY = (2020, 1, 1, 0, 0, 0)
_PARAMETER = re.compile(r"\$(\w+)")


def write_pack(out: Path) -> list[Path]:
    """Write the three files of the pack into a folder; InputError where they cannot be written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        _write_favourites(out / FAVOURITES)
        (out / STYLE).write_text(_seed(STYLE), "utf-8")
        (out / GUIDE).write_text(guide(), "utf-8")
    except OSError as exc:
        raise InputError(f"{out} cannot be written ({exc.strerror}): give --out a folder that you may write") from exc
    return [out / FAVOURITES, out / STYLE, out / GUIDE]


@cache
def pictures() -> Mapping[str, Titled]:
    """The queries that draw, by name: those that the Browser shows as a graph."""
    files = sorted(resources.files("seeds").joinpath("browser").iterdir(), key=lambda f: f.name)
    names = [f.name.removesuffix(".cypher") for f in files if f.name.endswith(".cypher")]
    return {name: parse(name, _seed(f"{name}.cypher")) for name in names}


def favourite(query: Titled) -> str:
    """A query as the Browser keeps it: its title is the first comment, and each parameter is a value to write over.

    (Parameters that are set beside it would be a second command, and of several commands the Browser shows no result.)
    """
    lines = [f"// {query.title}", f"// {query.what}"]
    lines += [f"// write a value after /* {p.name} */: {p.what}" for p in query.parameters]
    values = {p.name: json.dumps(p.default, ensure_ascii=False) for p in query.parameters}
    cypher = _PARAMETER.sub(lambda found: f"/* {found[1]} */ {values[found[1]]}", query.cypher)
    return "\n".join([*lines, cypher])


def _write_favourites(path: Path) -> None:
    """The form that the Browser exports its own favourites in, and imports when the file is dropped on its window."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        for folder, queries in zip(_FOLDERS, (pictures(), titled_queries()), strict=True):
            for name, query in queries.items():
                pack.writestr(zipfile.ZipInfo(f"{folder}/{name}.cypher", _DAY), favourite(query))


def guide() -> str:
    """The guide as a page that the Browser plays; DataError where it names a query that is not there."""
    told = yaml.safe_load(_seed("guide.yaml"))
    slides = "\n".join(_slide(slide) for slide in told["slides"])
    return (
        f'<article class="guide">\n<title>{escape(told["title"])}</title>\n'
        f'<carousel class="deck container-fluid">\n{slides}\n</carousel>\n</article>\n'
    )


def _slide(slide: Mapping[str, Any]) -> str:
    pack = {"pictures": pictures(), "questions": titled_queries()}
    shown = [_query(_known(pack[kind], name)) for kind in pack for name in slide.get(kind, ())]
    return (
        f'<slide class="row-fluid">\n<div class="col-sm-3"><h3>{escape(slide["title"])}</h3></div>\n'
        f'<div class="col-sm-9">\n<p>{escape(slide["text"])}</p>\n{"".join(shown)}</div>\n</slide>'
    )


def _query(query: Titled) -> str:
    code = escape(favourite(query), quote=False)
    return f'<h4>{escape(query.title)}</h4>\n<pre mode="cypher" class="runnable code">{code}</pre>\n'


def _known(queries: Mapping[str, Titled], name: str) -> Titled:
    if name not in queries:
        raise DataError(f"seeds/browser/guide.yaml: there is no query {name!r}: expected one of {', '.join(queries)}")
    return queries[name]


def _seed(name: str) -> str:
    return resources.files("seeds").joinpath("browser", name).read_text("utf-8")
