"""How answers are printed: tables for people, JSON and CSV for programs, progress only on a terminal."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.errors import CommuniqueError
    from graph.stores import Rows


def as_json(value: object) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def complain(error: CommuniqueError | str) -> None:
    """Say on the error stream what went wrong with one input; the rest goes on."""
    print(f"communique: {error}", file=sys.stderr)


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print a table as wide as the terminal, or as wide as it needs to be elsewhere."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        drawn.add_column(Text(column), overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell(value)) for value in row))
    Console(width=None if sys.stdout.isatty() else 200, highlight=False).print(drawn)


def cell(value: Any) -> str:
    """A value as a person reads it; characters that would steer a terminal are shown, not sent."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        text = "; ".join(cell(v) for v in value)
    elif isinstance(value, dict):
        text = value["name"] if "name" in value else json.dumps(value, ensure_ascii=False)
    else:
        text = str(value)
    return "".join(c if c.isprintable() or c == "\n" else " " if c.isspace() else repr(c)[1:-1] for c in text)


def rows_as_csv(rows: Rows) -> None:
    """Print rows as CSV with a heading; lists and maps are JSON inside their field."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.columns)
    for row in rows.rows:
        writer.writerow([json.dumps(v, ensure_ascii=False) if isinstance(v, list | dict) else v for v in row])


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """A function that tells how far long work is: a line that moves on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda detail: bar.update(task, advance=1, description=f"{what} {cell(detail)[-60:]}".replace("[", "\\["))
