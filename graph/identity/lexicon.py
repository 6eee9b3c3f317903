"""What is known of words before anything is compared: types of agencies, offices, topics, countries, spellings.

All of it is read from seeds/entities once. Phrases are matched folded, in all languages at once: a name
that an article in English quotes in Vietnamese is understood as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import DataError
from graph.identity.fold import fold, tokens

# every language that has a file; where two share a word with different meanings, the first of this order has it
LANGUAGES = tuple(
    sorted((f.name.removesuffix(".yaml") for f in files("seeds").joinpath("languages").iterdir()), reverse=True)
)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Phrases:
    """Folded phrases and what each stands for; the longest match wins."""

    meaning: dict[tuple[str, ...], str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    """By their first words, how many words the phrases have at most: most words begin none."""

    def add(self, phrases: Iterable[Any], meaning: str) -> None:
        """File phrases under their meaning; what was filed first under a phrase stays."""
        for phrase in phrases:
            words = tokens(str(phrase))
            if words:
                self.meaning.setdefault(words, meaning)
                self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and meaning of every phrase in the words, from the left, none overlapping."""
        at = 0
        while at < len(words):
            for length in range(min(self.longest.get(words[at], 0), len(words) - at), 0, -1):
                meaning = self.meaning.get(tuple(words[at : at + length]))
                if meaning is not None:
                    yield at, at + length, meaning
                    at += length
                    break
            else:
                at += 1

    def split(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """The meanings found in the words, and the words outside any phrase."""
        found: list[str] = []
        rest: list[str] = []
        last = 0
        for start, end, meaning in self.scan(words):
            found.append(meaning)
            rest += words[last:start]
            last = end
        return found, [*rest, *words[last:]]


def table(name: str) -> Mapping[str, Any]:
    """One file of seeds/entities; DataError if it is not a mapping."""
    data = yaml.load(_source(name), Loader=_LOADER)
    if not isinstance(data, dict):
        raise DataError(f"seeds/entities/{name}.yaml: expected a mapping at the top, found {type(data).__name__}")
    return data


def _source(name: str) -> str:
    return files("seeds").joinpath("entities", f"{name}.yaml").read_text("utf-8")


def columns(entry: Any) -> Iterator[str]:
    """Every phrase of an entry, in all its languages."""
    for code in LANGUAGES:
        yield from (entry.get(code) or ()) if isinstance(entry, dict) else ()


@lru_cache(maxsize=1)
def agency_words() -> Phrases:
    """Words of agency names: "body:ministry", "field:interior", "type:parliament", "modifier:", "word:".

    A word that is both the body and the field of names ("police") means "body:police field:public_security".
    """
    data, out = table("agency_types"), Phrases()
    meanings: dict[str, set[str]] = defaultdict(set)
    for section, mark in (("types", "type"), ("bodies", "body"), ("fields", "field")):
        for key, entry in data[section].items():
            for phrase in columns(entry):
                meanings[fold(phrase)].add(f"{mark}:{key}")
    for phrase, found in meanings.items():
        whole = [m for m in found if m.startswith("type")]
        out.add([phrase], " ".join(sorted(whole[:1] or found)))
    out.add(columns(data["modifiers"]), "modifier:")
    for entry in table("topics")["weak"]["words"].values():
        out.add(entry, "word:")
    return out


@lru_cache(maxsize=1)
def alike_sorts() -> dict[str, str]:
    """Types that languages make of one body's names, by the type under which it is kept."""
    return {str(was): str(kept) for was, kept in table("renamed")["alike"].items()}


@lru_cache(maxsize=1)
def branches() -> dict[str, str]:
    """Types of bodies that reports put for one another when they say whom somebody serves, by type."""
    return {str(sort): str(branch) for branch, sorts in table("renamed")["branches"].items() for sort in sorts}


@lru_cache(maxsize=1)
def named_bodies() -> Phrases:
    """Multilateral bodies and bodies with a name of their own, by the key of their entry."""
    out = Phrases()
    for name in ("forums", "agencies"):
        for key, entry in table(name).items():
            out.add([*columns(entry), *entry.get("acronyms", ()), *entry.get("misspellings", ())], key)
    return out


@lru_cache(maxsize=1)
def named_types() -> dict[tuple[str, tuple[str, ...]], str]:
    """The type of a body by its country and a name of its own ("State Department")."""
    entries = [e for e in table("agencies").values() if e.get("country") and e.get("kind")]
    return {(str(e["country"]), tokens(str(name))): str(e["kind"]) for e in entries for name in columns(e)}


@lru_cache(maxsize=1)
def offices() -> Phrases:
    """Titles, by the key of the office."""
    out = Phrases()
    for key, entry in table("offices").items():
        if entry.get("for") != "none":
            out.add(columns(entry), key)
    return out


_HEADS = ("secretary_general", "chief_of_staff")


@lru_cache(maxsize=1)
def state_offices() -> frozenset[str]:
    """Offices of which a state has few, whose holders are rarely taken for somebody else."""
    data = table("offices")
    return frozenset(k for k, e in data.items() if e.get("for") == "country" or k in ("minister", "speaker", *_HEADS))


@lru_cache(maxsize=1)
def topics() -> Phrases:
    """Subjects of agreements and meetings; what says little is found as "-"."""
    data, out = table("topics"), Phrases()
    for key, entry in data["subjects"].items():
        out.add(columns(entry), key)
    for entry in data["weak"].values():
        out.add(columns(entry), "-")
    return out


@lru_cache(maxsize=1)
def sole_subjects() -> frozenset[str]:
    """Subjects of which there is one text in the world."""
    return frozenset(table("topics")["sole"])


@lru_cache(maxsize=1)
def lasting_subjects() -> frozenset[str]:
    """Subjects on which two parties have one text for many years."""
    return frozenset(table("topics")["lasting"])


@lru_cache(maxsize=1)
def recurring_subjects() -> frozenset[str]:
    """Subjects on which two parties make one text after another."""
    return frozenset(table("topics")["recurring"])


@lru_cache(maxsize=1)
def level_subjects() -> frozenset[str]:
    """Subjects that name the level of a partnership."""
    return frozenset(table("topics")["levels"])


@lru_cache(maxsize=1)
def soft_subjects() -> frozenset[str]:
    """Subjects that one report of a text may leave out."""
    return frozenset(table("topics")["soft"])


@lru_cache(maxsize=1)
def countries() -> Phrases:
    """Names and adjectives of countries by ISO code, capitals by "@" and the code."""
    from babel import Locale

    out, data = Phrases(), table("countries")
    for code, entry in data.items():
        for column in entry.values():
            out.add([x for slot in ("names", "adjectives") for x in column.get(slot) or ()], code)
            out.add(column.get("capitals") or (), f"@{code}")
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                out.add([name], code)
    weak = {tokens(str(x)) for entry in data.values() for column in entry.values() for x in column.get("weak") or ()}
    for words in weak | set(topics().meaning):
        out.meaning.pop(words, None)
    return out


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Folded names of towns without spaces, by the first of those that stand side by side in all their spellings."""
    out: dict[str, str] = {}
    for code, entry in table("countries").items():
        names = [fold(n).replace(" ", "") for column in entry.values() for n in column.get("capitals") or ()]
        out |= dict.fromkeys(names, f"capital:{code}")
    return out


@lru_cache(maxsize=65536)
def place(name: str) -> str:
    """A place in one spelling: capitals by their country, other names folded without spaces and words for "city"."""
    whole = fold(name).replace(" ", "")
    return _places().get(whole) or "".join(w for w in tokens(name) if w not in spellings().towns) or whole


def without_country(words: Sequence[str], code: str) -> list[str]:
    """The words without the names, adjectives and capitals of one country."""
    out: list[str] = []
    last = 0
    for start, end, found in countries().scan(words) if code else ():
        if found.lstrip("@") == code:
            out += words[last:start]
            last = end
    return [w for w in (*out, *words[last:]) if w not in _weak_names().get(code, ())]


@lru_cache(maxsize=1)
def _weak_names() -> dict[str, frozenset[str]]:
    """By country its names that are other words, too (Mỹ, US): they are names where the country is known."""
    entries = table("countries").items()
    weak = {code: {fold(str(x)) for c in entry.values() for x in c.get("weak") or ()} for code, entry in entries}
    return {code: frozenset(names) for code, names in weak.items()}


@dataclass(frozen=True, slots=True)
class Spellings:
    """The rewriting of spellings, what is common, and forms of address."""

    shortest: int
    sounds: tuple[tuple[str, str], ...]
    vowels: frozenset[str]
    common: frozenset[str]
    forms: frozenset[str]
    family: frozenset[str]
    particles: frozenset[str]
    towns: frozenset[str]
    number: frozenset[str]
    signs: dict[str, re.Pattern[str]]
    points: frozenset[str]
    points_told: dict[str, str]


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """seeds/entities/spellings.yaml, with the Vietnamese family names and the particles of names.yaml."""
    data, people = table("spellings"), table("names")
    return Spellings(
        data["shortest_sound"],
        tuple((a, b) for a, b in data["sounds"]),
        frozenset(data["vowels"]),
        frozenset(fold(n) for names in data["common"].values() for n in names),
        frozenset(fold(n) for n in data["forms"]),
        frozenset(fold(n) for n in people["family"]["vi"]),
        frozenset(fold(n) for n in people["particles"]),
        frozenset(fold(n) for n in data["towns"]),
        frozenset(fold(n) for n in data["number"]),
        {code: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, s))})(?!\w)") for code, s in data["signs"].items()},
        frozenset(fold(w) for w in data["points"]["words"]),
        {fold(word): str(n) for word, n in data["points"]["numbers"].items()},
    )


@lru_cache(maxsize=1)
def ordinals() -> dict[str, int]:
    """Number words of all languages: first, thứ nhất, première."""
    out: dict[str, int] = {}
    for code in LANGUAGES:
        data = yaml.load(files("seeds").joinpath("languages", f"{code}.yaml").read_text("utf-8"), Loader=_LOADER)
        out |= {fold(str(word)): int(n) for word, n in (data.get("ordinals") or {}).items() if int(n) > 0}
    return out


@lru_cache(maxsize=1)
def romans() -> dict[str, int]:
    """Roman numerals from I to XXIX."""
    tens, ones = ("", "x", "xx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return {tens[n // 10] + ones[n % 10]: n for n in range(1, 30)}
