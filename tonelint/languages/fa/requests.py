"""A Persian clause that demands something, as a request: «باید فرم فرستاده شود» as «لطفاً فرم را بفرستید».

Demands are said in three ways: «باید» or a bare subjunctive («فرستاده شود»), of the customer by name («خریدار باید …
بدهد») or of nobody; as a duty («مکلف است»); and as a deed that is needed («ارائه‌ی فرم الزامی است»).
"""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.languages.fa.forms import form
from tonelint.languages.fa.habits import in_style_of
from tonelint.languages.fa.nouns import stems
from tonelint.languages.fa.passive import light_verbs
from tonelint.languages.fa.subjects import is_adverb, is_finite, words
from tonelint.languages.fa.verbs import readings
from tonelint.types import Reading, Token

_OFFICE = {"نمودن": "کردن", "فرمودن": "کردن", "گردیدن": "شدن"}
_NOT_DONE = frozenset(["توانستن", "دانستن", "بودن", "رسیدن", "بخشیدن"])  # what nobody can be asked to do


def asked(row: Sequence[Token], found: tuple[int, int], text: str) -> tuple[str, int] | None:
    """Returns the request that a clause comes to, and how many of its words it takes the place of; None for no demand.

    row holds the words of the clause, `found` the places of those that demand.

    >>> row = [Token(0, 4, "نامه", "word"), Token(5, 9, "باید", "word"), Token(10, 19, "فرستادهشود", "word")]
    >>> asked(row, (1, 3), "نامه باید فرستاده شود")
    ('لطفاً نامه را بفرستید', 3)
    """
    must = next((n for n, token in enumerate(row) if token.key in words("musts")), None)
    if row[0].key in ("تا", "مادامیکه") or (must and row[must - 1].key in words("questions")):
        return None
    verb = next((n for n in range(len(row)) if n != must and demand(row, n)), None)
    demanded = None if verb is None else demand(row, verb)
    if verb is None or demanded is None:
        return _deed(row, found, text)
    arrives = demanded.lemma == "رسیدن" and demanded.person.startswith("3")
    if (demanded.lemma in _NOT_DONE and not arrives) or (verb + 1 < len(row) and row[verb + 1].key in ("و", "که")):
        return None
    lead = _lead(row, verb)
    polarity = "neg" if must is not None and row[must].key in ("نباید", "نبایستی") else demanded.polarity
    gone = {must, *_left_out(row, verb)}
    if any(is_finite(row[n]) for n in range(lead, verb if must is None else must) if n not in gone):
        return None  # «می‌گویند باید …» is not what we ask for
    if any(row[n].key in ("و", "یا") for n in range(lead, verb) if n - 1 in gone or n + 1 in gone):
        return None  # «مالک و خریدار»: somebody else has to do it too
    if demanded.person.startswith("2"):
        same = demanded.person == "2p" and polarity == demanded.polarity and demanded.lemma not in _OFFICE
        better = text[row[verb].start : row[verb].end] if same else _ordered(demanded, polarity, text)
        place = lead if must is None else must
        while lead < place and is_adverb(row[place - 1]) and not _is_also(row, place - 1):  # «حداقل باید …»
            place -= 1
        return _put(row, place, verb, gone, better, text)
    becomes = row[verb - 1].key in words("become")
    passive = demanded.voice == "passive" or (demanded.lemma in ("شدن", "گردیدن") and not becomes)
    if arrives:  # «مدارک باید به دست ما برسد»: «برسانید»
        demanded, passive = demanded._replace(lemma="رساندن", voice="passive"), must is not None
    if passive:
        return _turned(row, lead, verb, gone, demanded, text) if polarity == "pos" else None
    named = any(n in gone for n in range(lead, verb) if n != must)
    if not named and (must != lead or becomes):
        return None
    return _put(row, lead, verb, gone, _ordered(demanded, polarity, text), text)


def demand(row: Sequence[Token], at: int) -> Reading | None:
    """Returns the reading of a word as what somebody is to do or what is to be; None for no demand."""
    light = at > 0 and any(stem in light_verbs() or stem in words("deeds") for stem in stems(row[at - 1].key))
    for one in readings(row[at].key) if row[at].kind == "word" else ():
        if one.tense in ("subjunctive", "imperative"):
            if not one.ambiguous or one.lemma in ("شدن", "گردیدن") or (light and one.lemma == "کردن"):
                return one
        elif (one.lemma, one.tense) == ("رسیدن", "past-subjunctive"):
            return one
    return None


def _lead(row: Sequence[Token], verb: int) -> int:
    """Where the demand itself begins: behind a greeting, a conjunction, a phrase of purpose closed by nothing."""
    at = 4 if tuple(token.key for token in row[:3]) == ("از", "این", "به") and verb > 4 else 0  # «از این به بعد»
    while at < verb and row[at].key in words("lead") | words("titles") | words("burdens"):
        at += 1
    return at


def _left_out(row: Sequence[Token], verb: int) -> set[int]:
    """Who is to do it and that it is a duty: «شما», «خریدار», «مکلف است», «لازم است که»."""
    gone: set[int] = set()
    for n in range(verb):
        if row[n].key in words("duties") and not (row[n].key in words("needed") and not _is(row, n + 1)):
            gone.add(n)
            gone |= {m for m in (n + 1, n + 2) if m < verb and row[m].key in ("است", "هست", "میباشد", "هستید", "که")}
        elif row[n].key in words("customers") and _is_subject(row, n) and not _is_also(row, n + 1):
            gone.add(n)
            gone |= {n + 1} if n + 1 < verb and row[n + 1].key in words("titles") else set()
        elif row[n].key == "کننده" and n and _is_subject(row, n - 1):  # «درخواست کننده»
            gone |= {n - 1, n}
    return gone


def _is_also(row: Sequence[Token], at: int) -> bool:
    """Whether «هم» stands here: it belongs to the word before it, and that one stays, too («شما هم لطفاً …»)."""
    return at < len(row) and row[at].key in words("also")


def _is_subject(row: Sequence[Token], at: int) -> bool:
    """Whether somebody who is named is to do it: not «برای گیرنده», nor «رمز شما»."""
    before = row[at - 1] if at else None
    if before is None or is_adverb(before) or before.key in ("را", "رو"):
        return True
    return any(before.key in words(name) for name in ("musts", "lead", "titles", "duties"))


def _is(row: Sequence[Token], at: int) -> bool:
    """Whether «است» or the like stands here; «اطلاعات لازم» is no duty."""
    return at < len(row) and (row[at].key in ("است", "هست", "میباشد", "که") or row[at - 1].key.endswith("ه"))


def _ordered(demanded: Reading, polarity: str, text: str) -> str:
    """The verb as an order to whom the reply speaks: «بفرستید», «بفرست» where it says «تو»."""
    person = "2s" if demanded.person == "2s" else "2p"
    register = "spoken" if person == "2s" else ""
    return in_style_of(
        form(_OFFICE.get(demanded.lemma, demanded.lemma), "imperative", person, polarity, register), text
    )


def _put(row: Sequence[Token], lead: int, verb: int, gone: set[int | None], better: str, text: str) -> tuple[str, int]:
    """«لطفاً», what is left, the verb."""
    kept = _said([(n, row[n]) for n in range(lead, verb) if n not in gone], text)
    before = _said([(n, row[n]) for n in range(lead) if n not in gone], text)
    return " ".join(part for part in (before, "لطفاً", kept, better) if part), verb + 1


def _said(kept: Sequence[tuple[int, Token]], text: str) -> str:
    """Words as they are written, those that are gone left out."""
    pieces: list[list[int]] = []
    at = -2
    for n, token in kept:
        if n == at + 1:
            pieces[-1][1] = token.end
        else:
            pieces.append([token.start, token.end])
        at = n
    return " ".join(text[start:end] for start, end in pieces)


def _turned(
    row: Sequence[Token], lead: int, verb: int, gone: set[int | None], demanded: Reading, text: str
) -> tuple[str, int] | None:
    """«مدارک باید تا شنبه ارسال شود» as «لطفاً مدارک را تا شنبه ارسال کنید»."""
    noun = ""
    lemma, stop = demanded.lemma, verb
    if demanded.voice != "passive":
        stop = verb - 1
        if stop < lead or row[stop].key in words("become"):
            return None
        noun = text[row[stop].start : row[stop].end]
        lemma = next((light_verbs()[stem] for stem in stems(row[stop].key) if stem in light_verbs()), "کردن")
    kept = [(n, row[n]) for n in range(lead, stop) if n not in gone]
    while kept and (is_adverb(kept[0][1]) or kept[0][1].key in words("surely")):
        kept = [*kept[1:], kept[0]] if kept[0][1].key not in words("surely") else kept[1:]
        if all(is_adverb(token) for _, token in kept):
            return None
    size = _object(kept)
    if not size:
        return None
    before = _said([(n, row[n]) for n in range(lead)], text)
    rest = _said(sorted(one for one in kept[size:] if one[1].key not in words("surely")), text)
    parts = (
        before,
        "لطفاً",
        _said(kept[:size], text),
        in_style_of("را", text),
        rest,
        noun,
        _ordered(Reading(lemma, "imperative"), "pos", text),
    )
    return " ".join(part for part in parts if part), verb + 1


def _object(kept: Sequence[tuple[int, Token]]) -> int:
    """How many words the noun phrase has that a clause begins with."""
    size = 0
    while size < len(kept):
        token = kept[size][1]
        if token.key in words("prepositions") or is_adverb(token) or token.key in words("surely"):
            break
        if token.key in ("را", "رو", "که") or is_finite(token):
            return 0
        size += 1
    return 0 if size and kept[size - 1][1].key.endswith("های") else size


def _deed(row: Sequence[Token], found: tuple[int, int], text: str) -> tuple[str, int] | None:
    """«ارائه‌ی اصل شناسنامه در شعبه لازم است» as «لطفاً اصل شناسنامه را در شعبه ارائه کنید».

    Who has to do it may be said as well: «… بر عهده‌ی شماست», «مسئولیت … با شماست».
    """
    need = next((n for n in range(*found) if row[n].key in words("needed")), found[0])
    lead = _lead(row, need)
    if need <= lead or any(is_finite(token) for token in row[:need]):
        return None
    named = _named(row, lead, need, text)
    if named is None:
        return None
    noun, lemma, start = named
    kept = [(n, row[n]) for n in range(start, need)]
    if not kept or any(is_adverb(kept[0][1]._replace(key=stem)) for stem in stems(kept[0][1].key)):
        return None
    size = _object(kept)
    before = _said([(n, row[n]) for n in range(lead) if row[n].key not in words("burdens")], text)
    thing = _said(kept[:size], text)
    parts = (before, "لطفاً", thing, in_style_of("را", text) if thing else "", _said(kept[size:], text), noun)
    return " ".join(part for part in (*parts, _ordered(Reading(lemma, "imperative"), "pos", text)) if part), found[1]


def _named(row: Sequence[Token], lead: int, end: int, text: str) -> tuple[str, str, int] | None:
    """The noun and the verb of a deed that is named («پر کردن», «ارائه‌ی»), and where what it is done to begins."""
    for at in range(lead, min(lead + 2, end)):
        infinitive = next((one for one in readings(row[at].key) if one.tense == "infinitive"), None)
        if infinitive:
            return text[row[lead].start : row[at - 1].end] if at > lead else "", infinitive.lemma, at + 1
    noun = next((stem for stem in stems(row[lead].key) if stem in words("deeds")), "")
    if not noun:
        return None
    written = text[row[lead].start : row[lead].end]
    letters = [n for n, char in enumerate(written) if char.isalpha()]
    plain = written[: letters[len(noun) - 1] + 1] if len(letters) >= len(noun) else noun
    return plain, light_verbs().get(noun, "کردن"), lead + 1
