"""Meetings whose side is a body or officials without a name, opened so that those whom the text names can join."""

from __future__ import annotations

from loaders.facts.events.event import Event
from loaders.facts.events.story import FORUMS, OPENING, Clause, Story
from loaders.facts.scene import Cue
from loaders.mentions.reading import Reading


def body_before(story: Story, c: Clause) -> bool:
    """Whether a body is the subject of a verb: "The customs service worked with a delegation led by X"."""
    reading = story.reading
    before = [b for b in c.scene.bodies if c.span[0] <= b[0] and b[1] <= c.h.i]
    if not before or c.h.i - before[-1][1] > 8 or c.scene.between(before[-1][1], c.h.i):
        return False
    office = reading.starts(c.span[0], c.h.i, "office")
    return not office and not any(
        reading.norm(k) in reading.pack.words("plural_offices") for k in range(c.span[0], c.h.i)
    )


def bodies_meet(story: Story, c: Clause) -> bool:
    """Whether two bodies meet in the opening of a text that told no meeting: "The police held talks with the army"."""
    if c.scene.number >= OPENING or story.told() or story.signings or c.h.nominal or c.h.kind not in ("talks", "call"):
        return False
    before = [b for b in c.scene.bodies if c.span[0] <= b[0] and b[1] <= c.h.i]
    behind = [b for b in c.scene.bodies if c.h.j <= b[0] <= c.h.j + 8]
    office = story.reading.starts(c.span[0], c.h.i, "office")
    return len(before) + len(behind) >= 2 and bool(before) and not office


def body_of(c: Clause) -> Cue | None:
    """The commission or group that is itself the subject of "met"."""
    nouns = [n for n in c.scene.cues if n.slots.get("event") in FORUMS and n.j <= c.h.i and c.h.i - n.j <= 24]
    return nouns[-1] if nouns and not c.scene.between(nouns[-1].j, c.h.i) else None


def open_talks(story: Story, c: Clause) -> None:
    """Talks of officials whom the text names further on: "the interior ministers of the four countries met"."""
    name, cue = story.reading.slice(c.h.i, c.h.j), (c.h.i, c.h.j)
    story.add(c, Event(c.h.kind, name, c.scene.number, cue, verbal=True, open=True), [])


def now_meeting(story: Story, c: Clause) -> bool:
    """Talks of officials told by a participle: "Interior ministers meeting in Accra on Friday agreed"."""
    reading = story.reading
    if reading.norm(c.h.i) not in reading.pack.words("now_meeting") or not officials(story, c):
        return False
    k, dates = c.h.cue.j, {d.i for d in c.scene.dates}
    behind = reading.norm(k) in reading.pack.words("place_words") | reading.pack.words("day_words") or k in dates
    if not behind or _noun_before(reading, c.h.i):
        return False
    open_talks(story, c)
    return True


def _noun_before(reading: Reading, i: int) -> bool:
    """Whether the word before makes "meeting" a noun: "the meeting", "a bilateral meeting"."""
    pack = reading.pack
    return reading.norm(i - 1) in pack.words("the") | pack.words("noun_marks") | pack.words("at") | pack.words("of")


def officials(story: Story, c: Clause) -> bool:
    """Whether officials without a name are the subject of "met", in the opening of a text that told no meeting yet."""
    reading, first = story.reading, c.scene.sentence.first
    words = reading.pack.words("plural_offices")
    if c.scene.number >= OPENING or story.told() or story.signings or c.scene.between(first, c.h.i):
        return False
    ahead = range(max(first, c.h.i - 20), c.h.i)
    if c.h.i - first <= 1 and not reading.pack.get("direct"):  # "Réunis mardi à Accra, les ministres …"
        ahead = range(c.h.j, min(c.h.j + 14, c.scene.sentence.last))
    many = reading.pack.get("direct") and any(reading.hit(k, "several_countries") for k in ahead)
    several = len(reading.starts(ahead.start, c.h.i, "office")) > 1  # "The premier and the security minister met"
    return bool(many) or several or any(reading.norm(k) in words for k in ahead)
