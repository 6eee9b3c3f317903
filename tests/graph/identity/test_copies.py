"""Copies and translations of one report are one source."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.identity import CROWD, sketch, sketch_from_json, sketch_to_json, sources
from graph.model import Article, PartialDate

DAY = PartialDate.parse("2020-01-19")
TEXT = " ".join(f"The minister of land {i} spoke about border matter {i * 7} with guest {i * 3}." for i in range(40))
OTHER = " ".join(f"In town {i} the police found {i * 5} lost umbrellas and {i + 2} bicycles." for i in range(40))


def article(key: str, text: str, language: str = "en", published: PartialDate = DAY) -> Article:
    return Article(key, text, published=published, language=language)


def found(*articles: Article, meetings: Mapping[str, list[str]] = MappingProxyType({})) -> dict[str, str]:
    return sources([sketch(a, meetings.get(a.key, ())) for a in articles])


def test_a_copy_that_was_cut_and_edited_is_the_same_source() -> None:
    cut = TEXT[: len(TEXT) * 2 // 3].replace("border matter 70", "an unnamed matter")
    assert found(article("a", TEXT), article("b", cut), article("c", OTHER)) == {"a": "a", "b": "a", "c": "c"}


def test_equal_texts_are_one_source_however_short() -> None:
    assert found(article("a", "Talks were held."), article("b", "Talks were  held")) == {"a": "a", "b": "a"}
    assert found(article("a", "Talks were held."), article("b", "Talks were put off.")) == {"a": "a", "b": "b"}


def test_translations_of_one_agency_text_are_one_source_if_they_report_one_meeting() -> None:
    english = article("a", "HCM City (VNA) – Minister To Lam held talks with Sar Kheng.")
    french = article("b", "Hanoi (VNA) - Le ministre To Lam s'est entretenu avec Sar Kheng.", "fr")
    vietnamese = article("c", "Bộ trưởng Tô Lâm hội đàm với Sar Kheng. (TTXVN)", "vi")
    reported = {"a": ["m"], "b": ["m"], "c": ["m"]}
    assert set(found(english, french, vietnamese, meetings=reported).values()) == {"a"}
    assert len(set(found(english, french, vietnamese, meetings={"a": ["m"], "b": ["n"]}).values())) == 3


def test_two_reports_of_one_agency_in_one_language_stay_two() -> None:
    one = article("a", "Hanoi (VNA) – Minister To Lam held talks with Sar Kheng.")
    two = article("b", "Hanoi (VNA) – Prime Minister Pham Minh Chinh received Sar Kheng.")
    assert len(set(found(one, two, meetings={"a": ["m"], "b": ["m"]}).values())) == 2


def test_equal_texts_are_one_source_however_many_there_are() -> None:
    several = [article(f"a{i:03}", "For subscribers only.") for i in range(CROWD + 1)]
    assert set(found(*several).values()) == {"a000"}


def test_a_sketch_is_kept_as_it_is() -> None:
    known = sketch(article("a", f"Hanoi (VNA) – {TEXT}"), ["meeting:m"])
    assert sketch_from_json(sketch_to_json(known)) == known
