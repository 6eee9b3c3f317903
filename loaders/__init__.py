"""Article to facts: reading files, recognising mentions, finding what the text states."""

from loaders.extraction import extract

__all__ = ["extract"]
