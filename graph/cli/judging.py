"""What the commands on identity share: nodes and mentions by name, their profiles, who says so and when."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.identity import Mention, Profile
    from graph.model import Node, Verdict
    from graph.stores import Store

By = Annotated[str, typer.Option("--by", help="Who says so; the name you are logged in with if left out.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in your words; kept with the verdict.")]


def author(by: str) -> str:
    """The given name, else the name of the account."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def now() -> str:
    """The time of a verdict: ISO 8601, UTC, to the microsecond; verdicts given at once share it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def profiles_of(store: Store, node: Node) -> list[Profile]:
    """The profiles of a node's mentions."""
    return profiles_at(store, store.mentions(node.id))


def profiles_at(store: Store, mentions: Iterable[Mention]) -> list[Profile]:
    """The profiles of these mentions, in the order of their articles."""
    from graph.identity import profiles

    wanted = set(mentions)
    articles = sorted({article for article, _ in wanted})
    return [p for article in articles for p in profiles(store.facts(article)) if p.mention in wanted]


def told(verdict: Verdict) -> str:
    """A verdict in a sentence."""
    joined = "the same as" if verdict.kind == "same" else "distinct from"
    reason = f": {verdict.why}" if verdict.why else ""
    return f"{'#'.join(verdict.left)} is {joined} {'#'.join(verdict.right)} ({verdict.by}, {verdict.at}){reason}"


def between(store: Store, left: Node, right: Node) -> list[Verdict]:
    """The verdicts that stand between two nodes."""
    mine, theirs = set(store.mentions(left.id)), set(store.mentions(right.id))
    ends = ((v, {v.left, v.right}) for v in store.verdicts())
    return [v for v, both in ends if both & mine and both & theirs]
