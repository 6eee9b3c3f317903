"""Web pages: the article's text without what surrounds it, and what the page declares of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph.errors import InputError
from graph.model import PartialDate
from loaders.read.address import normal_url
from loaders.read.fields import Fields, as_date, as_language

if TYPE_CHECKING:
    from resiliparse.parse.html import DocumentNode

_TITLE = ("og:title", "twitter:title")
_PUBLISHER = ("og:site_name", "application-name")
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.issued",
    "date",
)
_DEEPEST = 512  # as deep as browsers nest; the extraction takes the square of it in time
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,20})")
_UNNESTED = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|option", re.I
)
_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage")


def read_page(page: str, where: str) -> Fields:
    """The fields of a web page, its main text among them; InputError where no article text is in it.

    Only what the page declares is taken: a date that stands nowhere in its metadata stays open.
    """
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(page)
    root = tree.document
    if root is None or (_may_be_deep(page) and _is_deep(root)):
        raise InputError(
            f"{where}: elements nested more than {_DEEPEST} deep, expected a web page; save its text as .txt"
        )
    text = extract_plain_text(
        tree, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False, comments=False
    ).strip()
    if not text:
        raise InputError(f"{where}: no article text found in the page; save its text as a .txt file and load that")
    meta, records = _meta(root), list(_records(root))
    return Fields(
        url=_address(_link(root, "canonical")) or _address(meta.get("og:url")),
        publisher=_first(meta, _PUBLISHER) or _publisher(records),
        published=_date(records, meta, where),
        language=_language(root, where),
        title=_title(root, meta, records) or " ".join((tree.title or "").split()) or None,
        text=text,
    )


def _may_be_deep(page: str) -> bool:
    """A quick upper bound of the nesting; elements that need no end tag do not nest by themselves."""
    depth = 0
    for found in _TAG.finditer(page):
        if not _UNNESTED.fullmatch(found[2]):
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _is_deep(root: DocumentNode) -> bool:
    node, depth = root.first_child, 1
    while node is not None and depth <= _DEEPEST:
        if node.first_child is not None:
            node, depth = node.first_child, depth + 1
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None and depth > 0 else None
    return depth > _DEEPEST


def _meta(root: DocumentNode) -> dict[str, str]:
    out: dict[str, str] = {}
    for node in root.query_selector_all("meta[content]"):
        for attribute in ("property", "name", "itemprop"):
            name = (node.getattr(attribute) or "").strip().lower()
            content = (node.getattr("content") or "").strip()
            if name and content:
                out.setdefault(name, content)
    return out


def _records(root: DocumentNode) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD records that describe an article; broken ones are passed over."""
    for node in root.query_selector_all('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph") if isinstance(data, dict) else None
        for record in data if isinstance(data, list) else graph if isinstance(graph, list) else [data]:
            kinds = record.get("@type") if isinstance(record, dict) else None
            if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield record


def _first(values: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((v for n in names if isinstance(v := values.get(n), str) and v.strip()), None)


def _publisher(records: list[dict[str, Any]]) -> str | None:
    for record in records:
        publisher = record.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"]).strip() or None
    return None


def _date(records: list[dict[str, Any]], meta: dict[str, str], where: str) -> PartialDate | None:
    """The first declared publication date that is one; a page's own mistakes are no reason to refuse its text."""
    declared = [r.get("datePublished") for r in records] + [meta.get(name) for name in _PUBLISHED]
    for value in declared:
        if isinstance(value, str) and value.strip():
            try:
                return as_date(value, where)
            except InputError:
                continue
    return None


def _language(root: DocumentNode, where: str) -> str | None:
    node = root.query_selector("html")
    declared = (node.getattr("lang") if node else None) or ""
    try:
        return as_language(declared, where) if declared.strip() else None
    except InputError:
        return None


def _title(root: DocumentNode, meta: dict[str, str], records: list[dict[str, Any]]) -> str | None:
    headline = next((str(r["headline"]).strip() for r in records if isinstance(r.get("headline"), str)), None)
    heading = root.query_selector("h1")
    spoken = " ".join((heading.text or "").split()) if heading else ""
    return headline or _first(meta, _TITLE) or spoken or None


def _link(root: DocumentNode, kind: str) -> str | None:
    node = root.query_selector(f'link[rel="{kind}"]')
    return ((node.getattr("href") if node else None) or "").strip() or None


def _address(value: str | None) -> str | None:
    """A declared address, where it is a whole one: pages also declare relative and empty ones."""
    try:
        return value if value and normal_url(value) else None
    except InputError:
        return None
