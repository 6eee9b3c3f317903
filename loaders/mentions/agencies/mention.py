"""What is known of an agency where a text names it."""

from __future__ import annotations

from dataclasses import field

from loaders.language.values import dataclass


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """Tokens i to j name an agency. ``kind`` is its type key (ministry/interior) or empty, ``key`` a named body's key.

    ``country`` is the ISO code that the name itself carries, None where it carries none; ``multilateral`` says that it
    has none. ``core`` is the name without its country; ``acronym`` the short form given beside it. ``derived`` holds
    the words that only imply the body (an office, an acronym); its name is then ``core``.
    """

    i: int
    j: int
    kind: str = ""
    key: str = ""
    country: str | None = None
    multilateral: bool = False
    core: str = ""
    acronym: str = ""
    derived: str = ""
    fields: tuple[str, ...] = field(default=())

    @property
    def label(self) -> str:
        """What identifies the mention within an article, the country aside: in one country a kind names one body."""
        return self.kind or self.key or self.core.lower()
