"""`communique load`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_STORE, AsJson, Jobs, StoreUrl, opened
from graph.cli.printing import as_json, complain, progress

if TYPE_CHECKING:
    from graph.errors import InputError
    from graph.model import Facts, PartialDate


def load(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of articles.")],
    store: StoreUrl = DEFAULT_STORE,
    jobs: Jobs = 1,
    json: AsJson = False,
) -> None:
    """Read articles into a store.

    Loading the same article twice changes nothing; a corrected text replaces what the old one said. Inputs that
    cannot be read are named on the error stream, the others are loaded, and the exit code is 1. An article that claims
    to be published in the future is loaded and named.

    Example: `communique load seeds/articles --store communique.db --jobs 2`
    """
    from graph import pipeline
    from graph.cli.dates import lies_ahead
    from graph.errors import InputError

    ahead: dict[str, PartialDate] = {}
    with opened(store, create=True) as target, progress("loading") as tell:

        def told(facts: Facts | InputError) -> None:
            tell("" if isinstance(facts, InputError) else facts.article.key)
            if not isinstance(facts, InputError) and (day := lies_ahead(facts.article.published)):
                ahead[facts.article.key] = day

        loaded = pipeline.load(target, pipeline.extract_all(pipeline.read_articles(paths), jobs), told)
        where = target.url
    for key, day in ahead.items():
        if key in (*loaded.added, *loaded.replaced):
            complain(f"{key} claims to be published on {day}, which lies ahead: loaded as it is; correct `published`")
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
