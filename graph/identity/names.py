"""How two names of people compare: the same words, another order, other spellings, a part, initials."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.fold import exact, fold, toneless
from graph.identity.lexicon import spellings
from graph.identity.readings import one_reading

EDITED = 5
"""Words of at least this many letters may differ by one letter and still be taken for one."""
GARBLED = 0.72
"""Share of letters on which garbled names agree."""
LONG_NAME = 8
"""Letters that a name must have for its letters to be counted at all."""
NEAR = 0.6
"""Share of letters from which on two names do not exclude each other."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what way two names are alike: ``way`` is a step of `WAYS`, ``value`` how well the words agree, 0 to 1."""

    way: str
    value: float


WAYS = {
    "equal": "same name",
    "plain": "same name, one of them without its marks",
    "marks": "same letters with other marks",
    "order": "same words of the name in another order",
    "loose": "same name, one of them without its tones",
    "spelling": "the same name in another spelling",
    "reading": "the Vietnamese and the Mandarin reading of one Chinese name",
    "part": "the words of one name are all in the other",
    "initial": "same family name and fitting initials",
    "single": "one name is a single word of the other",
    "garbled": "names that one report may have garbled",
    "none": "different names",
}
NONE = Likeness("none", 0.0)


@lru_cache(maxsize=65536)
def full_words(name: str) -> tuple[str, ...]:
    """The words of a name with their marks; forms of address in front are taken off while two words stay."""
    words = exact(name).split()
    while len(words) > 2 and fold(words[0]) in spellings().forms:
        words = words[1:]
    return tuple(words)


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name with their marks; forms of address in front and particles inside are taken off."""
    words = full_words(name)
    if vietnamese(name):
        return words
    bare = [w for i, w in enumerate(words) if not i or fold(w) not in spellings().particles]
    return tuple(bare) if len(bare) > 1 else words


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word's letters in one spelling: Patrouchev and Patrushev agree. Short words stay as they are."""
    plain = fold(word).replace(" ", "")
    if len(plain) < spellings().shortest:
        return plain
    for old, new in spellings().sounds:
        if old.endswith("$"):
            plain = plain[: len(plain) - len(old) + 1] + new if plain.endswith(old[:-1]) else plain
        else:
            plain = plain.replace(old, new)
    return "".join(c for i, c in enumerate(plain) if i == 0 or plain[i - 1] != c)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word's sound, with its first letter; of a short word all of it."""
    heard = sound(word)
    if len(fold(word)) < spellings().shortest:
        return heard
    return heard[:1] + "".join(c for c in heard[1:] if c not in spellings().vowels)


@lru_cache(maxsize=65536)
def vietnamese(name: str) -> bool:
    """Whether a name has the form of a Vietnamese one: a family name first, then one to four short words."""
    words = [fold(w) for w in full_words(name)]
    return (
        "-" not in name and 2 <= len(words) <= 5 and words[0] in spellings().family and all(len(w) <= 7 for w in words)
    )


@lru_cache(maxsize=65536)
def common(name: str) -> bool:
    """Whether all words of the name are borne by very many people, or it is one word only."""
    words = [fold(w) for w in name_words(name)]
    return len(words) < 2 or all(w in spellings().common for w in words)


@lru_cache(maxsize=262144)
def alike(a: str, b: str) -> Likeness:
    """How two names compare, the better of what can be said."""
    mine, theirs = name_words(a), name_words(b)
    if mine == theirs:
        return Likeness("equal" if len(mine) > 1 else "single", 1.0)
    plain, other = [fold(w) for w in mine], [fold(w) for w in theirs]
    if plain == other:
        return Likeness(_marked(mine, theirs) if len(mine) > 1 else "single", 1.0)
    if heard(a) == heard(b) and not (vietnamese(a) and vietnamese(b)):
        return Likeness("spelling", 0.97)
    if one_reading(a, b):
        return Likeness("reading", 1.0)
    ordered = len(mine) == len(theirs) > 1
    found = _reordered(a, b, plain, other) if ordered else _partly(a, b, plain, other)
    return found if found.way != "none" else _garbled(a, b)


def _marked(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """plain where one side lacks marks that the other has, loose where it lacks tones only, else marks."""
    pairs = list(zip(mine, theirs, strict=True))
    if all(x == y or fold(x) == x or fold(y) == y for x, y in pairs):
        return "plain"
    return (
        "loose"
        if all(x == y or x == toneless(y) or toneless(x) == y or fold(x) == x or fold(y) == y for x, y in pairs)
        else "marks"
    )


@lru_cache(maxsize=65536)
def heard(name: str) -> str:
    """All letters of a name in one spelling, the spaces left out: Vi-lay La-kham-phong is Vilay Lakhamphong."""
    return sound("".join(fold(w) for w in exact(name).split() if fold(w) not in spellings().forms))


def _garbled(a: str, b: str) -> Likeness:
    """Long names of which most letters agree: nothing to go by but for the holder of one office."""
    if vietnamese(a) or vietnamese(b) or min(len(name_words(a)), len(name_words(b))) < 2:
        return NONE
    value = _agreement(a, b)
    return Likeness("garbled", round(value, 3)) if value >= GARBLED else NONE


@lru_cache(maxsize=65536)
def _agreement(a: str, b: str) -> float:
    """The share of letters, in their order, on which two long names agree; 0 where it is under `NEAR`."""
    x, y = heard(a), heard(b)
    longer = max(len(x), len(y))
    allowed = (1 - NEAR) * longer
    if min(len(x), len(y)) < LONG_NAME or abs(len(x) - len(y)) > allowed:
        return 0.0
    mine, theirs = _letters(x), _letters(y)
    if max(sum((mine - theirs).values()), sum((theirs - mine).values())) > allowed:
        return 0.0
    value = 1 - _distance(x, y) / longer
    return value if value >= NEAR else 0.0


@lru_cache(maxsize=65536)
def _letters(word: str) -> Counter[str]:
    return Counter(word)


def _distance(a: str, b: str) -> int:
    """Letters to put in, leave out or change (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
    return row[-1]


def _reordered(a: str, b: str, plain: list[str], other: list[str]) -> Likeness:
    """Names of as many words: another order, another spelling, initials."""
    asian = vietnamese(a) or vietnamese(b)
    if sorted(plain) == sorted(other):
        turned = plain[1:] + plain[:1] == other or other[1:] + other[:1] == plain
        return Likeness("order", 1.0 if not asian else 0.9) if turned or not asian else NONE
    if any(len(w) == 1 for w in (*plain, *other)):
        short, long = sorted((plain, other), key=lambda w: (sum(map(len, w)), w))
        return _initials(short, long)
    value = _matched(plain, other)
    if not value or (asian and value < 1):
        return NONE
    return Likeness("spelling", value)


def _partly(a: str, b: str, plain: list[str], other: list[str]) -> Likeness:
    short, long = sorted((plain, other), key=len)
    if any(len(w) == 1 for w in short) and len(short) > 1:
        return _initials(short, long)
    value = _matched(short, long)
    if not value:
        return NONE
    if len(short) == 1:
        return Likeness("single", value) if len(short[0]) > 3 and len(long) <= 4 else NONE
    if vietnamese(a) and vietnamese(b):
        return NONE
    return Likeness("part", value)


def _matched(short: list[str], long: list[str]) -> float:
    """How well every word of the shorter name finds one of its own in the longer; 0 if one finds none."""
    left, worst = list(long), 1.0
    for word in sorted(short, key=lambda w: (-len(w), w)):
        value, best = max(((_word(word, o), o) for o in left), default=(0.0, ""))
        if not value:
            return 0.0
        left.remove(best)
        worst = min(worst, value)
    return worst


def _initials(short: list[str], long: list[str]) -> Likeness:
    """Initials stand for words that begin with them; one full word at least has to agree."""
    left = list(long)
    full = [w for w in short if len(w) > 1]
    for word in full:
        fit = [o for o in left if _word(word, o) >= 0.9]
        if not fit:
            return NONE
        left.remove(fit[0])
    for letter in (w for w in short if len(w) == 1):
        fit = [o for o in left if o[0] == letter]
        if not fit:
            return NONE
        left.remove(fit[0])
    return Likeness("initial", 0.9) if full else NONE


@lru_cache(maxsize=262144)
def _word(a: str, b: str) -> float:
    """How well two words of names agree: letters, spelling, consonants, one letter off."""
    if a == b:
        return 1.0
    if min(len(a), len(b)) < spellings().shortest - 1:
        return 0.0
    if len(a) == len(b) == spellings().shortest - 1:
        return 0.82 if a[0] == b[0] and a[-1] == b[-1] and _one_edit(a, b) else 0.0
    x, y = sound(a), sound(b)
    if x == y:
        return 0.97
    if min(len(a), len(b)) >= EDITED and _one_edit(x, y):
        return 0.88
    if min(len(a), len(b)) >= EDITED and skeleton(a) == skeleton(b):
        return 0.9
    return 0.0


@lru_cache(maxsize=65536)
def share_word(a: str, b: str) -> bool:
    """Whether two different names share a long word or most of their letters: a report may have one of them wrong."""
    if _agreement(a, b):
        return True
    mine, theirs = ({skeleton(w) for w in name_words(n) if len(fold(w)) > 3} for n in (a, b))
    return bool(mine & theirs)


def _one_edit(a: str, b: str) -> bool:
    """Whether one letter put in, left out, changed or swapped with its neighbour makes one word the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[2:] == y[2:] and x[:2] == y[1::-1])
