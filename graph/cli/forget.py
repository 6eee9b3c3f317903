"""`communique forget`."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_STORE, StoreUrl, opened
from graph.cli.printing import complain


def forget(
    articles: Annotated[list[str], typer.Argument(help="Keys of articles: their address, or path below the folder.")],
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Take back what only these articles said.

    People's verdicts about them stay, and count again when the article is loaded again.

    Example: `communique forget https://news.example/2024/talks`
    """
    missing = 0
    with opened(store) as target:
        for article in articles:
            if target.forget(article):
                typer.echo(f"forgotten: {article}")
            else:
                missing += 1
                complain(f"there is no article {article!r} in {target.url}: `communique status --json` lists them")
    if missing:
        raise typer.Exit(1)
