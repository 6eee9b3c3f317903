"""What an event is called: the full name of a conference or dialogue around its noun."""

from __future__ import annotations

from loaders.facts.scene import Cue, Scene
from loaders.mentions.reading import Reading

_ENDS = ("took_place", "co_chair", "co_chaired_by", "chair", "chaired_by", "attended_by")


def name_span(reading: Reading, noun: Cue, scene: Scene) -> tuple[int, int]:
    """The full name of a conference or dialogue around its noun: ordinals before it, what it is of or on behind it."""
    return _front(reading, noun, scene), _tail(reading, noun, scene)


def opens(reading: Reading, noun: Cue) -> bool:
    """Whether a ceremony only opens or closes a conference."""
    return any(reading.norm(k) in reading.pack.words("opening_words") for k in range(noun.i, noun.j))


def _front(reading: Reading, noun: Cue, scene: Scene) -> int:
    """Where the name begins: ordinals and numbers; in English every word back to the article."""
    pack = reading.pack
    prefixed = bool(pack.get("prefixed"))
    ordinals = pack.words("ordinals", "ordinal_suffixes")
    closed = pack.words("the", "at", "of", "and", "by", "with")
    acts = {k for c in scene.cues if not c.has("event", "online") for k in range(c.i, c.j)}
    acts |= {k for a in scene.actors for k in range(a.i, a.j)}
    i = k = noun.i
    while k > max(scene.sentence.first, noun.i - 9):
        token = reading.tokens[k - 1]
        numeral = token.text.isdigit() or token.norm in ordinals
        loose = prefixed and token.norm not in closed and k - 1 not in acts
        if not (numeral or loose or token.text in "-–'’"):
            break
        k -= 1
        if numeral or (loose and token.cap):
            i = k
    bound = k > scene.sentence.first and reading.norm(k - 1) in pack.words("the") | pack.words("at")
    return k if prefixed and bound else i


def _tail(reading: Reading, noun: Cue, scene: Scene) -> int:
    """Where the name ends: at a stop, a date, a name of a person, or a verb."""
    pack = reading.pack
    stops, own = pack.words("tail_stop", "left_stop", "speech"), pack.words("genitive")
    j, last = noun.j, min(scene.sentence.last, noun.j + 24)
    spans = [(d.i, d.j) for d in scene.dates] + [(a.i, a.j) for a in scene.actors]
    spans += [(c.i, c.j) for c in scene.cues if c.i >= noun.j and c.has(*_ENDS)]
    taken = {k for a, b in spans for k in range(a, b)}
    leads = pack.words("name_starts")
    if leads and j < last and reading.tokens[j].word and not reading.tokens[j].cap and reading.norm(j) not in leads:
        return j  # "the meeting focused on": a verb
    while j < last:
        token = reading.tokens[j]
        numbered = reading.norm(j - 1) in pack.words("ordinal_leads")  # "lần thứ hai": the number is no other word
        stop = token.norm in stops and token.norm not in own
        if token.text in ',.;:()"“”»«' or j in taken or (stop and not token.cap and not numbered):
            break
        if not (token.word or token.text.isdigit() or token.text in "-–'’/+&"):
            break
        j += 1
    loose = pack.words("of", "the", "and", "day_words", "at", "between", "with", "by")
    while j > noun.j:
        token = reading.tokens[j - 1]
        if (token.word or token.text.isdigit()) and token.norm not in loose:
            break
        j -= 1
    return j
