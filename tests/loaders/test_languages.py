"""Every language file has the same slots of the same types, no slot is dead, and no file lists people's names."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import loaders
from graph.model import Article
from loaders import extract
from loaders.language.data import read_yaml
from loaders.language.pack import languages, load_pack
from loaders.read.language import detect

LANGUAGES = languages()
TABLES = ("months", "weekdays", "relative", "ordinals", "accord.numbers")  # words with a number each
OPTIONAL = ("home", "month_word")  # a word, or null where the language has none
FLAGS = ("prefixed", "direct", "diacritics")


def slots(code: str) -> dict[str, Any]:
    """The slots of a language file by their dotted path."""
    return dict(_flat(read_yaml(f"languages/{code}.yaml"), ""))


def _flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and path not in TABLES:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key))
    else:
        yield path, value


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_the_slots_of_all_others(code: str) -> None:
    every = {slot for other in LANGUAGES for slot in slots(other)}
    assert every - set(slots(code)) == set(), f"slots that seeds/languages/{code}.yaml lacks and others have"


@pytest.mark.parametrize("code", LANGUAGES)
def test_slots_hold_what_they_should(code: str) -> None:
    for slot, value in slots(code).items():
        if slot in ("code", "name"):
            assert isinstance(value, str) and value, slot
        elif slot in OPTIONAL:
            assert value is None or isinstance(value, str), slot
        elif slot in FLAGS:
            assert isinstance(value, bool), slot
        elif slot in TABLES:
            assert all(isinstance(w, str) and isinstance(n, int) for w, n in value.items()), slot
        else:
            assert isinstance(value, tuple), slot
            bad = [w for w in value if not isinstance(w, str) or w != w.strip() or not w]
            assert not bad, f"{slot}: {bad}: words that YAML reads as something else are quoted"
    assert slots(code)["code"] == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_file_is_clean_text_with_its_policy(code: str) -> None:
    text = (Path(str(loaders.__file__)).parent.parent / "seeds" / "languages" / f"{code}.yaml").read_text("utf-8")
    assert text.startswith("# ") and "Editorial policy" in text
    assert unicodedata.is_normalized("NFC", text) and "\t" not in text and "’" not in text


def test_no_slot_is_dead() -> None:
    said: set[str] = set()
    for file in Path(str(loaders.__file__)).parent.rglob("*.py"):
        tree = ast.walk(ast.parse(file.read_text("utf-8")))
        said |= {n.value for n in tree if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    dead = [s for s in slots(LANGUAGES[0]) if s not in ("code", "name") and not {s, _short(s)} & said]
    assert not dead, "slots that nothing in loaders/ reads"


def _short(slot: str) -> str:
    """What the code calls a slot: phrases.meet.talks is filed as meet, accord.be may be asked for as be."""
    first, _, second = slot.partition(".")
    return second.partition(".")[0] if first == "phrases" else second or first


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entity_list_serves_the_language(code: str) -> None:
    pack = load_pack(code)
    assert all(pack.bodies.get(body) for body in ("ministry", "police", "agency"))
    for table, section in (("offices", None), ("ranks", "ranks"), ("agency_types", "fields"), ("topics", "subjects")):
        rows = read_yaml(f"entities/{table}.yaml")
        rows = rows[section] if section else rows
        assert sum(bool(row.get(code)) for row in rows.values()) > len(rows) / 2, f"{table}: most entries lack {code}"
    for table in ("agencies", "forums", "countries"):
        rows = read_yaml(f"entities/{table}.yaml").values()
        assert any(code in row for row in rows), f"{table} has no column {code}"
    assert read_yaml("entities/regions.yaml").get(code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_file_names_no_people(code: str) -> None:
    """No slot holds a full name: two words or more that the name lists know as names."""
    names = read_yaml("entities/names.yaml")
    family = {w.lower() for words in names["family"].values() for w in words}
    given = {w.lower() for words in names["given"].values() for w in words}
    for slot, value in slots(code).items():
        if slot.startswith("phrases.not_"):  # what is no name: Thái Bình Dương
            continue
        for phrase in value if isinstance(value, tuple) else ():
            words = phrase.split()
            full = len(words) > 1 and all(w[:1].isupper() and w.lower() in family | given for w in words)
            assert not full, f"{slot}: {phrase}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_detector_knows_a_language_by_its_file(code: str) -> None:
    words = slots(code)["stopwords"]
    assert detect(" ".join(words * 3)) == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_any_language_reads_an_empty_story(code: str) -> None:
    assert extract(Article("a", "…\n\n12345 (!)", language=code)).nodes == ()
