"""`communique score`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import AsJson
from graph.cli.printing import as_json


def score(
    gold: Annotated[Path, typer.Argument(help="A folder of gold facts, NAME.json.")],
    extracted: Annotated[Path, typer.Argument(help="A folder of extractions with the same names.")],
    only: Annotated[str, typer.Option("--only", help="Only gold files whose name starts with this.")] = "",
    verbose: Annotated[bool, typer.Option("--verbose", help="List what was missed and what is extra.")] = False,
    json: AsJson = False,
) -> None:
    """Compare extractions with gold facts: precision, recall, F1.

    Example: `communique score seeds/gold out/extracted --verbose`
    """
    from graph.scoring import score_folders

    found = score_folders(gold, extracted, only)
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
