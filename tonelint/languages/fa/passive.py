"""Where a Persian sentence hides who acts: «ثبت شد», «فرستاده خواهد شد», «مورد بررسی قرار گرفت», «در حال بررسی است».

«شدن» alone proves nothing: the word before it decides («ثبت شد» is passive, «خوشحال شد» is not), and the lexicon
lists those words (nve, "non-verbal elements"). Left out are questions and conditions, participles that describe
(«مبلغ واریز شده را»), and «نمی‌شود», which says that something is impossible.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from tonelint.languages.fa import paradigms
from tonelint.languages.fa.nouns import stems
from tonelint.languages.fa.verbs import readings
from tonelint.types import Reading, Token

FAR = 40  # tokens; longer clauses are cut
_CUSTOMERS = ("تان", "تون")


class Passive(NamedTuple):
    """A passive: tokens `first` to `last` (indexes, both included).

    nve: the word that carries the meaning («ثبت»), "" for a participle passive («فرستاده شد»). light: the verb of
    the active sentence. verb: how the last word is read. agent: who is named as the actor («توسط تیم فنی»), or "".
    level: "ours" if the hidden actor is the writer's side, "other" if it is the customer or somebody else.
    """

    first: int
    last: int
    nve: str
    light: str
    verb: Reading
    agent: str = ""
    level: str = "ours"


def passives(tokens: Sequence[Token], text: str) -> list[Passive]:
    """Returns the passives of one sentence, whose tokens are joined, in order.

    >>> text = "درخواست شما ثبت شد"
    >>> words = [Token(0, 7, "درخواست", "word"), Token(8, 11, "شما", "word"), Token(12, 15, "ثبت", "word"),
    ...          Token(16, 18, "شد", "word")]
    >>> [(one.first, one.last, one.nve, one.light, one.level) for one in passives(words, text)]
    [(2, 3, 'ثبت', 'کردن', 'ours')]
    """
    if any(token.kind == "punctuation" and "?" in token.key for token in tokens[-3:]):
        return []
    found = (_at(tokens, index, text) for index, token in enumerate(tokens) if token.kind == "word")
    return [one for one in found if one is not None]


def _at(tokens: Sequence[Token], last: int, text: str) -> Passive | None:
    possible = readings(tokens[last].key)
    for reading in possible:
        if reading.ambiguous and not possible[0].ambiguous:
            break  # «شدن» is the infinitive, not "they became"
        for way in _WAYS.get(reading.lemma, ()) if reading.voice == "active" else (_participle,):
            found = way(tokens, last, reading)
            if found is not None and _allowed(tokens, found, text):
                return _with_actor(tokens, found, text)
    return None


@lru_cache(maxsize=32)
def _set(name: str) -> frozenset[str]:
    return frozenset(paradigms.words()[name])


@lru_cache(maxsize=1)
def light_verbs() -> dict[str, str]:
    """Returns noun -> light verb of the active sentence: ارسال -> کردن, انجام -> دادن.

    >>> light_verbs()["تحویل"]
    'دادن'
    """
    table: dict[str, str] = {}
    for verb, nouns in paradigms.words()["nve"].items():
        for noun in nouns:
            table.setdefault(noun, verb)
    return table


def _nve(key: str, known: Container[str] | None = None) -> str:
    """Returns the noun of the list that a key is a form of («ارسالش»), or ""; by default nouns that go with شدن."""
    known = light_verbs() if known is None else known
    return next((stem for stem in stems(key) if stem in known), "")


def _before(tokens: Sequence[Token], index: int) -> int:
    """Returns the index of the word before, one word like «هم» skipped; -1 if there is none."""
    previous = index - 1
    if previous > 0 and tokens[previous].key in _set("between"):
        previous -= 1
    return previous if previous >= 0 and tokens[previous].kind == "word" else -1


def _become(tokens: Sequence[Token], last: int, verb: Reading) -> Passive | None:
    """«ثبت شد», «انجام خواهد شد», «فرستاده گردید»."""
    at = _before(tokens, last)
    nve = _nve(tokens[at].key) if at >= 0 else ""
    if nve:
        return Passive(at, last, nve, light_verbs()[nve], verb)
    if at > 0 and tokens[at].key == "داشته" and tokens[at - 1].key == "نگه":
        return Passive(at - 1, last, "نگه", "داشتن", verb)
    if at >= 0 and (verb.lemma == "گردیدن" or verb.tense == "future"):
        nve = _nve(tokens[at].key, _set("decreed"))
        if nve:
            return Passive(at, last, nve, "کردن", verb)
    if at >= 0 and verb.lemma == "گردیدن":
        made = next((one for one in readings(tokens[at].key) if one.tense == "participle" and not one.ambiguous), None)
        return Passive(at, last, "", made.lemma, verb) if made else None
    return None


def _participle(tokens: Sequence[Token], last: int, verb: Reading) -> Passive | None:
    """«فرستاده شد», «ارجاع داده شد»: one word for `join`."""
    at = _before(tokens, last)
    for first in (at, at - 1) if verb.lemma in ("دادن", "گرفتن", "داشتن") else ():  # «تحویل پست داده شد»
        nve = _nve(tokens[first].key, _set("given")) if first >= 0 and tokens[at].kind == "word" else ""
        if nve:
            return Passive(first, last, nve, verb.lemma, verb)
    return Passive(last, last, "", verb.lemma, verb) if verb.lemma not in _set("made") else None


def _done(tokens: Sequence[Token], last: int, verb: Reading) -> Passive | None:
    """«انجام گرفت», «صورت پذیرفت», «تخصیص یافت», «مورد بررسی قرار گرفت»."""
    at = _before(tokens, last)
    if at < 0:
        return None
    if tokens[at].key in paradigms.words()["done"].get(verb.lemma, ()):
        return Passive(at, last, tokens[at].key, "دادن", verb)
    if tokens[at].key == "قرار" and verb.lemma == "گرفتن":
        for first in range(at - 2, max(at - 5, -1), -1):
            nve = _nve(tokens[first + 1].key)
            if tokens[first].key == "مورد" and nve:
                return Passive(first, last, nve, light_verbs()[nve], verb)
    return None


def _reached(tokens: Sequence[Token], last: int, verb: Reading) -> Passive | None:
    """«به ثبت رسید», «به اطلاع شما خواهد رسید», «به عمل آمد»."""
    for at in range(last - 1, max(last - 4, 0), -1):
        if tokens[at - 1].key != "به":
            continue
        key = next((stem for stem in stems(tokens[at].key) if stem in paradigms.words()["reached"]), "")
        if verb.lemma == "رسیدن" and key:
            nve, light = paradigms.words()["reached"][key]
            return Passive(at - 1, last, nve, light, verb)
        if verb.lemma in ("آمدن", "آوردن") and tokens[at].key == "عمل":
            return Passive(at - 1, last, "عمل", "کردن", verb)
    return None


def _underway(tokens: Sequence[Token], last: int, verb: Reading) -> Passive | None:
    """«در حال بررسی است»; «در دست اقدام است» is a state of the matter."""
    for first in range(last - 3, max(last - 6, -1), -1):
        if tokens[first].key == "در" and tokens[first + 1].key == "حال":
            noun = tokens[first + 2].key
            nve = _nve(noun) or (noun if noun in _set("underway") else "")
            if nve and verb.tense == "present":
                return Passive(first, last, nve, light_verbs().get(nve, "کردن"), verb)
    return None


_TO_YOU = frozenset(["دادن", "فرستادن", "گذاشتن", "سپردن", "برداشتن"])  # «در اتاق ۱۱۴ جا داده شدید»
_KEPT = frozenset(["دادن", "گرفتن", "پذیرفتن", "داشتن", "بخشیدن", "گذاشتن"])  # «پاسخ داده نمی‌شود»
_PERCEIVED = frozenset(["دیدن", "شنیدن", "یافتن"])

Way = Callable[[Sequence[Token], int, Reading], "Passive | None"]
_WAYS: dict[str, tuple[Way, ...]] = {
    "شدن": (_become,), "گردیدن": (_become,), "گرفتن": (_done,), "پذیرفتن": (_done,), "یافتن": (_done,),
    "رسیدن": (_reached,), "آمدن": (_reached,), "بودن": (_underway,),
}  # fmt: skip


def _allowed(tokens: Sequence[Token], one: Passive, text: str) -> bool:
    """Whether the form is one that hides an action: third person, possible, finished, no condition."""
    verb = one.verb
    done_to_you = verb.person == "2p" and (one.nve == "مسدود" or (verb.voice == "passive" and one.light in _TO_YOU))
    if not verb.person.startswith("3") and not done_to_you:
        return False
    if verb.tense in ("imperative", "past-subjunctive"):
        return False
    if one.light in _PERCEIVED and (verb.polarity == "neg" or one.light == "دیدن"):
        return False  # «چیزی دیده نشد»: nothing was there; «رنگ روشن‌تر دیده می‌شود»: by whoever looks
    if verb.polarity == "neg" and (one.nve == "انجام" or verb.tense in ("present", "subjunctive", "future")):
        # «انتقال انجام نشد»: it came to nothing; «ودیعه پس داده نمی‌شود»: somebody keeps it
        return verb.voice == "passive" and one.light in _KEPT and _finished(tokens, one, text)
    clause = tokens[clause_start(tokens, one.first) : one.first]
    if any(token.key in _set("itself") for token in clause) or (one.nve in _set("turning") and verb.tense == "present"):
        return False
    if one.nve in _set("passing") and any(token.key == "از" for token in clause[-4:]):
        return False
    return _finished(tokens, one, text) and not _conditional(clause) and not _points_out(clause)


def _points_out(clause: Sequence[Token]) -> bool:
    """Whether the clause only says which one is meant: «کدی که برایتان پیامک می‌شود»."""
    that = next((at for at in range(len(clause) - 1, 0, -1) if clause[at].key == "که"), 0)
    if not that or not clause[that - 1].key.endswith("ی"):
        return False
    return not any(_is_verb(token) for token in clause[that - 1 :])


def _is_verb(token: Token) -> bool:
    return any(not one.ambiguous for one in readings(token.key))


def _finished(tokens: Sequence[Token], one: Passive, text: str) -> bool:
    """Whether a bare participle is a verb: «ثبت شده.», not «سفارش ثبت شده را», «نامه‌ی فرستاده‌شده»."""
    last = tokens[one.last]
    if not last.key.endswith(("شده", "گردیده")):
        return True
    if one.verb.voice == "passive" and " " not in text[last.start : last.end]:
        return False
    if one.first and tokens[one.first - 1].key.endswith("های"):  # «فایل‌های ارسال شده و …»
        return False
    following = tokens[one.last + 1] if one.last + 1 < len(tokens) else None
    if following is None or following.kind == "punctuation":
        return following is None or not following.key.startswith(":")  # «متن ارسال شده: …»
    return following.key in _set("after_clause") and not last.key.endswith("نشده")


def clause_start(tokens: Sequence[Token], index: int) -> int:
    """Returns the index at which the clause of a token begins: after the last mark or conjunction before it.

    Looks back over `FAR` tokens at most, so that a text without any mark takes no longer than others.
    """
    first = max(0, index - FAR)
    for at in range(index - 1, first - 1, -1):
        key = tokens[at].key
        if tokens[at].kind == "punctuation" or (key in _set("clause") and key not in _set("conditions")):
            return at + 1
    return first


def _conditional(before: Sequence[Token]) -> bool:
    """Whether the clause only says what may or must be: «اگر», «باید», «ممکن است», «می‌تواند»."""
    return any(
        (token.key in _set("conditions") and not _is_superlative(before[: at + 1]))
        or any(one.lemma == "توانستن" for one in readings(token.key))
        for at, token in enumerate(before)
    )


def _is_superlative(tokens: Sequence[Token]) -> bool:
    """Whether the last word is «ممکن» of «در سریع‌ترین زمان ممکن»."""
    return tokens[-1].key == "ممکن" and any(token.key.endswith("ترین") for token in tokens[-3:-1])


def _customers(before: Sequence[Token], nve: Token) -> bool:
    """Whether the customer did it: «پرداخت شما انجام شد», «ثبت‌نامتان تکمیل شد», «پیام شما ارسال شد»."""
    sent = nve.key.startswith(("ارسال", "فرستاده")) and not any(token.key in _set("inside") for token in before)
    theirs = _set("customer") | _set("sent") if sent else _set("customer")
    row = [*before, nve]
    for at, token in enumerate(row):
        if any(stem in theirs for stem in stems(token.key)):
            if at and any(stem in _set("asked") for stem in stems(row[at - 1].key)):
                continue
            if token.key.endswith(_CUSTOMERS) or (at + 1 < len(row) and row[at + 1].key == "شما"):
                return True
    return False


def _of_others(before: Sequence[Token]) -> bool:
    """Whether somebody else is the subject or the source: «قیمت‌ها اصلاح شد», «از گمرک ترخیص شد»."""
    for at, token in enumerate(before):
        if token.key in _set("nature"):
            return True
        if (at == 0 or before[at - 1].key in ("از", "در")) and any(stem in _set("others") for stem in stems(token.key)):
            return True
    return False


def _with_actor(tokens: Sequence[Token], one: Passive, text: str) -> Passive:
    clause = clause_start(tokens, one.first)
    before = tokens[clause : one.first]
    others = one.nve in _set("shown") or _customers(before, tokens[one.first]) or _of_others(before)
    others = others or (one.nve in ("بسته", "مسدود") and any(token.key in _set("ways") for token in before))
    for at in range(one.first - 1, clause - 1, -1):
        said = tokens[at].key in _set("agents") or (tokens[at].key in ("سوی", "طرف") and tokens[at - 1].key == "از")
        if said and at + 1 < one.first:
            others = others or not any(stem in _set("ours") for stem in stems(tokens[at + 1].key))
            one = one._replace(agent=text[tokens[at + 1].start : tokens[one.first - 1].end])
    return one._replace(level="other") if others else one
