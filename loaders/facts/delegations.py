"""Delegations that mean their leader: "talks with the Chinese delegation", "tiếp Đoàn đại biểu Bộ Công an Lào"."""

from __future__ import annotations

from loaders.facts.persons import Person
from loaders.facts.scene import Actor
from loaders.mentions.reading import Hit, Reading

_LANDS = ("country", "demonym", "weak_country")
_REACH = 14  # tokens behind the word in which a delegation says whose it is
_NEAR = 30  # tokens behind the word in which its leader is named


def find_delegations(reading: Reading, people: list[Person], origins: dict[str, set[str]]) -> list[Actor]:
    """Delegations told without a name, each given to the one person who leads a delegation of that country."""
    spots = [h for s in reading.sentences for h in reading.phrases(s.first, s.last, "delegation")]
    if not spots:
        return []
    named = sorted((m.i, p.id) for p in people for m in p.mentions)
    ends = [m.j for p in people for m in p.mentions]
    leaders = _leaders(reading, people, origins)
    out = []
    for hit in spots:
        last = reading.last_of(hit.i)
        if _in_lead(reading, hit):
            continue
        company = (j for j in ends if 0 <= hit.i - j <= 4 and not reading.starts(j, hit.i, "meet", "meet_with"))
        until = min([last, hit.j + _NEAR, *reading.starts(hit.j, last, "meet", "passive", "attend", "travel", "sign")])
        if any(hit.j <= i < until for i, _ in named) or any(company):
            continue  # "… led by X"; "President X and a high-level delegation"
        land = _whose(reading, hit)
        if land is None:
            continue
        country, end = land
        if len(leaders.get(country, ())) == 1:
            out.append(Actor(hit.i, max(end, hit.j), hit.i, leaders[country][0], named=False))
    return out


def _in_lead(reading: Reading, hit: Hit) -> bool:
    """Whether the word is part of one for leading, or its object: làm trưởng | đoàn, "X led the Kenyan delegation"."""
    for k in range(max(reading.first_of(hit.i), hit.i - 6), hit.i):
        lead = reading.hit(k, "lead")
        if lead is not None and (
            lead.j > hit.i or not any(reading.tokens[n].text in ",;" for n in range(lead.j, hit.i))
        ):
            return True
    return False


def _leaders(reading: Reading, people: list[Person], origins: dict[str, set[str]]) -> dict[str, list[Person]]:
    """By country, the people who are said to lead a delegation."""
    out: dict[str, list[Person]] = {}
    for p in people:
        lands = origins.get(p.id, set()) or {land for m in p.mentions if (land := _of_his(reading, m.start))}
        if len(lands) == 1 and any(_leads(reading, m.start, m.j) for m in p.mentions):
            out.setdefault(next(iter(lands)), []).append(p)
    return out


def _of_his(reading: Reading, i: int) -> str | None:
    """The country of the delegation right before a name: "Đoàn đại biểu Campuchia do ông X dẫn đầu"."""
    first = reading.first_of(i)
    hits = list(reading.phrases(max(first, i - _REACH), i, "delegation"))
    land = _whose(reading, hits[-1]) if hits else None
    return land[0] if land is not None and land[1] <= i else None


def _leads(reading: Reading, i: int, j: int) -> bool:
    """Whether a word for a delegation and one for leading stand around a name."""
    first, last = reading.first_of(i), reading.last_of(i)
    near = max(first, i - _NEAR), min(last, j + _REACH)
    return reading.holds(*near, "delegation") and reading.holds(*near, "led_by", "lead")


def _whose(reading: Reading, hit: Hit) -> tuple[str, int] | None:
    """The country of a delegation with the token where its phrase ends: right before the word, else behind it."""
    before = reading.hit_before(hit.i, "demonym") or reading.hit_before(hit.i, "country")
    if before is not None:
        return before.entry.key, hit.j
    last = min(reading.last_of(hit.i), hit.j + _REACH)
    for k in range(hit.j, last):
        if reading.tokens[k].text in ",.;:":
            break
        land = reading.hit(k, *_LANDS)
        if land is not None:
            return land.entry.key, land.j
        if reading.hit(k, "meet", "meet_with", "attend", "passive", "travel", "sign"):
            break
    return None
