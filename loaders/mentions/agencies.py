"""Agencies as a text names them: a named body, a whole type, or a body with its field and country."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from loaders.mentions.reading import Hit, Reading

_STRONG = ("country",)
_PLACES = ("country", "weak_country", "demonym", "capital", "city")


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """Tokens i to j name an agency. ``kind`` is its type key (ministry/interior) or empty, ``key`` a named body's key.

    ``country`` is the ISO code that the name itself carries, None where it carries none; ``multilateral`` says that it
    has none. ``core`` is the name without its country; ``acronym`` the short form given beside it.
    """

    i: int
    j: int
    kind: str = ""
    key: str = ""
    country: str | None = None
    multilateral: bool = False
    core: str = ""
    acronym: str = ""
    derived: str = ""
    fields: tuple[str, ...] = field(default=())

    @property
    def label(self) -> str:
        """What identifies the mention within an article, the country aside."""
        return self.kind or self.key or self.core.lower()


def find_agencies(reading: Reading) -> list[AgencyMention]:
    """Every agency mention, from left to right, none inside another."""
    out: list[AgencyMention] = []
    i = 0
    while i < len(reading.tokens):
        office = reading.hit(i, "office")
        if office and office.entry.data["for"] == "none":  # "Politburo member" is a membership, no agency
            i = office.j
            continue
        none = reading.hit(i, "not_body")
        found = _at(reading, i, out[-1].j if out else 0)
        if none and (found is None or found.j <= none.j or found.i < i):
            i = none.j
            continue
        if found and found.j > i:
            out.append(found)
            i = found.j
        else:
            i += 1
    return out


def _at(reading: Reading, i: int, floor: int) -> AgencyMention | None:
    if not reading.tokens[i].word:
        return None
    named = reading.hit(i, "agency", "forum")
    built = _built(reading, i, floor)
    if named and (built is None or named.j >= built.j or named.i < built.i):
        return _acronym(reading, _named(reading, named, floor))
    return _acronym(reading, built) if built else None


def _named(reading: Reading, hit: Hit, floor: int) -> AgencyMention:
    data = hit.entry.data
    core = reading.slice(hit.i, hit.j)
    if hit.entry.slot == "forum":
        return AgencyMention(hit.i, hit.j, key=hit.entry.key, multilateral=True, core=core)
    country = data.get("country")
    mention = AgencyMention(hit.i, hit.j, data.get("kind", ""), hit.entry.key, country, core=core)
    around = _with_country(reading, mention, floor)
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
    limit = min(reading.last_of(i), i + 9)
    k = i
    while k < limit:
        head = reading.hit(k, "type", "body")
        if head:
            return _from_head(reading, head, i, floor)
        step = _name_word(reading, k, i)
        if step is None:
            return None
        k = step
    return None


def _name_word(reading: Reading, k: int, start: int) -> int | None:
    """The end of a word that may stand inside an agency's name before its body; None where there is none."""
    word = reading.hit(k, "field", "modifier")
    if word and (word.entry.capital or reading.tokens[k].cap or k > start):
        return word.j
    token = reading.tokens[k]
    if token.norm in reading.pack.words("and") and k > start and reading.tokens[k + 1].cap:
        return k + 1
    if not token.cap or (token.norm in reading.pack.words("not_names") and not word):
        return None
    if reading.hit(k, "country", "demonym", "capital", "office", "rank", "honorific", "forum", "weak_country"):
        return None
    return k + 1


def _from_head(reading: Reading, head: Hit, i: int, floor: int) -> AgencyMention | None:
    if _plural(reading, head) or _event(reading, head):
        return None
    before = _keys(reading, i, head.i)
    j, after = _tail(reading, head)
    fields = (*before, *after)
    named = head.entry.slot == "type"
    own = head.i > i or j > head.j
    if not named and not own:
        return _bare(reading, head, i, floor)
    if not any(t.cap for t in reading.tokens[i:j] if t.word):
        if not (fields or named):
            return None
        if not _has_country(reading, i, j, floor):
            return None if not named else AgencyMention(i, j, head.entry.key, core=reading.slice(i, j), fields=fields)
    kind = head.entry.key if named and not fields else f"{head.entry.key}/{'+'.join(fields)}" if fields else ""
    mention = AgencyMention(i, j, kind, core=reading.slice(i, j), fields=fields)
    return _with_country(reading, mention, floor)


def body_at(reading: Reading, n: int) -> AgencyMention | None:
    """A body in the plural of which somebody is the head: directeur des services de renseignement du Kenya."""
    head = reading.hit(n, "body")
    if head is None or not _plural(reading, head) or head.entry.key == "ministry":
        return None
    j, fields = _tail(reading, head)
    if not fields:
        return None
    kind = f"{head.entry.key}/{'+'.join(fields)}"
    return _with_country(reading, AgencyMention(n, j, kind, core=reading.slice(n, j), fields=fields), n)


def _plural(reading: Reading, head: Hit) -> bool:
    """Ministries, Security Councils: several bodies at once are no one agency."""
    return head.j == head.i + 1 and reading.norm(head.i) in reading.pack.words("plural_bodies")


def _event(reading: Reading, head: Hit) -> bool:
    """A joint working committee is a meeting of two countries, no agency."""
    return any(
        h.entry.slot == "event" and h.j >= head.j
        for k in range(max(0, head.i - 2), head.i + 1)
        for h in reading.hits[k]
    )


def _bare(reading: Reading, head: Hit, i: int, floor: int) -> AgencyMention | None:
    """A head noun alone is an agency only with a country, and only where a country has one such body."""
    if head.entry.key not in ("police", "army", "embassy", "parliament", "coast_guard", "government"):
        return None
    mention = _with_country(reading, AgencyMention(i, head.j, head.entry.key, core=reading.slice(i, head.j)), floor)
    if head.entry.key == "government" or mention.country is None:
        return None
    return mention


def _has_country(reading: Reading, i: int, j: int, floor: int) -> bool:
    return _with_country(reading, AgencyMention(i, j), floor).country is not None


def _keys(reading: Reading, i: int, j: int) -> tuple[str, ...]:
    return tuple(h.entry.key for h in reading.phrases(i, j, "field"))


def _tail(reading: Reading, head: Hit) -> tuple[int, tuple[str, ...]]:
    """Where the name ends behind its head, and the fields on the way."""
    pack, tokens = reading.pack, reading.tokens
    last = min(reading.last_of(head.i), head.j + 16)
    j = k = head.j
    fields: list[str] = []
    linked = bool(pack.get("direct"))
    while k < last:
        word = reading.hit(k, "field", "modifier")
        token = tokens[k]
        if word and (linked or (word.entry.slot == "modifier" and not pack.get("prefixed"))):
            k = word.j
            if word.entry.slot == "field" or tokens[word.i - 1].norm not in pack.words("the") | pack.words("of") | {
                "'"
            }:
                j = k
            if word.entry.slot == "field":
                fields.append(word.entry.key)
            linked = linked if pack.get("direct") else False
        elif (linked or (reading.glued(k) and tokens[k - 1].text == "-")) and _cap_word(reading, k):
            j = k = k + 1
        elif not pack.get("direct") and token.norm in pack.words("genitive") | pack.words("of"):
            k, linked = _after_connector(reading, k), True
            if reading.hit(k, *_PLACES) and not reading.hit(k, "field", "modifier"):
                break
        elif not pack.get("direct") and reading.hit(k, "demonym") and j == head.j and not pack.get("prefixed"):
            k = _demonym_end(reading, k)
        elif token.norm in pack.words("and") or token.text == ",":
            joined = _joined(reading, k, fields)
            if joined is None:
                break
            k, linked = joined, True
        elif token.text in "-’'" and reading.glued(k) and j > head.j:
            k += 1
        else:
            break
    return j, tuple(fields)


def _demonym_end(reading: Reading, k: int) -> int:
    hit = reading.hit(k, "demonym")
    return hit.j if hit else k + 1


def _cap_word(reading: Reading, k: int) -> bool:
    token = reading.tokens[k]
    if not token.cap or reading.hit(
        k, *_PLACES, "office", "rank", "honorific", "forum", "body", "type", "agency", "weak_city"
    ):
        return False
    return not _begins_name(reading, k)


def _begins_name(reading: Reading, k: int) -> bool:
    """Whether a person's name seems to begin here: a known name followed by another capitalised word."""
    return bool(reading.hit(k, "name", "family")) and k + 1 < len(reading.tokens) and reading.tokens[k + 1].cap


def _after_connector(reading: Reading, k: int) -> int:
    tokens, pack = reading.tokens, reading.pack
    k += 1
    while k < len(tokens) and (tokens[k].norm in pack.words("the") or tokens[k].text in "'’"):
        k += 1
    return k


def _joined(reading: Reading, k: int, fields: list[str]) -> int | None:
    """Where a second field begins behind "and" (or a comma): another field, never another body or a person."""
    pack = reading.pack
    if not fields or k + 1 >= len(reading.tokens):
        return None
    n = _after_connector(reading, k)
    if not pack.get("direct") and reading.norm(n) in pack.words("genitive"):
        n = _after_connector(reading, n)
    word = reading.hit(n, "field")
    if word is None and pack.get("direct") and _cap_word(reading, n) and reading.tokens[k].text != ",":
        return n
    if not word or reading.hit(n, "body", "type", "office") or not reading.tokens[n].cap:
        return None
    if reading.tokens[k].text == ",":
        follow = reading.hit(word.j, "field")
        chained = reading.norm(word.j) in pack.words("and") | {","}
        return n if (follow or chained) else None
    return n


def _with_country(reading: Reading, mention: AgencyMention, floor: int) -> AgencyMention:
    """Attach the country that stands beside the name: before it, inside it or behind it."""
    behind = _country_behind(reading, mention.j)
    if behind:
        return replace(mention, j=behind[0], country=behind[1])
    inside = next((h for h in reading.phrases(mention.i, mention.j, "demonym", "country")), None)
    if inside:
        return replace(mention, country=inside.entry.key)
    before = _country_before(reading, mention.i, floor)
    if before:
        return replace(mention, i=before[0], country=before[1])
    return mention


def _country_behind(reading: Reading, j: int) -> tuple[int, str] | None:
    pack = reading.pack
    k = j
    if k < len(reading.tokens) and reading.norm(k) in pack.words("genitive"):
        k = _after_connector(reading, k)
    elif not pack.get("direct") and (pack.get("prefixed") or not reading.hit(k, "demonym")):
        return None
    hit = reading.hit(k, "country", "demonym", "weak_country") if k < len(reading.tokens) else None
    if hit and reading.tokens[k - 1].text != "," and reading.sentence_at[hit.i] == reading.sentence_at[j - 1]:
        if pack.get("prefixed") and hit.entry.slot == "demonym":
            return None
        return hit.j, hit.entry.key
    return None


def _country_before(reading: Reading, i: int, floor: int) -> tuple[int, str] | None:
    if not reading.pack.get("prefixed"):
        return None
    hit = reading.hit_before(i, "demonym", "country", "weak_country")
    if hit and hit.i >= floor:
        return hit.i, hit.entry.key
    possessive = reading.pack.words("possessive")
    if i >= 2 and reading.norm(i - 1) in possessive and reading.norm(i - 2) == "'":
        hit = reading.hit_before(i - 2, "country", "weak_country", "capital")
    elif i >= 1 and reading.norm(i - 1) == "'":
        hit = reading.hit_before(i - 1, "country", "weak_country", "capital")
    return (hit.i, hit.entry.key) if hit and hit.i >= floor else None


def _acronym(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """Take in the short form in brackets right behind the name: (FBI), (BNPT)."""
    j, tokens = mention.j, reading.tokens
    if j + 2 < len(tokens) and tokens[j].text == "(" and tokens[j + 2].text == ")":
        word = tokens[j + 1].text
        if 2 <= len(word) <= 12 and sum(c.isupper() for c in word) >= 2:
            return replace(mention, j=j + 3, acronym=word)
    return mention
