"""Opening one SQLite file as a store: its tables, its version, and SQLite's errors in the user's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import CommuniqueError, StoreError
from graph.schema import schema
from graph.stores.sqlite.tables import ALL

MARK = 0x436F6D71  # "Comq", in the file's header: this SQLite file is a store of this program
MEMORY = ":memory:"


def connect(path: str, create: bool, patience: float) -> sqlite3.Connection:
    """A connection to the store in this file, made if ``create``; StoreError says why it cannot be used.

    A file that cannot be written is opened for reading. ``patience`` is how many seconds to wait for a lock.
    """
    if path != MEMORY:
        try:
            _refuse_place(Path(path), create)
        except OSError as exc:
            raise StoreError(f"the store {path} cannot be reached ({exc.strerror}): check its permissions") from exc
    with translated(path):
        connection = _connection(path, patience)
        try:
            _make_ready(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _refuse_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a directory; expected a file: give --store {path / 'communique.db'}")
    if not path.exists() and not create:
        raise StoreError(f"there is no store at {path}: make one with `communique load ARTICLES --store {path}`")
    if not path.parent.is_dir():
        raise StoreError(f"the store {path} cannot be made: there is no directory {path.parent}")


def _connection(path: str, patience: float) -> sqlite3.Connection:
    """A connection that can write or, where the file forbids that, one that only reads."""
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as exc:
        connection.close()
        if "readonly" not in str(exc) and "unable to open" not in str(exc):
            raise
        connection = _reading_only(path, patience)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _reading_only(path: str, patience: float) -> sqlite3.Connection:
    """Where not even SQLite's own files beside the store can be made, it is read as one that nobody changes."""
    options = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    uri = f"{Path(path).absolute().as_uri()}?{options}"
    return sqlite3.connect(uri, timeout=patience, uri=True, isolation_level=None)


def _make_ready(connection: sqlite3.Connection, path: str) -> None:
    if not _is_ours(connection, path):
        with writing(connection, path):
            if not _is_ours(connection, path):
                for statement in ALL.split(";"):
                    connection.execute(statement)
                connection.execute("INSERT INTO meta VALUES ('revision', '0')")
                connection.execute(f"PRAGMA application_id = {MARK}")
                connection.execute(f"PRAGMA user_version = {schema().version}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != schema().version:
        newer = version > schema().version
        remedy = "install a newer communique" if newer else "load the articles into a new store"
        raise StoreError(
            f"the store {path} has schema version {version}, this program knows version {schema().version}: {remedy}"
        )


def _is_ours(connection: sqlite3.Connection, path: str) -> bool:
    """Whether the file is a store; False for an empty file; StoreError for the database of another program."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == MARK:
        return True
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreError(f"{path} is a SQLite database of another program: give --store another file")
    return False


@contextmanager
def writing(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """One transaction that happens whole or not at all."""
    yield from _transaction(connection, path, "BEGIN IMMEDIATE")


@contextmanager
def reading(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """Several reads of one and the same state."""
    yield from _transaction(connection, path, "BEGIN")


def _transaction(connection: sqlite3.Connection, path: str, begin: str) -> Iterator[None]:
    with translated(path):
        connection.execute(begin)
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


_REMEDIES = {
    "locked": "another program is writing to it: wait until it has finished, then try again",
    "readonly": "it cannot be written: give the file and its directory write permission, or --store another file",
    "not a database": "the file is not a store of this program: give --store another file",
    "malformed": "the file is damaged: load the articles into a new store",
    "full": "the disk is full: make room, then load again; what was stored before is intact",
    "unable to open": "it cannot be opened: check that the path is right and that you may read it",
}


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn SQLite's errors into StoreError with the remedy."""
    try:
        yield
    except CommuniqueError:
        raise
    except sqlite3.ProgrammingError as exc:
        raise StoreError(f"the store {path} is closed") from exc
    except sqlite3.Error as exc:
        remedy = next((r for sign, r in _REMEDIES.items() if sign in str(exc)), "nothing was changed")
        raise StoreError(f"the store {path}: {exc}; {remedy}") from exc
