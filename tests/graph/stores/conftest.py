"""The stores that the contract suite runs on: each is a function that makes a fresh, empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.stores import Store, open_store
from tests.graph.stores.servers import emptied

NewStore = Callable[[], Store]


@pytest.fixture(params=["sqlite", "neo4j"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Makes fresh stores of one kind and closes them at the end.

    A server holds one store at a time: of several, the first is on the server and the others are files, so that what
    two stores must agree on is compared between both kinds.
    """
    made: list[Store] = []

    def make() -> Store:
        if request.param == "neo4j" and not made:
            made.append(emptied(request.getfixturevalue("neo4j_server")))
        else:
            made.append(open_store(f"sqlite:///{tmp_path / f'{len(made)}.db'}", create=True))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """One fresh store."""
    return new_store()
