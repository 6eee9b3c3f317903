"""The meetings of an article: told sentence by sentence, gathered, and set in time and place."""

from loaders.facts.events.event import Event
from loaders.facts.events.narrator import narrate

__all__ = ["Event", "narrate"]
