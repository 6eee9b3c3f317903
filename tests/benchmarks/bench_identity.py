"""What identity costs: python -m tests.benchmarks.bench_identity [ARTICLES...]

Generated reports of meetings of ministers, some of whom meet very often. For each size: seconds (profiles and clusters
of all articles at once, in memory) and peak memory; and the milliseconds of processor time that one more article costs
when only its neighbourhood is looked at, the mean of the last 500.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from graph.identity import Profile, cluster, neighbourhood, profiles
from graph.model import Article, Edge, Facts, Node, PartialDate

LANDS = [f"{a}{b}" for a in "ABCDEFGHIJ" for b in "KLMNOPQRST"]
FIELDS = ("interior", "public_security", "defence", "foreign_affairs")
PARTS = [a + b for a in "bdklmnrst" for b in "aeio"]
KINDS = ("talks", "reception", "conference", "visit")
LAST = 500


def names(chance: random.Random, count: int) -> list[str]:
    """Made-up names of two or three words."""

    def word() -> str:
        return "".join(chance.choices(PARTS, k=chance.randint(2, 4))).capitalize()

    return [" ".join(word() for _ in range(chance.randint(2, 3))) for _ in range(count)]


def reports(count: int) -> Iterator[Facts]:
    """Reports of as many as ``count`` articles: five articles an event, events of people of whom some meet often."""
    chance = random.Random(1)
    people = [(n, chance.choice(LANDS), chance.choice(FIELDS)) for n in names(chance, max(count // 5, 50))]
    for i in range(count):
        event = random.Random(i // 5)
        day = f"{2010 + event.randint(0, 14)}-{event.randint(1, 12):02}-{event.randint(1, 28):02}"
        both = [people[int(len(people) * event.random() ** 3)] for _ in range(2)]
        yield _report(f"article-{i}", day, event.choice(KINDS), both)


def _report(key: str, day: str, kind: str, both: Sequence[tuple[str, str, str]]) -> Facts:
    nodes = [Node("m", "Meeting", f"{kind} of {both[0][0]}", (), {"kind": kind, "date": day, "country": both[0][1]})]
    nodes.append(Node("g", "Agreement", f"cooperation plan for {day[:4]}", (), {"kind": "plan", "status": "signed"}))
    edges = []
    for i, (name, land, field) in enumerate(both):
        nodes.append(Node(f"p{i}", "Person", name))
        nodes.append(
            Node(f"a{i}", "Agency", f"Ministry of {field}", (), {"country": land, "kind": f"ministry/{field}"})
        )
        nodes.append(Node(f"c{i}", "Country", land, (), {"iso2": land}))
        edges += [Edge("REPRESENTS", f"p{i}", f"a{i}", {"title": "minister"}), Edge("ATTENDED", f"p{i}", "m")]
        edges.append(Edge("PARTY_TO", f"a{i}", "g"))
    return Facts(Article(key, "", published=PartialDate.parse(day), language="en"), tuple(nodes), tuple(edges))


class Index:
    """A store's two tables, in memory: units by signature, signatures by block."""

    def __init__(self) -> None:
        self.units: dict[str, Profile] = {}
        self.blocks: dict[str, list[str]] = defaultdict(list)
        self.keys: dict[str, str] = {}

    def add(self, facts: Facts) -> None:
        """What a store does for one more article."""
        fresh = {p.signature: p for p in profiles(facts) if p.signature not in self.units}
        for signature, p in fresh.items():
            self.units[signature] = p
            for block in p.blocks:
                self.blocks[block].append(signature)
        if fresh:
            near = neighbourhood(fresh.values(), [], self.fetch)
            found = cluster(near)
            self.keys |= {p.signature: found[p.mention] for p in near}

    def fetch(self, wanted: Collection[str]) -> Mapping[str, Sequence[Profile]]:
        """The units of each block."""
        return {b: [self.units[s] for s in self.blocks[b]] for b in wanted if b in self.blocks}


def one_by_one(count: int) -> tuple[float, Index]:
    """Milliseconds an article, for the last of ``count`` articles that come one after the other."""
    index = Index()
    spent = []
    for i, facts in enumerate(reports(count)):
        if i % LAST == 0:
            gc.freeze()  # a store keeps its units in tables, where no garbage collector goes through them
        start = time.process_time()
        index.add(facts)
        if i >= count - LAST:
            spent.append(time.process_time() - start)
    return 1000 * sum(spent) / len(spent), index


def measure(count: int) -> None:
    """Print one line."""
    start = time.perf_counter()
    found = cluster(p for facts in reports(count) for p in profiles(facts))
    spent = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    nodes = len(set(found.values()))
    more, index = one_by_one(count)
    few = [p for facts in islice(reports(count), 1000) for p in profiles(facts)]
    same = all(found[p.mention] == index.keys[p.signature] for p in few)
    print(f"{count:>9}{len(index.units):>9}{nodes:>9}{spent:>9.1f}{peak:>9}{more:>12.2f}  {same}", flush=True)


def main() -> None:
    """Measure every size that was asked for."""
    print(" articles    units    nodes  seconds  peak MB  ms/article  the same both ways")
    for count in [int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        measure(count)


if __name__ == "__main__":
    main()
