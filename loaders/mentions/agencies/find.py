"""Every agency that a text names, from left to right, none inside another."""

from __future__ import annotations

from loaders.language.values import replace
from loaders.mentions.agencies.bare import BARE, bare, service, short_form
from loaders.mentions.agencies.local import province, with_province
from loaders.mentions.agencies.mention import AgencyMention
from loaders.mentions.agencies.places import PLACES, bracketed, with_acronym, with_country, within_country
from loaders.mentions.agencies.refuse import (
    all_countries,
    credit,
    event_head,
    in_office,
    inside_other,
    membership,
    nothing,
    plural,
    seat,
    short_offices,
)
from loaders.mentions.agencies.several import of_several, shared
from loaders.mentions.agencies.tail import tail
from loaders.mentions.reading import Hit, Reading

_AHEAD = 8  # words before the head of an English body's name
_ALONE = ("presidency",)  # heads that name their body alone, whatever follows
# offices that only a service has, so that initials beside them are its name
_SERVED = ("commissioner", "director_general", "inspector_general")


def find_agencies(reading: Reading) -> list[AgencyMention]:
    """Every agency mention, from left to right, none inside another."""
    out: list[AgencyMention] = []
    places = reading.starts(0, len(reading.tokens), *PLACES)
    told = frozenset(h.entry.key for k in places for h in reading.hits[k] if h.entry.slot in PLACES)
    end = 0
    for i in _spots(reading):
        if i < end:
            continue
        over = nothing(reading, i) if reading.hits[i] else None
        if over and membership(reading, i):
            end = over
            continue
        found = _taken(reading, i, out[-1].j if out else 0, told) if not _of_office(reading, i) else None
        if over and (found is None or found.j <= over):
            end = over
        elif found and found.j > i:
            out += shared(reading, found)
            end = out[-1].j
        elif found is None and (row := of_several(reading, i, out[-1].j if out else 0)):
            out += row
            end = row[-1].j
    offices = short_offices(reading)
    out += _initialled(reading, out)
    return _by_acronym(reading, [m for m in out if m.j > m.i + 1 or reading.tokens[m.i].text not in offices])


def _of_office(reading: Reading, i: int) -> bool:
    """Whether a rank's word at token i is the end of an office before it: Director General | Border Guard."""
    rank = reading.hit(i, "rank") if reading.pack.get("prefixed") else None
    return rank is not None and rank.j == i + 1 and reading.hit_before(i + 1, "office", reach=4) is not None


def _spots(reading: Reading) -> list[int]:
    """The tokens at which a body can begin; in English that is before its first own word, too: Kenyan Home Ministry."""
    size = len(reading.tokens)
    spots = reading.starts(0, size, "not_body", "office", "agency", "forum", "type", "body", "service", "short_body")
    if not reading.pack.get("prefixed"):
        return spots
    ahead = {k for h in reading.starts(0, size, "type", "body") for k in range(max(0, h - _AHEAD), h)}
    return sorted(ahead.union(spots))


def _taken(reading: Reading, i: int, floor: int, told: frozenset[str]) -> AgencyMention | None:
    found = _at(reading, i, floor, told)
    if found is None:
        return None
    refused = credit, all_countries, inside_other, in_office, seat
    return None if any(refuses(reading, found) for refuses in refused) else found


def _at(reading: Reading, i: int, floor: int, told: frozenset[str]) -> AgencyMention | None:
    if not reading.tokens[i].word:
        return None
    named = reading.hit(i, "agency", "forum")
    built = _built(reading, i, floor)
    if named and built and "/" in built.kind and named.entry.data.get("country") not in {None, *told}:
        named = None  # many countries have a State Security Service
    if named and (built is None or named.j >= built.j or named.i < built.i):
        return with_acronym(reading, _named(reading, named, floor))
    built = built or service(reading, i, floor) or short_form(reading, i)
    return with_province(reading, with_acronym(reading, built)) if built else None


def _named(reading: Reading, hit: Hit, floor: int) -> AgencyMention:
    data = hit.entry.data
    core = reading.slice(hit.i, hit.j)
    if hit.entry.slot == "forum":
        return AgencyMention(hit.i, hit.j, key=hit.entry.key, multilateral=True, core=core)
    country = data.get("country")
    kind = data.get("kind", "")
    mention = AgencyMention(hit.i, hit.j, reading.pack.alike.get(kind, kind), hit.entry.key, country, core=core)
    around = with_country(reading, mention, floor)
    if country and around.country not in (None, country):
        return mention
    return replace(around, country=country or around.country)


def _built(reading: Reading, i: int, floor: int) -> AgencyMention | None:
    """A body with its field, or a whole type: from its first own word, country before or behind it."""
    if reading.pack.get("prefixed"):
        return _prefixed(reading, i, floor)
    head = reading.hit(i, "type", "body")
    return _from_head(reading, head, i, floor) if head else None


def _prefixed(reading: Reading, i: int, floor: int) -> AgencyMention | None:
    """English order: words before the body (Malaysian Home Ministry, National Security Council) join the name."""
    limit = min(reading.last_of(i), i + _AHEAD + 1)
    if within_country(reading, i):
        return None
    k = i
    while k < limit:
        head = reading.hit(k, "type", "body")
        if head:
            return _from_head(reading, _last_head(reading, head), i, floor)
        step = _name_word(reading, k, i)
        if step is None:
            return None
        k = step
    return None


def _last_head(reading: Reading, head: Hit) -> Hit:
    """The last of several heads in a row names the body: Police College, Security Council Secretariat."""
    for _ in range(3):
        more = reading.hit(head.j, "type", "body")
        if more is None or not reading.tokens[more.i].cap or not reading.tokens[head.i].cap or plural(reading, more):
            break
        if reading.sentence_at[more.i] != reading.sentence_at[head.i]:
            break
        head = more
    return head


def _name_word(reading: Reading, k: int, start: int) -> int | None:
    """The end of a word that may stand inside an agency's name before its body; None where there is none."""
    word = reading.hit(k, "field", "modifier")
    if word and (word.entry.capital or reading.tokens[k].cap or k > start):
        return word.j
    token = reading.tokens[k]
    follows = k > start and k + 1 < len(reading.tokens) and reading.tokens[k + 1].cap
    if token.norm in reading.pack.words("and") and follows:
        return None if _person_before(reading, k) else k + 1
    if not token.cap or (token.norm in reading.pack.words("not_names") and not word):
        return None
    if reading.hit(k, "country", "demonym", "capital", "office", "rank", "honorific", "forum", "weak_country"):
        return None
    return k + 1


def _person_before(reading: Reading, k: int) -> bool:
    """Whether the two words before "and" seem to be a person's name: Minister of Intelligence Siya Cwele | and …"""
    words = reading.pack.words("portfolio") | reading.pack.words("field_ends")
    if reading.tokens[k - 2].text == "." and len(reading.tokens[k - 3].text) == 1:
        return reading.tokens[k - 1].cap  # K.C. Verma and …
    for n in (k - 1, k - 2):
        if n < reading.first_of(k) or not reading.tokens[n].cap or reading.norm(n) in words:
            return False
        if reading.hit(n, "field", "modifier", "body", "type", "topic") or reading.hit_before(
            n + 1, "field", "modifier"
        ):
            return False
    return True


def _from_head(reading: Reading, head: Hit, i: int, floor: int) -> AgencyMention | None:
    if (
        plural(reading, head)
        or event_head(reading, head)
        or any((nothing(reading, k) or 0) >= head.j for k in reading.starts(i, head.j, "not_body", "office"))
    ):
        return None
    before = tuple(h.entry.key for h in reading.phrases(i, head.i, "field"))
    j, after = tail(reading, head) if head.entry.key not in _ALONE else (head.j, ())
    fields = (*before, *after)
    named = head.entry.slot == "type"
    if not named and head.i == i and j == head.j:
        return bare(reading, head, i, floor)
    if head.entry.key == "presidency" and not named:
        return None  # la présidence de la COP
    kind = head.entry.key if named and not fields else f"{head.entry.key}/{'+'.join(fields)}" if fields else ""
    if head.entry.key in BARE and reading.pack.get("prefixed") and j > head.j and not reading.tokens[head.i].cap:
        return None  # "the police of the Republic in their work"
    if head.entry.key == "region" and not any(t.text.isdigit() for t in reading.tokens[head.j : j]):
        return None  # Vùng Vịnh
    kind = reading.pack.alike.get(kind, kind)
    place = province(reading, head.i, j) if reading.pack.get("direct") else None
    mention = AgencyMention(i, j, kind, core=reading.slice(i, j), fields=fields)
    mention = replace(mention, kind="", key=f"{kind}@{place}" if kind else "") if place is not None else mention
    if any(t.cap for t in reading.tokens[i:j] if t.word):
        around = with_country(reading, mention, floor)
        return None if not named and not fields and _vague(reading, around, head) else around
    return _lower(reading, mention, named, floor)


def _vague(reading: Reading, mention: AgencyMention, head: Hit) -> bool:
    """Whether a name does not say what the body is: Commandement général, Phòng Phân tích."""
    if mention.acronym or bracketed(reading, mention.j):
        return False
    if head.entry.key in reading.pack.words("vague_bodies"):
        return True
    if mention.country is not None:
        return False
    words = [k for k in range(mention.i, mention.j) if not head.i <= k < head.j and reading.tokens[k].word]
    return all(reading.hit(k, "modifier") or not reading.tokens[k].cap for k in words)


def _lower(reading: Reading, mention: AgencyMention, named: bool, floor: int) -> AgencyMention | None:
    """A name in lower case is a body where a country stands beside it, or where it is a body's whole name."""
    if not mention.fields and not named:
        return None
    around = with_country(reading, mention, floor)
    if around.country is not None:
        return around
    return mention if named and mention.kind not in reading.pack.generic else None


def _initialled(reading: Reading, found: list[AgencyMention]) -> list[AgencyMention]:
    """Unknown initials beside an office that only a service has: "AFP Commissioner X", "Director General FIA"."""
    if not reading.pack.get("prefixed"):
        return []
    inside = {k for m in found for k in range(m.i, m.j)} | {
        k for m in found if m.acronym for k, t in enumerate(reading.tokens) if t.text == m.acronym
    }
    out = []
    for n in reading.starts(0, len(reading.tokens), "office"):
        office = reading.hit(n, "office")
        if office is None or office.entry.key not in _SERVED:
            continue
        for k in (n - 1, office.j):
            same = 0 <= k < len(reading.tokens) and reading.sentence_at[k] == reading.sentence_at[n]
            word = reading.tokens[k].text if same else ""
            plain = word.isalpha() and word.isupper() and 3 <= len(word) <= 6 and not reading.hits[k]
            if plain and k not in inside and not _shouted(reading, k):
                out.append(AgencyMention(k, k + 1, core=word))
    return out


def _shouted(reading: Reading, k: int) -> bool:
    """Whether the words around a token are in capitals, too, so that these say nothing."""
    near = [t.text for t in reading.tokens[max(0, k - 3) : k + 4] if t.word and len(t.text) > 2]
    return sum(w.isupper() for w in near) > 2


def _by_acronym(reading: Reading, found: list[AgencyMention]) -> list[AgencyMention]:
    """The short forms that the text gave, where they stand alone."""
    short = {m.acronym: m for m in found if m.acronym}
    if not short:
        return found
    inside = {k for m in found for k in range(m.i, m.j)}
    out = list(found)
    for k, token in enumerate(reading.tokens):
        whole = short.get(token.text)
        if whole and k not in inside and not reading.hit(k, "office", "country"):
            out.append(with_province(reading, replace(whole, i=k, j=k + 1, derived=token.text)))
    return sorted(out, key=lambda m: m.i)
