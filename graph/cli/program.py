"""The program: its options, and what happens when a command cannot do what it was asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from graph.cli.lazy import LazyGroup
from graph.errors import CommuniqueError, QueryError, UnknownError

DONE, SOME_FAILED, USAGE = 0, 1, 2

app = typer.Typer(cls=LazyGroup, add_completion=False, rich_markup_mode="markdown", pretty_exceptions_enable=False)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"communique {version('communique')}")
        raise typer.Exit


@app.callback(no_args_is_help=True, invoke_without_command=True)
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    """Reads news of diplomatic-security meetings into a graph in which every edge shows its sentence.

    Example: `communique load articles/` and then `communique query --list`
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with 0 (done), 1 (some inputs failed, the rest are in; or the store did) or 2 (usage)."""
    try:
        typer.main.get_command(app).main(args=arguments, prog_name="communique")
    except CommuniqueError as exc:
        print(f"communique: {exc}", file=sys.stderr)
        sys.exit(USAGE if isinstance(exc, QueryError | UnknownError) else SOME_FAILED)
