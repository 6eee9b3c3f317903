"""Which language a text is in, by its commonest words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.read.knowledge import language_files, reading

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 8000
_FEWEST_WORDS = 12
_FEWEST_HITS = 4
_LEAST_SHARE = 0.08
_LEAD = 1.3
_LETTER_SHARE = 0.2


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None where its words do not show it.

    Knows the languages that have a pack and, so as not to take them for one of these, some that have none. A short
    text, a mixed one, or one in another script gives None.
    """
    found = [w.lower() for w in _WORD.findall(text[:_SAMPLE])]
    if len(found) < _FEWEST_WORDS:
        return None
    for code, letters in _letters().items():
        if sum(not letters.isdisjoint(w) for w in found) / len(found) >= _LETTER_SHARE:
            return code
    hits = {code: sum(w in words for w in found) for code, words in _profiles().items()}
    (best, most), (_, second) = sorted(hits.items(), key=lambda item: (-item[1], item[0]))[:2]
    sure = most >= _FEWEST_HITS and most / len(found) >= _LEAST_SHARE and most >= _LEAD * second
    return best if sure else None


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, frozenset[str]]:
    return {str(code): frozenset(letters) for code, letters in reading()["letters"].items()}


@lru_cache(maxsize=1)
def _profiles() -> Mapping[str, frozenset[str]]:
    own = {code: slots["stopwords"] for code, slots in language_files().items()}
    others = {code: words for code, words in reading()["other_languages"].items() if code not in own}
    return {code: frozenset(str(w).lower() for w in words) for code, words in (own | others).items()}
