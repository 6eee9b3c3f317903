"""Where a sentence says that something takes place: towns, countries, the seats of bodies."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.language.sentences import Sentence
from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.reading import Hit, Reading


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens i to j name a city or country in which something can take place."""

    i: int
    j: int
    name: str | None
    country: str


def towns(reading: Reading, s: Sentence, closed: set[int]) -> list[Place]:
    """Towns and countries in which a sentence says that something is; none inside the tokens ``closed``."""
    out = []
    end, slots = s.first, ("capital", "city", "country", "weak_country", "weak_city")
    for k in reading.starts(s.first, s.last, *slots):
        hit = reading.hit(k, *slots) if k not in closed and k >= end else None
        if hit is None or (hit.entry.slot == "weak_country" and compound(reading, hit.j)):
            continue
        if _led_in(reading, hit, s.first) or _hosts(reading, hit):
            town = hit.entry.slot in ("capital", "city", "weak_city")
            out.append(Place(hit.i, hit.j, reading.slice(hit.i, hit.j) if town else None, hit.entry.key))
        end = hit.j
    return sorted([*out, *_areas(reading, s, closed)], key=lambda p: p.i)


def _areas(reading: Reading, s: Sentence, closed: set[int]) -> list[Place]:
    """Towns and provinces that no list holds, told with their country: "in the Malaysian state of Sabah"."""
    words, leads = reading.pack.words("area_words"), reading.pack.words("place_words")
    out = []
    for k in reading.starts(s.first, s.last, "demonym"):
        hit = reading.hit(k, "demonym")
        if hit is None or k in closed:
            continue
        area = reading.norm(hit.j) in words if reading.pack.get("prefixed") else reading.norm(k - 1) in words
        ahead = range(max(s.first, k - 5), k)
        if area and any(reading.norm(n) in leads and not _stopped(reading, n, k) for n in ahead):
            out.append(Place(k, hit.j, None, hit.entry.key))
    return out


def _stopped(reading: Reading, i: int, j: int) -> bool:
    return any(not reading.tokens[n].word and reading.tokens[n].text not in "'’-" for n in range(i, j))


def _hosts(reading: Reading, hit: Hit) -> bool:
    """Whether a country holds what happens in it: "Qatar hosted the 5th meeting", "Le Sénégal a abrité"."""
    if hit.entry.slot not in ("country", "weak_country"):
        return False
    words, aside = reading.pack.words("hosting"), reading.pack.words("auxiliaries") | reading.pack.words("day_words")
    k = hit.j
    while k < hit.j + 4 and (reading.norm(k) in aside or reading.hit(k, "future")):
        k += 1
    return reading.norm(k) in words


def compound(reading: Reading, k: int) -> bool:
    """Whether a word that is only sometimes a country goes on at token k as another word: "Trung tâm"."""
    pack = reading.pack
    if not pack.get("direct") or k >= len(reading.tokens) or not reading.tokens[k].word or reading.tokens[k].cap:
        return False
    known = ("day_words", "place_words", "and", "at", "of", "left_stop", "tail_stop")
    return not any(reading.norm(k) in pack.words(slot) for slot in known)


def houses(reading: Reading, s: Sentence, seats: Sequence[tuple[AgencyMention, str | None]]) -> list[Place]:
    """Seats of bodies in which something takes place: "tại trụ sở Bộ Công an", "at the Ministry of Defence"."""
    words = [reading.pack.words(w) for w in ("house_words", "the", "sites", "of")]
    out = []
    for m, country in seats:
        k = m.i - 1
        while (
            k > max(s.first, m.i - 5)
            and reading.norm(k) not in words[0]
            and any(reading.norm(k) in w for w in words[1:])
        ):
            k -= 1
        if country and k >= s.first and reading.norm(k) in words[0]:
            out.append(Place(m.i, m.j, None, country))
    return out


def _town(reading: Reading, k: int) -> bool:
    """Whether a capitalised word can be a town that no list holds: no day or month, name or office."""
    known = reading.pack.words("months_list") | reading.pack.words("not_names") | set(reading.pack.get("weekdays"))
    if reading.tokens[k].cap and reading.norm(k) in reading.pack.words("venues"):
        return True
    if not reading.tokens[k].cap or reading.norm(k) in known:
        return False
    return not reading.hit(k, "office", "name", "family", "body", "type", "agency", "forum", "rank", "honorific")


def _led_in(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a word of place leads in: in Hanoi, tại Thủ đô Jakarta, à Rome, or a town before it."""
    words = reading.pack.words("place_words")
    for k in range(hit.i - 1, max(first, hit.i - 9) - 1, -1):
        token = reading.tokens[k]
        if token.norm in words:
            return True
        town = reading.hit_before(k, "capital", "city") if token.text == "," else None
        if town:
            return not reading.pack.get("prefixed") or _led_in(reading, town, first)
        if token.text == "," and reading.pack.get("prefixed") and _town(reading, k - 1):
            continue  # "held in Chilanga, Zambia"
        if not (
            token.norm in reading.pack.words("place_nouns")
            or token.norm in reading.pack.words("the")
            or token.text == "'"
            or token.cap
        ):
            return False
    return False
