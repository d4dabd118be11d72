"""Our analyser against every form that hazm's Conjugation makes of its 692 verbs."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.languages.fa.words import key
from tonelint.languages.fa.paradigms import verbs, words
from tonelint.languages.fa.verbs import readings
from tonelint.lexicon.build import OVERLAY

hazm = pytest.importorskip("hazm", reason="hazm is not installed; it comes with the dev extra")

# «دارم می‌روم» is two finite verbs for us; the second is the one that hazm conjugates.
_PROGRESSIVE = re.compile(r"^(داشت|دار|داشته)(م|ی|د|یم|ید|ند|‌ام|‌ای|‌ایم|‌اید|‌اند| است)? (?=.*می‌)")
_PREFIXED = {verb.preverb + past for verb in verbs() if verb.preverb for past in verb.past.split()}


def overlay() -> Any:
    with open(OVERLAY, encoding="utf-8") as file:
        return yaml.safe_load(file)


def wrong_verb(line: str, known: Any) -> str:
    """Returns why all that hazm makes of a line is no Persian, "" if it is not so."""
    past = line.split("#")[0]
    if line in known["corrections"]:
        return "a misprint in verbs.dat"
    if past in _PREFIXED:
        return "a verb with a preverb, conjugated as if it were simple («می‌برگردم»)"
    if past in ("بود", "باشید", "بایست"):
        return "بودن and بایستن have a conjugation of their own («می‌هستم»)"
    return ""


def wrong_forms(line: str, known: Any) -> dict[str, re.Pattern[str]]:
    """Returns reason -> pattern of the forms of a line that are no Persian."""
    past, present = line.split("#")
    reasons = {"a future with می («می‌خواهم شد»)": r"(.*ه )?ن?می‌خواه\S* \S+$"}
    if past + "ن" in known["intransitive"]:
        verb = "(می‌|نمی‌)?(ن?شد|ن?شو|بشو|ن?خواه\\S* شد)"
        reasons["a passive of a verb that has none («شده شدم», «رفته شد»)"] = rf"(دا\S+ (است )?)?{past}ه {verb}"
    if past[0] in "آا":
        reasons["ن before a vowel without its ی («نآمد»)"] = rf"ن{past}"
    if present[0] in "آا":
        reasons["ب or ن before a vowel without its ی («بآورم»)"] = rf"[بن]{present}"
    if present.endswith(("ا", "آ")) or (past, present) in (("گفت", "گو"), ("جست", "جو")):
        reasons["a stem without its ی («فرمام», «گوم»)"] = rf".*{present}"
    return {reason: re.compile(pattern) for reason, pattern in reasons.items()}


def test_every_form_of_hazm_is_read_as_its_verb() -> None:
    known = overlay()
    own_words = frozenset(words()["never"])
    conjugation = hazm.Conjugation()
    with open(hazm.default_verbs, encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if not line.startswith("#")]
    accepted = excluded = 0
    missed = []
    for line in lines:
        lemma = line.split("#")[0] + "ن"
        patterns = wrong_forms(line, known).values()
        for form in set(conjugation.get_all(line)):
            spelling = key(_PROGRESSIVE.sub("", form))
            if wrong_verb(line, known) or any(pattern.match(form) for pattern in patterns) or spelling in own_words:
                excluded += 1
            elif any(one.lemma == lemma for one in readings.__wrapped__(spelling)):
                accepted += 1
            else:
                missed.append((line, form))
    assert missed == []
    assert accepted / (accepted + excluded) > 0.8
