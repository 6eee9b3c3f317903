"""Are two mentions one agreement? Kind, parties, years and subject; a promise and a signature are one with a life."""

from __future__ import annotations

from itertools import combinations

from graph.identity.around import BOUND, Around, text
from graph.identity.bodies import body, countries, country
from graph.identity.fold import fold, slug
from graph.identity.lexicon import sole_subjects
from graph.identity.times import NEAR, gap, read
from graph.identity.values import Profile, Score
from graph.identity.wording import wording
from graph.model import Node

Features = dict[str, tuple[str, ...]]


def features(around: Around, node: Node) -> Features:
    """Names and what they say, kind, date, the bodies bound by it and their countries."""
    bound = [n for _, n in around.arriving(node, BOUND)]
    for person in [n for n in bound if n.label == "Person"]:
        bound += [n for _, n in around.leaving(person, frozenset({"REPRESENTS"}))]
    parties = tuple(sorted({body(n) for n in bound if n.label != "Person"}))
    said = wording((node.name, *node.aliases))
    kind, date = text(node, "kind"), text(node, "date")
    return {
        "names": tuple(sorted({fold(n) for n in (node.name, *node.aliases)})),
        "kind": ("agreement" if kind == "treaty" else kind,) if kind else (),
        "date": (date,) if read(date) else (),
        "parties": parties,
        "lands": countries(parties) or said.countries,
        "years": said.years,
        "subjects": said.subjects,
        "forums": tuple(sorted({*said.bodies, *(p[1:] for p in parties if p.startswith("/"))})),
        "rest": said.rest[:12],
    }


def weight(found: Features) -> int:
    """How much is known: of a cluster's keys that of the best known is taken."""
    return 2 * (len(found["lands"]) > 1) + bool(found["years"] or found["date"]) + bool(found["subjects"])


def key(found: Features, name: str) -> str:
    """agreement:kh-vn:plan:2020, agreement:la-vn:partnership:comprehensive."""
    places = "-".join(c.lower() for c in found["lands"][:4]) or "-".join(found["forums"][:2])
    what = [*found["years"], *(s.replace("/", "-") for s in found["subjects"][:3])]
    parts = ["agreement", *([places] if places else []), *(found["kind"] or ("other",))]
    return ":".join([*parts, "-".join(what) if what else slug(name)])


def blocks(found: Features) -> frozenset[str]:
    """Parties and kind with a year, a subject or a month of signature; the folded names."""
    kind = "".join(found["kind"])
    pairs = ["+".join(p) for p in combinations(found["lands"][:5], 2)] or [*found["lands"], ""]
    months = {d[:7] for d in found["date"]}
    details = {f"year={y}" for y in found["years"]} | {f"about={s.partition('/')[0]}" for s in found["subjects"]}
    details |= {f"month={m}" for m in months} | {f"forum={f}" for f in found["forums"]}
    out = {f"{p}:{kind}:{d}" for p in pairs for d in details}
    out |= {f"{c}:{kind}:year={y}" for c in found["lands"] for y in found["years"]}
    return frozenset(out | {f"name={n}" for n in found["names"]})


def compare(a: Profile, b: Profile) -> Score:
    """What excludes first; then how much speaks for it."""
    against = _excluded(a, b)
    if against:
        return Score(0.1, "different", (against,))
    reasons = list(_agreeing(a, b))
    shared = set(a.get("lands")) & set(b.get("lands"))
    value = _value(a, b, len(shared) > 1)
    if value >= 0.75:
        return Score(value, "same", tuple(reasons))
    return Score(value, "unsure" if value >= 0.45 else "different", (*reasons, "which is not enough"))


def _excluded(a: Profile, b: Profile) -> str:
    kind, other = "".join(a.get("kind")), "".join(b.get("kind"))
    if kind and other and kind != other and "other" not in (kind, other):
        return f"a {kind} and a {other}"
    lands, theirs = set(a.get("lands")), set(b.get("lands"))
    if lands and theirs and not (lands <= theirs or theirs <= lands):
        return f"between {'/'.join(sorted(lands))} and between {'/'.join(sorted(theirs))}"
    if a.get("years") and b.get("years") and not set(a.get("years")) & set(b.get("years")):
        return f"for {'/'.join(a.get('years'))} and for {'/'.join(b.get('years'))}"
    if _other_bodies(a, b):
        return f"by {', '.join(a.get('parties'))} and by {', '.join(b.get('parties'))}"
    if not _fitting(a.get("subjects"), b.get("subjects")):
        return f"about {', '.join(a.get('subjects'))} and about {', '.join(b.get('subjects'))}"
    mine, its = read("".join(a.get("date"))), read("".join(b.get("date")))
    if mine and its and gap(mine, its) > NEAR and not (a.get("years") and kind == "plan"):
        return f"of {mine} and of {its}"
    if kind == "partnership" and set(a.get("subjects")) != set(b.get("subjects")):
        return f"partnerships of two levels ({', '.join(a.get('subjects'))} and {', '.join(b.get('subjects'))})"
    return ""


def _other_bodies(a: Profile, b: Profile) -> bool:
    """For one country two different agencies of known type."""
    for land in set(a.get("lands")) & set(b.get("lands")):
        mine, theirs = (
            {p for p in x.get("parties") if country(p) == land and "/" in p and "=" not in p} for x in (a, b)
        )
        if mine and theirs and not mine & theirs:
            return True
    return False


def _fitting(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one side says nothing of the subject, or they share one (a special case shares with its general one)."""
    if not mine or not theirs:
        return True
    return any(x == y or x.startswith(f"{y}/") or y.startswith(f"{x}/") for x in mine for y in theirs)


def _value(a: Profile, b: Profile, bilateral: bool) -> float:
    named = bool(set(a.get("names")) & set(b.get("names")))
    years = bool(set(a.get("years")) & set(b.get("years")))
    both = bool(a.get("subjects") and b.get("subjects"))
    subject = _overlap(a.get("subjects"), b.get("subjects")) if both else 0.0
    mine, its = read("".join(a.get("date"))), read("".join(b.get("date")))
    dated = bool(mine and its and "day" in (mine.precision, its.precision))
    telling = years or both or a.get("forums") or len(a.get("rest")) > 1
    if bilateral:
        return max(
            0.95 if years and not (both and subject < 0.3) else 0.0,
            0.9 if both and subject >= 0.99 else 0.0,
            0.85 if subject >= 0.5 and (dated or named) else 0.0,
            0.85 if dated and not both else 0.0,
            0.88 if named and telling else 0.0,
            0.8 if "partnership" in a.get("kind") and both else 0.0,
            0.55,
        )
    forum = bool(set(a.get("forums")) & set(b.get("forums")))
    alone = not a.get("lands") and not b.get("lands")
    return max(
        0.88 if named and telling and alone else 0.0,
        0.8 if named and telling and years else 0.0,
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
        ("lands", "both between {}"),
        ("years", "both for {}"),
        ("date", "both of {}"),
        ("subjects", "both about {}"),
        ("forums", "both name {}"),
        ("names", "same name {!r}"),
    ):
        shared = sorted(set(a.get(feature)) & set(b.get(feature)))
        if shared:
            out.append(sentence.format("/".join(shared)))
    return out
