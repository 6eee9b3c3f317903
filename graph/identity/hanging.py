"""When two series are one, and when talks were held during a visit that another report tells."""

from __future__ import annotations

from graph.identity.occasion import when_met, who_met
from graph.identity.series import sides
from graph.identity.values import Profile, Score

LIKELY = ("same", "near", "presumed")


def compare(a: Profile, b: Profile) -> Score | None:
    """None where both are meetings that articles tell."""
    pointers = [bool(p.get("pointer")) for p in (a, b)]
    if any(pointers):
        return _hangs(a, b) if not all(pointers) else Score(0.3, "unsure", ("both only point at a visit",))
    series = ["series" in p.get("kind") for p in (a, b)]
    if all(series):
        return _one_series(a, b)
    return Score(0.1, "different", ("a series and one meeting",)) if any(series) else None


def _one_series(a: Profile, b: Profile) -> Score:
    where, theirs = sides(dict(a.features)), sides(dict(b.features))
    between = f"both between {'/'.join(where)}"
    if where != theirs:
        return Score(0.2, "different", (f"between {'/'.join(where)} and between {'/'.join(theirs)}",))
    if set(a.get("names")) & set(b.get("names")):
        return Score(0.95, "same", (between, "same name"))
    if a.get("subjects") != b.get("subjects"):
        about = " and about ".join(", ".join(p.get("subjects")) or "nothing that is known" for p in (a, b))
        return Score(0.3, "different", (between, f"about {about}"))
    if len(where) > 1 and not a.get("subjects") and not a.get("rest") and not b.get("rest"):
        return Score(0.86, "same", (between, "both about nothing in particular"))
    if len(where) > 1 and a.get("subjects"):
        return Score(0.9, "same", (between, f"both about {', '.join(a.get('subjects'))}"))
    return Score(0.5, "unsure", (between, "which is not enough"))


def _hangs(a: Profile, b: Profile) -> Score:
    """Whether talks in a country were during a visit there: a guest of the talks is the visitor, in the same days."""
    kinds = {k for p in (a, b) for k in p.get("kind")}
    lands = a.get("country") == b.get("country")
    if kinds != {"visit"} or not lands or not who_met(a, b).both:
        return Score(0.2, "unsure", ("not that visit",))
    when, days = when_met(a, b, visit=True)
    guest = f"a guest of the talks is the visitor, both in {a.get('country')[0]}"
    return Score(0.8, "same", (guest, days)) if when in LIKELY else Score(0.3, "unsure", (guest, days))
