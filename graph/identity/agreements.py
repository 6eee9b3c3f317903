"""Are two mentions one agreement? Kind, parties, years and subject; a promise and a signature are one with a life."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from graph.identity.around import BOUND, Around, text
from graph.identity.bodies import body, countries, country
from graph.identity.fold import fold, slug, spaced
from graph.identity.lexicon import lasting_subjects, level_subjects, recurring_subjects, soft_subjects, sole_subjects
from graph.identity.names import alike, name_words, skeleton
from graph.identity.times import FRESH, NEAR, gap, read
from graph.identity.values import Profile, Score
from graph.identity.wording import wording
from graph.model import Node

Features = dict[str, tuple[str, ...]]
SIGNERS = 4
"""So many signatories of a text are looked up; all are compared."""
TELLING = frozenset({"plan", "protocol", "treaty"})
"""Kinds of which two parties do not have several in the same days."""


def features(around: Around, node: Node) -> Features:
    """Names and what they say, kind, date, the bodies bound by it and their countries."""
    bound = [n for _, n in around.arriving(node, BOUND)]
    for person in [n for n in bound if n.label == "Person"]:
        bound += [n for _, n in around.leaving(person, frozenset({"REPRESENTS"}))]
    parties = tuple(sorted({body(n) for n in bound if n.label != "Person"}))
    said = wording((node.name, *node.aliases))
    kind, date, told = text(node, "kind"), text(node, "date"), around.told_on
    published = around.facts.article.published
    sides = {*countries(parties), *said.countries, *said.bodies}
    alone = len(sides) < 2 and sides <= set(around.lands) and not set(said.subjects) & sole_subjects()
    alone &= around.lands_acted or kind != "partnership"  # every state has several, told side by side
    return {
        "setting": around.lands if alone else (),
        "names": tuple(sorted({fold(n) for n in (node.name, *node.aliases)})),
        "kind": ("agreement" if kind == "treaty" else kind,) if kind else (),
        "date": (date,) if read(date) else (),
        "parties": parties,
        "lands": countries(parties) or said.countries,
        "signers": tuple(sorted(spaced(n.name) for n in bound if n.label == "Person")),
        "told": (str(told),) if told and not read(date) and text(node, "status") == "signed" else (),
        "seen": (str(published),) if published and not read(date) else (),
        "capitals": said.capitals,
        "years": said.years,
        "counts": said.counts,
        "subjects": said.subjects,
        "forums": tuple(sorted({*said.bodies, *(p[1:] for p in parties if p.startswith("/"))})),
        "rest": said.rest[:12],
    }


def weight(found: Features) -> int:
    """How much is known: of a cluster's keys that of the best known is taken."""
    return 2 * (len(sides_of(found)) > 1) + bool(found["years"] or found["date"]) + bool(found["subjects"])


def key(found: Features, name: str) -> str:
    """agreement:kh-vn:plan:2020, agreement:la-vn:partnership:comprehensive."""
    places = "-".join(c.lower() for c in sides_of(found)[:4])
    what = [*found["years"], *(s.replace("/", "-") for s in found["subjects"][:3])]
    parts = ["agreement", *([places] if places else []), *(found["kind"] or ("other",))]
    return ":".join([*parts, "-".join(what) if what else slug(name)])


def blocks(found: Features) -> frozenset[str]:
    """Parties and kind with a year, a subject or a month of signature; the folded names."""
    kind = "".join(found["kind"])
    sides = sides_of(found)[:6]
    pairs = ["+".join(p) for p in combinations(sides, 2)] or [*sides, ""]
    kind = "" if kind != "partnership" else kind
    months = {d[:7] for d in found["date"]}
    details = {f"year={y}" for y in found["years"]} | {f"about={s.partition('/')[0]}" for s in found["subjects"]}
    details |= {f"month={m}" for m in months} | {f"forum={f}" for f in found["forums"]}
    details |= {f"seen={t[:7]}" for t in found["seen"]} | {f"capital={c}" for c in found["capitals"]}
    details |= {f"by={' '.join(sorted(skeleton(w) for w in name_words(s)))}" for s in found["signers"][:SIGNERS]}
    details |= {f"points={c}" for c in found["counts"]} | {f"told={t[:7]}" for t in found["told"]}
    out = {f"{p}:{kind}:{d}" for p in pairs for d in details}
    out |= {f"name={'+'.join(sides)}:{n}" for n in found["names"]}
    if len(sides) < 2 or len(found["rest"]) > 1 or found["forums"]:
        out |= {f"name={n}" for n in found["names"]}
    return frozenset(out)


def compare(a: Profile, b: Profile) -> Score:
    """What excludes first; then how much speaks for it."""
    against = _excluded(a, b)
    if against:
        return Score(0.1, "different", (against,))
    reasons = list(_agreeing(a, b))
    value = round(_value(a, b) - _other_kind(a, b), 3)
    if value >= 0.75:
        return Score(value, "same", tuple(reasons))
    return Score(value, "unsure" if value >= 0.45 else "different", (*reasons, "which is not enough"))


def _excluded(a: Profile, b: Profile) -> str:
    kind, other = "".join(a.get("kind")), "".join(b.get("kind"))
    if kind and other and kind != other and not _loosely(a, b, {kind, other}):
        return f"a {kind} and a {other}"
    lands, theirs = ({*p.get("lands"), *p.get("setting")} for p in (a, b))
    if lands and theirs and not (lands <= theirs or theirs <= lands):
        return f"between {'/'.join(sorted(lands))} and between {'/'.join(sorted(theirs))}"
    if a.get("years") and b.get("years") and not set(a.get("years")) & set(b.get("years")):
        return f"for {'/'.join(a.get('years'))} and for {'/'.join(b.get('years'))}"
    if _other_bodies(a, b):
        return f"by {', '.join(a.get('parties'))} and by {', '.join(b.get('parties'))}"
    if not _fitting(_hard(a), _hard(b)):
        return f"about {', '.join(a.get('subjects'))} and about {', '.join(b.get('subjects'))}"
    mine, its = read("".join(a.get("date"))), read("".join(b.get("date")))
    if mine and its and gap(mine, its) > NEAR and not (a.get("years") and kind == "plan"):
        return f"of {mine} and of {its}"
    if kind == "partnership" and _levels(a) != _levels(b):
        return f"partnerships of two levels ({', '.join(a.get('subjects'))} and {', '.join(b.get('subjects'))})"
    return ""


def _other_kind(a: Profile, b: Profile) -> float:
    """What it costs that two reports call a text by two kinds; one that calls it nothing in particular says little."""
    if a.get("kind") == b.get("kind"):
        return 0.0
    return 0.05 if "other" in (*a.get("kind"), *b.get("kind")) else 0.1


def _loosely(a: Profile, b: Profile, kinds: set[str]) -> bool:
    """Whether reports that call a text by two kinds can mean one: for the same years, or signed on one day."""
    if "other" in kinds:
        return True
    years = bool(set(a.get("years")) & set(b.get("years")))
    if set(a.get("capitals")) & set(b.get("capitals")) and _when(a, b) != "far":
        return True
    return years and _hard(a) == _hard(b) and not kinds & {"partnership", "statement"}


def _hard(p: Profile) -> tuple[str, ...]:
    """The subjects that a report of the text would not leave out."""
    return tuple(s for s in p.get("subjects") if s not in soft_subjects() and s not in level_subjects())


def _levels(p: Profile) -> set[str]:
    return set(p.get("subjects")) & level_subjects()


def _other_bodies(a: Profile, b: Profile) -> bool:
    """For one country two different agencies of known type."""
    for land in set(a.get("lands")) & set(b.get("lands")):
        mine, theirs = (
            {p for p in x.get("parties") if country(p) == land and p.count("/") > 1 and "=" not in p} for x in (a, b)
        )
        if mine and theirs and not mine & theirs:
            return True
    return False


def _fitting(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one side says nothing of the subject, or they share one (a special case shares with its general one)."""
    if not mine or not theirs:
        return True
    return any(x == y or x.startswith(f"{y}/") or y.startswith(f"{x}/") for x in mine for y in theirs)


def _value(a: Profile, b: Profile) -> float:
    """What speaks for it, the best of it: years, subject, day, name, signatories, number of points."""
    named = bool(set(a.get("names")) & set(b.get("names")))
    years = bool(set(a.get("years")) & set(b.get("years")))
    both = bool(_hard(a) and _hard(b))
    subject = _overlap(_hard(a), _hard(b)) if both else 0.0
    mine, its = read("".join(a.get("date"))), read("".join(b.get("date")))
    dated = bool(mine and its and "day" in (mine.precision, its.precision))
    telling = bool(years or both or a.get("forums") or len(a.get("rest")) > 1)
    if len(set(sides_of(a.features)) & set(sides_of(b.features))) > 1:
        signers = sum(
            any(alike(x, y).way not in ("none", "marks", "garbled") for y in b.get("signers")) for x in a.get("signers")
        )
        told = _told_together(a, b)
        return max(
            0.95 if years and not (both and subject < 0.3) else 0.0,
            0.9 if both and subject >= 0.99 and _one_time(a, b) else 0.0,
            0.87 if subject >= 0.5 and (dated or told or signers > 1) else 0.0,
            0.85 if dated and not both else 0.0,
            0.88 if named and telling and _one_time(a, b) else 0.0,
            0.78 if named and len(set(a.get("rest")) & set(b.get("rest"))) > 1 else 0.0,
            0.86 if "partnership" in a.get("kind") and _levels(a) else 0.0,
            0.84 if set(a.get("counts")) & set(b.get("counts")) else 0.0,
            _by_time(a, b, subject if both else None),
            0.77 if signers and "mou" in a.get("kind") and not both and _when(a, b) != "far" else 0.0,
            0.82 if (signers > 1 or told) and not both else 0.0,
            0.55,
        )
    return _widely(a, b, named and telling, years, subject)


def _by_time(a: Profile, b: Profile, subject: float | None) -> float:
    """One subject, or no subject and a kind that is not signed every day, in reports of the same days.

    ``subject`` is None where one of them tells none. A report without any date is taken to be of that time: where it
    fits two texts, it is linked with neither.
    """
    when, kind = _when(a, b), set(a.get("kind")) & set(b.get("kind")) or "other" in (*a.get("kind"), *b.get("kind"))
    if set(a.get("capitals")) & set(b.get("capitals")) and when != "far":
        return 0.86
    if subject is not None:
        if when == "open" and set(_hard(a)) & recurring_subjects():
            return 0.0
        return {"near": 0.8, "open": 0.77}.get(when, 0.0) if kind and subject >= 0.99 else 0.0
    told = set(a.get("kind")) & set(b.get("kind")) & (TELLING if when == "near" else set())
    return 0.77 if told and not _hard(a) and not _hard(b) else 0.0


def _when(a: Profile, b: Profile) -> str:
    """near, far, or open where a report has no date at all: of the text, else of the report."""
    x, y = (read("".join(p.get("date") or p.get("seen"))) for p in (a, b))
    return "open" if x is None or y is None else "near" if gap(x, y) <= 2 * FRESH else "far"


def sides_of(found: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Countries and multilateral bodies between which it is; where fewer than two are told, the article's two."""
    return tuple(sorted({*found.get("lands", ()), *found.get("forums", ()), *found.get("setting", ())}))


def _one_time(a: Profile, b: Profile) -> bool:
    """Whether the two can be of one time, as far as anything is said; lasting texts (on extradition) have no rival."""
    if set(a.get("subjects")) & set(b.get("subjects")) & lasting_subjects():
        return True
    times = [read("".join(p.get("date") or p.get("told"))) for p in (a, b)]
    if times[0] and times[1]:
        return gap(times[0], times[1]) <= 2 * FRESH
    return bool(a.get("years") and b.get("years")) or bool(set(a.get("forums")) & set(b.get("forums")))


def _told_together(a: Profile, b: Profile) -> bool:
    """Whether both were signed, or are reported as signed, within the same days."""
    x, y = (read("".join(p.get("date") or p.get("told"))) for p in (a, b))
    return bool(x and y and gap(x, y) <= FRESH and "day" == x.precision == y.precision)


def _widely(a: Profile, b: Profile, named: bool, years: bool, subject: float) -> float:
    """Texts between many, or with nothing known of the parties: the name, the subject and the body have to do."""
    forum = bool(set(a.get("forums")) & set(b.get("forums")))
    alone = not a.get("lands") and not b.get("lands")
    return max(
        0.88 if named and alone else 0.0,
        0.8 if named and years else 0.0,
        0.82 if alone and subject >= 0.99 and (forum or years) else 0.0,
        0.8 if alone and subject >= 0.99 and set(a.get("subjects")) & sole_subjects() else 0.0,
        0.6 if named or (subject >= 0.99 and (forum or years)) else 0.0,
        0.3,
    )


def _overlap(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    x, y = set(mine), set(theirs)
    return len(x & y) / len(x | y) if x | y else 0.0


def _agreeing(a: Profile, b: Profile) -> list[str]:
    out = []
    for feature, sentence in (
        ("kind", "both a {}"),
        ("lands", "both with {}"),
        ("setting", "both in reports on {}"),
        ("years", "both for {}"),
        ("date", "both of {}"),
        ("subjects", "both about {}"),
        ("forums", "both name {}"),
        ("counts", "both of {} points"),
        ("signers", "both signed by {}"),
        ("names", "same name {!r}"),
    ):
        shared = sorted(set(a.get(feature)) & set(b.get(feature)))
        if shared:
            out.append(sentence.format("/".join(shared)))
    return out
