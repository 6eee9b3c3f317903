"""An office as a text gives it: whom it is held for, and where it stands."""

from __future__ import annotations

from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention


@dataclass(frozen=True, slots=True)
class TitleMention:
    """Tokens i to j are an office. ``holds_for`` is agency, country or none (a membership).

    ``agency`` is the body named in the title or derived from it ("Minister of Justice" names the ministry); its
    country, or ``country`` where no body is named, may be None: then the text must tell it elsewhere.
    ``counterpart`` marks "his Israeli counterpart": the office is that of the other person, in ``country``.
    ``above`` is the ministry of which the body is a part; ``several`` holds one title for each country of an office
    that is named once for some ("the Peruvian and Chilean defence ministers").
    ``posted`` is the country to which an envoy is sent; ``likely`` are the only countries that call an office so;
    ``desk`` says that it is one of many at a headquarters ("Director-General Legal").
    """

    i: int
    j: int
    office: str
    holds_for: str
    agency: AgencyMention | None = None
    country: str | None = None
    counterpart: bool = False
    plural: bool = False
    above: AgencyMention | None = None
    several: tuple[TitleMention, ...] = ()
    posted: str = ""
    likely: tuple[str, ...] = ()
    desk: bool = False

    @property
    def specific(self) -> bool:
        """Whether the title says whom it is held for."""
        return self.agency is not None or self.country is not None or self.counterpart or bool(self.posted)
