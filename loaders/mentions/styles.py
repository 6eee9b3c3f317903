"""Forms of address that have words of their own: Pehin Orang Kaya Seri Kerna Dato Seri Setia …"""

from __future__ import annotations

from loaders.mentions.reading import Reading


def style_before(reading: Reading, k: int) -> int | None:
    """Where the words of a style begin that end before token k: Pehin | Orang Kaya Seri Kerna | Dato Haji …"""
    words = reading.pack.words("styles")
    for n in range(k - 1, max(reading.first_of(k), k - 7), -1):
        if not reading.tokens[n].cap:
            return None
        style = reading.hit_before(n, "honorific")
        if style and reading.norm(style.i) in words:
            return n
    return None


def styled(reading: Reading, k: int, j: int) -> bool:
    """Whether a run is but the words of a style: another form of address and a name follow it."""
    style = reading.hit_before(k, "honorific")
    if style is None or reading.norm(style.i) not in reading.pack.words("styles"):
        return False
    return j < reading.last_of(k) and reading.hit(j, "honorific", "rank") is not None
