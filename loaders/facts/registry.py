"""Names found again by their words: parts of a name, initials, a letter misprinted; never all against all."""

from __future__ import annotations

from collections import defaultdict

Words = frozenset[str]
_LONG = 6


class Registry:
    """Names (sets of folded words) with the number of whom they name; cost follows the names that share a word."""

    def __init__(self) -> None:
        self._names: dict[Words, list[int]] = defaultdict(list)
        self._by_word: dict[str, dict[Words, None]] = defaultdict(dict)
        self._by_shape: dict[tuple[Words, int, str], dict[Words, None]] = defaultdict(dict)

    def add(self, words: Words, owner: int) -> None:
        """File a name."""
        if owner in self._names[words]:
            return
        self._names[words].append(owner)
        for word in words:
            self._by_word[word][words] = None
            for key in {*_shapes(words - {word}, word), *_shapes(frozenset(), word)}:
                self._by_shape[key][words] = None

    def exact(self, words: Words) -> list[int]:
        """Whose name the words are, in the order in which they were filed."""
        return list(self._names.get(words, ()))

    def fits(self, words: Words) -> list[int]:
        """Whose name the words are, shorten, lengthen by one word, abbreviate by initials or misprint by a letter."""
        found = dict.fromkeys(self._holding(words))
        found |= dict.fromkeys(n for w in words if len(words) > 2 and (n := words - {w}) in self._names)
        initials = frozenset(w for w in words if len(w) == 1)
        if initials and initials != words:
            found |= dict.fromkeys(n for n in self._holding(words - initials) if _abbreviates(initials - n, n - words))
        for word in words:
            for key in _shapes(words - {word}, word):
                near = self._by_shape.get(key, ())
                found |= dict.fromkeys(n for n in near if any(misprint(word, w) for w in n - words))
        return sorted({owner for name in found for owner in self._names[name]})

    def _holding(self, words: Words) -> list[Words]:
        """The names that hold all the words."""
        rarest = min((self._by_word.get(w, {}) for w in words), key=len, default={})
        return [name for name in rarest if words <= name]


def _shapes(rest: Words, word: str) -> list[tuple[Words, int, str]]:
    """Keys that a long word shares with its misprints: the other words, and its beginning or its end."""
    return [(rest, 0, word[:3]), (rest, 1, word[-3:])] if len(word) >= _LONG else []


def _abbreviates(initials: Words, rest: Words) -> bool:
    return all(any(w.startswith(i) for w in rest) for i in initials)


def misprint(a: str, b: str) -> bool:
    """Whether two long words differ by one letter, and not as a woman's surname from a man's (Ivanov, Ivanova)."""
    if len(a) > len(b):
        a, b = b, a
    if len(a) < _LONG or len(b) - len(a) > 1 or (b == a + "a" and a.endswith(("v", "n"))):
        return False
    start = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[start:] == b[start + 1 :] if len(a) != len(b) else a[start + 1 :] == b[start + 1 :]
