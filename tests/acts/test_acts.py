"""Acts: order of labelling, guards, reach, and what is one act and what two."""

from __future__ import annotations

import pytest

from tests.phrases.compiled import compiled
from tonelint.acts import Acts, ordered
from tonelint.cuebook import owners
from tonelint.errors import RuleError
from tonelint.linter import LANGUAGES
from tonelint.text import document
from tonelint.types import Act, ActRule, Entry, Unless
from tonelint.views import View


def rule(name: str, *phrases: str, code: str = "en", **unless: tuple[str, ...]) -> ActRule:
    entries = tuple(Entry(phrase) for phrase in phrases)
    return ActRule(name, "", {}, {code: entries}, {code: Unless(**unless)})


def label(text: str, *rules: ActRule) -> tuple[Act, ...]:
    cues = compiled(*(owner for rule in rules for owner in owners(rule)))
    acts = Acts([rule.name for rule in ordered(rules)], cues)
    read = document.read(text, LANGUAGES)
    views = [View(s, n, LANGUAGES[s.language or "en"]) for n, s in enumerate(read.sentences)]
    return acts.label(views, cues.hits(views, read))


def labels(text: str, *rules: ActRule) -> list[tuple[str, str]]:
    return [(act.name, text[act.start : act.end]) for act in label(text, *rules)]


REFUSAL = rule("refusal", "can not", over=("can not wait",), acts=("condition", "question"))
CONDITION = rule("condition", "if")
SHARTI = rule("condition", "اگر", code="fa")
NA = rule("refusal", "{توانستن neg}", code="fa", acts=("condition",))


def test_a_cue_labels_its_clause() -> None:
    text = "It is late, so we can't ship it."
    (act,) = label(text, REFUSAL)
    assert (text[act.start : act.end], act.sentence) == ("can't", 0)
    assert text[act.reach.start : act.reach.end] == "so we can't ship it."


def test_two_cues_in_one_clause_are_one_act() -> None:
    assert len(label("We can't and can't.", REFUSAL)) == 1
    assert len(label("We can't, and can't.", REFUSAL)) == 2


@pytest.mark.parametrize("text", ["I can't wait to see it.", "Can't you see it?", "Tell me if you can't see it.",
                                  'It says "you can not".'])  # fmt: skip
def test_guards_silence(text: str) -> None:
    assert not [act for act in labels(text, REFUSAL, CONDITION) if act[0] == "refusal"]


def test_a_condition_ends_at_the_comma() -> None:
    assert ("refusal", "can't") in labels("If it breaks, we can't fix it.", REFUSAL, CONDITION)


def test_a_persian_condition_ends_with_its_verb() -> None:
    text = "اگر کد نرسید نمی‌توانیم بفرستیم"
    assert ("refusal", "نمی‌توانیم") in labels(text, NA, SHARTI)
    assert ("refusal", "نمی‌توانید") not in labels("اگر نمی‌توانید وارد شوید بنویسید", NA, SHARTI)


def test_a_question_is_a_whole_sentence() -> None:
    (act,) = label("Shall we? Yes.")
    assert (act.name, act.reach) == ("question", (0, 9))


def test_a_question_begins_behind_the_last_comma_with_a_verb_after_it() -> None:
    assert ("refusal", "can't") in labels("We can't fix it, would a new one help?", REFUSAL)
    (act,) = [act for act in label("Shall we go, Sara?") if act.name == "question"]
    assert act.reach == (0, 18)


def test_acts_come_after_those_that_silence_them() -> None:
    names = [one.name for one in ordered([rule("a", "x", acts=("b",)), rule("b", "x", acts=("c",)), rule("c", "x")])]
    assert names == ["c", "b", "a"]


def test_acts_in_a_circle_are_an_error() -> None:
    with pytest.raises(RuleError, match="a, b wait for each other"):
        ordered([rule("a", "x", acts=("b",)), rule("b", "x", acts=("a",))])
