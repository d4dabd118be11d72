"""Which forms of which verbs a Persian word can be.

A word is taken apart, not looked up: preverb, negation, می or ب, stem, ending, object clitic. So every verb of
the lexicon is known in every tense, written and spoken, joined or with ZWNJ, at the price of its stems.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tonelint.languages.fa import paradigms
from tonelint.languages.fa.paradigms import FUTURE, PAST_TAILS, PRESENT_TAILS, Stem, Tail
from tonelint.types import Reading

LONGEST = 40
_PREFIXES = (("نمی", "neg", "mi"), ("می", "pos", "mi"), ("ن", "neg", "be"), ("ب", "pos", "be"), ("", "pos", ""))
_POSSESSORS = (*paradigms.CLITICS, "ات", "اش")
_NOT_FINITE = ("infinitive", "short", "participle")


@lru_cache(maxsize=1 << 14)
def readings(key: str) -> tuple[Reading, ...]:
    """Returns every way to read a key as a verb form, the likeliest first; () if it is none.

    >>> readings("نمیتونیم")[0][:6]
    ('توانستن', 'present', '1p', 'neg', 'active', 'spoken')
    >>> [(one.lemma, one.tense, one.clitic) for one in readings("میفرستمش")]
    [('فرستادن', 'present', '3s')]
    >>> readings("سلام")
    ()
    """
    if not 1 < len(key) <= LONGEST or key in _never():
        return ()
    found = dict.fromkeys(_irregular().get(key, ()))
    for preverb in _preverbs(key):
        found.update(dict.fromkeys(_simple(key[len(preverb) :], preverb)))
        if "ه" in key[1:-2]:
            found.update(dict.fromkeys(_passive(key[len(preverb) :], preverb)))
    return tuple(sorted(_marked(key, found), key=_likelihood)) if found else ()


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    return {verb.lemma: rank for rank, verb in reversed(list(enumerate(paradigms.verbs())))}


def _likelihood(one: Reading) -> tuple[bool, int]:
    return one.ambiguous, _ranks().get(one.lemma, 0)


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    return frozenset(paradigms.words()["never"])


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(paradigms.words()["ambiguous"])


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(verb.lemma for verb in paradigms.verbs() if "c" in verb.flags)


@lru_cache(maxsize=1)
def _irregular() -> dict[str, list[Reading]]:
    return {
        key: [
            Reading(lemma, tense, person, polarity, "active", register, "", bool(doubt))
            for lemma, tense, person, polarity, register, *doubt in rows
        ]
        for key, rows in paradigms.words()["irregular"].items()
    }


@lru_cache(maxsize=1)
def preverbs() -> tuple[str, ...]:
    """Returns the preverbs of the lexicon: بر, باز, در …"""
    return tuple(dict.fromkeys(verb.preverb for verb in paradigms.verbs() if verb.preverb))


def _preverbs(key: str) -> Iterator[str]:
    yield ""
    yield from (preverb for preverb in preverbs() if key.startswith(preverb))


def _simple(key: str, preverb: str) -> Iterator[Reading]:
    for auxiliary, polarity in (("خواه", "pos"), ("نخواه", "neg")):
        if key.startswith(auxiliary):
            yield from _future(key[len(auxiliary) - 4 :], preverb, polarity)
    for prefix, polarity, kind in _PREFIXES:
        if key.startswith(prefix) and len(key) > len(prefix):
            body = key[len(prefix) :]
            if kind == "mi":  # «می‌رساند» is sooner present than past
                yield from _present(body, preverb, polarity, kind)
            if kind != "be" or polarity == "neg":
                yield from _past(body, preverb, polarity, kind)
            if kind != "mi":
                yield from _present(body, preverb, polarity, kind)


def _future(key: str, preverb: str, polarity: str) -> Iterator[Reading]:
    for cut in (5, 6):
        person = FUTURE.get(key[:cut])
        for stem in paradigms.pasts().after("", key[cut:]) if person else ():
            if stem.verb.preverb == preverb and stem.register != "spoken":
                yield Reading(stem.verb.lemma, "future", person or "", polarity, "active", "formal")


def _past(body: str, preverb: str, polarity: str, kind: str) -> Iterator[Reading]:
    pasts = paradigms.pasts()
    for cut in range(len(body), 0, -1):
        tails = PAST_TAILS.get(body[cut:])
        for stem in pasts.after(kind, body[:cut]) if tails else ():
            if stem.verb.preverb != preverb or (stem.verb.lemma == "باشیدن" and kind != "mi"):
                continue
            for tail in tails or ():
                if kind == "mi" and tail.tense in _NOT_FINITE:
                    continue
                yield _read(stem, tail, _past_tense(stem, tail, kind), polarity, kind)


def _past_tense(stem: Stem, tail: Tail, kind: str) -> str:
    if kind == "mi" and tail.tense == "past":
        return "imperfect"
    if tail.tense == "past-subjunctive" and stem.verb.lemma == "داشتن":
        return "subjunctive"
    return tail.tense


def _present(body: str, preverb: str, polarity: str, kind: str) -> Iterator[Reading]:
    yield from _command(body, preverb, polarity, kind)
    presents = paradigms.presents()
    for cut in range(len(body) - 1, 0, -1):
        tails = PRESENT_TAILS.get(body[cut:])
        for stem in presents.after(kind, body[:cut]) if tails else ():
            if stem.verb.preverb != preverb:
                continue
            for tail in tails or ():
                if _fits(stem, body[:cut], tail, body[cut], kind):
                    for tense in _present_tenses(stem, tail, polarity, kind):
                        yield _read(stem, tail, tense, polarity, kind)


def _fits(stem: Stem, spelling: str, tail: Tail, ending: str, kind: str) -> bool:
    """Whether an ending can stand at a present stem.

    Spoken stems in a vowel take د, those in a consonant ه; a formal stem takes ه and ن only if speech has no other
    («می‌کنه») or drops no more than its ا («می‌افته»). Without a prefix only light verbs and verbs with a preverb
    are spoken («وارد شه», but «پوشه» is a noun).
    """
    if stem.register == "spoken" and tail.person == "3s":
        return (ending == "د") == (spelling[-1] in "آا")
    if stem.register == "formal" and ending in "هن" and tail.register == "spoken" and spelling[0] not in "ای":
        return False
    if kind == "" and tail.register == "spoken" and not tail.clitic:
        return "l" in stem.verb.flags or bool(stem.verb.preverb)
    return True


def _present_tenses(stem: Stem, tail: Tail, polarity: str, kind: str) -> tuple[str, ...]:
    lemma = stem.verb.lemma
    if kind == "mi":
        return ("present",)
    if lemma == "داشتن" and (kind == "" or polarity == "neg"):
        return ("present",)
    if lemma == "باشیدن":
        return ()
    return ("imperative", "subjunctive") if tail.person == "2p" else ("subjunctive",)


def _command(body: str, preverb: str, polarity: str, kind: str) -> Iterator[Reading]:
    if kind == "mi":
        return
    for clitic in ("", "ش", "شون", "شان") if kind else ("",):
        spelling = body[: len(body) - len(clitic)] if body.endswith(clitic) else ""
        for stem in _command_stems(spelling, kind) if spelling else ():
            if stem.verb.preverb == preverb and stem.verb.lemma != "باشیدن":
                tail = Tail("imperative", "2s", "", paradigms.CLITICS.get(clitic, ""))
                yield _read(stem, tail, "imperative", polarity, kind)


def _command_stems(spelling: str, kind: str) -> Iterator[Stem]:
    """The stems whose imperative singular is spelt so; alone it stands only for light verbs and behind a preverb."""
    presents = paradigms.presents()
    for full in (spelling, spelling + "ی"):
        if paradigms.imperative(full) == spelling:
            for stem in presents.after(kind, full):
                if stem.register == "spoken" and len(spelling) < 2:
                    continue
                if kind or stem.verb.preverb or "l" in stem.verb.flags:
                    same = max(map(len, stem.verb.spoken.split()), default=0) < 2  # «بگو» is what speech says too
                    yield stem._replace(register="") if same else stem


def _read(stem: Stem, tail: Tail, tense: str, polarity: str, kind: str) -> Reading:
    registers = (stem.register, tail.register)
    register = "spoken" if "spoken" in registers else "formal" if "formal" in registers else ""
    doubtful = _doubtful(stem, tail, tense, kind)
    return Reading(stem.verb.lemma, tense, tail.person, polarity, "active", register, tail.clitic, doubtful)


def _doubtful(stem: Stem, tail: Tail, tense: str, kind: str) -> bool:
    """Whether a form is likelier to be something else: «گذاری» the second half of a noun, «کردن» the infinitive."""
    if "c" not in stem.verb.flags:
        return kind != "mi"
    if kind == "" and tense == "subjunctive" and tail.person == "2s":
        return "l" not in stem.verb.flags
    return tense == "past" and tail.person == "3p" and tail.register == "spoken" and not stem.register


def _passive(key: str, preverb: str) -> Iterator[Reading]:
    """Participle and a form of شدن in one word: «فرستادهشد», «فرستادهنخواهدشد»."""
    at = key.find("ه", 1)
    while 0 < at < len(key) - 2:
        for become in _simple(key[at + 1 :], "") if "ش" in key[at + 1 :] else ():
            if become.lemma == "شدن" and become.tense not in _NOT_FINITE[:2]:
                for stem in paradigms.pasts().after("", key[:at]):
                    if stem.verb.preverb == preverb and "i" not in stem.verb.flags:
                        yield become._replace(lemma=stem.verb.lemma, voice="passive")
        at = key.find("ه", at + 1)


def _marked(key: str, found: dict[Reading, None]) -> Iterator[Reading]:
    """The readings, those of misleading spellings as ambiguous; clitics do not make a spelling clearer.

    Where a common verb has the form, that of a rare one is doubtful.
    """
    common = any(one.lemma in _common() for one in found)
    plural = key.endswith("های") and key[:-3] in _ambiguous()  # «خریدهای» is sooner purchases than «خریده‌ای»
    for one in found:
        ambiguous = one.ambiguous or plural or key in _ambiguous() or (common and one.lemma not in _common())
        if one.clitic and not ambiguous:
            ambiguous = any(key[: -len(end)] in _ambiguous() for end in _POSSESSORS if key.endswith(end))
        yield one if one.ambiguous == ambiguous else one._replace(ambiguous=ambiguous)
