"""Meetings as sentences tell them, one after another, gathered into the events of the article."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import PartialDate
from loaders.facts.scene import MAIN, Actor, Cue, Scene
from loaders.language.tokens import fold
from loaders.mentions.reading import Reading

_NAMED = ("conference", "dialogue", "working_group", "ceremony")


@dataclass(slots=True)
class Event:
    """One meeting of the article. ``people`` maps a person's id to the sentences that say they took part.

    ``words`` are the folded words of its name; ``status`` is held, planned, cancelled or postponed.
    """

    kind: str
    name: str
    sentence: int
    cue: tuple[int, int]
    people: dict[str, list[int]] = field(default_factory=dict)
    chairs: dict[str, list[int]] = field(default_factory=dict)
    co_chairs: dict[str, list[int]] = field(default_factory=dict)
    date: PartialDate | None = None
    until: PartialDate | None = None
    place: str | None = None
    country: str | None = None
    status: str = "held"
    definite: bool = False
    told: list[int] = field(default_factory=list)

    @property
    def words(self) -> frozenset[str]:
        """Folded words of the name."""
        return frozenset(fold(self.name).split())


class Narrator:
    """Reads the scenes in order and keeps the events told so far; the last one is what "the meeting" means."""

    def __init__(self, reading: Reading, published: PartialDate | None) -> None:
        self.reading = reading
        self.published = published
        self.events: list[Event] = []

    def tell(self, scene: Scene) -> None:
        """Take in one sentence."""
        subject: list[Actor] = []
        edge = scene.sentence.first
        barred = self._barred(scene)
        mains = [c for c in scene.cues if c.has(*MAIN) and not c.has("no_event")]
        told = False
        for n, cue in enumerate(mains):
            following = mains[n + 1].i if n + 1 < len(mains) else scene.sentence.last
            left = [a for a in scene.between(edge, cue.i) if a.at not in barred] or subject
            right = [a for a in scene.between(cue.j, following) if a.at not in barred]
            told |= self._happen(scene, cue, left, right, (edge, following), mains[n + 1 :])
            subject = left
            edge = cue.j
        self._nouns(scene, barred, told)

    def _barred(self, scene: Scene) -> set[int]:
        """Names that only an invitation, a greeting or a predecessor brings in."""
        out = set()
        for cue in scene.cues:
            if cue.has("invite"):
                after = [a for a in scene.actors if cue.j <= a.at and a.i - cue.j <= 6]
                out |= {a.at for a in after[:1]}
        return out

    def _happen(self, scene: Scene, cue: Cue, left: list[Actor], right: list[Actor], span: tuple[int, int], later: list[Cue]) -> bool:
        """One verb of meeting with who stands left and right of it; whether an event came of it."""
        if cue.has("co_chair", "co_chaired_by"):
            return self._chaired(scene, cue, left, right, span, True)
        if cue.has("chair", "chaired_by"):
            return self._chaired(scene, cue, left, right, span, False)
        if cue.has("meet") and right and left:
            return self._met(scene, cue, left, right, span)
        if cue.has("passive") and right and left:
            return self._make(scene, cue, cue.slots["passive"], left + right, span, hosts=right[:1])
        if cue.has("held") and len(_ids(left)) >= 2:
            return self._make(scene, cue, cue.slots["held"], left, span)
        if cue.has("travel"):
            return self._visit(scene, cue, left, span)
        if cue.has("attend") and left:
            return self._attend(scene, cue, left, span)
        if cue.has("attended_by") and right:
            return self._join(scene, cue, right, span)
        return False

    def _met(self, scene: Scene, cue: Cue, left: list[Actor], right: list[Actor], span: tuple[int, int]) -> bool:
        kind = cue.slots["meet"]
        hosts = left[:1] if kind == "reception" else []
        if kind == "reception" and self._calls_on(cue):
            hosts = right[:1]
        for group in self._groups(cue, right):
            self._make(scene, cue, kind, left + group, span, hosts=hosts, shown=group[0])
        return True

    def _calls_on(self, cue: Cue) -> bool:
        """Whether the subject is the guest here: "paid a courtesy call on"."""
        words = {self.reading.norm(k) for k in range(cue.i, cue.j)}
        return bool(words & self.reading.pack.words("guest_words"))

    def _groups(self, cue: Cue, right: list[Actor]) -> list[list[Actor]]:
        """Several meetings in one sentence: "with X and with Y", "had meetings with X and Y"."""
        pack = self.reading.pack
        several = any(self.reading.norm(k) in pack.words("several") for k in range(max(0, cue.i - 2), cue.j))
        groups: list[list[Actor]] = []
        for actor in right:
            again = self.reading.norm(actor.i - 1) in pack.words("with")
            if not groups or again or (several and not _paired(self.reading, groups[-1][-1], actor)):
                groups.append([actor])
            else:
                groups[-1].append(actor)
        return groups

    def _chaired(self, scene: Scene, cue: Cue, left: list[Actor], right: list[Actor], span: tuple[int, int], both: bool) -> bool:
        passive = cue.has("co_chaired_by", "chaired_by") and not cue.has("co_chair", "chair")
        who = right if passive and right else left
        if both and not passive and len(_ids(who)) < 2:
            who = left + [a for a in right if self._with(a)]
            who = left + right if len(_ids(who)) < 2 else who
        if not who:
            return False
        noun = self._event_noun(scene, cue, span)
        event = self._named(scene, noun, who, span) if noun else self._current(who)
        if event is None:
            if len(_ids(who)) < 2:
                return False
            event = self._add(Event("talks", self.reading.slice(cue.i, cue.j), scene.number, (cue.i, cue.j)), who, scene, span)
        chairs = event.co_chairs if both or len(_ids(who)) > 1 else event.chairs
        for a in who:
            _note(event.people, a.person.id, scene.number)
            _note(chairs, a.person.id, scene.number)
        return True

    def _with(self, actor: Actor) -> bool:
        return any(self.reading.norm(k) in self.reading.pack.words("with") for k in range(max(0, actor.i - 4), actor.i))

    def _event_noun(self, scene: Scene, cue: Cue, span: tuple[int, int]) -> Cue | None:
        """The noun of the event that a verb is about: behind it, else before it."""
        nouns = [c for c in scene.cues if c.has("event")]
        behind = [c for c in nouns if cue.j <= c.i < min(cue.j + 16, scene.sentence.last)]
        before = [c for c in nouns if c.i < cue.i]
        return behind[0] if behind else before[-1] if before else None

    def _visit(self, scene: Scene, cue: Cue, left: list[Actor], span: tuple[int, int]) -> bool:
        places = [p for p in scene.places if cue.j - 1 <= p.i < min(cue.j + 9, scene.sentence.last)]
        hit = self.reading.hit(cue.j, "country", "weak_country", "capital", "city")
        country = hit.entry.key if hit else places[0].country if places else None
        if not left or country is None:
            return False
        if self.reading.pack.get("home") and any(self._is_from(a, country) for a in left):
            return False
        event = Event("visit", self.reading.slice(cue.i, hit.j if hit else places[0].j), scene.number, (cue.i, cue.j))
        event.country = country
        event.place = self.reading.slice(hit.i, hit.j) if hit and hit.entry.slot in ("capital", "city") else places[0].name if places and not hit else None
        self._add(event, left, scene, span)
        return True

    def _is_from(self, actor: Actor, country: str) -> bool:
        return any((t.agency and t.agency.country == country) or t.country == country for t, _ in actor.person.titles)

    def _attend(self, scene: Scene, cue: Cue, left: list[Actor], span: tuple[int, int]) -> bool:
        nouns = [c for c in scene.cues if c.has("event") and cue.j <= c.i < cue.j + 14 and c.slots["event"] in _NAMED]
        if nouns:
            self._named(scene, nouns[0], left, span)
            return True
        event = self._current(left)
        if event is not None and len(event.people) < 12:
            for a in left:
                _note(event.people, a.person.id, scene.number)
        return event is not None

    def _join(self, scene: Scene, cue: Cue, right: list[Actor], span: tuple[int, int]) -> bool:
        event = self.events[-1] if self.events else None
        if event is None:
            return False
        for a in right:
            _note(event.people, a.person.id, scene.number)
        return True

    def _named(self, scene: Scene, noun: Cue, who: list[Actor], span: tuple[int, int]) -> Event:
        i, j = name_span(self.reading, noun, scene)
        kind = noun.slots["event"]
        event = Event(kind, self.reading.slice(i, j), scene.number, (noun.i, noun.j))
        event.definite = j - i <= noun.j - noun.i + 1
        return self._add(event, who, scene, span)

    def _make(self, scene: Scene, cue: Cue, kind: str, who: list[Actor], span: tuple[int, int], hosts: list[Actor] | None = None, shown: Actor | None = None) -> bool:
        name = self.reading.slice(cue.i, cue.j)
        if shown is not None:
            name += " " + self.reading.slice(shown.i, shown.j)
        event = self._add(Event(kind, name, scene.number, (cue.i, cue.j)), who, scene, span)
        for a in hosts or []:
            _note(event.chairs, a.person.id, scene.number)
        return True

    def _add(self, event: Event, who: list[Actor], scene: Scene, span: tuple[int, int]) -> Event:
        """Place an event in time and space and let it join the one it repeats."""
        for a in who:
            _note(event.people, a.person.id, scene.number)
        self._settle(event, scene, span)
        for other in reversed(self.events):
            if self._same(event, other):
                self._merge(other, event)
                return other
        event.told.append(scene.number)
        self.events.append(event)
        return event

    def _settle(self, event: Event, scene: Scene, span: tuple[int, int]) -> None:
        dates = [d for d in scene.dates if span[0] <= d.i < span[1]] or scene.dates
        if dates:
            before = [d for d in dates if d.i < event.cue[0]]
            best = before[-1] if before and event.kind != "visit" else dates[0]
            event.date, event.until = best.date, best.until
        elif any(c.has("same_day") for c in scene.cues) and self.events:
            event.date = self.events[-1].date
        if event.country is None:
            near = [p for p in scene.places if span[0] <= p.i < span[1]] or scene.places
            towns = [p for p in near if p.name] or near
            if towns:
                event.place, event.country = towns[0].name, towns[0].country
        if any(c.has("future") and event.cue[0] - 6 <= c.i < event.cue[0] for c in scene.cues):
            event.status = "planned"
        if any(c.has("cancelled", "postponed") for c in scene.cues):
            event.status = "cancelled" if any(c.has("cancelled") for c in scene.cues) else "postponed"

    def _same(self, new: Event, old: Event) -> bool:
        if (new.kind == "visit") != (old.kind == "visit") or (new.kind == "call") != (old.kind == "call") and not new.definite:
            return False
        if new.date and old.date and not new.date.agrees(old.date):
            return False
        if new.status != old.status and "planned" in (new.status, old.status) and new.kind not in _NAMED:
            return False
        a, b = set(new.people), set(old.people)
        if new.kind == "visit":
            return bool(a & b) and new.country == old.country
        if new.kind in _NAMED and old.kind in _NAMED:
            return new.kind == old.kind and (new.definite or old.definite or _like(new, old))
        if new.kind in _NAMED or old.kind in _NAMED:
            return len(a & b) >= 2 and (a <= b or b <= a) and "ceremony" not in (new.kind, old.kind)
        return len(a & b) >= 2 and (a <= b or b <= a) or (len(a) == 1 and a <= b)

    def _merge(self, old: Event, new: Event) -> None:
        for person, sentences in new.people.items():
            for number in sentences:
                _note(old.people, person, number)
        for person, sentences in new.chairs.items():
            for number in sentences:
                _note(old.chairs, person, number)
        if new.kind in _NAMED and old.kind not in _NAMED or new.kind == "reception" and old.kind == "talks":
            old.kind, old.name, old.cue = new.kind, new.name, new.cue
        if new.kind in _NAMED and old.definite and not new.definite:
            old.name, old.definite = new.name, False
        if old.date is None or new.date and new.date.precision == "day" and old.date.precision != "day":
            old.date, old.until = new.date or old.date, new.until or old.until
        if old.place is None and new.place:
            old.place, old.country = new.place, new.country
        old.country = old.country or new.country
        if new.status == "held":
            old.status = "held"
        old.told.append(new.sentence)

    def _current(self, who: list[Actor]) -> Event | None:
        ids = set(_ids(who))
        for event in reversed(self.events):
            if event.kind != "visit" and ids & set(event.people):
                return event
        return next((e for e in reversed(self.events) if e.kind != "visit"), None)

    def _nouns(self, scene: Scene, barred: set[int], told: bool) -> None:
        """Nouns of meeting: "the talks between X and Y"; a speaker "at the meeting" was there."""
        pack = self.reading.pack
        for cue in scene.cues:
            if not cue.has("event") or cue.has(*MAIN) and told or cue.slots["event"] == "visit":
                continue
            right = [a for a in scene.between(cue.j, scene.sentence.last) if a.at not in barred]
            opens = [k for k in range(cue.j, min(cue.j + 12, scene.sentence.last)) if self.reading.norm(k) in pack.words("between")]
            if opens and len(right) >= 2 and right[0].i - opens[0] <= 3:
                pair = right[:2]
                kind = cue.slots["event"]
                self._make(scene, cue, kind, pair, (scene.sentence.first, scene.sentence.last)) if kind not in _NAMED else self._named(scene, cue, pair, (scene.sentence.first, scene.sentence.last))
                return
        if told or not self.events:
            return
        at = [c for c in scene.cues if c.has("event") and c.i - scene.sentence.first <= 8]
        if not at:
            return
        speakers = [a for a in scene.actors if a.at not in barred and self._speaks(a)]
        event = self._meant(at[0])
        if event is not None:
            for a in speakers[:1]:
                _note(event.people, a.person.id, scene.number)

    def _meant(self, cue: Cue) -> Event | None:
        kind = cue.slots["event"]
        same = [e for e in self.events if e.kind == kind]
        return same[-1] if same else next((e for e in reversed(self.events) if e.kind != "visit"), None)

    def _speaks(self, actor: Actor) -> bool:
        speech = self.reading.pack.words("speech")
        for k in range(actor.j, min(actor.j + 5, len(self.reading.tokens))):
            if self.reading.norm(k) in speech or f"{self.reading.norm(k)} {self.reading.norm(k + 1)}" in speech:
                return True
        return False


def name_span(reading: Reading, noun: Cue, scene: Scene) -> tuple[int, int]:
    """The full name of a conference or dialogue around its noun: ordinals before it, what it is of or on behind it."""
    pack = reading.pack
    i, j = noun.i, noun.j
    first = scene.sentence.first
    while i > first:
        token = reading.tokens[i - 1]
        numeral = token.text.isdigit() or token.norm in pack.words("ordinal_suffixes")
        if numeral or token.norm in {pack.form(str(w)) for w in pack.get("ordinals")} or (token.cap and pack.get("prefixed") and token.norm not in pack.words("the")) or token.text in "-–" and reading.glued(i):
            i -= 1
        else:
            break
    stops = pack.words("tail_stop") | pack.words("left_stop")
    last = min(scene.sentence.last, j + 24)
    taken = {k for d in scene.dates for k in range(d.i, d.j)} | {k for a in scene.actors for k in range(a.i, a.j)}
    while j < last:
        token = reading.tokens[j]
        if token.text in ",.;:()\"“”»«" or j in taken or token.norm in stops and token.norm not in pack.words("genitive") and not token.text[0].isupper():
            break
        if not (token.cap or token.word or token.text.isdigit() or token.text in "-–'’/+&"):
            break
        j += 1
    while j > noun.j and (not reading.tokens[j - 1].word and not reading.tokens[j - 1].text.isdigit() or reading.norm(j - 1) in pack.words("of") | pack.words("the") | pack.words("and") | pack.words("day_words")):
        j -= 1
    return i, j


def _note(table: dict[str, list[int]], person: str, sentence: int) -> None:
    if sentence not in table.setdefault(person, []):
        table[person].append(sentence)


def _ids(actors: list[Actor]) -> set[str]:
    return {a.person.id for a in actors}


def _paired(reading: Reading, a: Actor, b: Actor) -> bool:
    """Whether two names are one delegation: nothing but "and" between them and no office of the second's own."""
    return b.i - a.j <= 1 and not any(True for _ in b.person.titles)


def _like(a: Event, b: Event) -> bool:
    shared, every = a.words & b.words, a.words | b.words
    return bool(every) and len(shared) / len(every) >= 0.5
