"""Many phrases matched in one pass over a text's words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.language.tokens import Token, first_norm, words_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a lexicon: the slot it fills, the key it stands for, and whether it must be capitalised.

    ``exact`` entries must stand in capitals (UN is not "un"); ``spelling`` holds the words of a phrase that must be
    written with its very marks ("=traité" in the data, which is not "traite").
    """

    slot: str
    key: str
    phrase: str
    capital: bool
    exact: bool = False
    data: Any = None
    spelling: tuple[str, ...] = ()


_END = ""  # under this key a branch holds the entries that end there; no word is empty


class Trie:
    """Phrases by their words; a capital first letter in the phrase demands one in the text, "=" before it its marks.

    Phrases are filed under their first word and taken apart when a text holds that word: most words of the lexicons
    are in no article, and a reader that reads one article should not pay for all.
    """

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form
        self._filed: dict[str, list[tuple[str, str, str, Any]]] = {}
        self._grown: dict[str, dict[str, Any]] = {}

    def add(self, slot: str, key: str, phrase: str, data: Any = None) -> None:
        """File one phrase under its first word's matching form."""
        first = first_norm(phrase.removeprefix("="), self._form)
        if first:
            self._filed.setdefault(first, []).append((slot, key, phrase, data))
            self._grown.pop(first, None)

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with a word, given in its matching form."""
        return word in self._filed

    def at(self, tokens: Sequence[Token], i: int, last: int) -> list[tuple[int, list[Entry]]]:
        """The entries that begin at token i and end by ``last``, by their end, shortest first."""
        word = tokens[i].norm
        branch = self._grown.get(word)
        if branch is None:
            if word not in self._filed:
                return []
            branch = self._grow(word)
        out = []
        j = i + 1
        while True:
            if (ended := branch.get(_END)) and (fits := [e for e in ended.values() if _fits(e, tokens, i, j)]):
                out.append((j, fits))
            if j >= last or (found := branch.get(tokens[j].norm)) is None:
                return out
            branch = found
            j += 1

    def _grow(self, first: str) -> dict[str, Any]:
        """The phrases that begin with one word, by their further words."""
        root: dict[str, Any] = {}
        for slot, key, phrase, data in self._filed[first]:
            spelled = phrase.startswith("=")
            phrase = phrase.removeprefix("=")
            words = words_of(phrase, self._form)
            branch = root
            for _, norm in words[1:]:
                branch = branch.setdefault(norm, {})
            # an acronym must be in capitals: UN is not "un", AU not "au"
            exact = len(words) == 1 and len(phrase) > 1 and phrase.isupper()
            spelling = tuple(_spelled(w) for w, _ in words) if spelled else ()
            entry = Entry(slot, key, phrase, words[0][0][0].isupper(), exact, data, spelling)
            branch.setdefault(_END, {})[slot, key, entry.capital, exact, spelling] = entry
        self._grown[first] = root
        return root


def _fits(entry: Entry, tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether the words of a text are written as a phrase demands."""
    if entry.capital and not tokens[i].cap:
        return False
    if entry.exact and not tokens[i].text.isupper():
        return False
    if entry.slot == "demonym" and entry.phrase.isascii() and not tokens[i].text.isascii():
        return False  # Germán is a name
    return not entry.spelling or entry.spelling == tuple(_spelled(t.text) for t in tokens[i:j])


def _spelled(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
