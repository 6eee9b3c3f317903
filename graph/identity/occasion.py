"""Who was at two meetings, when they were, and what else both reports say of them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.identity.meetings import sides_of, window
from graph.identity.names import alike, share_word
from graph.identity.times import FRESH, NEAR, days_after, gap, read
from graph.identity.values import Profile
from graph.model import PartialDate

VISIT = 7
"""Days between two dates given for one visit: arrival, talks, departure."""
COMPANY = 0.7
"""Share of the people of two articles that are in both, where they are of one occasion."""
RARE = frozenset({"conference", "dialogue", "working_group", "call", "ceremony"})
"""Kinds of meeting that two countries do not hold every week."""
SLIP = 31
"""Days by which a wrong date may be off where everything else agrees and the reports appeared together."""


@dataclass(frozen=True, slots=True)
class Who:
    """How many participants both have, how many may be the same under a garbled name, how many each names."""

    both: int
    maybe: int
    mine: int
    theirs: int


def who_met(a: Profile, b: Profile) -> Who:
    """Match the participants of two reports, each one once."""
    left, over = list(b.get("people")), []
    for person in a.get("people"):
        found = next((o for o in left if alike(person, o).way not in ("none", "marks", "initial", "garbled")), None)
        if found is None:
            over.append(person)
        else:
            left.remove(found)
    both = len(a.get("people")) - len(over)
    maybe = sum(any(share_word(p, o) or alike(p, o).way == "garbled" for o in left) for p in over)
    return Who(both, maybe, len(a.get("people")), len(b.get("people")))


def company(a: Profile, b: Profile) -> float:
    """The share of the people of two articles that both name: of one occasion, where no date says so."""
    left, both = list(b.get("company")), 0
    for person in a.get("company"):
        found = next((o for o in left if alike(person, o).way not in ("none", "marks", "initial")), None)
        if found is not None:
            left.remove(found)
            both += 1
    total = len(a.get("company")) + len(b.get("company")) - both
    return both / total if total else 1.0


def met(who: Who, a: Profile, b: Profile) -> tuple[str, ...]:
    """The sentence that says who was at both."""
    if who.both:
        return (f"{who.both} of {who.mine} and {who.theirs} participants are the same",)
    shared = sorted(set(a.get("bodies")) & set(b.get("bodies")))
    return (f"both with {', '.join(shared)}",) if shared else ("no participant in common",)


def when_met(a: Profile, b: Profile, visit: bool) -> tuple[str, str]:
    """same, agree, year, near, presumed, late, open, unknown, far or wrong (a slip is likely), and a sentence for it.

    late: one report, which has no day for it, was published within a month after the other's.
    """
    (x, told), (y, also) = window(a.features), window(b.features)
    if x is None or y is None:
        return _undated(a, b)
    if told and also:
        days = _between(a, b)
        if not days:
            return _agreeing(x, y), f"dates {x} and {y} agree"
        if days <= (VISIT if visit else NEAR):
            return "near", f"dates {x} and {y} are {days} day(s) apart"
        return ("wrong" if _slip(a, b, days) else "far"), f"dates {x} and {y} are {days} days apart"
    if told or also:
        date, report = (x, y) if told else (y, x)
        fresh = gap(date, report) <= (2 * FRESH if visit else FRESH) and days_after(report, date) <= NEAR
        if not fresh and days_after(report, date) > 0 and (b if told else a).get("guessed"):
            return _undated(a, b)  # the report itself has no date: it was written after the last day that it tells
        late = 0 < days_after(date, report) <= SLIP
        before = days_after(date, report) > 0
        when = "presumed" if fresh else "late" if late else "unknown" if before else "far"
        return when, f"of {date}, undated in a report of {report}"
    fresh = gap(x, y) <= FRESH
    return ("presumed" if fresh else "unknown"), f"undated in reports of {x} and {y}"


def _undated(a: Profile, b: Profile) -> tuple[str, str]:
    """open where both articles are about the same people, else unknown."""
    if company(a, b) >= COMPANY:
        return "open", "a report has no date at all, and both name the same people"
    return "unknown", "a date is missing"


def abroad(a: Profile, b: Profile) -> str:
    """The country in which both were held and where none of those who met is at home; empty if there is none."""
    here = "".join(a.get("country")) if a.get("country") == b.get("country") else ""
    home = {*a.get("lands"), *b.get("lands")}
    return here if home and here not in home else ""


def recalled(p: Profile) -> bool:
    """Whether a report of a later season recalls the meeting: it is background there, not the news."""
    date, report = read("".join(p.get("date"))), read("".join(p.get("published")))
    return bool(date and report and days_after(date, report) > SLIP)


def _agreeing(x: PartialDate, y: PartialDate) -> str:
    """same where both know the day, else the coarser of what they know: agree (month) or year."""
    both = {x.precision, y.precision}
    return "year" if "year" in both else "agree" if "month" in both else "same"


def _between(a: Profile, b: Profile) -> int:
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
    first, second = read("".join(a.get("date"))), read("".join(b.get("date")))
    turned = first is not None and second is not None and (first.month, first.day) == (second.month, second.day)
    return (days <= SLIP or turned) and place and together and a.get("kind") == b.get("kind")


def same_posts(a: Profile, b: Profile, who: Who) -> bool:
    """Whether the same two offices met, and a name is near enough to have been garbled in one report."""
    if who.both or not who.maybe:
        return False
    shared = set(a.get("posts")) & set(b.get("posts"))
    return len({p.partition("/")[0] for p in shared}) > 1 and len(a.get("people")) == len(b.get("people"))


def telling_of(a: Profile, b: Profile) -> tuple[str, ...]:
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
    kind = set(a.get("kind")) & set(b.get("kind"))
    if kind & RARE and sides_of(a.features) == sides_of(b.features) != ():
        out.append(f"both a {min(kind)} of {'/'.join(sides_of(a.features))}")
    bodies = sorted(set(a.get("bodies")) & set(b.get("bodies")))
    if len({x.partition("/")[0] for x in bodies}) > 1:
        out.append(f"both with {', '.join(bodies)}")
    return tuple(out)
