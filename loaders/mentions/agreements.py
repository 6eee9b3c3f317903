"""Agreements as a text names or describes them: a head noun (memorandum, treaty, plan …) and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.language.tokens import fold
from loaders.mentions.dates import DateMention
from loaders.mentions.reading import Hit, Reading

_CLOSE = ",.;:()[]\"”“»«!?…*|–—"


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """Tokens i to j name an agreement of a kind (mou, treaty, plan …); ``topic`` says whether it tells what about."""

    i: int
    j: int
    kind: str
    topic: bool
    head_end: int


def find_agreements(reading: Reading, dates: list[DateMention], names: set[int]) -> list[AgreementMention]:
    """Every agreement that a text names; vague plurals ("documents", "các văn kiện") are left out."""
    out: list[AgreementMention] = []
    starts = {d.i for d in dates}
    k = 0
    while k < len(reading.tokens):
        hit = reading.hit(k, "agreement")
        if hit is None or k in names or _vague(reading, hit):
            k += 1
            continue
        j = _tail(reading, hit, starts)
        i = _front(reading, hit)
        topic = j > hit.j or i < hit.i or len(hit.entry.phrase.split()) > 2 and hit.entry.key == "partnership"
        if _worthy(reading, hit, topic):
            out.append(AgreementMention(i, j, hit.entry.key, topic, hit.j))
            k = j
        else:
            k = hit.j
    return out


def _vague(reading: Reading, hit: Hit) -> bool:
    """Several at once, or a plan that is no agreement."""
    if any(h.entry.slot == "vague" and h.j >= hit.i and h.i <= hit.i for k in range(max(0, hit.i - 1), hit.i + 1) for h in reading.hits[k] if h.j > hit.i):
        return True
    longer = [h for k in range(max(0, hit.i - 3), hit.i + 1) for h in reading.hits[k] if h.entry.slot in ("not_agreement", "forum", "agency") and h.j > hit.i]
    return bool(longer)


def _front(reading: Reading, hit: Hit) -> int:
    """Take in what stands before the head in English: Vietnam-Laos, joint, the years or a name."""
    pack = reading.pack
    i = hit.i
    if not pack.get("prefixed"):
        return i
    first = reading.first_of(i)
    while i > first and hit.i - i < 8:
        token = reading.tokens[i - 1]
        if token.text in "-–" and reading.glued(i) or (token.cap and token.norm not in pack.words("the") and not reading.hit_before(i, "sign", "signing", "rank", "honorific")):
            i -= 1
        else:
            break
    while i < hit.i and (reading.tokens[i].text in "-–" or reading.norm(i) in pack.words("not_names")):
        i += 1
    return i


def _tail(reading: Reading, hit: Hit, dates: set[int]) -> int:
    pack = reading.pack
    stops = pack.words("tail_stop") | pack.words("left_stop")
    last = min(reading.last_of(hit.i), hit.j + 30)
    if hit.entry.key == "partnership":
        return hit.j
    k = hit.j
    while k < last:
        token = reading.tokens[k]
        if token.text in _CLOSE:
            if not (token.text == "," and reading.norm(k + 1) in pack.words("tail_joins")):
                break
        elif token.norm in stops or f"{token.norm} {reading.norm(k + 1)}" in stops:
            break
        elif k in dates and reading.norm(k - 1) in pack.words("day_words"):
            k -= 1
            break
        elif reading.hit(k, "sign", "signed_by", "co_chair", "rank", "honorific") and token.norm not in pack.words("and"):
            break
        k += 1
    while k > hit.j and (reading.norm(k - 1) in pack.words("of") | pack.words("the") | pack.words("and") | pack.words("day_words") | pack.words("year_words") or not reading.tokens[k - 1].word and not reading.tokens[k - 1].text.isdigit()):
        k -= 1
    return k


def _worthy(reading: Reading, hit: Hit, topic: bool) -> bool:
    """A generic head (plan, programme, declaration) counts only with a topic and a word of signing near it."""
    pack = reading.pack
    words = {t.norm for t in reading.tokens[hit.i : hit.j]}
    if not words <= pack.words("weak_agreement"):
        return True
    s = reading.sentences[reading.sentence_at[hit.i]]
    near = any(True for _ in reading.phrases(max(s.first, hit.i - 14), min(s.last, hit.j + 25), "sign", "signed_by", "signing", "witness"))
    return near or (topic and reading.tokens[hit.i].cap and hit.i > s.first)


def words_of(reading: Reading, mention: AgreementMention) -> frozenset[str]:
    """The folded words of an agreement's name, for likeness."""
    return frozenset(fold(t.text) for t in reading.tokens[mention.i : mention.j] if t.word or t.text.isdigit())
