"""Are two mentions one meeting? Participants and day first; a series by its edition."""

from __future__ import annotations

from graph.identity import hanging
from graph.identity.lexicon import state_offices
from graph.identity.meetings import group, sides_of
from graph.identity.occasion import Who, abroad, met, recalled, same_posts, telling_of, when_met, who_met
from graph.identity.times import gap, read
from graph.identity.values import Profile, Score

OPEN = ("unknown", "open", "late")
"""What dates say where they neither join nor part."""
MOVED_BY = 366
"""Days by which an edition of a series may be put off."""


def compare(a: Profile, b: Profile) -> Score:
    """What excludes first, then who and when."""
    if (implied := hanging.compare(a, b)) is not None:
        return implied
    mine, theirs = group(a.features), group(b.features)
    when, days = when_met(a, b, mine == "visit")
    who = who_met(a, b)
    against = _excluded(a, b, when, who)
    if against:
        return Score(0.1, "different", (against,))
    reasons = (*met(who, a, b), days)
    if mine != theirs:
        return _across_kinds(a, b, who, when, reasons)
    value, more = _visit(a, b, who, when) if mine == "visit" else _meeting(a, b, who, when)
    reasons += more
    value = max(value, 0.45) if who.maybe else value
    value = round(value - (0.05 if a.get("kind") != b.get("kind") else 0.0), 3)
    if value >= 0.74:
        return Score(value, "same", reasons)
    return Score(value, "unsure" if value >= 0.45 else "different", (*reasons, "which is not enough"))


def _across_kinds(a: Profile, b: Profile, who: Who, when: str, reasons: tuple[str, ...]) -> Score:
    """What one report calls a reception or a signing and the other talks; a journey is never what is done on it."""
    kinds = _kinds(a, b)
    if who.both < 2 or "visit" in (group(a.features), group(b.features)):
        return Score(0.1, "different", (*reasons, kinds), apart=True)
    lone = bool(a.get("lone")) + bool(b.get("lone"))
    if lone == 2 and when in ("same", "agree", "presumed"):
        return Score(0.78, "same", (*reasons, f"{kinds}, and neither report tells another of theirs"))
    close = when in ("same", "near") or lone == 2
    return Score(0.5 if close else 0.1, "unsure" if close else "different", (*reasons, kinds), apart=not lone)


def _kinds(a: Profile, b: Profile) -> str:
    return f"{' '.join(a.get('kind'))} and {' '.join(b.get('kind'))}"


def _excluded(a: Profile, b: Profile, when: str, who: Who) -> str:
    if a.get("numbers") and b.get("numbers") and not set(a.get("numbers")) & set(b.get("numbers")):
        return f"number {'/'.join(a.get('numbers'))} and number {'/'.join(b.get('numbers'))} of a series"
    if when == "far" and not (_edition(a, b) and _moved(a, b)):
        return "on different days"
    if a.get("country") and b.get("country") and a.get("country") != b.get("country"):
        return f"in {a.get('country')[0]} and in {b.get('country')[0]}"
    if who.mine > 1 and who.theirs > 1 and who.both + who.maybe < 2 and not same_posts(a, b, who):
        return "with other people"
    known = who.both or who.maybe or group(a.features) == "visit" or same_posts(a, b, who)
    if who.mine and who.theirs and not known:
        return "with other people"
    return ""


def _meeting(a: Profile, b: Profile, who: Who, when: str) -> tuple[float, tuple[str, ...]]:
    """Talks, receptions, ceremonies: two shared participants and the day, or one and something telling."""
    telling = telling_of(a, b)
    unknown = not (a.get("published") and b.get("published")) and not (recalled(a) or recalled(b))
    other_place = bool(a.get("place") and b.get("place") and a.get("place") != b.get("place"))
    if when == "far":
        return 0.84, (*telling, "one edition, planned for another day than it was held")
    sure = {"same": 0.93, "agree": 0.85, "year": 0.7, "near": 0.9, "presumed": 0.87, "wrong": 0.78}.get(when)
    if who.both > 1 or (who.both and who.maybe):
        if when == "open":
            return 0.79 - 0.05 * other_place, telling
        if sure is None:
            own = [t for t in telling if not t.startswith("both with")]  # two people always bring their two bodies
            years = bool(set(a.get("years")) & set(b.get("years")))
            third = abroad(a, b) if when == "late" else ""
            told = (*telling, f"both in {third}, a third country") if third else telling
            return (0.8 if years else 0.78 if third or (own and unknown) else 0.6), told
        return sure + _bonus(a, b, telling) - 0.05 * (other_place + (who.both < 2)), telling
    if sure is None or when == "wrong":
        if _edition(a, b) and when in OPEN and not (who.mine and who.theirs):
            return 0.84, telling
        if who.both and unknown and when in OPEN and len(telling) > 1 and set(a.get("forums")) & set(b.get("forums")):
            return 0.76, telling
        return (0.5 if who.both or telling else 0.2), telling
    if who.both == 1:
        return (sure - 0.1 + _bonus(a, b, telling) if telling else 0.6), telling
    if same_posts(a, b, who) and when in ("same", "near"):
        return 0.82, (*telling, "the same offices met")
    return _peopleless(a, b, when, telling)


def _bonus(a: Profile, b: Profile, telling: tuple[str, ...]) -> float:
    """More that agrees is surer; a subject that only one of two reports names is less so."""
    mine, theirs = set(a.get("subjects")), set(b.get("subjects"))
    return 0.02 * min(len(telling), 3) - (0.05 if mine ^ theirs and not mine & theirs else 0.0)


def _peopleless(a: Profile, b: Profile, when: str, telling: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """At least one report names nobody: bodies, edition, name have to do."""
    bodies = set(a.get("bodies")) & set(b.get("bodies"))
    named = bool(set(a.get("names")) & set(b.get("names")))
    series = len(set(sides_of(a.features)) & set(sides_of(b.features))) > 1
    forum = bool(set(a.get("forums")) & set(b.get("forums")))
    if _edition(a, b):
        return 0.9, telling
    if named and when not in OPEN:
        return 0.86, telling
    about = [
        p.get("subjects") and (p.get("kind"), p.get("subjects"), p.get("years"), sides_of(p.features)) for p in (a, b)
    ]
    if about[0] and about[0] == about[1] and a.get("years"):
        return 0.82, telling
    if forum and a.get("subjects") and a.get("subjects") == b.get("subjects") and when in ("same", "near", "agree"):
        return 0.8, telling
    if series and a.get("place") and a.get("place") == b.get("place") and when in ("same", "near", "agree", "presumed"):
        return 0.8, telling
    if len({x.partition("/")[0] for x in bodies}) > 1 and when in ("same", "near", "presumed"):
        return 0.82, telling
    if series and when in ("same", "near", "agree", "presumed") and set(a.get("subjects")) & set(b.get("subjects")):
        return 0.8, telling
    return (0.5 if series or forum else 0.2), telling


def _edition(a: Profile, b: Profile) -> bool:
    """One number of one series: between the same sides, of the same body, or of the same name."""
    if not set(a.get("numbers")) & set(b.get("numbers")):
        return False
    sides = len(set(sides_of(a.features)) & set(sides_of(b.features))) > 1
    return sides or any(set(a.get(f)) & set(b.get(f)) for f in ("forums", "names"))


def _moved(a: Profile, b: Profile) -> bool:
    """Whether one report speaks of a day that had only been planned, within a year of the other's."""
    dates = [read("".join(p.get("date"))) for p in (a, b)]
    close = dates[0] is not None and dates[1] is not None and gap(dates[0], dates[1]) <= MOVED_BY
    return close and bool(a.get("moved") or b.get("moved"))


def _visit(a: Profile, b: Profile, who: Who, when: str) -> tuple[float, tuple[str, ...]]:
    """One visitor, one country, one week."""
    land = bool(a.get("country")) and a.get("country") == b.get("country")
    telling = (f"both in {a.get('country')[0]}",) if land else ()
    if who.both:
        sure = {"same": 0.95, "near": 0.9, "agree": 0.88, "year": 0.6, "presumed": 0.85, "open": 0.78}.get(when, 0.5)
        return (sure if land else min(sure, 0.8)), telling
    posts = sorted(set(a.get("posts")) & set(b.get("posts")))
    if land and when == "same" and any(p.rpartition(":")[2] in state_offices() for p in posts):
        return 0.8, (*telling, f"both by the holder of {posts[0]}")
    bodies = len(set(a.get("bodies")) & set(b.get("bodies")))
    if who.maybe and bodies and land and when in ("same", "near"):
        return 0.8, (*telling, "a participant whose name one report may have garbled")
    return (0.8 if bodies and land and when in ("same", "near") and not (who.mine and who.theirs) else 0.4), telling
