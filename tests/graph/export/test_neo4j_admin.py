"""The bulk export, read by Neo4j's own importer: the imported database is the store that was exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.export import export
from graph.export.neo4j_admin import arguments
from graph.model import Verdict
from graph.stores.mirror import differences
from graph.stores.neo4j import Neo4jStore
from graph.stores.sqlite import SqliteStore
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import address
from tests.server import JavaServer, Settings
from tests.server.choice import Server


def test_the_importer_makes_the_same_store(neo4j_server: Server, tmp_path: Path) -> None:
    if not isinstance(neo4j_server, JavaServer):
        pytest.skip("the importer of a container cannot be run while its server is off")
    with SqliteStore(tmp_path / "store.db") as source:
        for i in range(1, 4):
            source.load(talks(f"a {i}", f"2024-0{i}-02" if i > 1 else "", 'Ana "A; B" Álvarez', date=f"2024-0{i}-01"))
        source.record(
            Verdict("same", ("a 1", "n4"), ("a 2", "n5"), "me", "2026-01-01T00:00:00Z", 'a "why"\nof two lines')
        )
        files = export(source, "neo4j-admin", tmp_path / "out")
        server = JavaServer(Settings(tmp_path / "server", brief=True))
        server.prepare()
        said = server.admin("database", "import", "full", "neo4j", *arguments(files[:-1]))
        assert "IMPORT DONE" in said
        server.start()
        try:
            with Neo4jStore(address(server), create=False) as imported:
                assert list(differences(source, imported)) == []
                for store in (source, imported):
                    store.load(talks("a 2", "2024-02-02", "Zoe Zhang", date="2024-02-01"))
                    store.forget("a 1")
                assert list(differences(source, imported)) == []
        finally:
            server.stop()
