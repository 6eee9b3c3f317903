"""Where all is in capitals, these say nothing: headlines, and whole articles of some agencies."""

from __future__ import annotations

from loaders.mentions.reading import Reading

_VERBS = ("meet", "meet_with", "travel", "attend", "sign", "support", "chair", "lead", "event", "counterpart", "future")


def mixed(reading: Reading, k: int) -> bool:
    """Whether the sentence of a token is not all in capitals, so that capitals say something."""
    return any(t.word and len(t.text) > 3 and not t.text.isupper() for t in reading.tokens[max(0, k - 8) : k + 8])


def shouted_end(reading: Reading, j: int) -> bool:
    """Whether a word ends a name where all is in capitals: a verb or any other word that no name has."""
    pack = reading.pack
    if len(reading.tokens[j].text) < 2 or mixed(reading, j):
        return False
    plain = ("not_names", "speech", "auxiliaries", "copulas", "tail_stop", "left_stop", "and", "with", "body_follows")
    return any(reading.norm(j) in pack.words(slot) for slot in plain) or reading.hit(j, *_VERBS) is not None
