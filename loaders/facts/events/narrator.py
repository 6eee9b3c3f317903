"""Meetings as sentences tell them, one after another, gathered into the events of the article."""

from __future__ import annotations

from dataclasses import field

from graph.model import PartialDate
from loaders.facts.events import presence, talks
from loaders.facts.events.actors import Stage, both_meant
from loaders.facts.events.chairs import chair
from loaders.facts.events.closing import close
from loaders.facts.events.event import Event, ids
from loaders.facts.events.groups import several
from loaders.facts.events.mentioned import mention
from loaders.facts.events.moving import call_on, move
from loaders.facts.events.phrases import Happening, happenings
from loaders.facts.events.rolls import enroll
from loaders.facts.events.signing import sign
from loaders.facts.events.story import Clause, Story
from loaders.facts.events.turns import speak
from loaders.facts.references import Origins
from loaders.facts.scene import Actor, Scene
from loaders.language.values import dataclass
from loaders.mentions.reading import Reading

_WITHIN = ("noun", "took_place", "led_by")  # what says nothing new of the sentence's subject
_OF_GUEST = ("travel", "tour", "attend")
_WITH_OBJECT = (
    "meet",
    "both",
    "passive",
    "between",
    "co_chair",
    "co_chaired_by",
    "chair",
    "chaired_by",
    "sign",
    "signed_by",
    "attended_by",
)


@dataclass(slots=True)
class _Shared:
    """What the verbs of one sentence share: ``edge`` is the token from which the next one's subject is sought.

    ``subject`` and ``objects`` are those of the last main verb; ``guests`` were received and may be who travels;
    ``escort`` are present beside a subject that is yet to come.
    """

    edge: int
    subject: list[Actor] = field(default_factory=list)
    objects: list[Actor] = field(default_factory=list)
    guests: list[Actor] = field(default_factory=list)
    escort: list[Actor] = field(default_factory=list)

    def hand_on(self, h: Happening, here: list[Actor], left: list[Actor], right: list[Actor]) -> None:
        """Leave the people of a main verb to the next; ``here`` are those who stand right before it."""
        self.escort = left if h.form == "attended_by" and not here and not self.subject else []
        self.subject = left
        self.guests = right if h.kind in ("reception", "welcome") and h.form == "meet" else self.guests
        self.objects = right
        self.edge = max([h.j, *(a.j for a in right)])


def narrate(reading: Reading, published: PartialDate | None, scenes: list[Scene], origins: Origins) -> list[Event]:
    """The events of an article, in the order in which it tells them; ``origins``: the countries that people act for."""
    story = Story(reading, published)
    for scene in scenes:
        _tell(story, scene)
    return close(story, scenes, origins)


def _tell(story: Story, scene: Scene) -> None:
    """Take in one sentence: every verb with the people around it; the next verb may share its subject."""
    if not scene.cues and not scene.actors:  # as every third sentence
        story.roll = None
        return
    stage = Stage(story.reading, scene)
    told = happenings(story.reading, scene)
    if any(c.has("no_event") for c in scene.cues):
        story.press = not any(e.kind == "conference" for e in story.events)
    mains = [h for h in told if h.form not in _WITHIN and not (h.form == "lead" and h.nominal)]
    if story.roll is not None:
        story.roll = story.roll if scene.actors and not mains else None
        story.join(story.roll, scene.actors, scene)
    shared = _Shared(scene.sentence.first)
    for h in told:
        until = _until(h, mains, scene.sentence.last)
        here = _here(stage, h, shared)
        left = _left(story, stage, h, shared, here)
        right = _right(stage, h, until, mains)
        left = _act(story, Clause(stage, h, left, right, (shared.edge, until), mains))
        if len(ids(left + right)) >= 2:
            story.pair = _two(left + right)
        if h in mains and h.form != "lead":
            shared.hand_on(h, here, left, right)
    enroll(story, stage, told)
    speak(story, stage)
    _remember(story, stage, shared.subject)


def _here(stage: Stage, h: Happening, shared: _Shared) -> list[Actor]:
    """The subjects that stand right before a verb, or the guests or last object of the verb before it."""
    visit = h.form == "noun" and h.kind == "visit"
    here = stage.subjects(shared.edge, h.i) or (shared.guests if visit or h.form in _OF_GUEST else [])
    if h.form == "co_chair" and len(ids(here)) == 1:  # "X, Y co-chaired": nobody does so alone
        here = stage.subjects(shared.edge, h.i, listed=True)
    if here or not shared.objects:
        return here
    last = shared.objects[-1]
    on_visit = visit and stage.apposed(last.j, h.i)  # "met X, on a visit to …"
    # "met X, who is on a visit", "hội đàm với X sang thăm"
    return [last] if on_visit or stage.relative(shared.edge, h.i) or _trails(stage, h, last) else []


def _left(story: Story, stage: Stage, h: Happening, shared: _Shared, here: list[Actor]) -> list[Actor]:
    """Who does what a verb tells: those ``here`` before it, else the subject of the last verb, else who is meant."""
    if not here:
        if not h.nominal and stage.relative(shared.edge, h.i):
            return []  # "met the ministers who are attending": they are not named
        if h.form in ("travel", "tour") and not shared.subject and h.i - stage.scene.sentence.first <= 1:
            return _behind_comma(stage, h) or _meant(story, stage, shared.edge, h)
        return shared.subject or _meant(story, stage, shared.edge, h)
    if h.form in ("meet", "both", "held") and both_meant(story.reading, here[-1].j, h.i) and len(ids(story.pair)) == 2:
        return story.pair  # "X said that the two leaders met"
    him = [a for a in (shared.subject or story.topic)[:1] if a.person.id not in ids(here)]
    if him and len(here) == 1 and stage.with_pronoun(here[0], shared.edge):
        return him + here  # "he and X met"
    if shared.subject and h.form == "co_chair" and stage.with_before(here[0], shared.edge):
        return [a for a in shared.subject if a not in here] + here  # "…, and with Y co-chaired"
    return here + shared.escort


def _behind_comma(stage: Stage, h: Happening) -> list[Actor]:
    """Who travels where a participle opens a sentence: "Arriving in Cairo on Monday, Minister X said"."""
    after = stage.free(h.j, min(h.j + 24, stage.scene.sentence.last))[:1]
    return [a for a in after if any(t.text == "," for t in stage.reading.tokens[h.j : a.i])]


def _right(stage: Stage, h: Happening, until: int, mains: list[Happening]) -> list[Actor]:
    """To whom it is done, or with whom: the objects of a verb that has some, save those of the next verb."""
    right = stage.objects(h.j, until, several(stage.reading, h)) if h.form in _WITH_OBJECT else []
    if h.form == "sign" and right and not stage.led_in(right[0], h.j):
        return []  # "on their side X signed, while on ours Y signed"
    if h.form in ("chaired_by", "co_chaired_by"):  # "chaired by X, and the Kenyan delegation was led by Y"
        groups = [c.i for c in stage.scene.cues if c.has("delegation") and c.i >= h.j]
        led = any(c.has("led_by") and groups and c.i >= groups[0] for c in stage.scene.cues)
        right = [a for a in right if a.at < groups[0]] if led and right and right[0].at < groups[0] else right
    following = next((m for m in mains if m.i >= h.j), None)
    if h.form == "both" and right and following and not following.nominal and 0 <= following.i - right[-1].j <= 1:
        return []  # "A and B discussed it as X met Y": the subject of the next verb
    beside = following is not None and (following.form == "co_chair" or following.kind == "present")
    if len(right) > 1 and beside and stage.with_before(right[-1], right[-2].j):
        return right[:-1]  # "met X, and with Y co-chaired", "met X, with Y in attendance"
    return right


def _remember(story: Story, stage: Stage, subject: list[Actor]) -> None:
    """Keep for the next sentence whom "he", "they" and "the two ministers" will mean."""
    scene = stage.scene
    free = stage.free(scene.sentence.first, scene.sentence.last)
    for a in free:
        story.recent = [b for b in story.recent if b.person.id != a.person.id][-1:]
        story.recent.append(a)
    if len(ids(scene.actors)) == 2:
        story.pair = _two(scene.actors)
    elif not story.pair and len(story.recent) == 2:
        story.pair = list(story.recent)
    story.topic = subject or free[:1] or story.topic


def _until(h: Happening, mains: list[Happening], last: int) -> int:
    """Where the objects of a verb end; between two sides stands who leads them."""
    inside = ("lead",) if h.form == "between" else ()
    return next((m.i for m in mains if m.i >= h.j and m.form not in inside), last)


def _trails(stage: Stage, h: Happening, last: Actor) -> bool:
    """Whether a verb of travel or of leading right behind an object is said of it: "met X, currently visiting Y"."""
    reading = stage.reading
    if h.form == "attend" and reading.pack.get("direct") and 0 <= h.i - last.j <= 14:
        group = [c for c in stage.scene.cues if c.has("delegation") and last.j <= c.i < h.i]
        return bool(group) and not any(reading.norm(k) in (",", ";") for k in range(last.j, h.i))
    if h.form not in ("travel", "tour", "lead") or not 0 <= h.i - last.j <= 3:
        return False
    gap = {reading.norm(k) for k in range(last.j, h.i)}
    if not reading.pack.get("direct"):
        return {reading.norm(h.i), *gap} - {","} <= reading.pack.words("trailing")
    return not gap & (reading.pack.words("and") | {",", ";"})


def _meant(story: Story, stage: Stage, edge: int, h: Happening) -> list[Actor]:
    """Whom "he", "they" or a verb without a subject means: the people the last sentence was about."""
    pack = story.reading.pack
    before = {story.reading.norm(k) for k in range(edge, h.i)}
    if h.form not in ("meet", "held", *_WITHIN) or story.reading.norm(h.i - 1) in pack.words("accord.purpose"):
        before -= pack.words("possessives")  # "their visits to Doha to attend": not they attend
    if before & pack.words("pronouns"):
        plural = bool(before & pack.words("plural_pronouns"))
        if plural and len(ids(story.topic)) < 2 and _just_met(story, stage):
            return story.pair
        return story.topic if plural else story.topic[:1]
    if both_meant(story.reading, edge, h.i, h.form == "held"):
        return story.pair
    rank = next((r for n in range(3) if (r := story.reading.hit_before(h.i - n, "rank"))), None)
    if rank is not None and story.reading.norm(rank.i - 1) in pack.words("the") and len(story.topic) == 1:
        return story.topic  # "The general met"
    if pack.get("direct") and not h.nominal and h.i - stage.scene.sentence.first <= 6:
        return story.topic
    return []


def _just_met(story: Story, stage: Stage) -> bool:
    """Whether the last two people are those of the meeting that the text has just told."""
    event = next((e for e in reversed(story.events) if e.kind != "visit" and e.people), None)
    if event is None or event.status != "held" or stage.scene.number - max(event.told) > 2:
        return False
    return len(ids(story.pair)) == 2 and ids(story.pair) <= set(event.people)


def _two(actors: list[Actor]) -> list[Actor]:
    """The first two people of a list, each once."""
    return list({a.person.id: a for a in reversed(actors)}.values())[::-1][:2]


def _act(story: Story, c: Clause) -> list[Actor]:
    """Let one thing happen; whom the next verb has as its subject."""
    match c.h.form:
        case "meet":
            return talks.meet(story, c)
        case "both" | "held":
            talks.both(story, c, c.left)
        case "passive":
            talks.received(story, c)
        case "between":
            talks.between(story, c)
        case "co_chair" | "co_chaired_by" | "chair" | "chaired_by":
            chair(story, c)
        case "travel" | "tour":
            if not call_on(story, c):
                move(story, c, c.left)
        case "attend" | "lead":
            return presence.attend(story, c)
        case "attended_by" | "led_by":
            return presence.present(story, c)
        case "witness":
            presence.witness(story, c)
        case "sign" | "signed_by":
            sign(story, c)
        case "took_place" | "noun":
            mention(story, c)
    return c.left
