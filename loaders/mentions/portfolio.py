"""A minister's portfolio in words that no list of fields holds: Citizen Protection, Safety and Emergency Services."""

from __future__ import annotations

from loaders.mentions.reading import Reading

_OTHER = ("name", "family", "country", "demonym", "office", "rank", "honorific", "body", "type", "forum", "capital")


def portfolio_end(reading: Reading, n: int, last: int) -> int | None:
    """Where a portfolio that begins at token n ends; None where none does. Names behind it are left out."""
    pack = reading.pack
    end = _part(reading, n, last)
    k = end
    while k is not None and k < last and k - n < 24:
        joined = reading.norm(k) in pack.words("and")
        if not joined and reading.norm(k) != ",":
            break
        m = k + 1 + (not joined and reading.norm(k + 1) in pack.words("and"))
        joined = joined or m > k + 1
        k = _part(reading, m, last)
        if k is not None and joined:
            end = k
    return end


def _part(reading: Reading, k: int, last: int) -> int | None:
    """The end of one part: some capitalised words up to a word that portfolios end in, or a known field."""
    pack = reading.pack
    links = pack.words("genitive") | pack.words("the") | {"'"}
    while k < last and reading.norm(k) in links:
        k += 1
    for n in range(k, min(k + 4, last)):
        word = reading.hit(n, "field")
        ends = reading.norm(n) in pack.words("portfolio") and reading.tokens[n].cap
        if ends or (word and reading.tokens[n].cap and not reading.hit(n, "body", "type")):
            return _extended(reading, n + 1 if ends or word is None else word.j, last)
        if not reading.tokens[n].cap or reading.hit(n, *_OTHER):
            return None
    return None


def _extended(reading: Reading, k: int, last: int) -> int:
    """Over more words that portfolios end in: Emergency Services | Management."""
    while k < last and reading.tokens[k].cap and reading.norm(k) in reading.pack.words("portfolio"):
        k += 1
    return k
