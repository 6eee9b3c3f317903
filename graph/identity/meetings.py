"""Are two mentions one meeting?"""

from __future__ import annotations

from graph.identity.around import TOOK_PART, Around, text
from graph.identity.fold import fold, slug
from graph.identity.values import Profile, Score
from graph.model import Node


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """Folded names, kind, date, country, ordinal and who took part."""
    people = {
        " ".join(sorted(fold(n.name).split())) for _, n in around.arriving(node, TOOK_PART) if n.label == "Person"
    }
    found = {"names": tuple(sorted({fold(n) for n in (node.name, *node.aliases)})), "people": tuple(sorted(people))}
    known = ("kind", "date", "country", "ordinal")
    return found | {p: (text(node, p),) for p in known if text(node, p)}


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """meeting:2020-01-18:talks-between-…"""
    return ":".join(["meeting", *found.get("date", ()), slug(name)])


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Month and each participant; the folded names."""
    month = "".join(found.get("date", ()))[:7]
    return frozenset({f"who={month}:{p}" for p in found["people"]} | {f"name={n}" for n in found["names"]})


def compare(a: Profile, b: Profile) -> Score:
    """Same people of the same kind of meeting on one day."""
    date = a.get("date") == b.get("date") and bool(a.get("date"))
    people = bool(a.get("people")) and a.get("people") == b.get("people")
    if date and people and a.get("kind") == b.get("kind"):
        return Score(0.95, "same", ("same day, people and kind of meeting",))
    return Score(0.0, "different", ("not the same day, people and kind of meeting",))
