"""One sentence as a scene: who stands where in it, and the words that tell what happens, from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from loaders.facts.bodies import Agency
from loaders.facts.persons import Person
from loaders.facts.places import Place, houses, towns
from loaders.language.sentences import Sentence
from loaders.language.values import dataclass
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.beside import over_respelling
from loaders.mentions.dates import DateMention
from loaders.mentions.reading import Hit, Reading

T = TypeVar("T")
_STANDING = ("dialogue", "working_group")  # bodies that meet again and again
_OFF = ("cancelled", "postponed")
_MOST = 80  # people, dates or names of one sentence that are looked at
CUES = (
    "meet", "meet_with", "passive", "travel", "tour", "attend", "attended_by", "event", "support", "took_place",
    "co_chair", "co_chaired_by", "chair", "chaired_by", "lead", "led_by", "delegation", "accompany", "invite",
    "sign", "signed_by", "signing", "witness", "unsigned", "future", "cancelled", "postponed", "past", "same_day",
    "sides", "people_sides", "sidelines", "online", "no_event", "scheduled",
)  # fmt: skip
_CUES = frozenset(CUES)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a sentence: tokens i to j hold the name with the titles beside it; ``at`` is the name's first token.

    ``named`` is False where an office alone means the person ("the Russian minister").
    """

    i: int
    j: int
    at: int
    person: Person
    named: bool = True


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that tells something, with every slot that it fills: {slot: key}."""

    i: int
    j: int
    slots: dict[str, str]

    def has(self, *slots: str) -> bool:
        """Whether the phrase fills one of the slots."""
        mine = self.slots
        for s in slots:  # noqa: SIM110 (asked some hundred times an article: a generator takes twice as long)
            if s in mine:
                return True
        return False


@dataclass(slots=True)
class Scene:
    """What one sentence holds, each list from left to right; ``bodies`` are the tokens that name agencies."""

    sentence: Sentence
    number: int
    actors: list[Actor]
    cues: list[Cue]
    dates: list[DateMention]
    places: list[Place]
    agreements: list[AgreementMention]
    bodies: list[tuple[int, int]]

    def cues_of(self, slot: str) -> list[Cue]:
        """The cues that fill a slot."""
        return [c for c in self.cues if c.has(slot)]

    def between(self, a: int, b: int) -> list[Actor]:
        """Actors whose name lies in tokens a to b."""
        return [x for x in self.actors if a <= x.at < b]


def scenes(
    reading: Reading,
    people: list[Person],
    agencies: list[Agency],
    dates: list[DateMention],
    agreements: list[AgreementMention],
    refs: list[Actor],
) -> list[Scene]:
    """A scene for every sentence of the text; ``refs`` are people whom an office alone means."""
    named = [_actor(m.start, m.i, over_respelling(reading, m.j), p, m.after) for p in people for m in p.mentions]
    actors = sorted([*named, *refs], key=lambda a: a.at)
    closed = {k for a in actors for k in range(a.at, a.j)}
    closed |= {k for a in agencies for m in a.mentions for k in range(m.i, m.j) if not _is_event(reading, m.i, m.j)}
    texts = {k for g in agreements for k in range(g.i, g.j)}
    who = _by_sentence(reading, ((a.at, a) for a in actors))
    when = _by_sentence(reading, ((d.i, d) for d in dates))
    what = _by_sentence(reading, ((g.i, g) for g in agreements))
    seats = _by_sentence(reading, ((m.i, (m, a.country)) for a in agencies for m in a.mentions))
    out = []
    for number, s in enumerate(reading.sentences):
        cues = _cues(reading, s, closed, texts)
        here = who.get(number, [])
        seated = [(m, land) for m, land in seats.get(number, []) if not any(a.i < m.i < a.j for a in here)]
        places = towns(reading, s, closed) or houses(reading, s, seated)
        bodies = sorted((m.i, m.j) for m, _ in seated)
        scene = Scene(s, number, _outer(here), cues, when.get(number, []), places, what.get(number, []), bodies)
        out.append(scene)
    return out


def _by_sentence(reading: Reading, placed: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """Things by the sentence of their token; of a sentence without end only the first, so that cost stays linear."""
    out: dict[int, list[T]] = {}
    for k, thing in placed:
        here = out.setdefault(reading.sentence_at[k], [])
        if len(here) < _MOST:
            here.append(thing)
    return out


def _is_event(reading: Reading, i: int, j: int) -> bool:
    """Whether the words of a forum also name a meeting (ASEAN Ministerial Meeting …)."""
    return bool(reading.starts(i, j, "event"))


def _actor(start: int, i: int, j: int, person: Person, after: tuple) -> Actor:  # type: ignore[type-arg]
    return Actor(start, max([j, *(t.j for t in after)]), i, person)


def _outer(actors: list[Actor]) -> list[Actor]:
    """Drop an actor that lies inside another's titles (a name that is part of a title)."""
    return [a for n, a in enumerate(actors) if not any(b.i <= a.at < b.at for b in actors[n + 1 : n + 4])]


def _cues(reading: Reading, s: Sentence, closed: set[int], named: set[int]) -> list[Cue]:
    found: dict[tuple[int, int], dict[str, str]] = {}
    end = s.first
    for k in reading.starts(s.first, s.last, *CUES):
        if k in closed or k < end:
            continue
        hits = [
            h
            for h in reading.hits[k]
            if h.entry.slot in _CUES
            and h.j <= s.last
            and not (h.entry.slot == "event" and k in named)
            and not (h.entry.slot == "no_event" and _split(reading, h))
        ]
        if not hits:
            continue
        longest = max(h.j for h in hits)
        slots = {h.entry.slot: h.entry.key for h in hits if h.j == longest}
        if "online" in slots and reading.norm(k - 1) in reading.pack.words("agent") | reading.pack.words("via"):
            slots.pop("event", None)  # "held by videoconference" is how, not what
        if not slots.keys().isdisjoint(_OFF) and _undone(reading, k, s.first):
            slots = {slot: key for slot, key in slots.items() if slot not in _OFF}
        if reading.starts(k, longest, "future"):
            slots.setdefault("future", "future")  # "will visit" is one phrase
        if "meet_with" in slots:
            slots.setdefault("meet", slots["meet_with"])
        found[k, longest] = slots
        end = longest if slots.keys() - {"future"} else k + 1  # "is scheduled [to visit]"
    return _joined(reading, [Cue(i, j, slots) for (i, j), slots in list(found.items())[: 2 * _MOST]])


def _undone(reading: Reading, k: int, first: int) -> bool:
    """Whether what was put off has happened since: "after postponing it twice, X arrived", "après l'avoir reportée"."""
    words = reading.pack.words("undone")
    return any(reading.norm(n) in words for n in range(max(first, k - 4), k))


def _split(reading: Reading, hit: Hit) -> bool:
    """Vietnamese: whether a capital parts two syllables that are one word in lower case: tiếp | Viện trưởng."""
    tokens = reading.tokens
    return bool(reading.pack.get("direct")) and hit.j - hit.i == 2 and tokens[hit.j - 1].cap and not tokens[hit.i].cap


def _joined(reading: Reading, cues: list[Cue]) -> list[Cue]:
    """Two nouns of meeting are one: "Joint Working Group meeting", "the session of the joint commission"."""
    out: list[Cue] = []
    for cue in cues:
        if out and cue.has("event") and out[-1].has("event"):
            first, second = out[-1].slots["event"], cue.slots["event"]
            beside = _beside(reading, out[-1].j, cue.i) and first not in ("talks", "ceremony")
            if beside or (second in _STANDING and _of(reading, out[-1].j, cue.i) and first in ("talks", "conference")):
                closer = first == "talks" or (beside and first == "conference" and second in _STANDING)
                slots = cue.slots if closer else out[-1].slots
                cue = Cue(out.pop().i, cue.j, slots)
        out.append(cue)
    return out


def _beside(reading: Reading, i: int, j: int) -> bool:
    """Whether nothing, or an acronym in brackets, stands between two tokens."""
    return i == j or (2 < j - i <= 4 and reading.tokens[i].text == "(" and reading.tokens[j - 1].text == ")")


def _of(reading: Reading, i: int, j: int) -> bool:
    """Whether only "of the" stands between two tokens, in English with countries: "session of the Kenya-Uganda | …"."""
    words = reading.pack.words("genitive") | reading.pack.words("the")
    if j - i > 3 and reading.pack.get("prefixed") and reading.norm(i) in reading.pack.words("genitive"):
        lands = {k for h in reading.phrases(i, j, "country", "demonym", "weak_country") for k in range(h.i, h.j)}
        between = words | reading.pack.words("and") | {"-", "–", "/", "'", "s"}
        return j - i <= 9 and all(k in lands or reading.norm(k) in between for k in range(i, j))
    return j - i <= 3 and all(reading.norm(k) in words or reading.tokens[k].text in "'’" for k in range(i, j))
