"""Which articles are one source: copies of a text, cut or edited, and translations of one agency's report.

A text is sampled by its runs of five words: those whose hash falls into a fixed eighth. What a copy shares with its
original it shares in the sample too, so that also a shortened copy is recognised, without holding the texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from graph.identity.fold import tokens
from graph.identity.lexicon import table
from graph.identity.times import gap
from graph.model import Article, PartialDate

RUN = 5
SHARE = 8
HANDLES = 12
COPIED = 0.5
"""Share of the shorter text's runs that two copies have in common."""
FEWEST = 6
"""A text of which fewer runs were sampled is too short to be known again, unless it is equal."""
HEAD, TAIL = 300, 200


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text: sampled runs of words, the agency it names as its source, date and language."""

    article: str
    whole: str
    runs: frozenset[int]
    wire: str
    published: PartialDate | None
    language: str

    @property
    def handles(self) -> frozenset[str]:
        """Under what a store files the sketch: copies share at least one, and are looked up by it."""
        return frozenset({f"text:{self.whole}", *(f"run:{r:x}" for r in sorted(self.runs)[:HANDLES])})


def sketch(article: Article) -> Sketch:
    """The sketch of an article's text."""
    words = tokens(article.text)
    grams = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    hashes = (int.from_bytes(blake2b(g.encode(), digest_size=8).digest(), "big") for g in grams)
    whole = blake2b(" ".join(words).encode(), digest_size=12).hexdigest()
    sampled = frozenset(h for h in hashes if h % SHARE == 0)
    return Sketch(article.key, whole, sampled, wire(article.text), article.published, article.language or "")


def copied(a: Sketch, b: Sketch) -> bool:
    """Whether one text is, for the most part, in the other."""
    if a.whole == b.whole:
        return True
    fewer = min(len(a.runs), len(b.runs))
    return fewer >= FEWEST and len(a.runs & b.runs) >= COPIED * fewer


def translated(a: Sketch, b: Sketch, shared: bool) -> bool:
    """Whether two texts in two languages are one agency's report; ``shared`` says that they report one meeting."""
    dated = a.published is not None and b.published is not None and gap(a.published, b.published) <= 1
    return shared and dated and bool(a.wire) and a.wire == b.wire and a.language != b.language


def sources(sketches: Iterable[Sketch], meetings: Mapping[str, Collection[str]] | None = None) -> dict[str, str]:
    """For every article the article that stands for its source, the least of those that are one.

    ``meetings`` gives the keys of the meetings that each article reports; without it translations are not looked for.
    """
    known = {s.article: s for s in sketches}
    filed: dict[str, list[str]] = defaultdict(list)
    for key in sorted(known):
        for handle in {*known[key].handles, *(f"meeting:{m}" for m in (meetings or {}).get(key, ()))}:
            filed[handle].append(key)
    parent = {key: key for key in known}
    for handle, keys in filed.items():
        told = handle.startswith("meeting:")
        for i, left in enumerate(keys):
            for right in keys[i + 1 :]:
                a, b = known[left], known[right]
                if translated(a, b, True) if told else copied(a, b):
                    x, y = _root(parent, left), _root(parent, right)
                    parent[max(x, y)] = min(x, y)
    return {key: _root(parent, key) for key in known}


def wire(text: str) -> str:
    """The news agency that a text names as its source at its beginning or end; empty where there is none."""
    for part in (text[:HEAD], text[-TAIL:]):
        found = _signs().search(part)
        if found:
            return _agencies()[found.group()]
    return ""


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {str(sign): key for key, signs in table("wires").items() for sign in signs}


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    longest = sorted(_agencies(), key=lambda s: (-len(s), s))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key
