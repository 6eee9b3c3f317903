"""What has been told so far: the events, whom the text speaks of, and what waits to be joined to an event."""

from __future__ import annotations

from dataclasses import field

from graph.model import PartialDate
from loaders.facts.events.actors import Stage
from loaders.facts.events.event import NAMED, Event, ids, merge, note, same
from loaders.facts.events.naming import name_span, opens
from loaders.facts.events.phrases import Happening
from loaders.facts.events.setting import is_past, is_resolved, settle
from loaders.facts.scene import Actor, Cue, Scene
from loaders.language.values import dataclass
from loaders.mentions.reading import Reading

_MOST = 150  # events of one article: more is no article, and cost stays linear
OPENING = 6  # sentences in which a text says what it is about
FORUMS = ("conference", "dialogue", "working_group")


@dataclass(frozen=True, slots=True)
class Signing:
    """People who are said to have signed something in a sentence; ``event`` where the text told no talks of theirs."""

    scene: Scene
    happening: Happening
    who: list[Actor]
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One happening in its sentence: who stands left and right of it, and the tokens that belong to it.

    ``mains`` are the verbs of the whole sentence.
    """

    stage: Stage
    h: Happening
    left: list[Actor]
    right: list[Actor]
    span: tuple[int, int]
    mains: list[Happening]

    @property
    def scene(self) -> Scene:
        """The sentence."""
        return self.stage.scene

    def comma(self, i: int, j: int) -> bool:
        """Whether a comma stands between two tokens."""
        return any(t.text == "," for t in self.stage.reading.tokens[i:j])


@dataclass(slots=True)
class Story:
    """The events told so far, in order; the last one is what "the meeting" means.

    ``topic`` is whom "he" means, ``pair`` whom "the two ministers", ``recent`` the last two people told; ``hints`` say
    in which country somebody is; ``waiting`` are leaders of delegations told before their meeting; ``talks`` are the
    sentences that speak of a meeting as known; ``signer`` signed alone in a clause, with its
    sentence; ``roll`` is the event whose list of those present follows; ``crowd`` the sentence in which
    somebody met officials without a name, all at once; ``signed`` the last that speaks of signing.
    """

    reading: Reading
    published: PartialDate | None
    events: list[Event] = field(default_factory=list)
    signings: list[Signing] = field(default_factory=list)
    topic: list[Actor] = field(default_factory=list)
    pair: list[Actor] = field(default_factory=list)
    recent: list[Actor] = field(default_factory=list)
    hints: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[int, Actor]] = field(default_factory=list)
    talks: list[int] = field(default_factory=list)
    signer: tuple[int, Actor] | None = None
    press: bool = False
    roll: Event | None = None
    crowd: int = -9
    signed: tuple[Scene, Happening] | None = None

    def told(self) -> bool:
        """Whether a meeting was told so far."""
        return any(e.kind != "visit" and not e.signing for e in self.events)

    def last(self) -> Event | None:
        """The last event that is no visit, else the last visit."""
        visit = self.events[-1] if self.events else None
        return next((e for e in reversed(self.events) if e.kind != "visit"), visit)

    def spoken_of(self, kind: str) -> Event | None:
        """Which event "the meeting" or "the conference" means: the last of its kind, else the last."""
        alike = [e for e in self.events if e.kind == kind]
        peopled = [e for e in alike if e.people]
        if peopled or alike:
            return (peopled or alike)[-1]
        last = self.last()
        return None if last is not None and last.kind == "visit" and kind else last

    def current(self, who: list[Actor]) -> Event | None:
        """The last event that somebody takes part in, else the last."""
        mine = (e for e in reversed(self.events) if e.kind != "visit" and ids(who) & set(e.people))
        return next(mine, None) or next((e for e in reversed(self.events) if e.kind != "visit"), None)

    def join(self, event: Event | None, who: list[Actor], scene: Scene) -> None:
        """Let people take part in an event that was told."""
        if event is None or not who:
            return
        for a in who:
            note(event.people, a.person.id, scene.number)
        if scene.number not in event.told:
            event.told.append(scene.number)

    def named(self, c: Clause, noun: Cue, who: list[Actor]) -> Event | None:
        """An event that its noun names: a conference, a dialogue; an opening ceremony is that of its conference."""
        if noun.slots["event"] == "any":  # "the event": whatever was told
            return self._again(c, who)
        i, j = name_span(self.reading, noun, c.scene)
        if noun.slots["event"] == "conference" and self.press and j - i <= noun.j - noun.i + 1:
            return None  # "at the conference": with the press
        event = Event(noun.slots["event"], self.reading.slice(i, j), c.scene.number, (noun.i, noun.j))
        event.definite = j - i <= noun.j - noun.i + 1
        event.visited = c.h.form == "attend"
        event.signing = noun.has("signing")
        event.open = len(ids(who)) < 2 and not event.definite and self._collective(event.kind, noun, j)
        said = self.reading.pack.form(self.reading.slice(noun.i, noun.j))
        event.bare = said in self.reading.pack.words("plain_ceremony")
        if event.kind == "ceremony" and event.definite and opens(self.reading, noun):
            whole = next((e for e in reversed(self.events) if e.kind in (*FORUMS, "talks")), None)
            if whole is not None:
                self.join(whole, who, c.scene)
                return whole
        if event.kind == "ceremony" and event.definite and noun.has("signing"):
            whole = self.last()  # the signing at the end of the talks
            if whole is not None and whole.kind not in ("visit", "ceremony") and whole.status == "held":
                self.join(whole, who, c.scene)
                return whole
        return self.add(c, event, who)

    def _collective(self, kind: str, noun: Cue, j: int) -> bool:
        """Whether many meet: a forum, "the meeting of the four leaders", "la réunion des chefs de police"."""
        many = self.reading.pack.words("plural_offices") | self.reading.pack.words("between")
        return kind in FORUMS or (kind == "talks" and any(self.reading.norm(k) in many for k in range(noun.j, j)))

    def _again(self, c: Clause, who: list[Actor]) -> Event | None:
        """The last event, with what a sentence adds about when and where it was, and who was there."""
        event = self.last()
        if event is not None and event.kind != "visit":
            self.join(event, who, c.scene)
            self.add_setting(c, event)
            return event
        return None

    def make(
        self, c: Clause, kind: str, who: list[Actor], hosts: list[Actor], shown: Actor | None = None
    ) -> Event | None:
        """An event that a verb tells: talks, a reception, a call."""
        if c.h.kind in NAMED:
            return self.named(c, c.h.cue, who)
        name = self.reading.slice(c.h.i, c.h.j)
        if shown is not None:
            name += " " + self.reading.slice(shown.i, shown.j)
        called = kind == "reception" and self.reading.norm(c.h.i) in self.reading.pack.words("guest_words")
        event = self.add(c, Event(kind, name, c.scene.number, (c.h.i, c.h.j), verbal=True, called=called), who)
        if event is not None:
            for a in hosts:
                note(event.chairs, a.person.id, c.scene.number)
        return event

    def add(self, c: Clause, event: Event, who: list[Actor]) -> Event | None:
        """Place an event in time and space and let it join the one it repeats; None where it is only recalled."""
        for a in who:
            note(event.people, a.person.id, c.scene.number)
        settle(event, c.scene, c.span, self.published)
        if event.kind == "visit" and self._told_beside(c) and event.date and event.date.day and not event.until:
            own = any(-1 <= d.i - c.h.cue.j <= 4 for d in c.scene.dates)  # "en visite depuis lundi"
            if not own and any(m.form not in ("noun", "travel", "tour") for m in c.mains):
                event.date = PartialDate(event.date.year, event.date.month)  # the day is that of what happened on it
        if is_past(self.reading, c.scene, c.h, event, self.published) or is_resolved(self.reading, c.h):
            return None
        for other in reversed(self.events):
            if same(event, other):
                merge(other, event)
                return other
        if len(self.events) >= _MOST:
            return None
        event.told.append(c.scene.number)
        self.events.append(event)
        self._gather(event, c.scene)
        return event

    def _told_beside(self, c: Clause) -> bool:
        """Whether a visit is told in a noun, or behind the verb of what happened on it."""
        before = any(m.i < c.h.i and m.form not in ("noun", "travel", "tour", "lead", "attend") for m in c.mains)
        return c.h.form == "noun" or before

    def _gather(self, event: Event, scene: Scene) -> None:
        """Give a new event the leaders of delegations who were told right before it."""
        if event.kind == "visit" or len(event.people) >= 2:
            return
        for number, a in self.waiting:
            if scene.number - number <= 2:
                note(event.people, a.person.id, number)
        self.waiting = []

    def add_setting(self, c: Clause, event: Event) -> None:
        """What "the meeting was held in …" adds to the event that was told."""
        again = Event(event.kind, event.name, c.scene.number, (c.h.i, c.h.j))
        settle(again, c.scene, c.span, self.published)
        if again.date is None or event.date is None or again.date.agrees(event.date):
            merge(event, again)
