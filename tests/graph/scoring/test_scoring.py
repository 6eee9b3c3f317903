"""The scorer on cases whose counts one can work out by hand."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.scoring import KINDS, Tally, score_article, score_folders

GOLD: dict[str, Any] = {
    "id": "x",
    "people": [
        {"id": "p1", "name": "Lương Tam Quang", "aliases": [], "represents": ["a1"]},
        {"id": "p2", "name": "Saifuddin Nasution Ismail", "aliases": ["Datuk Seri Saifuddin"], "represents": ["a2"]},
    ],
    "agencies": [
        {"id": "a1", "name": "Bộ Công an Việt Nam", "aliases": ["Bộ Công an"], "country": "VN"},
        {"id": "a2", "name": "Bộ Nội vụ Malaysia", "aliases": [], "country": "MY"},
    ],
    "countries": ["VN", "MY"],
    "agreements": [
        {"id": "g1", "name": "Hiệp định phòng, chống tội phạm", "aliases": [], "type": "agreement", "status": "signed",
         "signed_by": ["a1", "a2"], "parties": ["VN", "MY"]},
    ],
    "meetings": [
        {"id": "m1", "name": "hội đàm", "type": "talks", "date": "2024-11-22", "country": "MY",
         "attended": ["p1", "p2"], "co_chaired": ["p1", "p2"], "core": True},
        {"id": "m2", "name": "thăm Malaysia", "type": "visit", "date": "2024-11", "country": "MY", "attended": ["p1"],
         "co_chaired": [], "core": False},
    ],
}  # fmt: skip
FOUND: dict[str, Any] = {
    "nodes": [
        {"id": "1", "label": "Person", "name": "Luong Tam Quang"},
        {"id": "2", "label": "Person", "name": "Saifuddin Nasution"},
        {"id": "3", "label": "Agency", "name": "Bộ Công an", "country": "VN"},
        {"id": "4", "label": "Agency", "name": "Nội vụ Malaysia", "country": "MY"},
        {"id": "VN", "label": "Country", "name": "Việt Nam", "iso2": "VN"},
        {"id": "MY", "label": "Country", "name": "Malaysia", "iso2": "MY"},
        {"id": "5", "label": "Agreement", "name": "hiệp định chống tội phạm", "kind": "treaty", "status": "signed"},
        {"id": "6", "label": "Meeting", "name": "hội đàm", "kind": "talks", "date": "2024-11-22", "country": "MY"},
    ],
    "edges": [
        {"type": "REPRESENTS", "source": "1", "target": "3"},
        {"type": "REPRESENTS", "source": "2", "target": "4"},
        {"type": "ATTENDED", "source": "1", "target": "6"},
        {"type": "ATTENDED", "source": "2", "target": "6"},
        {"type": "CO_CHAIRED", "source": "1", "target": "6"},
        {"type": "CO_CHAIRED", "source": "2", "target": "6"},
        {"type": "SIGNED", "source": "3", "target": "5"},
        {"type": "SIGNED", "source": "MY", "target": "5"},
    ],
}


def scored(change: Any = None) -> Tally:
    """The tally after a change to the perfect extraction."""
    found, tally = deepcopy(FOUND), Tally()
    if change:
        change(found)
    score_article(GOLD, found, tally)
    return tally


def counts(tally: Tally, kind: str) -> tuple[int, int, int]:
    row = tally.row(kind)
    return row.gold, row.found, row.hit


def test_what_is_right_however_it_is_spelt_is_right() -> None:
    tally = scored()
    assert all(tally.row(kind).f1 == 1.0 for kind in KINDS)
    assert tally.macro() == 1.0 and tally.notes == []


def test_a_person_too_many_costs_precision() -> None:
    tally = scored(lambda f: f["nodes"].append({"id": "9", "label": "Person", "name": "Ho Chi Minh City"}))
    assert counts(tally, "people") == (2, 3, 2)
    assert tally.row("people").precision == 0.667 and tally.notes == ["x: extra people: Ho Chi Minh City"]


def test_an_agency_of_another_country_is_another_agency() -> None:
    def change(f: Any) -> None:
        f["nodes"][3]["country"] = "ID"

    tally = scored(change)
    assert counts(tally, "agencies") == (2, 2, 1)
    assert counts(tally, "REPRESENTS") == (2, 2, 1)


def test_a_party_organ_named_for_a_membership_counts_neither_way() -> None:
    tally = scored(lambda f: f["nodes"].append({"id": "9", "label": "Agency", "name": "Bộ Chính trị", "country": "VN"}))
    assert counts(tally, "agencies") == (2, 2, 2)


def test_a_meeting_in_the_background_counts_neither_way() -> None:
    def change(f: Any) -> None:
        visit = {
            "id": "9",
            "label": "Meeting",
            "name": "thăm Malaysia",
            "kind": "visit",
            "date": "2024-11",
            "country": "MY",
        }
        f["nodes"].append(visit)
        f["edges"].append({"type": "ATTENDED", "source": "1", "target": "9"})

    tally = scored(change)
    assert counts(tally, "meetings") == (1, 1, 1) and counts(tally, "ATTENDED") == (2, 2, 2)


def test_a_meeting_on_another_day_is_another_meeting() -> None:
    def change(f: Any) -> None:
        f["nodes"][-1]["date"] = "2024-10-22"

    tally = scored(change)
    assert counts(tally, "meetings") == (1, 1, 0)
    assert counts(tally, "ATTENDED") == (2, 2, 0)


def test_an_edge_to_the_country_is_neutral_where_gold_has_its_agency() -> None:
    tally = scored(lambda f: f["edges"].append({"type": "REPRESENTS", "source": "1", "target": "VN"}))
    assert counts(tally, "REPRESENTS") == (2, 2, 2)


def test_people_who_did_not_sign() -> None:
    tally = scored(lambda f: f["edges"].append({"type": "SIGNED", "source": "1", "target": "5"}))
    assert counts(tally, "SIGNED") == (2, 3, 2)
    assert tally.notes == ["x: extra SIGNED: p1 -> g1"]


def test_a_wrong_status() -> None:
    def change(f: Any) -> None:
        f["nodes"][6]["status"] = "proposed"

    assert counts(scored(change), "agreement status") == (1, 1, 0)


def test_folders(tmp_path: Path) -> None:
    gold, found = tmp_path / "gold", tmp_path / "found"
    gold.mkdir()
    found.mkdir()
    for name in ("a-1", "a-2", "b-1"):
        (gold / f"{name}.json").write_text(json.dumps(GOLD), "utf-8")
    (found / "a-1.json").write_text(json.dumps(FOUND), "utf-8")
    scores = score_folders(gold, found)
    assert (scores.articles, scores.rows["people"].gold, scores.rows["people"].hit) == (3, 6, 2)
    assert score_folders(gold, found, "a-1").macro_f1 == 1.0
    (found / "a-2.json").write_text("[", "utf-8")
    with pytest.raises(InputError, match=r"a-2\.json"):
        score_folders(gold, found)
    with pytest.raises(InputError, match="no gold files"):
        score_folders(found / "none", found)
    with pytest.raises(InputError, match="no folder"):
        score_folders(gold, tmp_path / "none")
