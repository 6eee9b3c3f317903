"""Which country "the host country" is: the place that was told last before the words, else behind them."""

from __future__ import annotations

from loaders.mentions.reading import Hit, Reading

_PLACES = ("country", "weak_country", "capital", "city")
_BACK = 5  # sentences before the words in which the place may have been told


def host_country(reading: Reading, k: int) -> str | None:
    """The country in which the text is at token k: led in by a word of place, the nearest before, else right behind."""
    here = reading.sentence_at[k]
    first = reading.sentences[max(0, here - _BACK)].first
    last = reading.sentences[here].last
    before = reversed(reading.starts(first, k, *_PLACES))
    for n in (*before, *reading.starts(k, last, *_PLACES)):
        hit = reading.hit(n, *_PLACES)
        if hit is not None and _placed(reading, hit):
            return hit.entry.key
    return None


def _placed(reading: Reading, hit: Hit) -> bool:
    """Whether a word of place stands before a place, its form of state between: "tới nước láng giềng Mexico"."""
    words = reading.pack.words("place_words")
    for n in range(hit.i - 1, max(reading.first_of(hit.i), hit.i - 5) - 1, -1):
        token = reading.tokens[n]
        if token.norm in words:
            return True
        if not token.word or reading.hit(n, "office", "rank"):
            return False
    return False
