"""Whether two articles are one source: copies of a text, cut or edited, and translations of one agency's report.

A text is sampled by its runs of five words: those whose hash falls into a fixed eighth. What a copy shares with its
original it shares in the sample too, so that also a shortened copy is recognised, without holding the texts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from graph.identity.fold import fold
from graph.identity.lexicon import table
from graph.identity.times import gap, read
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
    """What is kept of an article: sampled runs of words, the agency it names as its source, date, language, meetings.

    ``meetings`` are the keys of the meetings that it reports, as far as identity has told them apart.
    """

    article: str
    whole: str
    runs: frozenset[int]
    wire: str
    published: PartialDate | None
    language: str
    meetings: frozenset[str] = frozenset()

    @property
    def handles(self) -> frozenset[str]:
        """Under what a store files the sketch: articles of one source share at least one, and are looked up by it."""
        told = {f"wire:{self.wire}:{m}" for m in self.meetings} if self.wire else set()
        return frozenset({f"text:{self.whole}", *(f"run:{r:x}" for r in sorted(self.runs)[:HANDLES]), *told})


def sketch(article: Article, meetings: Iterable[str] = ()) -> Sketch:
    """The sketch of an article that reports these meetings."""
    words = fold.__wrapped__(article.text).split()  # a text is folded once: the cache is for names
    grams = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    hashes = (int.from_bytes(blake2b(g.encode(), digest_size=8).digest(), "big") for g in grams)
    whole = blake2b(" ".join(words).encode(), digest_size=12).hexdigest()
    sampled = frozenset(h for h in hashes if h % SHARE == 0)
    found = Sketch(article.key, whole, sampled, wire(article.text), article.published, article.language or "")
    return reporting(found, meetings)


def reporting(known: Sketch, meetings: Iterable[str]) -> Sketch:
    """The same article, found to report these meetings; only an agency's text is looked up by them."""
    return replace(known, meetings=frozenset(meetings) if known.wire else frozenset())


def one_source(a: Sketch, b: Sketch) -> bool:
    """Whether one is a copy of the other, or both are one agency's report in two languages."""
    return copied(a, b) or translated(a, b)


def copied(a: Sketch, b: Sketch) -> bool:
    """Whether one text is, for the most part, in the other."""
    if a.whole == b.whole:
        return True
    fewer = min(len(a.runs), len(b.runs))
    return fewer >= FEWEST and len(a.runs & b.runs) >= COPIED * fewer


def translated(a: Sketch, b: Sketch) -> bool:
    """Whether two texts in two languages report one meeting, a day apart at most, for one agency."""
    if not a.wire or a.wire != b.wire or a.language == b.language or not a.meetings & b.meetings:
        return False
    return a.published is not None and b.published is not None and gap(a.published, b.published) <= 1


def sketch_to_json(known: Sketch) -> str:
    """A sketch as a store keeps it."""
    told = [known.article, known.whole, sorted(known.runs), known.wire, str(known.published or ""), known.language]
    return json.dumps([*told, sorted(known.meetings)], ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def sketch_from_json(text: str) -> Sketch:
    """The sketch that a store kept."""
    article, whole, runs, signed, published, language, meetings = json.loads(text)
    return Sketch(article, whole, frozenset(runs), signed, read(published), language, frozenset(meetings))


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
