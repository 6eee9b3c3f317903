"""Hostile texts: bounded time, cost linear in length, offsets true, no exception."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest

from graph.model import Article, Facts, PartialDate
from loaders import extract
from loaders.language import pack_for

SIZE = 12_000
PIECES = {
    "one word": "a",
    "words": "agreement ",
    "capitals": "MINISTER SIGNED AGREEMENT ",
    "digits": "12 ",
    "one number": "1",
    "brackets": "(",
    "closed brackets": ")",
    "quotation marks": "“",
    "combining marks": "a\u0301\u0301\u0301\u0301 ",
    "marks alone": "\u0301",
    "no sentence ends": "the ministers signed an agreement on security and ",
    "zero width": "Minis\u200bter ",
    "bidirectional": "\u202eMinister ",
    "dates": "5 May 2024 to ",
    "slashes": "1/2/",
    "hyphens": "a-",
    "apostrophes": "d'",
    "signatures": "ký Hiệp định giữa ",
    "accords": "l'accord de ",
    "met": "met with Minister John Smith ",
    "lines": "Minister of Foreign Affairs John Smith met\n",
    "mixed": "Tổng thống President ministre 5 (Ắ\u0301) ",
    "ends in a title": "Bộ trưởng ",
}


def _read(text: str, language: str) -> Facts:
    return extract(Article("hostile", text, published=PartialDate.parse("2024-05-03"), language=language))


def _quotes_stand(facts: Facts) -> None:
    for item in (*facts.nodes, *facts.edges):
        for e in item.evidence:
            assert facts.article.text[e.start : e.end] == e.quote


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_repeated_text_is_read_in_bounded_time(piece: str, language: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    begun = time.process_time()
    facts = _read(text, language)
    assert time.process_time() - begun < 5
    _quotes_stand(facts)


def test_cost_is_linear() -> None:
    piece = "Interior Minister John Smith met Defence Minister Anna Berg in Paris on 5 May and signed an agreement.\n"
    _read(piece, "en")
    assert _steps(piece * 400) < 4.4 * _steps(piece * 100)


def _steps(text: str) -> int:
    """Calls that reading the text makes: unlike seconds the same on every machine, however busy."""
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        _read(text, "en")
    finally:
        sys.setprofile(None)
    return count


def test_thousands_of_names() -> None:
    names = ", ".join(
        f"Minister {a}{b}ran {c}{d}berg" for a in "ABCDEFGH" for b in "aeiou" for c in "KLMNPRST" for d in "aeiou"
    )
    begun = time.process_time()
    _quotes_stand(_read(f"The talks were attended by {names}.", "en"))
    assert time.process_time() - begun < 10


def test_decomposed_text_is_read_like_composed() -> None:
    text = "Bộ trưởng Công an Trần Văn Khánh và Bộ trưởng Nội vụ Hungary Sandor Nagy đã ký Hiệp định về dẫn độ."
    whole, apart = _read(text, "vi"), _read(unicodedata.normalize("NFD", text), "vi")
    _quotes_stand(apart)
    assert [n.label for n in whole.nodes] == [n.label for n in apart.nodes]


def test_vietnamese_without_marks_is_read() -> None:
    text = "Bo Cong an Viet Nam va Bo Noi vu Hungary da ky Hiep dinh ve dan do."
    assert pack_for(text, "vi").folded
    facts = _read(text, "vi")
    _quotes_stand(facts)
    assert {n.label for n in facts.nodes} >= {"Agency", "Agreement"}
