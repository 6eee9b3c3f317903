"""When two mentions are one agreement."""

from __future__ import annotations

from graph.identity.wording import wording
from graph.model import Facts
from tests.graph.identity.scenes import agreement, keys


def together(*reports: Facts) -> bool:
    return len(set(keys("g", *reports))) == 1


def plan(key: str, name: str, **told: str) -> Facts:
    return agreement(key, name, kind="plan", **told)


def test_the_plan_of_a_year_in_three_languages() -> None:
    reports = [plan("a", "cooperation plan for 2023"), plan("b", "Kế hoạch hợp tác năm 2023")]
    assert together(*reports, plan("c", "plan de coopération 2023"))
    assert not together(*reports, plan("c", "2022 cooperation plan"))


def test_parties_tell_plans_of_one_year_apart() -> None:
    other = agreement("b", "cooperation plan for 2023", lands=("VN", "LA"), kind="plan")
    assert not together(plan("a", "cooperation plan for 2023"), other)


def test_promised_and_signed_is_one_agreement_with_a_life() -> None:
    promised = agreement("a", "Hiệp định về dẫn độ", "2023-05-01", kind="treaty", status="proposed")
    signed = agreement("b", "extradition treaty", "2025-06-01", kind="treaty", status="signed", date="2025-05-30")
    assert together(promised, signed)


def test_treaty_and_agreement_are_one_kind_and_a_memorandum_is_another() -> None:
    treaty = agreement("a", "extradition treaty", kind="treaty")
    assert together(treaty, agreement("b", "accord d'extradition", kind="agreement"))
    assert not together(treaty, agreement("b", "memorandum on extradition", kind="mou"))


def test_partnerships_by_their_level() -> None:
    def partnership(key: str, name: str) -> Facts:
        return agreement(key, name, kind="partnership")

    high = partnership("a", "Đối tác chiến lược toàn diện")
    assert together(high, partnership("b", "comprehensive strategic partnership"))
    assert not together(high, partnership("b", "strategic partnership"))


def test_vague_names_of_other_times_stay_apart() -> None:
    one = agreement("a", "joint statement", "2025-08-08", kind="statement", status="signed", date="2025-08-07")
    assert not together(one, agreement("b", "joint statement", "2025-12-28", kind="statement", date="2025-12-27"))
    assert not together(one, agreement("b", "joint statement", kind="statement"))


def test_small_words_are_no_bodies_unless_they_stand_in_capitals() -> None:
    assert wording(("un accord de cessez-le-feu",)).bodies == ()
    assert wording(("UN Convention on the Law of the Sea",)).bodies != ()
    assert wording(("US-Vietnam defence dialogue",)).countries == ("US", "VN")
    assert wording(("a statement that binds us",)).countries == ()


def test_one_subject_in_reports_of_the_same_days_is_one_agreement() -> None:
    told = {"kind": "agreement", "status": "proposed"}
    one = agreement("a", "agreement on border management", "2025-02-21", **told)
    same = agreement("b", "hiệp định về biên giới", "2025-02-24", **told)
    later = agreement("c", "agreement on the border", "2025-06-24", **told)
    found = keys("g", one, same, later)
    assert found[0] == found[1] != found[2]


def test_a_text_that_is_made_again_and_again_needs_a_date() -> None:
    told = {"kind": "agreement", "status": "proposed"}
    found = keys("g", agreement("a", "ceasefire deal", "2025-07-28", **told), agreement("b", "ceasefire deal", **told))
    assert found[0] != found[1]


def test_a_capital_in_both_names_joins_what_reports_call_by_two_kinds() -> None:
    one = agreement("a", "Kuala Lumpur Joint Declaration", "2025-10-27", kind="statement")
    same = agreement("b", "accord dit de Kuala Lumpur", "2025-10-28", kind="agreement", date="2025-10-26")
    assert len(set(keys("g", one, same))) == 1
