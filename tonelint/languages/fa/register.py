"""How a Persian word is written: as people speak («می‌شه»), as books are («می‌شود»), or as offices write («می‌گردد»).

And whom it addresses: «تو» or «شما».

Most words show neither. Polite spoken Persian says «شما» with spoken endings, so the two questions are apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from tonelint.languages.fa import forms
from tonelint.languages.fa.verbs import readings
from tonelint.languages.names import lists, squeeze
from tonelint.languages.register import MANY, NOTHING, OFFICE, ONE, SPOKEN, WRITTEN, Sign
from tonelint.lexicon import read
from tonelint.types import Reading, Token

_NOT_PERSONAL = frozenset(["infinitive", "short", "participle"])
_LABELS = frozenset(["من", "مرا", "منو", "درد", "بدرد"])  # «مرا به خاطر بسپار» is a label, «به‌دردبخور» no order
_POSSESSORS = {"تون": "تان", "مون": "مان", "شون": "شان"}
_BEFORE_FACE = frozenset(["از", "پیش", "رو", "زیر", "پشت", "این", "روی", "هر", "دو"])  # «از این رو», «پیش رو»
_BEFORE_YOU = frozenset(["به", "با", "برای", "واسه", "مثل", "بدون", "مال"])
_AFTER_YOU = frozenset(["را", "رو", "هم", "که", "خودت", "باید", "نباید"])  # «تو را», but «تو سایت», «بیا تو»
_OATHS = frozenset(["خدا", "جان", "جون", "قرآن", "حضرت"])
_TOWARDS = frozenset(["رو", "بهبود", "پایان", "رشد", "افزایش", "کاهش", "اتمام", "جلو", "بالا"])  # «رو به بهبود»


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Any]:
    content: dict[str, Any] = read("fa_register")
    return content


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    names = ("polite", "not_possessed", "possessions", "one", "many", "address_free")
    return {name: frozenset(_lexicon()[name]) for name in names}


def signs(words: Sequence[Token], text: str = "") -> list[Sign]:
    """Returns what each word of a sentence shows; the text is not looked at, since keys say all in Persian.

    >>> [sign.style for sign in signs([Token(0, 6, "سفارشتون", "word"), Token(7, 10, "رو", "word")])]
    ['spoken', 'spoken']
    >>> signs([Token(0, 2, "رو", "word"), Token(3, 5, "به", "word"), Token(6, 11, "بهبود", "word")])[0].style
    ''
    """
    del text
    found = [sign(word.key) if word.kind == "word" else NOTHING for word in words]
    for index, word in enumerate(words):
        if word.key == "رو":
            before = words[index - 1] if index else None
            after = [following.key for following in words[index + 1 : index + 3]]
            towards = len(after) == 2 and after[0] == "به" and after[1] in _TOWARDS
            if before is None or before.kind == "punctuation" or before.key in _BEFORE_FACE or towards:
                found[index] = NOTHING
        if word.key == "تو" and _is_you(words, index):
            found[index] = Sign("", ONE)
        if index and squeeze(words[index - 1].key) in lists("fa").titles:
            found[index] = NOTHING  # «آقای کردی», «خانم رفتی» are names
        if found[index].you == ONE and any(before.key in _LABELS for before in words[max(0, index - 4) : index]):
            found[index] = found[index]._replace(you="")
    return found


def _is_you(words: Sequence[Token], index: int) -> bool:
    """Whether «تو» is who is spoken to, and not «in»: a noun comes after that one, a verb or a mark after this one."""
    before = words[index - 1].key if index else ""
    if before in _BEFORE_YOU:
        return True
    if _finite(before):
        return False  # «بیا تو», «رفت تو»
    after = words[index + 1] if index + 1 < len(words) else None
    oath = {word.key for word in words[index + 2 : index + 4]} & _OATHS
    if oath and after is not None and after.key in ("را", "رو"):
        return False  # «تو رو خدا», «تو را به جان عزیزت»
    return after is None or after.kind == "punctuation" or after.key in _AFTER_YOU or _finite(after.key)


def _finite(key: str) -> bool:
    return any(not one.ambiguous and one.tense not in _NOT_PERSONAL for one in readings(key))


@lru_cache(maxsize=1 << 13)
def sign(key: str) -> Sign:
    """Returns what a word shows by itself; `key` is folded.

    >>> sign("میشه"), sign("کنید").you, sign("سلام") == NOTHING
    (Sign(style='spoken', you='', other='می\u200cشود'), 'many', True)
    >>> sign("میگردد"), sign("بگو").you, sign("بفرمایید").style
    (Sign(style='office', you='', other='می\u200cشه'), 'one', '')
    """
    sets, you = _sets(), _you(key)
    spoken, written = _lexicon()["spoken"].get(key), _lexicon()["written"].get(key)
    if spoken is not None:
        return Sign(SPOKEN, you, spoken)
    if written is not None:
        return Sign(WRITTEN, you, written)
    verb = _verb(key)
    if verb:
        return verb._replace(you=you)
    if key[-3:] in _POSSESSORS and len(key) > 4 and key not in sets["not_possessed"] and not readings(key):
        return Sign(SPOKEN, MANY if key.endswith("تون") else you, "")
    if key.endswith(("تونو", "مونو", "شونو")) and len(key) > 6:
        return Sign(SPOKEN, MANY if key.endswith("تونو") else you)
    if key[-3:] in ("تان", "مان", "شان") and key[:-3].rstrip("ی") in sets["possessions"]:
        return Sign(WRITTEN, you, f"{key[:-3]}{_spoken_possessor(key)}")
    return Sign("", you) if you else NOTHING


def _spoken_possessor(key: str) -> str:
    return key[-3] + "ون"


def _verb(key: str) -> Sign | None:
    """The style of a verb: that of its likely readings, if they agree."""
    found = readings(key)
    likely = [one for one in found if not one.ambiguous]
    if not likely or all(one.tense in _NOT_PERSONAL and one.register != "formal" for one in likely):
        return _office(key, found) if found else None
    office = _office(key, likely)
    if office:
        return office
    styles = {one.register for one in likely}
    if styles == {"spoken"}:
        return Sign(SPOKEN, "", _form(likely[0], likely[0].lemma, "formal"))
    if styles == {"formal"}:
        return Sign(WRITTEN, "", _form(likely[0], likely[0].lemma, "spoken"))
    return None


def _office(key: str, found: Sequence[Reading]) -> Sign | None:
    """Verbs that only offices use: «نمودن», «گردیدن», «می‌باشد»; «ارسال فرمایید», not the polite «بفرمایید»."""
    lemmas: dict[str, str] = _lexicon()["office"]
    for one in found:
        if one.lemma not in lemmas or key in _sets()["polite"] or one.tense in ("infinitive", "short"):
            continue
        if one.lemma == "فرمودن" and (one.tense not in ("imperative", "subjunctive") or key.startswith("ب")):
            continue
        if one.lemma == "گردیدن" and not (one.person.startswith("3") or one.tense == "participle"):
            continue
        return Sign(OFFICE, "", _form(one, lemmas[one.lemma], "spoken"))
    return None


def _form(reading: Reading, lemma: str, register: str) -> str:
    try:
        return forms.reinflect(reading._replace(register=register), lemma)
    except KeyError:
        return ""


def _you(key: str) -> str:
    """Whom a word addresses, by its person or its possessor."""
    sets = _sets()
    if key in sets["address_free"]:
        return ""
    if key in sets["many"]:
        return MANY
    if key in sets["one"] or (key.endswith("ت") and possessed(key)):
        return ONE
    if key[-3:] in ("تان", "تون") and possessed(key):
        return MANY
    sure = (one for one in readings(key) if not one.ambiguous)
    persons = {one.person for one in sure if one.person != "2s" or _orders(one, key)}
    if persons == {"2s"}:
        return ONE
    return MANY if persons == {"2p"} else ""


def _orders(reading: Reading, key: str) -> bool:
    """Whether a form of «تو» is surely one: «نوشته‌ای» is a text, too, and «شیش» is six."""
    return reading.tense != "perfect" and not (reading.clitic and not key.startswith("ب"))


def possessed(key: str) -> bool:
    host = key[:-3] if key[-3:] in ("تان", "تون") else key[:-1]
    hosts = (host, host.removesuffix("ها"), host.removesuffix("های"), host[:-1] if host.endswith("ها") else host)
    return key not in _sets()["not_possessed"] and not _sets()["possessions"].isdisjoint(hosts)
