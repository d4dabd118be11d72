"""English verb forms: which forms a verb has, and which verbs a word may be a form of.

Nothing is listed that a rule of spelling gives: a word is cut to the bases it could come from, and a base counts
if it is in lexicon/en_verbs.json and would be written just so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tonelint.languages.en.spelling import spellings
from tonelint.lexicon import read
from tonelint.memo import Memo
from tonelint.types import Reading

TENSES = ("base", "s", "past", "participle", "ing")
_ONE_SHORT_SYLLABLE = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdfgklmnprtvz]").fullmatch
_MODALS = {
    "can": "can base", "could": "can past", "will": "will base", "would": "will past", "shall": "shall base",
    "should": "should base", "may": "may base", "might": "might base", "must": "must base", "ought": "ought base",
}  # fmt: skip
_BE = {
    "be": ("base",), "been": ("participle",), "being": ("ing",), "am": ("base 1s",), "is": ("s 3s",),
    "are": ("base 2s", "base 1p", "base 3p"), "was": ("past 3s", "past 1s"), "were": ("past 2s", "past 1p", "past 3p"),
}  # fmt: skip


class Verbs(NamedTuple):
    """The verbs that are known. alone: verbs whose base form is nothing else; homographs: the others."""

    alone: frozenset[str]
    homographs: frozenset[str]
    irregular: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    irregular_forms: dict[str, tuple[tuple[str, str], ...]]
    doubled: frozenset[str]
    ambiguous: frozenset[str]
    prefixes: tuple[str, ...]
    not_prefixed: frozenset[str]


@cache
def verbs() -> Verbs:
    """Returns the verb data of lexicon/en_verbs.json.

    >>> verbs().irregular["give"]
    (('gave',), ('given',))
    """
    data = read("en_verbs")
    irregular: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    forms: dict[str, tuple[tuple[str, str], ...]] = {}
    for lemma, both in data["irregular"].items():
        past, participle = (tuple(forms_.split("/")) for forms_ in both.split())
        irregular[lemma] = past, participle
        for tense, spelt in (("past", past), ("participle", participle)):
            for form_ in spelt:
                forms[form_] = (*forms.get(form_, ()), (lemma, tense))
    return Verbs(
        frozenset(word for line in data["verbs"].values() for word in line.split()),
        frozenset(word for line in data["homographs"].values() for word in line.split()),
        irregular,
        forms,
        frozenset(data["doubled"].split()),
        frozenset(data["forms"].split()),
        tuple(data["prefixes"].split()),
        frozenset(data["not_prefixed"].split()),
    )


def readings(key: str) -> tuple[Reading, ...]:
    """Returns every way to read a key as a verb form, the likeliest first; empty if it is none.

    A form that is commonly a word of its own ("left", "order", "meeting") is ambiguous.

    >>> [(r.lemma, r.tense, r.ambiguous) for r in readings("orders")]
    [('order', 's', True)]
    >>> [(r.lemma, r.tense) for r in readings("resent")]
    [('resent', 'base'), ('resend', 'past'), ('resend', 'participle')]
    """
    return _KNOWN[key]


def _distinct(key: str) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(_readings(spellings().get(key, key))))


_KNOWN = Memo(_distinct)


def _readings(key: str) -> Iterator[Reading]:
    if not key.isalpha() or len(key) > 30:
        return
    if key in _BE:
        for features in _BE[key]:
            tense, _, person = features.partition(" ")
            yield Reading("be", tense, person)
        return
    if key in _MODALS:
        lemma, tense = _MODALS[key].split()
        yield Reading(lemma, tense, ambiguous=key in ("may", "might", "must", "will"))
        return
    if key in ("have", "has", "had", "having"):
        for tense in {"have": ("base",), "has": ("s",), "had": ("past", "participle"), "having": ("ing",)}[key]:
            yield Reading("have", tense, "3s" if tense == "s" else "")
        return
    known = verbs()
    for lemma, tense in _cuts(key, known):
        ambiguous = key in known.ambiguous or (tense in ("base", "s") and lemma in known.homographs)
        yield Reading(lemma, tense, "3s" if tense == "s" else "", ambiguous=ambiguous)


def _cuts(key: str, known: Verbs) -> Iterator[tuple[str, str]]:
    """Yields lemma and tense for each verb that is written so in some form."""
    if is_verb(key):
        yield key, "base"
    yield from _irregular(key, known)
    bases = [("panic", ("ing",))] if key == "panicking" else _bases(key)
    for lemma, tenses in bases:
        if is_verb(lemma):
            for tense in tenses:
                irregular = tense in ("past", "participle") and _irregular_base(lemma, known)
                if not irregular and _fold(_regular(lemma, tense)) == _fold(key):
                    yield lemma, tense


def _irregular(key: str, known: Verbs) -> Iterator[tuple[str, str]]:
    yield from known.irregular_forms.get(key, ())
    for prefix in known.prefixes:
        if key.startswith(prefix) and key not in known.not_prefixed:
            for lemma, tense in known.irregular_forms.get(key[len(prefix) :], ()):
                if prefix + lemma not in known.irregular and is_verb(prefix + lemma):
                    yield prefix + lemma, tense


def is_verb(lemma: str) -> bool:
    """Whether this is the base form of a verb that is known, also behind re-, over- or mis-.

    >>> is_verb("refund"), is_verb("rebill"), is_verb("table"), is_verb("tables")
    (True, True, True, False)
    """
    known = verbs()
    if lemma in known.alone or lemma in known.homographs or lemma in ("be", "have"):
        return True
    if lemma in known.not_prefixed:
        return False
    rests = (lemma[len(prefix) :] for prefix in known.prefixes if lemma.startswith(prefix))
    return any(len(rest) > 2 and (rest in known.alone or rest in known.homographs) for rest in rests)


def _bases(key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yields what a key could be a regular form of, as spelling goes: the base and the tenses written so."""
    if key.endswith("s"):
        yield key[:-1], ("s",)
        if key.endswith("es"):
            yield key[:-2], ("s",)
        if key.endswith("ies"):
            yield key[:-3] + "y", ("s",)
    elif key.endswith("ed"):
        past = ("past", "participle")
        for base in (key[:-1], key[:-2], key[:-3]) + ((key[:-3] + "y",) if key.endswith("ied") else ()):
            yield base, past
    elif key.endswith("ing"):
        for base in (key[:-3] + "e", key[:-3], key[:-4]) + ((key[:-4] + "ie",) if key.endswith("ying") else ()):
            yield base, ("ing",)


def _fold(form_: str) -> str:
    return spellings().get(form_, form_)


def _regular(lemma: str, tense: str) -> str:
    if tense == "s":
        if lemma.endswith(("s", "x", "z", "ch", "sh", "go", "do", "to", "ho")):
            return lemma + "es"
        return lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + "s"
    stem = lemma + lemma[-1] if _doubles(lemma) else lemma
    if tense == "ing":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        if lemma == "panic":
            return "panicking"
        drops_e = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
        return (lemma[:-1] if drops_e else stem) + "ing"
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _ends_in_y(lemma) else stem + "ed"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in "aeiou"


def _doubles(lemma: str) -> bool:
    known = verbs()
    if lemma in known.doubled or _ONE_SHORT_SYLLABLE(lemma):
        return True
    if lemma in known.alone or lemma in known.homographs:
        return False
    return any(lemma.startswith(prefix) and _doubles(lemma[len(prefix) :]) for prefix in known.prefixes)


def _irregular_base(lemma: str, known: Verbs) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    found = known.irregular.get(lemma)
    if found is not None or lemma in known.not_prefixed:
        return found
    for prefix in known.prefixes:
        rest = known.irregular.get(lemma[len(prefix) :]) if lemma.startswith(prefix) else None
        if rest is not None:
            past, participle = rest
            return tuple(prefix + f for f in past), tuple(prefix + f for f in participle)
    return None


def form(lemma: str, tense: str, person: str = "") -> str:
    """Returns the form of a verb; tense is base, s, past, participle or ing. Person counts for "be" only.

    >>> form("ship", "ing"), form("send", "past"), form("give", "participle"), form("be", "past", "3s")
    ('shipping', 'sent', 'given', 'was')
    """
    if lemma == "be":
        number = {"1s": 0, "3s": 1}.get(person, 2)
        base = ("am", "is", "are")[number] if person else "be"
        past = "was" if number < 2 else "were"
        return {"base": base, "s": "is", "past": past, "participle": "been", "ing": "being"}[tense]
    if lemma == "have":
        return {"base": "have", "s": "has", "past": "had", "participle": "had", "ing": "having"}[tense]
    if lemma in _MODALS:
        return {"can": "could", "will": "would"}.get(lemma, lemma) if tense == "past" else lemma
    if tense == "base":
        return lemma
    irregular = _irregular_base(lemma, verbs())
    if irregular and tense in ("past", "participle"):
        return irregular[tense == "participle"][0]
    return _regular(lemma, tense)


def reinflect(reading: Reading, lemma: str) -> str:
    """Returns another verb in the form of a reading.

    >>> reinflect(readings("utilised")[0], "use"), reinflect(readings("sent")[1], "give")
    ('used', 'given')
    """
    return form(lemma, reading.tense, reading.person if lemma == "be" else "")
