"""Persian verbs as the lexicon has them: stems, and the endings that they take.

All spellings here are keys (folded, without ZWNJ); forms.py knows how they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tonelint.lexicon import read


class Verb(NamedTuple):
    """One verb. The four stem fields are separated by spaces, most used first.

    preverb: بر, باز, در … for verbs such as «برگشتن»; the stems are then those of the base verb.
    flags: c common, l light (no ب in the subjunctive), i never passive.
    """

    lemma: str
    preverb: str
    past: str
    present: str
    spoken: str
    spoken_past: str
    flags: str


class Stem(NamedTuple):
    """A spelling of a stem, and whose it is. `bare`: it may stand without می, ب and ن."""

    verb: Verb
    register: str
    bare: bool


class Tail(NamedTuple):
    """What an ending says. `spoken` tells whether only speech has it, `formal` whether only writing has it."""

    tense: str
    person: str
    register: str
    clitic: str


PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
ENDINGS = (("م", "1s", ""), ("ی", "2s", ""), ("یم", "1p", ""), ("ید", "2p", ""), ("ند", "3p", "formal"),
           ("ین", "2p", "spoken"), ("ن", "3p", "spoken"))  # fmt: skip
CLITICS = {"م": "1s", "ت": "2s", "ش": "3s", "مان": "1p", "تان": "2p", "شان": "3p",
           "مون": "1p", "تون": "2p", "شون": "3p"}  # fmt: skip
SPOKEN_CLITICS = ("مون", "تون", "شون")


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Returns the Persian lexicon: verbs and word lists as lexicon/build.py made them."""
    content: dict[str, Any] = read("fa_verbs")
    return content


@lru_cache(maxsize=1)
def verbs() -> tuple[Verb, ...]:
    """Returns all verbs, common ones first."""
    return tuple(Verb(*row) for row in words()["verbs"])


@lru_cache(maxsize=1)
def by_lemma() -> dict[str, Verb]:
    """Returns lemma -> verb.

    >>> by_lemma()["برگشتن"].preverb
    'بر'
    """
    return {verb.lemma: verb for verb in reversed(verbs())}


def imperative(present: str) -> str:
    """Returns the stem of the imperative singular: «گوی» commands «بگو», «آی» «بیا».

    >>> imperative("گوی"), imperative("کن")
    ('گو', 'کن')
    """
    return present[:-1] if present[-2:] in ("ای", "وی", "آی") else present


def after_be(stem: str) -> tuple[str, ...]:
    """Returns how a stem is spelt after ب and ن: canonically first, then common misspellings.

    >>> after_be("آور"), after_be("افت"), after_be("ایست"), after_be("رو")
    (('یاور',), ('یفت', 'یافت'), ('ایست',), ('رو',))
    """
    if stem.startswith("آ"):
        return ("یا" + stem[1:],)
    if stem.startswith("ا") and stem[1:2] not in ("", "ی"):
        return ("ی" + stem[1:], "ی" + stem)
    return ("ی" + stem,) if stem == "ا" else (stem,)


def after_mi(stem: str) -> tuple[str, ...]:
    """Returns how a stem is spelt after می: «می‌آید» is often written «میاید», «می‌اومد» mostly «میومد»."""
    if stem.startswith("آ"):
        return (stem, "ا" + stem[1:])
    return (stem, stem[1:]) if stem.startswith("او") else (stem,)


class Index(NamedTuple):
    """Spelling -> stems: all, and the spellings that differ after می and after ب or ن."""

    plain: dict[str, list[Stem]]
    mi: dict[str, list[Stem]]
    be: dict[str, list[Stem]]

    def after(self, prefix: str, spelling: str) -> Sequence[Stem]:
        """Returns the stems that are spelt so after a prefix: "mi", "be" (for ب and ن), or "" for none."""
        found = self.plain.get(spelling, ())
        if prefix == "mi":
            return [*found, *self.mi.get(spelling, ())] if spelling in self.mi else found
        if prefix == "be":
            regular = () if spelling[0] in "آا" and spelling[1:2] != "ی" else found
            return [*regular, *self.be.get(spelling, ())] if spelling in self.be else regular
        return [stem for stem in found if stem.bare]


def _index(formal: str, spoken: str, bare: Callable[[Verb], bool]) -> Index:
    """Returns the index of two fields of all verbs; `bare` says whether a spoken stem may stand alone."""
    index = Index({}, {}, {})
    for verb in verbs():
        more = getattr(verb, spoken).split()
        for spelling in getattr(verb, formal).split():
            _enter(index, spelling, Stem(verb, "formal" if more else "", True))
        for spelling in more:
            _enter(index, spelling, Stem(verb, "spoken", bare(verb)))
    return index


def _enter(index: Index, spelling: str, stem: Stem) -> None:
    index.plain.setdefault(spelling, []).append(stem)
    if spelling[0] in "آا":
        for variant in after_mi(spelling)[1:]:
            index.mi.setdefault(variant, []).append(stem)
        for variant in after_be(spelling):
            if variant != spelling:
                index.be.setdefault(variant, []).append(stem)


@lru_cache(maxsize=1)
def pasts() -> Index:
    """Returns the past stems. Spoken ones stand alone too («تونستم»)."""
    return _index("past", "spoken_past", lambda verb: True)


@lru_cache(maxsize=1)
def presents() -> Index:
    """Returns the present stems. Spoken ones stand alone only for شدن («وارد شید») and behind a preverb."""
    return _index("present", "spoken", lambda verb: bool(verb.preverb) or verb.lemma == "شدن")


def _with_clitics(ending: str, tail: Tail) -> Iterator[tuple[str, Tail]]:
    yield ending, tail
    for clitic, person in CLITICS.items():
        if clitic == "م" or person[0] == tail.person[0] != "3" or (clitic == "ت" and ending in ("", "ه")):
            continue  # «گفتم» is I said, «شدت» is a noun, «می‌گوییم» is we say
        register = "spoken" if clitic in SPOKEN_CLITICS else tail.register
        yield ending + clitic, tail._replace(clitic=person, register=register)


def _table(rows: Iterator[tuple[str, Tail]]) -> dict[str, list[Tail]]:
    table: dict[str, list[Tail]] = {}
    for ending, tail in rows:
        known = table.setdefault(ending, [])
        if tail not in known:
            known.append(tail)
    return table


def _present_rows() -> Iterator[tuple[str, Tail]]:
    for ending, person, register in (*ENDINGS[:2], ("د", "3s", "formal"), ("ه", "3s", "spoken"), *ENDINGS[2:]):
        yield from _with_clitics(ending, Tail("present", person, register, ""))


PRESENT_TAILS = _table(_present_rows())
"""Ending of a present stem -> what it may say."""

_COPULA = (("ام", "1s", "formal"), ("ای", "2s", "formal"), ("است", "3s", "formal"), ("ایم", "1p", "formal"),
           ("اید", "2p", "formal"), ("اند", "3p", "formal"), ("م", "1s", "spoken"), ("ین", "2p", "spoken"),
           ("ن", "3p", "spoken"), ("ست", "3s", "spoken"))  # fmt: skip


def _personal(stem: str, third: str) -> Iterator[tuple[str, str, str]]:
    yield stem + third, "3s", "formal" if third else ""
    for ending, person, register in ENDINGS:
        yield stem + ending, person, register


def _participle_rows() -> Iterator[tuple[str, Tail]]:
    """What follows the participle: «شده‌ام», «شده بودیم», «شده باشد», «شده بوده است», «شده خواهد بود»."""
    yield "", Tail("perfect", "3s", "", "")
    yield "", Tail("participle", "", "", "")
    for ending, person, register in _COPULA:
        yield from _with_clitics(ending, Tail("perfect", person, register, ""))
        yield "بوده" + ending, Tail("pluperfect", person, register, "")
    for clitic, person in CLITICS.items():
        if person != "1s":
            yield ("ا" if len(clitic) == 1 else "") + clitic, Tail("perfect", "3s", "", person)
    yield "بوده", Tail("pluperfect", "3s", "", "")
    for ending, person, register in _personal("بود", ""):
        yield from _with_clitics(ending, Tail("pluperfect", person, register, ""))
    for stem in ("باش", "بودهباش"):
        for ending, person, register in (*_personal(stem, "د"), (stem + "ه", "3s", "spoken"), (stem, "2s", "")):
            yield from _with_clitics(ending, Tail("past-subjunctive", person, register, ""))
    for ending, person, _ in _personal("خواه", "د"):
        yield ending + "بود", Tail("future", person, "formal", "")


def _past_rows() -> Iterator[tuple[str, Tail]]:
    yield from _with_clitics("", Tail("past", "3s", "", ""))
    yield "", Tail("short", "", "", "")
    yield "ن", Tail("infinitive", "", "", "")
    for clitic, person in CLITICS.items():
        yield "ن" + clitic, Tail("infinitive", "", "", person)
    for ending, person, register in ENDINGS:
        yield from _with_clitics(ending, Tail("past", person, register, ""))
    for ending, tail in _participle_rows():
        yield "ه" + ending, tail


PAST_TAILS = _table(_past_rows())
"""Ending of a past stem -> what it may say."""

FUTURE = {"خواه" + ending: person for ending, person in
          (("م", "1s"), ("ی", "2s"), ("د", "3s"), ("یم", "1p"), ("ید", "2p"), ("ند", "3p"))}  # fmt: skip
"""The auxiliary of the future -> person."""
