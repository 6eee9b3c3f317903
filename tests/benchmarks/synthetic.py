"""Articles of any number, made by rule: people who are new, at agencies and in countries that recur."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.model import Facts
from tests.graph.stores.reports import Report

PEOPLE = 12
_SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "en", "in", "on", "un")]
_KINDS = [f"ministry/m{i}" for i in range(40)]
_COUNTRIES = [a + b for a in "ABCDEFGHIJ" for b in "KLMNOPQRST"]


def articles(first: int, count: int) -> Iterator[Facts]:
    """Articles ``first`` to ``first + count``: 18 new nodes each, about 60 edges with those that mention them."""
    for number in range(first, first + count):
        yield article(number)


def article(number: int) -> Facts:
    """The article of this number, always the same."""
    chance = random.Random(number)
    day = f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}"
    report = Report(f"https://news.example/{number}", day, "The Gazette", f"Talks {number}")
    countries, agencies = {}, []
    for code in chance.sample(_COUNTRIES, 2):
        countries[code] = report.node("Country", f"Land {code}", iso2=code)
        kind = chance.choice(_KINDS)
        agencies.append(report.node("Agency", f"{kind} of {code}", country=code, kind=kind))
        report.edge("OF", agencies[-1], countries[code])
    code, place = next(iter(countries.items()))
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


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(4)).title()
