"""A language pack made usable: words, sentences, lexicon matches and dates of one language."""

from loaders.language.pack import Pack, languages, load_pack
from loaders.language.tokens import Token, fold, normal, tokenize

__all__ = ["Pack", "Token", "fold", "languages", "load_pack", "normal", "tokenize"]
