"""Meetings as sentences tell them, one after another, gathered into the events of the article."""

from __future__ import annotations

from graph.model import PartialDate
from loaders.facts.events.actors import Stage
from loaders.facts.events.closing import Signing, close
from loaders.facts.events.event import NAMED, Event, ids, merge, note, same
from loaders.facts.events.naming import name_span
from loaders.facts.events.phrases import Happening, happenings
from loaders.facts.events.setting import is_past, settle
from loaders.facts.events.visits import destinations, site, traveller, visits
from loaders.facts.references import Origins
from loaders.facts.scene import Actor, Cue, Scene
from loaders.mentions.reading import Reading


_OF_GUEST = ("travel", "tour", "attend")
_WITH_OBJECT = ("meet", "both", "passive", "between", "co_chair", "co_chaired_by", "chair", "chaired_by", "sign", "signed_by", "attended_by")


def narrate(reading: Reading, published: PartialDate | None, scenes: list[Scene], origins: Origins) -> list[Event]:
    """The events of an article, in the order in which it tells them; ``origins`` says which countries people act for."""
    narrator = Narrator(reading, published, origins)
    for scene in scenes:
        narrator.tell(scene)
    return close(reading, narrator.events, narrator.signings, scenes, published, origins, narrator.hints)


class Narrator:
    """Reads the scenes in order and keeps the events told so far; the last one is what "the meeting" means."""

    def __init__(self, reading: Reading, published: PartialDate | None, origins: Origins) -> None:
        self.reading = reading
        self.published = published
        self.origins = origins
        self.events: list[Event] = []
        self.signings: list[Signing] = []
        self.topic: list[Actor] = []
        self.hints: dict[str, str] = {}
        self.waiting: list[tuple[int, Actor]] = []

    def tell(self, scene: Scene) -> None:
        """Take in one sentence."""
        stage = Stage(self.reading, scene)
        told = happenings(self.reading, scene)
        mains = [h for h in told if h.form not in ("noun", "took_place", "led_by")]
        edge, subject, guests = scene.sentence.first, [], []
        for h in told:
            following = next((m for m in mains if m.i >= h.j), None)
            until = following.i if following else scene.sentence.last
            left = stage.subjects(edge, h.i) or (guests if h.form in _OF_GUEST else []) or subject or self._meant(stage, edge, h)
            right, left = self._act(stage, h, left, (edge, until), mains)
            if h in mains:
                subject = left
                guests = right if h.kind in ("reception", "welcome") and h.form == "meet" else guests
                edge = max([h.j, *(a.j for a in right)])
        self._remember(stage, subject)

    def _meant(self, stage: Stage, edge: int, h: Happening) -> list[Actor]:
        """Whom "he", "they" or a verb without a subject means: the people the last sentence was about."""
        pack = self.reading.pack
        before = {self.reading.norm(k) for k in range(edge, h.i)}
        if before & pack.words("pronouns"):
            return self.topic[:1] if len(self.topic) == 1 or not before & pack.words("plural_pronouns") else self.topic
        if pack.get("direct") and not h.nominal and h.i - stage.scene.sentence.first <= 6:
            return self.topic
        return []

    def _remember(self, stage: Stage, subject: list[Actor]) -> None:
        if subject:
            self.topic = subject
            return
        free = stage.free(stage.scene.sentence.first, stage.scene.sentence.last)
        if free:
            self.topic = free[:1]

    def _act(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int], mains: list[Happening]) -> tuple[list[Actor], list[Actor]]:
        """Let one thing happen; who stood behind its verb, and whom the next verb has as its subject."""
        right = stage.objects(h.j, span[1], self._several(h)) if h.form in _WITH_OBJECT else []
        match h.form:
            case "meet":
                left = self._meet(stage, h, left, right, span)
            case "both" | "held":
                self._both(stage, h, left, span)
            case "passive":
                self._received(stage, h, left, right, span)
            case "between":
                pair = _pair(stage, right)
                if len(ids(pair)) >= 2:
                    self._make(stage, h, h.kind, pair, span)
            case "co_chair" | "co_chaired_by" | "chair" | "chaired_by":
                self._chaired(stage, h, left, right, span)
            case "travel" | "tour":
                self._visit(stage, h, left, span)
            case "attend" | "lead":
                left = self._attend(stage, h, left, span)
            case "attended_by" | "led_by":
                left = self._join(stage, h, left, right, mains)
            case "sign" | "signed_by":
                self._sign(stage, h, left, right)
            case "took_place" | "noun":
                self._mention(stage, h, left, span)
        return right, left

    def _meet(self, stage: Stage, h: Happening, left: list[Actor], right: list[Actor], span: tuple[int, int]) -> list[Actor]:
        """A subject met an object: one event, or one for each where there were several meetings."""
        kind = "reception" if h.kind == "welcome" else h.kind
        guest, host = self._agent(stage, h, span)
        if host and (guest or left):
            self._make(stage, h, kind, (guest or left) + host, span, hosts=host)
            return guest or left
        if h.kind == "welcome" and (not right or (right[0].i - h.j > 3 and not _led(stage, h.j, right[0].i))):
            return left
        if not left and h.nominal and right:
            left = [a for a in stage.free(right[-1].j, stage.scene.sentence.last) if a.person.id not in ids(right)][:1] or self.topic
        left = [a for a in left if a.person.id not in ids(right)] or left
        if not right:
            noun = next((c for c in stage.scene.cues if c.slots.get("event") in NAMED and 0 <= c.i - h.j <= 8), None)
            if noun is not None and kind == "talks":  # "met for the 3rd Joint Working Group"
                self._named(stage, noun, [a for a in left if a in stage.scene.actors], span, h)
            elif not h.nominal and not h.linked and h.kind != "welcome":
                self._both(stage, h, left, span)
            return left
        if left:
            calls = kind == "reception" and self._calls_on(h)
            for group in self._groups(h, right):
                self._make(stage, h, kind, left + group, span, hosts=(group if calls else left)[:1] if kind == "reception" else [], shown=group[0])
        return left

    def _agent(self, stage: Stage, h: Happening, span: tuple[int, int]) -> tuple[list[Actor], list[Actor]]:
        """Guest and host where the host stands inside the passive: "được Chủ tịch nước X tiếp"."""
        marks = self.reading.pack.words("passive_marks")
        at = [k for k in range(max(span[0], h.i - 40), h.i) if self.reading.norm(k) in marks]
        if not at:
            return [], []
        return stage.subjects(span[0], at[-1]) or self.topic, stage.free(at[-1], h.i)[-1:]

    def _both(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int]) -> None:
        """Two who met each other; or who held a conference."""
        if len(ids(left)) >= 2 and not h.nominal and h.kind not in ("visit", "welcome"):
            self._make(stage, h, h.kind, left, span)
        elif h.kind == "visit":
            self._visit(stage, h, left, span)
        elif h.kind in NAMED or (h.form == "held" and not h.nominal):
            self._named(stage, h.cue, [a for a in left if a in stage.scene.actors], span, h)

    def _received(self, stage: Stage, h: Happening, left: list[Actor], right: list[Actor], span: tuple[int, int]) -> None:
        kind = "reception" if h.kind in ("welcome", "reception") else h.kind
        if right and not left and h.i - stage.scene.sentence.first <= 3:  # "Received by Y, X said"
            left = stage.free(right[0].j, stage.scene.sentence.last)[:1]
        if left and right:
            self._make(stage, h, kind, left + right[:1] if kind == "reception" else left + right, span, hosts=right[:1] if kind == "reception" else [])

    def _calls_on(self, h: Happening) -> bool:
        """Whether the subject is the guest here: "paid a courtesy call on"."""
        return any(self.reading.norm(k) in self.reading.pack.words("guest_words") for k in range(h.i, h.j))

    def _groups(self, h: Happening, right: list[Actor]) -> list[list[Actor]]:
        """Several meetings in one sentence: "with X and with Y", "had meetings with X and Y"."""
        pack, several = self.reading.pack, self._several(h)
        groups: list[list[Actor]] = []
        for actor in right:
            again = self.reading.norm(actor.i - 1) in pack.words("with")
            if not groups or again or (several and not _paired(groups[-1][-1], actor)):
                groups.append([actor])
            else:
                groups[-1].append(actor)
        return groups

    def _several(self, h: Happening) -> bool:
        """Whether the words speak of several meetings."""
        return any(self.reading.norm(k) in self.reading.pack.words("several") for k in range(max(0, h.i - 2), h.j))

    def _chaired(self, stage: Stage, h: Happening, left: list[Actor], right: list[Actor], span: tuple[int, int]) -> None:
        """Chairs of the event that the sentence names, or of the one that is spoken of."""
        both, passive = h.form.startswith("co_"), h.form.endswith("_by")
        who = right if passive and right else left
        if both and not passive:
            joined = [a for a in stage.free(h.j, span[1]) if a.i - h.j <= 40 and stage.with_before(a, h.j)]
            who = left + joined if joined or len(ids(left)) >= 2 or not right else left + right
        if not who:
            return
        noun = self._event_noun(stage.scene, h)
        event = self._named(stage, noun, who, span, h) if noun else self._current(who)
        if event is None and len(ids(who)) >= 2:
            event = self._make(stage, h, "talks", who, span)
        if event is not None:
            chairs = event.co_chairs if both or len(ids(who)) > 1 else event.chairs
            for a in who:
                note(event.people, a.person.id, stage.scene.number)
                note(chairs, a.person.id, stage.scene.number)

    def _event_noun(self, scene: Scene, h: Happening) -> Cue | None:
        """The noun of the event that a verb is about: behind it, else before it."""
        nouns = [c for c in scene.cues if c.has("event") and c.slots["event"] != "visit" and not c.has("no_event")]
        behind = [c for c in nouns if h.j <= c.i < min(h.j + 16, scene.sentence.last)]
        before = [c for c in nouns if c.i < h.i]
        order = before[-1:] + behind[:1] if h.form.endswith("_by") else behind[:1] + before[-1:]
        return self._whole(order[0], nouns) if order else None

    def _whole(self, noun: Cue, nouns: list[Cue]) -> Cue:
        """The conference whose opening ceremony a noun is, where it follows; else the noun itself."""
        if noun.slots["event"] == "ceremony" and self._opens(noun):
            behind = [c for c in nouns if 0 <= c.i - noun.j <= 6 and c.slots["event"] in NAMED]
            return behind[0] if behind else noun
        return noun

    def _visit(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int]) -> None:
        left = self._companions(stage, h, left, span)
        found = visits(self.reading, stage, h, left)
        if not found and h.form == "tour" and left and not destinations(self.reading, stage, h):
            where = site(self.reading, stage, h)
            if where:
                event = Event("visit", self.reading.slice(h.i, where[1]), stage.scene.number, (h.i, h.j))
                event.place = self.reading.slice(*where)
                found = [event]
        for event in found:
            self._add(stage, event, left, span, h)

    def _companions(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int]) -> list[Actor]:
        """Who travels: the subject, and whom the subject accompanies ("accompanying President X on a visit, Minister Y")."""
        scene = stage.scene
        with_ = [c for c in scene.cues if c.has("accompany") and c.j <= h.i and h.i - c.j <= 40]
        if not with_:
            return left
        leader = [a for a in scene.between(with_[-1].j, h.i)][-1:]
        subject = stage.subjects(scene.sentence.first, with_[-1].i) or stage.free(h.j, scene.sentence.last)[:1]
        return leader + [a for a in subject if a.person.id not in ids(leader)]

    def _attend(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int]) -> list[Actor]:
        """Who attends, speaks at, opens or leads a delegation to an event."""
        scene = stage.scene
        noun = self._attended(scene, h)
        fronted = h.i - scene.sentence.first <= 3
        if fronted or not left:  # "Speaking at the conference, X said"
            left = stage.free(noun.j if noun else h.j, scene.sentence.last)[:1] if fronted else left
        if not left:
            return left
        event: Event | None = None
        if h.form == "lead" and noun is None:
            if not any(m.form in ("travel", "tour", "meet", "held") for m in happenings(self.reading, scene)):
                event = self.events[-1] if self.events and any(c.has("delegation") for c in scene.cues) else None
        elif noun is not None and noun.slots["event"] in NAMED:
            self._named(stage, noun, left, span, h)
        elif noun is not None and noun.slots["event"] != "visit":
            event = self._spoken_of(noun.slots["event"])
        elif noun is None and (h.kind in ("speech", "turn") or self._there(h)):
            event = self._spoken_of("")
        if event is not None and (h.kind != "turn" or stage.speaks(left[0])):
            for a in left:
                note(event.people, a.person.id, scene.number)
        return left

    def _attended(self, scene: Scene, h: Happening) -> Cue | None:
        """The noun of the event that is attended; the conference rather than its opening ceremony."""
        nouns = [c for c in scene.cues if c.has("event") and h.cue.i <= c.i < h.j + 14 and not c.has("no_event")]
        named = [c for c in nouns if c.slots["event"] in NAMED]
        return self._whole(named[0], named) if named else nouns[0] if nouns else None

    def _there(self, h: Happening) -> bool:
        words = self.reading.pack.words("there")
        return any(self.reading.norm(k) in words for k in range(h.i - 3, h.j))

    def _join(self, stage: Stage, h: Happening, left: list[Actor], right: list[Actor], mains: list[Happening]) -> list[Actor]:
        """People who are said to be there too: "attended by", "accompanied by", "the delegation was led by"."""
        scene = stage.scene
        right = stage.listed(h.j, min([m.i for m in mains if m.i >= h.j], default=scene.sentence.last))
        later = [m for m in mains if m.i >= h.j]
        earlier = [m for m in mains if m.j <= h.i]
        if not right and h.kind == "present":
            right = stage.listed(scene.sentence.first, h.i)
        if h.form == "led_by" and (later or earlier or not any(c.has("delegation") for c in scene.cues)):
            return left + right if later and left else left
        nouns = [c for c in scene.cues if c.has("event") and c.i < h.i and c.slots["event"] != "visit"]
        event = self._spoken_of(nouns[-1].slots["event"]) if nouns and not earlier else self._last()
        if later and left and not earlier:
            return left + right
        if event is None and h.form == "led_by":
            self.waiting += [(scene.number, a) for a in right]
        if event is not None and right:
            for a in right:
                note(event.people, a.person.id, scene.number)
            if scene.number not in event.told:
                event.told.append(scene.number)
        return left

    def _sign(self, stage: Stage, h: Happening, left: list[Actor], right: list[Actor]) -> None:
        who = right if h.form == "signed_by" else left + [a for a in right if stage.with_before(a, h.j)]
        unsigned = any(c.has("unsigned", "future") and (c.i <= h.i < c.j or 0 <= h.i - c.j <= 3) for c in stage.scene.cues)
        if len(ids(who)) >= 2 and not unsigned:
            self.signings.append(Signing(stage.scene, h, who))

    def _mention(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int]) -> None:
        """An event that takes place, or in or at which somebody does something."""
        pack, scene = self.reading.pack, stage.scene
        if h.kind == "visit":
            self._visit_noun(stage, h, left, span)
            return
        i, j = name_span(self.reading, h.cue, scene)
        lead = {self.reading.norm(k) for k in range(max(scene.sentence.first, min(i, h.i - 1) - 4), h.i)}
        at = bool(lead & pack.words("at"))
        fronted = i - scene.sentence.first <= 7
        who = [a for a in left if a in scene.actors and h.i - a.j <= 16 and not stage.subordinate(a.j, h.i)] if at else []
        if h.form == "took_place":
            event = self._spoken_of(h.kind)
            if h.kind not in NAMED and j - i <= h.cue.j - h.cue.i + 1 and event is not None and event.people and not who:
                self._add_setting(stage, event, span, h)
                return
            inside = [a for a in stage.free(h.j, scene.sentence.last)[:1] if a.i - h.j <= 2] if h.kind == "ceremony" else []
            self._named(stage, h.cue, who + inside, span, h)
            return
        if not at:
            return
        if fronted:
            who = [a for a in stage.free(h.j, scene.sentence.last) if stage.speaks(a)][:1]
        if j - i > h.cue.j - h.cue.i + 1 and (h.kind in NAMED or fronted) and (fronted or who):
            self._named(stage, h.cue, who, span, h)
        elif who:
            event = self._spoken_of(h.kind) or self._named(stage, h.cue, who, span, h)
            if event is not None:
                for a in who:
                    note(event.people, a.person.id, scene.number)

    def _add_setting(self, stage: Stage, event: Event, span: tuple[int, int], h: Happening) -> None:
        """What "the meeting was held in …" adds to the event that was told."""
        again = Event(event.kind, event.name, stage.scene.number, (h.i, h.j))
        settle(self.reading, again, stage.scene, span, self.published)
        if again.date is None or event.date is None or again.date.agrees(event.date):
            merge(event, again)

    def _visit_noun(self, stage: Stage, h: Happening, left: list[Actor], span: tuple[int, int]) -> None:
        """A visit told as a noun: news where somebody is on it, a hint of the place where it is only somebody's."""
        who, owned = traveller(self.reading, stage, h, left)
        if owned:
            for _, country, _ in destinations(self.reading, stage, h)[:1]:
                for a in who:
                    self.hints.setdefault(a.person.id, country)
        elif who:
            self._visit(stage, h, who, span)

    def _spoken_of(self, kind: str) -> Event | None:
        """Which event "the meeting" or "the conference" means: the last of its kind, else the last."""
        alike = [e for e in self.events if e.kind == kind]
        peopled = [e for e in alike if e.people]
        return peopled[-1] if peopled else alike[-1] if alike else self._last()

    def _last(self) -> Event | None:
        return next((e for e in reversed(self.events) if e.kind != "visit"), None) or (self.events[-1] if self.events else None)

    def _current(self, who: list[Actor]) -> Event | None:
        for event in reversed(self.events):
            if event.kind != "visit" and ids(who) & set(event.people):
                return event
        return next((e for e in reversed(self.events) if e.kind != "visit"), None)

    def _named(self, stage: Stage, noun: Cue, who: list[Actor], span: tuple[int, int], h: Happening) -> Event | None:
        i, j = name_span(self.reading, noun, stage.scene)
        event = Event(noun.slots["event"], self.reading.slice(i, j), stage.scene.number, (noun.i, noun.j))
        event.definite = j - i <= noun.j - noun.i + 1
        if event.kind == "ceremony" and event.definite and self._opens(noun):
            whole = next((e for e in reversed(self.events) if e.kind in ("conference", "dialogue", "working_group")), None)
            if whole is not None:
                for a in who:
                    note(whole.people, a.person.id, stage.scene.number)
                return whole
        return self._add(stage, event, who, span, h)

    def _opens(self, noun: Cue) -> bool:
        """Whether a ceremony only opens or closes a conference."""
        return any(self.reading.norm(k) in self.reading.pack.words("opening_words") for k in range(noun.i, noun.j))

    def _make(self, stage: Stage, h: Happening, kind: str, who: list[Actor], span: tuple[int, int], hosts: list[Actor] | None = None, shown: Actor | None = None) -> Event | None:
        if h.kind in NAMED:
            return self._named(stage, h.cue, who, span, h)
        name = self.reading.slice(h.i, h.j)
        if shown is not None:
            name += " " + self.reading.slice(shown.i, shown.j)
        event = self._add(stage, Event(kind, name, stage.scene.number, (h.i, h.j)), who, span, h)
        if event is not None:
            for a in hosts or []:
                note(event.chairs, a.person.id, stage.scene.number)
        return event

    def _add(self, stage: Stage, event: Event, who: list[Actor], span: tuple[int, int], h: Happening) -> Event | None:
        """Place an event in time and space and let it join the one it repeats; None where it is only recalled."""
        for a in who:
            note(event.people, a.person.id, stage.scene.number)
        settle(self.reading, event, stage.scene, span, self.published)
        if is_past(self.reading, stage.scene, h, event, self.published):
            return None
        for other in reversed(self.events):
            if same(event, other):
                merge(other, event)
                return other
        event.told.append(stage.scene.number)
        self.events.append(event)
        if event.kind != "visit" and len(event.people) < 2:  # delegations that were told before their meeting
            for number, a in self.waiting:
                if stage.scene.number - number <= 2:
                    note(event.people, a.person.id, number)
            self.waiting = []
        return event


def _pair(stage: Stage, right: list[Actor]) -> list[Actor]:
    """The two (or listed) sides of "between": up to the one that "and" leads in."""
    for n in range(1, len(right)):
        if stage.and_inside(right[n - 1], right[n]):
            return right[: n + 1]
    return right[:2]


def _led(stage: Stage, i: int, j: int) -> bool:
    """Whether a delegation or somebody "led by" stands between two tokens."""
    return any(c.has("delegation", "led_by") and i <= c.i < j for c in stage.scene.cues)


def _paired(a: Actor, b: Actor) -> bool:
    """Whether two names are one delegation: nothing but "and" between them and no office of the second's own."""
    return b.i - a.j <= 1 and not b.person.titles
