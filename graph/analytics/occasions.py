"""Which meetings and agreements count as occasions: held or signed, of the chosen type, in the chosen period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import InputError
from graph.model import Edge, Graph, Node, PartialDate

# A relation that counts, and the relations that say the same more precisely.
COUNTED: Mapping[str, frozenset[str]] = {
    "ATTENDED": frozenset({"ATTENDED", "CHAIRED", "CO_CHAIRED"}),
    "SIGNED": frozenset({"SIGNED"}),
    "PARTY_TO": frozenset({"PARTY_TO"}),
}


@dataclass(frozen=True, slots=True)
class Period:
    """From ``since`` to ``until``, both included; None leaves that side open."""

    since: PartialDate | None = None
    until: PartialDate | None = None

    @property
    def bounded(self) -> bool:
        """Whether either side is set."""
        return self.since is not None or self.until is not None

    def holds(self, date: PartialDate | None) -> bool:
        """Whether the date surely lies within: its whole interval does. No date lies within an open period alone."""
        if date is None:
            return not self.bounded
        after = self.since is None or date.start >= self.since.start
        return after and (self.until is None or date.end <= self.until.end)

    def may_hold(self, date: PartialDate | None) -> bool:
        """Whether the date could lie within, as far as it is known."""
        if date is None:
            return True
        after = self.since is None or date.end > self.since.start
        return after and (self.until is None or date.start < self.until.end)

    def words(self) -> str:
        """The period in words, such as "from 2020 to 2025-06, both included"."""
        if self.since and self.until:
            return f"from {self.since} to {self.until}, both included"
        if self.since:
            return f"from {self.since} on"
        return f"up to {self.until}, included" if self.until else "at any date"


@dataclass(frozen=True, slots=True)
class Occasions:
    """The edges that count, and the keys of what was left aside and why."""

    edges: tuple[Edge, ...]
    not_held: frozenset[str]
    undatable: frozenset[str]


def date_of(node: Node, name: str = "date") -> PartialDate | None:
    """The node's date where it has one."""
    return day(node.properties.get(name))


def day(value: object) -> PartialDate | None:
    """A date as properties hold it, or None where there is none."""
    return _parsed(value) if isinstance(value, str) and value else None


_parsed = lru_cache(maxsize=1 << 16)(PartialDate.parse)


def held(meeting: Node) -> bool:
    """Whether it took place as far as is known: planned, cancelled and postponed ones did not."""
    return meeting.properties.get("status", "held") == "held"


def is_series(node: Node) -> bool:
    """Whether it is no meeting but what the numbered editions of one are part of."""
    return node.label == "Meeting" and node.properties.get("kind") == "series"


def occasions(graph: Graph, by: tuple[str, ...], period: Period) -> Occasions:
    """Choose the edges of the types ``by`` whose meeting or agreement counts in the period.

    A date that is known to a month counts only if the whole month lies in the period; what may or may not lie in it
    is left out and named in ``undatable``.
    """
    unknown = sorted(set(by) - set(COUNTED))
    if unknown or not by:
        raise InputError(f"by={by!r} links nobody: expected one or more of {', '.join(COUNTED)}")
    types = frozenset().union(*(COUNTED[name] for name in by))
    nodes = {node.id: node for node in graph.nodes if node.label in ("Meeting", "Agreement")}
    kept: list[Edge] = []
    not_held: set[str] = set()
    undatable: set[str] = set()
    for edge in graph.edges:
        node = nodes.get(edge.target)
        if edge.type not in types or node is None:
            continue
        date = _date(edge, node)
        if not period.may_hold(date):
            continue
        if node.label == "Meeting" and not held(node):
            not_held.add(node.id)
        elif period.holds(date):
            kept.append(edge)
        else:
            undatable.add(node.id)
    return Occasions(tuple(kept), frozenset(not_held), frozenset(undatable))


def _date(edge: Edge, node: Node) -> PartialDate | None:
    return day(edge.properties.get("date")) or date_of(node)
