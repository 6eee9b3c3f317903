"""Who is at a conference because they speak there in turn, though no sentence says that they attend it."""

from __future__ import annotations

from loaders.facts.events.actors import Stage
from loaders.facts.events.event import Event
from loaders.facts.events.story import Story
from loaders.facts.scene import Actor, Scene
from loaders.mentions.reading import Reading

_REACH = 6  # sentences since the conference was last told of
_SILENT = ("spokesperson",)  # offices that speak of a meeting without being at it


def speak(story: Story, stage: Stage) -> None:
    """Let the one whose words a sentence gives be at the conference that the text is telling of."""
    scene = stage.scene
    event = _open(story, scene)
    if event is None or any(c.has("past") for c in scene.cues):
        return
    for actor in stage.free(scene.sentence.first, scene.sentence.last)[:2]:
        if (
            (stage.speaks(actor) or stage.quoted(actor) or _according(stage, actor))
            and _in_office(actor)
            and not _elsewhere(event, scene)
        ):
            story.join(event, [actor], scene)
            return
        if _by_whom(stage, actor) and not _elsewhere(event, scene):
            story.join(event, [a for a in stage.listed(actor.i, scene.sentence.last) if _in_office(a)], scene)
            return


def _by_whom(stage: Stage, actor: Actor) -> bool:
    """Whether a speech is told with who gave it: "opening remarks were delivered by X", "l'allocution de X"."""
    reading, first = stage.reading, stage.scene.sentence.first
    by = next((k for k in range(actor.i - 1, max(first, actor.i - 4), -1) if _of(reading, k)), None)
    words = reading.pack.words("addresses")
    return by is not None and any(reading.norm(k) in words for k in range(max(first, by - 6), by))


def _of(reading: Reading, k: int) -> bool:
    return reading.norm(k) in reading.pack.words("owner_marks")


def _according(stage: Stage, actor: Actor) -> bool:
    """Whether a sentence opens with whose view it gives: "Pour X, …", "According to Minister X, …"."""
    first, words = stage.scene.sentence.first, stage.reading.pack.words("according")
    return actor.i - first <= 3 and any(stage.reading.norm(k) in words for k in range(first, actor.i))


def _open(story: Story, scene: Scene) -> Event | None:
    """The conference that the text is about: nothing else was told, and no two who made it."""
    told = [e for e in story.events if e.kind != "visit" and not e.signing]
    if len(told) != 1 or not told[0].open or told[0].status != "held" or len(told[0].co_chairs) > 1:
        return None
    event = told[0]
    last = max(event.told or [event.sentence])
    return event if 0 <= scene.number - last <= _REACH else None


def _in_office(actor: Actor) -> bool:
    """Whether somebody speaks for a body or a state, and not only of it."""
    offices = [t for t, _ in actor.person.titles if t.holds_for != "none"]
    return bool(offices) and not any(t.office in _SILENT for t in offices)


def _elsewhere(event: Event, scene: Scene) -> bool:
    """Whether a sentence names another day or another country than that of the conference."""
    days = [d.date for d in scene.dates if d.date and d.date.precision == "day"]
    apart = event.date is not None and any(not event.date.agrees(d) for d in days)
    return apart or (event.country is not None and any(p.name and p.country != event.country for p in scene.places))
