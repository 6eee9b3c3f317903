"""Agreements that a text names or describes: a head noun (memorandum, treaty, plan …) and what it is about."""

from loaders.mentions.agreements.find import find_agreements
from loaders.mentions.agreements.mention import AgreementMention, universal

__all__ = ["AgreementMention", "find_agreements", "universal"]
