"""Visits: who travels, and to which country, town or house."""

from __future__ import annotations

from graph.model import PartialDate
from loaders.facts.events.event import Event, ids
from loaders.facts.events.naming import name_span
from loaders.facts.events.story import FORUMS, Clause, Story
from loaders.facts.events.visits import destinations, from_there, site, stay, traveller
from loaders.facts.scene import Actor, Cue, Scene
from loaders.language.values import replace
from loaders.mentions.reading import Reading

_ASKED = 22  # tokens between who is asked to come and the verb of travel


def move(story: Story, c: Clause, left: list[Actor]) -> None:
    """The visits that one word of travel tells of, one for each country; else the house that is visited."""
    goals = destinations(story.reading, c.stage, c.h) or stay(story.reading, c.stage, c.h)
    who = [a for a in _companions(c, left) if not any(from_there(a, country) for _, country, _ in goals)]
    if not who or _invited(story.reading, c) or _attending(story.reading, c, goals):
        return
    found = [] if goals else _house(story.reading, c)
    for place, country, end in goals:
        event = Event("visit", story.reading.slice(c.h.i, end), c.scene.number, (c.h.i, c.h.j))
        event.place, event.country, event.definite = place, country, True
        found.append(event)
    for n, event in enumerate(found):
        told = story.add(c, event, who)
        if n and told is not None and told.until is not None and told.date is not None:
            told.date, told.until = (
                PartialDate(told.date.year, told.date.month),
                None,
            )  # which days of the journey is open


def call_on(story: Story, c: Clause) -> bool:
    """A visit to somebody: "General X has visited the Chief of Defence Staff, General Y, at headquarters"."""
    reading, last = story.reading, c.scene.sentence.last
    k = c.h.j
    while k < c.h.j + 2 and reading.norm(k) in reading.pack.words("the"):
        k += 1
    guest = next((a for a in c.stage.free(c.h.j, last) if a.i == k and reading.norm(a.j) != "'"), None)
    if guest is None or not c.left or guest.person.id in ids(c.left) or not c.h.cue.has("tour"):
        return False
    story.make(c, "reception", [*c.left, guest], [guest])
    return True


def _invited(reading: Reading, c: Clause) -> bool:
    """Whether somebody is only asked to come: "invited X to visit", "mời X sang thăm"."""
    words, noun = reading.pack.words("inviting"), reading.pack.words("not_inviting")
    before = range(max(c.scene.sentence.first, c.h.i - _ASKED), c.h.i)
    if reading.norm(c.h.i) in reading.pack.words("accord.purpose"):  # "with an invitation to X to visit"
        words = words | reading.pack.words("invitation")
    return any(reading.norm(k) in words and reading.norm(k - 1) not in noun for k in before)


def _attending(reading: Reading, c: Clause, goals: list[tuple[str | None, str, int]]) -> bool:
    """Whether somebody is there to attend a conference, which is told by itself: "in Vienna to attend"."""
    joined = reading.pack.words("and")
    ends = [end for _, _, end in goals if reading.norm(end) not in joined]
    near = [(end, m.i) for m in c.mains for end in ends if m.form == "attend" and end <= m.i <= end + 7]
    bound = c.h.form != "noun"  # "on a visit to Singapore for the 10th retreat": both
    if bound and any(bound_for(reading, c.scene, n) and 0 <= n.i - end <= 9 for n in c.scene.cues for end in ends):
        return True  # "in Colombo for the 4th dialogue"
    return any(not any(reading.tokens[k].text in ",.;" for k in range(end, k_)) for end, k_ in near)


def bound_for(reading: Reading, scene: Scene, noun: Cue) -> bool:
    """Whether a conference or dialogue is what somebody comes for: "arrived in Colombo for the 4th dialogue"."""
    i, j = name_span(reading, noun, scene)
    many = reading.pack.words("plural_offices")
    if noun.slots.get("event") not in FORUMS and not any(reading.norm(k) in many for k in range(noun.j, j)):
        return False
    words = reading.pack.words("stay_words")
    ahead = next((k for k in (i - 1, i - 2) if reading.norm(k) in words), None)
    if ahead is None:
        return False
    stays = any(
        0 <= ahead - p.j <= 4 and reading.norm(p.i - 1) in reading.pack.words("place_words") for p in scene.places
    )
    return stays or any(c.has("travel") and 0 <= ahead - c.j <= 12 for c in scene.cues)


def _house(reading: Reading, c: Clause) -> list[Event]:
    where = site(reading, c.stage, c.h) if c.h.form == "tour" else None
    if where is None:
        return []
    event = Event("visit", reading.slice(c.h.i, where[1]), c.scene.number, (c.h.i, c.h.j))
    event.place = reading.slice(*where)
    return [event]


def _companions(c: Clause, left: list[Actor]) -> list[Actor]:
    """Who travels: the subject, and whom it accompanies ("accompanying President X on a visit, Minister Y")."""
    with_ = [x for x in c.scene.cues if x.has("accompany") and x.j <= c.h.i and c.h.i - x.j <= 40]
    if not with_:
        return left
    leader = c.scene.between(with_[-1].j, c.h.i)[-1:]
    first, last = c.scene.sentence.first, c.scene.sentence.last
    subject = c.stage.subjects(first, with_[-1].i) or c.stage.free(c.h.j, last)[:1]
    return leader + [a for a in subject if a.person.id not in ids(leader)]


def move_noun(story: Story, c: Clause) -> None:
    """A visit told as a noun: news where somebody is on it, a hint of the place where it is only somebody's."""
    who, owned = traveller(story.reading, c.stage, c.h, c.left)
    if owned:
        for _, country, _ in destinations(story.reading, c.stage, c.h)[:1]:
            for a in who:
                story.hints.setdefault(a.person.id, country)
    elif who:
        move(story, c, who)


def lead_to(story: Story, c: Clause) -> bool:
    """A visit told as a delegation that somebody leads to a country: "led a delegation to Kenya"."""
    reading, last = story.reading, c.scene.sentence.last
    group = next((x for x in c.scene.cues if x.has("delegation") and 0 <= x.i - c.h.j <= 8), None)
    if group is None or (group.i == c.h.j and reading.pack.get("prefixed")):
        return False
    words = reading.pack.words("goal_words")
    goal = next((k for k in range(group.j, min(group.j + 5, last)) if reading.norm(k) in words), None)
    if goal is None or any(reading.tokens[k].text in ",;" for k in range(group.j, goal)):
        return False
    heart = replace(c.h.cue, j=goal)
    places = [end for _, _, end in destinations(reading, c.stage, replace(c.h, cue=heart)) if end - goal <= 6]
    if not places:
        return False
    move(story, replace(c, h=replace(c.h, cue=heart)), c.left)
    return True
