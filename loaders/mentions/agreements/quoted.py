"""Names in quotation marks behind their noun: an agreement “On cooperation in …”, two agreements: ‘On …’ and ‘On …’."""

from __future__ import annotations

from loaders.mentions.agreements.ground import Ground
from loaders.mentions.agreements.head import Head
from loaders.mentions.reading import Reading

_PAIRS = {"“": "”", "«": "»", '"': '"', "‘": "’", "„": "“", "'": "'"}
_REACH = 60


def closing(reading: Reading, k: int, last: int) -> int | None:
    """The mark that closes the quotation which token k opens, with at least two words between them."""
    close = _PAIRS.get(reading.tokens[k].text)
    if close is None:
        return None
    for n in range(k + 3, min(k + _REACH, last)):
        if reading.tokens[n].text == close and not (
            n + 1 < last and reading.glued(n + 1) and reading.tokens[n + 1].word
        ):
            return n
    return None


def quotations(about: Ground, head: Head) -> list[tuple[int, int]]:
    """The quoted names of a list behind a colon, each from its first word to its end."""
    reading = about.reading
    last = reading.last_of(head.hit.i)
    colon = next((k for k in range(head.hit.j, min(head.hit.j + 12, last)) if reading.tokens[k].text == ":"), None)
    out: list[tuple[int, int]] = []
    k = colon + 1 if colon is not None else last
    while k < last:
        close = closing(reading, k, last)
        if close is None:
            break
        out.append((k + 1, close))
        k = close + 1
        while k < last and (reading.tokens[k].text in ",;" or reading.norm(k) in reading.pack.words("and")):
            k += 1
    return out
