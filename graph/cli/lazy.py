"""A group of commands that imports a command's module only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from graph.cli.database import with_database
from graph.cli.table import COMMANDS


class LazyGroup(TyperGroup):
    """The commands of the table; listing them imports none of them."""

    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; while help is listed, only its name and line."""
        if cmd_name not in COMMANDS:
            return None
        if self._listing:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name].line)
        return command(cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of the whole program."""
        self._listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._listing = False


def command(name: str) -> Any:
    """One command of the table, ready to run."""
    function = getattr(import_module(COMMANDS[name].module), name.replace("-", "_"))
    single = typer.Typer(add_completion=False, rich_markup_mode="markdown")
    single.command(name)(with_database(function))
    return typer.main.get_command(single)
