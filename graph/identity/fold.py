"""Names made comparable: folded for proposing, exact for deciding.

Folding drops case and diacritics and only ever proposes. `exact` keeps the diacritics and unifies nothing but what
spells one sound in two ways: the place of the Vietnamese tone (hoà, hòa) and the Unicode form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_GAPS = re.compile(r"[^\w]+|_+")
_SLUG_LENGTH = 80


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no diacritics, single spaces instead of punctuation; letters of other scripts stay."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D")).casefold()
    for letter in () if plain.isascii() else set(plain):  # a text has few different ones, however long it is
        if unicodedata.combining(letter):
            plain = plain.replace(letter, "")
    return _GAPS.sub(" ", plain).strip()


@lru_cache(maxsize=65536)
def exact(text: str) -> str:
    """Lower case with diacritics; every tone mark moved to the end of its syllable, so that hoà equals hòa."""
    words = _GAPS.sub(" ", unicodedata.normalize("NFC", text).casefold()).split()
    return " ".join(_tone_last(w) for w in words)


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)) + tones


def spaced(text: str) -> str:
    """The text as written, in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def toneless(word: str) -> str:
    """A word of `exact` without its tones; the marks that make other letters (â, ơ) stay."""
    return "".join(c for c in word if c not in _TONES)


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text in their order."""
    return tuple(fold(text).split())


def slug(*parts: str) -> str:
    """A readable piece of a key: folded words joined by hyphens, at most 80 characters, never empty."""
    return "-".join(w for p in parts for w in tokens(p))[:_SLUG_LENGTH].strip("-") or "unnamed"
