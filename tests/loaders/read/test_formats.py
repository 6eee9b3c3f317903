"""Web pages, JSON, JSON lines, folders and standard input."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Article
from loaders.read import files, read_articles

EN = "The two ministers met on Monday and said that their agencies will share information on crime with each other."
VI = "Ngày 22/11, tại Hà Nội, Bộ trưởng đã tiếp Đại sứ. Hai bên trao đổi về hợp tác an ninh trong thời gian tới."


def page(head: str = "", lang: str = "vi") -> str:
    return f"""<!doctype html><html lang="{lang}"><head><title>Tiếp Đại sứ - Báo</title>{head}</head><body>
    <nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/ct">Chính trị</a></li></ul></nav>
    <main><article><h1>Bộ trưởng tiếp Đại sứ</h1><p>{VI}</p><p>{VI} Thêm một câu.</p></article></main>
    <aside><a href="/x">Tin liên quan</a></aside><script>alert(1)</script>
    <footer>Bản quyền 2024</footer></body></html>"""


def articles(path: Path) -> list[Article]:
    found = list(read_articles(path))
    assert all(isinstance(a, Article) for a in found), found
    return [a for a in found if isinstance(a, Article)]


def errors(path: Path) -> list[str]:
    return [str(e) for e in read_articles(path) if isinstance(e, InputError)]


def test_a_page_gives_its_text_without_what_surrounds_it(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Báo Mới"><meta property="og:title" content="Bộ trưởng tiếp Đại sứ">'
        '<meta property="article:published_time" content="2024-11-22T21:03:00+07:00">'
        '<link rel="canonical" href="https://Bao.vn/a/?utm_source=x">'
    )
    (tmp_path / "a.html").write_text(page(head), "utf-8")
    (article,) = articles(tmp_path / "a.html")
    assert (article.key, article.publisher, str(article.published)) == ("https://bao.vn/a", "Báo Mới", "2024-11-22")
    assert (article.title, article.language) == ("Bộ trưởng tiếp Đại sứ", "vi")
    assert VI in article.text and "Thêm một câu" in article.text
    assert not any(word in article.text for word in ("Trang chủ", "alert", "Bản quyền", "Tin liên quan", "<"))


def test_what_a_page_declares_wrongly_is_left_open(tmp_path: Path) -> None:
    head = (
        '<meta name="date" content="hôm nay"><link rel="canonical" href="/a">'
        '<script type="application/ld+json">{broken</script>'
    )
    (tmp_path / "a.html").write_text(page(head, lang="en"), "utf-8")
    (article,) = articles(tmp_path / "a.html")
    assert (article.key, article.url, article.published, article.language) == ("a.html", None, None, "vi")


def test_json_ld_of_a_page_is_understood(tmp_path: Path) -> None:
    record = {
        "@graph": [
            {"@type": "WebSite"},
            {"@type": ["NewsArticle"], "headline": "Tiếp Đại sứ", "datePublished": "2023-05"},
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(record)}</script>'
    (tmp_path / "a.htm").write_text(page(head), "utf-8")
    (article,) = articles(tmp_path / "a.htm")
    assert (article.title, str(article.published)) == ("Tiếp Đại sứ", "2023-05")


def test_a_page_in_a_declared_encoding(tmp_path: Path) -> None:
    text = page('<meta charset="iso-8859-1">', lang="fr").replace(
        VI, "Le ministre a été reçu à Évian par son homologue. " * 3
    )
    (tmp_path / "a.html").write_bytes(text.encode("latin-1", "ignore"))
    (article,) = articles(tmp_path / "a.html")
    assert "reçu à Évian" in article.text and article.extra["encoding"] == "windows-1252"


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><script>1</script></body></html>", "utf-8")
    assert "a.html: no article text found" in errors(tmp_path)[0]


def test_json_in_its_three_shapes(tmp_path: Path) -> None:
    one = {"text": EN, "headline": "Ministers meet", "date": "2024-11-22", "source": "The Paper", "id": 7, "seen": None}
    (tmp_path / "a.json").write_text(json.dumps(one), "utf-8")
    (tmp_path / "b.json").write_text(json.dumps([one, {"body": VI, "url": "https://bao.vn/b/"}]), "utf-8")
    (tmp_path / "c.json").write_text(json.dumps({"articles": [one]}), "utf-8")
    found = articles(tmp_path)
    assert [a.key for a in found] == ["a.json", "b.json#1", "https://bao.vn/b", "c.json#1"]
    first = found[0]
    assert (first.title, str(first.published), first.publisher) == ("Ministers meet", "2024-11-22", "The Paper")
    assert (first.text, first.language, first.extra) == (EN, "en", {"id": "7"})


def test_json_lines_go_on_behind_a_wrong_line(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": EN}),
        "{oops",
        "",
        json.dumps({"title": "x"}),
        json.dumps({"text": VI, "published": "2024-02-30"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, json.dumps({"text": VI})]), "utf-8")
    found = list(read_articles(tmp_path / "a.jsonl"))
    assert [a.key for a in found if isinstance(a, Article)] == ["a.jsonl#1", "a.jsonl#6"]
    wrong = [str(e) for e in found if isinstance(e, InputError)]
    assert "a.jsonl#2: line 1, column 2" in wrong[0]
    assert "a.jsonl#4: the record has no text" in wrong[1]
    assert "a.jsonl#5: published: '2024-02-30'" in wrong[2]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{", ["a.json", "line 1", "expected JSON"]),
        ("7", ["a.json", "7,", "JSON object"]),
        ("[]", ["a.json", "list of objects"]),
        ("[1]", ["a.json#1", "1,"]),
        ('{"text": 7, "language": {"a": 1}}', ["language", "flatten"]),
        ('{"text": "a\\ud800b"}', ["surrogate"]),
        ("[" * 100_000, ["expected JSON"]),
        ('{"text": ' + "9" * 5000 + "}", ["expected JSON"]),
    ],
)
def test_wrong_json(tmp_path: Path, data: str, words: list[str]) -> None:
    (tmp_path / "a.json").write_text(data, "utf-8")
    (wrong,) = errors(tmp_path / "a.json")
    assert all(word in wrong for word in words)


def test_a_folder_is_read_in_order_and_errors_stand_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, text in {
        "b/two.txt": EN,
        "a.txt": VI,
        "b/one.txt": "",
        "note.md": EN,
        ".hidden.txt": EN,
        ".git/x.txt": EN,
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "b" / "pic.png").write_bytes(b"\x89PNG")
    found = list(read_articles(tmp_path))
    assert [a.key if isinstance(a, Article) else str(a).split(":")[0] for a in found] == [
        "a.txt",
        "b/one.txt",
        "b/two.txt",
    ]


def test_the_key_of_one_file_is_its_name_or_its_path_below_a_root(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text(EN, "utf-8")
    assert articles(tmp_path / "b" / "a.txt")[0].key == "a.txt"
    (found,) = read_articles(tmp_path / "b" / "a.txt", root=tmp_path)
    assert isinstance(found, Article) and found.key == "b/a.txt"


def test_a_file_of_unknown_suffix_is_read_by_how_it_begins(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Ministers\n---\n" + EN, "utf-8")
    (tmp_path / "b.page").write_text(page(), "utf-8")
    (tmp_path / "c.data").write_text(json.dumps({"text": EN}) + "\n" + json.dumps({"text": VI}), "utf-8")
    assert articles(tmp_path / "a.md")[0].title == "Ministers"
    assert articles(tmp_path / "b.page")[0].title == "Bộ trưởng tiếp Đại sứ"
    assert len(articles(tmp_path / "c.data")) == 2


@pytest.mark.parametrize(
    ("data", "keys"),
    [(EN, ["stdin"]), (json.dumps([{"text": EN}, {"text": VI}]), ["stdin#1", "stdin#2"]), (page(), ["stdin"])],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, keys: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode("utf-8"))))
    assert [a.key for a in articles(Path("-"))] == keys


def test_what_is_not_there_or_holds_nothing(tmp_path: Path) -> None:
    assert "does not exist" in errors(tmp_path / "missing")[0]
    assert "no articles in this folder" in errors(tmp_path)[0] and ".jsonl" in errors(tmp_path)[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_the_way_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "no articles in this folder" in errors(tmp_path)[0]
    assert "neither a file nor a folder" in errors(tmp_path / "a.txt")[0]


def test_too_large_files_are_refused_before_they_are_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    (tmp_path / "a.txt").write_text(EN * 2, "utf-8")
    assert "more than 100 bytes" in errors(tmp_path)[0]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(EN, "utf-8")

    def refuse(self: Path, mode: str = "r") -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    (wrong,) = errors(tmp_path)
    assert "a.txt" in wrong and "Permission denied" in wrong


@pytest.mark.parametrize(
    "body",
    ["<div>" * 100_000 + f"<p>{EN}</p>", "<p><object>" * 50_000 + EN, "<b>" * 20_000 + "<p>" * 20_000 + EN],
)
def test_a_page_that_nests_without_end_is_refused_at_once(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{body}", "utf-8")
    assert "nested more than 512 deep" in errors(tmp_path)[0]


def test_old_pages_that_never_close_their_paragraphs_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + f"<p>{EN}<br>" * 2_000, "utf-8")
    assert EN in articles(tmp_path)[0].text
