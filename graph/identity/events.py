"""Are two mentions one meeting? Participants and day first; a series by its edition."""

from __future__ import annotations

from dataclasses import dataclass

from graph.identity.lexicon import state_offices
from graph.identity.meetings import group, window
from graph.identity.names import alike
from graph.identity.times import FRESH, NEAR, days_after, gap, read
from graph.identity.values import Profile, Score

VISIT = 7
"""Days between two dates given for one visit: arrival, talks, departure."""
SLIP = 31
"""Days by which a wrong date may be off where everything else agrees and the reports appeared together."""


@dataclass(frozen=True, slots=True)
class Who:
    """How many participants both have, and how many each names."""

    both: int
    mine: int
    theirs: int


def compare(a: Profile, b: Profile) -> Score:
    """What excludes first, then who and when."""
    mine, theirs = group(dict(a.features)), group(dict(b.features))
    when, days = _when(a, b, mine == "visit")
    who = _who(a, b)
    against = _excluded(a, b, when, who)
    if against:
        return Score(0.1, "different", (against,))
    reasons = (*_met(who, a, b), days)
    if mine != theirs:
        close = who.both > 1 and when in ("same", "near") and "visit" not in (mine, theirs)
        return Score(0.5 if close else 0.1, "unsure" if close else "different", (*reasons, _kinds(a, b)), apart=True)
    value, more = _visit(a, b, who, when) if mine == "visit" else _meeting(a, b, who, when)
    reasons += more
    value = round(value - (0.02 if a.get("kind") != b.get("kind") else 0.0), 3)
    if value >= 0.74:
        return Score(value, "same", reasons)
    return Score(value, "unsure" if value >= 0.45 else "different", (*reasons, "which is not enough"))


def _kinds(a: Profile, b: Profile) -> str:
    return f"{' '.join(a.get('kind'))} and {' '.join(b.get('kind'))}"


def _who(a: Profile, b: Profile) -> Who:
    left, both = list(b.get("people")), 0
    for person in a.get("people"):
        found = next((o for o in left if alike(person, o).way not in ("none", "marks", "initial")), None)
        if found is not None:
            left.remove(found)
            both += 1
    return Who(both, len(a.get("people")), len(b.get("people")))


def _met(who: Who, a: Profile, b: Profile) -> tuple[str, ...]:
    if who.both:
        return (f"{who.both} of {who.mine} and {who.theirs} participants are the same",)
    shared = sorted(set(a.get("bodies")) & set(b.get("bodies")))
    return (f"both with {', '.join(shared)}",) if shared else ("no participant in common",)


def _when(a: Profile, b: Profile, visit: bool) -> tuple[str, str]:
    """same, near, presumed, unknown, far, wrong (a slip is likely), and the sentence that says so."""
    (x, told), (y, also) = window(dict(a.features)), window(dict(b.features))
    if x is None or y is None:
        return "unknown", "a date is missing"
    if told and also:
        days = _between(a, b, x, y)
        if not days:
            return ("same" if "day" in (x.precision, y.precision) else "agree"), f"dates {x} and {y} agree"
        if days <= (VISIT if visit else NEAR):
            return "near", f"dates {x} and {y} are {days} day(s) apart"
        return ("wrong" if _slip(a, b, days) else "far"), f"dates {x} and {y} are {days} days apart"
    if told or also:
        date, report = (x, y) if told else (y, x)
        late = days_after(date, report)
        fresh = -NEAR <= late <= (2 * FRESH if visit else FRESH) or date.contains(report)
        return (
            "presumed" if fresh else "unknown" if late > 0 else "far"
        ), f"dated {date}, undated in a report of {report}"
    fresh = gap(x, y) <= FRESH
    return ("presumed" if fresh else "unknown"), f"undated in reports of {x} and {y}"


def _between(a: Profile, b: Profile, x: object, y: object) -> int:
    """Days between the two events, their last days counted in."""
    spans = []
    for p in (a, b):
        first, last = read("".join(p.get("date"))), read("".join(p.get("date_end")))
        if first is None:
            return 0
        spans.append((first.start, max(first.end, last.end) if last else first.end))
    (s1, e1), (s2, e2) = spans
    return max((s1 - e2).days + 1, (s2 - e1).days + 1, 0)


def _slip(a: Profile, b: Profile, days: int) -> bool:
    """Reports that appeared together and agree in kind and place, where one must have the date wrong."""
    x, y = read("".join(a.get("published"))), read("".join(b.get("published")))
    place = bool(a.get("place")) and a.get("place") == b.get("place")
    together = x is not None and y is not None and gap(x, y) <= NEAR + 2 and "day" == x.precision == y.precision
    return days <= SLIP and place and together and a.get("kind") == b.get("kind")


def _excluded(a: Profile, b: Profile, when: str, who: Who) -> str:
    if a.get("numbers") and b.get("numbers") and not set(a.get("numbers")) & set(b.get("numbers")):
        return f"number {'/'.join(a.get('numbers'))} and number {'/'.join(b.get('numbers'))} of a series"
    if when == "far":
        return "on different days"
    if a.get("country") and b.get("country") and a.get("country") != b.get("country"):
        return f"in {a.get('country')[0]} and in {b.get('country')[0]}"
    if who.mine > 1 and who.theirs > 1 and who.both < 2 and not _same_posts(a, b):
        return "with other people"
    if who.mine and who.theirs and not who.both and not (_same_posts(a, b) or group(dict(a.features)) == "visit"):
        return "with other people"
    return ""


def _same_posts(a: Profile, b: Profile) -> bool:
    """Whether the same two offices met, whatever the names: one report may have garbled them."""
    shared = set(a.get("posts")) & set(b.get("posts"))
    return len({p.partition("/")[0] for p in shared}) > 1 and len(a.get("people")) == len(b.get("people"))


def _meeting(a: Profile, b: Profile, who: Who, when: str) -> tuple[float, tuple[str, ...]]:
    """Talks, receptions, ceremonies: two shared participants and the day, or one and something telling."""
    telling = _telling(a, b)
    other_place = bool(a.get("place") and b.get("place") and a.get("place") != b.get("place"))
    sure = {"same": 0.97, "agree": 0.85, "near": 0.93, "presumed": 0.9, "wrong": 0.78}.get(when)
    if who.both > 1:
        if sure is None:
            return (0.8 if a.get("years") and set(a.get("years")) & set(b.get("years")) else 0.6), telling
        return min(sure + _bonus(a, b, telling), 0.99) - 0.05 * other_place, telling
    if sure is None or when == "wrong":
        edition = bool(a.get("numbers")) and when == "unknown" and len(telling) > 1
        return (0.8 if edition else 0.5 if who.both or telling else 0.2), telling
    if who.both == 1:
        return (sure - 0.1 + _bonus(a, b, telling) if telling else 0.6), telling
    if _same_posts(a, b) and when in ("same", "near"):
        return 0.82, (*telling, "the same offices met")
    return _peopleless(a, b, when, telling)


def _bonus(a: Profile, b: Profile, telling: tuple[str, ...]) -> float:
    """More that agrees is surer; a subject that only one of two reports names is less so."""
    mine, theirs = set(a.get("subjects")), set(b.get("subjects"))
    return 0.02 * min(len(telling), 3) - (0.05 if mine ^ theirs and not mine & theirs else 0.0)


def _peopleless(a: Profile, b: Profile, when: str, telling: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """At least one report names nobody: bodies, edition, name have to do."""
    bodies = set(a.get("bodies")) & set(b.get("bodies"))
    numbered = bool(set(a.get("numbers")) & set(b.get("numbers")))
    named = bool(set(a.get("names")) & set(b.get("names")))
    series = bool(set(a.get("forums")) & set(b.get("forums"))) or len(set(a.get("lands")) & set(b.get("lands"))) > 1
    if numbered and (series or named):
        return 0.9, telling
    if named and when != "unknown":
        return 0.86, telling
    if len({x.partition("/")[0] for x in bodies}) > 1 and when in ("same", "near", "presumed"):
        return 0.82, telling
    if series and when in ("same", "near") and set(a.get("subjects")) & set(b.get("subjects")):
        return 0.8, telling
    return (0.5 if series else 0.2), telling


def _visit(a: Profile, b: Profile, who: Who, when: str) -> tuple[float, tuple[str, ...]]:
    """One visitor, one country, one week."""
    land = bool(a.get("country")) and a.get("country") == b.get("country")
    telling = (f"both in {a.get('country')[0]}",) if land else ()
    if who.both:
        sure = {"same": 0.95, "near": 0.9, "agree": 0.88, "presumed": 0.85}.get(when, 0.5)
        return (sure if land else min(sure, 0.8)), telling
    posts = sorted(set(a.get("posts")) & set(b.get("posts")))
    if land and when == "same" and any(p.rpartition(":")[2] in state_offices() for p in posts):
        return 0.8, (*telling, f"both by the holder of {posts[0]}")
    bodies = len(set(a.get("bodies")) & set(b.get("bodies")))
    return (0.8 if bodies and land and when in ("same", "near") and not (who.mine and who.theirs) else 0.4), telling


def _telling(a: Profile, b: Profile) -> tuple[str, ...]:
    """What both say that few other meetings would share."""
    out = []
    for feature, sentence in (
        ("place", "both at {}"),
        ("numbers", "both number {}"),
        ("years", "both name {}"),
        ("subjects", "both about {}"),
        ("forums", "both of {}"),
        ("names", "same name {!r}"),
    ):
        shared = sorted(set(a.get(feature)) & set(b.get(feature)))
        if shared:
            out.append(sentence.format("/".join(shared)))
    bodies = sorted(set(a.get("bodies")) & set(b.get("bodies")))
    if len({x.partition("/")[0] for x in bodies}) > 1:
        out.append(f"both with {', '.join(bodies)}")
    return tuple(out)
