"""Where a visit leads, and whose visit a noun speaks of."""

from __future__ import annotations

from loaders.facts.events.actors import Stage
from loaders.facts.events.phrases import Happening
from loaders.facts.places import compound
from loaders.facts.scene import Actor
from loaders.mentions.reading import Hit, Reading

_TOWNS = ("capital", "city", "weak_city")


def destinations(reading: Reading, stage: Stage, h: Happening) -> list[tuple[str | None, str, int]]:
    """(place, country, end) of the places behind a word of travel; several where they are listed."""
    out: list[tuple[str | None, str, int]] = []
    last = stage.scene.sentence.last
    k, limit = h.cue.j, min(_reach(stage, h), last)
    acts = {
        c.i
        for c in stage.scene.cues
        if c.i >= k and c.has("attend", "meet", "sign", "co_chair", "chair", "travel", "tour")
    }
    while k < limit and k not in acts:
        hit = reading.hit(k, "country", "weak_country", *_TOWNS) or _seat(reading, k)
        if hit is not None and hit.entry.slot == "weak_country" and compound(reading, hit.j):
            hit = None
        if hit is None or any(a.i <= k < a.j for a in stage.scene.actors):
            if out and not _between(reading, k):
                break
            if not out and reading.tokens[k].text in ".;:":
                break
            k += 1
            continue
        town = hit.entry.slot in _TOWNS
        if out and out[-1][1] == hit.entry.key:  # "Hanoi, Vietnam"
            out[-1] = (out[-1][0] or (reading.slice(hit.i, hit.j) if town else None), hit.entry.key, hit.j)
        else:
            out.append((reading.slice(hit.i, hit.j) if town else None, hit.entry.key, hit.j))
        k, limit = hit.j, min(hit.j + 5, last)
    return out


def _reach(stage: Stage, h: Happening) -> int:
    """How far behind a word of travel its place may stand: a date or who was led may lie between."""
    limit = h.cue.j + 9
    between = [(c.i, c.j) for c in stage.scene.cues if c.has("lead", "delegation")]
    between += [(d.i, d.j) for d in stage.scene.dates]
    return limit + sum(min(j - i + 1, 6) for i, j in between if h.cue.j <= i < limit)


def _seat(reading: Reading, k: int) -> Hit | None:
    """A capital told by whose it is: "the Burkinabe capital", "la capitale burkinabè"."""
    hit, words = reading.hit(k, "demonym"), reading.pack.words("seat_words")
    return hit if hit is not None and (reading.norm(hit.j) in words or reading.norm(hit.i - 1) in words) else None


def _between(reading: Reading, k: int) -> bool:
    pack, token = reading.pack, reading.tokens[k]
    return token.text in ",('" or token.norm in pack.words("and") | pack.words("the") | pack.words(
        "place_words"
    ) | pack.words("place_nouns") | pack.words("of")


def stay(reading: Reading, stage: Stage, h: Happening) -> list[tuple[str | None, str, int]]:
    """The place right before a noun of visit: "is in Iran on a day-long visit", "đang ở Hà Nội trong chuyến thăm"."""
    words = reading.pack.words("on_visit") | reading.pack.words("the")
    if h.form != "noun" or not any(reading.norm(k) in words for k in range(max(0, h.cue.i - 6), h.cue.i)):
        return []
    near = [p for p in stage.scene.places if 0 <= h.cue.i - p.j <= 6]
    return [
        (p.name, p.country, h.cue.j) for p in near[-1:] if not any(p.j <= a.at < h.cue.i for a in stage.scene.actors)
    ]


def site(reading: Reading, stage: Stage, h: Happening) -> tuple[int, int] | None:
    """The house or work that is visited: "visited the Anti-Scam Centre", "thăm Trung tâm huấn luyện …"."""
    pack, last = reading.pack, stage.scene.sentence.last
    k = h.cue.j
    while k < min(h.cue.j + 4, last) and (
        reading.norm(k) in pack.words("the") | pack.words("place_words") | pack.words("of")
        or reading.tokens[k].text == "'"
    ):
        k += 1
    if k >= last or any(a.i <= k < a.j for a in stage.scene.actors):
        return None
    if not (reading.tokens[k].cap or reading.norm(k) in pack.words("sites")) or reading.hit(k, "country", *_TOWNS):
        return None
    weak = reading.hit(k, "weak_country")
    if weak is not None and not compound(reading, weak.j):
        return None
    j, stops = k + 1, pack.words("left_stop") | pack.words("tail_stop") | pack.words("and")
    while j < min(k + 12, last) and reading.tokens[j].word and reading.norm(j) not in stops - pack.words("of"):
        j += 1
    return (k, j) if j - k >= 2 or reading.tokens[k].cap else None


def _behind_comma(reading: Reading, stage: Stage, h: Happening) -> list[Actor]:
    """The first person behind the comma that ends a phrase: "during his visit to Oman, Minister X met"."""
    for a in stage.free(h.cue.j, stage.scene.sentence.last):
        if any(t.text == "," for t in reading.tokens[h.cue.j : a.i]):
            return [a]
    return []


def _owns(reading: Reading, actor: Actor) -> bool:
    """Whether a word right before a name makes a visit theirs: "the visit of the minister X"."""
    marks = reading.pack.words("owner_marks")
    for k in range(actor.i - 1, actor.i - 4, -1):
        if reading.norm(k) in marks:
            return True
        if reading.tokens[k].text == ",":
            return False
    return False


def from_there(actor: Actor, country: str) -> bool:
    """Whether the text says that somebody is of the country that they are said to be in."""
    return any((t.agency and t.agency.country == country) or t.country == country for t, _ in actor.person.titles)


def traveller(reading: Reading, stage: Stage, h: Happening, left: list[Actor]) -> tuple[list[Actor], bool]:
    """Whose visit a noun speaks of, and whether it is only owned.

    Owned: "the visit of X", "X's visit". Else told: "X is on a visit", "during his visit, X …".
    """
    pack, scene = reading.pack, stage.scene
    acts = [
        c.i for c in scene.cues if c.i >= h.cue.j and c.has("meet", "passive", "attend", "sign", "chair", "co_chair")
    ]
    made = range(h.cue.j, min(h.cue.j + 7, scene.sentence.last))
    by = next((k for k in made if reading.norm(k) in pack.words("agent")), None)
    if by is not None and any(reading.norm(k) in pack.words("made_by") for k in range(h.cue.j, by)):
        return stage.free(by, min(by + 12, scene.sentence.last))[:1], False  # "the visit paid to Paris by X"
    for a in stage.free(h.cue.j, min([h.cue.j + 16, scene.sentence.last, *acts]))[:1]:
        if _owns(reading, a):
            by = any(reading.norm(k) in pack.words("agent") for k in range(max(h.cue.j, a.i - 3), a.i))
            return [a], not by  # "follows the visit to Rwanda by Police Chief X"
    for a in scene.between(scene.sentence.first, h.cue.i)[-1:]:
        gap = [reading.norm(k) for k in range(a.j, h.cue.i)]
        if len(gap) <= 6 and gap[:1] == ["'"] and set(gap) & pack.words("possessive"):
            return [a], True
    dashed = any(reading.tokens[k].text == "-" for k in range(max(0, h.cue.i - 3), h.cue.i))  # "on a two-day visit"
    lead = {reading.norm(k) for k in range(max(scene.sentence.first, h.cue.i - 4 - 2 * dashed), h.cue.i)}
    put_off = any(c.has("cancelled", "postponed") and 0 <= h.cue.i - c.j <= 2 for c in scene.cues)
    told = {reading.norm(k) for k in range(left[-1].j, h.cue.i)} if left and left[-1].j <= h.cue.i else set()
    after = _behind_comma(reading, stage, h) if told & pack.words("reporting") else []
    if after and lead & pack.words("on_visit"):  # "X said that during his visit to Oman, Minister Y met"
        return after, False
    there = lead & pack.words("stay_words") and stay(reading, stage, h)  # "was in Honiara for an official visit"
    if (lead & pack.words("on_visit") or put_off or there) and left:
        return left, False
    if lead & (pack.words("at") | pack.words("on_visit")) and not scene.between(scene.sentence.first, h.cue.i):
        return _behind_comma(reading, stage, h), False
    return [], False
