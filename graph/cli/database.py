"""`--database`, for every command that has `--store`: which database of a server."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any
from urllib.parse import urlsplit, urlunsplit

import typer

Database = Annotated[
    str, typer.Option("--database", metavar="NAME", help="The database on a server, in place of NEO4J_DATABASE.")
]


def with_database(function: Callable[..., None]) -> Callable[..., None]:
    """The command with ``--database`` behind its ``--store``; a command without a store as it is."""
    known = signature(function, eval_str=True)
    if "store" not in known.parameters:
        return function

    @wraps(function)
    def command(*, database: str, **options: Any) -> None:
        if database:
            options["store"] = of_database(options["store"], database)
        function(**options)

    parameters = list(known.parameters.values())
    behind = list(known.parameters).index("store") + 1
    parameters.insert(behind, Parameter("database", Parameter.POSITIONAL_OR_KEYWORD, default="", annotation=Database))
    command.__signature__ = known.replace(parameters=parameters)  # type: ignore[attr-defined]
    return command


def of_database(url: str, name: str) -> str:
    """The address of a server's database of this name; a usage error where it cannot be meant."""
    parts = urlsplit(url)
    if not parts.netloc:
        raise typer.BadParameter(f"{url!r} is a file; only a server has databases", param_hint="--database")
    if parts.path.strip("/") not in ("", name):
        raise typer.BadParameter(f"the address names another one: {url!r}", param_hint="--database")
    return urlunsplit(parts._replace(path=f"/{name}"))
