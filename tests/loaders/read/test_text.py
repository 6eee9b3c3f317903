"""Bare text and front matter: what a reader of the file would say its headline, date and language are."""

from __future__ import annotations

import unicodedata

import pytest

from graph.errors import InputError
from graph.model import Article
from loaders.read import read_text

VI = "Ngày 22/11, tại Hà Nội, Bộ trưởng đã tiếp Đại sứ. Hai bên trao đổi về hợp tác an ninh trong thời gian tới.\n"
EN = "The two ministers met on Monday and said that their agencies will share information on crime with each other.\n"
FR = "Les deux ministres se sont rencontrés lundi et ont souligné que la coopération entre les deux pays est bonne.\n"
LAUGHS = "k0: &k0 [x]\n" + "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 30))


def test_front_matter_is_taken_and_the_text_begins_behind_it() -> None:
    article = read_text(
        "---\nurl: https://Example.org/a/?utm_source=x#top\npublisher: Le Journal\npublished: 2024-11-22\n"
        'language: fr\ntitle: "Une visite: la suite"\nsection: Monde\ntags: [paix, sécurité]\n---\n' + FR,
        "a.txt",
    )
    assert (article.key, article.url) == ("https://example.org/a", "https://Example.org/a/?utm_source=x#top")
    assert (article.publisher, str(article.published), article.language) == ("Le Journal", "2024-11-22", "fr")
    assert article.title == "Une visite: la suite"
    assert article.extra == {"section": "Monde", "tags": "paix, sécurité"}
    assert article.text == FR


def test_empty_fields_stay_open_and_empty_front_matter_is_none() -> None:
    article = read_text("---\nurl:\npublished:\n---\n" + EN, "a.txt")
    assert (article.key, article.url, article.published) == ("a.txt", None, None)
    assert read_text("---\n---\n" + EN, "b.txt").text == EN


@pytest.mark.parametrize(
    ("published", "shown"), [("2024", "2024"), ("2024-11", "2024-11"), ("2024-11-22T21:03+07:00", "2024-11-22")]
)
def test_dates_keep_their_precision(published: str, shown: str) -> None:
    assert str(read_text(f"---\npublished: {published}\n---\n{EN}", "a").published) == shown


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("published: 2024-13-40", ["published", "2024-13-40", "calendar"]),
        ("published: last Monday", ["published", "last Monday", "YYYY-MM-DD"]),
        ("published: 22/11/2024", ["22/11/2024", "YYYY-MM-DD"]),
        ("language: Klingon", ["language", "Klingon", "ISO 639-1", "fr"]),
        ("url: example.org/a", ["example.org/a", "http"]),
        ("url: 'javascript:alert(1)'", ["javascript", "http"]),
        ("title: a: b: c", ["line 2", "broken front matter", "quotes"]),
        ("tags: {a: {b: c}}", ["tags", "flatten"]),
        ("a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b]", ["b", "flatten"]),
        (LAUGHS, ["flatten"]),
        ("- a\n- b", ["expected lines `name: value`"]),
        ("&a [*a, *a]", ["front matter"]),
    ],
)
def test_wrong_front_matter_is_named_with_its_value_and_remedy(front: str, words: list[str]) -> None:
    with pytest.raises(InputError) as wrong:
        read_text(f"---\n{front}\n---\n{EN}", "news/a.txt")
    assert all(word in str(wrong.value) for word in ["news/a.txt", *words])


def test_front_matter_that_never_closes_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.txt: the front matter .* closes it"):
        read_text("---\npublisher: X\n" + EN, "a.txt")


TOPS = [
    ("Bộ trưởng tiếp Đại sứ 18/06/2025 18:01\n\n" + VI, "Bộ trưởng tiếp Đại sứ", "2025-06-18", "vi"),
    ("Bộ trưởng tiếp Đại sứ\n\nThứ sáu - 22/11/2024 21:03\n\n" + VI, "Bộ trưởng tiếp Đại sứ", "2024-11-22", "vi"),
    ("Bộ trưởng tiếp Đại sứ\nThứ Sáu, ngày 22 tháng 11 năm 2024\n" + VI, "Bộ trưởng tiếp Đại sứ", "2024-11-22", "vi"),
    (" date 2025-04 Bộ trưởng tiếp Đại sứ\n\n" + VI, "Bộ trưởng tiếp Đại sứ", "2025-04", "vi"),
    (" date 2025-04 Bộ trưởng tiếp 09/04/2025 14:22\n\n" + VI, "Bộ trưởng tiếp", "2025-04-09", "vi"),
    ("Une visite\nPublié le 3 mai 2021 à 14h05\n" + FR, "Une visite", "2021-05-03", "fr"),
    ("Une visite\n05/06/2024\n" + FR, "Une visite", "2024-06-05", "fr"),
    ("Ministers meet\nPublished: November 22, 2024 9:03 AM GMT\n" + EN, "Ministers meet", "2024-11-22", "en"),
    ("Ministers meet\n22 November 2024\n" + EN, "Ministers meet", "2024-11-22", "en"),
    ("Ministers meet\n2024-11-22T09:03:00+07:00\n" + EN, "Ministers meet", "2024-11-22", "en"),
    ("Ministers meet\n11/22/2024 09:03\n" + EN, "Ministers meet", "2024-11-22", "en"),
]


@pytest.mark.parametrize(("text", "title", "published", "language"), TOPS)
def test_headline_date_and_language_are_found(text: str, title: str, published: str, language: str) -> None:
    article = read_text(text, "a.txt")
    assert (article.title, str(article.published), article.language) == (title, published, language)


OPEN = [
    "Ministers meet\n05/06/2024 09:03\n" + EN,  # May or June: nobody can say
    "Ministers to meet on 22/11/2024\n" + EN,  # the date of the event
    "Ministers meet\n\n" + EN + "On 22 November 2024 they signed.\n",
    "Une visite\n45/45/2024 10:00\n" + FR,
]


@pytest.mark.parametrize("text", OPEN)
def test_no_date_is_invented(text: str) -> None:
    assert read_text(text, "a.txt").published is None


def test_a_first_sentence_is_no_headline() -> None:
    assert read_text(EN + EN, "a.txt").title is None
    assert read_text("One line that is all there is", "a.txt").title is None


def test_a_metadata_line_before_the_text_is_no_text() -> None:
    assert read_text(" date 2025-04 Tiếp Đại sứ\n" + VI, "a").text.startswith("Tiếp Đại sứ")


@pytest.mark.parametrize(
    "text",
    [
        "El ministro se reunió con su homólogo en París para hablar sobre la cooperación entre los dos países.",
        "Министр внутренних дел встретился в понедельник в Париже со своим французским коллегой по вопросам.",
        "Hanoi, Paris, London",
        "Menteri bertemu dengan rekannya dari Prancis pada hari ini untuk membahas kerja sama antara kedua negara itu.",
    ],
)
def test_other_languages_are_not_taken_for_ours(text: str) -> None:
    assert read_text(text, "a").language not in ("vi", "fr", "en")


def test_text_is_nfc_with_plain_line_ends_and_no_controls() -> None:
    article = read_text("\ufeff" + unicodedata.normalize("NFD", "Bộ trưởng\r\nhội đàm\x00\x07.\r") + VI, "a")
    assert article.text == "Bộ trưởng\nhội đàm  .\n" + VI
    assert unicodedata.is_normalized("NFC", article.text)


@pytest.mark.parametrize(
    ("text", "word"), [("", "empty"), (" \n\t", "empty"), ("---\nurl:\n---\n \n", "empty"), ("a\ud800", "surrogate")]
)
def test_what_is_no_text_is_refused(text: str, word: str) -> None:
    with pytest.raises(InputError, match=word):
        read_text(text, "a.txt")


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="1,000,000"):
        read_text("word " * 200_001, "a.txt")


def test_hostile_lines_take_no_time() -> None:
    long = "22/11/2024 " * 20_000 + "\n" + "- , " * 50_000 + "\n" + EN
    assert isinstance(read_text(long, "a"), Article)
