"""Two stores side by side: what they hold differently, and making one hold what the other does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, runtime_checkable

from graph.errors import InputError
from graph.model import Edge, Facts, Graph, Node
from graph.stores.base import Outcome, Store

T = TypeVar("T")


@runtime_checkable
class Fillable(Protocol):
    """A store that can take over another one whole, faster than article by article, as long as it is empty."""

    def can_be_filled(self) -> bool:
        """Whether it is empty."""

    def fill(self, source: Store) -> Iterator[str]:
        """Take over everything; the key of each article."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two stores hold differently: what it is, and where it is ("left", "right", or "differs")."""

    kind: str
    name: str
    where: str


@dataclass
class Synced:
    """What a copy changed in the target, by key; ``extra`` are articles that only the target has and that were left."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    verdicts: int = 0


def differences(left: Store, right: Store) -> Iterator[Difference]:
    """Everything that is not the same in both: articles with what they say, verdicts, nodes, edges."""
    yield from _between("article", _said(left), _said(right))
    yield from _between("verdict", _verdicts(left), _verdicts(right))
    a, b = left.graph(), right.graph()
    yield from _between("node", _nodes(a), _nodes(b))
    yield from _between("edge", _edges(a), _edges(b))


def _said(store: Store) -> dict[str, Facts]:
    return {article.key: store.facts(article.key) for article in store.articles()}


def _verdicts(store: Store) -> dict[str, int]:
    """By their words, since two stores may number them otherwise; the value is how often each stands."""
    found: dict[str, int] = {}
    for v in store.verdicts():
        name = f"{' '.join(v.left)} and {' '.join(v.right)} are {v.kind} (by {v.by}, {v.at})"
        found[name] = found.get(name, 0) + 1
    return found


def _nodes(graph: Graph) -> dict[str, Node]:
    return {n.id: n for n in graph.nodes}


def _edges(graph: Graph) -> dict[str, Edge]:
    return {f"{e.source} {e.type} {e.target}": e for e in graph.edges}


def _between(kind: str, left: Mapping[str, T], right: Mapping[str, T]) -> Iterator[Difference]:
    for name in sorted({*left, *right}):
        if name not in right:
            yield Difference(kind, name, "left")
        elif name not in left:
            yield Difference(kind, name, "right")
        elif left[name] != right[name]:
            yield Difference(kind, name, "differs")


def sync(source: Store, target: Store, exact: bool = False, told: Callable[[str], None] = lambda _: None) -> Synced:
    """Copy articles, what they say, and verdicts; what differs is replaced, what is the same stays untouched.

    What only the target has stays, unless ``exact``: then it is forgotten, and its verdicts become the source's.
    InputError where a verdict of the source contradicts one of the target; the articles are not copied then.
    """
    done = Synced()
    if isinstance(target, Fillable) and target.can_be_filled():
        for key in target.fill(source):
            told(key)
            done.added.append(key)
        done.verdicts = len(source.verdicts())
        return done
    there = {a.key for a in target.articles()}
    here = [a.key for a in source.articles()]
    done.verdicts = _copy_verdicts(source, target, exact)
    for key, outcome in _load(target, (source.facts(key) for key in here)):
        told(key)
        {"added": done.added, "replaced": done.replaced, "unchanged": done.unchanged}[outcome].append(key)
    for key in sorted(there - set(here)):
        (done.forgotten if exact else done.extra).append(key)
        if exact:
            told(key)
            target.forget(key)
    return done


def _copy_verdicts(source: Store, target: Store, exact: bool) -> int:
    wanted, standing = source.verdicts(), target.verdicts()
    if exact:
        common = sum(1 for _ in _common(wanted, standing))
        for _ in standing[common:]:
            target.undo()
        missing = wanted[common:]
    else:
        missing = tuple(v for v in wanted if v not in standing)
    for verdict in missing:
        target.record(verdict)
    return len(missing)


def _common(left: Iterable[T], right: Iterable[T]) -> Iterator[T]:
    """What both begin with."""
    for a, b in zip(left, right, strict=False):
        if a != b:
            return
        yield a


def _load(target: Store, said: Iterable[Facts]) -> Iterator[tuple[str, Outcome]]:
    for key, outcome in target.load_many(said):
        if isinstance(outcome, InputError):
            raise outcome
        yield key, outcome
