"""One language's words and rules, read from seeds/languages and seeds/entities and made ready for matching."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import DataError
from loaders.language import lexicon
from loaders.language.tokens import normal
from loaders.language.trie import Trie


@dataclass(frozen=True)
class Pack:
    """A language made usable: its slots (words by purpose), its phrases in one trie, its matching form.

    ``slots`` is the language file as it stands; ``words(slot)`` gives a word list in matching form.
    ``offices`` and ``agencies`` hold what an entity's key means (see seeds/entities), ``bodies`` the first word of
    each type, ``alike`` the type that another kind is the same as (a coast guard command is the coast guard),
    ``generic`` the types that in lower case are bodies only beside a country.
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
    folded: bool = False

    def words(self, slot: str) -> frozenset[str]:
        """The single words of a slot (dotted path) in matching form."""
        return _words(self, slot)

    def get(self, slot: str) -> Any:
        """A slot's value by dotted path; DataError where the language file lacks it."""
        value: Any = self.slots
        for part in slot.split("."):
            if not isinstance(value, Mapping) or part not in value:
                raise DataError(
                    f"seeds/languages/{self.code}.yaml lacks the slot {slot!r}: every language has the same"
                )
            value = value[part]
        return value


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which "on", "no" and "yes" are words, as in YAML 1.2: lexicons are full of them."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


_WORDS: dict[tuple[int, str], frozenset[str]] = {}


def _words(pack: Pack, slot: str) -> frozenset[str]:
    key = (id(pack), slot)
    if key not in _WORDS:
        value = pack.get(slot)
        if not isinstance(value, Iterable) or isinstance(value, str):
            raise DataError(f"seeds/languages/{pack.code}.yaml: {slot} is {value!r}, expected a list of words")
        _WORDS[key] = frozenset(pack.form(str(w)) for w in value)
    return _WORDS[key]


def languages() -> list[str]:
    """Codes of the languages that have a pack."""
    return sorted(
        f.name.removesuffix(".yaml") for f in files("seeds").joinpath("languages").iterdir() if f.name.endswith(".yaml")
    )


def read_yaml(path: str) -> Any:
    """A data file under seeds/, parsed; DataError names the file where it is not YAML."""
    try:
        return yaml.load(files("seeds").joinpath(path).read_text("utf-8"), Loader=_Loader)
    except yaml.YAMLError as exc:
        raise DataError(f"seeds/{path} is not YAML: {exc}") from exc


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
        folded,
    )
