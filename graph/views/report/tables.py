"""The whole of a report as CSV tables: every member, link, pair, circle, period and sentence."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.analytics import MEASURES
from graph.views.report.behind import behind
from graph.views.report.findings import Findings, Standing

Row = Iterable[Any]
# What spreadsheets take for a formula when a cell begins with it.
_FORMULA = frozenset("=+-@\t\r\n")


def tables(found: Findings) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each file's name with its rows, the heading first."""
    for standing in found.standings:
        many = standing.many.lower()
        yield f"{many}.csv", _ranks(found, standing)
        yield f"{many}-links.csv", _links(found, standing)
        yield f"{many}-circles.csv", _circles(found, standing)
        yield f"{many}-evidence.csv", _evidence(found, standing)
    yield "countries.csv", _pairs(found)
    yield "timeline.csv", _timeline(found)


def written(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as UTF-8 with a mark that spreadsheets know it by; no cell is taken for a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> Any:
    return "'" + value if isinstance(value, str) and value[:1] in _FORMULA else value


def _ranks(found: Findings, standing: Standing) -> Iterator[Row]:
    yield ["key", "name", *(column for m in MEASURES for column in (m, f"{m}_rank")), "linked_with", "events"]
    weights, taken = standing.projection.weights, standing.projection.taken
    for one in standing.ranking.ranked:
        places = [value for m in MEASURES for value in (f"{one.places[m].value:.9g}", one.places[m].rank)]
        i = one.member
        counts = (int(array.indptr[i + 1] - array.indptr[i]) for array in (weights, taken))
        yield [one.key, found.name(one.key), *places, *counts]


def _links(found: Findings, standing: Standing) -> Iterator[Row]:
    yield ["left", "left_name", "right", "right_name", "weight", "events"]
    projection = standing.projection
    for left, right in projection.pairs():
        events = projection.shared(left, right)
        ends = (key for i in (left, right) for key in (projection.members[i], found.name(projection.members[i])))
        yield [*ends, len(events), " | ".join(events)]


def _circles(found: Findings, standing: Standing) -> Iterator[Row]:
    yield ["circle", "key", "name"]
    for number, group in enumerate(standing.circles.groups, 1):
        for member in group:
            key = standing.projection.members[member]
            yield [number, key, found.name(key)]


def _evidence(found: Findings, standing: Standing) -> Iterator[Row]:
    yield ["key", "name", "event", "event_name", "event_date", "relation", "through", "quote", "headline", "publisher",
           "published", "url", "confidence", "sources"]  # fmt: skip
    for one in standing.ranking.ranked:
        for event in behind(found, standing.projection, one.member):
            for say in event.sayings:
                yield [one.key, found.name(one.key), event.key, event.name, event.date, say.relation, say.through,
                       say.quote, say.headline, say.publisher, say.published, say.url, say.confidence,
                       say.sources]  # fmt: skip


def _pairs(found: Findings) -> Iterator[Row]:
    yield ["left", "left_name", "right", "right_name", "weight", "events"]
    for pair in found.pairs:
        yield [pair.left, found.name(pair.left), pair.right, found.name(pair.right), len(pair.events),
               " | ".join(pair.events)]  # fmt: skip


def _timeline(found: Findings) -> Iterator[Row]:
    yield [found.timeline.unit, "meetings", "keys"]
    for period, meetings in found.timeline.meetings:
        yield [period, len(meetings), " | ".join(meetings)]
    yield ["undated", len(found.timeline.unplaced), " | ".join(found.timeline.unplaced)]
