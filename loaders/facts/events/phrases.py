"""What happens in a sentence, from left to right: verbs of meeting with whatever news puts inside them.

A verb group is not a fixed phrase: "s'est entretenu hier à Hanoi avec", "held, on Monday, talks in Rome with", "was
received on Tuesday by". Its parts are found one by one, and only bounded material may lie between them.
"""

from __future__ import annotations

from loaders.facts.events.event import NAMED
from loaders.facts.events.links import PASSIVE, agent, connector, done_by, of_two
from loaders.facts.scene import Cue, Scene
from loaders.language.values import dataclass
from loaders.mentions.reading import Reading

_REACH = 10  # tokens between a verb and its "with" or "by"
_PLAIN = (
    "co_chair", "co_chaired_by", "chair", "chaired_by", "attended_by", "attend", "tour", "travel", "lead", "led_by",
    "sign", "signed_by", "witness",
)  # fmt: skip
_PLAINS = frozenset(_PLAIN)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens: tokens i to j are its verb group, ``cue`` the phrase at its heart.

    ``form`` says how its people stand: meet (subject and object), both (only a subject of two), passive (guest, "by",
    host), between, held (a named event), took_place, noun (an event only mentioned), or the slot of a plain verb.
    ``nominal`` marks a noun ("his talks with X"), ``linked`` that a "with" leads its object in.
    """

    form: str
    kind: str
    i: int
    j: int
    cue: Cue
    nominal: bool = False
    linked: bool = False


def happenings(reading: Reading, scene: Scene) -> list[Happening]:
    """Everything that happens in a sentence, from left to right."""
    out: list[Happening] = []
    for n, cue in enumerate(scene.cues):
        if cue.has("no_event") or (
            cue.has("event") and cue.slots["event"] != "call" and _recalled(reading, scene, cue)
        ):
            continue
        if cue.slots.get("attended_by") == "member" and not _of_delegation(reading, scene, n):
            continue
        if cue.slots.get("travel") == "stay" and not _stays(reading, scene, cue):
            continue
        own = None if _PLAINS.isdisjoint(cue.slots) else next(s for s in _PLAIN if s in cue.slots)
        plain = _chairing(reading, scene, n, own)
        verb = cue.has("meet") and not (cue.has("event") and _as_noun(reading, scene, cue))
        if verb:
            found = _verb(reading, scene, cue)
        elif cue.has("passive") and (by := _hosted(reading, scene, n)) is not None:
            found = Happening("chaired_by", "chair", cue.i, by + 1, cue)
        elif cue.has("passive"):
            found = _passive(reading, scene, cue, cue.slots["passive"])
        elif _toured(reading, cue):
            found = Happening("tour", "visit", cue.i, cue.j, cue)
        elif cue.has("event") and (plain is None or plain == "attend"):
            found = _noun(reading, scene, n, cue)
        elif (by := _presented_by(reading, scene, cue, plain)) is not None:
            found = Happening("attended_by", "attend", cue.i, by + 1, cue)
        elif plain is not None and (by := done_by(reading, scene, cue, plain)) is not None:
            found = Happening(PASSIVE[plain], plain, cue.i, by + 1, cue)
        else:
            behind = plain == "lead" and _led_behind(reading, scene, cue)
            found = Happening(plain, cue.slots.get(plain, "chair"), cue.i, cue.j, cue, behind) if plain else None
        if found:
            while out and out[-1].i >= found.i:  # the noun takes in its support verb
                out.pop()
            out.append(found)
    return out


def _of_delegation(reading: Reading, scene: Scene, n: int) -> bool:
    """Whether it is a delegation or a side that includes somebody."""
    cue, sides = scene.cues[n], reading.pack.words("side_words")
    near = range(max(scene.sentence.first, cue.i - 4), cue.i)
    told = any(c.has("delegation", "led_by") and cue.i - c.j <= 30 for c in scene.cues[max(0, n - 3) : n])
    told = told or any(
        _is_meeting(c) and cue.i - c.j <= 2 for c in scene.cues[max(0, n - 1) : n]
    )  # "The talks included"
    return told or any(reading.norm(k) in sides for k in near)


def _chairing(reading: Reading, scene: Scene, n: int, form: str | None) -> str | None:
    """Who leads a meeting is its chair: "meeting led by X", "X a dirigé la réunion"; else a delegation's head."""
    cue = scene.cues[n]
    if form == "lead" and reading.pack.get("prefixed") and reading.norm(cue.j) in reading.pack.words("genitive"):
        return None  # "the heads of"
    if (
        form in ("chair", "chaired_by")
        and n
        and scene.cues[n - 1].has("delegation")
        and cue.i - scene.cues[n - 1].j <= (10 if form == "chaired_by" else 3)
    ):
        return "led_by" if connector(reading, scene, cue.j - 1, "agent", 4) is not None else "lead"
    if form == "led_by":
        before = [c for c in scene.cues[max(0, n - 2) : n] if not c.has("took_place")]
        if len(before) == 2 and before[0].has("delegation", "sides") and before[1].i - before[0].j <= 3:
            return form  # "the Indian delegation at the talks was led by"
        if before and _is_meeting(before[-1]) and cue.i - before[-1].j <= 4 and not _held(reading, before[-1].j, cue.i):
            return "chaired_by"
    if form == "lead":
        behind = scene.cues[n + 1] if n + 1 < len(scene.cues) else None
        if behind is not None and _is_meeting(behind) and not behind.has("meet") and behind.i - cue.j <= 3:
            linked = connector(reading, scene, behind.j, "with", _REACH) is not None
            return form if linked or _held(reading, cue.j, behind.i) else "chair"
    return form


def _recalled(reading: Reading, scene: Scene, cue: Cue) -> bool:
    """Whether a word beside a noun makes it an earlier meeting: "a similar meeting", "sa récente visite"."""
    words = reading.pack.words("recalled")
    first, last = scene.sentence.first, scene.sentence.last
    if reading.norm(cue.i - 1).isdigit() and len(reading.norm(cue.i - 1)) == 4 and reading.pack.get("prefixed"):
        return True  # "the 1945 meeting"
    if not reading.pack.get("direct"):
        beside = [cue.i - 1] if reading.pack.get("prefixed") else [cue.i - 1, cue.j]
        return any(first <= k < last and reading.norm(k) in words for k in beside)
    ahead = range(cue.j, min(cue.j + 5, last))
    return any(
        (reading.norm(k) in words or f"{reading.norm(k)} {reading.norm(k + 1)}" in words)
        and not any(reading.tokens[n].text in ",.;" for n in range(cue.j, k + 1))
        for k in ahead
    )


def _led_behind(reading: Reading, scene: Scene, cue: Cue) -> bool:
    """Vietnamese: whether a delegation's head stands before the verb, led in by "do": "đoàn … do X dẫn đầu"."""
    before = [a for a in scene.actors[-80:] if a.j <= cue.i]
    words = reading.pack.words("by")
    return bool(reading.pack.get("direct") and before) and any(
        reading.norm(k) in words for k in range(max(scene.sentence.first, before[-1].i - 2), before[-1].at)
    )


def _is_meeting(cue: Cue) -> bool:
    return cue.has("event") and cue.slots["event"] not in ("visit", "ceremony", "call") and not cue.has("no_event")


def _held(reading: Reading, i: int, j: int) -> bool:
    """Whether the clause ends, or somebody else comes in, between a meeting and who leads it."""
    words = reading.pack.words("with") | reading.pack.words("and") | reading.pack.words("at")
    return any(reading.norm(k) in words or reading.tokens[k].text in ",;:" for k in range(i, j))


def _determined(reading: Reading, cue: Cue) -> bool:
    """Whether words around it make it a noun: "la rencontre", "lors de rencontres", "Hội đàm do X chủ trì"."""
    pack = reading.pack
    if pack.get("direct") and reading.norm(cue.j) in pack.words("by"):
        return True
    before = reading.norm(cue.i - 1)
    marks = ("the", "genitive", "noun_marks", "ordinal_suffixes")
    return before.isdigit() or any(before in pack.words(m) for m in marks)


def _sides(reading: Reading, scene: Scene, cue: Cue) -> bool:
    return connector(reading, scene, cue.j, "between", 3) is not None


def _presented_by(reading: Reading, scene: Scene, cue: Cue, plain: str | None) -> int | None:
    """The "by" behind who has company or is represented: "accompanied on the trip by", "represented there by"."""
    if cue.slots.get("attend") == "represent":
        return connector(reading, scene, cue.j, "agent", 8)
    return agent(reading, scene, cue.j, 10) if plain is None and cue.has("accompany") else None


def _as_noun(reading: Reading, scene: Scene, cue: Cue) -> bool:
    """Whether a word that is verb and noun is a noun: "la rencontre", "hội đàm giữa", "Hội đàm do X chủ trì"."""
    done = bool(reading.pack.get("direct")) and reading.norm(cue.j) in reading.pack.words("by")
    return done or _determined(reading, cue) or _sides(reading, scene, cue)


def _stays(reading: Reading, scene: Scene, cue: Cue) -> bool:
    """Whether somebody is in a place for a time or purpose: "X is in Lesotho on invitation", "est à Yaoundé depuis"."""
    place = reading.hit(cue.j, "country", "capital", "city", "weak_country", "weak_city")
    who = [a for a in scene.actors if a.j <= cue.i]
    if place is None or not who or cue.i - who[-1].j > 2:
        return False
    k = place.j + (reading.norm(place.j) == ",")
    again = reading.hit(k, "country", "capital", "city")  # "in Lilongwe, Malawi, for"
    k = again.j + (reading.norm(again.j) == ",") if again is not None else k
    return reading.norm(k) in reading.pack.words("staying")


def _toured(reading: Reading, cue: Cue) -> bool:
    """Whether "visite" is the participle here: "ont en outre visité"."""
    if cue.slots.get("event") != "visit" or _determined(reading, cue):
        return False
    words = reading.pack.words("auxiliaries")
    return any(reading.norm(k) in words for k in range(cue.i - 3, cue.i))


def _verb(reading: Reading, scene: Scene, cue: Cue) -> Happening | None:
    kind = cue.slots["meet"]
    by = agent(reading, scene, cue.j, 10)
    if by is not None:
        return Happening("passive", kind, cue.i, by + 1, cue)
    if not cue.has("meet_with"):
        return Happening("meet", kind, cue.i, cue.j, cue)
    with_ = connector(reading, scene, cue.j, "with", _REACH)
    if with_ is not None:
        return Happening("meet", kind, cue.i, with_ + 1, cue, linked=True)
    return Happening("both", kind, cue.i, cue.j, cue, nominal=_determined(reading, cue))


def _hosted(reading: Reading, scene: Scene, n: int) -> int | None:
    """The "by" where a meeting, no guest, is the subject: "The meeting was hosted by X"."""
    cue, before = scene.cues[n], scene.cues[n - 1] if n else None
    if before is None or not _is_meeting(before) or cue.i - before.j > 4 or scene.between(before.j, cue.i):
        return None
    return agent(reading, scene, cue.j, 10)


def _passive(reading: Reading, scene: Scene, cue: Cue, kind: str) -> Happening:
    by = agent(reading, scene, cue.j, 14)
    return Happening("passive", kind, cue.i, by + 1 if by is not None else cue.j, cue)


def _noun(reading: Reading, scene: Scene, n: int, cue: Cue) -> Happening:
    """A noun of meeting: with somebody, between two, held, taking place, or only mentioned."""
    kind = cue.slots["event"]
    start = _supported(reading, scene, n)
    begin = start if start is not None else cue.i
    if kind != "visit":
        between = connector(reading, scene, cue.j, "between", 8)
        between = of_two(reading, scene, cue) if between is None and kind in ("talks", "call") else between
        if between is not None:
            return Happening("between", kind, begin, between + 1, cue, nominal=True)
    if kind in ("talks", "call", "reception") or (start is not None and kind in NAMED):
        with_ = connector(reading, scene, cue.j, "with", _REACH)
        if with_ is None and kind in ("call", "reception"):
            with_ = connector(reading, scene, cue.j, "call_from", 6)  # "received a telephone call from X"
            got = scene.cues[n - 1] if n and scene.cues[n - 1].slots.get("meet") == "reception" else None
            start = got.i if with_ is not None and got and cue.i - got.j <= 3 and start is None else start
            begin = start if start is not None else cue.i
        if with_ is not None and reading.norm(with_ - 1) in reading.pack.words("with_idioms"):
            with_ = None  # "the meeting came in line with …"
        aside = start is None and with_ is not None and any(reading.tokens[k].text == "," for k in range(cue.j, with_))
        if with_ is not None and not aside:
            return Happening("meet", kind, begin, with_ + 1, cue, nominal=start is None, linked=True)
    if kind == "reception" or (start is not None and kind == "talks"):
        host = connector(reading, scene, cue.j, "guest_marks" if kind == "reception" else "guest_for", 6)
        if host is not None:
            return Happening("meet", kind, begin, host + 1, cue, nominal=start is None, linked=True)
        beside = (kind == "reception" or start is not None) and _beside(reading, scene, n)
        if (kind == "reception" and start is not None) or beside:
            return Happening("meet", kind, begin, cue.j, cue, nominal=start is None)
    if start is not None:
        return Happening("held", kind, begin, cue.j, cue)
    if kind != "visit" and _takes_place(scene, cue):
        return Happening("took_place", kind, cue.i, cue.j, cue, nominal=True)
    return Happening("noun", kind, cue.i, cue.j, cue, nominal=True)


def _beside(reading: Reading, scene: Scene, n: int) -> bool:
    """Vietnamese: whether the guest or the host stands right behind a noun: "buổi chào xã giao | Tổng thống X"."""
    noun, before = scene.cues[n], scene.cues[n - 1] if n else None
    if not reading.pack.get("direct") or (before and before.has("attend", "attended_by") and noun.i - before.j <= 1):
        return False
    return any(a.i == noun.j or (a.i - noun.j == 1 and reading.tokens[noun.j].word) for a in scene.actors)


def _supported(reading: Reading, scene: Scene, n: int) -> int | None:
    """Where the verb before a noun begins that makes it an act: held … talks, a eu … un entretien, có … buổi gặp."""
    noun, joined = scene.cues[n], reading.pack.words("and") | {","}
    for cue in reversed(scene.cues[max(0, n - 4) : n]):
        if cue.slots.get("support") != "hold" and noun.slots["event"] in NAMED:
            continue  # nobody has or pays a conference
        if cue.has("support") and noun.i - cue.j <= 7:
            if any(cue.j <= a.at < noun.i for a in scene.actors):
                return None
            return cue.i
        if cue.has("attend", "co_chair", "chair", "travel", "sign"):
            return None
        if cue.has("event") and reading.norm(cue.j) not in joined:
            return None  # "had talks in Moscow on his visit": the verb is that of the talks
    return None


def _takes_place(scene: Scene, noun: Cue) -> bool:
    """Whether a verb says that the event was held, behind its noun or right before it."""
    for c in scene.cues:
        behind, before = 0 <= c.i - noun.j <= 40, 0 <= noun.i - c.j <= 8 and not c.has("support")
        if c.has("took_place") and (behind or before):
            return True
    return False
