"""Who was there: those who attend, speak or lead a delegation, those who are listed as present."""

from __future__ import annotations

from loaders.facts.events.chairs import whole
from loaders.facts.events.event import NAMED, Event, ids
from loaders.facts.events.moving import lead_to
from loaders.facts.events.phrases import Happening
from loaders.facts.events.signing import represent
from loaders.facts.events.story import Clause, Story
from loaders.facts.scene import Actor, Cue
from loaders.mentions.reading import Reading

# tokens between a verb of attending and the noun of what is attended: whatever stands there, and with no verb there
_CLOSE, _FAR = 18, 26


def attend(story: Story, c: Clause) -> list[Actor]:
    """Who attends, speaks at, opens or leads a delegation to an event; returns the subject."""
    noun = _attended(story.reading, c)
    left, first = c.left, c.scene.sentence.first
    opening = c.h.kind == "speech" and c.h.i - first <= 12 and not c.scene.between(first, c.h.i)
    fronted = c.h.i - first <= 3 and not c.scene.between(first, c.h.i) and not _by_pronoun(story.reading, c)
    if fronted or opening:  # "Speaking at the conference, X said"
        mark = _list_mark(story.reading, c)
        if mark is not None and noun is None and c.h.form == "attend":  # "Tham dự về phía Lào có X": of what was told
            story.join(story.last(), c.stage.listed(mark + 1, c.scene.sentence.last), c.scene)
            return []
        left = _subject_behind(story.reading, c, noun)
    if (taken := _linked(story, c, noun, left)) is not None:
        return taken
    if c.h.form == "lead" and left and (noun is None or noun.slots["event"] == "visit") and lead_to(story, c):
        return left
    if not left:
        if noun is not None and c.h.form == "attend" and any(x.has("delegation") and x.i < c.h.i for x in c.scene.cues):
            story.named(c, noun, [])  # "A delegation took part in the meeting": who was there follows
        return left
    if noun is not None and noun.slots["event"] in NAMED:
        story.named(c, noun, left)
    else:
        _join_or_open(story, c, noun, left)
    return left


def _subject_behind(reading: Reading, c: Clause, noun: Cue | None) -> list[Actor]:
    """The subject of a verb that opens its sentence, or the list of those present that follows it."""
    start, last = noun.j if noun else c.h.j, c.scene.sentence.last
    left = c.stage.free(start, last)[:1]
    # "Attending the talks were X, Y and Z"
    return c.stage.listed(start, last) if left and _lists(reading, c, start, left[0]) else left


def _linked(story: Story, c: Clause, noun: Cue | None, left: list[Actor]) -> list[Actor] | None:
    """Who attends what a relative word or what was told means; None where the noun of the verb itself says it."""
    reading, last = story.reading, c.scene.sentence.last
    if left and (lead := _in_which(reading, c, left[0])) is not None:  # "talks in which Ambassador X took part"
        before = [n for n in c.scene.cues if n.has("event") and n.j <= lead and not n.has("no_event")]
        story.join(story.spoken_of(before[-1].slots["event"]) if before else None, left, c.scene)
        return left
    if noun is None and left and reading.norm(c.h.j) in reading.pack.words("with") and c.h.form == "attend":
        story.join(story.last(), left + c.stage.listed(c.h.j + 1, last), c.scene)
        return left  # "He attended with Minister X and Secretary Y"
    if not left and noun is None and _at_which(reading, c):  # "une cérémonie à laquelle a assisté X"
        story.join(_before(story, c), c.stage.listed(c.h.j, last), c.scene)
        return []
    return None


def _join_or_open(story: Story, c: Clause, noun: Cue | None, left: list[Actor]) -> None:
    """Let people take part in the talks that are meant, or open those that nothing told yet."""
    event = _unnamed(story, c, noun)
    if event is None and noun is not None and noun.slots["event"] != "visit" and not story.told():
        told = story.named(c, noun, left)
        headed = not noun.has("meet") and _delegation(story.reading, c)  # "leads the delegation to the meeting"
        if told is not None and (c.h.form == "attend" or headed):
            told.open = True  # who attends a meeting is one of many
    elif c.h.kind != "turn" or c.stage.speaks(left[0]):
        story.join(event, left, c.scene)


def _by_pronoun(reading: Reading, c: Clause) -> bool:
    """Whether "he" or "they" is the subject of a verb that opens its sentence: "He takes part in the council"."""
    words = reading.pack.words("pronouns") - reading.pack.words("possessives")
    return bool(c.left) and any(reading.norm(k) in words for k in range(c.scene.sentence.first, c.h.i))


def _delegation(reading: Reading, c: Clause) -> bool:
    """Whether a delegation is spoken of, even where the word stands for who leads it."""
    return bool(reading.starts(c.scene.sentence.first, c.scene.sentence.last, "delegation"))


def _at_which(reading: Reading, c: Clause) -> bool:
    """Whether a relative word leads the verb in: "à laquelle a assisté", "auquel ont pris part"."""
    words = reading.pack.words("at_which")
    return any(reading.norm(k) in words for k in range(max(c.scene.sentence.first, c.h.i - 4), c.h.i))


def _in_which(reading: Reading, c: Clause, first: Actor) -> int | None:
    """The "in which" before a subject, behind the noun of a meeting: "talks in which Ambassador X took part"."""
    words, at = reading.pack.words("at_which"), reading.pack.words("in_words")
    k = next(
        (k for k in range(first.i - 1, max(c.scene.sentence.first, first.i - 4), -1) if reading.norm(k) in words), 0
    )
    return k - 1 if k and reading.norm(k - 1) in at else None


def _before(story: Story, c: Clause) -> Event | None:
    """The event whose noun stands before a verb in its sentence."""
    nouns = [n for n in c.scene.cues if n.has("event") and n.j <= c.h.i and not n.has("no_event")]
    return story.spoken_of(nouns[-1].slots["event"]) if nouns and nouns[-1].slots["event"] != "visit" else None


def _list_mark(reading: Reading, c: Clause) -> int | None:
    """The word that leads a list of those present in, some words behind the verb: "tham dự về phía Lào có"."""
    words = reading.pack.words("list_marks")
    until = min(c.h.j + 20, c.scene.sentence.last)
    return next((k for k in range(c.h.j, until) if reading.norm(k) in words), None)


def _lists(reading: Reading, c: Clause, start: int, first: Actor) -> bool:
    """Whether a list of those present follows: "were X and Y", "còn có X, Y", "ont pris part à la rencontre X, Y"."""
    words = reading.pack.words("list_marks")
    lead = [*range(c.scene.sentence.first, c.h.j), *range(start, min(first.i, start + 6))]
    return any(reading.norm(k) in words for k in lead)


def _unnamed(story: Story, c: Clause, noun: Cue | None) -> Event | None:
    """The event that is attended where no conference is named: the talks, the one before, the delegation's."""
    if c.h.form == "lead":
        alone = not any(m.form in ("travel", "tour", "meet", "held") for m in c.mains)
        sides = story.reading.pack.words("side_words")
        side = any(story.reading.norm(k) in sides for k in range(c.h.j, c.h.j + 4))  # "X led the Nepali side"
        if not alone or not (side or _delegation(story.reading, c)):
            return None
        if noun is not None:  # "led the delegation to the meeting"
            pack = story.reading.pack
            known = pack.get("direct") or story.reading.norm(noun.i - 1) in pack.words("the")
            known = known and noun.slots["event"] != "visit" and story.told()
            return story.spoken_of(noun.slots["event"]) if known else None
        if not story.events:
            story.waiting += [(c.scene.number, a) for a in c.left]
        return story.events[-1] if story.events else None
    if noun is not None:
        return story.spoken_of(noun.slots["event"]) if noun.slots["event"] != "visit" else None
    if c.h.kind == "represent":  # "X represented Kenya while Y represented Uganda": at what was told right before
        last = story.last()
        return last if last is not None and c.scene.number - max(last.told) <= 2 else None
    if c.h.kind == "speech":
        event = story.spoken_of("")
        return (
            None if event is not None and _of_others(event, c.left) else event
        )  # "told participants": of a conference
    return story.spoken_of("") if c.h.kind == "turn" or _there(story.reading, c.h) else None


def _of_others(event: Event, who: list[Actor]) -> bool:
    """Whether an event is the talks of two others, at which nobody speaks to participants."""
    return event.verbal and not event.open and len(event.people) >= 2 and not ids(who) & set(event.people)


def _attended(reading: Reading, c: Clause) -> Cue | None:
    """The noun of the event that is attended; the conference rather than its opening ceremony."""
    acts = [x.i for x in c.scene.cues if x.i >= c.h.j and x.has("attend", "meet", "travel", "sign")]
    until = max(c.h.j + _CLOSE, min([c.h.j + _FAR, *acts]))
    near = [n for n in c.scene.cues if c.h.cue.i <= n.i < until]
    if c.h.form == "attend" and any(n.has("no_event") and n.i - c.h.j <= 3 for n in near):
        return None  # "spoke at the press conference after the talks with X"
    nouns = [n for n in near if n.has("event") and not n.has("no_event")]
    named = [n for n in nouns if n.slots["event"] in NAMED]
    if named:
        return whole(reading, named[0], nouns)
    return nouns[0] if nouns else None


def _there(reading: Reading, h: Happening) -> bool:
    """Whether the words point back to an event: "y participe", "cùng dự"."""
    words = reading.pack.words("there")
    ends = h.j >= len(reading.tokens) or reading.tokens[h.j].text in ".,;"
    return ends or any(reading.norm(k) in words for k in range(h.i - 3, h.j))


def present(story: Story, c: Clause) -> list[Actor]:
    """People who are said to be there too: "attended by", "accompanied by", "the delegation was led by"."""
    if c.h.kind == "member":
        return _members(story, c)
    mains = [m for m in c.mains if m.form not in ("lead", "attended_by") and m.kind != "member"]
    later = [m for m in mains if m.i >= c.h.j]
    earlier = [m for m in mains if m.j <= c.h.i]
    right = c.stage.listed(c.h.j, min([m.i for m in later], default=c.scene.sentence.last))
    if c.h.kind == "present" and (not right or any(0 <= c.h.i - a.j <= 2 for a in c.left)):  # "X and Y also took part"
        right = c.left if right else c.stage.listed(c.scene.sentence.first, c.h.i)
    delegation = any(x.has("delegation") for x in c.scene.cues) or _sided(story.reading, c)
    if c.h.form == "led_by" and earlier and not later and _own_clause(c, earlier[-1].j):
        earlier = []  # "chaired by X, and the Kenyan delegation was led by Y"
    if c.h.form == "led_by" and (later or earlier or not delegation):
        return c.left + right if later and c.left else c.left
    if later and not earlier and (c.left or c.h.i - c.scene.sentence.first <= 2):
        return c.left + right  # "accompanied by Y, X met Z"
    nouns = [n for n in c.scene.cues if n.has("event") and n.i < c.h.j and n.slots["event"] != "visit"]
    if c.h.kind == "opened" and not nouns:
        return c.left  # a house that was opened
    event = story.spoken_of(nouns[-1].slots["event"]) if nouns and not earlier else story.last()
    if not right and story.reading.tokens[c.scene.sentence.last - 1].text == ":":
        story.roll = event  # "In attendance were:", and a list follows
    if event is None and c.h.form == "led_by":
        story.waiting += [(c.scene.number, a) for a in right]
    elif event is None and represent(story, c, right):
        return c.left
    elif event is None and nouns and right:
        told = story.named(c, nouns[-1], right)
        if told is not None:
            told.open = True  # those who are named were there among others
    story.join(event, right, c.scene)
    if c.h.kind == "company":  # who accompanies somebody is on the visit, too
        tours = (e for e in story.events if e.kind == "visit" and e.status == "held" and e is not event)
        story.join(next((e for e in tours if ids(c.left) & set(e.people)), None), right, c.scene)
    if event is not None and event.open and c.h.form == "attended_by":  # "X was assisted by Y": both were there
        story.join(event, [a for a in c.left if a in c.scene.actors], c.scene)
    return c.left


def _own_clause(c: Clause, start: int) -> bool:
    """Whether somebody stands between the verb before and a delegation, so that its head has another clause."""
    groups = [x.i for x in c.scene.cues if x.has("delegation") and start <= x.i < c.h.i]
    return bool(groups) and any(a.j <= groups[-1] for a in c.stage.free(start, groups[-1]))


def witness(story: Story, c: Clause) -> None:
    """Who witnessed a signing was at the one that was told."""
    last = story.last()
    if last is not None and last.signing and c.scene.number - max(last.told) <= 2:
        story.join(last, [a for a in c.left if a in c.scene.actors], c.scene)


def _members(story: Story, c: Clause) -> list[Actor]:
    """Who is listed as part of a delegation was where it was: "the delegation included X and Y"."""
    until = min([m.i for m in c.mains if m.i >= c.h.j], default=c.scene.sentence.last)
    who, event = c.stage.listed(c.h.j, until), story.last()
    if event is None:
        story.waiting += [(c.scene.number, a) for a in who]
    story.join(event, who, c.scene)
    return c.left


def _sided(reading: Reading, c: Clause) -> bool:
    """Whether a side is led: "the Indian side was led by"."""
    words = reading.pack.words("side_words")
    return any(reading.norm(k) in words for k in range(max(c.scene.sentence.first, c.h.i - 4), c.h.i))
