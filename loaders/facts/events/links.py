"""The words that lead the other side of a verb in, its "with" or "by", with bounded matter between."""

from __future__ import annotations

from loaders.facts.scene import Cue, Scene
from loaders.mentions.reading import Reading

PASSIVE = {"sign": "signed_by", "chair": "chaired_by", "co_chair": "co_chaired_by"}
_ACTS = ("meet", "attend", "attended_by", "travel", "sign", "co_chair", "chair")


def connector(reading: Reading, scene: Scene, start: int, slot: str, reach: int) -> int | None:
    """The word that leads in the other side, within reach and before anybody or another verb stands."""
    words, end = reading.pack.words(slot), start + reach
    spans = [*((d.i, d.j) for d in scene.dates), *((p.i, p.j) for p in scene.places)]
    end += sum(b - a for a, b in spans if start <= a < end)  # days and places do not count
    end = min(end, scene.sentence.last)
    if not reading.says(start, end, words):
        return None
    speech, stops = reading.pack.words("speech"), reading.pack.words("left_stop")
    taken = {a.i for a in scene.actors} | {c.i for c in scene.cues if start <= c.i < end and c.has(*_ACTS)}
    for k, token in enumerate(reading.tokens[start:end], start):
        word = token.norm
        if word in words:
            return k
        if k in taken or token.text in ".;:" or word in speech or word in stops:
            return None
    return None


def agent(reading: Reading, scene: Scene, start: int, reach: int) -> int | None:
    """The "by" that belongs to a verb: none inside "headed by", "by phone", or behind a delegation."""
    by = connector(reading, scene, start, "agent", reach)
    if by is None or any(
        c.i <= by < c.j or (c.has("online") and c.i == by + 1) or (c.has("delegation", "event") and start <= c.i < by)
        for c in scene.cues
    ):
        return None
    return by


def done_by(reading: Reading, scene: Scene, cue: Cue, form: str | None) -> int | None:
    """The "by" of a passive with matter inside: "was signed on Tuesday in Rome by", "présidée, côté malien, par"."""
    if form not in PASSIVE:
        return None
    by = connector(reading, scene, cue.j, "agent", 16)
    if by is None or any(cue.j <= g.i < by for g in scene.agreements):
        return None
    inside = (c for c in scene.cues if cue.j <= c.i <= by + 1)
    return None if any((c.has("event") and c.i < by) or c.has("online") or c.i <= by < c.j for c in inside) else by


def of_two(reading: Reading, scene: Scene, cue: Cue) -> int | None:
    """The "of" of "the meeting of X and Y", "la rencontre de X avec Y", where two people are listed behind it."""
    pack, k = reading.pack, cue.j
    row = [a for a in scene.actors if a.at > k][:2]
    if reading.norm(k) not in pack.words("genitive") or len(row) < 2 or row[0].i - k > 3:
        return None
    gap = [reading.norm(n) for n in range(row[0].j, row[1].i)]
    joined = len(gap) <= 4 and set(gap) & (pack.words("and") | pack.words("with"))
    return k if joined else None
