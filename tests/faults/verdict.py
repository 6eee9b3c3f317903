"""What became of the articles of one run: lost, doubled or half there, and whether loading again finished the work."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.errors import StoreError
from graph.model import Facts, Graph
from graph.stores import Store
from graph.stores.past import graph_of
from tests.graph.stores.reports import talks

PEOPLE = ("Ana Alvarez", "Bo Bergman", "Cy Cohen", "Di Duval", "Ed Egede")


def articles() -> list[Facts]:
    """A dozen reports of meetings of five people: most of what one says touches what others said."""
    pairs = [(a, b) for a in PEOPLE for b in PEOPLE if a < b]
    return [talks(f"n{i}", f"2024-{1 + i:02}-02", a, b, f"2024-{1 + i:02}-01") for i, (a, b) in enumerate(pairs)]


@dataclass
class Table:
    """Runs by kind of fault, with what went wrong in them."""

    runs: dict[str, int] = field(default_factory=dict)
    hit: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    _since: float = field(default_factory=time.perf_counter)

    def add(self, kind: str, hit: bool, wrong: Iterable[str]) -> None:
        """One run: whether the fault struck while the work was under way, and what was wrong afterwards."""
        now = time.perf_counter()
        self.seconds[kind] = self.seconds.get(kind, 0) + now - self._since
        self._since = now
        self.runs[kind] = self.runs.get(kind, 0) + 1
        self.hit[kind] = self.hit.get(kind, 0) + hit
        self.wrong.setdefault(kind, []).extend(wrong)

    @property
    def problems(self) -> list[str]:
        """Everything that was wrong."""
        return [f"{kind}: {w}" for kind, several in self.wrong.items() for w in several]

    def __str__(self) -> str:
        lines = [f"{'fault':<34}{'runs':>6}{'struck':>8}{'lost':>6}{'doubled':>9}{'unfinished':>12}{'seconds':>9}"]
        for kind, runs in sorted(self.runs.items()):
            counts = [sum(w.startswith(name) for w in self.wrong[kind]) for name in ("lost", "doubled", "unfinished")]
            lines.append(f"{kind:<34}{runs:>6}{self.hit[kind]:>8}{counts[0]:>6}{counts[1]:>9}{counts[2]:>12}")
            lines[-1] += f"{self.seconds[kind]:>9.0f}"
        return "\n".join(lines)


def examine(store: Store, told: Iterable[str]) -> list[str]:
    """What is wrong right after the fault; ``told`` are the articles whose load was reported as done."""
    there = {a.key: store.facts(a.key) for a in store.articles()}
    wrong = [f"lost: {key}" for key in told if key not in there]
    said = {f.article.key: f for f in articles()}
    wrong += [f"lost: part of {key}" for key, facts in there.items() if facts != said[key]]
    if store.graph() != graph_of(there.values(), {k: store.canonical(k) for k in there}):
        wrong.append("doubled: the graph is not what the articles that are there say")
    return wrong


def finish(store: Store, expected: Graph) -> list[str]:
    """What is wrong after everything was loaded once more."""
    try:
        list(store.load_many(articles()))
    except StoreError as exc:
        return [f"unfinished: {exc}"]
    return [] if store.graph() == expected else ["doubled: another graph than without the fault"]
