"""Which of several values is shown."""

from __future__ import annotations

import pytest

from graph.model import Value
from graph.schema import Shown
from graph.stores.choose import Count, choose, differs


@pytest.mark.parametrize(
    ("rule", "counts", "shown", "contradiction"),
    [
        ("most", {"a": Count(2), "b": Count(1)}, "a", True),
        ("most", {"a": Count(1, "2020", "2020"), "b": Count(1, "2021", "2021")}, "b", True),
        ("most", {"b": Count(1), "a": Count(1)}, "a", True),
        ("most", {"a": Count(1)}, "a", False),
        ("finest", {"2024": Count(5), "2024-11": Count(1), "2024-11-22": Count(1)}, "2024-11-22", False),
        ("finest", {"2024-11-21": Count(1), "2024-11-22": Count(2), "2024-11": Count(4)}, "2024-11-22", True),
        ("finest", {"2024": Count(3), "2025-01-01": Count(2)}, "2024", True),
        ("furthest", {"proposed": Count(9), "signed": Count(1)}, "signed", False),
        ("latest", {"planned": Count(9, "2024", "2024"), "cancelled": Count(1, "2025", "2025")}, "cancelled", False),
        ("latest", {"planned": Count(1), "held": Count(2)}, "held", False),
    ],
)
def test_rules(rule: Shown, counts: dict[Value, Count], shown: str, contradiction: bool) -> None:
    values = ("mentioned", "proposed", "signed")
    assert choose(counts, rule, values) == shown
    assert choose(dict(reversed(counts.items())), rule, values) == shown
    assert differs(shown, counts, rule) is contradiction
