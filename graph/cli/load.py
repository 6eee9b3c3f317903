"""`communique load`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_STORE, AsJson, Jobs, StoreUrl, opened
from graph.cli.printing import as_json, complain, progress


def load(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of articles.")],
    store: StoreUrl = DEFAULT_STORE,
    jobs: Jobs = 1,
    json: AsJson = False,
) -> None:
    """Read articles into a store.

    Loading the same article twice changes nothing; a corrected text replaces what the old one said. Inputs that
    cannot be read are named on the error stream, the others are loaded, and the exit code is 1.

    Example: `communique load seeds/articles --store communique.db --jobs 2`
    """
    from graph import pipeline
    from graph.errors import InputError

    with opened(store, create=True) as target, progress("loading") as tell:
        found = pipeline.extract_all(pipeline.read_articles(paths), jobs)
        loaded = pipeline.load(target, found, lambda f: tell("" if isinstance(f, InputError) else f.article.key))
        where = target.url
    for error in loaded.failed:
        complain(error)
    if json:
        counts = {name: getattr(loaded, name) for name in ("added", "replaced", "unchanged")}
        as_json({"store": where, **counts, "failed": [str(e) for e in loaded.failed]})
    else:
        counts = {name: len(getattr(loaded, name)) for name in ("added", "replaced", "unchanged", "failed")}
        typer.echo(f"{where}: " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    if loaded.failed:
        raise typer.Exit(1)
