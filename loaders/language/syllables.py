"""The shape of Vietnamese syllables, by which a Vietnamese name is told from others in any language's text."""

from __future__ import annotations

import re

from loaders.language.tokens import fold

_SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")


def vietnamese(word: str) -> bool:
    """Whether a word could be one Vietnamese syllable: Nguyễn and Phuc could, Robert and Jong could not."""
    return len(word) <= 7 and _SYLLABLE.fullmatch(fold(word)) is not None
