"""Everything a report says, found once and rendered in several forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.analytics import Communities, Projection, Ranking, Timeline, communities, project, ranking, timeline
from graph.analytics.attendance import Who
from graph.analytics.occasions import Period, date_of
from graph.model import Graph, Node, PartialDate

# Up to this many months a timeline shows months, beyond it years.
_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """People or agencies: how they are linked, ranked and grouped."""

    many: str
    projection: Projection
    ranking: Ranking
    circles: Communities


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries (by key) that met or signed, and the events."""

    left: str
    right: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a report is made of, by keys of nodes; ``notes`` say whom a person represents, where an agency belongs."""

    nodes: Mapping[str, Node]
    dates: Mapping[str, str]
    notes: Mapping[str, str]
    period: Period
    standings: tuple[Standing, ...]
    countries: Projection
    pairs: tuple[Pair, ...]
    timeline: Timeline

    def name(self, key: str) -> str:
        """The name of a node, or its key where it is not there."""
        return self.nodes[key].name if key in self.nodes else key

    def date(self, key: str) -> str:
        """The date of a meeting or agreement as far as it is known."""
        return self.dates.get(key, "")

    def latest(self, events: tuple[str, ...]) -> list[str]:
        """Events with the latest first, those without a date last."""
        return sorted(sorted(events), key=self.date, reverse=True)


def findings(graph: Graph, since: PartialDate | None = None, until: PartialDate | None = None) -> Findings:
    """Rank people and agencies, pair countries and count meetings from ``since`` to ``until``, both included."""
    nodes = {node.id: node for node in graph.nodes}
    countries = project(graph, "Country", since=since, until=until)
    standings = (
        _standing("People", graph, "Person", since, until),
        _standing("Agencies", graph, "Agency", since, until),
    )
    pairs = [Pair(countries.members[a], countries.members[b], countries.shared(a, b)) for a, b in countries.pairs()]
    pairs.sort(key=lambda pair: (-len(pair.events), pair.left, pair.right))
    return Findings(
        nodes=nodes,
        dates={key: str(date) for key, node in nodes.items() if (date := date_of(node))},
        notes=_notes(graph, nodes),
        period=Period(since, until),
        standings=standings,
        countries=countries,
        pairs=tuple(pairs),
        timeline=_timeline(graph, since, until),
    )


def _standing(many: str, graph: Graph, who: Who, since: PartialDate | None, until: PartialDate | None) -> Standing:
    projection = project(graph, who, since=since, until=until)
    return Standing(many, projection, ranking(projection), communities(projection))


def _timeline(graph: Graph, since: PartialDate | None, until: PartialDate | None) -> Timeline:
    months = timeline(graph, "month", since, until)
    years = timeline(graph, "year", since, until)
    # Months tell more, unless they are many or most meetings are not dated so finely.
    fine = 0 < len(months.meetings) <= _MONTHS and len(months.unplaced) == len(years.unplaced)
    return months if fine else years


def _notes(graph: Graph, nodes: Mapping[str, Node]) -> dict[str, str]:
    """In a few words who each is: whom a person represents, to which country an agency belongs."""
    belongs: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type in ("REPRESENTS", "OF"):
            belongs[edge.source].append(nodes[edge.target].name)
    return {key: "; ".join(names[:3]) + ("; …" if len(names) > 3 else "") for key, names in belongs.items()}
