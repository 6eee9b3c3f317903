"""What is new since a day: first meetings, new actors and offices, agreements that moved, overdue dialogues."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from graph.identity.times import read
from graph.identity.wording import wording
from graph.model import Edge, Graph, Node, PartialDate
from graph.schema import life

SERIES = frozenset({"dialogue", "conference", "working_group"})
EDITIONS = 3
"""So many editions make a rhythm; it is overdue after one and a half of its usual intervals."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One thing that is new: its sort, since when, what it is in words, and the article that says so (may be empty)."""

    sort: str
    since: str
    text: str
    article: str


def news(graph: Graph, since: PartialDate, until: PartialDate | None = None) -> list[Line]:
    """Everything that is new from the day on, by sort and date.

    New is what no article dated before the day speaks of. ``until`` is the day to which dialogues are judged overdue;
    without it the date of the latest article.
    """
    return sorted(Brief(graph, since).lines(until))


class Brief:
    """A graph looked at from one day on."""

    def __init__(self, graph: Graph, since: PartialDate) -> None:
        self.graph = graph
        self.since = since
        self.nodes = {n.id: n for n in graph.nodes}
        self.dated = {n.id: str(n.properties.get("published", "")) for n in graph.nodes if n.label == "Article"}
        self.mentions: dict[str, list[str]] = defaultdict(list)
        self.taking_part: dict[str, list[Edge]] = defaultdict(list)
        self.serving: dict[str, list[Edge]] = defaultdict(list)
        for e in graph.edges:
            if e.type == "MENTIONS":
                self.mentions[e.target].append(e.source)
            elif e.type == "ATTENDED":
                self.taking_part[e.target].append(e)
            elif e.type == "REPRESENTS":
                self.serving[e.source].append(e)

    def lines(self, until: PartialDate | None) -> Iterator[Line]:
        """Every line."""
        yield from self.actors()
        yield from self.offices()
        yield from self.first_meetings()
        yield from self.agreements()
        yield from self.overdue(until)

    def fresh(self, value: object) -> bool:
        """Whether a date lies on the day or later."""
        when = read(value) if isinstance(value, str) else None
        return when is not None and when.start >= self.since.start

    def first(self, key: str) -> tuple[str, str]:
        """The date of the first dated article that names the node, and that article."""
        dated = sorted((self.dated[a], a.partition(":")[2]) for a in self.mentions.get(key, ()) if self.dated.get(a))
        return dated[0] if dated else ("", "")

    def actors(self) -> Iterator[Line]:
        """People and agencies that nobody spoke of before."""
        for node in self.graph.nodes:
            when, article = self.first(node.id)
            if node.label in ("Person", "Agency") and self.fresh(when):
                yield Line("new actor", when, f"{node.name} ({node.label.lower()})", article)

    def offices(self) -> Iterator[Line]:
        """Offices of people who were known before."""
        for edges in self.serving.values():
            for e in edges:
                titles, since = e.properties.get("titles", ()), e.properties.get("titles_since", ())
                if not isinstance(titles, tuple) or not isinstance(since, tuple):
                    continue
                for title, when in zip(titles, since, strict=True):
                    if self.fresh(when) and not self.fresh(self.first(e.source)[0]):
                        who, body = self.nodes[e.source].name, self.nodes[e.target].name
                        yield Line("new office", str(when), f"{who}: {title}, {body}", _article(e, str(when)))

    def sides(self, meeting: str) -> set[str]:
        """Agencies and countries at a meeting: those that are said to be, and those whose people were."""
        there = {e.source for e in self.taking_part.get(meeting, ())}
        found = {k for k in there if self.nodes[k].label == "Agency"}
        found |= {e.target for k in there for e in self.serving.get(k, ())}
        return found | {f"country:{c}" for k in found if (c := self.nodes[k].properties.get("country"))}

    def first_meetings(self) -> Iterator[Line]:
        """The first meeting of two agencies, or of two countries."""
        met: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for m in self.graph.nodes:
            if m.label == "Meeting":
                when = str(m.properties.get("date", "")) or self.first(m.id)[0]
                for pair in combinations(sorted(k for k in self.sides(m.id) if k in self.nodes), 2):
                    if self._comparable(*pair):
                        met[pair].append((when, m.id))
        for (a, b), meetings in met.items():
            when, key = min(meetings)
            if self.fresh(when):
                names = f"{self.nodes[a].name} and {self.nodes[b].name}"
                yield Line("first meeting", when, f"{names}: {self.nodes[key].name}", self.first(key)[1])

    def _comparable(self, a: str, b: str) -> bool:
        """Two countries, or two agencies of two countries."""
        x, y = self.nodes[a], self.nodes[b]
        abroad = x.properties.get("country") != y.properties.get("country")
        return x.label == y.label and (x.label == "Country" or abroad)

    def agreements(self) -> Iterator[Line]:
        """Agreements of which a further stage is told."""
        for node in (n for n in self.graph.nodes if n.label == "Agreement"):
            before = ""
            for step in life(node.properties, "stage"):
                if self.fresh(step.since):
                    by = step.article or self.article_of(node.id, step.since)
                    yield Line("agreement", step.since, f"{node.name}: {step.value}{before}", by)
                before = f", after {step.value}"

    def article_of(self, key: str, when: str) -> str:
        """An article of that date that names the node, else the first that does."""
        named = sorted(a.partition(":")[2] for a in self.mentions.get(key, ()) if self.dated.get(a) == when)
        return named[0] if named else self.first(key)[1]

    def overdue(self, until: PartialDate | None) -> Iterator[Line]:
        """Series of meetings whose next edition should have come by now."""
        latest = max((d for d in self.dated.values() if d), default="")
        now = until or (PartialDate.parse(latest) if latest else None)
        if now is None:
            return
        for name, editions in self.series().items():
            days = sorted(editions)
            if len(days) < EDITIONS:
                continue
            gaps = [(b - a).days for a, b in pairwise(days)]
            rhythm = statistics.median(gaps)
            if rhythm > 0 and now.start > days[-1] + timedelta(days=1.5 * rhythm):
                last = editions[days[-1]]
                text = f"{last.name}: last on {days[-1]}, every {rhythm:.0f} days before ({name})"
                yield Line("overdue", str(days[-1]), text, self.first(last.id)[1])

    def series(self) -> Mapping[str, Mapping[date, Node]]:
        """Editions by day of every series: one kind of meeting, between the same sides, about the same."""
        found: dict[str, dict[date, Node]] = defaultdict(dict)
        for m in self.graph.nodes:
            if m.label != "Meeting" or m.properties.get("kind") not in SERIES:
                continue
            when = read(str(m.properties.get("date", "")))
            said = wording((m.name, *m.aliases))
            lands = {k[8:] for k in self.sides(m.id) if k.startswith("country:")} or set(said.countries)
            about = [*sorted(lands), *said.bodies, *said.subjects]
            if when and when.precision != "year" and len(about) > 1:
                found[f"{m.properties['kind']} {' '.join(about)}"][when.start] = m
        return found


def _article(edge: Edge, when: str) -> str:
    """The article of that date that the edge quotes, else the first that it quotes."""
    dates = edge.properties.get("dates", ())
    quoted = [e.article for e in edge.evidence]
    dated = [a for a, d in zip(quoted, dates, strict=False) if d == when] if isinstance(dates, tuple) else []
    return next(iter([*dated, *quoted]), "")
