"""Words and their forms for matching; offsets always count characters of the text as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

# Letters with their combining marks, runs of digits, or one other visible character.
_TOKEN = re.compile(r"(?:[^\W\d_][̀-ͯ]{0,8})+|\d+|[^\w\s]|_")
_HYPHENS = "\u2010\u2011"  # written like a hyphen: Wilson‑Raybould
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


def fold(text: str) -> str:
    """Lower case without diacritics; it proposes likeness and never decides identity."""
    return _fold(text)


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
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
    return tone_placed if diacritics else _fold


def tokenize(text: str, form: Callable[[str], str]) -> list[Token]:
    """Split a text into tokens with their matching form; linear in the length of the text."""
    out = []
    known: dict[str, tuple[str, bool, bool]] = {}  # a text says most of its words again
    for found in _TOKEN.finditer(text):
        word = found[0]
        traits = known.get(word)
        if traits is None:
            alpha = word[0].isalpha()
            norm = form(word) if alpha else "'" if word in "’'`´" else "-" if word in _HYPHENS else word
            traits = known[word] = norm, alpha, alpha and word[0].isupper()
        norm, alpha, cap = traits
        out.append(Token("-" if word in _HYPHENS else word, *found.span(), norm, alpha, cap))
    return out


def words_of(phrase: str, form: Callable[[str], str]) -> list[tuple[str, str]]:
    """The tokens of a phrase, each with its matching form."""
    return [(w, form(w) if w[0].isalpha() else "'" if w in "’'`´" else w) for w in _TOKEN.findall(phrase)]


def first_norm(phrase: str, form: Callable[[str], str]) -> str:
    """The matching form of a phrase's first token, empty where it has none."""
    found = _TOKEN.search(phrase)
    if found is None:
        return ""
    word = found.group()
    return form(word) if word[0].isalpha() else "'" if word in "’'`´" else word
