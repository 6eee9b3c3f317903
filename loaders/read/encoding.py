"""From bytes to text: UTF-8 where it is, an older encoding only where the words of the text prove it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from graph.errors import InputError
from loaders.read.language import detect

_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROLS = bytes({*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
_MOST_CONTROLS = 0.02
_HTML_LATIN = {"iso8859-1", "ascii"}  # what browsers read as windows-1252


def decode(data: bytes, where: str, declared: bool = False) -> tuple[str, str | None]:
    """The text of these bytes, and the name of its encoding where that is not UTF-8.

    ``declared`` says that the file may name its charset (HTML). InputError, naming the options, where the bytes are
    no text or no encoding is proved by the text itself.
    """
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"{where}: is {kind}, expected text; save its text as a UTF-8 file and load that")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, where), None if name == "utf-8-sig" else name
    if b"\0" in data or len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise InputError(f"{where}: holds bytes that no text has, expected text; save it as a UTF-8 text file")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as exc:
        found = (_by_declaration(data) if declared else None) or _by_words(data)
        if found is None:
            raise InputError(
                f"{where}: byte {data[exc.start]:#04x} at {exc.start} is not UTF-8, and the text does not show "
                "whether it is windows-1258, windows-1252, Latin-1 or another encoding; convert it, for instance with "
                "`iconv -f WINDOWS-1258 -t UTF-8`"
            ) from exc
        return found


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as exc:
        raise InputError(
            f"{where}: begins with the mark of {name} but byte {exc.start} breaks it; save the file anew as UTF-8"
        ) from exc


def _by_declaration(data: bytes) -> tuple[str, str] | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        name = "windows-1252" if name in _HTML_LATIN else name
        return data.decode(name), name
    except (LookupError, UnicodeError):
        return None


def _by_words(data: bytes) -> tuple[str, str] | None:
    """An encoding that makes a known language of the bytes, when no other does.

    windows-1258 and windows-1252 agree on all letters of French; they differ on the tone marks of Vietnamese.
    """
    vietnamese = _decoded(data, "windows-1258")
    western = _decoded(data, "windows-1252")
    spoken = detect(western) if western is not None else None
    if vietnamese is not None and vietnamese != western and detect(vietnamese) == "vi":
        return None if spoken not in (None, "vi") else (vietnamese, "windows-1258")
    return (western, "windows-1252") if western is not None and spoken else None


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return unicodedata.normalize("NFC", data.decode(name))
    except UnicodeDecodeError:
        return None
