"""A language pack made usable: words, sentences, lexicon matches and dates of one language."""

from loaders.language.pack import Pack, languages, load_pack, pack_for
from loaders.language.tokens import Token, fold, normal, tokenize

__all__ = ["Pack", "Token", "fold", "languages", "load_pack", "normal", "pack_for", "tokenize"]
