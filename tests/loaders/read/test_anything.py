"""Whatever is given, an article or an InputError comes back: no other error, no lost rest of the folder."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Article
from loaders.read import read_articles, read_text

pieces = st.sampled_from(
    [
        "---\n",
        "title: x\n",
        "url: https://a.org\n",
        "published: 2024\n",
        "{",
        "}",
        '"text": "a"',
        "[",
        "]",
        "<p>",
        "</p>",
        "\n",
    ]
)
texts = st.lists(st.one_of(st.text(max_size=40), pieces), max_size=12).map("".join)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text(text: str) -> None:
    try:
        article = read_text(text, "a.txt")
    except InputError as wrong:
        assert "a.txt" in str(wrong)
    else:
        assert article.text.strip() and unicodedata.is_normalized("NFC", article.text)
        article.text.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=200), texts.map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_any_bytes_in_any_format(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("txt", "html", "json", "jsonl", "md"):
            Path(folder, f"a.{suffix}").write_bytes(data)
            assert all(isinstance(a, (Article, InputError)) for a in read_articles(Path(folder, f"a.{suffix}")))
        Path(folder, "z.txt").write_text("The last one of the folder.", "utf-8")
        last = list(read_articles(Path(folder)))[-1]
        assert isinstance(last, Article) and last.key == "z.txt"
