"""The country that stands beside a body's name, and the short form in brackets behind it."""

from __future__ import annotations

from loaders.language.values import replace
from loaders.mentions.agencies.mention import AgencyMention
from loaders.mentions.reading import Hit, Reading

PLACES = ("country", "weak_country", "demonym", "capital", "city")
_NO_SHORT = (*PLACES, "weak_city", "outlet", "name", "family", "office", "rank", "honorific", "month", "photo")
_BRACKETS = ("()", "\u2018\u2019", "''", "\u201c\u201d", '""')
_LANDS = ("country", "weak_country", "demonym")
_ENDS = ".,;:)-–—"


def with_country(reading: Reading, mention: AgencyMention, floor: int) -> AgencyMention:
    """Attach the country that stands beside the name: before it, inside it or behind it."""
    behind = country_behind(reading, mention.j)
    if behind:
        abroad = mention.kind in ("embassy", "consulate")
        return replace(mention, j=over_hosts(reading, behind[0]) if abroad else behind[0], country=behind[1])
    inside = next((h for h in reading.phrases(mention.i, mention.j, "demonym", "country")), None)
    if inside is None and reading.pack.get("direct"):  # Công an tỉnh Savannakhet
        towns = (h.entry.key for h in reading.phrases(mention.i + 1, mention.j, "city", "capital"))
        inside_of = next(towns, None)
        if inside_of:
            return replace(mention, country=inside_of)
    if inside:
        return replace(mention, country=inside.entry.key)
    before = _country_before(reading, mention.i, floor)
    if before:
        return replace(mention, i=before[0], country=before[1])
    apart = _country_apart(reading, mention.j)
    return replace(mention, country=apart[0], j=apart[1]) if apart else mention


def within_country(reading: Reading, i: int) -> bool:
    """Whether token i stands inside a country's name: Sierra | Leone Police."""
    first = max(reading.first_of(i), i - 4)
    return any(h.j > i and h.entry.slot in _LANDS for k in reading.starts(first, i, *_LANDS) for h in reading.hits[k])


def after_connector(reading: Reading, k: int) -> int:
    """The token behind a connector and its articles."""
    return reading.past(k + 1, len(reading.tokens), "the")


def country_behind(reading: Reading, j: int) -> tuple[int, str] | None:
    """The end and code of a country behind a name: of Cuba, vietnamien, under the President of Tajikistan."""
    pack = reading.pack
    k = j
    if k < len(reading.tokens) and reading.norm(k) in pack.words("genitive"):
        k = after_connector(reading, k)
    elif reading.norm(k) in pack.words("under"):
        return _under(reading, k)
    elif not pack.get("direct") and (pack.get("prefixed") or not reading.hit(k, "demonym")):
        return None
    party = reading.hit(k, "agency") if pack.get("direct") else None
    if party and party.entry.data.get("kind") == "party":  # an organ of a party: Ủy ban … Đảng Cộng sản Trung Quốc
        return party.j, party.entry.data["country"]
    house = reading.hit(k, "type") if k > j or pack.get("direct") else None
    if house and house.entry.key == "parliament":  # a committee of a house: Ủy ban Đối ngoại Hạ viện Mỹ
        return country_behind(reading, house.j)
    hit = nation(reading, k)
    if hit and reading.tokens[k - 1].text != "," and reading.sentence_at[hit.i] == reading.sentence_at[j - 1]:
        if pack.get("prefixed") and (hit.entry.slot == "demonym" or body_ahead(reading, hit.j)):
            return None
        return hit.j, hit.entry.key
    return None


def body_ahead(reading: Reading, k: int) -> bool:
    """Whether an English body begins at token k: "… and Communications, | Public Security Agency"."""
    if not reading.pack.get("prefixed"):
        return False
    for n in range(k, min(k + 3, reading.last_of(k - 1))):
        if reading.hit(n, "body", "type") and reading.tokens[n].cap:
            return True
        if not reading.tokens[n].cap:
            return False
    return False


def nation(reading: Reading, k: int) -> Hit | None:
    """The country named at token k, its form of state before it or not: the Islamic Republic of Iran, Vương quốc Bỉ."""
    hit = reading.hit(k, "country", "demonym", "weak_country") or palace(reading.hit(k, "agency"))
    other = reading.hit(k, "not_country") if hit and hit.entry.slot == "weak_country" else None
    if hit and other and other.j > hit.j:
        return None  # Viện kiểm sát quân sự | Trung ương
    if hit or k >= len(reading.tokens):
        return hit
    pack = reading.pack
    words = pack.words("of") | pack.words("the") | pack.words("state_words") | {"'"}
    last = min(reading.last_of(k), k + (7 if pack.get("direct") else 9))
    state = False
    for n in range(k, last):
        found = reading.hit(n, "country", "weak_country")
        if found and state:
            return found
        people = reading.hit(n, "demonym") if state and not pack.get("direct") else None
        if people:
            return people._replace(j=_over_state(reading, people.j, last))
        if not state and reading.hit(n, "field", "forum", "office", "agency"):  # Menteri [Pertahanan] RI
            return None
        state = state or reading.norm(n) in reading.pack.words("state_nouns")
        token = reading.tokens[n]
        if not (token.cap or (state and (token.norm in words or reading.pack.get("direct")))):
            return None
    return None


def palace(hit: Hit | None) -> Hit | None:
    """The country for which a palace stands beside an office: the Kremlin's spokesman, porte-parole de l'Élysée."""
    if hit is None or not hit.entry.data.get("metonym"):
        return None
    return hit._replace(entry=replace(hit.entry, slot="country", key=hit.entry.data["country"]))


def _over_state(reading: Reading, j: int, last: int) -> int:
    """Behind what a state calls itself: la République algérienne | démocratique et populaire."""
    words, joins = reading.pack.words("state_words"), reading.pack.words("and")
    n = j
    while n < last and (reading.norm(n) in words or (n > j and reading.norm(n) in joins)):
        n += 1
        j = n if reading.norm(n - 1) in words else j
    return j


def over_hosts(reading: Reading, j: int) -> int:
    """Behind the place that a mission is sent to: the Embassy of Laos | in Hanoi, ambassadeur du Togo | au Gabon."""
    pack = reading.pack
    if reading.norm(j) not in pack.words("posted"):
        return j
    n = reading.past(j + 1, min(reading.last_of(j - 1), j + 6), "the", "genitive")
    place = nation(reading, n) or reading.hit(n, "capital", "city", "forum", "agency")
    return place.j if place and place.j <= reading.last_of(j - 1) else j


def _under(reading: Reading, k: int) -> tuple[int, str] | None:
    """The country of the office or government that a body stands under: under the President of Tajikistan."""
    last = min(reading.last_of(k), k + 8)
    n = after_connector(reading, k)
    office = reading.hit(n, "office")
    if reading.norm(n) in reading.pack.words("accord.states"):  # under the Government of Tajikistan
        n += 1
    elif office is None or office.j >= last:
        return None
    else:
        n = office.j
    if reading.norm(n) in reading.pack.words("genitive"):
        n = after_connector(reading, n)
    hit = nation(reading, n)
    return (hit.j, hit.entry.key) if hit and hit.j <= reading.last_of(k) else None


def _country_apart(reading: Reading, j: int) -> tuple[str, int] | None:
    """A country set off behind the name, and where the name ends: "Ministry of Defence, Mongolia,", "Công an (Lào)"."""
    if j + 1 >= len(reading.tokens):
        return None
    opener = reading.tokens[j].text
    hit = nation(reading, j + 1) if opener in (",", "(") else None
    hit = hit if hit and hit.entry.slot == "country" else None
    if hit is None or reading.sentence_at[hit.i] != reading.sentence_at[j - 1]:
        return None
    sign = reading.tokens[hit.j].text if hit.j < reading.last_of(hit.i) else "."
    if opener == "(":
        return (hit.entry.key, j) if sign == ")" else None
    more = reading.hit(hit.j + 1, "country", "weak_country")
    if reading.pack.get("prefixed") and reading.hit(hit.j, "rank", "honorific"):  # Ministry of Defence, Oman | Dr X
        return hit.entry.key, hit.j
    return (hit.entry.key, j) if sign in _ENDS and not more else None


def _country_before(reading: Reading, i: int, floor: int) -> tuple[int, str] | None:
    if not reading.pack.get("prefixed"):
        return None
    hit = reading.hit_before(i, "demonym", "country", "weak_country")
    if hit and hit.i >= floor:
        return _styled(reading, hit.i, floor), hit.entry.key
    hit = owner(reading, i)
    return (hit.i, hit.entry.key) if hit and hit.i >= floor else None


def _styled(reading: Reading, i: int, floor: int) -> int:
    """Where the name of a body really begins: the Royal | Brunei Navy, Republic of | Fiji Police."""
    word = reading.hit_before(i, "modifier")
    if word and word.i >= floor and reading.tokens[word.i].cap:
        return word.i
    k = reading.back(i, max(reading.first_of(i), floor), "genitive", "the")
    state = (
        k < i and k > floor and reading.tokens[k - 1].cap and reading.norm(k - 1) in reading.pack.words("state_nouns")
    )
    return k - 1 if state else i


def owner(reading: Reading, i: int) -> Hit | None:
    """The country or capital that owns what begins at token i: Israel's, the Philippines'."""
    if i >= 2 and reading.norm(i - 1) in reading.pack.words("possessive") and reading.norm(i - 2) == "'":
        return reading.hit_before(i - 2, "country", "weak_country", "capital")
    if i >= 1 and reading.norm(i - 1) == "'":
        return reading.hit_before(i - 1, "country", "weak_country", "capital")
    return None


def with_acronym(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """Take in the short form in brackets right behind the name: (FBI), (BNPT), (Lekhwiya)."""
    found = bracketed(reading, mention.j)
    if found is None:
        return _bare_initials(reading, _spelled_out(reading, mention))
    known = replace(mention, j=mention.j + 3, acronym=found)
    behind = country_behind(reading, known.j) if not known.multilateral else None
    same = behind and known.country in (None, behind[1])  # the Border Security Force (BSF) | of India
    return replace(known, j=behind[0], country=behind[1]) if behind and same else known


def _bare_initials(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """Initials that lost their brackets: "the Border Security Force BSF"."""
    j, tokens = mention.j, reading.tokens
    if j >= len(tokens) or not tokens[j].text.isupper() or not 3 <= len(tokens[j].text) <= 6:
        return mention
    initials = "".join(t.text[0] for t in tokens[mention.i : j] if t.cap)
    return replace(mention, j=j + 1, acronym=tokens[j].text) if initials == tokens[j].text else mention


def bracketed(reading: Reading, j: int) -> str | None:
    """The short form that stands alone in brackets at token j."""
    tokens = reading.tokens
    if j + 2 >= len(tokens) or tokens[j].word:
        return None
    if tokens[j].text == tokens[j + 2].text == "," and _initials(reading, j):
        return tokens[j + 1].text
    if f"{tokens[j].text}{tokens[j + 2].text}" not in _BRACKETS:
        return None
    word = tokens[j + 1].text
    if is_acronym(word):
        return word
    plain = tokens[j + 1].cap and len(word) > 3 and not reading.hit(j + 1, *_NO_SHORT)
    return word if plain and tokens[j - 1].cap and tokens[j + 1].norm not in reading.pack.words("photo") else None


def _initials(reading: Reading, j: int) -> bool:
    """Whether a word in commas is made of the initials before it: National Intelligence Agency, NIA, …"""
    word, k = reading.tokens[j + 1].text, j
    if not (word.isupper() and 2 < len(word) < 7):
        return False
    letters = ""
    while k > max(reading.first_of(j), j - 10) and len(letters) < len(word):
        k -= 1
        token = reading.tokens[k]
        letters = token.text[0] + letters if token.cap and token.word else letters
    return letters == word


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: two capitals or more."""
    return 2 <= len(word) <= 12 and sum(c.isupper() for c in word) >= 2


def _spelled_out(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """The acronym before a name in brackets: BNPT (National Counter-Terrorism Agency)."""
    i, tokens = mention.i, reading.tokens
    if (
        i >= 2
        and tokens[i - 1].text == "("
        and mention.j < len(tokens)
        and tokens[mention.j].text == ")"
        and is_acronym(tokens[i - 2].text)
        and not mention.acronym
    ):
        return replace(mention, acronym=tokens[i - 2].text)
    return mention
