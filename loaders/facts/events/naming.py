"""What an event is called: the full name of a conference or dialogue around its noun."""

from __future__ import annotations

from loaders.facts.scene import Cue, Scene
from loaders.mentions.reading import Reading


def name_span(reading: Reading, noun: Cue, scene: Scene) -> tuple[int, int]:
    """The full name of a conference or dialogue around its noun: ordinals before it, what it is of or on behind it."""
    return _front(reading, noun, scene), _tail(reading, noun, scene)


def _front(reading: Reading, noun: Cue, scene: Scene) -> int:
    pack = reading.pack
    ordinals = {pack.form(str(w)) for w in pack.get("ordinals")}
    i = noun.i
    while i > scene.sentence.first:
        token = reading.tokens[i - 1]
        numeral = token.text.isdigit() or token.norm in pack.words("ordinal_suffixes") or token.norm in ordinals
        capital = token.cap and pack.get("prefixed") and token.norm not in pack.words("the") and token.norm not in pack.words("at")
        if not (numeral or capital or (token.text in "-–" and reading.glued(i))):
            break
        i -= 1
    return i


def _tail(reading: Reading, noun: Cue, scene: Scene) -> int:
    pack = reading.pack
    stops = pack.words("tail_stop") | pack.words("left_stop")
    j, last = noun.j, min(scene.sentence.last, noun.j + 24)
    taken = {k for d in scene.dates for k in range(d.i, d.j)} | {k for a in scene.actors for k in range(a.i, a.j)}
    taken |= {k for c in scene.cues if c.i >= noun.j and c.has("took_place", "co_chair", "co_chaired_by", "chair", "chaired_by", "attended_by") for k in range(c.i, c.j)}
    while j < last:
        token = reading.tokens[j]
        if token.text in ",.;:()\"“”»«" or j in taken or (token.norm in stops and token.norm not in pack.words("genitive") and not token.cap):
            break
        if not (token.word or token.text.isdigit() or token.text in "-–'’/+&"):
            break
        j += 1
    loose = pack.words("of") | pack.words("the") | pack.words("and") | pack.words("day_words") | pack.words("at")
    while j > noun.j and ((not reading.tokens[j - 1].word and not reading.tokens[j - 1].text.isdigit()) or reading.norm(j - 1) in loose):
        j -= 1
    return j
