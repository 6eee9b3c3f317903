"""Every phrase of a language filed in one trie: entities by their column, the language file's own phrase slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale

from loaders.language.trie import Trie

TABLES = (
    "countries",
    "regions",
    "cities",
    "agency_types",
    "agencies",
    "forums",
    "offices",
    "ranks",
    "names",
    "outlets",
    "topics",
)


def fill(trie: Trie, code: str, slots: Mapping[str, Any], tables: Mapping[str, Any]) -> None:
    """File all phrases that a text in this language may hold."""
    _countries(trie, code, tables["countries"])
    _file(trie, "not_country", "region", tables["regions"].get(code) or ())
    _cities(trie, code, tables["cities"])
    types = tables["agency_types"]
    for part, slot in (("bodies", "body"), ("fields", "field"), ("types", "type")):
        for key, columns in types[part].items():
            _file(trie, slot, key, columns.get(code) or ())
    _file(trie, "modifier", "modifier", types["modifiers"].get(code) or ())
    _file(trie, "not_body", "not_body", types["not_bodies"].get(code) or ())
    for table in ("agencies", "forums"):
        _bodies(trie, code, table, tables[table])
    for key, columns in tables["offices"].items():
        _file(trie, "office", key, columns.get(code) or (), columns)
    for key, columns in tables["ranks"]["ranks"].items():
        _file(trie, "rank", key, columns.get(code) or ())
    _file(trie, "honorific", "honorific", tables["ranks"]["honorifics"].get(code) or ())
    for culture, names in tables["names"]["family"].items():
        _file(trie, "family" if culture == "vi" else "name", culture, names)
    for culture, names in tables["names"]["given"].items():
        if culture != "vi":
            _file(trie, "name", culture, names)
    for iso2, marks in tables["outlets"].items():
        _file(trie, "outlet", iso2, marks)
    for key, columns in tables["topics"]["subjects"].items():
        _file(trie, "topic", key, columns.get(code) or ())
    for slot, groups in slots["phrases"].items():
        for key, phrases in groups.items():
            _file(trie, slot, key, phrases)


def _file(trie: Trie, slot: str, key: str, phrases: Iterable[str], data: Any = None) -> None:
    for phrase in phrases:
        trie.add(slot, str(key), str(phrase), data)


def _countries(trie: Trie, code: str, table: Mapping[str, Any]) -> None:
    """Names from the CLDR in the text's language and in English; variants, adjectives and capitals from the table."""
    local = {lang: Locale(lang).territories for lang in {code, "en"}}
    for iso2, columns in table.items():
        own = columns.get(code) or {}
        weak = set(own.get("weak") or ())
        for lang in {code, "en"}:
            name = local[lang].get(iso2)
            if name and name not in weak and not (lang != code and name in (columns.get("en") or {}).get("weak", ())):
                trie.add("country", iso2, name)
        for lang, column in columns.items():  # a capital in the spelling of any language
            if lang in (code, "en"):
                _file(trie, "country", iso2, (n for n in column.get("names") or () if n not in weak))
            _file(trie, "capital", iso2, column.get("capitals") or ())
        _file(trie, "weak_country", iso2, weak)
        _file(trie, "demonym", iso2, own.get("adjectives") or ())


def _cities(trie: Trie, code: str, table: Mapping[str, Any]) -> None:
    """Cities in the spellings of all languages; a foreign city as Vietnamese spells it only in Vietnamese.

    Matched without diacritics, "Vân Nam" (Yunnan) would be found in the name of Bui Van Nam.
    """
    for iso2, names in table.items():
        if iso2 == "weak":
            for country, weak in names.items():
                _file(trie, "weak_city", country, weak)
        else:
            _file(trie, "city", iso2, (n for n in names if code == "vi" or iso2 == "VN" or not _vietnamese(n)))


def _vietnamese(name: str) -> bool:
    return any(c in "ăđơưĂĐƠƯ" or "\u1ea0" <= c <= "\u1ef9" for c in name)


def _bodies(trie: Trie, code: str, table: str, entries: Mapping[str, Any]) -> None:
    slot = "agency" if table == "agencies" else "forum"
    for key, columns in entries.items():
        # an ambiguous acronym (AFP, MIT) stands for the body only where the text itself spells it out
        acronyms = () if columns.get("ambiguous") else columns.get("acronyms") or ()
        names = [*(columns.get(code) or ()), *acronyms, *(columns.get("misspellings") or ())]
        if code != "en":
            names += columns.get("en") or ()
        _file(trie, slot, key, dict.fromkeys(names), columns)
        if columns.get("beside"):
            _file(trie, "short_body", key, columns.get("acronyms") or (), columns)
