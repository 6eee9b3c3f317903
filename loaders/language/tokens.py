"""Words and their forms for matching; offsets always count characters of the text as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate

from loaders.language.values import dataclass

# Letters with their combining marks, runs of digits, or one other visible character.
_TOKEN = re.compile(r"([^\W\d_]+(?:[̀-ͯ]{1,8}[^\W\d_]+)*(?:[̀-ͯ]{1,8})?|\d+|[^\w\s]|_)")
_HYPHENS = "\u2010\u2011"  # written like a hyphen: Wilson‑Raybould
_SIGNS = dict.fromkeys("’'`´", "'") | dict.fromkeys(_HYPHENS, "-")
_MOST = 65536  # word forms that are remembered
_MARK_NAMES = ("̀", "́", "̃", "̉", "̣")
# Old and new placement of the tone in oa, oe, uy: hoà and hòa are one word.
_GLIDES = {"oa", "oe", "uy"}
_GLIDE_ENDS = {
    unicodedata.normalize("NFC", letter + mark) for letter in {g[-1] for g in _GLIDES} for mark in ("", *_MARK_NAMES)
}


@dataclass(slots=True)
class Token:
    """One word, number or sign: ``text[start:end]``, and ``norm``, the form that lexicons are matched in."""

    text: str
    start: int
    end: int
    norm: str
    word: bool
    cap: bool


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics; it proposes likeness and never decides identity."""
    text = text.lower().replace("đ", "d").replace("’", "'").replace("œ", "oe").replace("æ", "ae").replace("ı", "i")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def tone_placed(text: str) -> str:
    """Lower case with the Vietnamese tone mark moved off a final glide, for matching only (hoà -> hòa)."""
    low = text.lower().replace("’", "'")
    if low.isascii():
        return low
    low = unicodedata.normalize("NFC", low)
    if low[-1] not in _GLIDE_ENDS:
        return low
    loose = unicodedata.normalize("NFD", low)
    tone = next((m for m in _MARK_NAMES if m in loose), "")
    if not tone:
        return low
    bare = unicodedata.normalize("NFC", loose.replace(tone, "", 1))
    if bare[-2:] not in _GLIDES or bare[-3:-2] == "q":
        return low
    return unicodedata.normalize("NFC", bare[:-1] + tone + bare[-1])


def normal(diacritics: bool) -> Callable[[str], str]:
    """The matching form of a word: with diacritics where they tell words apart (Vietnamese), else folded."""
    return tone_placed if diacritics else fold


class _Traits(dict[str, tuple[str, str, bool, bool]]):
    """Text, matching form, whether it is a word and begins with a capital, by the word as it is written.

    Articles say the same words over and over, so that each is looked into once in a process.
    """

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, word: str) -> tuple[str, str, bool, bool]:
        if len(self) >= _MOST:
            self.clear()
        alpha = word[0].isalpha()
        text = "-" if word in _HYPHENS else word
        self[word] = traits = text, _norm(word, self._form), alpha, alpha and word[0].isupper()
        return traits


_traits = cache(_Traits)


def _norm(word: str, form: Callable[[str], str]) -> str:
    """The matching form of a token: signs that are written alike are one."""
    return form(word) if word[0].isalpha() else _SIGNS.get(word, word)


def tokenize(text: str, form: Callable[[str], str]) -> list[Token]:
    """Split a text into tokens with their matching form; linear in the length of the text."""
    parts = _TOKEN.split(text)  # a gap, a token, a gap, …: so that the places of all are one running sum
    at = list(accumulate(map(len, parts)))
    traits = map(_traits(form).__getitem__, parts[1::2])
    placed = zip(traits, at[::2], at[1::2], strict=False)
    return [Token(word, i, j, norm, alpha, cap) for (word, norm, alpha, cap), i, j in placed]


def words_of(phrase: str, form: Callable[[str], str]) -> list[tuple[str, str]]:
    """The tokens of a phrase, each with its matching form."""
    return [(word, _norm(word, form)) for word in _TOKEN.findall(phrase)]


def first_norm(phrase: str, form: Callable[[str], str]) -> str:
    """The matching form of a phrase's first token, empty where it has none."""
    found = _TOKEN.search(phrase)
    return _norm(found.group(), form) if found else ""
