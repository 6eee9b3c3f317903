"""Signings: who signs something together was at a ceremony, unless that was the end of talks that the text tells."""

from __future__ import annotations

from graph.model import PartialDate
from loaders.facts.events.actors import Stage
from loaders.facts.events.event import Event, ids, note
from loaders.facts.events.phrases import Happening
from loaders.facts.events.setting import is_past, settle
from loaders.facts.events.story import FORUMS, Clause, Signing, Story
from loaders.facts.scene import Actor, Scene
from loaders.language.values import replace

_MOST = 50  # signings of one article


def sign(story: Story, c: Clause) -> None:
    """People who sign: an event of their own until the end of the text shows what it belongs to."""
    who = _signers(story, c)
    if c.h.form == "sign" and any(g.j in (c.h.i, c.h.j) for g in c.scene.agreements):
        return  # "the accord signed in 2018": which one, no news
    who = _each_side(story, c, who)
    near = [x for x in c.scene.cues if x.i <= c.h.i < x.j or (0 <= c.h.i - x.j <= 3 and not c.comma(x.j, c.h.i))]
    story.signed = (c.scene, c.h) if not any(x.has("unsigned", "future") for x in near) else story.signed
    if len(ids(who)) < 2 or len(story.signings) >= _MOST or any(x.has("unsigned", "future") for x in near):
        return
    mine = (e for e in story.events if e.kind != "visit" and len(ids(who) & set(e.people)) >= 2)
    met = any(not _beside(story, e, c.scene) for e in mine)
    event = None if met else _event(story, c, who)
    if event is not None and c.h.form == "signed_by" and any(m.form == "attended_by" for m in c.mains if m.j <= c.h.i):
        story.join(event, c.left, c.scene)  # "In the presence of X, the agreement was signed by"
    story.signings.append(Signing(c.scene, c.h, who, event))


def represent(story: Story, c: Clause, who: list[Actor]) -> bool:
    """Who stood for the sides at a signing: "signed an MoU. Pakistan was represented by X while Peru by Y"."""
    here = next((x for x in c.scene.cues if x.has("signing")), None)
    scene, h = c.scene, c.h
    if here is not None:
        h = Happening("sign", "sign", here.i, here.j, here)
    elif story.signed is not None and 0 < c.scene.number - story.signed[0].number <= 2:
        scene, h = story.signed
    else:
        return False
    if len(ids(who)) != 2 or len(story.signings) >= _MOST:
        return False
    span = (scene.sentence.first, scene.sentence.last)
    event = _event(story, replace(c, stage=Stage(story.reading, scene), h=h, span=span), who)
    if event is not None:
        event.people = {a.person.id: [c.scene.number] for a in who}
    story.signings.append(Signing(scene, h, who, event))
    return True


def _signers(story: Story, c: Clause) -> list[Actor]:
    beside = [a for a in c.right if c.stage.with_before(a, c.h.j)]
    named = {k for g in c.scene.agreements for k in range(g.i, g.j)}  # "signed a plan between the two ministries"
    ahead = [k for k in range(c.h.j, c.h.j + 5) if k not in named]
    if any(story.reading.norm(k) in story.reading.pack.words("between") for k in ahead):
        return c.right  # "signed on Monday between X and Y"
    return c.right if c.h.form == "signed_by" else c.left + beside


def _each_side(story: Story, c: Clause, who: list[Actor]) -> list[Actor]:
    """Both signers where each has a clause: "on the Qatari side X signed, while on the Rwandan side Y signed"."""
    if len(ids(who)) != 1:
        return who
    before, story.signer = story.signer, (c.scene.number, who[0])
    if before is not None and c.scene.number - before[0] <= 1 and before[1].person.id != who[0].person.id:
        return [before[1], *who]
    return who


def _event(story: Story, c: Clause, who: list[Actor]) -> Event | None:
    """The signing as an event to which the text may come back: "the ceremony", "the meeting", "the event"."""
    event = Event("ceremony", story.reading.slice(c.h.i, c.h.j), c.scene.number, (c.h.i, c.h.j))
    event.signing = event.definite = True
    for a in who:
        note(event.people, a.person.id, c.scene.number)
    settle(event, c.scene, c.span, story.published)
    if event.status != "held" or is_past(story.reading, c.scene, c.h, event, story.published):
        return None
    event.told.append(c.scene.number)
    story.events.append(event)
    return event


def settled(story: Story, events: list[Event], scenes: list[Scene]) -> list[Event]:
    """The events with every signing in its place: joined to the talks or session it ended, else a ceremony."""
    out = [e for e in events if not any(e is s.event for s in story.signings)]
    for signing in story.signings:
        event = _ceremony(story, out, signing, scenes)
        if event is not None:
            out.append(event)
    return sorted(out, key=events.index)


def _ceremony(story: Story, events: list[Event], signing: Signing, scenes: list[Scene]) -> Event | None:
    """A signing that is not the end of other talks of the same people is a ceremony of its own."""
    event, who = signing.event, ids(signing.who)
    if event is None:
        return None
    mine = (e for e in events if e.kind != "visit" and len(who & set(e.people)) >= 2)
    whole = next((e for e in mine if not _beside(story, e, signing.scene)), None)
    frame = None if whole is not None else _frame(events, signing)
    if frame is not None:
        _take_in(frame, event)
    elif whole is not None and set(event.people) > who:
        _take_in(whole, event)
    if frame is not None or whole is not None:
        return None
    scene, h = signing.scene, signing.happening
    _set_signing(event, scene, scenes, story.published)
    if scene.agreements:
        near = min(scene.agreements, key=lambda g: abs(g.i - h.i))
        event.name = f"{story.reading.slice(h.i, h.j)} {story.reading.slice(near.i, near.j)}"
    alone = not any(e.kind != "visit" and e.sentence <= scene.number for e in events)
    if not alone and any(0 <= scene.number - number <= 1 for number in story.talks):
        return None  # "following the meeting, … X signed for Qatar, Y for Rwanda": the end of those talks
    if alone and any(abs(number - scene.number) <= 6 for number in story.talks):
        event.kind = "talks"  # they met, and signed
    return event


_NEAR = 4  # sentences that speak of a signing, the nearest first


def _beside(story: Story, event: Event, scene: Scene) -> bool:
    """Whether a signing is on the margins of a conference of many: "on the sidelines of the ministers' meeting"."""
    reading, words = story.reading, story.reading.pack.words("margins")
    s, many = scene.sentence, reading.pack.words("plural_offices")
    behind = range(event.cue[1], min(event.cue[1] + 4, len(reading.tokens)))
    if event.kind != "conference" and not any(reading.norm(k) in many for k in behind):
        return False
    near = range(max(s.first, event.cue[0] - 7), event.cue[0]) if s.first <= event.cue[0] < s.last else ()
    return any(reading.norm(k) in words for k in near)


def _take_in(whole: Event, event: Event) -> None:
    """Let the talks or the session at whose end something was signed take in who was there."""
    for person, sentences in event.people.items():
        for number in sentences:
            note(whole.people, person, number)
            if number not in whole.told:
                whole.told.append(number)


def _frame(events: list[Event], signing: Signing) -> Event | None:
    """What a signing belongs to: the ceremony that the text speaks of, or the session that the signers signed at."""
    number = signing.scene.number
    for e in reversed(events):
        bare = e.kind == "ceremony" and (e.bare or e.signing) and e.definite and abs(e.sentence - number) <= 3
        near = 0 <= number - e.sentence <= 8
        passive = e.kind in FORUMS and signing.happening.form == "signed_by"
        session = near and (passive or (e.open and e.kind == "talks"))
        days = [d.date for d in signing.scene.dates if d.date and e.date and d.date.precision == "day"]
        apart = any(e.date and not e.date.agrees(d) for d in days)
        apart = apart or any(e.country and p.country != e.country for p in signing.scene.places)
        if (bare or session) and e.status == "held" and not apart:
            return e
    return None


def _set_signing(event: Event, scene: Scene, scenes: list[Scene], published: PartialDate | None) -> None:
    """Date and place of a signing from other sentences that speak of signing, where its own says none."""
    others = [s for s in scenes if s is not scene and any(c.has("sign", "signed_by", "signing") for c in s.cues)]
    for told in [scene, *sorted(others, key=lambda s: abs(s.number - scene.number))[:_NEAR]]:
        again = Event("ceremony", event.name, told.number, event.cue)
        settle(again, told, (told.sentence.first, told.sentence.last), published)
        event.date, event.until = (event.date, event.until) if event.date else (again.date, again.until)
        if event.country is None:
            event.place, event.country = again.place, again.country
