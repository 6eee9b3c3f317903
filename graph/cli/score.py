"""`communique score`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from graph.cli.options import AsJson
from graph.cli.printing import as_json, complain


def score(
    gold: Annotated[Path, typer.Argument(help="A folder of gold facts, NAME.json.")],
    extracted: Annotated[Path | None, typer.Argument(help="A folder of extractions with the same names.")] = None,
    texts: Annotated[Path | None, typer.Option("--texts", help="A folder of texts NAME.txt: read, then score.")] = None,
    only: Annotated[str, typer.Option("--only", help="Only gold files whose name starts with this.")] = "",
    verbose: Annotated[bool, typer.Option("--verbose", help="List what was missed and what is extra.")] = False,
    json: AsJson = False,
) -> None:
    """Compare extractions with gold facts: precision, recall, F1.

    With --texts the texts are read first, in the gold's language and with its publication date.

    Example: `communique score seeds/gold out/extracted --verbose`, `communique score seeds/gold --texts seeds/articles`
    """
    from graph.scoring import score_folders

    if (extracted is None) == (texts is None):
        raise typer.BadParameter("say either a folder of extractions or --texts with a folder of texts")
    with TemporaryDirectory() as made:
        if texts is not None:
            _read(gold, texts, only, Path(made))
        found = score_folders(gold, extracted or Path(made), only)
    if json:
        rows = {kind: asdict(row) for kind, row in found.rows.items()}
        as_json({"articles": found.articles, "macro_f1": found.macro_f1, "rows": rows})
    else:
        typer.echo(f"{'':18}{'gold':>6}{'found':>7}{'hit':>6}{'prec':>8}{'recall':>8}{'F1':>8}")
        for kind, r in found.rows.items():
            counts = f"{kind:18}{r.gold:>6}{r.found:>7}{r.hit:>6}"
            typer.echo(f"{counts}{r.precision:>8.3f}{r.recall:>8.3f}{r.f1:>8.3f}")
        typer.echo(f"articles {found.articles}, macro F1 {found.macro_f1}")
    if verbose:
        typer.echo("\n".join(found.notes), err=True)


def _read(gold: Path, texts: Path, only: str, out: Path) -> None:
    """Extract the texts of the gold files; one that cannot be read is named and counts as all missed."""
    from graph import pipeline
    from graph.cli.extract import write
    from graph.errors import InputError

    for facts in pipeline.extract_all(pipeline.gold_articles(gold, texts, only)):
        if isinstance(facts, InputError):
            complain(facts)
        else:
            write(facts, out)
