"""The agreements of one article: what it names joined, with their status, who signed, between whom and when."""

from loaders.facts.accords.accord import Accord, Claim
from loaders.facts.accords.gather import gather_accords

__all__ = ["Accord", "Claim", "gather_accords"]
