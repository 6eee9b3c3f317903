"""One agreement of the article and the claims about it."""

from __future__ import annotations

from dataclasses import field

from graph.model import PartialDate
from loaders.language.values import dataclass
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.reading import Reading


@dataclass(slots=True)
class Claim:
    """Sentences that say one thing, and how sure their reading is."""

    sentences: list[int]
    confidence: float


@dataclass(slots=True)
class Accord:
    """One agreement; ``signers`` and ``parties`` map a person, agency or country (by id or ISO code) to what says so.

    ``said`` maps a status to the strength of the words that say it: 3 it is signed, 2 it is only wanted, 1 it exists.
    """

    id: str
    kind: str
    topic: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    mentions: list[AgreementMention] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    status: str = "signed"
    stage: str = "signed"
    date: PartialDate | None = None
    signers: dict[str, Claim] = field(default_factory=dict)
    parties: dict[str, Claim] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)

    @property
    def best(self) -> AgreementMention:
        """The mention with the fullest name."""
        return max(
            self.mentions, key=lambda m: (m.told, not m.inside, m.told or not m.generic, min(m.j - m.i, 24), -m.i)
        )

    def names(self, reading: Reading) -> list[str]:
        """What the text calls it, the fullest first, without bare nouns that stand for any agreement."""
        best = self.best
        rest = [m.name(reading) for m in self.mentions if m is not best and (m.told or not (m.generic or m.weak))]
        short = [m.acronym for m in self.mentions if m.acronym]
        return list(dict.fromkeys([best.name(reading), *rest, *short]))

    def sign(self, who: str, sentences: list[int], confidence: float) -> None:
        """Note who signed."""
        _note(self.signers, who, sentences, confidence)

    def join(self, who: str, sentences: list[int], confidence: float) -> None:
        """Note a party."""
        _note(self.parties, who, sentences, confidence)


def _note(table: dict[str, Claim], who: str, sentences: list[int], confidence: float) -> None:
    claim = table.setdefault(who, Claim([], confidence))
    claim.confidence = max(claim.confidence, confidence)
    claim.sentences += [s for s in sentences if s not in claim.sentences]
