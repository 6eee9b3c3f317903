"""Addresses: two that a reader would call the same page are one key."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from loaders.read.address import normal_url

SAME = [
    ("https://Example.ORG/a/b/", "https://example.org/a/b"),
    ("HTTPS://example.org:443/a#part", "https://example.org/a"),
    ("http://example.org:8080/a", "http://example.org:8080/a"),
    ("https://example.org/", "https://example.org"),
    ("https://example.org/a?id=7&utm_source=x&fbclid=y", "https://example.org/a?id=7"),
    ("https://example.org/a?utm_medium=x", "https://example.org/a"),
    ("  https://example.org/Bài-viết ", "https://example.org/Bài-viết"),
    ("https://user@example.org./a", "https://example.org/a"),
    ("https://[::1]:443/a", "https://[::1]/a"),
]


@pytest.mark.parametrize(("url", "key"), SAME)
def test_key(url: str, key: str) -> None:
    assert normal_url(url) == key
    assert normal_url(key) == key


@pytest.mark.parametrize(
    "url",
    ["", "example.org/a", "ftp://example.org/a", "https:///a", "https://a b/c", "http://[::1/a", "http://x:99999/"],
)
def test_no_address(url: str) -> None:
    with pytest.raises(InputError, match="expected http"):
        normal_url(url)
