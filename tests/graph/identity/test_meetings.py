"""When two mentions are one meeting."""

from __future__ import annotations

from graph.identity import cluster, profiles
from graph.model import Facts
from tests.graph.identity.scenes import keys, meeting
from tests.graph.stores.reports import Report

PAIR = ["Tô Lâm", "Sar Kheng"]
PLAIN = ["To Lam", "Sar Kheng"]


def talks(key: str, date: str = "", published: str = "2020-01-19", people: list[str] = PAIR, **more: str) -> Facts:
    dated = {"date": date} if date else {}
    return meeting(key, people, published, **({"kind": "talks", "country": "VN"} | dated | more))


def together(*reports: Facts) -> bool:
    return len(set(keys("m", *reports))) == 1


def test_the_same_talks_in_other_words() -> None:
    other = talks("b", "2020-01-18", people=PLAIN, kind="conference", name="Hội nghị tổng kết")
    assert together(talks("a", "2020-01-18"), other)


def test_a_report_without_the_day_joins_by_its_own_date() -> None:
    assert together(talks("a", "2020-01-18"), talks("b", "", "2020-01-20", PLAIN))
    assert not together(talks("a", "2020-01-18"), talks("b", "", "2023-03-04", PLAIN))


def test_a_later_report_joins_talks_in_a_third_country() -> None:
    held = talks("a", "2020-01-18", country="SG")
    assert together(held, talks("b", "", "2020-01-30", PLAIN, country="SG"))
    assert not together(held, talks("b", "", "2020-03-30", PLAIN, country="SG"))
    assert not together(talks("a", "2020-01-18"), talks("b", "", "2020-01-30", PLAIN))


def test_a_report_that_nobody_dated_may_be_later_than_all_it_tells() -> None:
    undated = Report("b")
    there = [undated.node("Person", name) for name in PLAIN]
    undated.node("Agreement", "Memorandum", kind="mou", date="2019-11-02")
    event = undated.node("Meeting", "talks", id="m", kind="talks", country="VN")
    for one in there:
        undated.edge("ATTENDED", one, event)
    assert together(talks("a", "2020-01-18"), undated.facts())


def test_one_day_off_is_one_event_and_a_year_is_not() -> None:
    assert together(talks("a", "2020-01-18"), talks("b", "2020-01-17", people=PLAIN))
    assert not together(talks("a", "2020-01-18"), talks("b", "2023-03-04", "2023-03-05", PLAIN))


def test_a_wrong_date_where_reports_agree_in_the_rest() -> None:
    right = talks("a", "2020-01-18", "2020-01-19", place="Hanoi")
    assert together(right, talks("b", "2020-01-08", "2020-01-19", PLAIN, place="Hà Nội"))
    assert not together(right, talks("b", "2020-01-08", "2020-01-09", PLAIN, place="Hà Nội"))


def test_the_talks_of_one_report_are_the_reception_of_another() -> None:
    reception = talks("b", "2020-01-18", people=PLAIN, kind="reception")
    assert together(talks("a", "2020-01-18"), reception)
    assert not together(talks("a", "2020-01-18"), talks("b", "2020-01-18", people=PLAIN, kind="visit"))


def test_talks_and_reception_that_one_report_tells_stay_two() -> None:
    both = Report("a", "2020-01-19")
    there = [both.node("Person", name) for name in PAIR]
    for kind in ("talks", "reception"):
        event = both.node("Meeting", kind, id=kind, kind=kind, date="2020-01-18", country="VN")
        for one in there:
            both.edge("ATTENDED", one, event)
    found = cluster(p for facts in (both.facts(), talks("b", "2020-01-18", people=PLAIN)) for p in profiles(facts))
    assert found["a", "talks"] == found["b", "m"] != found["a", "reception"]
    again = talks("b", "2020-01-18", people=PLAIN, kind="reception")
    found = cluster(p for facts in (both.facts(), again) for p in profiles(facts))
    assert found["a", "talks"] != found["b", "m"] == found["a", "reception"]


def test_other_people_on_the_same_day_stay_apart() -> None:
    assert not together(talks("a", "2020-01-18"), talks("b", "2020-01-18", people=["Phạm Minh Chính", "Sar Kheng"]))


def test_editions_of_a_series() -> None:
    def edition(key: str, name: str, date: str) -> Facts:
        return meeting(key, [], date, name, kind="dialogue", date=date)

    seventh = edition("a", "7th Vietnam – Australia Defence Policy Dialogue", "2024-03")
    again = edition("b", "Đối thoại Chính sách Quốc phòng Việt Nam - Australia lần thứ 7", "2024")
    eighth = edition("c", "8e dialogue sur la politique de défense Vietnam-Australie", "2025-08-12")
    found = keys("m", seventh, again, eighth)
    assert found[0] == found[1] != found[2]


def test_undated_talks_join_neither_of_two_that_fit_alike() -> None:
    found = keys("m", talks("a", "2020-01-18"), talks("b", "2023-03-04", "2023-03-05"), talks("c", "", "", PLAIN))
    assert len(set(found)) == 3


def test_keys_can_be_read() -> None:
    assert keys("m", talks("a", "2020-01-18")) == ["meeting:2020-01-18:sar-kheng+to-lam:talks"]
