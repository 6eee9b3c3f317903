"""The titles, ranks and forms of address that lead up to a name."""

from __future__ import annotations

from loaders.mentions.reading import Reading
from loaders.mentions.runs import Sight
from loaders.mentions.styles import style_before
from loaders.mentions.title import TitleMention


def titles_before(
    sight: Sight, i: int, claimed: tuple[TitleMention, ...]
) -> tuple[tuple[TitleMention, ...], str, int, bool]:
    """Titles, rank and form of address that lead up to a name; where they begin."""
    reading = sight.reading
    titles: list[TitleMention] = []
    rank, addressed, k = "", False, i
    first = reading.first_of(i)
    while k > first:
        title = sight.title_end.get(k)
        if title and title.holds_for != "none":
            titles.insert(0, title)
            k = title.i
            continue
        if title:
            addressed, k = True, title.i
            continue
        word = reading.hit_before(k, "rank", "honorific")
        if word:
            held = next((n for n in range(word.i + 1, word.j) if n in sight.title_end), None)
            if held:  # "Chief of the General Staff of the British Army | General X" holds no Army General
                addressed, k = True, held
                continue
            addressed, k = True, word.i
            if word.entry.slot == "rank":
                branch = reading.hit_before(k, "field", "modifier") if reading.tokens[k - 1].cap else None
                k = branch.i if branch and branch.i >= first and k not in sight.title_end else k
                rank = rank or reading.slice(k, word.j)
            continue
        step = _bridge(sight, k, first, bool(titles), addressed, claimed)
        if step is None:
            break
        k = step
    return tuple(titles), rank, k, addressed


def _bridge(
    sight: Sight, k: int, first: int, titled: bool, addressed: bool, claimed: tuple[TitleMention, ...]
) -> int | None:
    """Over a comma, bracket, article or "and" between a title and what follows it, where it can still be the name's."""
    reading = sight.reading
    token, pack = reading.tokens[k - 1], reading.pack
    if k - 1 <= first:
        return None
    article = k - 2 if token.text in "'’" and reading.glued(k) else k - 1  # l'ambassadeur
    if reading.norm(article) in pack.words("the") and article > first and (titled or addressed):
        apart = sight.title_end.get(article - 1) if reading.tokens[article - 1].text == "," else None
        if apart is not None and apart.plural and not pack.get("prefixed"):
            return None  # "with the ministers of A and B, the general X …"
        led = sight.title_end.get(article) or reading.tokens[article - 1].text == ","
        return article if led or reading.hit_before(article, "honorific") else None
    if (noun := reading.hit_before(k, "demonym")) and reading.tokens[noun.i].cap and _nationality(reading, noun.i):
        return noun.i - 1
    if pack.get("direct") and token.norm in pack.words("copulas"):  # ngoại trưởng Mỹ khi đó là John Kerry
        return next((n for n in (k - 1, k - 3) if n in sight.title_end), None)
    title = sight.title_end.get(k - 1) or sight.title_end.get(_under_bracket(reading, k - 1))
    if title and _joins(sight, k - 1, title, titled, addressed):
        return None if any(t is title for t in claimed) else k - 1
    if token.text == ")":  # a short form: Defence Minister (MoD) X, Menteri Pertahanan Indonesia (Menhan RI) X
        return next((n for n in range(k - 3, max(k - 6, first), -1) if reading.tokens[n].text == "("), None)
    if token.text == "." and reading.hit_before(k - 1, "rank", "honorific"):
        return k - 1
    rank = reading.hit_before(k - 1, "rank") if token.text == "," and titled is False else None
    if rank and reading.norm(rank.i - 1) in pack.words("the") and sight.title_end.get(rank.i - 2):
        return k - 1  # le chef d'état-major, le général de corps d'armée|, René Meka
    if token.text == "/" and reading.hit_before(k - 1, "rank", "honorific"):  # COP/Mr Kofi Boakye
        return k - 1
    return style_before(reading, k) if addressed and token.cap else None


def _nationality(reading: Reading, i: int) -> bool:
    """Whether a people's name behind an article stands before a name: "…, le Russe Ivan Petrov"."""
    before = reading.tokens[i - 2].text if i > 1 else ""
    return not reading.pack.get("prefixed") and reading.norm(i - 1) in reading.pack.words("the") and before == ","


def _under_bracket(reading: Reading, k: int) -> int:
    """The end of what stands before a short form in brackets: Chief of Defence Staff (CDS)|, General …"""
    closed = k > 3 and reading.tokens[k - 1].text == ")" and reading.tokens[k - 3].text == "("
    return k - 3 if closed else k


def _joins(sight: Sight, k: int, title: TitleMention, titled: bool, addressed: bool) -> bool:
    """Whether the sign or word at k ties an office to the one behind it, or to the name."""
    reading, pack = sight.reading, sight.reading.pack
    token = reading.tokens[k]
    if token.norm in pack.words("concurrently"):
        return titled
    if token.text in "-–—" and pack.get("direct"):  # Đại sứ Iran tại Nga - ông Kazem Jalal
        return addressed and not titled and not (reading.glued(k) and reading.glued(k + 1))
    if token.text == ",":
        definite = reading.norm(title.i - 1) in pack.words("the")
        sent = (
            title.office.endswith("representative") and title.j - title.i > 2
        )  # Représentant permanent auprès de l'UA
        style = sent or (titled and (title.holds_for == "country" or title.office == "state_minister"))
        return title.specific or style or ((addressed or definite) and not titled)
    if titled and token.norm in pack.words("and"):
        return title.specific or not pack.get("direct")
    return False
