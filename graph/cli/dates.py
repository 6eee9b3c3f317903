"""Options that are dates: a day, a month or a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.model import PartialDate

_FORM = "YYYY[-MM[-DD]]"

Since = Annotated[str | None, typer.Option("--since", metavar=_FORM, help="Leave out what was before this.")]
Until = Annotated[str | None, typer.Option("--until", metavar=_FORM, help="Leave out what was after this.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar=_FORM, help="As it was known then: from articles published by its end alone."),
]


def date_option(name: str, text: str | None) -> PartialDate | None:
    """The date that an option gives; a wrong one is an error of usage that names the option."""
    from graph.errors import InputError
    from graph.model import PartialDate

    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except InputError as exc:
        raise typer.BadParameter(str(exc), param_hint=f"'{name}'") from exc


def period_options(since: str | None, until: str | None) -> tuple[PartialDate | None, PartialDate | None]:
    """--since and --until, in this order."""
    first, last = date_option("--since", since), date_option("--until", until)
    if first and last and last.end <= first.start:
        raise typer.BadParameter(f"{until} is before --since {since}: expected a later date", param_hint="'--until'")
    return first, last
