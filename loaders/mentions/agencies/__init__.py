"""Agencies as a text names them: a named body, a whole type, or a body with its field and country."""

from loaders.mentions.agencies.bare import body_at
from loaders.mentions.agencies.find import find_agencies
from loaders.mentions.agencies.mention import AgencyMention

__all__ = ["AgencyMention", "body_at", "find_agencies"]
