"""Files that are no store, cannot be written or are in use: each says what is wrong, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.stores import open_store
from graph.stores.sqlite import SqliteStore
from tests.graph.stores.reports import talks


@contextmanager
def powerless() -> Iterator[None]:
    """As a user whom file permissions bind, even where tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with open_store(str(path), create=True) as store:
        store.load(talks("a", "2024-05-02"))
    return path


def test_a_store_outlives_its_process(full: Path) -> None:
    with open_store(f"sqlite:///{full}") as store:
        assert store.status().articles == 1
        assert store.load(talks("a", "2024-05-02")) == "unchanged"


def test_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="communique load"):
        open_store(str(tmp_path / "missing.db"))
    assert not (tmp_path / "missing.db").exists()


def test_no_directory_to_make_it_in(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no directory"):
        open_store(str(tmp_path / "nowhere" / "store.db"), create=True)


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a directory"):
        open_store(str(tmp_path), create=True)


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, this is no database at all. " * 50, "utf-8")
    with pytest.raises(StoreError, match="not a store of this program"):
        open_store(str(path), create=True)
    assert path.read_text("utf-8").startswith("Dear diary")


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(StoreError, match="of another program"):
        open_store(str(path), create=True)


def test_a_newer_version(full: Path) -> None:
    with sqlite3.connect(full) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match=r"schema version 99.*install a newer communique"):
        open_store(str(full))


def test_locked_by_another_program(full: Path) -> None:
    other = sqlite3.connect(full, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteStore(full, patience=0.1) as store:
        with pytest.raises(StoreError, match="another program is writing"):
            store.load(talks("b", "2024-05-03"))
        assert store.status().articles == 1  # readers are not kept waiting
        other.execute("ROLLBACK")
        assert store.load(talks("b", "2024-05-03")) == "added"
    other.close()


def test_read_only() -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "store.db"
        with open_store(str(path), create=True) as store:
            store.load(talks("a", "2024-05-02"))
        path.parent.chmod(0o755)
        path.chmod(0o444)
        only_reads(path)


def only_reads(path: Path) -> None:
    with powerless(), open_store(str(path)) as store:
        assert store.status().articles == 1
        assert store.query("MATCH (p:Person) RETURN count(p)").rows == ((2,),)
        with pytest.raises(StoreError, match="write permission"):
            store.load(talks("b", "2024-05-03"))


def test_out_of_reach() -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o000)
        with powerless(), pytest.raises(StoreError, match="check its permissions"):
            open_store(str(Path(place) / "store.db"), create=True)
        Path(place).chmod(0o700)


def test_damaged(full: Path) -> None:
    with full.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (full.stat().st_size - 4096))
    with pytest.raises(StoreError), open_store(str(full)) as store:
        store.graph()


def test_the_disk_is_full(full: Path) -> None:
    with SqliteStore(full) as store:
        before = store.graph()
        store._connection.execute(f"PRAGMA max_page_count = {full.stat().st_size // 4096 + 2}")
        with pytest.raises(StoreError, match="disk is full"):
            for i in range(200):
                store.load(talks(f"b{i}", "2024-05-03", right="Cy Cohen " * 200))
        assert before.nodes[0] in store.graph().nodes


def test_closed(full: Path) -> None:
    store = open_store(str(full))
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.status()


@pytest.mark.parametrize("address", ["mysql://host/db", "sqlite:///", "http://x"])
def test_an_address_of_no_known_kind(address: str) -> None:
    with pytest.raises(StoreError, match="no address of a store"):
        open_store(address)
