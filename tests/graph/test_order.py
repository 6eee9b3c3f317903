"""The order in which articles come does not matter, nor how many come at once, nor from how many processes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seeds
from graph import pipeline
from graph.export import export
from graph.model import Facts, Verdict
from graph.stores import Store, open_store
from tests.graph.identity import scenes
from tests.graph.stores.reports import talks
from tests.graph.stores.test_contract import rekeyed
from tests.graph.stores.test_contract_lives import LIFE, edition, told
from tests.graph.stores.test_contract_part_of import talks_abroad, visit
from tests.graph.stores.test_contract_sources import agency_report, shortened

SEEDS = Path(seeds.__file__).parent / "articles"


@cache
def articles() -> tuple[Facts, ...]:
    """Copies, translations, visits and talks, a life, an edition that was put off, names alike, dates that differ."""
    mps, kh = scenes.MPS, scenes.INTERIOR
    found = [
        *(told(*line) for line in LIFE[:4]),
        visit("v1"), talks_abroad("v2"), visit("v3", date="2024-05"), talks_abroad("v4", date="2024-05-07"),
        talks("s1", "2024-05-02"), shortened("s2"), rekeyed(talks("s1", "2024-05-02"), "s3"), shortened("s0"),
        agency_report("w1", "en"), agency_report("w2", "fr", "2024-05-03"), agency_report("w3", "vi"),
        edition("e1", "2025-05-01", "planned", "2025-05-10"), edition("e2", "2025-06-21", "held", "2025-06-20"),
        scenes.person("p1", "Trần Quốc Tỏ", mps, "deputy minister"),
        scenes.person("p2", "Trần Quốc Tổ", mps, "minister"),
        scenes.person("p3", "Tran Quoc To", mps), scenes.person("p4", "Sar Kheng", kh, "minister"),
        scenes.meeting("m1", ["Trần Quốc Tỏ", "Sar Kheng"], "2020-01-19", date="2020-01-18"),
        scenes.meeting("m2", ["Tran Quoc To", "Kheng Sar"], "2020-01-20"),
    ]  # fmt: skip
    return tuple(found)


VERDICTS = (
    Verdict("same", ("p2", "p"), ("p3", "p"), "x", "2026-01-01T00:00:00Z"),
    Verdict("distinct", ("p1", "p"), ("p3", "p"), "x", "2026-01-01T00:00:01Z"),
)


def exported(several: Iterable[Facts], at_once: bool, verdicts_after: int) -> bytes:
    """The sorted export of a store into which these were loaded; the verdicts come after so many of them."""
    with tempfile.TemporaryDirectory() as place, open_store(f"{place}/s.db", create=True) as store:
        waiting = list(several)
        _load(store, waiting[:verdicts_after], at_once)
        for verdict in VERDICTS:
            store.record(verdict)
        _load(store, waiting[verdicts_after:], at_once)
        (file,) = export(store, "json", Path(place) / "whole.json")
        return file.read_bytes()


def _load(store: Store, several: Sequence[Facts], at_once: bool) -> None:
    if at_once:
        assert {outcome for _, outcome in store.load_many(several)} <= {"added"}
    else:
        for facts in several:
            assert store.load(facts) == "added"


@cache
def expected() -> bytes:
    return exported(articles(), at_once=False, verdicts_after=0)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(len(articles()))), st.booleans(), st.integers(0, len(articles())))
def test_any_order_one_by_one_or_at_once_gives_the_same_bytes(order: list[int], at_once: bool, after: int) -> None:
    assert exported((articles()[i] for i in order), at_once, after) == expected()


def test_the_pool_has_what_order_could_spoil() -> None:
    text = expected().decode()
    for part in ("identity/visit", "identity/series", '"statuses"', '"in_force"', "~"):
        assert part in text


@pytest.fixture(scope="module")
def read() -> Iterator[bytes]:
    """The seed articles, read and loaded in their order by one process."""
    with tempfile.TemporaryDirectory() as place:
        yield _piped(Path(place), sorted(SEEDS.glob("*.txt")), jobs=1)


def _piped(place: Path, files: Sequence[Path], jobs: int) -> bytes:
    with open_store(str(place / "s.db"), create=True) as store:
        done = pipeline.load(store, pipeline.extract_all(pipeline.read_articles(files), jobs))
        assert len(done.added) == len(files) and not done.failed
        return export(store, "json", place / "whole.json")[0].read_bytes()


@pytest.mark.parametrize("jobs", [1, 4])
def test_articles_read_in_one_or_four_processes(read: bytes, tmp_path: Path, jobs: int) -> None:
    assert _piped(tmp_path, sorted(SEEDS.glob("*.txt"), reverse=True), jobs) == read


def test_four_loads_at_the_same_time(read: bytes, tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"))
    store = str(tmp_path / "s.db")
    open_store(store, create=True).close()
    command = (sys.executable, "-m", "graph.cli", "load", "--store", store)
    running = [subprocess.Popen([*command, *map(str, files[i::4])], stdout=subprocess.DEVNULL) for i in range(4)]
    assert [one.wait(120) for one in running] == [0, 0, 0, 0]
    with open_store(store) as filled:
        assert export(filled, "json", tmp_path / "whole.json")[0].read_bytes() == read
