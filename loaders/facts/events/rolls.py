"""Those whom a sentence only lists: "members of the delegation were X and Y", "à ses côtés, X", "về phía Lào có X"."""

from __future__ import annotations

from loaders.facts.events.actors import Stage
from loaders.facts.events.event import Event, ids
from loaders.facts.events.phrases import Happening
from loaders.facts.events.story import Story
from loaders.facts.scene import Actor, Cue
from loaders.mentions.reading import Hit, Reading

_LEAD = 14  # tokens at the head of a sentence in which a list of those present is led in
_REACH = 14  # tokens between the words for those present and the mark behind which they are listed
_NEAR = 8  # tokens between that mark and the first of them
_AGO = 8  # sentences since the event was last told of
_ACTS = ("meet", "both", "passive", "between", "travel", "tour", "sign", "held")


def enroll(story: Story, stage: Stage, told: list[Happening]) -> None:
    """Let those whom a sentence lists as present, or as somebody's company, take part in the event that was told."""
    scene = stage.scene
    if not scene.actors or any(c.has("past", "cancelled", "postponed") for c in scene.cues):
        return
    story.join(_meant(story, stage), _part_of(stage), scene)
    who = _listed(stage)
    if who and not _acting(told, who[0]):
        event = _meant(story, stage)
        if event is None:
            story.waiting += [(scene.number, a) for a in who]
        story.join(event, who, scene)
    elif not who and not any(h.form in _ACTS and not h.nominal for h in told):
        for cue in (c for c in scene.cues if c.has("accompany")):
            _accompany(story, stage, cue)


def _part_of(stage: Stage) -> list[Actor]:
    """Who is said to be part of a delegation: "X, who was part of the Jamaican delegation"."""
    reading, s = stage.reading, stage.scene.sentence
    for k in reading.starts(s.first, s.last, "delegation"):
        lead = next((h for n in range(k - 1, max(s.first, k - 5), -1) if (h := reading.hit(n, "member_of"))), None)
        if lead is not None and lead.j <= k:
            who = stage.subjects(s.first, lead.i)
            return who if who and lead.i - who[-1].j <= 5 else []
    return []


def _acting(told: list[Happening], first: Actor) -> bool:
    """Whether something happens before a list: "members of the delegation met X"."""
    return any(h.form in _ACTS and h.i < first.at for h in told)


def _listed(stage: Stage) -> list[Actor]:
    """The people of a list that words for those present lead in at the head of a sentence."""
    reading, s = stage.reading, stage.scene.sentence
    until = min(s.first + _LEAD, s.last)
    for k in reading.starts(s.first, until, "company"):
        lead = reading.hit(k, "company")
        mark = _mark(stage, lead) if lead is not None else None
        if lead is None or mark is None:
            continue
        who = stage.listed(mark, s.last)
        if who and who[0].i - mark <= _NEAR:
            return who
    return []


def _mark(stage: Stage, lead: Hit) -> int | None:
    """The token behind the word or comma that leads a list in, behind words for those present."""
    reading, s = stage.reading, stage.scene.sentence
    beside = lead.entry.key == "beside"
    if beside and lead.i - s.first > 1:
        return None
    marks = reading.pack.words("roll_marks")
    for k in range(lead.j, min(lead.j + _REACH, s.last)):
        word = reading.norm(k)
        if word in marks or (beside and k <= lead.j + 1 and word in (",", ":")):
            return k + 1 if lead.entry.key != "some" or _of_event(stage, lead.j, k) else None
        if word in (".", ";") or word in reading.pack.words("speech"):
            return None
    return None


def _of_event(stage: Stage, i: int, j: int) -> bool:
    """Whether a delegation or a meeting is named between two tokens: "others at the meeting were"."""
    return any(c.has("delegation", "event") and i <= c.i < j for c in stage.scene.cues)


def _meant(story: Story, stage: Stage) -> Event | None:
    """The event at which those listed are: the one that the sentence speaks of, else the last one."""
    scene = stage.scene
    nouns = [c for c in scene.cues if c.has("event") and c.slots["event"] not in ("visit", "any")]
    event = story.spoken_of(nouns[0].slots["event"]) if nouns else story.last()
    return event if event is not None and scene.number - max(event.told) <= _AGO else None


def _accompany(story: Story, stage: Stage, cue: Cue) -> None:
    """Let who accompanies somebody be where that one is: "Ambassador X accompanied the minister to the talks"."""
    reading, s = stage.reading, stage.scene.sentence
    marks = reading.pack.words("roll_marks")
    behind = range(cue.j, min(cue.j + _REACH, s.last))
    mark = next((k for k in behind if reading.norm(k) in marks), None)
    fronted = cue.i - s.first <= 2 and mark is not None
    if fronted and mark is not None:  # "Accompanying the minister was X"
        who, whom = stage.listed(mark + 1, s.last), stage.free(cue.j, mark)
    elif cue.slots["accompany"] == "go":
        who, whom = stage.subjects(s.first, cue.i), stage.free(cue.j, s.last)
        who = who if who and cue.i - who[-1].j <= 4 else []
    else:
        return
    event = _of_all(story, whom) if whom else _meant(story, stage)
    if not whom and not fronted and not _company(reading, stage, behind):
        return
    story.join(event, [a for a in who if a.named], stage.scene)


def _of_all(story: Story, whom: list[Actor]) -> Event | None:
    """The last event of all of some people, else of the first of them."""
    events = [e for e in reversed(story.events) if whom[0].person.id in e.people]
    return next((e for e in events if ids(whom) <= set(e.people)), events[0] if events else None)


def _company(reading: Reading, stage: Stage, behind: range) -> bool:
    """Whether "him", a delegation or a meeting follows, so that it is somebody of the event who is accompanied."""
    pronouns = reading.pack.words("object_pronouns") | reading.pack.words("pronouns")
    if any(reading.norm(k) in pronouns for k in range(behind.start - 2, behind.start + 1)):
        return True
    return any(c.has("delegation", "event") and c.i in behind for c in stage.scene.cues)
