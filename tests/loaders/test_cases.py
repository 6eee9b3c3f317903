"""Sentences with the facts that a careful reader finds in them, in tests/loaders/cases: one test a sentence."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model import Article, Edge, Facts, PartialDate
from loaders import extract

CASES = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    """Every case of every file, named by its file and number."""
    out = []
    for path in sorted(CASES.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
            out.append(pytest.param(case, id=f"{path.stem}-{number}-{case['language']}"))
    return out


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    """The sentence yields what its case expects, and none of what it forbids."""
    published = case.get("published")
    text = unicodedata.normalize("NFC", case["text"])
    date = PartialDate.parse(str(published)) if published else None
    facts = extract(Article("case", text, published=date, language=case["language"]))
    seen = _Seen(facts)
    for key, expected in case.items():
        check = getattr(seen, f"check_{key}", None)
        if check is not None:
            check(expected)
        else:
            assert key in ("text", "language", "published", "why"), f"unknown key {key!r} in a case"


class _Seen:
    """What was found, asked by the keys of a case."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.name = {n.id: n.name for n in facts.nodes}
        self.node = {n.id: n for n in facts.nodes}

    def check_people(self, expected: list[str]) -> None:
        assert sorted(self._names("Person")) == sorted(expected)

    def check_not_people(self, names: list[str]) -> None:
        assert not set(names) & set(self._names("Person"))

    def check_agencies(self, expected: list[str]) -> None:
        assert set(self._agencies()) == set(expected)

    def check_not_agencies(self, names: list[str]) -> None:
        found = {a.partition("/")[0] for a in self._agencies()}
        assert not set(names) & found

    def check_countries(self, expected: list[str]) -> None:
        assert sorted(n.id for n in self.facts.nodes if n.label == "Country") == sorted(expected)

    def check_roles(self, expected: list[list[str]]) -> None:
        found = {(self.name[e.source], self._target(e)) for e in self._edges("REPRESENTS")}
        assert found == {(who, whom) for who, whom in expected}

    def check_meetings(self, expected: list[dict[str, Any]]) -> None:
        found = [n for n in self.facts.nodes if n.label == "Meeting"]
        rows = [self._meeting(n.id) for n in found]
        for want in expected:
            fits = [row for row in rows if all(row.get(k) == _plain(v) for k, v in want.items())]
            assert fits, f"no meeting like {want} in {rows}"
            rows.remove(fits[0])
        assert not rows, f"meetings that nobody expected: {rows}"

    def check_agreements(self, expected: list[dict[str, Any]]) -> None:
        rows = []
        for n in self.facts.nodes:
            if n.label == "Agreement":
                signers = sorted(self.name[e.source] for e in self._edges("SIGNED") if e.target == n.id)
                rows.append({"name": n.name, **n.properties, "signers": signers})
        for want in expected:
            fits = [row for row in rows if all(row.get(k) == _plain(v) for k, v in want.items())]
            assert fits, f"no agreement like {want} in {rows}"
            rows.remove(fits[0])
        assert not rows, f"agreements that nobody expected: {rows}"

    def _meeting(self, id: str) -> dict[str, Any]:
        people = {e.source for e in self._edges("ATTENDED", "CO_CHAIRED", "CHAIRED") if e.target == id}
        chairs = {e.source for e in self._edges("CO_CHAIRED") if e.target == id}
        persons = sorted(self.name[p] for p in people if self.node[p].label == "Person")
        co_chairs = sorted(self.name[c] for c in chairs)
        return {"name": self.name[id], **self.node[id].properties, "people": persons, "co_chairs": co_chairs}

    def _edges(self, *types: str) -> list[Edge]:
        return [e for e in self.facts.edges if e.type in types]

    def _names(self, label: str) -> list[str]:
        return [n.name for n in self.facts.nodes if n.label == label]

    def _agencies(self) -> list[str]:
        """Agencies as "Name/ISO2"; a multilateral body has nothing behind its stroke."""
        return [f"{n.name}/{n.properties.get('country', '')}" for n in self.facts.nodes if n.label == "Agency"]

    def _target(self, edge: Edge) -> str:
        node = self.node[edge.target]
        if node.label == "Country":
            return node.id
        return f"{node.name}/{node.properties.get('country', '')}"


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value if isinstance(value, (int, bool)) else str(value)
