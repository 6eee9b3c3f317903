"""The derivation: from what articles claim of an element to the node or edge shown; pure, the same in every store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Edge, Evidence, Node, Value
from graph.schema import LIVES, Step, as_properties, schema
from graph.stores.choose import Count, Counts, choose, ranked, shown_properties
from graph.stores.contribute import ALIAS, AT, NAME, PRESENT, Contribution, Element, Origin

BEST = 5
POOL = 50
UNDATED = "~"


@dataclass(slots=True)
class Tally:
    """All that is needed to show one element, of bounded size however many articles speak of it.

    ``counts`` holds for each property (and "" for mere presence) its values, counted; ``evidence`` at least the first
    POOL quotes by ``evidence_order``, each with the date and the source of its article.
    """

    counts: dict[str, dict[Value, Count]] = field(default_factory=dict)
    evidence: Sequence[tuple[Evidence, Origin]] = ()


def evidence_order(evidence: Evidence, origin: Origin) -> tuple[float, str, str, int, int, str, str]:
    """Sorts quotes: the surest first, then the earliest dated article, then by key and place."""
    undated = origin.published or UNDATED
    place = evidence.start, evidence.end, evidence.extractor, evidence.version
    return (-evidence.confidence, undated, origin.article, *place)


def tally(said: Iterable[tuple[Origin, Contribution]]) -> Tally:
    """Count what articles say of one element, all in memory."""
    said = list(said)
    if len(said) == 1:
        return _tally_of_one(*said[0])
    sources: dict[str, dict[Value, set[str]]] = {}
    dates: dict[str, dict[Value, list[tuple[str, str]]]] = {}
    evidence: list[tuple[Evidence, Origin]] = []
    for origin, contribution in said:
        evidence += [(e, origin) for e in contribution.evidence]
        for name, value in contribution.claims:
            sources.setdefault(name, {}).setdefault(value, set()).add(origin.source)
            dates.setdefault(name, {}).setdefault(value, []).append((origin.published, origin.article))
    counts = {
        name: {v: Count(len(found), *span(dates[name][v])) for v, found in by_value.items()}
        for name, by_value in sources.items()
    }
    return Tally(counts, sorted(evidence, key=lambda pair: evidence_order(*pair)))


def _tally_of_one(origin: Origin, contribution: Contribution) -> Tally:
    """The same for the many elements that a single article speaks of."""
    once = Count(1, origin.published, origin.published, origin.article)
    counts: dict[str, dict[Value, Count]] = {}
    for name, value in contribution.claims:
        counts.setdefault(name, {})[value] = once
    evidence = sorted(contribution.evidence, key=lambda e: evidence_order(e, origin))
    return Tally(counts, [(e, origin) for e in evidence])


def span(told: Iterable[tuple[str, str]]) -> tuple[str, str, str]:
    """The first and the last date, and the first article: of the first date, else the least of the undated."""
    dated = sorted(told, key=lambda t: (t[0] or UNDATED, t[1]))
    return dated[0][0], max(date for date, _ in dated), dated[0][1]


def derive_node(element: Element, said: Tally) -> Node:
    """The node as it is shown: one name and one value a property by the schema's rules, other names as aliases."""
    counts = dict(said.counts)
    present = counts.pop(PRESENT)[""]
    names = counts.pop(NAME)
    others = counts.pop(ALIAS, {})
    name = str(ranked(names)[0])
    known = schema().nodes[element.type].properties
    told = {name: counts.pop(f"{name}{AT}", {}) for name in LIVES}
    if told["status"]:
        status = choose(counts["status"], known["status"].shown, known["status"].values)
        counts["date"] = _dates_of(status, told["status"]) or counts["date"]
    properties, differing = shown_properties(counts, known)
    for one, lists in LIVES.items():
        if lists in known and counts.get(one):
            properties |= as_properties(one, _steps(counts[one], told[one]))
    properties["sources"] = present.sources
    if differing:
        properties["differing"] = tuple(differing)
    return Node(element.key, element.type, name, _aliases(name, names, others), properties)


def _dates_of(value: Value, told: Counts) -> dict[Value, Count]:
    """The dates that articles tell with one status or stage: a planned day says nothing of when it was held."""
    return {pair[1]: count for pair, count in told.items() if isinstance(pair, tuple) and pair[0] == value}


def _steps(counts: Counts, told: Counts) -> Iterable[Step]:
    """What a thing went through, in the order in which articles first said so."""
    for value in sorted(counts, key=lambda v: (counts[v].first or UNDATED, str(v))):
        count, dates = counts[value], _dates_of(value, told)
        date = str(choose(dates, "finest")) if dates else ""
        yield Step(str(value), count.first, date, count.sources, count.article)


def _aliases(name: str, names: Counts, others: Counts) -> tuple[str, ...]:
    """Every other name: those used as a name before mere aliases, each by how many sources use it."""
    ordered = [str(v) for v in (*ranked(names), *(ranked(others) if others else ()))]
    return tuple(dict.fromkeys(v for v in ordered if v != name))


def derive_edge(element: Element, said: Tally) -> Edge:
    """The edge as it is shown, with its best quotes and the count of its independent sources."""
    counts = dict(said.counts)
    present = counts.pop(PRESENT)[""]
    known = schema().edges[element.type].properties
    properties, differing = shown_properties(counts, known)
    if "titles" in known and counts.get("title"):
        properties |= _titles(counts["title"])
    properties["sources"] = present.sources
    if present.first:
        properties |= {"first_seen": present.first, "last_seen": present.last}
    if differing:
        properties["differing"] = tuple(differing)
    best = best_evidence(said.evidence)
    properties["dates"] = tuple(origin.published for _, origin in best)
    return Edge(element.type, element.source, element.target, properties, tuple(e for e, _ in best))


def _titles(counts: Mapping[Value, Count]) -> dict[str, Value]:
    """The offices of one person at one agency as intervals of the articles' dates; a new one never ends an old one."""
    ordered = sorted(counts, key=lambda v: (counts[v].first or UNDATED, counts[v].last, str(v)))
    return {
        "titles": tuple(str(v) for v in ordered),
        "titles_since": tuple(counts[v].first for v in ordered),
        "titles_until": tuple(counts[v].last for v in ordered),
    }


def best_evidence(pool: Sequence[tuple[Evidence, Origin]]) -> list[tuple[Evidence, Origin]]:
    """The five quotes that are shown: in order, one of each source before a second one of any."""
    seen: set[str] = set()
    first: list[tuple[Evidence, Origin]] = []
    rest: list[tuple[Evidence, Origin]] = []
    for evidence, origin in pool[:POOL]:
        (rest if origin.source in seen else first).append((evidence, origin))
        seen.add(origin.source)
    return [*first, *rest][:BEST]
