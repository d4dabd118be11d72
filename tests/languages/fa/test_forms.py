from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.fa.words import key
from tonelint.languages.fa.forms import TENSES, form, reinflect
from tonelint.languages.fa.paradigms import PERSONS, by_lemma, verbs, words
from tonelint.languages.fa.verbs import readings

IMPERSONAL = ("participle", "infinitive", "short")
UNWRITTEN = ("بودن", "داشتن")  # their imperfect is their past
LEMMAS = sorted(lemma for lemma, verb in by_lemma().items() if verb.present and lemma not in ("باشیدن", "بایستن"))

FORMS = [
    (("آمدن", "subjunctive", "2p"), "بیایید"),
    (("آمدن", "present", "3s", "pos", "spoken"), "میاد"),
    (("آمدن", "past", "3s", "neg"), "نیامد"),
    (("آوردن", "subjunctive", "2p", "neg"), "نیاورید"),
    (("افتادن", "subjunctive", "3s"), "بیفتد"),
    (("انداختن", "imperative", "2p"), "بیندازید"),
    (("ایستادن", "imperative", "2p"), "بایستید"),
    (("برگشتن", "present", "1p"), "برمی‌گردیم"),
    (("برگشتن", "present", "1p", "neg"), "برنمی‌گردیم"),
    (("برگرداندن", "present", "1p", "pos", "spoken"), "برمی‌گردونیم"),
    (("برداشتن", "imperative", "2p"), "بردارید"),
    (("نگهداشتن", "present", "1p"), "نگه می‌داریم"),
    (("بودن", "present", "3s"), "است"),
    (("بودن", "present", "3s", "neg"), "نیست"),
    (("بودن", "present", "3p", "neg"), "نیستند"),
    (("بودن", "subjunctive", "2p"), "باشید"),
    (("داشتن", "present", "1p"), "داریم"),
    (("داشتن", "present", "3p", "neg", "spoken"), "ندارن"),
    (("داشتن", "subjunctive", "2p"), "داشته باشید"),
    (("کردن", "imperative", "2p"), "کنید"),
    (("کردن", "perfect", "1p"), "کرده‌ایم"),
    (("کردن", "past-subjunctive", "2p"), "کرده باشید"),
    (("شدن", "future", "3s", "neg"), "نخواهد شد"),
    (("شدن", "perfect", "3s", "pos", "formal"), "شده است"),
    (("شدن", "perfect", "3s"), "شده"),
    (("شدن", "pluperfect", "3s"), "شده بود"),
    (("گفتن", "present", "3p", "pos", "spoken"), "می‌گن"),
    (("گفتن", "imperative", "2s"), "بگو"),
    (("نمودن", "present", "3p"), "می‌نمایند"),
    (("دادن", "imperative", "2p", "pos", "spoken"), "بدید"),
    (("خواستن", "present", "3s", "pos", "spoken"), "می‌خواد"),
    (("گذاشتن", "imperative", "2p", "neg", "spoken"), "نذارید"),
    (("فرستادن", "present", "1s", "pos", "spoken", "3p"), "می‌فرستمشون"),
    (("فرستادن", "infinitive"), "فرستادن"),
]

AGAIN = [
    ("نمایید", "کردن", "کنید"),
    ("بنمایید", "کردن", "کنید"),
    ("ننمایید", "کردن", "نکنید"),
    ("می‌نمائیم", "کردن", "می‌کنیم"),
    ("نموده‌اید", "کردن", "کرده‌اید"),
    ("نموده باشید", "کردن", "کرده باشید"),
    ("خواهد نمود", "کردن", "خواهد کرد"),
    ("می‌گردد", "شدن", "می‌شود"),
    ("نمی گردند", "شدن", "نمی‌شوند"),
    ("گردید", "شدن", "شد"),
    ("گردیده‌است", "شدن", "شده است"),
    ("گردیده", "شدن", "شده"),
    ("گردد", "شدن", "شود"),
    ("خواهد گردید", "شدن", "خواهد شد"),
    ("می‌باشد", "بودن", "است"),
    ("میباشید", "بودن", "هستید"),
    ("نمی‌باشند", "بودن", "نیستند"),
    ("فرمایید", "کردن", "کنید"),
    ("می‌فرستیمش", "دادن", "می‌دهیمش"),
    ("می‌رسونیم", "دادن", "می‌دیم"),
    ("گفته شده است", "نوشتن", "نوشته شده است"),
]


@pytest.mark.parametrize(("features", "expected"), FORMS)
def test_form(features: tuple[str, ...], expected: str) -> None:
    assert form(*features) == expected


@pytest.mark.parametrize(("spelling", "lemma", "expected"), AGAIN)
def test_the_same_form_of_another_verb(spelling: str, lemma: str, expected: str) -> None:
    assert reinflect(readings(key(spelling))[0], lemma) == expected


def test_unknown_verbs_and_tenses() -> None:
    with pytest.raises(KeyError):
        form("تبلتیدن", "present", "1s")
    with pytest.raises(KeyError):
        form("کردن", "aorist", "1s")


@given(
    st.sampled_from(LEMMAS), st.sampled_from(TENSES), st.sampled_from(PERSONS),
    st.sampled_from(["pos", "neg"]), st.sampled_from(["", "formal", "spoken"]),
)  # fmt: skip
def test_every_form_is_read_as_what_it_is(lemma: str, tense: str, person: str, polarity: str, register: str) -> None:
    if tense in IMPERSONAL:
        person = ""
    if tense == "imperative":
        person = "2" + person[1]
    if (lemma, tense) == ("داشتن", "past-subjunctive"):
        return  # «داشته باشم» is its subjunctive
    if (tense in ("imperfect", "imperative") and lemma in UNWRITTEN) or (tense, person) == ("imperative", "2s"):
        return  # the imperative singular is tested below, for the verbs that have one in use
    spelling = key(form(lemma, tense, person, polarity, register))
    if spelling in words()["never"]:
        return
    found = {(one.lemma, one.tense, one.person, one.polarity) for one in readings(spelling)}
    assert (lemma, tense, person, polarity) in found


@pytest.mark.parametrize("lemma", [verb.lemma for verb in verbs() if "c" in verb.flags and verb.lemma in LEMMAS])
def test_imperative_singular_of_common_verbs(lemma: str) -> None:
    for polarity in ("pos", "neg"):
        spelling = key(form(lemma, "imperative", "2s", polarity))
        if spelling in words()["never"] or lemma == "داشتن":
            continue
        assert (lemma, "imperative", "2s", polarity) in {one[:4] for one in readings(spelling)}


@given(st.sampled_from(LEMMAS), st.sampled_from(["1s", "1p", "3p"]), st.sampled_from(["2p", "3s", "3p"]))
def test_clitics_are_read_again(lemma: str, person: str, clitic: str) -> None:
    spelling = key(form(lemma, "present", person, clitic=clitic))
    same = person[0] == clitic[0] and person[0] != "3"
    if lemma != "بودن" and not same:
        assert (lemma, "present", person, clitic) in {
            (one.lemma, one.tense, one.person, one.clitic) for one in readings(spelling)
        }
