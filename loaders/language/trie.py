"""Many phrases matched in one pass over a text's words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from loaders.language.tokens import Token, first_norm, words_of
from loaders.language.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a lexicon: the slot it fills, the key it stands for, and whether it must be capitalised.

    ``exact`` entries must stand in capitals (UN is not "un"); ``spelling`` holds the words of a phrase that must be
    written with its very marks ("=traité" in the data, which is not "traite"). ``strict``: it asks for more than the
    words and the capital.
    """

    slot: str
    key: str
    phrase: str
    capital: bool
    exact: bool = False
    data: Any = None
    spelling: tuple[str, ...] = ()
    strict: bool = False


class Hit(NamedTuple):
    """A lexicon phrase at tokens ``i`` up to ``j``."""

    i: int
    j: int
    entry: Entry


Row = Sequence[Hit]
_hit: Callable[[tuple[int, int, Entry]], Hit] = partial(tuple.__new__, Hit)  # without a Python frame for each
_Filed = tuple[str, str, str, Any]
_Branch = tuple[tuple[Entry, ...], dict[str, Any] | None]  # the entries that end there, what further words lead to


class Trie:
    """Phrases by their words; a capital first letter in the phrase demands one in the text, "=" before it its marks.

    Phrases are filed under their first word and taken apart when a text holds that word: most words of the lexicons
    are in no article, and a reader that reads one article should not pay for all.
    """

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form
        # tuples where lists would do: the collector of cycles forgets them, and need not walk over them again and again
        self._filed: dict[str, tuple[_Filed, ...]] = {}
        self._grown: dict[str, _Branch] = {}

    def add(self, slot: str, key: str, phrase: str, data: Any = None) -> None:
        """File one phrase under its first word's matching form."""
        first = first_norm(phrase.removeprefix("="), self._form)
        if first:
            self._filed[first] = (*self._filed.get(first, ()), (slot, key, phrase, data))
            self._grown.pop(first, None)

    def match(self, tokens: Sequence[Token], norms: Sequence[str], bounds: tuple[int, int], rows: list[Row]) -> None:
        """Put the phrases of a sentence (tokens first to last) into the rows of the tokens at which they begin.

        ``norms`` are the tokens' matching forms. In a row the longest phrase stands first.
        """
        grown, filed = self._grown, self._filed
        for i in range(*bounds):
            branch = grown.get(norms[i])
            if branch is None:
                if norms[i] not in filed:
                    continue
                branch = self._grow(norms[i])
            entries, further = branch
            ends = [(i + 1, entries)] if entries else []
            j = i + 1
            while further and j < bounds[1] and (branch := further.get(norms[j])) is not None:
                j += 1
                entries, further = branch
                if entries:
                    ends.append((j, entries))
            if ends and (row := _row(tokens, i, ends)):
                rows[i] = row

    def _grow(self, first: str) -> _Branch:
        """The phrases that begin with one word, by their further words."""
        ends: dict[tuple[str, ...], dict[tuple[Any, ...], Entry]] = {}
        for slot, key, phrase, data in self._filed[first]:
            spelled = phrase.startswith("=")
            phrase = phrase.removeprefix("=")
            words = words_of(phrase, self._form)
            # an acronym must be in capitals: UN is not "un", AU not "au"
            exact = len(words) == 1 and len(phrase) > 1 and phrase.isupper()
            spelling = tuple(_spelled(w) for w, _ in words) if spelled else ()
            strict = exact or spelled or (slot == "demonym" and phrase.isascii())
            entry = Entry(slot, key, phrase, words[0][0][0].isupper(), exact, data, spelling, strict)
            ended = ends.setdefault(tuple(norm for _, norm in words[1:]), {})
            same = slot, key, entry.capital, exact, spelling
            if same not in ended or ended[same].strict:  # "kényan" beside "kenyan": the one that asks for less
                ended[same] = entry
        root = self._grown[first] = _branch({rest: tuple(found.values()) for rest, found in ends.items()})
        return root


def _branch(ends: Mapping[tuple[str, ...], tuple[Entry, ...]]) -> _Branch:
    """Entries by the words that are still to come, as a branch."""
    below: dict[str, dict[tuple[str, ...], tuple[Entry, ...]]] = {}
    for rest, entries in ends.items():
        if rest:
            below.setdefault(rest[0], {})[rest[1:]] = entries
    return ends.get((), ()), {word: _branch(further) for word, further in below.items()} or None


def _row(tokens: Sequence[Token], i: int, ends: list[tuple[int, tuple[Entry, ...]]]) -> list[Hit]:
    """The entries that begin at token i, by where they end, as far as they are written as they must be."""
    row, cap = [], tokens[i].cap
    for j, entries in reversed(ends):
        for entry in entries:
            if (cap or not entry.capital) and (not entry.strict or _fits(entry, tokens, i, j)):
                row.append(_hit((i, j, entry)))
    return row


def _fits(entry: Entry, tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether the words of a text are written as a strict phrase demands."""
    if entry.exact and not tokens[i].text.isupper():
        return False
    if entry.slot == "demonym" and entry.phrase.isascii() and not tokens[i].text.isascii():
        return False  # Germán is a name
    return not entry.spelling or entry.spelling == tuple(_spelled(t.text) for t in tokens[i:j])


def _spelled(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
