"""An agreement called loosely, "defence pact" in the headline, that the text below names in full."""

from __future__ import annotations

from loaders.facts.accords.accord import Accord
from loaders.facts.accords.cast import Cast
from loaders.mentions.reading import Reading

_KINDS = ("agreement", "treaty")
_LEAD = 5  # sentences in which the news is told again behind the headline
_REACH = 12  # sentences between two ways to call one thing


def join_loose(cast: Cast, accords: list[Accord]) -> list[Accord]:
    """The agreements without those that only call another one by what any agreement is about: security, defence."""
    out = list(accords)
    for loose in accords:
        if _loose(cast, loose):
            fits = [a for a in out if a is not loose and _same(cast, loose, a)]
        elif loose.told[0] == 0:
            fits = [a for a in out if a is not loose and _headlined(cast, loose, a)]
        else:
            fits = [a for a in out if a is not loose and loose in out and _alike(cast, loose, a)]
        if len(fits) == 1:
            _take_in(fits[0], loose)
            out.remove(loose)
    return out


def _loose(cast: Cast, accord: Accord) -> bool:
    words = cast.reading.pack.words("accord.loosely")
    return bool(accord.topic) and accord.kind in _KINDS and not accord.years and accord.topic <= words


def _named_in(accord: Accord) -> set[int]:
    """The sentences that name an agreement, and do not only point to one."""
    return {n for n, m in zip(accord.told, accord.mentions, strict=True) if m.told or not m.generic}


def _alike(cast: Cast, one: Accord, other: Accord) -> bool:
    """Whether two names that share what they tell are said to be signed by the same two countries."""
    if _named_in(one) & _named_in(other) or one.kind != other.kind or one.years or not one.topic & other.topic:
        return False
    if (
        one.said.get("signed") != 3
        or other.said.get("signed") != 3
        or (one.date and other.date and one.date != other.date)
    ):
        return False
    a, b = _lands(cast, one), _lands(cast, other)
    return len(a) == 2 and a == b and 2 * len(one.topic & other.topic) >= min(len(one.topic), len(other.topic))


def _same(cast: Cast, loose: Accord, other: Accord) -> bool:
    """Whether both are said to be signed, by the same countries as far as that is told, and never side by side."""
    if other.kind == "partnership" or _named_in(loose) & _named_in(other):
        return False
    if min(abs(a - b) for a in loose.told for b in other.told) > _REACH:
        return False
    back = all(m.definite for m in loose.mentions) and loose.told[0] > other.told[0]
    if other.said.get("signed") != 3 or not (back or loose.said.get("signed") == 3):
        return False
    if not back and not (loose.signers or loose.parties):
        return False
    a, b = _lands(cast, loose), _lands(cast, other)
    return not a or not b or bool(a & b)


def _title(reading: Reading) -> bool:
    """Whether the text opens with a headline, which no stop ends."""
    return reading.tokens[reading.sentences[0].last - 1].text not in ".!?"


def _headlined(cast: Cast, title: Accord, other: Accord) -> bool:
    """Whether the first sentences tell again what the headline says that the same countries signed."""
    kin = {title.kind, other.kind} <= {*_KINDS, "protocol"} or title.kind == other.kind
    if not kin or other.kind == "partnership" or not 0 < other.told[0] <= _LEAD or other.mentions[0].inside:
        return False
    if not (_title(cast.reading) or other.mentions[0].definite):
        return False
    if _named_in(title) & _named_in(other) or title.said.get("signed") != 3 or other.said.get("signed") != 3:
        return False
    a, b = _lands(cast, title), _lands(cast, other)
    return len(a & b) > 1


def _lands(cast: Cast, accord: Accord) -> set[str]:
    """The countries of those who signed or are parties."""
    owners = {a.id: a.country for a in cast.agencies}
    return {
        land for who in (*accord.signers, *accord.parties) if (land := cast.home_of(who) or owners.get(who, who))
    } - cast.persons


def _take_in(accord: Accord, loose: Accord) -> None:
    """Let an agreement have what was said of it under its loose name."""
    accord.mentions += loose.mentions
    accord.told += loose.told
    accord.date = accord.date or loose.date
    for who, claim in loose.signers.items():
        accord.sign(who, claim.sentences, claim.confidence)
    for who, claim in loose.parties.items():
        accord.join(who, claim.sentences, claim.confidence)
