"""From files to articles: each format's fields and text made into the one form that the reader takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.errors import InputError
from graph.model import Article
from loaders.read.address import normal_url
from loaders.read.encoding import decode
from loaders.read.fields import Fields
from loaders.read.files import FORMATS, MAX_BYTES, STDIN, find_files, read_bytes, read_lines
from loaders.read.front import split_front
from loaders.read.headline import find_date, find_headline, split_prefix
from loaders.read.html import read_page
from loaders.read.language import detect
from loaders.read.records import read_json, read_line

MAX_TEXT = 1_000_000
_CONTROLS = {code: " " for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)) if code != 0x85}
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")


def read_articles(path: Path, root: Path | None = None) -> Iterator[Article | InputError]:
    """The articles of a file, of a folder and all below it, or of standard input ("-").

    Files come in the order of their names. In place of each that cannot be read comes an InputError that names it;
    the rest goes on. An article without an address has as its key its path below ``root`` (by default the folder that
    was given, or the file's own).
    """
    path = Path(path)
    base = root or (path if path.is_dir() else path.parent)
    for file in find_files(path):
        if isinstance(file, InputError):
            yield file
            continue
        try:
            yield from _read_file(file, _key(file, base))
        except InputError as exc:
            yield exc


def read_text(text: str, key: str, *, encoding: str | None = None) -> Article:
    """One article from text that may begin with front matter; InputError where it is empty or the front matter wrong.

    What the front matter leaves open is looked for in the text: the headline, a date line near the top, the language.
    ``key`` is used where no address is given, and names the text in errors.
    """
    fields, body = split_front(_clean(text, key), key)
    declared, body = split_prefix(body)
    language = fields.language or detect(body)
    published = fields.published or find_date(body, language) or declared
    title = fields.title or find_headline(body)
    found = replace(fields, published=published, language=language, title=title, text=body)
    return _article(found, key, encoding)


def _read_file(file: Path, key: str) -> Iterator[Article | InputError]:
    kind = FORMATS.get(file.suffix.lower())
    if kind == "lines":
        yield from _json_lines(file, key)
        return
    text, encoding = decode(_filled(read_bytes(file), key), key, declared=kind in (None, "html"))
    kind = kind or _sniff(text)
    if kind == "html":
        yield _other(read_page(text, key), key, encoding)
    elif kind == "lines":
        yield from (_line(line, key, number) for number, line in enumerate(text.splitlines(), 1) if line.strip())
    elif kind == "json":
        for place, fields in read_json(text, key):
            yield _guarded(fields, key + place, encoding)
    else:
        yield read_text(text, key, encoding=encoding)


def _json_lines(file: Path, key: str) -> Iterator[Article | InputError]:
    seen = False
    for number, line in read_lines(file):
        if not line.strip():
            continue
        seen = True
        where = f"{key}#{number}"
        try:
            if len(line) > MAX_BYTES:
                raise InputError(f"{where}: a line of more than {MAX_BYTES:,} bytes, expected one article; split it")
            yield _line(decode(line, where)[0], key, number)
        except InputError as exc:
            yield exc
    if not seen:
        raise _empty(key)


def _line(line: str, key: str, number: int) -> Article | InputError:
    where = f"{key}#{number}"
    return _guarded(read_line(line, where), where, None)


def _guarded(fields: Fields | InputError, key: str, encoding: str | None) -> Article | InputError:
    """One record of many: its error stands in its place."""
    try:
        return fields if isinstance(fields, InputError) else _other(fields, key, encoding)
    except InputError as exc:
        return exc


def _other(fields: Fields, key: str, encoding: str | None) -> Article:
    """An article from a format that keeps text and fields apart.

    The words of the text decide its language where they show one: pages of all languages declare English.
    """
    text = _clean(fields.text or "", key)
    language = detect(text) or fields.language
    return _article(replace(fields, text=text, language=language), key, encoding)


def _article(fields: Fields, key: str, encoding: str | None) -> Article:
    text = fields.text or ""
    if not text.strip():
        raise _empty(key)
    if len(text) > MAX_TEXT:
        raise InputError(f"{key}: {len(text):,} characters, expected one article of at most {MAX_TEXT:,}; split it")
    try:
        address = normal_url(fields.url) if fields.url else None
    except InputError as exc:
        raise InputError(f"{key}: {exc}") from exc
    return Article(
        key=address or key,
        text=text,
        url=fields.url,
        publisher=fields.publisher,
        published=fields.published,
        language=fields.language,
        title=fields.title,
        extra={**fields.extra, **({"encoding": encoding} if encoding else {})},
    )


def _clean(text: str, key: str) -> str:
    """NFC, lines ended by a newline, no control characters; InputError where halves of characters are left."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as exc:
        raise InputError(f"{key}: half a character (surrogate) at {exc.start}, expected Unicode text; mend it") from exc
    text = unicodedata.normalize("NFC", _BREAKS.sub("\n", text.removeprefix("\ufeff")))
    return text.translate(_CONTROLS)


def _filled(data: bytes, key: str) -> bytes:
    if not data.strip():
        raise _empty(key)
    return data


def _empty(key: str) -> InputError:
    return InputError(f"{key}: is empty, expected the text of an article; fill it or leave it out")


def _sniff(text: str) -> str:
    """The format of a text without a known suffix, by how it begins."""
    start = text.lstrip()[:200].lower()
    if start.startswith("<"):
        return "html"
    if start.startswith("["):
        return "json"
    if start.startswith("{"):
        return "lines" if re.search(r"\}[ \t]*\r?\n[ \t]*\{", text) and not text.lstrip().startswith("{\n") else "json"
    return "text"


def _key(file: Path, base: Path) -> str:
    if file == STDIN:
        return "stdin"
    try:
        name = file.relative_to(base).as_posix()
    except ValueError:
        name = file.name
    return unicodedata.normalize("NFC", name)
