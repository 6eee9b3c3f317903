"""Which files there are to read, and their bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError

STDIN = Path("-")
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
MAX_BYTES = 20_000_000


def find_files(path: Path) -> Iterator[Path | InputError]:
    """The files to read at a path: itself, or the articles below a folder in the order of their names.

    In a folder only files of the known suffixes count; hidden ones are passed over, and links to folders.
    """
    if path == STDIN or path.is_file():
        yield path
        return
    if not path.is_dir():
        kind = "is neither a file nor a folder" if path.exists() else "does not exist"
        yield InputError(f"{path}: {kind}, expected a file of articles or a folder of such files; check the path")
        return
    found = False
    failed: list[InputError] = []
    for folder, folders, names in os.walk(path, onerror=lambda exc: failed.append(_unreadable(exc))):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in FORMATS and not name.startswith(".") and file.is_file():
                found = True
                yield file
    yield from failed
    if not found and not failed:
        suffixes = ", ".join(sorted(FORMATS))
        yield InputError(f"{path}: no articles in this folder, expected files that end in {suffixes}; check the path")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file or of standard input; InputError where it cannot be read, is empty or too large."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except OSError as exc:
        raise _unreadable(exc, path) from exc
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{path}: more than {MAX_BYTES:,} bytes, expected one article or a list of them; "
            "split it, or make it JSON lines (.jsonl), which are read line by line"
        )
    return data


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The numbered lines of a file of any size, without holding it; a line that is too long comes cut off."""
    try:
        with path.open("rb") as file:
            number, rest = 0, False
            while line := file.readline(MAX_BYTES + 1):
                if not rest:
                    number += 1
                    yield number, line
                rest = not line.endswith(b"\n")
    except OSError as exc:
        raise _unreadable(exc, path) from exc


def _unreadable(exc: OSError, path: Path | None = None) -> InputError:
    return InputError(f"{path or exc.filename}: cannot be read ({exc.strerror}); check its name and permissions")
