"""Runs of capitalised words that may be a name of a person: where one begins and where it ends."""

from __future__ import annotations

from loaders.language.syllables import vietnamese
from loaders.language.tokens import fold
from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.capitals import mixed, shouted_end
from loaders.mentions.reading import Hit, Reading, named_so
from loaders.mentions.styles import styled
from loaders.mentions.title import TitleMention

_BLOCK = (
    "country",
    "demonym",
    "rank",
    "honorific",
    "forum",
    "agency",
    "office",
    "month",
    "city",
    "capital",
    "not_name",
)
_NO_SYLLABLE = ("country", "office", "agency", "rank", "body", "type", "not_name")
_SOFT = {"weak_country", "city", "weak_city", "capital", "field", "modifier", "name", "family"}


@dataclass(slots=True)
class Sight:
    """What stands beside the names: titles by their ends, tokens that cannot be in a name."""

    reading: Reading
    title_end: dict[int, TitleMention]
    title_start: dict[int, TitleMention]
    masked: list[int]
    agency_start: dict[int, AgencyMention]


def masked_tokens(reading: Reading, agencies: list[AgencyMention], titles: list[TitleMention]) -> list[int]:
    """Tokens that belong to something else: 1 where it begins, 2 inside it, 0 for free ones."""
    masked = [0] * len(reading.tokens)
    spans = [(a.i, a.j) for a in agencies] + [(t.i, t.j) for t in titles]
    inside = {k for i, j in spans for k in range(i + 1, j)}
    end = 0
    for k in reading.starts(0, len(reading.tokens), *_BLOCK):
        hit = reading.hit(k, *_BLOCK) if k >= end and k not in inside and not named_so(reading, k) else None
        if hit and hit.entry.slot == "not_name" and _capitals(reading, hit):
            continue
        if hit and (hit.entry.slot not in ("city", "capital") or not family_name(reading, k) or hit.j > k + 1):
            spans.append((hit.i, hit.j))
            end = hit.j if hit.entry.slot == "country" else end
    for i, j in spans:
        masked[i] = masked[i] or 1
        for k in range(i + 1, j):
            masked[k] = 2
    return masked


def family_name(reading: Reading, k: int) -> bool:
    """A Vietnamese family name with a capitalised syllable behind it; without its marks it must not be a plain word."""
    if not reading.hit(k, "family") or k + 1 >= len(reading.tokens) or not reading.tokens[k + 1].cap:
        return False
    if reading.pack.get("diacritics"):
        return not reading.hit(k, "honorific", "not_name")
    plain = reading.tokens[k].text.isascii() and reading.norm(k) in reading.pack.words("not_names")
    return not plain and vietnamese(reading.tokens[k + 1].text)


def name_run(sight: Sight, k: int) -> int | None:
    """The end of the capitalised run that begins at k and may be a name."""
    reading = sight.reading
    token = reading.tokens[k]
    if not token.cap or sight.masked[k] == 2:
        return None
    if token.text.isupper() and _acronym(token.text) and not _initials(sight, k):
        return None
    some = bool(reading.hits[k])
    if some and _something_else(reading, k):
        return None
    family = some and family_name(reading, k)
    noun = reading.hit(k, "body", "type") if some else None
    if noun and noun.j == k + 1 and not family:  # l'Académie Saif …
        return None
    led = k in sight.title_end or bool(reading.hit_before(k, "honorific", "rank"))
    if sight.masked[k] and not _nameable(sight, k, family, led):
        return None
    initial = len(token.text) == 1 and (reading.norm(k + 1) == "." or _initials(sight, k))
    plain = token.norm in reading.pack.words("not_names") and not initial
    if plain and not family and not (led and _vietnamese_at(reading, k)):
        return None
    j, last = k + 1, min(reading.last_of(k), k + 14)
    if len(token.text) == 1 and j < last and reading.tokens[j].text == "." and reading.glued(j):
        j += 1
    while j < last:
        step = _next(sight, j, last, led or family, family)
        if step is None:
            break
        j = step
        if family and reading.pack.get("diacritics") and j - k >= 5:
            break
    if j == k + 1 and k in sight.title_end and 2 < len(token.text) < 7 and token.text.isupper() and mixed(reading, k):
        return None  # Chairman NAB
    while (
        j - 1 > k + 1 and reading.norm(j - 1) in reading.pack.words("letters") and reading.tokens[j - 1].text.isupper()
    ):
        j -= 1
    return None if styled(reading, k, j) else _without_compound(reading, k, j)


def _something_else(reading: Reading, k: int) -> bool:
    """Whether a word that could begin a name is an address, a rank's branch, a delegation or a body here."""
    if len(reading.tokens[k].text) == 1 and reading.hit(k, "honorific"):
        return reading.glued(k + 2) and len(reading.tokens[k + 2].text) > 2  # M.Dupont
    if reading.hit(k, "field", "modifier") and reading.hit(k + 1, "rank"):  # Maritime Admiral
        return True
    return _a_delegation(reading, k) or _a_body(reading, k)


def _a_body(reading: Reading, k: int) -> bool:
    """English: whether a rank's word is but the first of a body's name here: General | Prosecution Office."""
    if not reading.pack.get("prefixed") or not reading.hit(k, "field") or reading.hit(k, "name"):
        return False
    rank = reading.hit_before(k, "rank")
    return rank is not None and rank.entry.key == "general" and rank.j - rank.i == 1


def _a_delegation(reading: Reading, k: int) -> bool:
    """Vietnamese: whether a family name is a delegation's word here, a country behind it: Đoàn | Nhật Bản."""
    if not reading.pack.get("diacritics") or not reading.hit(k, "delegation"):
        return False
    return reading.hit(k + 1, "country", "weak_country", "body", "type", "delegation") is not None


def _capitals(reading: Reading, hit: Hit) -> bool:
    """Vietnamese: whether two capitals behind a family name are a name, not the word: Phan | Văn Hóa, no Văn hóa."""
    if not reading.pack.get("diacritics") or hit.j - hit.i != 2 or not reading.hit(hit.i - 1, "family"):
        return False
    word = hit.entry.phrase.split()[-1]
    return reading.tokens[hit.j - 1].cap and word[:1].islower()


def _nameable(sight: Sight, k: int, family: bool, led: bool) -> bool:
    """Whether a word that is also something else can begin a name here: Hà Văn …, ông Kano Koji."""
    reading = sight.reading
    if reading.hit(k, "country", "office", "agency", "forum", "rank"):
        return False
    town = reading.hit(k, "city", "capital")
    if town is None:
        return family
    return (
        led
        and town.j == k + 1
        and k + 1 < len(reading.tokens)
        and reading.tokens[k + 1].cap
        and not sight.masked[k + 1]
    )


def _acronym(word: str) -> bool:
    """Capitals without a vowel are an acronym, no name: VKS, BG."""
    return word.isupper() and len(word) > 1 and not any(c in "AEIOUYÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐƠƯ" for c in fold(word).upper())


def _vietnamese_at(reading: Reading, k: int) -> bool:
    """Whether a word and the next are capitalised Vietnamese syllables: To Lam, but not To Review."""
    if k + 1 >= len(reading.tokens) or not reading.tokens[k + 1].cap:
        return False
    plain = reading.norm(k + 1) in reading.pack.words("not_names")  # MINISTRE FRANÇAIS | ET LE CHEF
    return not plain and vietnamese(reading.tokens[k].text) and vietnamese(reading.tokens[k + 1].text)


def _initials(sight: Sight, k: int) -> bool:
    """Whether capitals without a stop begin a name behind an office or rank: KK Sharma, A K M Hasan."""
    reading = sight.reading
    led = k in sight.title_end or reading.hit_before(k, "honorific", "rank")
    if not led or len(reading.tokens[k].text) > 3 or sight.masked[k]:
        return False
    n = k + 1
    while n < reading.last_of(k) and len(reading.tokens[n].text) == 1 and reading.tokens[n].cap:
        n += 1
    token = reading.tokens[n] if n < reading.last_of(k) else None
    return token is not None and token.cap and token.word and not token.text.isupper() and not sight.masked[n]


def _without_compound(reading: Reading, k: int, j: int) -> int | None:
    """Give back a last syllable that begins a longer word: Đoàn Đàm | phán."""
    if not reading.pack.get("diacritics"):
        return j
    for n in range(max(k, j - 2), j):
        beyond = (h for h in reading.hits[n] if h.j > j)
        if any(h.entry.slot not in ("family", "name", "honorific", "rank") for h in beyond):
            return n if n > k else None
    return j


def _next(sight: Sight, j: int, last: int, sure: bool, family: bool) -> int | None:
    """The end of the next piece of the name at j; None where the name ends.

    ``sure``: an office, a form of address or a family name says that it is a name; ``family``: a family name does.
    """
    reading = sight.reading
    token = reading.tokens[j]
    if _hyphened(reading, j, last):
        possessive = token.text != "-" and reading.norm(j + 1) in reading.pack.words("possessive")
        return None if possessive else j + 2
    if token.text == "." and reading.glued(j) and len(reading.tokens[j - 1].text) <= 2 and reading.tokens[j - 1].cap:
        return j + 1 if j + 1 < last else None
    led = _behind_particles(sight, j, last, sure)
    if led is not None:
        return led
    other = reading.hit(j, *_NO_SYLLABLE) if family else None
    if family and token.cap and vietnamese(token.text) and (not other or _capitals(reading, other)):
        return j + 1
    inner = reading.hit(j, "honorific")
    if inner and sure and inner.j < last and reading.tokens[inner.j].cap and not sight.masked[inner.j]:
        return inner.j
    return j + 1 if _is_part(sight, j, last, sure) else None


def _hyphened(reading: Reading, j: int, last: int) -> bool:
    """Whether a hyphen or an apostrophe at j joins the words on both its sides."""
    joins = reading.tokens[j].text in "-'’`" and reading.glued(j)
    return joins and j + 1 < last and reading.glued(j + 1) and reading.tokens[j + 1].word


def _behind_particles(sight: Sight, j: int, last: int, sure: bool) -> int | None:
    """The end of the surname that particles at j lead in: van der | Leyen, de | Maizière."""
    reading = sight.reading
    tokens, particles = reading.tokens, reading.pack.words("particles")
    if tokens[j].norm not in particles or j + 1 >= last:
        return None
    n = j + 1
    while n < last and (tokens[n].norm in particles or tokens[n].text in "-'’"):
        n += 1
    joined = n > j + 1 and tokens[n - 1].text in "-'’"
    title = reading.hit(n, "honorific")
    if title and title.j < last and tokens[title.j].cap:
        n = title.j
    if n >= last or not tokens[n].cap or (sight.masked[n] and not title):
        return None
    leads = tokens[j].cap or joined or not _connects(reading, j) or _surname(sight, j, n, sure)
    return n + 1 if leads else None


def _is_part(sight: Sight, j: int, last: int, sure: bool) -> bool:
    """Whether the capitalised word at j is one more part of the name."""
    reading, pack = sight.reading, sight.reading.pack
    token = reading.tokens[j]
    if not token.cap or not token.word or (token.text.isupper() and shouted_end(reading, j)):
        return False
    # "Ảnh: …", "Photo: …" behind a caption without a stop is no part of the name
    if token.norm in pack.words("photo") and reading.norm(j + 1) in (":", "/"):
        return False
    initial = len(token.text) == 1 and (reading.norm(j + 1) == "." or (j + 1 < last and reading.tokens[j + 1].cap))
    if token.norm in pack.words("not_names") and not sure and not initial:
        return False
    if is_month(reading, j):
        return False
    if not sight.masked[j] or (sure and _inner_office(sight, j, last)):  # Abdul Amir al-Shammari
        return True
    slots = {h.entry.slot for h in reading.hits[j] if h.j == j + 1}
    longer = any(h.j > j + 1 and h.entry.slot in _BLOCK for h in reading.hits[j])
    return sure and not longer and bool(slots) and slots <= _SOFT


def _inner_office(sight: Sight, j: int, last: int) -> bool:
    """Whether a word that is also an office or a rank stands inside a name: a known name before, more of it behind."""
    reading = sight.reading
    if not reading.hit(j, "office", "rank") or not reading.hit(j - 1, "name") or j + 1 >= last:
        return False
    after = reading.tokens[j + 1]
    alone = all(h.j == j + 1 for h in reading.hits[j] if h.entry.slot in ("office", "rank"))
    return alone and (after.norm in reading.pack.words("particles") or (after.cap and not sight.masked[j + 1]))


def is_month(reading: Reading, k: int) -> bool:
    """Whether a month's name stands beside a number here; elsewhere it can be a name's part (Jan, May)."""
    if reading.norm(k) not in reading.pack.words("months_list"):
        return False
    return any(reading.norm(n).isdigit() for n in (k - 1, k + 1)) or reading.norm(k + 1) == "."


def _surname(sight: Sight, j: int, n: int, sure: bool) -> bool:
    """Whether a preposition begins a surname behind one first name: Thomas de Maizière, but not Diallo de Conakry."""
    reading = sight.reading
    if j < 1 or n != j + 1 or (j > 1 and reading.tokens[j - 2].cap and not sight.masked[j - 2]):
        return False
    told = reading.hit(j - 1, "name") or (sure and reading.tokens[j - 1].cap)
    place = reading.hit(n, "weak_country", "weak_city", "field", "modifier", "body", "type", "local")
    return bool(told) and place is None and reading.norm(j) in reading.pack.words("genitive")


def _connects(reading: Reading, j: int) -> bool:
    """Whether a particle is rather a preposition or article of the language here (French "de la")."""
    pack = reading.pack
    return reading.norm(j) in pack.words("of") | pack.words("the")
