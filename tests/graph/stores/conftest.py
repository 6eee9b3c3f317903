"""The stores that the contract suite runs on: each is a function that makes a fresh, empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.stores import Store, open_store

NewStore = Callable[[], Store]


@pytest.fixture(params=["sqlite"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Makes fresh stores of one kind and closes them at the end."""
    made: list[Store] = []

    def make() -> Store:
        made.append(open_store(f"sqlite:///{tmp_path / f'{len(made)}.db'}", create=True))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """One fresh store."""
    return new_store()
