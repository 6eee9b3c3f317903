"""When two mentions are one person."""

from __future__ import annotations

import pytest

from tests.graph.identity.scenes import INTERIOR, MPS, between, keys, meeting, person

SAME = [
    ("Tô Lâm", "To Lam"),
    ("Hoà Bình Trần", "Hòa Bình Trần"),
    ("Lương Tam Quang", "Luong Tam Quang"),
    ("Nikolai Patrushev", "Nikolaï Patrouchev"),
    ("Patrushev Nikolai Platonovich", "Nikolaï Patrouchev"),
    ("Sergei Shoigu", "Sergueï Choïgou"),
    ("Vladimir Kolokoltsev", "Kolokoltsev Vladimir Aleksandrovich"),
    ("Mohammed bin Salman", "Mohamed ben Salmane"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Abe Shinzo", "Shinzo Abe"),
    ("Samdech Krolahom Sar Kheng", "Sar Kheng"),
    ("Vilay Lakhamphong", "Vi-lay La-kham-phong"),
    ("N. Patrushev", "Nikolai Patrushev"),
    ("Vương Nghị", "Wang Yi"),
    ("Tập Cận Bình", "Xi Jinping"),
    ("Triệu Hoà Vĩ", "Hewei Zhao"),
]
DIFFERENT = [
    ("Trần Quốc Tỏ", "Nguyễn Duy Ngọc"),
    ("Nguyễn Văn Sơn", "Nguyễn Sơn Văn"),
    ("Nikolai Patrushev", "Dmitry Medvedev"),
    ("Phạm Minh Chính", "Phạm Minh"),
    ("Vương Nghị", "Wang Ji"),
    ("Lý Cường", "Ly Cuong Sam"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name_in_its_spellings(left: str, right: str) -> None:
    office = {"country": "RU", "kind": "ministry/interior"}
    reports = [person("a", left, office, "minister"), person("b", right, office, "minister")]
    assert len(set(keys("p", *reports))) == 1, between(*reports, "p")


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_other_names_under_one_office(left: str, right: str) -> None:
    assert len(set(keys("p", person("a", left, MPS, "minister"), person("b", right, MPS, "minister")))) == 2


def test_a_chinese_name_read_in_vietnamese_needs_the_same_state() -> None:
    chinese, vietnamese = {"country": "CN", "kind": "ministry/public_security"}, {"country": "VN", "kind": "army"}
    read, spelt = person("a", "Vương Tiểu Hồng", vietnamese), person("b", "Wang Xiaohong", chinese)
    assert len(set(keys("p", read, spelt))) == 2
    assert between(person("a", "Vương Tiểu Hồng"), person("b", "Wang Xiaohong"), "p").verdict == "unsure"


def test_names_that_fold_alike_stay_two_people() -> None:
    left, right = person("a", "Trần Quốc Tỏ", MPS), person("b", "Trần Quốc Tổ", INTERIOR)
    assert len(set(keys("p", left, right))) == 2
    assert between(person("a", "Trần Quốc Tỏ"), person("b", "Trần Quốc Tổ"), "p").verdict == "unsure"


def test_a_name_without_marks_joins_the_one_that_its_office_fits() -> None:
    one = person("a", "Trần Quốc Tỏ", MPS, "deputy minister")
    other = person("b", "Trần Quốc Tổ", {"country": "VN", "kind": "army"}, "colonel")
    bare = person("c", "Tran Quoc To", MPS, "deputy minister")
    found = keys("p", one, other, bare)
    assert found[0] == found[2] != found[1]


def test_a_name_without_marks_and_office_joins_neither_of_two() -> None:
    one = person("a", "Trần Quốc Tỏ", MPS, "deputy minister")
    other = person("b", "Trần Quốc Tổ", {"country": "VN", "kind": "army"}, "colonel")
    assert len(set(keys("p", one, other, person("c", "Tran Quoc To")))) == 3


def test_an_officer_of_the_army_serves_the_armed_forces_too() -> None:
    army, forces, police = ({"country": "NE", "kind": kind} for kind in ("army", "armed_forces", "national_police"))
    left, right = person("a", "Idrissa Tankari", army, "commander"), person("b", "Idrissa Tankari", forces, "spokesman")
    assert len(set(keys("p", left, right))) == 1, between(left, right, "p")
    assert len(set(keys("p", left, person("c", "Idrissa Tankari", police, "director")))) == 2


def test_one_name_in_two_countries_is_not_joined() -> None:
    left = person("a", "Anna Berg", {"country": "SE", "kind": "police"}, "inspector")
    right = person("b", "Anna Berg", {"country": "NO", "kind": "ministry/justice"}, "director")
    assert len(set(keys("p", left, right))) == 2


def test_a_name_that_many_bear_needs_more_than_a_country() -> None:
    left = person("a", "Nguyễn Văn Sơn", MPS, "director", "2024-01-02")
    right = person("b", "Nguyễn Văn Sơn", {"country": "VN", "kind": "ministry/health"}, "director", "2024-02-01")
    assert len(set(keys("p", left, right))) == 2


def test_a_third_report_without_office_does_not_bridge_two_namesakes() -> None:
    left = person("a", "Anna Berg", {"country": "SE", "kind": "police"}, "inspector")
    right = person("b", "Anna Berg", {"country": "NO", "kind": "ministry/justice"}, "director")
    found = keys("p", left, right, person("c", "Anna Berg"))
    assert found[0] != found[1]


def test_a_minister_who_became_president_is_one() -> None:
    before = person("a", "Tô Lâm", MPS, "Bộ trưởng", "2023-03-04")
    after = person("b", "To Lam", {"country": "VN", "kind": "presidency"}, "President", "2024-06-01")
    assert len(set(keys("p", before, after))) == 1


def test_two_people_of_one_article_stay_two() -> None:
    report = meeting("a", ["Kim Min Jun", "Kim Min Jun"])
    assert len(set(keys("p0", report) + keys("p1", report))) == 2


def test_a_key_is_the_name() -> None:
    assert keys("p", person("a", "Tô Lâm", MPS), person("b", "To Lam", MPS)) == ["person:to-lam"] * 2
