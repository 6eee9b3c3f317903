"""One language's words and rules, read from seeds/languages and seeds/entities and made ready for matching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from graph.errors import DataError
from loaders.language import lexicon
from loaders.language.data import read_yaml
from loaders.language.tokens import normal
from loaders.language.trie import Trie


@dataclass(frozen=True, eq=False)
class Pack:
    """A language made usable: its slots (words by purpose), its phrases in one trie, its matching form.

    ``slots`` is the language file as it stands; ``words(slot, …)`` gives the words of slots in matching form.
    ``offices`` and ``agencies`` hold what an entity's key means (see seeds/entities), ``bodies`` the first word of
    each type, ``alike`` the type that another kind is the same as (a coast guard command is the coast guard),
    ``generic`` the types that in lower case are bodies only beside a country, ``pairs`` kinds that are two bodies
    under one head, ``homes`` the countries in which the
    names of a culture are usual.
    """

    code: str
    slots: Mapping[str, Any]
    form: Callable[[str], str]
    trie: Trie
    offices: Mapping[str, Mapping[str, Any]]
    agencies: Mapping[str, Mapping[str, Any]]
    bodies: Mapping[str, str]
    alike: Mapping[str, str]
    generic: frozenset[str]
    pairs: frozenset[str]
    folded: bool = False
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _known: dict[str, Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Remember what the slots hold: a reader asks for it a thousand times in an article."""
        for asked in ("words", "get"):
            object.__setattr__(self, asked, cache(getattr(self, asked)))

    def words(self, *slots: str) -> frozenset[str]:
        """The single words of a slot (dotted path), or of several, in matching form."""
        return frozenset(word for slot in slots for word in self._forms(slot))

    def numbers(self, slot: str) -> Mapping[str, int]:
        """A slot of words that stand for numbers (months, ordinals), by their matching form."""
        key = f"{slot}="
        if key not in self._known:
            self._known[key] = {self.form(str(word)): int(number) for word, number in self.get(slot).items()}
        found: Mapping[str, int] = self._known[key]
        return found

    def runs(self, slot: str) -> Mapping[str, frozenset[str]]:
        """The phrases of two and more words of a slot, in matching form, by their first word."""
        key = f"{slot}+"
        if key not in self._known:
            found: dict[str, set[str]] = {}
            for phrase in self.words(slot):
                if " " in phrase:
                    found.setdefault(phrase.partition(" ")[0], set()).add(phrase)
            self._known[key] = {first: frozenset(phrases) for first, phrases in found.items()}
        runs: Mapping[str, frozenset[str]] = self._known[key]
        return runs

    def get(self, slot: str) -> Any:
        """A slot's value by dotted path; DataError where the language file lacks it."""
        if slot in self.slots:
            return self.slots[slot]
        value: Any = self.slots
        for part in slot.split("."):
            if not isinstance(value, Mapping) or part not in value:
                raise DataError(
                    f"seeds/languages/{self.code}.yaml lacks the slot {slot!r}: every language has the same"
                )
            value = value[part]
        return value

    def _forms(self, slot: str) -> Iterable[str]:
        value = self.get(slot)
        if not isinstance(value, Iterable) or isinstance(value, str):
            raise DataError(f"seeds/languages/{self.code}.yaml: {slot} is {value!r}, expected a list of words")
        return (self.form(str(w)) for w in value)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a pack."""
    rows = (f.name for f in files("seeds").joinpath("languages").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in rows if name.endswith(".yaml")))


def pack_for(text: str, code: str) -> Pack:
    """The pack that a text can be read with: one without marks where its language has them and the text has none."""
    pack = load_pack(code)
    if not pack.get("diacritics"):
        return pack
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    marked = sum(map(str.isalpha, _MARKS.findall(sample)))
    if marked >= _MARKED * len(sample):
        return pack  # so it is, however few of its signs are letters
    letters = sum(map(str.isalpha, sample))
    return load_pack(code, folded=True) if letters and marked < _MARKED * letters else pack


_SAMPLE = 4000
_MARKS = re.compile(r"[^\x00-\x7f]")
_MARKED = 0.02  # of a Vietnamese text's letters about a quarter have marks


@lru_cache(maxsize=16)
def load_pack(code: str, folded: bool = False) -> Pack:
    """The pack of a language; ``folded`` matches without diacritics, for texts that were written without them."""
    if code not in languages():
        raise DataError(f"no language pack {code!r}: expected one of {', '.join(languages())}")
    slots = read_yaml(f"languages/{code}.yaml")
    form = normal(bool(slots.get("diacritics")) and not folded)
    trie = Trie(form)
    tables = {name: read_yaml(f"entities/{name}.yaml") for name in lexicon.TABLES}
    lexicon.fill(trie, code, slots, tables)
    return Pack(
        code,
        slots,
        form,
        trie,
        tables["offices"],
        tables["agencies"] | tables["forums"],
        {k: v[code][0] for part in ("types", "bodies") for k, v in tables["agency_types"][part].items() if v.get(code)},
        {kind: key for key, kinds in tables["agency_types"]["alike"].items() for kind in kinds},
        frozenset(tables["agency_types"]["generic"]),
        frozenset(tables["agency_types"]["pairs"]),
        folded,
        {culture: frozenset(codes) for culture, codes in tables["names"]["homes"].items()},
    )
