"""Who chairs a meeting, alone or together, and which meeting that is."""

from __future__ import annotations

from loaders.facts.events.event import NAMED, ids, note
from loaders.facts.events.naming import opens
from loaders.facts.events.story import Clause, Story
from loaders.facts.scene import Actor, Cue
from loaders.mentions.reading import Reading


def chair(story: Story, c: Clause) -> None:
    """Chairs of the event that the sentence names, or of the one that is spoken of."""
    shared, passive = c.h.form.startswith("co_"), c.h.form.endswith("_by")
    who = c.right if passive else c.left
    if not passive:
        until = _next_clause(c)
        beside = [a for a in c.stage.free(c.h.j, until) if a.i - c.h.j <= 40 and c.stage.with_before(a, c.h.j)]
        if shared:
            who = c.left + beside if beside or len(ids(c.left)) >= 2 or not c.right else c.left + c.right
        elif beside and _jointly(c, beside[0]):
            who = c.left + beside
        elif not c.left and c.h.i - c.scene.sentence.first <= 2:
            who = _told_behind(c)
    if not who:
        return
    noun = _chaired_noun(story.reading, c, who)
    welcomed = guests(c, noun) if noun else []
    event = story.named(c, noun, who + welcomed) if noun else story.current(who)
    if event is None and len(ids(who)) >= 2:
        event = story.make(c, "talks", who, [])
    if event is not None:
        chairs = event.co_chairs if shared or len(ids(who)) > 1 else event.chairs
        for a in who:
            note(event.people, a.person.id, c.scene.number)
            note(chairs, a.person.id, c.scene.number)


def _jointly(c: Clause, other: Actor) -> bool:
    """Whether "with" makes somebody a chair too: "chaired, with his counterpart X, the", "… together with X"."""
    reading = c.stage.reading
    withs, joint = reading.pack.words("with"), reading.pack.words("together") | reading.pack.words("joint_words")
    k = next((k for k in range(other.i - 1, c.h.j - 1, -1) if reading.norm(k) in withs), None)
    return k is not None and (k - c.h.j <= 1 or reading.norm(k - 1) in joint)


def _told_behind(c: Clause) -> list[Actor]:
    """The chairs of a sentence that opens with its verb: "Chairing the session were X and Y", "Chủ trì … là X"."""
    reading = c.stage.reading
    marks = reading.pack.words("roll_marks")
    until = min(c.h.j + 14, c.scene.sentence.last)
    mark = next((k for k in range(c.h.j, until) if reading.norm(k) in marks), None)
    return c.stage.listed(mark + 1, c.scene.sentence.last) if mark is not None else []


def _next_clause(c: Clause) -> int:
    """Where the next clause begins: "the talks with Y" behind "co-chaired" is none, nor is "hội đàm với Y"."""
    inside = (m for m in c.mains if m.nominal or (m.form == "meet" and m.i - c.h.j <= 2))
    own = {id(m) for m in inside}
    return next((m.i for m in c.mains if m.i >= c.h.j and id(m) not in own), c.scene.sentence.last)


def guests(c: Clause, noun: Cue) -> list[Actor]:
    """Whom a ceremony of welcome is for: "the welcome ceremony for X", "lễ đón Đoàn đại biểu … do X dẫn đầu"."""
    if noun.slots["event"] != "ceremony":
        return []
    who = c.stage.objects(noun.j, c.scene.sentence.last)[:1]
    delegation = any(x.has("delegation") and 0 <= x.i - noun.j <= 3 for x in c.scene.cues)
    return who if who and (delegation or who[0].i - noun.j <= 2) else []


def _chaired_noun(reading: Reading, c: Clause, who: list[Actor]) -> Cue | None:
    """The noun of the event that is chaired: behind the verb, else before it."""
    nouns = [n for n in c.scene.cues if n.has("event") and n.slots["event"] != "visit" and not n.has("no_event")]
    beside = [a.j + 10 for a in who if a.i >= c.h.j]  # "co-chaired, with Y, on Tuesday in Rabat, the 5th session"
    reach = max([c.h.j + 16, *(a.j + 6 for a in c.right), *beside])
    behind = [n for n in nouns if c.h.j <= n.i < reach]
    before = [n for n in nouns if n.i < c.h.i]
    order = before[-1:] + behind[:1] if c.h.form.endswith("_by") else behind[:1] + before[-1:]
    return whole(reading, order[0], nouns) if order else None


def whole(reading: Reading, noun: Cue, nouns: list[Cue]) -> Cue:
    """The conference whose opening ceremony a noun is, where it follows; else the noun itself."""
    if noun.slots["event"] == "ceremony" and opens(reading, noun):
        whole = (n for n in nouns if 0 <= n.i - noun.j <= 6 and n.slots["event"] in (*NAMED, "talks"))
        return next(whole, noun)
    return noun
