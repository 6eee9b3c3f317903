"""`communique browser-pack`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def browser_pack(
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write.")] = Path("out/browser"),
    serve: Annotated[
        int, typer.Option("--serve", metavar="PORT", help="Then serve the guide on this port until Ctrl-C.")
    ] = 0,
) -> None:
    """Write queries, style and guide for the Neo4j Browser.

    Drop favourites.zip and style.grass on the Browser's window. For the guide run this with --serve 8123, and type
    `:guide http://localhost:8123/guide.html` in the Browser.

    Example: `communique browser-pack --out out/browser`
    """
    from graph.views.browser import write_pack

    for path in write_pack(out):
        typer.echo(path)
    if serve:
        from graph.views.guide_server import serve_folder

        typer.echo(f":guide http://localhost:{serve}/guide.html   (Ctrl-C ends it)")
        serve_folder(out, serve)
