"""Who is linked with whom, by what, over which dates: the projection that every ranking stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_array, triu

from graph.analytics.attendance import Attendance, Who, attendance
from graph.analytics.occasions import Occasions, Period, occasions
from graph.errors import InputError
from graph.model import Edge, Graph, PartialDate

_MANY = {"Person": "people", "Agency": "agencies", "Country": "countries"}
_DEED = {"ATTENDED": "attended the same held meeting", "SIGNED": "signed the same agreement",
         "PARTY_TO": "are parties to the same agreement"}  # fmt: skip
_THROUGH = {
    "Person": "",
    "Agency": "An agency takes part where an article says so of the agency itself, or through a person who took part "
    "and represents it: where one and the same quoted article says both; else if it is the only one of theirs that "
    "articles of those days name, or the only one they ever represented.",
    "Country": "A country takes part through its agencies and through the people who represent them or it: where one "
    "and the same quoted article says both; else if it is the only one of theirs that articles of those days name, or "
    "the only one they ever represented.",
}


@dataclass(frozen=True, eq=False)
class Projection:
    """People, agencies or countries linked by what they took part in together.

    ``members`` and ``events`` are node keys, sorted. ``taken`` is members x events, 1 where the member took part;
    ``weights`` is members x members, symmetric, the number of shared events, zero on the diagonal. Arrays from
    centralities run parallel to ``members``. ``sources[member][event]`` are the edges that say so. ``statement``
    says in words who counts as linked, by what and over which dates.
    """

    who: Who
    members: tuple[str, ...]
    events: tuple[str, ...]
    taken: csr_array
    weights: csr_array
    sources: Attendance
    statement: str

    @cached_property
    def _columns(self) -> tuple[frozenset[int], ...]:
        """For each member the positions of its events."""
        column, start = self.taken.indices.tolist(), self.taken.indptr.tolist()
        return tuple(frozenset(column[a:b]) for a, b in pairwise(start))

    def events_of(self, member: int) -> tuple[str, ...]:
        """Keys of the meetings and agreements that the member (by position) took part in."""
        return tuple(self.events[i] for i in sorted(self._columns[member]))

    def shared(self, left: int, right: int) -> tuple[str, ...]:
        """Keys of the meetings and agreements behind the link of two members, empty where there is none."""
        both = self._columns[left] & self._columns[right] if left != right else ()
        return tuple(self.events[i] for i in sorted(both))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every linked pair once, as positions, the smaller first."""
        upper = triu(self.weights, k=1, format="coo")
        rows, columns = upper.coords
        return zip(rows.tolist(), columns.tolist(), strict=True)

    def evidence(self, member: int, event: str) -> tuple[Edge, ...]:
        """The edges that say that the member (by position) took part in the event."""
        return tuple(self.sources[self.members[member]][event])


def project(
    graph: Graph,
    who: Who = "Person",
    by: tuple[str, ...] = ("ATTENDED", "SIGNED"),
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Projection:
    """Link people, agencies or countries by the meetings they attended and the agreements they signed together.

    Everyone who took part in at least one event that counts is a member, linked or not. ``by`` names the relations
    that count (ATTENDED with its chairs, SIGNED, PARTY_TO); ``since`` and ``until`` are both included.
    """
    if who not in _MANY:
        raise InputError(f"who={who!r} cannot be linked: expected one of {', '.join(_MANY)}")
    chosen = occasions(graph, by, Period(since, until))
    sources = attendance(graph, chosen.edges, who)
    members = tuple(sorted(sources))
    events = tuple(sorted({event for of in sources.values() for event in of}))
    column = {event: i for i, event in enumerate(events)}
    rows = [i for i, member in enumerate(members) for _ in sources[member]]
    columns = [column[event] for member in members for event in sources[member]]
    taken = csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(len(members), len(events)))
    words = _statement(who, by, Period(since, until), chosen, members, events)
    return Projection(who, members, events, taken, _shared_counts(taken), sources, words)


def _shared_counts(taken: csr_array) -> csr_array:
    product: Any = taken @ taken.T
    product.setdiag(0)
    product.eliminate_zeros()
    counts = csr_array(product)
    counts.sort_indices()
    return counts


def _statement(
    who: Who, by: tuple[str, ...], period: Period, chosen: Occasions, members: tuple[str, ...], events: tuple[str, ...]
) -> str:
    many = _MANY[who]
    deeds = " or ".join(_DEED[name] for name in by)
    parts = [
        f"Two {many} are linked if they {deeds}, {period.words()}; the weight of a link "
        f"is the number of such events they share.",
        _THROUGH[who],
        f"{len(members)} {many} took part in {len(events)} such events and are ranked.",
    ]
    left = [
        _count(len(chosen.not_held), "meeting that was", "meetings that were", "planned, postponed or cancelled"),
        _count(len(chosen.undatable), "event", "events", "whose date is not known well enough to lie surely within"),
    ]
    if any(left):
        parts.append("Left out: " + " and ".join(filter(None, left)) + ".")
    return " ".join(part for part in parts if part)


def _count(number: int, one: str, several: str, which: str) -> str:
    return f"{number} {one if number == 1 else several} {which}" if number else ""
