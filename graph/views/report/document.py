"""report.html, report.md and the CSV tables, from one set of findings."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from graph.analytics import MEASURES
from graph.analytics.occasions import is_series
from graph.errors import InputError
from graph.model import Graph, PartialDate
from graph.views.report.behind import behind
from graph.views.report.findings import Findings, Standing, findings
from graph.views.report.tables import tables, written
from graph.views.report.text import markdown, markdown_link

_HERE = resources.files("graph.views.report")
# How many of each are shown in the report itself; the tables hold all.
_SHOWN = 40
_EVENTS = 12
_SAYINGS = 3


def report(
    graph: Graph,
    out: Path,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    moment: str = "",
) -> tuple[Path, ...]:
    """Write the report into the folder ``out`` (made if need be) and return the paths of its files.

    ``moment`` ("as known on 2024") is said in the heading alone: give a graph of that day.
    """
    found = findings(graph, since, until)
    try:
        out.mkdir(parents=True, exist_ok=True)
        written_to = [out / "report.html", out / "report.md"]
        for path, text in zip(written_to, _texts(found, moment), strict=True):
            path.write_text(text, encoding="utf-8")
        for name, rows in tables(found):
            written(out / name, rows)
            written_to.append(out / name)
    except OSError as exc:
        why = exc.strerror or exc
        raise InputError(f"{str(out)!r} cannot be written: {why}; expected a folder that you may write to") from exc
    return tuple(written_to)


def _texts(found: Findings, moment: str) -> tuple[str, str]:
    """The report as HTML and as Markdown."""
    content = _content(found, moment)
    style = _HERE.joinpath("report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    loader = jinja2.FunctionLoader(lambda name: _HERE.joinpath(name).read_text("utf-8"))
    html = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    plain = jinja2.Environment(
        loader=loader,
        autoescape=False,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    plain.globals["link"] = lambda text, address: Markup(markdown_link(text, address))
    return (
        html.get_template("report.html").render(content, style=Markup(style), digest=digest),
        plain.get_template("report.md").render(content),
    )


def _escaped(value: object) -> str:
    """Everything that stands in the Markdown template is escaped, but for links, which are already."""
    return value if isinstance(value, Markup) else markdown(value)


def _content(found: Findings, moment: str) -> Mapping[str, Any]:
    labels = [node.label for node in found.nodes.values() if not is_series(node)]
    most = max((len(meetings) for _, meetings in found.timeline.meetings), default=1)
    return {
        "found": found,
        "period": found.period.words(),
        "moment": moment,
        "counts": {
            label: labels.count(label) for label in ("Article", "Person", "Agency", "Country", "Meeting", "Agreement")
        },
        "measures": MEASURES,
        "standings": [_standing(found, standing) for standing in found.standings],
        "pairs": [
            (pair, [(found.name(e), found.date(e)) for e in found.latest(pair.events)[:_EVENTS]])
            for pair in found.pairs[:_SHOWN]
        ],
        "most": max(most, 1),
    }


def _standing(found: Findings, standing: Standing) -> Mapping[str, Any]:
    projection = standing.projection
    entries = []
    for one in standing.ranking.ranked[:_SHOWN]:
        events = list(behind(found, projection, one.member, _EVENTS))
        entries.append({
            "name": found.name(one.key), "note": found.notes.get(one.key, ""), "places": one.places, "events": events,
            "more": len(projection.events_of(one.member)) - len(events),
            "linked": int(projection.weights.indptr[one.member + 1] - projection.weights.indptr[one.member]),
        })  # fmt: skip
    return {
        "many": standing.many,
        "statement": projection.statement,
        "sampled": standing.ranking.sampled_from,
        "total": len(projection.members),
        "entries": entries,
        "said": _SAYINGS,
        "modularity": standing.circles.modularity,
        "circles": [[found.name(projection.members[i]) for i in group] for group in standing.circles.groups[:_SHOWN]],
    }
