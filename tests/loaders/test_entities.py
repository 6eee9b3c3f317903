"""The entity lexicons keep the rules that their headers state."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from babel import Locale

from loaders.language.data import read_yaml
from loaders.language.pack import languages

ENTITIES = files("seeds").joinpath("entities")
LANGUAGES = languages()
COUNTRIES = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}


def table(name: str) -> Any:
    return read_yaml(f"entities/{name}.yaml")


def fold(word: str) -> str:
    word = unicodedata.normalize("NFKD", word.lower().replace("đ", "d"))
    return "".join(c for c in word if not unicodedata.combining(c))


def form(word: str, language: str) -> str:
    return word.lower() if language == "vi" else fold(word)


def words(entry: Any) -> Iterator[tuple[str, str]]:
    """Each (language, word) of an entry with a column a language."""
    for language in LANGUAGES:
        for word in entry.get(language) or ():
            yield language, word


def doubled(entries: dict[str, Any]) -> dict[tuple[str, str], set[str]]:
    """Words that stand under two keys of one table and language."""
    where: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for key, entry in entries.items():
        for language, word in words(entry):
            where[language, word.lower()].add(key)
    return {word: keys for word, keys in where.items() if len(keys) > 1}


@pytest.mark.parametrize("file", sorted(f.name for f in ENTITIES.iterdir() if f.name.endswith(".yaml")))
def test_every_file_opens_with_its_policy_and_holds_clean_text(file: str) -> None:
    text = ENTITIES.joinpath(file).read_text("utf-8")
    assert text.startswith("# ") and "What belongs here" in text.split("\n\n")[0]
    assert unicodedata.is_normalized("NFC", text)
    assert "\t" not in text and "’" not in text


def test_all_lexicons_together_stay_small() -> None:
    assert sum(len(f.read_bytes()) for f in ENTITIES.iterdir() if f.name.endswith(".yaml")) < 150_000 * len(LANGUAGES)


def test_countries_are_countries_and_their_words_are_words() -> None:
    countries = table("countries")
    assert set(countries) <= COUNTRIES and len(countries) > 195
    for columns in countries.values():
        assert set(columns) <= set(LANGUAGES)
        for column in columns.values():
            assert set(column) <= {"names", "weak", "adjectives", "capitals"}
            assert all(isinstance(w, str) and w == w.strip() for ws in column.values() for w in ws)


def test_a_strong_word_means_one_country() -> None:
    where: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for iso2, columns in table("countries").items():
        for language, column in columns.items():
            for kind in ("names", "adjectives", "capitals"):
                for word in column.get(kind, ()):
                    where[language, form(word, language)].add(iso2)
    assert {w: c for w, c in where.items() if len(c) > 1} == {}


def test_french_adjectives_come_in_all_forms() -> None:
    for iso2, columns in table("countries").items():
        adjectives = set(columns.get("fr", {}).get("adjectives", ()))
        plurals = {a if a.endswith("s") else a + "s" for a in adjectives}
        assert plurals <= adjectives, iso2
        assert all(a[0].islower() for a in adjectives), iso2


def test_a_city_belongs_to_one_country_and_is_no_capital() -> None:
    cities = dict(table("cities"))
    weak = cities.pop("weak")
    assert set(cities) | set(weak) <= COUNTRIES
    counted = Counter(fold(name) for names in cities.values() for name in set(map(fold, names)))
    assert [name for name, n in counted.items() if n > 1] == []


def test_agency_types_have_every_language_and_no_word_twice() -> None:
    types = table("agency_types")
    for section in ("bodies", "fields", "types"):
        assert doubled(types[section]) == {}, section
        assert all(any(entry.get(lang) for lang in LANGUAGES) for entry in types[section].values())
        assert all(set(entry) <= set(LANGUAGES) for entry in types[section].values())
    assert all(entry.get(lang) for entry in types["fields"].values() for lang in LANGUAGES)
    assert set(types["modifiers"]) == set(LANGUAGES)


def test_named_agencies_point_at_types_and_share_no_name() -> None:
    types, agencies, forums = table("agency_types"), table("agencies"), table("forums")
    assert doubled(agencies | forums) == {}
    acronyms = Counter(a for e in (agencies | forums).values() for a in e.get("acronyms", ()))
    assert [a for a, n in acronyms.items() if n > 1] == []
    keys = {"country", "kind", "acronyms", "misspellings", "ambiguous", "beside", "metonym", *LANGUAGES}
    for key, entry in (agencies | forums).items():
        assert set(entry) <= keys, key
        assert entry.get("country", "US") in COUNTRIES, key
        body, _, field = entry.get("kind", "party").partition("/")
        assert body in types["bodies"] | types["types"] | {"party": 1}, key
        assert not field or field in types["fields"], key


def test_in_one_country_a_kind_names_one_body() -> None:
    kinds = Counter(
        (e.get("country"), e["kind"]) for k, e in table("agencies").items() if e.get("kind") and e.get("country")
    )
    twice = {kind for kind, n in kinds.items() if n > 1}
    assert twice <= {("MY", "national_police")}  # Bukit Aman is where that police sits


def test_offices_say_what_they_are_held_for() -> None:
    offices, types = table("offices"), table("agency_types")
    assert doubled(offices) == {}
    for key, office in offices.items():
        assert office["for"] in ("agency", "country", "none"), key
        assert set(office) <= {
            "for",
            "body",
            "field",
            "type",
            "names",
            "within",
            "alone",
            "not_in",
            "posted",
            "named",
            "likely",
            "local",
            "own",
            *LANGUAGES,
        }, key
        assert "body" in office or "field" not in office, key
        body = office.get("body", "ministry")
        assert set(body.values() if isinstance(body, dict) else [body]) <= set(types["bodies"]), key
        assert set(office.get("names", LANGUAGES)) == set(LANGUAGES), key
        if "within" in office:
            assert {office["within"]["forum"], *office["within"]["where"]} <= set(table("forums")), key
        assert office.get("field", "interior") in types["fields"], key
        assert office.get("type", "parliament") in types["types"], key


def test_ranks_and_names_stand_once_in_a_list() -> None:
    ranks, names = table("ranks"), table("names")
    assert doubled(ranks["ranks"]) == {}
    assert set(ranks["honorifics"]) == set(LANGUAGES)
    for lists in (names["family"], names["given"]):
        for culture, entries in lists.items():
            assert len(entries) == len(set(entries)), culture
            assert all(isinstance(name, str) and name[0].isupper() for name in entries), culture


def test_names_are_no_countries_demonyms_or_common_words() -> None:
    columns = [c[code] for c in table("countries").values() for code in ("fr", "en") if code in c]
    taken = {fold(word) for column in columns for words in column.values() for word in words}
    stop = {fold(str(w)) for code in ("fr", "en") for w in read_yaml(f"languages/{code}.yaml")["stopwords"]}
    names = table("names")
    found = {n for lists in (names["family"], names["given"]) for c, ns in lists.items() if c != "vi" for n in ns}
    assert {n for n in found if fold(n) in taken | stop} <= {"Dominique", "Maurice", "Said", "Saïd"}
