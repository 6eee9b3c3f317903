"""What words beside a name say of a person's country: a membership, whom somebody represents, where he is met."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.facts.clues import PLACES, Clue, Standing, in_row
from loaders.facts.persons import Person
from loaders.language.sentences import Sentence
from loaders.mentions.agencies.places import nation
from loaders.mentions.reading import Hit, Reading


def membership_clues(reading: Reading, person: Person) -> Iterator[Clue]:
    """A membership tells the country of its party or council: membre du Comité central du Parti communiste chinois."""
    for mention in person.mentions:
        for title in (*mention.before, *mention.after):
            if title.holds_for != "none" or title.office == "spouse":
                continue
            last = min(reading.last_of(title.i), title.j + 9)
            end = next((k for k in range(title.j, last) if not reading.tokens[k].word), last)
            for place in reading.phrases(title.i, end, "country", "demonym"):
                yield Clue(person.id, place.entry.key, 6)


def place_clues(reading: Reading, sentence: Sentence, here: list[Standing]) -> Iterator[Clue]:
    """Whom somebody meets at a place told before is of it: "he flew from Islamabad, Pakistan, where he met X and Y"."""
    words = reading.pack.words("where")
    for k in range(sentence.first, sentence.last):
        if reading.norm(k) not in words:
            continue
        n = k - (reading.norm(k - 1) == ",")
        place = reading.hit_before(n, "country", "capital", "city")
        behind = [s for s in here if k < s.i <= k + 25]
        met = behind and (
            behind[0].i - k <= 9
            or any(
                reading.hit(m, "meet", "event") or reading.norm(m) in reading.pack.words("with")
                for m in range(k, behind[0].i)
            )
        )
        if place and met and place.i >= sentence.first:
            for s in in_row(behind):
                yield Clue(s.person, place.entry.key, 4)


def deputy_clues(reading: Reading, sentence: Sentence, here: list[Standing]) -> Iterator[Clue]:
    """Who represents a country is of it: "X represented Grenada", "the Bahamas was represented by X"."""
    for hit in reading.phrases(sentence.first, sentence.last, "stands_for"):
        if hit.entry.key == "by":
            place = reading.hit_before(hit.i - 1, *PLACES[:3]) or reading.hit_before(hit.i, *PLACES[:3])
            behind = [s for s in here if hit.j <= s.i <= hit.j + 4]
            if place and behind:
                yield Clue(behind[0].person, place.entry.key, 6)
            continue
        place = nation(reading, reading.past(hit.j, min(hit.j + 2, sentence.last), "the"))
        before = [s for s in here if s.j <= hit.i]
        if place and before and hit.i - before[-1].j <= 12 and not _owns(reading, place):
            yield Clue(before[-1].person, place.entry.key, 6)


def _owns(reading: Reading, place: Hit) -> bool:
    """Whether a country is only whose body or office follows: "represented the Kenyan ministry", "Kenya's army"."""
    token = reading.tokens[place.j] if place.j < len(reading.tokens) else None
    return place.entry.slot == "demonym" or (token is not None and (token.text in "'’" or (token.cap and token.word)))
