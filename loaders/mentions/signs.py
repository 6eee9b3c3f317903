"""Words of signing, agreeing, negotiating and carrying out, each with whether it is done, still to come or denied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from loaders.language.sentences import Sentence
from loaders.language.values import dataclass
from loaders.mentions.reading import Hit, Reading

SLOTS = (
    "sign", "signed", "signed_by", "signing", "reached", "used", "intent", "invoked", "upgrade", "negation", "done",
    "witness",
)  # fmt: skip
_EVENTS = ("meet", "co_chair", "chair", "travel", "attend")
_COVERS = ("no_event", "office", "not_agreement")
_SUBJECTS = ("sides", "people_sides")
_FAR = 8
_NEAR = 3
_WISH = 32
_SENTENCE = 160
_SUBJECT = 80


@dataclass(frozen=True, slots=True)
class SignCue:
    """A phrase about an agreement at tokens i to j, with the slots that it fills: {slot: key}.

    ``form`` of a word of signing is active, passive or noun; ``standing`` is done, future or not (denied).
    """

    i: int
    j: int
    slots: dict[str, str]
    form: str = ""
    standing: str = "done"

    def has(self, *slots: str) -> bool:
        """Whether the phrase fills one of the slots."""
        return not self.slots.keys().isdisjoint(slots)

    @property
    def signs(self) -> bool:
        """Whether the words are of signing itself."""
        return self.form != ""


def find_cues(reading: Reading, s: Sentence, closed: Container[int]) -> list[SignCue]:
    """The cues of one sentence, from left to right; names, bodies and offices (thư ký) are closed to them."""
    plain: list[SignCue] = []
    end = s.first
    for k in reading.starts(s.first, s.last, *SLOTS, *_COVERS):
        if k < end:
            continue
        cover = reading.hit(k, *_COVERS)
        hits = [h for h in reading.hits[k] if h.entry.slot in SLOTS and h.j <= s.last] if k not in closed else []
        longest = hits[0].j if hits else k + 1
        if cover and cover.j > longest:
            end = cover.j
            continue
        if hits:
            plain.append(_cue(hits, k, longest))
        # "witnessed the signing of" holds both
        end = k + 1 if hits and plain[-1].slots.keys() <= {"witness"} else longest
    if not plain:
        return []
    bars = _bars(reading, s, closed)
    return [_judged(reading, plain, n, s, closed, bars) for n in range(len(plain))]


def _cue(hits: list[Hit], i: int, j: int) -> SignCue:
    slots: dict[str, str] = {}
    for h in hits:
        if h.j == j and (h.entry.slot not in slots or h.entry.key == "proposed"):
            slots[h.entry.slot] = h.entry.key
    return SignCue(i, j, slots)


def _judged(reading: Reading, cues: list[SignCue], n: int, s: Sentence, closed: Container[int], bars: _Bars) -> SignCue:
    cue = cues[n]
    if cue.has("sign", "signed", "signed_by"):
        form = _voice(reading, cue, s.first, closed)
    elif cue.has("signing"):
        start = _performed(reading, cue, s.first)
        form = "noun" if start is None else "active"
        cue = cue if start is None else SignCue(start, cue.j, cue.slots)
    else:
        form = ""
    if form or cue.has("reached", "upgrade"):
        return SignCue(cue.i, cue.j, cue.slots, form, _standing(reading, cues, n, s, bars, form))
    return cue


def _performed(reading: Reading, cue: SignCue, first: int) -> int | None:
    """Where the verb stands that makes a noun an act of its subject: "ont procédé mardi à la signature"."""
    words = reading.pack.words("accord.performs")
    return next((k for k in range(cue.i - 1, max(first, cue.i - 14) - 1, -1) if reading.norm(k) in words), None)


def _voice(reading: Reading, cue: SignCue, first: int, closed: Container[int]) -> str:
    """Active or passive: "was signed", "a été signé", "được … ký" against "signed", "a signé", "đã ký"."""
    pack = reading.pack
    if cue.has("signed_by"):
        return "passive"
    left = 9 if pack.get("direct") else _NEAR + 1
    for k in range(cue.i - 1, max(first, cue.i - _SUBJECT) - 1, -1):
        if k in closed and pack.get("direct"):
            continue
        word = reading.norm(k)
        if left == 0 or reading.tokens[k].text in ",;:.":
            break
        if word in pack.words("accord.be"):
            return "passive"
        if word in pack.words("accord.have"):
            return "active"
        left -= 1
    return "passive" if cue.has("signed") else "active"


def _standing(reading: Reading, cues: list[SignCue], n: int, s: Sentence, bars: _Bars, form: str) -> str:
    """What the words before say: nearest first, none beyond a semicolon or the subject of another clause."""
    cue = cues[n]
    key = cue.slots.get("sign", "")
    said = key == "done" and form == "active"
    for other in reversed(cues[max(0, n - 24) : n]):
        gap = cue.i - other.j
        if gap > _SENTENCE or bars.between(other.j, cue.i, gap > _NEAR):
            break
        if other.has("negation") and gap <= _NEAR:
            return "not"
        if other.has("done") and gap <= _NEAR and not other.has("intent"):
            ends = form == "noun" and other.slots.get("done") == "done"  # "the talks will end with the signing of"
            return "future" if ends and _coming(reading, other.i, s) else "done"
        if cue.has("upgrade") and _agreed(reading, other):
            return "done"
        far = form != "passive" and not said and (gap <= _FAR or reading.pack.get("direct"))
        if other.has("intent") and (gap <= _NEAR or far):
            return "done" if (said and gap > 1) or _purpose(reading, other, s, cues) else "future"
    if key == "base" and form == "active" and _wished(reading, cues[:n], cue, bars):
        return "future"
    if key in ("infinitive", "base") and (purpose := _purpose_before(reading, cues[:n])):
        return "done" if _purpose(reading, purpose, s, cues) else "future"
    return "future" if key == "infinitive" else "done"


def _wished(reading: Reading, cues: list[SignCue], cue: SignCue, bars: _Bars) -> bool:
    """Whether it is wished, whoever is to do it: "mong muốn trong năm 2020, Bộ trưởng X sang ký"."""
    words = reading.pack.words("accord.wish")
    return any(
        c.has("intent")
        and cue.i - c.j <= _WISH
        and not bars.between(c.j, cue.i, False)
        and any(reading.norm(k) in words for k in range(c.i, c.j))
        for c in cues[-8:]
    )


def _purpose_before(reading: Reading, cues: list[SignCue]) -> SignCue | None:
    """The "to" of "met to review … and sign", however far before."""
    words = reading.pack.words("accord.purpose")
    return next((c for c in reversed(cues) if c.j - c.i == 1 and reading.norm(c.i) in words), None)


def _coming(reading: Reading, k: int, s: Sentence) -> bool:
    """Whether the clause before is of the future: "the talks will end with the signing of"."""
    return any(reading.hit(n, "future") for n in range(max(s.first, k - 14), k))


def _agreed(reading: Reading, cue: SignCue) -> bool:
    """Whether two sides agreed on it there and then: "nhất trí nâng cấp", "agreed to elevate"."""
    words = reading.pack.words("accord.agreed")
    return any(reading.norm(k) in words for k in range(cue.i, cue.j))


def _purpose(reading: Reading, cue: SignCue, s: Sentence, cues: list[SignCue]) -> bool:
    """Whether a meeting that was held served to sign: "ont tenu une réunion … et signer", "met on Monday to sign"."""
    if cue.j - cue.i > 1 or reading.norm(cue.i) not in reading.pack.words("accord.purpose"):
        return False
    if any(c.j <= cue.i and c.has("intent") for c in cues):
        return False
    return any(reading.hit(k, *_EVENTS) and not reading.hit(k, "future") for k in range(s.first, cue.i))


@dataclass(frozen=True, slots=True)
class _Bars:
    """Where a clause ends in one sentence: stops that always end it, and the subjects of other clauses."""

    stops: list[int]
    subjects: list[int]

    def between(self, i: int, j: int, far: bool) -> bool:
        """Whether something stands between tokens i and j that words at j do not reach beyond."""
        rows = (self.stops, self.subjects) if far else (self.stops,)
        return any(bisect_left(row, i) < bisect_left(row, j) for row in rows)


def _bars(reading: Reading, s: Sentence, closed: Container[int]) -> _Bars:
    stops, subjects = [], []
    marks = {":", "(", ")"} if reading.pack.get("direct") else {";", ":", "(", ")"}
    sides = set(reading.starts(s.first, s.last, *_SUBJECTS))
    for k, token in enumerate(reading.tokens[s.first : s.last], s.first):
        if token.text in marks:
            stops.append(k)
        elif (token.cap and k in closed and not token.text.isupper()) or k in sides:
            subjects.append(k)
    return _Bars(stops, subjects)
