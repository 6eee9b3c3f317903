"""The command line: parse, call, print. Each command is one module of this package, imported when it is called."""

from graph.cli.program import main

__all__ = ["main"]
