"""Files to articles: text with front matter, web pages, JSON and JSON lines (see loaders/docs/reading.md)."""

from loaders.read.articles import read_articles, read_text

__all__ = ["read_articles", "read_text"]
