"""What an article tells without naming it: the series of a numbered meeting, the visit during which talks were held.

Both are made from one article alone. The series is a meeting of its own, which the editions in all articles share. The
visit is only a pointer: it takes the place of a visit that this or another article tells, and is nothing without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.identity.around import TOOK_PART, Around, text
from graph.identity.bodies import body, country
from graph.identity.fold import fold
from graph.identity.lexicon import ordinals, romans, spellings
from graph.identity.wording import ALONE, wording
from graph.model import Edge, Evidence, Facts, Node

SERIES, VISIT = "~series", "~visit"
NUMBERED = frozenset({"dialogue", "conference", "working_group"})
ABROAD = frozenset({"talks", "reception", "dialogue", "conference", "working_group", "ceremony"})
"""Kinds of meeting for which somebody travels."""
VISITORS = 3
"""So many of the guests of a meeting are looked for as visitors."""
SURE = 0.8
"""How sure a relation is that follows from two reports, of what each of them is."""

_COUNTING = re.compile(r"\d{1,3}(?:st|nd|rd|th|e|eme|er|ere|es)?")


def is_implied(local: str) -> bool:
    """Whether this local id is of a node that the article does not name."""
    return SERIES in local or VISIT in local


def is_pointer(local: str) -> bool:
    """Whether it is a visit that must be told elsewhere, to be anything."""
    return VISIT in local


def with_implied(facts: Facts) -> Facts:
    """The facts with what they imply; a second time, nothing more comes."""
    around = Around(facts)
    nodes, edges = list(facts.nodes), list(facts.edges)
    for meeting in (n for n in facts.nodes if n.label == "Meeting" and not is_implied(n.id)):
        for node, own in (*_series(meeting), *_visits(around, meeting)):
            if node.id not in around.nodes:
                nodes.append(node)
                edges += own
    return replace(facts, nodes=tuple(nodes), edges=tuple(edges))


def without_implied(facts: Facts) -> Facts:
    """The facts as the article tells them."""
    nodes = tuple(n for n in facts.nodes if not is_implied(n.id))
    edges = tuple(e for e in facts.edges if not is_implied(e.source) and not is_implied(e.target))
    return replace(facts, nodes=nodes, edges=edges)


Implied = tuple[Node, list[Edge]]


def _series(meeting: Node) -> Iterator[Implied]:
    """The series of which the article gives the meeting a number, in words that are quoted."""
    quotes = tuple(e for e in meeting.evidence if wording((e.quote,)).numbers)
    if quotes and text(meeting, "kind") in NUMBERED:
        local = f"{meeting.id}{SERIES}"
        names = tuple(dict.fromkeys(unnumbered(n) for n in (meeting.name, *meeting.aliases) if unnumbered(n)))
        if names:
            node = Node(local, "Meeting", names[0], names[1:], {"kind": "series"}, quotes)
            yield node, [Edge("PART_OF", meeting.id, local, {}, _seen_as("identity/series", quotes))]


def _visits(around: Around, meeting: Node) -> Iterator[Implied]:
    """A visit for each of the first guests from abroad, unless the article itself says what the meeting is part of."""
    land = text(meeting, "country")
    if not land or text(meeting, "kind") not in ABROAD or any(around.leaving(meeting, frozenset({"PART_OF"}))):
        return
    guests = {n.id: (e, n) for e, n in around.arriving(meeting, TOOK_PART) if n.label == "Person" and e.evidence}
    abroad = [(e, n) for e, n in guests.values() if _lands(around, n) and land not in _lands(around, n)]
    for edge, guest in abroad[:VISITORS]:
        local = f"{meeting.id}{VISIT}~{guest.id}"
        known = {"kind": "visit", "country": land} | ({"date": d} if (d := text(meeting, "date")) else {})
        node = Node(local, "Meeting", meeting.name, (), known)
        quotes = _seen_as("identity/visit", edge.evidence[:1])
        yield node, [Edge("ATTENDED", guest.id, local, {}, quotes), Edge("PART_OF", meeting.id, local, {}, quotes)]


def _lands(around: Around, person: Node) -> set[str]:
    return {country(body(n)) for _, n in around.leaving(person, frozenset({"REPRESENTS"}))} - {""}


def _seen_as(rule: str, quotes: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(replace(e, extractor=rule, confidence=round(SURE * e.confidence, 3)) for e in quotes)


def unnumbered(name: str) -> str:
    """The name of a series: that of an edition without the number and the words that go with it ("lần thứ 9")."""
    kept: list[str] = []
    for word in name.split():
        plain, before = fold(word), fold(kept[-1]) if kept else ""
        counted = before in spellings().number and (plain in romans() or f"{before} {plain}" in ordinals())
        if counted or _COUNTING.fullmatch(plain) or (len(plain) >= ALONE and plain in ordinals()):
            while kept and fold(kept[-1]) in spellings().number:
                kept.pop()
        else:
            kept.append(word)
    return " ".join(kept).strip(" ,;:-–()")
