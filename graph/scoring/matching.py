"""How well a found item matches a gold one, from 0 to 1, and which goes with which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from graph.scoring.words import Item, names, overlap, words

Match = Callable[[Item, Item], float]


def assign(gold: Sequence[Item], found: Sequence[Item], match: Match, threshold: float) -> dict[int, int]:
    """Greedy one-to-one matching by falling score: {index of found: index of gold}."""
    scored = [(match(g, f), gi, fi) for gi, g in enumerate(gold) for fi, f in enumerate(found)]
    out: dict[int, int] = {}
    taken: set[int] = set()
    for value, gi, fi in sorted(scored, reverse=True):
        if value < threshold:
            break
        if fi not in out and gi not in taken:
            out[fi] = gi
            taken.add(gi)
    return out


def person(gold: Item, found: Item) -> float:
    """By name: all words but honorifics, else the shorter name inside the longer."""
    return max((_person_names(g, f) for g, f in product(names(gold), names(found))), default=0.0)


def _person_names(gold: str, found: str) -> float:
    a, b = words(gold, "honorifics"), words(found, "honorifics")
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if not (a <= b or b <= a):
        return 0.0
    if min(len(a), len(b)) >= 2:
        return 0.9
    return 0.5 if max(len(a), len(b)) <= 3 else 0.0


def agency(gold: Item, found: Item) -> float:
    """By name, never across two countries."""
    theirs, ours = gold.get("country"), found.get("country")
    if theirs and ours and theirs != ours:
        return 0.0
    alike = theirs == ours
    return max((_agency_names(g, f, alike) for g, f in product(names(gold), names(found))), default=0.0)


def _agency_names(gold: str, found: str, same_country: bool) -> float:
    a, b = words(gold, "small_words"), words(found, "small_words")
    if not a or not b:
        return 0.0
    value = overlap(a, b)
    return max(value, 0.75) if a != b and same_country and (a <= b or b <= a) else value


def agreement(gold: Item, found: Item) -> float:
    """By name and kind; a partnership by its kind alone."""
    named = _best_overlap(gold, found)
    kind = 1.0 if agreement_kind(gold.get("type")) == agreement_kind(found.get("kind")) else 0.0
    if named < 0.2 and not (kind and gold.get("type") == "partnership"):
        return 0.0
    return 0.65 * named + 0.35 * kind


def agreement_kind(kind: str | None) -> str | None:
    """Languages draw the line between treaty and agreement differently: one kind here."""
    return "agreement" if kind == "treaty" else kind


def meeting(gold: Item, found: Item, people: frozenset[str], there: frozenset[str]) -> float:
    """By who took part, date, kind and name; never where the dates cannot be one."""
    when = 1.0 if same_date(gold.get("date"), found.get("date")) else 0.0
    if gold.get("date") and found.get("date") and not when:
        return 0.0
    kind = 1.0 if gold.get("type") == found.get("kind") else 0.0
    named = _best_overlap(gold, found)
    if not people and not there:
        return 0.5 * named + 0.3 * when + 0.2 * kind
    return 0.5 * overlap(people, there) + 0.2 * when + 0.15 * kind + 0.15 * named


def same_date(a: str | None, b: str | None) -> bool:
    """Whether one date's words begin with the other's."""
    return bool(a and b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def _best_overlap(gold: Item, found: Item) -> float:
    pairs = product(names(gold), names(found))
    return max((overlap(words(g, "small_words"), words(f, "small_words")) for g, f in pairs), default=0.0)
