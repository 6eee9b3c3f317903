"""Meetings that are only mentioned: those that take place, at which or before which somebody does something."""

from __future__ import annotations

from loaders.facts.events.actors import both_meant
from loaders.facts.events.chairs import guests, whole
from loaders.facts.events.event import NAMED, ids
from loaders.facts.events.moving import bound_for, move_noun
from loaders.facts.events.naming import name_span
from loaders.facts.events.officials import now_meeting
from loaders.facts.events.story import FORUMS, OPENING, Clause, Story
from loaders.facts.scene import Actor, Cue
from loaders.mentions.reading import Reading


def mention(story: Story, c: Clause) -> None:
    """An event that takes place, or in or at which somebody does something."""
    if c.h.kind == "visit":
        led = [m.i for m in c.mains if m.form == "lead" and 0 <= c.h.i - m.j <= 12 and not c.scene.between(m.j, c.h.i)]
        if not any(e.kind == "visit" and e.cue[0] in led for e in story.events):  # "leading a delegation on a visit to"
            move_noun(story, c)
        return
    reading, first = story.reading, c.scene.sentence.first
    if whole(reading, c.h.cue, c.scene.cues_of("event")) is not c.h.cue:
        return  # "at the opening ceremony of the 5th conference": that of the conference
    i, j = name_span(reading, c.h.cue, c.scene)
    bare = j - i <= c.h.cue.j - c.h.cue.i + 1
    at = _led_in(reading, max(first, min(i, c.h.i - 1) - 6), c.h.i) or bound_for(reading, c.scene, c.h.cue)
    who = _near(c) if at else []
    if c.h.kind == "talks" and (at or bare):
        story.talks.append(c.scene.number)
    if c.h.kind == "talks" and now_meeting(story, c):
        return
    fronted = at and i - first <= 7
    pair = _pair(story, c, fronted, i) if at and c.h.kind in ("talks", "call", "reception") else []
    opens = c.scene.number < OPENING and not story.told()
    if len(ids(pair)) >= 2:  # "At the end of the talks, X and Y signed"
        story.make(c, c.h.kind, pair, [])
    elif c.h.form == "took_place":
        _takes_place(story, c, who, bare)
    elif opens and at and not who and c.h.kind == "talks" and _sides_behind(c):
        event = story.named(c, c.h.cue, [])  # "In secretary-level talks, India and Nepal agreed": who was there follows
        if event is not None:
            event.open = True
    elif fronted:  # "At the conference, X said"
        _at(story, c, [a for a in c.stage.free(c.h.j, c.scene.sentence.last) if c.stage.speaks(a)][:1], not bare)
    elif at and who and not _only_ahead(c, who):
        _at(story, c, who, not bare and c.h.kind in NAMED)
    elif opens and _called(reading, c, (i, j), at):
        story.named(c, c.h.cue, [])  # "… at the 34th session of the commission": who was there follows


def _only_ahead(c: Clause, who: list[Actor]) -> bool:
    """Whether somebody only says what may happen at a coming event: "X says they will review it at the next forum"."""
    reading, last = c.stage.reading, who[-1].j
    coming = any(x.has("future") and 0 <= c.h.cue.i - x.j <= 4 for x in c.scene.cues)
    return coming and any(reading.norm(k) in reading.pack.words("speech") for k in range(last, c.h.i))


def _near(c: Clause) -> list[Actor]:
    """Who stands close before a noun of meeting: "X spoke at the conference", "X handed Y over to Z at a ceremony"."""
    if c.h.kind == "ceremony":
        here = c.stage.free(c.scene.sentence.first, c.h.i)
        return [a for a in here if c.h.i - a.j <= 30 and not c.stage.subordinate(a.j, c.h.i)]
    near = [a for a in c.left if a in c.scene.actors and not c.stage.subordinate(a.j, c.h.i)]
    reading, first = c.stage.reading, c.scene.sentence.first
    if not near and reading.norm(first) in reading.pack.words("pronouns") - reading.pack.words("possessives"):
        return c.left[:1] if c.h.i - first <= 14 else []  # "He made the remark during the 86th meeting"
    return near if near and c.h.i - near[-1].j <= 20 else []


def _pair(story: Story, c: Clause, fronted: bool, i: int) -> list[Actor]:
    """The two who met at talks that open a sentence, or at theirs; "the two ministers" were told before."""
    reading, first = story.reading, c.scene.sentence.first
    if reading.norm(i - 1) in reading.pack.words("plural_pronouns"):
        both = c.stage.free(first, c.h.i)  # "X told his host Y during their meeting"
        if len(both) == 2 and c.stage.speaks(both[0]):
            return both
    pair = _pair_behind(c) if fronted and c.h.kind != "reception" else []
    behind = (c.h.j, min(c.h.j + 8, c.scene.sentence.last))
    if fronted and c.h.kind != "reception" and not pair and both_meant(reading, *behind):
        return story.pair  # "In a phone call, the two ministers discussed …"
    return pair


def _called(reading: Reading, c: Clause, span: tuple[int, int], at: bool) -> bool:
    """Whether a meeting stands there by its number or name, so that it is what an article is about."""
    (i, j), first = span, c.scene.sentence.first
    named = _numbered(reading, i, j, c.h.cue) or (i - first <= 6 and _titled(reading, i, j, c.h.cue))
    return named and (at or c.h.kind in FORUMS or (c.h.kind == "talks" and i - first <= 3))


def _sides_behind(c: Clause) -> bool:
    """Whether two countries, or sides without a name, are the subject behind a noun: "In talks, A and B agreed"."""
    reading, until = c.stage.reading, min(c.h.j + 16, c.scene.sentence.last)
    comma = next((k for k in range(c.h.j, until) if reading.tokens[k].text == ","), None)
    if comma is None or c.scene.between(comma, until):
        return False
    lands = {h.entry.key for h in reading.phrases(comma, min(comma + 8, until), "country", "weak_country")}
    sides = reading.starts(comma, min(comma + 5, until), "sides", "several_countries", "delegation")
    return len(lands) > 1 or bool(sides)


def _led_in(reading: Reading, i: int, j: int) -> bool:
    """Whether "at", "during" leads in the noun at j; in "after that he said the meeting" it leads in something else."""
    pack = reading.pack
    for k in range(j - 1, i - 1, -1):
        word = reading.norm(k)
        if word in pack.words("at"):
            return True
        if word in pack.words("speech") or f"{word} {reading.norm(k + 1)}" in pack.words("speech"):
            return False
    return False


def _titled(reading: Reading, i: int, j: int, noun: Cue) -> bool:
    """Whether a meeting is called by a name in capitals: "the US-Saudi Strategic Dialogue"."""
    # "Talks on …" has its capital because a sentence begins
    opens = noun.slots["event"] == "talks" and noun.i <= reading.first_of(noun.i) + 1
    return not opens and j - i > noun.j - noun.i and all(reading.tokens[k].cap for k in (i, noun.j - 1))


def _numbered(reading: Reading, i: int, j: int, noun: Cue) -> bool:
    """Whether a number stands in the name of a meeting: "the XLVIII meeting of", "the 3rd session of", "lần thứ 5"."""
    ordinals = {reading.pack.form(str(w)) for w in reading.pack.get("ordinals")}
    front = [reading.tokens[k] for k in range(i, noun.i)]
    if any(t.text[0].isdigit() or t.norm in ordinals or _roman(t.text) for t in front):
        return True
    return bool(reading.pack.get("direct")) and any(reading.tokens[k].text.isdigit() for k in range(noun.j, j))


def _roman(text: str) -> bool:
    return len(text) > 1 and set(text) <= set("IVXLC")


def _pair_behind(c: Clause) -> list[Actor]:
    """The two or more subjects of the clause behind a fronted noun: "…, X and Y agreed", "…, X, Y and Z discussed"."""
    free = c.stage.free(c.h.j, c.scene.sentence.last)[:6]
    out, until = free[:1], 0
    for a in free[1:]:
        joined = c.stage.and_inside(out[-1], a)
        comma = any(c.stage.reading.tokens[k].text == "," for k in range(out[-1].j, a.i))
        if not (joined or comma) or a.i - out[-1].j > 12 or c.stage.broken(out[-1].j, a.i):
            break
        out.append(a)
        until = len(out) if joined else until
    return out[: max(until, 1)]


def _takes_place(story: Story, c: Clause, who: list[Actor], bare: bool) -> None:
    event = story.spoken_of(c.h.kind)
    i, j = name_span(story.reading, c.h.cue, c.scene)
    numbered = _numbered(story.reading, i, j, c.h.cue) or _titled(story.reading, i, j, c.h.cue)
    plain = bare or (c.h.kind == "talks" and not numbered)  # "discussions on border security were held"
    if plain and c.h.kind not in NAMED and event is not None and event.people and not who:
        story.add_setting(c, event)
        return
    noun = whole(story.reading, c.h.cue, [n for n in c.scene.cues if n.has("event") and not n.has("no_event")])
    told = story.named(c, noun, who + guests(c, noun))
    one, i = story.reading.pack.words("accord.one"), name_span(story.reading, noun, c.scene)[0]
    if told is not None and told.kind == "talks" and c.scene.number < OPENING and story.reading.norm(i - 1) in one:
        told.open = told.open or not told.people  # "A three-day meeting has begun": who was there follows


def _at(story: Story, c: Clause, who: list[Actor], named: bool) -> None:
    event = None if named else story.spoken_of(c.h.kind)
    if event is not None:
        story.join(event, who, c.scene)
    elif named or who:
        told = story.named(c, c.h.cue, who)
        i, j = name_span(story.reading, c.h.cue, c.scene)
        if told is not None and told.kind == "talks" and _numbered(story.reading, i, j, c.h.cue):
            told.open = True  # "at the opening of the second technical meeting": one of those who spoke there
