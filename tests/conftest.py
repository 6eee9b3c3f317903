"""What all tests share: a Neo4j server that is started once, where one can be started."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.server import Settings, missing, new_server, stop_when_told
from tests.server.choice import Server


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server of one's own on free ports; its tests are left out where none can be started, and fail in CI."""
    if why := missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(why)
    stop_when_told()
    server = new_server(Settings(tmp_path_factory.mktemp("neo4j"), brief=True))
    server.start()
    yield server
    server.stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests on the server run in one process, one after another, when several processes run tests."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
