"""When and where an event takes place, and whether it does."""

from __future__ import annotations

from datetime import timedelta

from graph.model import PartialDate
from loaders.facts.events.event import NAMED, Event
from loaders.facts.events.phrases import Happening
from loaders.facts.scene import Scene
from loaders.mentions.dates import DateMention
from loaders.mentions.reading import Reading

_TOLD_BY = ("took_place", "co_chaired_by", "chaired_by")  # verbs of which a meeting is the subject
_OLD = 75  # days before the publication after which a dated event is background


def settle(event: Event, scene: Scene, span: tuple[int, int], published: PartialDate | None) -> None:
    """Give an event the date, place and status of its clause, else of its sentence."""
    event.status = _status(scene, event.cue)
    found = _date(scene, event, span, published)
    if found is not None:
        event.date, event.until = found.date, found.until
        event.open_day = found.date is None
        if found.until is not None and event.verbal and not 0 <= found.i - event.cue[1] <= 8:
            event.until = None  # the days of the journey: which of them is open
            event.date = PartialDate(found.date.year, found.date.month) if found.date else None
        if event.status == "planned" and found.weekday and found.date and published and found.date < published:
            day = found.date.start + timedelta(days=7)
            event.date = PartialDate(day.year, day.month, day.day)
    runs = event.kind in (*NAMED, "visit")
    event.ends = found is not None and runs and found.until is None and _of_ending(scene, found)
    if any(c.has("same_day") for c in scene.cues):
        event.same_day = True
    near = [p for p in scene.places if span[0] <= p.i < span[1]] or scene.places
    towns = [p for p in near if p.name] or near
    if towns and event.kind != "visit" and event.country in (None, towns[0].country) and event.place is None:
        event.place, event.country = towns[0].name, towns[0].country
    event.online = any(c.has("online") for c in scene.cues)


def _named(scene: Scene) -> set[int]:
    return {k for g in scene.agreements for k in range(g.i, g.j)}


def _date(scene: Scene, event: Event, span: tuple[int, int], published: PartialDate | None) -> DateMention | None:
    """The date of the clause, the nearest before the verb, else behind it; no year alone, no date in a name."""
    names = _named(scene)
    dates = [d for d in scene.dates if d.i not in names and not d.line]
    dates = [d for d in dates if d.date is None or d.date.precision != "year"]
    dates = [d for d in dates if not _of_journey(scene, event, d) and not _of_plans(scene, event, d)]
    told = [
        d for d in dates if not (d.reported and d.i >= event.cue[1] and not _by_them(scene, event, d))
    ]  # "…, the ministry said on Thursday"
    behind = [d for d in told if not d.reported and d.i >= event.cue[0]]  # "said on Monday that he met X on Friday"
    dates = behind if behind and any(d.reported for d in told) else told
    if published is not None:
        dates = [d for d in dates if not d.date or (published.start - d.date.end).days <= _OLD] or dates
    here = [d for d in dates if span[0] <= d.i < span[1]] or dates
    lasting = [d for d in here if d.until is not None and event.kind in NAMED and _of_holding(scene, d)]
    if lasting:
        return lasting[0]
    if event.kind != "visit":  # the days of a journey are no day of a meeting in it
        here = [d for d in here if d.until is None] or here
    here = [d for d in here if d.date and d.date.precision == "day"] or here
    if not here:
        return None
    before = [d for d in here if d.i < event.cue[0]]
    if event.kind == "visit":
        return next((d for d in here if 0 <= d.i - event.cue[1] <= 12), here[0])
    return before[-1] if before else here[0]


def _of_plans(scene: Scene, event: Event, date: DateMention) -> bool:
    """Whether a date is that of what is still to come: "X, who arrived, is scheduled to meet Y on Tuesday"."""
    ahead = (c for c in scene.cues if c.has("future") and event.cue[1] <= c.i < date.i and not c.has("took_place"))
    return event.status == "held" and any(date.i - c.j <= 14 for c in ahead)


def _by_them(scene: Scene, event: Event, date: DateMention) -> bool:
    """Whether somebody of a meeting said something on a day: "after the talks, Minister X said on Monday"."""
    return any(0 <= date.i - a.j <= 4 and a.person.id in event.people for a in scene.actors)


def _of_journey(scene: Scene, event: Event, date: DateMention) -> bool:
    """Whether a date follows a later word of travel: "met X, who arrived on Monday" tells no day of the meeting."""
    if event.kind == "visit":
        return False
    trips = (c for c in scene.cues if c.has("travel") and not c.has("tour") and c.i >= event.cue[1])
    return any(0 <= date.i - c.j <= 1 for c in trips)


def _of_holding(scene: Scene, date: DateMention) -> bool:
    """Whether a date follows the words that an event took place: "held in Kuwait Monday and Tuesday"."""
    return any(c.has("took_place", "support") and 0 <= date.i - c.j <= 6 for c in scene.cues)


def _of_ending(scene: Scene, date: DateMention) -> bool:
    """Whether a date says when an event ended: "concluded in Dhaka on Saturday"."""
    near = [c for c in scene.cues if c.has("took_place") and -1 <= date.i - c.j <= 9]
    return bool(near) and near[-1].slots["took_place"] == "ended"


def _status(scene: Scene, cue: tuple[int, int]) -> str:
    """Planned, cancelled or postponed where a word close to the verb says so, else held."""
    for c in scene.cues:
        if c.has("cancelled", "postponed") and -14 <= c.i - cue[0] <= 30:
            return "cancelled" if c.has("cancelled") else "postponed"
    if any(c.has("scheduled") and 0 <= c.i - cue[1] <= 2 for c in scene.cues):
        return "planned"  # "the meeting scheduled for June"
    verbs = [cue] + [(c.i, c.j) for c in scene.cues if c.has(*_TOLD_BY) and 0 <= c.i - cue[1] <= 40]
    for i, j in verbs:
        if any(c.has("future") and i - 6 <= c.i < j for c in scene.cues):
            return "planned"
    begins = [c for c in scene.cues if c.has("travel", "support") and 0 <= cue[0] - c.j <= 6]
    if any(c.has("future") and 0 <= b.i - c.j <= 2 for b in begins[-1:] for c in scene.cues):
        return "planned"  # "will embark on a two-day official visit"
    return "held"


def is_resolved(reading: Reading, h: Happening) -> bool:
    """Whether people only agree to do something one day: "agreed to hold a dialogue", "ont convenu de tenir"."""
    words = reading.pack.words("resolved")
    before = range(max(0, h.i - 3), h.i)
    return not h.nominal and any(
        reading.norm(k) in words or f"{reading.norm(k)} {reading.norm(k + 1)}" in words for k in before
    )


def is_past(reading: Reading, scene: Scene, h: Happening, event: Event, published: PartialDate | None) -> bool:
    """Whether the text only recalls an event: an old date, a word of the past, a pluperfect."""
    near = [
        d.date
        for d in scene.dates
        if d.date and abs(d.i - h.i) <= 25 and d.i not in _named(scene) and not _since(reading, d)
    ]
    told = [event.date] if event.date else near
    if published is not None and told and all((published.start - d.end).days > _OLD for d in told):
        return True
    before = {reading.norm(k) for k in range(max(scene.sentence.first, h.i - 2), h.i)}
    pluperfect = reading.pack.words("pluperfect")
    if h.form.endswith("_by") or h.form == "passive":
        pluperfect -= reading.pack.words("copulas")  # "était présidée par" only describes
    gone = before & pluperfect and not _quoted(reading, scene, h)
    if gone and not h.cue.has("support") and reading.norm(h.i) not in pluperfect:
        return True
    if event.date is not None and event.date.day and published is not None:
        return False
    first = scene.sentence.first  # "Last year, Minister X of … and Minister Y of … signed"
    opens = any(c.has("past") and c.i - first <= 1 and c.i < h.i <= c.i + 30 for c in scene.cues)
    return opens or any(c.has("past") and -12 <= c.i - h.i <= 25 for c in scene.cues)


def _quoted(reading: Reading, scene: Scene, h: Happening) -> bool:
    """Whether words of speech turn a past into a pluperfect: "a ajouté qu'il avait rencontré X"."""
    that, speech = reading.pack.words("that"), reading.pack.words("speech")
    ahead = range(max(scene.sentence.first, h.i - 8), h.i)
    mark = next((k for k in reversed(ahead) if reading.norm(k) in that), None)
    if mark is None and reading.pack.get("prefixed"):  # "said the two leaders had met"
        mark = h.i - 2
    return mark is not None and any(reading.norm(k) in speech for k in range(max(scene.sentence.first, mark - 3), mark))


def _since(reading: Reading, date: DateMention) -> bool:
    """Whether a date only says since when something has not happened: "the first visit since 2011"."""
    return reading.norm(date.i - 1) in reading.pack.words("since") and date.date is not None and not date.date.day
