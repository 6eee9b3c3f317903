"""`communique explain`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import AsJson
from graph.cli.printing import as_json, cell, complain

if TYPE_CHECKING:
    from loaders.explaining import Explained


def explain(
    article: Annotated[Path, typer.Argument(help="A file with one article or several.")],
    json: AsJson = False,
) -> None:
    """Show, sentence by sentence, what the reader saw in an article, by which rule, and what it refused.

    A line with + was taken, with - refused; => is a fact whose evidence the sentence is.

    Example: `communique explain seeds/articles/004_18627f7e2bed98c2.txt`
    """
    from graph import pipeline
    from graph.errors import InputError
    from loaders.explaining import explain as explained

    failed, out = False, []
    for found in pipeline.read_articles([article]):
        try:
            if isinstance(found, InputError):
                raise found
            sentences = explained(found)
        except InputError as exc:
            complain(exc)
            failed = True
            continue
        out.append({"article": found.key, "sentences": [asdict(s) for s in sentences]})
        if not json:
            typer.echo(f"# {cell(found.title or found.key)}")
            for sentence in sentences:
                _show(sentence)
    if json:
        as_json(out)
    if failed:
        raise typer.Exit(1)


def _show(sentence: Explained) -> None:
    typer.echo(f"\n[{sentence.start}-{sentence.end}] {cell(sentence.text)}")
    for f in sentence.findings:
        typer.echo(f"  {'+' if f.taken else '-'} {f.what:10} {cell(f.words)}  ({cell(f.why)})")
    for fact in sentence.facts:
        typer.echo(f"  => {cell(fact)}")
