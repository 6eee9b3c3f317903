"""What one article says of a meeting: who, when, where, of what kind, which edition of what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import combinations

from graph.identity import series
from graph.identity.around import TOOK_PART, Around, text
from graph.identity.bodies import body, countries
from graph.identity.fold import fold, slug, spaced, tokens
from graph.identity.lexicon import offices, place
from graph.identity.names import name_words, skeleton, vietnamese
from graph.identity.readings import mandarin
from graph.identity.times import FRESH, read
from graph.identity.wording import wording
from graph.model import Node, PartialDate

Features = dict[str, tuple[str, ...]]
GROUPS = {"reception": "reception", "visit": "visit", "ceremony": "ceremony"}
MOVED = frozenset({"planned", "postponed", "cancelled"})
JOURNEYS = frozenset({"visit", "series"})
PEOPLE = 8
"""So many participants of a meeting are looked up; all are compared."""


def features(around: Around, node: Node) -> Features:
    """Names and what they say, kind, dates, place, participants with their bodies and offices."""
    if (implied := series.features(around, node)) is not None:
        return implied
    there = {n.id: n for _, n in around.arriving(node, TOOK_PART)}
    people = [n for n in there.values() if n.label == "Person"]
    served = [(e, n) for p in people for e, n in around.leaving(p, frozenset({"REPRESENTS"}))]
    bodies = {body(n) for n in there.values() if n.label != "Person"} | {body(n) for _, n in served}
    posts = {f"{body(n)}:{o}" for e, n in served for o in _offices(str(e.properties.get("title", "")))}
    said = wording((node.name, *node.aliases))
    lands = tuple(sorted({*countries(bodies), *said.countries}))
    date, published = text(node, "date"), around.told_on
    numbers = (text(node, "ordinal"),) if text(node, "ordinal") else said.numbers
    return {
        "names": tuple(sorted({fold(n) for n in (node.name, *node.aliases)})),
        "kind": (text(node, "kind"),) if text(node, "kind") else (),
        "moved": (text(node, "status"),) if text(node, "status") in MOVED else (),
        "date": (date,) if read(date) else (),
        "date_end": (text(node, "date_end"),) if read(text(node, "date_end")) else (),
        "published": (str(published),) if published else (),
        "guessed": ("yes",) if published and not around.facts.article.published else (),
        "place": (place(text(node, "place")),) if text(node, "place") else (),
        "country": (text(node, "country"),) if text(node, "country") else (),
        "people": tuple(sorted(spaced(p.name) for p in people)),
        "bodies": tuple(sorted(bodies)),
        "lands": lands,
        "posts": tuple(sorted(posts)),
        "numbers": numbers,
        "years": said.years,
        "subjects": said.subjects,
        "forums": said.bodies,
        "setting": () if said.bodies or len(lands) > 1 else around.lands,
        "company": around.company,
        "lone": ("yes",) if _lone(around, node, people) else (),
    }


def _lone(around: Around, node: Node, people: list[Node]) -> bool:
    """Whether the article tells no other meeting, but journeys, of two of its participants."""
    here = {p.id for p in people}
    for other in around.facts.nodes:
        if other.label != "Meeting" or other.id == node.id or text(other, "kind") in JOURNEYS:
            continue
        if len({n.id for _, n in around.arriving(other, TOOK_PART)} & here) > 1:
            return False
    return len(here) > 1


def _offices(title: str) -> list[str]:
    return [meaning for _, _, meaning in offices().scan(tokens(title))]


def group(found: Mapping[str, tuple[str, ...]]) -> str:
    """Talks, conferences, dialogues and calls are told as one another; visits, receptions, ceremonies are not."""
    return GROUPS.get("".join(found.get("kind", ())), "work")


def sides_of(found: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Countries and multilateral bodies that met; where nothing is said, those that the article is about."""
    told = sorted({*found.get("lands", ()), *found.get("forums", ())})
    return tuple(told) if len(told) > 1 else found.get("setting", ()) or tuple(told)


def weight(found: Features) -> int:
    """How much is known: of a cluster's keys that of the best known is taken."""
    if _is_implied(found):
        return -1
    date = read("".join(found["date"]))
    precision = {"day": 6, "month": 3, "year": 1}[date.precision] if date else 0
    return precision + 2 * (len(found["people"]) > 1) + bool(found["people"] or found["numbers"])


def key(found: Features, name: str) -> str:
    """meeting:2020-01-18:sar-kheng+to-lam:talks, meeting:2019:asean:summit:13."""
    if _is_implied(found):
        return series.key(found, name)
    when = "".join(found["date"]) or "undated"
    who = "+".join(slug(*name_words(p)) for p in found["people"][:2])
    what = "-".join(found["forums"][:1] + found["subjects"][:2]) or "-".join(c.lower() for c in found["lands"][:3])
    middle = who or (what if found["numbers"] else slug(name))
    kind = "".join(found["kind"]) or "other"
    return ":".join(["meeting", when, middle, kind, *found["numbers"][:2]])


def window(found: Mapping[str, tuple[str, ...]]) -> tuple[PartialDate | None, bool]:
    """When the meeting was, and whether the text says so: else it is presumed to lie just before the report."""
    date = read("".join(found.get("date", ())))
    return (date, True) if date else (read("".join(found.get("published", ()))), False)


def blocks(found: Features) -> frozenset[str]:
    """Month with each participant, bodies or countries; pairs of participants; edition of a series; names."""
    months = _months(found)
    if "pointer" in found:
        return _visited(found, months)
    if _is_implied(found):
        return series.blocks(found)
    who = [_handles(p) for p in found["people"][:PEOPLE]]
    out = {f"who={m}:{h}" for m in months for hs in who for h in hs}
    each = PEOPLE if len(who) < 3 else 1
    out |= {f"pair={'+'.join(sorted((x, y)))}" for a, b in combinations(who[:6], 2) for x in a[:each] for y in b[:each]}
    sides = sides_of(found)
    if len(sides) > 1:
        out |= {f"lands={m}:{'+'.join(sides[:4])}:{group(found)}" for m in months}
        out |= {f"nth={x}+{y}:{n}" for x, y in combinations(sides[:5], 2) for n in found["numbers"]}
    if len(found["bodies"]) > 1:
        out |= {f"bodies={m}:{'+'.join(found['bodies'][:4])}" for m in months}
    year, when = "".join(found["date"])[:4], "".join(found["date"] or found["published"])[:4]
    out |= {
        f"series={f}:{n or when}" for f in (*found["forums"], *found["subjects"]) for n in found["numbers"] or ("",)
    }
    out |= _visited(found, months) if group(found) == "visit" else set()
    return frozenset(out | {f"name={year}:{n}" for n in found["names"]})


def _visited(found: Features, months: list[str]) -> frozenset[str]:
    """A visit and the pointers at it meet under country, month and visitor, apart from all other meetings."""
    handles = [h for p in found["people"][:PEOPLE] for h in _handles(p)]
    return frozenset(f"visit={land}:{m}:{h}" for land in found["country"] for m in months for h in handles)


def _is_implied(found: Features) -> bool:
    return "pointer" in found or "series" in found["kind"]


def _handles(person: str) -> list[str]:
    """Under what a participant is looked up: the whole name as it sounds, here and in Mandarin, its long words."""
    words = name_words(person)
    whole = " ".join(sorted(skeleton(w) for w in words))
    read = sorted(mandarin(person))
    if vietnamese(person):
        return [whole, *read]
    long = sorted({w for w in words if len(fold(w)) > 3}, key=lambda w: (-len(w), w))[:3]
    return [whole, *read, *sorted({skeleton(w) for w in long} - {whole})]


def _months(found: Features) -> list[str]:
    date, told = window(found)
    if date is None:
        return []
    if date.precision == "year":
        return [str(date)]
    early, late = (3, 3) if told else (2 * FRESH, 1)
    days = (date.start - timedelta(days=early), date.start, date.end + timedelta(days=late - 1))
    return sorted({f"{d.year:04d}-{d.month:02d}" for d in days})
