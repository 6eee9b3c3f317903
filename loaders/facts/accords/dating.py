"""When an agreement was signed, as far as the clause that says so has a date."""

from __future__ import annotations

from loaders.facts.accords.accord import Accord
from loaders.facts.scene import Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.dates import DateMention
from loaders.mentions.signs import SignCue

_NEAR = 14


def note_date(scene: Scene, mention: AgreementMention, accord: Accord) -> None:
    """Take the date nearest to the word of signing, never one that belongs to the name (a plan for 2024)."""
    cues = [c for c in (*mention.after, *mention.before) if c.signs and c.standing == "done"]
    if accord.date is not None or not cues:
        return
    cue = cues[0]
    gaps = {k for i, j in mention.gaps for k in range(i, j)}
    free = [d for d in scene.dates if d.date and (d.i in gaps or not mention.i <= d.i < mention.j)]
    others = [g for g in scene.agreements if g is not mention and not g.inside and not g.i <= mention.i < g.j]
    free = [d for d in free if not any(g.i <= d.i < g.j for g in others)]

    def _day_before(date: DateMention, by: SignCue) -> bool:
        return by in mention.before and date.date is not None and (date.date.precision == "day" or by.i - date.j <= 6)

    def distance(date: DateMention) -> int:
        return date.i - cue.j if date.i >= cue.j else cue.i - date.j + 2

    near = [
        d
        for d in free
        if (distance(d) <= _NEAR and d.i >= cue.i) or (d.i < cue.i and _day_before(d, cue)) or d.i in gaps
    ]
    if cue in mention.after:
        near = [d for d in near if d.i >= cue.i and not any(cue.j <= g.i < d.i for g in others)] or [
            d for d in near if mention.j <= d.i
        ]
    if near:
        accord.date = min(near, key=distance).date
