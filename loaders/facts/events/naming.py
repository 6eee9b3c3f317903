"""What an event is called: the full name of a conference or dialogue around its noun."""

from __future__ import annotations

from loaders.facts.scene import Cue, Scene
from loaders.mentions.reading import Reading


def name_span(reading: Reading, noun: Cue, scene: Scene) -> tuple[int, int]:
    """The full name of a conference or dialogue around its noun: ordinals before it, what it is of or on behind it."""
    return _front(reading, noun, scene), _tail(reading, noun, scene)


def _front(reading: Reading, noun: Cue, scene: Scene) -> int:
    """Where the name begins: ordinals and numbers; in English every word back to the article."""
    pack = reading.pack
    ordinals = {pack.form(str(w)) for w in pack.get("ordinals")}
    closed = pack.words("the") | pack.words("at") | pack.words("of") | pack.words("and") | pack.words("by") | pack.words("with")
    acts = {k for c in scene.cues if not c.has("event", "online") for k in range(c.i, c.j)} | {k for a in scene.actors for k in range(a.i, a.j)}
    i = k = noun.i
    while k > max(scene.sentence.first, noun.i - 9):
        token = reading.tokens[k - 1]
        numeral = token.text.isdigit() or token.norm in pack.words("ordinal_suffixes") or token.norm in ordinals
        capital = token.cap and pack.get("prefixed") and token.norm not in closed
        loose = pack.get("prefixed") and token.norm not in closed and k - 1 not in acts
        if not (numeral or loose or token.text in "-–'’"):
            break
        k -= 1
        if numeral or capital:
            i = k
    bound = k > scene.sentence.first and (reading.norm(k - 1) in pack.words("the") or reading.norm(k - 1) in pack.words("at"))
    return k if pack.get("prefixed") and bound else i


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
