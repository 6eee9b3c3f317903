"""Many phrases matched in one pass over a text's words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.language.tokens import Token, tokenize


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


@dataclass(slots=True)
class _Step:
    next: dict[str, _Step] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


class Trie:
    """Phrases by their words; a capital first letter in the phrase demands one in the text, "=" before it its marks."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form
        self._root = _Step()

    def add(self, slot: str, key: str, phrase: str, data: Any = None) -> None:
        """File one phrase under its words' matching form."""
        spelled = phrase.startswith("=")
        phrase = phrase.removeprefix("=")
        words = tokenize(phrase, self._form)
        if not words:
            return
        step = self._root
        for word in words:
            step = step.next.setdefault(word.norm, _Step())
        # an acronym must be in capitals: UN is not "un", AU not "au"
        exact = len(words) == 1 and len(phrase) > 1 and phrase.isupper()
        spelling = tuple(_spelled(w.text) for w in words) if spelled else ()
        step.entries.append(Entry(slot, key, phrase, words[0].cap, exact, data, spelling))

    def at(self, tokens: Sequence[Token], i: int) -> Iterator[tuple[int, Entry]]:
        """Every (end, entry) that begins at token i, shortest first."""
        step = self._root
        first = tokens[i]
        for j in range(i, len(tokens)):
            found = step.next.get(tokens[j].norm)
            if found is None:
                return
            step = found
            for entry in step.entries:
                if (entry.capital and not first.cap) or (entry.exact and not first.text.isupper()):
                    continue
                if entry.spelling and entry.spelling != tuple(_spelled(t.text) for t in tokens[i : j + 1]):
                    continue
                yield j + 1, entry


def _spelled(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
