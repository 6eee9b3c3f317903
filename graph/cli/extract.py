"""`communique extract`."""

from __future__ import annotations

import json as jsonlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import AsJson, Jobs
from graph.cli.printing import as_json, complain, progress

if TYPE_CHECKING:
    from graph.model import Facts


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of articles.")],
    out: Annotated[Path | None, typer.Option("--out", help="A folder: one STEM.json an article.")] = None,
    json: AsJson = False,
    jobs: Jobs = 1,
) -> None:
    """Write what articles say as JSON, without a store.

    Without --out the extractions are printed: one object for one article, a list for several.

    Example: `communique extract seeds/articles --out out/extracted`
    """
    from graph import pipeline
    from graph.errors import InputError
    from graph.model import facts_to_json

    failed, printed, written = 0, [], 0
    with progress("reading") as tell:
        for facts in pipeline.extract_all(pipeline.read_articles(paths), jobs):
            if isinstance(facts, InputError):
                failed += 1
                complain(facts)
                continue
            tell(facts.article.key)
            written += 1
            if out:
                write(facts, out)
            if json or not out:
                printed.append(facts_to_json(facts))
    if printed:
        as_json(printed[0] if len(printed) == 1 else printed)
    elif out:
        typer.echo(f"{out}: {written} extractions, {failed} inputs failed")
    if failed:
        raise typer.Exit(1)


def write(facts: Facts, out: Path) -> None:
    """Write one extraction as STEM.json."""
    from graph.export.extraction import stem
    from graph.model import facts_to_json

    out.mkdir(parents=True, exist_ok=True)
    text = jsonlib.dumps(facts_to_json(facts), ensure_ascii=False, indent=1)
    (out / f"{stem(facts.article)}.json").write_text(text + "\n", "utf-8")
