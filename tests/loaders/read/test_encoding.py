"""Encodings: UTF-8, or what the words of the text prove; otherwise the options are named and nothing is guessed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Article
from loaders.read import read_articles

VI = "Bộ trưởng Bộ Công an đã tiếp Đại sứ tại Hà Nội. Hai bên trao đổi về hợp tác của hai nước trong thời gian tới."
FR = "Le ministre a été reçu à Évian par son homologue, et les deux délégations ont évoqué la sécurité dans le Sahel."
EN = "The minister met his counterpart in São Paulo, and the two sides said that they will co-operate on border crime."


def cp1258(text: str) -> bytes:
    """As Vietnamese Windows writes it: letters whole, tones as marks behind them."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = _split(char)
            out += base.encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


def _split(char: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", char)
    tone = next(m for m in marks if m in "̣̀́̃̉")
    return unicodedata.normalize("NFC", marks.replace(tone, "")), tone


def read(path: Path, data: bytes) -> Article | InputError:
    path.write_bytes(data)
    (found,) = read_articles(path)
    return found


CASES = [
    (VI.encode("utf-8"), VI, None),
    (b"\xef\xbb\xbf" + VI.encode("utf-8"), VI, None),
    (VI.encode("utf-16"), VI, "utf-16"),
    (cp1258(VI), VI, "windows-1258"),
    (FR.encode("latin-1"), FR, "windows-1252"),
    ((FR + " « L’accord » …").encode("cp1252"), FR + " « L’accord » …", "windows-1252"),
    (EN.encode("latin-1"), EN, "windows-1252"),
]


@pytest.mark.parametrize(("data", "text", "encoding"), CASES)
def test_decoded_and_noted(tmp_path: Path, data: bytes, text: str, encoding: str | None) -> None:
    article = read(tmp_path / "a.txt", data)
    assert isinstance(article, Article)
    assert (article.text, article.extra.get("encoding")) == (text, encoding)


UNPROVED = [
    "Министр встретился с коллегой.".encode("cp1251"),
    "Bộ trưởng".encode()[:-2] + b"\xff",
    b"caf\xe9",
    "警察庁長官が会談した。".encode("shift_jis"),
]


@pytest.mark.parametrize("data", UNPROVED)
def test_never_guessed(tmp_path: Path, data: bytes) -> None:
    wrong = read(tmp_path / "a.txt", data)
    assert isinstance(wrong, InputError)
    assert all(word in str(wrong) for word in ("a.txt", "0x", "windows-1258", "windows-1252", "Latin-1", "iconv"))


def test_a_broken_byte_in_utf8_is_not_taken_for_an_old_encoding(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path / "a.txt", VI.encode("utf-8") + b"\xe1"), InputError)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 4, "bytes that no text has"),
        ("Bộ trưởng".encode("utf-16-le"), "bytes that no text has"),
        (b"", "empty"),
        (b" \n\n", "empty"),
    ],
)
def test_no_text(tmp_path: Path, data: bytes, word: str) -> None:
    wrong = read(tmp_path / "a.txt", data)
    assert isinstance(wrong, InputError) and word in str(wrong) and "a.txt" in str(wrong)
