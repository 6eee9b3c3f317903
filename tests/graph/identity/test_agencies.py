"""When two mentions are one agency."""

from __future__ import annotations

import pytest

from graph.model import Facts
from tests.graph.identity.scenes import bare, keys
from tests.graph.stores.reports import Report


def together(*reports: Facts) -> bool:
    return len(set(keys("n", *reports))) == 1


def agency(name: str, country: str = "", kind: str = "", published: str = "") -> Facts:
    told = {k: v for k, v in (("country", country), ("kind", kind)) if v}
    report = Report(f"{name}/{country}/{kind}", published)
    report.node("Agency", name, id="n", **told)
    return report.facts()


@pytest.mark.parametrize(
    "other", ["Malaysian Home Ministry", "ministère malaisien de l’Intérieur", "Bộ Nội vụ Malaysia"]
)
def test_one_ministry_by_type_and_country_in_every_language(other: str) -> None:
    typed = agency("Ministry of Home Affairs", "MY", "ministry/interior")
    assert together(typed, agency(other, "MY"))
    assert not together(typed, agency(other, "SG"))


def test_multilateral_bodies_by_acronym_and_name() -> None:
    assert together(bare("Agency", "INTERPOL"), bare("Agency", "Tổ chức Cảnh sát hình sự quốc tế"))
    assert not together(bare("Agency", "INTERPOL"), bare("Agency", "ASEANAPOL"))


def test_a_type_without_a_country_joins_nothing() -> None:
    assert not together(
        agency("Ministry of the Interior", kind="ministry/interior"), agency("Bộ Nội vụ", kind="ministry/interior")
    )


def test_police_of_two_provinces() -> None:
    left, right = agency("Công an tỉnh Hà Giang", "VN", "police"), agency("Công an tỉnh Sơn La", "VN", "police")
    assert not together(left, right)


def test_a_renamed_ministry_while_the_old_name_was_in_use() -> None:
    today = agency("Ministry of Public Security of Laos", "LA", "ministry/public_security", "2023-01-01")
    assert together(today, agency("Bộ An ninh Lào", "LA", "ministry/security", "2017-04-21"))
    assert not together(today, agency("Bộ An ninh Lào", "LA", "ministry/security", "2030-04-21"))
