"""`communique review`: the pairs that a person has to decide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.judging import By, author, now
from graph.cli.options import DEFAULT_STORE, StoreUrl, opened
from graph.cli.printing import cell, complain

if TYPE_CHECKING:
    from graph.identity import Mention, Pair
    from graph.model import Verdict
    from graph.stores import Store

QUOTES = 2
ANSWERS = "y(es, the same)  n(o, distinct)  s(kip)  u(ndo)  q(uit)"


def review(
    store: StoreUrl = DEFAULT_STORE,
    export: Annotated[Path | None, typer.Option(help="Write the pairs to this file, a line of JSON each.")] = None,
    verdicts: Annotated[bool, typer.Option(help="With --export: write the verdicts that stand instead.")] = False,
    apply: Annotated[Path | None, typer.Option(help="Record the verdicts of this file, as --export writes it.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many pairs to show or write.")] = 1000,
    by: By = "",
) -> None:
    """Decide pairs of nodes that may be one, those first that would change the graph most.

    Each is shown with the evidence of both sides; or all go to a file, to whose lines one adds `"kind": "same"` or
    `"distinct"`.

    Example: `communique review --export doubts.jsonl` and then `communique review --apply doubts.jsonl`
    """
    with opened(store) as target:
        if apply:
            _apply(target, apply, author(by))
        elif export:
            _export(target, export, verdicts, limit)
        else:
            _ask(target, author(by), limit)


def _export(store: Store, path: Path, verdicts: bool, limit: int) -> None:
    from graph.identity import question_line, verdict_line

    told = map(verdict_line, store.verdicts()) if verdicts else map(question_line, store.doubts(limit))
    lines = list(told)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    typer.echo(f"{len(lines)} {'verdicts' if verdicts else 'pairs'} in {path}")


def _apply(store: Store, path: Path, by: str) -> None:
    from graph.errors import InputError
    from graph.identity import read_lines

    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as exc:
        raise InputError(f"{path} cannot be read: {exc}; expected lines of JSON as --export writes them") from exc
    done = failed = 0
    standing = set(store.verdicts())
    for found in read_lines(text.splitlines(), by, now()):
        try:
            if isinstance(found, InputError):
                raise found
            for mention in (found.left, found.right):
                _known(store, mention)
            if found not in standing:
                store.record(found)
            done += 1
        except InputError as exc:
            failed += 1
            complain(f"{path}: {exc}")
    typer.echo(f"{done} verdicts recorded" + (f", {failed} lines refused" if failed else ""))
    if failed:
        raise typer.Exit(1)


def _known(store: Store, mention: Mention) -> None:
    from graph.errors import InputError, UnknownError

    try:
        if mention[1] in store.canonical(mention[0]):
            return
    except UnknownError:
        pass
    raise InputError(f"a verdict about {'#'.join(mention)}, which is not in {store.url}: load its article first")


def _ask(store: Store, by: str, limit: int) -> None:
    from graph.cli.verdicts import take_back
    from graph.model import Verdict

    pairs = store.doubts(limit)
    at = 0
    while at < len(pairs):
        pair = pairs[at]
        typer.echo("\n".join(cell(line) for line in _shown(store, pair, at + 1, len(pairs))))
        typer.echo(f"{ANSWERS}: ", nl=False)
        answer = sys.stdin.readline().strip().lower()[:1] or "q"
        if answer in ("y", "n"):
            ends = pair.left.mention, pair.right.mention
            _record(store, Verdict("same" if answer == "y" else "distinct", *ends, by, now()))
        elif answer == "u":
            lines = take_back(store) if store.verdicts() else ["nothing: there is no verdict"]
            typer.echo("\n".join(f"taken back: {cell(line)}" for line in lines))
            at = max(at - 2, -1)
        elif answer == "q":
            break
        elif answer != "s":
            at -= 1
        at += 1
    else:
        typer.echo("nothing is in doubt" if not pairs else "that was all")


def _record(store: Store, verdict: Verdict) -> None:
    from graph.errors import InputError

    try:
        store.record(verdict)
    except InputError as exc:
        complain(exc)


def _shown(store: Store, pair: Pair, number: int, total: int) -> list[str]:
    head = f"\n{number} of {total}: {pair.left.label}, {pair.score.value:.2f}, {pair.weight} mention(s) would move"
    lines = [head, *(f"  {reason}" for reason in pair.score.reasons)]
    for mention, name in ((pair.left.mention, pair.left.name), (pair.right.mention, pair.right.name)):
        facts = store.facts(mention[0])
        node = next(n for n in facts.nodes if n.id == mention[1])
        lines.append(f"  {name} in {mention[0]} ({facts.article.published or 'undated'})")
        held = [e for edge in facts.edges if mention[1] in (edge.source, edge.target) for e in edge.evidence]
        quotes = dict.fromkeys(" ".join(e.quote.split()) for e in (*held, *node.evidence))
        lines += [f"    “{quote}”" for quote in list(quotes)[:QUOTES]]
    return lines
