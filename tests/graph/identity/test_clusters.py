"""What clusters promise whatever the names are: no order, no difference between part and whole, verdicts kept."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.identity import (
    Profile,
    by_mention,
    cluster,
    compare,
    consistent,
    contradiction,
    neighbourhood,
    profiles,
    touch,
)
from graph.model import Facts, Verdict
from tests.graph.identity.scenes import MPS, keys, meeting, person
from tests.graph.stores.reports import Report

MARKED = ("Trần Quốc Tỏ", "Trần Quốc Tổ", "Tran Quoc To")
NAMES = (*MARKED, "Tô Lâm", "To Lam", "Lam To", "N. Patrushev", "Nikolai Patrushev")
AGENCIES = (None, MPS, {"country": "RU", "kind": "ministry/interior"}, {"country": "VN", "kind": "police"})
DAYS = ("", "2024", "2024-05-01", "2024-05-02", "2024-05-20")


@st.composite
def reports(draw: st.DrawFn, key: str) -> Facts:
    report = Report(key, draw(st.sampled_from(DAYS)))
    event = report.node("Meeting", "talks", id="m", **_known(kind="talks", date=draw(st.sampled_from(DAYS))))
    for i, name in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=3))):
        who = report.node("Person", name, id=f"p{i}")
        report.edge("ATTENDED", who, event)
        agency = draw(st.sampled_from(AGENCIES))
        if agency:
            report.edge("REPRESENTS", who, report.node("Agency", agency["kind"], **agency), title="minister")
    return report.facts()


def _known(**told: str) -> dict[str, str]:
    return {name: value for name, value in told.items() if value}


mentions = st.tuples(st.sampled_from("abcde"), st.sampled_from(("p0", "p1", "m")))
sides = st.sampled_from(("same", "distinct"))
verdicts = st.builds(Verdict, sides, mentions, mentions, st.just("x"), st.sampled_from("123"))
corpora = st.tuples(*(reports(key) for key in "abcde"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora, st.lists(verdicts, max_size=4), st.randoms(use_true_random=False))
def test_order_does_not_matter(corpus: tuple[Facts, ...], said: list[Verdict], chance: random.Random) -> None:
    known = [p for facts in corpus for p in profiles(facts)]
    first = cluster(known, said)
    chance.shuffle(known)
    chance.shuffle(said)
    assert cluster(known, said) == first


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora, st.lists(verdicts, max_size=3), st.integers(0, 4))
def test_a_neighbourhood_alone_gives_what_the_whole_gives(
    corpus: tuple[Facts, ...], said: list[Verdict], last: int
) -> None:
    said = list(consistent(said))
    named = by_mention(said)
    units: dict[str, Profile] = {}
    for facts in corpus:
        for p in sorted(profiles(facts), key=lambda p: p.mention):
            whole = touch(p, named.get(p.mention, ()))
            units.setdefault(whole.signature, whole)
    key = "abcde"[last]
    without = {s: p for s, p in units.items() if p.mention[0] != key}
    before, after = cluster(without.values(), said), cluster(units.values(), said)

    def fetch(wanted: Collection[str]) -> Mapping[str, Sequence[Profile]]:
        found: dict[str, list[Profile]] = defaultdict(list)
        for p in units.values():
            for block in p.blocks & set(wanted):
                found[block].append(p)
        return found

    added = [p for p in units.values() if p.mention[0] == key]
    near = neighbourhood(added, [], fetch)
    assert before | cluster(near, said) == after


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora, st.lists(verdicts, max_size=4))
def test_verdicts_that_can_hold_together_hold(corpus: tuple[Facts, ...], said: list[Verdict]) -> None:
    found = cluster([p for facts in corpus for p in profiles(facts)], said)
    for v in consistent(said):
        if v.left in found and v.right in found:
            assert (found[v.left] == found[v.right]) == (v.kind == "same"), v


@given(reports("a"), reports("b"))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_comparison_has_no_direction(left: Facts, right: Facts) -> None:
    for a in profiles(left):
        for b in profiles(right):
            assert compare(a, b) == compare(b, a)


def test_contradicting_verdicts_are_found_with_the_chain_that_they_break() -> None:
    a, b, c = ("a", "p"), ("b", "p"), ("c", "p")
    first, second = Verdict("same", a, b, "x", "1"), Verdict("same", b, c, "x", "2")
    assert contradiction([first, second], Verdict("distinct", a, c, "x", "3")) == (first, second)
    apart = Verdict("distinct", a, c, "x", "2")
    assert contradiction([first, apart], Verdict("same", c, b, "x", "3")) == (apart, first)
    assert contradiction([first], Verdict("distinct", a, c, "x", "3")) == ()
    assert contradiction([], Verdict("distinct", a, a, "x", "3"))


def test_a_verdict_splits_one_report_from_twenty_that_are_told_alike() -> None:
    corpus = [person(f"r{i:02}", "Anna Berg", MPS, "minister") for i in range(20)]
    said = [Verdict("distinct", ("r07", "p"), ("r00", "p"), "x", "1")]
    found = cluster([p for facts in corpus for p in profiles(facts)], said)
    people = {m: k for m, k in found.items() if m[1] == "p"}
    others = {k for m, k in people.items() if m[0] != "r07"}
    assert others == {"person:anna-berg"} and people["r07", "p"] not in others


def test_syndicated_copies_are_one_meeting() -> None:
    copies = [
        meeting(f"c{i}", ["Tô Lâm", "Sar Kheng"], "2020-01-19", kind="talks", date="2020-01-18") for i in range(5)
    ]
    assert len(set(keys("m", *copies))) == 1


@pytest.mark.parametrize("date", ["25", "soon", "2024-13-40", ""])
def test_a_date_that_is_none_says_nothing(date: str) -> None:
    other = meeting("b", ["Tô Lâm", "Sar Kheng"], "2020-01-19", kind="talks", date="2020-01-18")
    broken = meeting("a", ["Tô Lâm", "Sar Kheng"], kind="talks", date=date)
    assert keys("m", broken, other) == keys("m", meeting("a", ["Tô Lâm", "Sar Kheng"], kind="talks"), other)


def test_a_date_from_the_year_25_is_another_day() -> None:
    other = meeting("b", ["Tô Lâm", "Sar Kheng"], "2020-01-19", kind="talks", date="2020-01-18")
    assert len(set(keys("m", meeting("a", ["Tô Lâm", "Sar Kheng"], kind="talks", date="0025-01-18"), other))) == 2


def test_an_article_from_the_future_is_an_article() -> None:
    later = meeting("a", ["Tô Lâm", "Sar Kheng"], "2999-01-19", kind="talks", date="2020-01-18")
    assert len(set(keys("m", later, meeting("b", ["To Lam", "Sar Kheng"], kind="talks", date="2020-01-18")))) == 1
