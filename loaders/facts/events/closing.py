"""The end of the telling: signings that were ceremonies, dates and countries from elsewhere, loose ends dropped."""

from __future__ import annotations

from graph.model import PartialDate
from loaders.facts.events.event import NAMED, Event, merge, note
from loaders.facts.events.signing import settled
from loaders.facts.events.story import FORUMS, Story
from loaders.facts.references import Origins
from loaders.facts.scene import Scene
from loaders.language.values import replace
from loaders.mentions.dates import DateMention
from loaders.mentions.reading import Reading


def close(story: Story, scenes: list[Scene], origins: Origins) -> list[Event]:
    """The events that stand at the end, each with the date and country that the rest of the text gives it."""
    for e in story.events:
        _opened(story, e)
        _abroad(e, origins)
    out = [e for e in story.events if (_stands(e) or _chaired(story, e)) and not _on_the_way(story, e, scenes)]
    out = settled(story, out, scenes)
    for e in out:
        _chairs(e)
        if e.online and e.kind == "talks":
            e.kind = "call"
    _dates(out, scenes, story.published)
    _countries(story, out, scenes, origins)
    return out


def _stands(event: Event) -> bool:
    """Whether enough is said: somebody took part, in talks at least two."""
    return len(event.people) >= (1 if event.kind in (*NAMED, "visit") or event.open else 2)


def _chaired(story: Story, event: Event) -> bool:
    """Whether a meeting stands by its chair alone: "X will chair the 19th meeting of the council"."""
    others = [o for o in story.events if o is not event and o.kind != "visit"]
    alone = not others if event.definite else not any(set(o.people) & set(event.people) for o in others)
    return bool(event.chairs) and event.kind in ("talks", "call") and alone


def _abroad(event: Event, origins: Origins) -> None:
    """Nobody is on a visit to the country that they act for, where people of two are told: it is somebody else's."""
    if event.kind == "visit" and event.country and len({c for homes in origins.values() for c in homes}) > 1:
        for person in [p for p in event.people if origins.get(p) == {event.country}]:
            del event.people[person]


def _opened(story: Story, event: Event) -> None:
    """Who is at a bare opening ceremony is at the conference that is told right behind it."""
    words = set(story.reading.pack.words("opening_words"))
    if event.kind != "ceremony" or not event.definite or not words & {story.reading.norm(k) for k in range(*event.cue)}:
        return
    for e in story.events:
        if e.kind in FORUMS and 0 <= e.sentence - event.sentence <= 2:
            merge(e, replace(event, kind=e.kind, people=dict(event.people), definite=True))
            event.people.clear()
            return


def _on_the_way(story: Story, event: Event, scenes: list[Scene]) -> bool:
    """Whether somebody only arrives where the text tells whom they met, and that is not what it opens with."""
    words = story.reading.pack.words("arriving")
    here = (c for c in scenes[event.sentence].cues if c.slots.get("event") == "visit")
    if any(0 <= c.i - event.cue[1] <= 12 for c in here):
        return False  # "arrived in Dhaka on a three-day visit"
    if (
        event.kind != "visit"
        or event is story.events[0]
        or not any(story.reading.norm(k) in words for k in range(*event.cue))
    ):
        return False
    return any(
        e.kind != "visit"
        and e.status == "held"
        and set(event.people) <= set(e.people)
        and 0 <= e.sentence - event.sentence <= 3
        for e in story.events
    )


def _chairs(event: Event) -> None:
    """One chair alone is no co-chair; a chair and a co-chair who are told apart are two."""
    if len(event.co_chairs) == 1 and len(event.chairs.keys() - event.co_chairs.keys()) == 1:
        event.co_chairs = {**event.chairs, **event.co_chairs}
    if len(event.co_chairs) == 1:
        for person, sentences in event.co_chairs.items():
            for number in sentences:
                note(event.chairs, person, number)
        event.co_chairs = {}
    for person in event.co_chairs:
        event.chairs.pop(person, None)


def _dates(events: list[Event], scenes: list[Scene], published: PartialDate | None) -> None:
    """An event without a date has the day that was told last, else the first, else the month of the publication."""
    single = [e for e in events if e.date and e.date.precision == "day" and e.status == "held" and not e.until]
    opening = _opening(scenes, published) if not single else None
    for e in events:
        if e.date is not None or e.status != "held" or e.open_day:
            continue
        if (told := _day_beside(e, scenes)) is not None:
            e.date = told
            continue
        before = [o for o in single if o.sentence <= e.sentence] or single
        near = before[-1] if before and not (e.kind == "visit" and e.definite) else None  # a visit may last
        if near is not None and near.until is None:
            e.date = near.date
        elif opening is not None and e.kind != "visit":
            e.date = opening
        elif published is not None and published.month:
            e.date = PartialDate(published.year, published.month, 0)


def _tells(date: DateMention) -> bool:
    """Whether a date is the day of something that happened: not of a report or of what was said."""
    return date.date is not None and date.date.precision == "day" and not date.line and not date.reported


def _day_beside(event: Event, scenes: list[Scene]) -> PartialDate | None:
    """The one day of the sentence, at most two before, that names the people of a meeting."""
    if event.kind == "visit" or len(event.people) < 2:
        return None
    for scene in reversed(scenes[max(0, event.sentence - 2) : event.sentence]):
        if set(event.people) <= {a.person.id for a in scene.actors}:
            ahead = min((c.i for c in scene.cues if c.has("future")), default=scene.sentence.last)
            days = {str(d.date) for d in scene.dates if _tells(d) and d.i < ahead}
            return next(d.date for d in scene.dates if str(d.date) in days) if len(days) == 1 else None
    return None


def _opening(scenes: list[Scene], published: PartialDate | None) -> PartialDate | None:
    """The one day that an article's first sentences speak of, where no event has a date."""
    days = [d for s in scenes[:6] for d in s.dates if _tells(d)]
    days = [d for d in days if d.until is None and not _alone(scenes, d, published)]
    if published is None or not days or days[0].date is None:
        return None
    return days[0].date if 0 <= (published.end - days[0].date.start).days <= 45 else None


def _alone(scenes: list[Scene], date: DateMention, published: PartialDate | None) -> bool:
    """Whether a date is no part of a sentence: the line above an article."""
    s = next(s for s in scenes if s.sentence.first <= date.i < s.sentence.last)
    rest = s.sentence.last - s.sentence.first - (date.j - date.i)
    return rest < 8 or (rest < 16 and date.date == published)


def _countries(story: Story, events: list[Event], scenes: list[Scene], origins: Origins) -> None:
    """An event without a place: the visit around it, the host, other events of its people, the dateline."""
    line = _dateline(story.reading, scenes)
    named = {p.country for s in scenes for p in s.places}
    only = min(named) if len(named) == 1 else None
    for e in events:
        if e.online or e.kind == "call":
            e.country = e.place = None
        elif e.country is None:
            around = _around(e, events, origins, story.hints)
            e.country = (
                around
                or _near(story.reading, e, scenes, 2)
                or line
                or _near(story.reading, e, scenes, 99)
                or only
                or _shared(e, origins)
            )


def _around(event: Event, events: list[Event], origins: Origins, hints: dict[str, str]) -> str | None:
    """The country of the visit, of the host, of a hint, or of another event of the same people."""
    for other in events:
        if other.kind == "visit" and other.country and set(other.people) & set(event.people):
            return other.country
    hosts = {c for p in event.chairs for c in origins.get(p, ())}
    if event.kind == "reception" and len(hosts) == 1:
        return hosts.pop()
    hinted = next((hints[p] for p in event.people if p in hints), None)
    if hinted:
        return hinted
    for other in sorted(events, key=lambda o: abs(o.sentence - event.sentence)):
        if other.country and other is not event and set(other.people) & set(event.people):
            return other.country
    return None


def _near(reading: Reading, event: Event, scenes: list[Scene], reach: int) -> str | None:
    """The country of a place in another sentence that speaks of the same people, the nearest first."""
    around = scenes[max(0, event.sentence - reach) : event.sentence + reach + 1]
    for scene in sorted(around, key=lambda s: abs(s.number - event.sentence)):
        here = [p for p in scene.places if scene.number == event.sentence or not _aside(reading, scene, p.i)]
        if here and any(a.person.id in event.people for a in scene.actors):
            return here[0].country
    return None


def _aside(reading: Reading, scene: Scene, k: int) -> bool:
    """Whether a place is that of another event: "backed by ministers on the sidelines of the council in Brussels"."""
    words = reading.pack.words("margins")
    return any(reading.norm(n) in words for n in range(max(scene.sentence.first, k - 10), k))


def _shared(event: Event, origins: Origins) -> str | None:
    """The one country that everybody there acts for: a meeting at home."""
    homes = [origins.get(p, set()) for p in event.people]
    shared = set.union(*homes) if homes else set()
    return min(shared) if len(shared) == 1 and len(homes) > 2 and all(homes) else None


def _dateline(reading: Reading, scenes: list[Scene]) -> str | None:
    """The country of the place that a report is sent from: "HANOI (VNA) –", "BAKU, Azerbaijan, September 7."."""
    for scene in scenes[:8]:
        s = scene.sentence
        hit = reading.hit(s.first, "capital", "city")
        if hit is None:
            continue
        ahead = [t.text for t in reading.tokens[hit.j : min(hit.j + 14, s.last)]]
        capitals = reading.tokens[hit.i].text.isupper() and ahead[:1] != [] and ahead[0] in ",.:("
        if capitals or any(sign in ahead for sign in ("–", "-", "—", ":")):
            return hit.entry.key
    return None
