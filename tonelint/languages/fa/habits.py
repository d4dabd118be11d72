"""How the writer of a Persian text spells and speaks, and words put in the same way.

«می‌کنیم» is written with a ZWNJ, joined («میکنیم») or spaced («می کنیم») about equally often; who writes «رو» says
«می‌شه», and some who say so write «بفرستین». A rewrite in another hand would show as a patch.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import regex

from tonelint.languages.fa.forms import reinflect
from tonelint.languages.fa.register import possessed, sign
from tonelint.languages.fa.verbs import readings
from tonelint.languages.register import SPOKEN, WRITTEN

ZWNJ = "\u200c"
_SAME = str.maketrans("يىئكةۀأإؤ", "یییکههااو", ZWNJ + "ـ")
_MARKS = regex.compile(r"\p{M}+")
_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c]+")
_MI = regex.compile(r"(?<![\p{L}\p{M}\u200c])(ن?م[یيى])([\u200c \u00a0]?)(\p{L}+)")
_HA = regex.compile(r"\p{L}{3}([\u200c \u00a0]?)ها[یيى]{0,2}(?!\p{L})")
_NOT_PLURAL = frozenset(["تنها", "انتها", "آنها", "اینها", "بها", "رها"])
_SAID = frozenset(["من", "خودم", "ما", "خودمان", "خودمون", "همکارم"])  # who says so, says who speaks
_FINITE = frozenset(["present", "imperfect"])
_LATIN, _PERSIAN = "0123456789", "۰۱۲۳۴۵۶۷۸۹"
_DIGITS = {_LATIN: str.maketrans(_PERSIAN, _LATIN), _PERSIAN: str.maketrans(_LATIN, _PERSIAN)}
_PARTS = regex.compile(r"(?<![\p{L}\p{M}\u200c])(ن?می)\u200c(?=\p{L})")
_PLURAL = regex.compile(r"(?<=\p{L})\u200c(?=ها)")


class Habits(NamedTuple):
    """How a text is written. mi, plural, other: what stands after «می», before «ها», and in other joints (ZWNJ, a
    blank or nothing); spoken: whether it is written as people speak; you: the ending of «شما», ید or ین; speaker: 1s
    if one person speaks, 1p if «ما», "" if both or neither; digits: the ten that it uses, "" if it has none; comma:
    the mark between clauses."""

    mi: str = ZWNJ
    plural: str = ZWNJ
    other: str = ZWNJ
    spoken: bool = False
    you: str = "ید"
    speaker: str = ""
    digits: str = ""
    comma: str = "،"


@lru_cache(maxsize=16)
def habits(text: str) -> Habits:
    """Returns how a text is written; where it does not show, as a Persian editor would write.

    >>> habits("بسته تون رو فردا میفرستیم")[:4]
    ('', ' ', ' ', True)
    >>> habits("سفارش ها ثبت می شود.")[:3]
    (' ', ' ', ' ')
    """
    half = ZWNJ in text
    mi = _most(Counter(joint for joint in _joints_of_mi(text)))
    plural = _most(Counter(_joint(m[1]) for m in _HA.finditer(text) if _key(m[0]) not in _NOT_PLURAL))
    other = ZWNJ if half or (mi is None and plural is None) else " "
    fallback = ZWNJ if half else plural or mi or ZWNJ
    return Habits(
        fallback if mi is None else mi,
        (other if mi is None or mi == "" else mi) if plural is None else plural,
        other,
        *_voice(text),
        _digits(text),
        "," if "," in text and "،" not in text else "،",
    )


def _key(word: str) -> str:
    """The key of a Persian word, as the text layer above would give it."""
    plain: str = _MARKS.sub("", word)
    return plain.translate(_SAME)


def _joint(found: str) -> str:
    return " " if found == "\u00a0" else found


def _most(counted: Counter[str]) -> str | None:
    return counted.most_common(1)[0][0] if counted else None


def _joints_of_mi(text: str) -> list[str]:
    return [
        _joint(m[2])
        for m in _MI.finditer(text)
        if any(not one.ambiguous and one.tense in _FINITE for one in readings(_key(m[1] + m[3])))
    ]


def _voice(text: str) -> tuple[bool, str, str]:
    """Whether it is written as people speak, how the ending of «شما» is written, and who speaks."""
    styles: Counter[str] = Counter()
    endings: Counter[str] = Counter()
    persons: set[str] = set()
    for word in _WORD.findall(text):
        key = _key(word)
        styles[sign(key).style] += 1
        persons.update(one.person for one in readings(key)[:1] if not one.ambiguous)
        if key.endswith(("ید", "ین")) and _is_you(key):
            endings[key[-2:]] += 1
    you = "ین" if endings["ین"] > endings["ید"] else "ید"
    ours = persons & {"1s", "1p"}
    return styles[SPOKEN] > styles[WRITTEN], you, ours.pop() if len(ours) == 1 else ""


def _is_you(key: str) -> bool:
    return any(one.person == "2p" and not one.ambiguous for one in readings(key))


def _digits(text: str) -> str:
    latin, persian = (sum(char in digits for char in text) for digits in (_LATIN, _PERSIAN))
    return (_LATIN if latin > persian else _PERSIAN) if latin or persian else ""


def in_style_of(words: str, text: str) -> str:
    """Returns words as the writer of a text would have put them: in that voice and that spelling.

    >>> in_style_of("درخواست را ثبت می\u200cکنیم", "سفارشتون رو فردا میفرستیم")
    'درخواست رو ثبت میکنیم'
    >>> in_style_of("۲ روز دیگر بفرستید", "اگه تا 5 نیومد خبرم کنین")
    '2 روز دیگه بفرستین'
    """
    style = habits(text)
    if style.speaker and _SAID.isdisjoint(words.split()):
        words = _WORD.sub(lambda word: _from(style.speaker, word[0]), words)
    if style.spoken:
        words = _WORD.sub(lambda word: _spoken(word[0], style.you), words)
    words = words.translate(_DIGITS[style.digits]) if style.digits else words
    words = _PARTS.sub(rf"\g<1>{style.mi}", words) if style.mi != ZWNJ else words
    words = _PLURAL.sub(style.plural, words) if style.plural != ZWNJ else words
    return words.replace(ZWNJ, style.other).replace("،", style.comma)


def _from(speaker: str, word: str) -> str:
    """What we do as what I do, or the other way round: «عذر می‌خواهیم» as «عذر می‌خواهم»."""
    one = next(iter(readings(_key(word))), None)
    if one is None or one.ambiguous or one.person[:1] != "1" or one.person == speaker:
        return word
    return reinflect(one._replace(person=speaker), one.lemma)


def _spoken(word: str, you: str) -> str:
    """A word as people say it; a word that is the same in speech stays."""
    key = _key(word)
    own = sign(key)
    said = own.other if own.style == WRITTEN and own.other else word
    if said.endswith("تان") and possessed(key):
        return f"{said[:-3]}تون"
    return said[:-2] + you if said.endswith("ید") and _is_you(_key(said)) else said
