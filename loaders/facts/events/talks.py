"""Who met whom: talks, receptions, calls, with one event for each meeting."""

from __future__ import annotations

from loaders.facts.events.actors import Stage, both_meant
from loaders.facts.events.event import NAMED, ids
from loaders.facts.events.groups import groups, several, together
from loaders.facts.events.moving import move
from loaders.facts.events.officials import bodies_meet, body_before, body_of, officials, open_talks
from loaders.facts.events.phrases import Happening
from loaders.facts.events.story import FORUMS, OPENING, Clause, Story
from loaders.facts.scene import Actor
from loaders.language.values import replace
from loaders.mentions.reading import Reading


def meet(story: Story, c: Clause) -> list[Actor]:
    """A subject met an object; returns the subject, which may stand elsewhere in the sentence."""
    kind = "reception" if c.h.kind == "welcome" else c.h.kind
    left, right = c.left, c.right
    pronouns = story.reading.pack.words("object_pronouns")
    if any(story.reading.norm(k) in pronouns for k in range(c.h.i, c.h.cue.i)) or (
        not right and story.reading.norm(c.h.j) in pronouns
    ):  # "paid a courtesy call on him", "paid him a courtesy call"
        before = [a for a in c.stage.free(c.scene.sentence.first, c.h.i) if a.person.id not in ids(left)]
        right = before[:1] or [a for a in story.topic if a.person.id not in ids(left)]
        c = replace(c, right=right)
    guest, host = _agent(story, c)
    if host and (guest or left):
        story.make(c, kind, (guest or left) + host, host)
        return guest or left
    if c.h.kind == "welcome" and (not right or (_gap(c) > 3 and not _led(c.stage, c.h.j, right[0].i))):
        return left
    if not left and c.h.nominal and right:  # "At his meeting with X, Y said"
        after = c.stage.free(right[-1].j, c.scene.sentence.last)
        left = [a for a in after if a.person.id not in ids(right)][:1] or story.topic
    opens = not c.h.nominal and (not c.h.linked or bool(story.reading.pack.get("direct")))
    if right and opens and not any(a.at < c.h.i and a in c.scene.actors for a in left):
        left = _trailing(c, right) or left
    left = [a for a in left if a.person.id not in ids(right)] or left
    if kind == "talks" and _delegations(story, c):
        story.make(c, kind, story.pair, [])
    elif (
        not right and opens and any(a in c.scene.actors for a in left) and _delegation_met(c)
    ):  # "received a delegation": who led it follows
        story.make(c, kind, left, left[:1] if kind == "reception" else [])
    elif not right and not left and bodies_meet(story, c):
        open_talks(story, c)
    elif not right:
        _without_object(story, c, left, kind)
    elif left:
        _with_object(story, c, left, kind)
    elif not c.h.nominal and (body_before(story, c) or _host_unnamed(story, c, kind)):
        event = story.make(c, kind, right[:1], [])  # "The Coast Guard welcomed Minister X": who spoke there follows
        if event is not None:
            event.open = True
    return left


def _host_unnamed(story: Story, c: Clause, kind: str) -> bool:
    return kind == "reception" and bool(story.reading.pack.get("prefixed")) and c.scene.sentence.first < c.h.i


def _trailing(c: Clause, right: list[Actor]) -> list[Actor]:
    """The subject of a verb that opens its sentence: "Receiving X, Minister Y said", "Tiếp X, Thủ tướng Y nói"."""
    after = [a for a in c.stage.free(right[-1].j, c.scene.sentence.last)[:2] if a.person.id not in ids(right)]
    return [a for a in after if c.stage.speaks(a)][:1]


def _gap(c: Clause) -> int:
    """How far the object stands from the verb, a date and a place between them aside."""
    i = c.right[0].i
    spans = [(d.i, d.j) for d in c.scene.dates] + [(p.i, p.j) for p in c.scene.places]
    return i - max([c.h.j, *(b for a, b in spans if c.h.j <= a and b <= i)])


def _with_object(story: Story, c: Clause, left: list[Actor], kind: str) -> None:
    reception = kind == "reception"
    calls = reception and _calls_on(story.reading, c.h)
    unfolds = len(ids(c.right)) > 2 and 0 < c.scene.number - story.crowd <= 2  # "met the ministers": these
    several_left = len(ids(left)) > 1 or _with_delegation(c, left)
    one = unfolds or several_left or (not several(story.reading, c.h) and together(story.reading, c))
    for group in [c.right] if one else groups(story.reading, c.h, c.right):
        hosts = (group if calls and not _comes(story.reading, c.h) else left)[:1] if reception else []
        story.make(c, kind, left + group, hosts, group[0])


def _with_delegation(c: Clause, left: list[Actor]) -> bool:
    """Whether a delegation meets with its head: "X and the Jamaican delegation met"."""
    start = min((a.j for a in left if a in c.scene.actors), default=c.h.i)
    groups = [x.i for x in c.scene.cues if x.has("delegation") and start <= x.i < c.h.i]
    return bool(groups) and c.h.i - groups[-1] <= 4


def _without_object(story: Story, c: Clause, left: list[Actor], kind: str) -> None:
    """A verb of meeting alone: "met for the 3rd Joint Working Group", "X and Y met"."""
    words = story.reading.pack.words("plural_offices")
    if not c.h.nominal and not several(story.reading, c.h):
        met = any(story.reading.norm(k) in words for k in range(c.h.j, c.h.j + 4))
        story.crowd = c.scene.number if met else story.crowd
    if c.h.form == "meet" and not c.h.nominal and story.reading.norm(c.h.j) in story.reading.pack.words("the"):
        return  # "meets the needs of", "met the families": an object that is no person of the text
    nouns = (n for n in c.scene.cues if n.slots.get("event") in NAMED and 0 <= n.i - c.h.j <= 8)
    noun = next(nouns, None)
    if not left and not c.h.nominal and kind == "talks" and (body := body_of(c)) is not None:
        story.named(c, body, [])  # "the joint commission met": who was there follows
    elif not left and not c.h.nominal and kind == "talks" and officials(story, c):
        open_talks(story, c)
    elif noun is not None and kind == "talks":
        story.named(c, noun, [a for a in left if a in c.scene.actors])
    elif not c.h.nominal and not c.h.linked and c.h.kind != "welcome":
        both(story, c, left)


def _delegations(story: Story, c: Clause) -> bool:
    """Whether two delegations without a name meet, right after those who lead them met or welcomed each other."""
    spots = story.reading.starts(c.scene.sentence.first, c.scene.sentence.last, "delegation")
    named = any(a.named for a in c.scene.actors)
    if len(spots) < 2 or spots[0] > c.h.i or named or len(ids(story.pair)) != 2:
        return False
    last = story.last()
    return last is not None and ids(story.pair) <= set(last.people) and c.scene.number - max(last.told) <= 2


def _delegation_met(c: Clause) -> bool:
    """Whether a delegation without a name is the object of a verb."""
    return any(x.has("delegation") and 0 <= x.i - c.h.j <= 12 for x in c.scene.cues)


def _agent(story: Story, c: Clause) -> tuple[list[Actor], list[Actor]]:
    """Guest and host where the host stands inside the passive: "được Chủ tịch nước X tiếp"."""
    marks = story.reading.pack.words("passive_marks")
    at = [k for k in range(max(c.span[0], c.h.i - 40), c.h.i) if story.reading.norm(k) in marks]
    if not at:
        return [], []
    return c.stage.subjects(c.span[0], at[-1]) or story.topic, c.stage.free(at[-1], c.h.i)[-1:]


def both(story: Story, c: Clause, left: list[Actor]) -> None:
    """Two who met each other; or who held a conference."""
    # "the two ministers met": they were named before
    if not both_meant(story.reading, c.span[0], c.h.i, c.h.form == "held"):
        left = [a for a in left if a in c.scene.actors]
    if c.h.kind == "talks" and _delegations(story, c):
        left = story.pair
    if story.reading.norm(c.h.i) in story.reading.pack.words("speech") and any(
        ids(left) <= set(e.people) for e in story.events
    ):
        return  # "X and Y discussed …": the talks that were told
    if len(ids(left)) >= 2 and not c.h.nominal and c.h.kind not in ("visit", "welcome", "reception"):
        story.make(c, c.h.kind, left, [])
    elif not left and not c.h.nominal and c.h.kind == "talks" and (officials(story, c) or bodies_meet(story, c)):
        open_talks(story, c)
    elif c.h.kind == "visit":
        move(story, c, left)
    elif c.h.kind in NAMED or (c.h.form == "held" and not c.h.nominal):
        story.named(c, c.h.cue, left)


def received(story: Story, c: Clause) -> None:
    """A guest was received by a host."""
    left, right = c.left, c.right
    reception = c.h.kind in ("welcome", "reception")
    if not left and any(x.has("delegation") and x.j <= c.h.i for x in c.scene.cues):
        left = story.topic[:1]  # "The delegates were welcomed by X": whom the text is about was with them
    if right and not left and c.h.i - c.scene.sentence.first <= 3:  # "Received by Y, X said"
        left = c.stage.free(right[0].j, c.scene.sentence.last)[:1]
    many = story.reading.pack.words("plural_pronouns")
    ahead = range(c.scene.sentence.first, c.h.i)
    group = any(x.has("delegation") and x.i in ahead for x in c.scene.cues)
    group = group or any(story.reading.norm(k) in many for k in ahead)
    if right and reception and (left or group):  # "The delegates were received by X": who else was there follows
        story.make(c, "reception", left + right, right[:1])
    elif left and right:
        story.make(c, c.h.kind, left + right, [])


def between(story: Story, c: Clause) -> None:
    """Talks between two (or listed) sides: up to the one that "and" leads in."""
    sides = c.right[:2]
    for n in range(1, len(c.right)):
        if c.stage.and_inside(c.right[n - 1], c.right[n]):
            sides = c.right[: n + 1]
        elif len(sides) <= n:
            break
    if not sides and both_meant(story.reading, c.h.j - 1, c.h.j + 4):  # "talks between the two ministers"
        sides = story.pair
        if _again(story, c):
            return
    if len(ids(sides)) >= 2:
        story.make(c, c.h.kind, sides, [])
    elif c.h.kind in FORUMS and _held(c):  # "The 12th dialogue between Oman and Pakistan was held in Muscat"
        story.named(c, c.h.cue, [])
    elif not sides and c.h.kind == "talks" and c.scene.number < OPENING and not story.told() and not story.signings:
        # "X said this at a meeting between the two police forces": who else was there follows
        spoke = [a for a in c.left if a in c.scene.actors and c.stage.speaks(a)]
        story.named(c, c.h.cue, spoke[:1])


def _again(story: Story, c: Clause) -> bool:
    """Whether "a call between the two ministers" names the meeting that was told of them, which it then completes."""
    known = (e for e in reversed(story.events) if e.kind != "visit" and ids(story.pair) <= set(e.people))
    event = next(known, None) if story.pair else None
    if event is None:
        return False
    event.kind = "call" if c.h.kind == "call" and event.verbal else event.kind
    story.add_setting(c, event)
    return True


def _held(c: Clause) -> bool:
    """Whether a verb says that the event of a noun takes place, behind it or right before it."""
    return any(x.has("took_place", "support") and -4 <= x.i - c.h.cue.j <= 40 for x in c.scene.cues)


def _comes(reading: Reading, h: Happening) -> bool:
    """Whether the guest follows "from": "during a courtesy visit from X"."""
    return reading.norm(h.j - 1) in reading.pack.words("call_from")


def _calls_on(reading: Reading, h: Happening) -> bool:
    """Whether the subject is the guest here: "paid a courtesy call on"."""
    return any(reading.norm(k) in reading.pack.words("guest_words") for k in range(h.i, h.j))


def _led(stage: Stage, i: int, j: int) -> bool:
    """Whether a delegation or somebody "led by" stands between two tokens."""
    return any(c.has("delegation", "led_by") and i <= c.i < j for c in stage.scene.cues)
