"""Articles of any number, made by rule: people who are new, at agencies and in countries that recur."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.model import Facts
from tests.graph.stores.reports import Report

PEOPLE = 12
MINISTER = "Ferdinand Ubiquitous"
_SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "en", "in", "on", "un")]
_KINDS = [f"ministry/m{i}" for i in range(40)]
_COUNTRIES = [a + b for a in "ABCDEFGHIJ" for b in "KLMNOPQRST"]


def articles(first: int, count: int) -> Iterator[Facts]:
    """Articles ``first`` to ``first + count``: 18 new nodes each, about 60 edges with those that mention them."""
    for number in range(first, first + count):
        yield article(number)


def article(number: int) -> Facts:
    """The article of this number, always the same."""
    chance, day = random.Random(number), _day(number)
    report = Report(f"https://news.example/{number}", day, "The Gazette", f"Talks {number}")
    codes = chance.sample(_COUNTRIES, 2)
    lands, agencies = zip(*(_agency(report, chance, code) for code in codes), strict=True)
    code, place = codes[0], lands[0]
    meetings = [
        report.node("Meeting", f"talks {number} {i}", kind="talks", status="held", date=day, country=code)
        for i in range(4)
    ]
    pacts = [
        report.node("Agreement", f"pact {_name(chance)} {number} {i}", kind="mou", status="signed") for i in (1, 2)
    ]
    for i in range(PEOPLE):
        person = report.node("Person", f"{_name(chance)} {_name(chance)}")
        report.edge("REPRESENTS", person, agencies[i % 2], title="envoy")
        report.edge("ATTENDED", person, meetings[i % 4])
    for meeting, pact in zip(meetings, pacts * 2, strict=True):
        report.edge("HELD_IN", meeting, place)
        report.edge("IMPLEMENTS", meeting, pact)
    return report.facts()


def notes(first: int, count: int) -> Iterator[Facts]:
    """Short articles of this many numbers: two people who are new, and in every tenth the same minister besides."""
    for number in range(first, first + count):
        yield note(number)


def note(number: int) -> Facts:
    """The short article of this number: about 8 nodes and 18 edges with those that mention them."""
    chance, day = random.Random(number), _day(number)
    report = Report(f"https://news.example/note/{number}", day, "The Gazette", f"Visit {number}")
    code = chance.choice(_COUNTRIES)
    land, agency = _agency(report, chance, code)
    meeting = report.node("Meeting", f"visit {number}", kind="visit", status="held", date=day, country=code)
    report.edge("HELD_IN", meeting, land)
    for _ in range(2):
        person = report.node("Person", f"{_name(chance)} {_name(chance)}")
        report.edge("ATTENDED", person, meeting)
        report.edge("REPRESENTS", person, agency, title="envoy")
    if number % 10 == 0:
        home = report.node("Agency", "Ministry of the Interior of ZZ", country="ZZ", kind="ministry/interior")
        person = report.node("Person", MINISTER)
        report.edge("ATTENDED", person, meeting)
        report.edge("REPRESENTS", person, home, title=chance.choice(("minister", "general", "member of the bureau")))
    return report.facts()


def _day(number: int) -> str:
    return f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}"


def _agency(report: Report, chance: random.Random, code: str) -> tuple[str, str]:
    """A country and an agency of it."""
    land, kind = report.node("Country", f"Land {code}", iso2=code), chance.choice(_KINDS)
    agency = report.node("Agency", f"{kind} of {code}", country=code, kind=kind)
    report.edge("OF", agency, land)
    return land, agency


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(4)).title()
