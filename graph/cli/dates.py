"""Options that are dates: a day, a month or a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.model import PartialDate
    from graph.stores.snapshot import Moment

_FORM = "YYYY[-MM[-DD]]"

Since = Annotated[str | None, typer.Option("--since", metavar=_FORM, help="Leave out what was before this.")]
Until = Annotated[str | None, typer.Option("--until", metavar=_FORM, help="Leave out what was after this.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar=_FORM, help="As it was on this day (see --known, --true).")
]
Known = Annotated[
    bool | None,
    typer.Option(
        "--known/--true",
        show_default=False,
        help="With --as-of: as it was known then, from articles published by its end alone (the default); or as it was"
        " true then, with all that is known now.",
    ),
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


def moment_option(as_of: str | None, known: bool | None) -> Moment | None:
    """--as-of with --known or --true: the moment that is asked about, None for now."""
    from graph.stores.snapshot import Moment

    day = date_option("--as-of", as_of)
    if day is None and known is not None:
        raise typer.BadParameter("expected a date beside it: --as-of YYYY[-MM[-DD]]", param_hint="'--known/--true'")
    return None if day is None else Moment(day, "true" if known is False else "known")


def today() -> PartialDate:
    """The day of this machine's clock; only commands look at it, so that what a store holds never depends on it."""
    from datetime import date

    from graph.model import PartialDate

    now = date.today()
    return PartialDate(now.year, now.month, now.day)


def lies_ahead(day: PartialDate | None) -> PartialDate | None:
    """The day if it begins after tomorrow (somewhere it is tomorrow already)."""
    from datetime import timedelta

    return day if day and day.start > today().start + timedelta(days=1) else None


def period_options(since: str | None, until: str | None) -> tuple[PartialDate | None, PartialDate | None]:
    """--since and --until, in this order."""
    first, last = date_option("--since", since), date_option("--until", until)
    if first and last and last.end <= first.start:
        raise typer.BadParameter(f"{until} is before --since {since}: expected a later date", param_hint="'--until'")
    return first, last
