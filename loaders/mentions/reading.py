"""A text under the reader's eyes: tokens, sentences and every lexicon phrase that it holds."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import field

from loaders.language.pack import Pack
from loaders.language.sentences import Sentence, split
from loaders.language.tokens import Token, tokenize
from loaders.language.trie import Hit, Row
from loaders.language.values import dataclass, replace

__all__ = ["Hit", "Reading", "named_so", "read"]


class _Norms(dict[int, str]):
    """The matching forms of a text's tokens; empty beyond the text."""

    def __missing__(self, i: int) -> str:
        return ""


@dataclass(slots=True)
class Reading:
    """One text with one language pack; ``hits[i]`` holds the phrases that begin at token i, longest first.

    ``norm(i)`` is the matching form of token i, empty beyond the text.
    """

    text: str
    pack: Pack
    tokens: list[Token]
    sentences: list[Sentence]
    hits: list[Row]
    sentence_at: list[int] = field(default_factory=list)
    norm: Callable[[int], str] = field(init=False, repr=False)
    _norms: list[str] = field(init=False, repr=False)
    # where the phrases of a slot begin, of several slots (as they are asked for), and the phrases by their ends:
    # what every rule asks for again and again need not be looked for at every token
    _spots: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list), repr=False)
    _joint: dict[tuple[str, ...], list[int]] = field(default_factory=dict, repr=False)
    _ended: dict[int, list[Hit]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def __post_init__(self) -> None:
        """Note where the phrases of each slot begin and end."""
        self._norms = [t.norm for t in self.tokens]
        self.norm = _Norms(enumerate(self._norms)).__getitem__
        spots, ended = self._spots, self._ended
        for row in filter(None, self.hits):
            for h in row:
                i, j, entry = h
                at = spots[entry.slot]
                if not at or at[-1] != i:
                    at.append(i)
                ended[j].append(h)

    def starts(self, first: int, last: int, *slots: str) -> list[int]:
        """The tokens from first to last at which a phrase of one of the slots begins, from left to right."""
        row = self._joint.get(slots)
        if row is None:
            told = [self._spots[slot] for slot in slots if slot in self._spots]
            row = self._joint[slots] = told[0] if len(told) == 1 else sorted(set().union(*told))
        return row[bisect_left(row, first) : bisect_left(row, last)] if row else row

    def holds(self, first: int, last: int, *slots: str) -> bool:
        """Whether a phrase of one of the slots begins at a token from first to last."""
        return bool(self.starts(first, last, *slots))

    def says(self, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether one of some words, in matching form, stands at a token from first to last."""
        return first < last and not words.isdisjoint(self._norms[max(first, 0) : max(last, 0)])

    def hit(self, i: int, *slots: str) -> Hit | None:
        """The longest phrase of one of the slots that begins at token i."""
        if 0 <= i < len(self.hits) and (row := self.hits[i]):
            for h in row:
                if h.entry.slot in slots:
                    return h
        return None

    def hit_before(self, j: int, *slots: str, reach: int = 8) -> Hit | None:
        """The longest phrase of one of the slots that ends just before token j, within one sentence."""
        for h in self._ended.get(j, ()):
            if h.entry.slot in slots and h.i >= j - reach and h.i >= self.first_of(j):
                return h
        return None

    def first_of(self, k: int) -> int:
        """First token of the sentence that holds token k (or the token before k at the text's end)."""
        return self.sentences[self.sentence_at[k if k < len(self.sentence_at) else -1]].first

    def last_of(self, k: int) -> int:
        """End (exclusive) of the sentence that holds token k."""
        return self.sentences[self.sentence_at[k]].last

    def slice(self, i: int, j: int) -> str:
        """The text of tokens i up to j as it stands."""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end]

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before it without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def past(self, k: int, last: int, *slots: str) -> int:
        """The first token from k on, before ``last``, that is no word of the slots ("of", "the") and no apostrophe."""
        words = self.pack.words(*slots)
        while k < last and (self.tokens[k].norm == "'" or self.tokens[k].norm in words):
            k += 1
        return k

    def back(self, k: int, first: int, *slots: str) -> int:
        """The token behind the last one before k, from ``first`` on, that is no word of the slots and no apostrophe."""
        words = self.pack.words(*slots)
        while k > first and (self.tokens[k - 1].norm == "'" or self.tokens[k - 1].norm in words):
            k -= 1
        return k

    def phrases(self, first: int, last: int, *slots: str) -> Iterator[Hit]:
        """Non-overlapping longest phrases of the slots within tokens first to last, from left to right."""
        end = first
        for i in self.starts(first, last, *slots):
            found = self.hit(i, *slots) if i >= end else None
            if found and found.j <= last:
                yield found
                end = found.j


def named_so(reading: Reading, k: int) -> bool:
    """Whether a prince's title is part of a name, behind a first name and before more: Abdul Amir al-Shammari."""
    office = reading.hit(k, "office")
    if office is None or office.entry.key != "monarch" or office.j != k + 1 or k + 1 >= len(reading.tokens):
        return False
    if reading.hit_before(k - 1, "honorific", "rank") and reading.tokens[k - 1].cap and reading.pack.get("prefixed"):
        return True  # Mr Joel King
    led = reading.sentence_at[k - 1] == reading.sentence_at[k] and reading.tokens[k - 1].cap if k else False
    if not led and k and reading.norm(k - 1) in reading.pack.words("particles"):  # Abdullah bin Sultan bin Awad
        led = reading.sentence_at[k - 1] == reading.sentence_at[k] and reading.tokens[k - 2].cap
        return led and (reading.tokens[k + 1].cap or reading.norm(k + 1) in reading.pack.words("particles"))
    known = reading.hit(k - 1, "name", "family") or reading.hit_before(k - 1, "honorific")
    if not led or not known or reading.pack.get("direct"):
        return False
    return reading.tokens[k + 1].cap or reading.norm(k + 1) in reading.pack.words("particles")


def read(text: str, pack: Pack) -> Reading:
    """Tokens, sentences and lexicon phrases of a text; cost is linear in its length."""
    tokens = tokenize(text, pack.form)
    norms = [t.norm for t in tokens]
    sentences = split(text, tokens, pack.words("abbreviations"))
    at: list[int] = []
    hits: list[Row] = [()] * len(tokens)
    for number, sentence in enumerate(sentences):
        at += [number] * (sentence.last - sentence.first)
        pack.trie.match(tokens, norms, (sentence.first, sentence.last), hits)
    _settle(hits)
    return Reading(text, pack, tokens, sentences, hits, at)


def _settle(rows: list[Row]) -> None:
    """Give a word that two countries share to the one that the text also names in full: congolais beside Kinshasa."""
    several = [i for i, row in enumerate(rows) if len(row) > 1]
    shared = [i for i in several if [h.entry.slot for h in rows[i]].count("weak_country") > 1]
    if not shared:
        return
    named = {h.entry.key for row in rows for h in row if h.entry.slot in ("country", "capital", "demonym")}
    for i in shared:
        row = rows[i]
        weak = [h for h in row if h.entry.slot == "weak_country"]
        meant = [h for h in weak if h.entry.key in named and h.j == weak[0].j]
        if len(meant) == 1 and all(h.j == weak[0].j for h in weak):
            slot = "country" if meant[0].entry.capital else "demonym"
            kept = [h for h in row if h not in weak]
            rows[i] = sorted([*kept, meant[0]._replace(entry=replace(meant[0].entry, slot=slot))], key=lambda h: -h.j)
