"""Forms of Persian verbs as they are written: with ZWNJ, from lemma and features. The inverse of verbs.readings."""

from __future__ import annotations

from collections.abc import Callable

from tonelint.languages.fa.paradigms import Verb, after_be, by_lemma, imperative, words
from tonelint.types import Reading

ZWNJ = "\u200c"
_ENDINGS = {"1s": "م", "2s": "ی", "3s": "د", "1p": "یم", "2p": "ید", "3p": "ند"}
_COPULA = {"1s": "ام", "2s": "ای", "3s": "است", "1p": "ایم", "2p": "اید", "3p": "اند"}
_SPOKEN_COPULA = {"1s": "م", "2p": "ین", "3p": "ن"}
_CLITICS = {"1s": "م", "2s": "ت", "3s": "ش", "1p": "مان", "2p": "تان", "3p": "شان"}
_SPOKEN_CLITICS = {"1p": "مون", "2p": "تون", "3p": "شون"}


def form(lemma: str, tense: str, person: str = "", polarity: str = "pos", register: str = "", clitic: str = "") -> str:
    """Returns a form of a verb in canonical spelling; register "" is written as "formal".

    Tenses and persons are those of `types.Reading`. A perfect in the third person is «شده است» if formal and
    «شده» otherwise. Raises KeyError for a verb that the lexicon lacks, and for a tense that Persian does not have.

    >>> form("شدن", "present", "3s"), form("شدن", "present", "3s", "neg", "spoken")
    ('می\u200cشود', 'نمی\u200cشه')
    >>> form("برگشتن", "present", "1p"), form("آوردن", "subjunctive", "2p", "neg"), form("بودن", "present", "3p", "neg")
    ('برمی\u200cگردیم', 'نیاورید', 'نیستند')
    >>> form("فرستادن", "present", "1s", clitic="3s"), form("گفتن", "imperative", "2s")
    ('می\u200cفرستمش', 'بگو')
    """
    verb = by_lemma()[lemma]
    if clitic and (tense, person) == ("perfect", "3s"):
        ending = _object(clitic, register)
        return _participle(verb, "", polarity, register) + ZWNJ + ("ا" if len(ending) == 1 else "") + ending
    return _BUILDERS[tense](verb, person, polarity, register) + _object(clitic, register)


def reinflect(reading: Reading, lemma: str) -> str:
    """Returns the form of another verb that says the same. Raises KeyError as `form` does.

    >>> reinflect(Reading("نمودن", "subjunctive", "2p"), "کردن")
    'کنید'
    >>> reinflect(Reading("باشیدن", "present", "3p", "neg"), "بودن")
    'نیستند'
    >>> reinflect(Reading("گفتن", "perfect", "3s", voice="passive", register="formal"), "فرستادن")
    'فرستاده شده است'
    """
    features = (reading.tense, reading.person, reading.polarity, reading.register, reading.clitic)
    if reading.voice == "passive":
        return f"{form(lemma, 'participle')} {form('شدن', *features)}"
    return form(lemma, *features)


def _object(clitic: str, register: str) -> str:
    return (register == "spoken" and _SPOKEN_CLITICS.get(clitic)) or _CLITICS.get(clitic, "")


def _present_stem(verb: Verb, register: str) -> str:
    return _stem(verb.present, verb.spoken, register)


def _past_stem(verb: Verb, register: str) -> str:
    return _stem(verb.past, verb.spoken_past, register)


def _stem(formal: str, spoken: str, register: str) -> str:
    return ((register == "spoken" and spoken) or formal).split()[0]


def _end(stem: str, person: str, register: str) -> str:
    """Returns the stem with its personal ending; speech says ه and ن for د and ند."""
    if register == "spoken" and person == "3s":
        return stem + ("د" if stem[-1] in "آا" else "ه")
    if register == "spoken" and person == "3p":
        return stem + "ن"
    return stem + _ENDINGS.get(person, "")


def _past_end(stem: str, person: str, register: str) -> str:
    return stem if person == "3s" else _end(stem, person, register)


def _negated(stem: str, polarity: str) -> str:
    return "ن" + after_be(stem)[0] if polarity == "neg" else stem


def _mi(verb: Verb, rest: str, polarity: str, register: str) -> str:
    """Returns the form with می. Speech says «میاد», and writes it so."""
    prefix = "نمی" if polarity == "neg" else "می"
    if rest.startswith("آ") and register == "spoken":
        return f"{_preverb(verb)}{prefix}ا{rest[1:]}"
    return f"{_preverb(verb)}{prefix}{ZWNJ}{rest}"


def _preverb(verb: Verb) -> str:
    """Returns the preverb as it is written: «برمی‌گردیم», but «نگه می‌داریم»."""
    return verb.preverb + " " if verb.preverb in words()["apart"] else verb.preverb


def _present(verb: Verb, person: str, polarity: str, register: str) -> str:
    if verb.lemma == "بودن":
        return _be(person, polarity, register)
    ended = _end(_present_stem(verb, register), person, register)
    if verb.lemma == "داشتن":
        return _negated(ended, polarity)
    return _mi(verb, ended, polarity, register)


def _be(person: str, polarity: str, register: str) -> str:
    if person == "3s":
        return "نیست" if polarity == "neg" else "هست" if register == "spoken" else "است"
    return _end("نیست" if polarity == "neg" else "هست", person, register)


def _subjunctive(verb: Verb, person: str, polarity: str, register: str) -> str:
    if verb.lemma == "داشتن":
        return f"{_negated('داشته', polarity)} {_end('باش', person, register)}"
    return _preverb(verb) + _end(_with_be(verb, _present_stem(verb, register), polarity), person, register)


def _with_be(verb: Verb, stem: str, polarity: str) -> str:
    """Returns the stem behind ن or ب; light verbs and verbs with a preverb go without ب."""
    if polarity == "neg":
        return _negated(stem, polarity)
    return stem if verb.preverb or "l" in verb.flags else "ب" + after_be(stem)[0]


def _imperative(verb: Verb, person: str, polarity: str, register: str) -> str:
    if person == "2p":
        return _subjunctive(verb, person, polarity, register)
    if verb.lemma == "داشتن":
        return f"{_negated('داشته', polarity)} باش"
    spoken = register == "spoken" and len(verb.spoken.split(" ")[0]) > 1
    stem = imperative(_present_stem(verb, "spoken" if spoken else "formal"))
    return _preverb(verb) + _with_be(verb, stem, polarity)


def _past(verb: Verb, person: str, polarity: str, register: str) -> str:
    return _preverb(verb) + _past_end(_negated(_past_stem(verb, register), polarity), person, register)


def _imperfect(verb: Verb, person: str, polarity: str, register: str) -> str:
    if verb.lemma in ("بودن", "داشتن"):
        return _past(verb, person, polarity, register)
    return _mi(verb, _past_end(_past_stem(verb, register), person, register), polarity, register)


def _participle(verb: Verb, person: str, polarity: str, register: str) -> str:
    return f"{_preverb(verb)}{_negated(_past_stem(verb, register), polarity)}ه"


def _perfect(verb: Verb, person: str, polarity: str, register: str) -> str:
    participle = _participle(verb, "", polarity, register)
    if person == "3s":
        return f"{participle} است" if register == "formal" else participle
    ending = _SPOKEN_COPULA.get(person) if register == "spoken" else None
    return participle + ZWNJ + (ending or _COPULA[person])


def _pluperfect(verb: Verb, person: str, polarity: str, register: str) -> str:
    return f"{_participle(verb, '', polarity, register)} {_past_end('بود', person, register)}"


def _past_subjunctive(verb: Verb, person: str, polarity: str, register: str) -> str:
    return f"{_participle(verb, '', polarity, register)} {_end('باش', person, register)}"


def _future(verb: Verb, person: str, polarity: str, register: str) -> str:
    auxiliary = _end("نخواه" if polarity == "neg" else "خواه", person, "formal")
    return f"{_preverb(verb)}{auxiliary} {_past_stem(verb, 'formal')}"


def _infinitive(verb: Verb, person: str, polarity: str, register: str) -> str:
    return f"{_preverb(verb)}{_negated(_past_stem(verb, register), polarity)}ن"


def _short(verb: Verb, person: str, polarity: str, register: str) -> str:
    return _preverb(verb) + _negated(_past_stem(verb, register), polarity)


_BUILDERS: dict[str, Callable[[Verb, str, str, str], str]] = {
    "present": _present,
    "past": _past,
    "imperfect": _imperfect,
    "perfect": _perfect,
    "pluperfect": _pluperfect,
    "past-subjunctive": _past_subjunctive,
    "future": _future,
    "subjunctive": _subjunctive,
    "imperative": _imperative,
    "participle": _participle,
    "infinitive": _infinitive,
    "short": _short,
}
TENSES = tuple(_BUILDERS)
"""The tenses of Persian, as `types.Reading` names them."""
