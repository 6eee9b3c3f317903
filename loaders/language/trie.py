"""Many phrases matched in one pass over a text's words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.language.tokens import Token, first_norm, tokenize


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

    def at(self, tokens: Sequence[Token], i: int, last: int) -> Iterator[tuple[int, Entry]]:
        """Every (end, entry) that begins at token i and ends by ``last``, shortest first."""
        first = tokens[i]
        branch = self._grown.get(first.norm)
        if branch is None:
            if first.norm not in self._filed:
                return
            branch = self._grow(first.norm)
        j = i + 1
        while True:
            for entry in branch.get(_END, ()):
                if (entry.capital and not first.cap) or (entry.exact and not first.text.isupper()):
                    continue
                if entry.spelling and entry.spelling != tuple(_spelled(t.text) for t in tokens[i:j]):
                    continue
                yield j, entry
            if j >= last or (found := branch.get(tokens[j].norm)) is None:
                return
            branch = found
            j += 1

    def _grow(self, first: str) -> dict[str, Any]:
        """The phrases that begin with one word, by their further words."""
        root: dict[str, Any] = {}
        for slot, key, phrase, data in self._filed[first]:
            spelled = phrase.startswith("=")
            phrase = phrase.removeprefix("=")
            words = tokenize(phrase, self._form)
            branch = root
            for word in words[1:]:
                branch = branch.setdefault(word.norm, {})
            # an acronym must be in capitals: UN is not "un", AU not "au"
            exact = len(words) == 1 and len(phrase) > 1 and phrase.isupper()
            spelling = tuple(_spelled(w.text) for w in words) if spelled else ()
            branch.setdefault(_END, []).append(Entry(slot, key, phrase, words[0].cap, exact, data, spelling))
        self._grown[first] = root
        return root


def _spelled(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
