"""Every mistake is named with its place and, where there is one, the nearest right name."""

# ruff: noqa: E501 (an error text is one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tonelint.rulebook.loader import Rulebook

Load = Callable[..., Rulebook]
Problems = Callable[..., list[str]]

PACK = Path(__file__).parent / "pack"
FILES = {path.relative_to(PACK).as_posix(): path.read_text("utf-8") for path in PACK.rglob("*.y*ml")}
RULE, WORDS = FILES["wording/plain-rule.yaml"], FILES["words/en-us.yaml"]


def broken_rule(old: str, new: str) -> dict[str, str]:
    assert RULE.count(old) >= 1, old
    return {"wording/plain-rule.yaml": RULE.replace(old, new, 1)}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("severity: ", "severty: ", '5:1: the key "severty" is unknown; did you mean "severity"?'),
        ("severity: warning\n", "", '1:1: the key "severity" is missing'),
        ("warning", "wraning", '5:11: "wraning" is unknown here; did you mean "warning"?'),
        ("warning", "", "5:10: a text is missing here"),
        ("warning", "[warning]", '5:11: a text has to stand here, not a list; a text that begins with "[" needs quotes'),
        ("kind: phrase", "kind: phrases", '3:7: "phrases" is unknown here; did you mean "phrase"?'),
        ("family: stiff", "family: stif", '2:9: "stif-wording" is unknown here; did you mean "stiff-wording"?'),
        ("n: clarity", "n: clear", '4:12: "clear" is unknown here; did you mean "clarity"?'),
        ("confidence: 90", "confidence: 0", '6:13: a whole number from 1 to 100 has to stand here, not "0"'),
        ("confidence: 90", "confidence: ۹۰", '6:13: a whole number from 1 to 100 has to stand here, not "۹۰"'),
        ("blocker: yes", "blocker: true", '7:10: "true" is unknown here; known are: yes, no'),
        ("maturity: candidate", "maturity: new", '8:11: "new" is unknown here; known are: draft, candidate, stable'),
        ("[customer_name]", "[customer]", '10:9: "customer" is unknown here; did you mean "customer_name"?'),
        ("source: [003-16, 1:30]", "source: 003", "9:9: a list has to stand here, not a text; "
         "write [ … ] or lines that begin with -"),
        ("id: plain-rule", "id: other", '1:5: the name of the file says "plain-rule", this says "other"; '
         "they have to be the same"),
        ("id: plain-rule", "id: Plain", '1:5: "Plain" is no name; write small letters, digits and single hyphens'),
        ("why: {fa: چون خشک است., en", "why: {de: x, en", '11:7: the key "de" is unknown; known are: fa, en'),
        (", en: It is stiff.}", "}", '11:1: why has no "en", but message has'),
        ("match: kindly", "match: kindly\n      saftey: safe", '26:7: the key "saftey" is unknown; did you mean "safety"?'),
        ("safety: safe", "safety: saef", '21:15: "saef" is unknown here; did you mean "safe"?'),
        ('["I\'ve attached", "{x}', '["{x}', "21:15: a rewrite with a ⟨gap⟩ is an idea, not safe"),
        ('"{x} ⟨', '"{y} ⟨', "20:35: {y} is not captured; write y=(…) in the phrase"),
        ("rewrites: [\"\"]", "rewrites: [x, ]\n      safety: safe\n    - {match: x, safety: safe}",
         "28:26: safety is that of rewrites, and there are none here"),
        ("- x=({نمودن})", "- {نمودن}", '17:7: a phrase or a mapping with "match" has to stand here; '
         "quote a phrase that begins with {"),
        ("“{match}” is", "“{verb}” is", "19:14: the message needs {verb}; write verb=(…) in this phrase too"),
        ("over: [kindly ask]", "around: [kindly ask]", '29:5: the key "around" is unknown; '
         "known are: over, clause, sentence, acts"),
        ("[question]", "[questoin]", '30:12: there is no act "questoin"; did you mean "question"?'),
        ("flags: [نمودم]", "flags: [نکردم]", "36:17: “نکردم” does not stand in the text"),
        ("[Please find attached, Hereby]", "[Hereby, Please find attached]",
         "44:77: “Please find attached” does not stand in the text after the flag before it"),
        ("flags: [Kindly]", "flags: []", "45:38: a bad example flags something; a text without faults belongs under good"),
        (", flags: [Kindly]", "", '45:9: the key "flags" is missing'),
        ("channel: chat", "channel: fax", '38:28: "fax" is unknown here; known are: email, chat, social, sms'),
        ("turn: first", "trun: first", '41:43: the key "trun" is unknown; did you mean "turn"?'),
        ("      - She is kind.\n", "", "46:5: at least 2 examples are needed under good, here are 1"),
        ("becomes: ارسال کردم.", "become: ارسال کردم.", '37:9: the key "become" is unknown; did you mean "becomes"?'),
    ],
)  # fmt: skip
def test_one_mistake_in_a_rule(problems_with: Problems, old: str, new: str, problem: str) -> None:
    assert f"wording/plain-rule.yaml:{problem}" in problems_with(broken_rule(old, new))


def test_a_rule_for_one_language_says_why(problems_with: Problems) -> None:
    lines = RULE.splitlines(keepends=True)
    persian = "".join([*lines[:10], "why: {fa: الف}\n", "message: {fa: ب}\n", *lines[14:17], *lines[30:41]])
    assert problems_with({"wording/plain-rule.yaml": persian}) == [
        "wording/plain-rule.yaml:12:1: the rule is for fa only; say why: `only: {fa: the reason}`"
    ]
    assert problems_with({"wording/plain-rule.yaml": persian + "only: {fa: English has no such verb}\n"}) == []
    assert problems_with({"wording/plain-rule.yaml": persian + "only: {en: x}\n"}) != []
    assert problems_with({"wording/plain-rule.yaml": RULE + "only: {en: x}\n"}) == [
        "wording/plain-rule.yaml:49:1: the rule has a message in both languages; leave `only` out"
    ]


def test_parts_in_a_language_that_is_not_declared(problems_with: Problems) -> None:
    changed = RULE.replace('en: "“{match}” is stiff."', "") + "only: {fa: y}\n"
    assert problems_with({"wording/plain-rule.yaml": changed}) == [
        f'wording/plain-rule.yaml:{place}: {key} has "en", but message has not'
        for place, key in [
            ("11:25", "why"),
            ("14:3", "sets"),
            ("18:3", "phrases"),
            ("28:3", "unless"),
            ("42:3", "examples"),
        ]
    ]


def test_a_phrase_rule_needs_phrases(problems_with: Problems) -> None:
    start, end = RULE.index("phrases:"), RULE.index("unless:\n  en:")
    without = {"wording/plain-rule.yaml": RULE[:start] + RULE[end:]}
    assert problems_with(without) == [
        'wording/plain-rule.yaml:1:1: the key "phrases" is missing; a rule of kind phrase needs it'
    ]
    other_kind = without["wording/plain-rule.yaml"].replace("kind: phrase", "kind: passive")
    assert problems_with({"wording/plain-rule.yaml": other_kind}) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("acts/refusal.yaml", ", You can not.]", "]", "12:5: at least 5 examples are needed under yes, here are 4"),
        ("acts/refusal.yaml", "    - no way\n", "    - {match: no way, rewrites: [x]}\n",
         '7:23: the key "rewrites" is unknown; known are: match, with, unless'),
        ("acts/refusal.yaml", "act: refusal", "act: refuse", '1:6: the name of the file says "refusal", '
         'this says "refuse"; they have to be the same'),
        ("acts/refusal.yaml", "[question, relief]", "[question, releif]",
         '9:25: there is no act "releif"; did you mean "relief"?'),
        ("words/en-us.yaml", "about: The one who answers.\n", "", '1:1: the key "about" is missing'),
        ("words/en-us.yaml", "words: us", "words: en-us", '1:8: the name of the file says "us", this says "en-us"; '
         "they have to be the same"),
        ("profiles/email.yaml", "min-score: 65", "min-score: 101",
         '3:12: a whole number from 0 to 100 has to stand here, not "101"'),
        ("profiles/email.yaml", "{plain-rule: hint}", "{plain-role: hint}",
         '4:12: there is no rule "plain-role"; did you mean "plain-rule"?'),
        ("profiles/email.yaml", "{plain-rule: off}", "{plan-rule: off}",
         '6:24: there is no rule "plan-rule"; did you mean "plain-rule"?'),
        ("profiles/email.yaml", "hint", "quiet", '4:24: "quiet" is unknown here; known are: hint, info, warning, error, off'),
    ],
)  # fmt: skip
def test_one_mistake_elsewhere(problems_with: Problems, name: str, old: str, new: str, problem: str) -> None:
    assert old in FILES[name]
    assert problems_with({name: FILES[name].replace(old, new, 1)})[0] == f"{name}:{problem}"


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "structure/too-much.yaml",
            "most: 2",
            "mots: 2",
            '11:3: a rule of kind count has no param "mots"; did you mean "most"?',
        ),
        ("structure/too-much.yaml", "most: 2", "most: two", "11:3: a whole number has to stand here"),
        ("structure/too-much.yaml", "most: 2", "most: {fa: 2}", "11:3: a text or a list of texts has to stand here"),
        (
            "structure/too-much.yaml",
            "act: refusal",
            "act: refusals",
            '10:3: "refusals" is no act; did you mean "refusal"?',
        ),
        (
            "wording/plain-rule.yaml",
            "examples:",
            "params: {most: 2}\nexamples:",
            '31:10: a rule of kind phrase has no param "most"; known are: channels, spare, given, holds, place',
        ),
        (
            "profiles/email.yaml",
            "{most: 3}",
            "{least: 3}",
            '5:21: a rule of kind count has no param "least"; known are: act, most, put',
        ),
        (
            "profiles/email.yaml",
            "{min-score: 80}",
            "{params: {too-much: {most: x}}}",
            "7:35: a whole number has to stand here",
        ),
    ],
)
def test_params_fit_the_kind(
    problems_with: Problems, load_with: Load, name: str, old: str, new: str, problem: str
) -> None:
    assert old in FILES[name]
    changed = {name: FILES[name].replace(old, new, 1)}
    assert problems_with(changed) == [f"{name}:{problem}"]
    book = load_with(changed)
    assert len(book.rules) + len(book.profiles) == 2


def test_word_sets_are_called_by_language_and_name(problems_with: Problems) -> None:
    assert problems_with({"words/us.yaml": WORDS})[0] == (
        'words/us.yaml:1:1: "us.yaml" has to begin with the language of the words: fa- or en-'
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "1:1: the file is empty"),
        ("# only a comment\n", "1:1: the file is empty"),
        ("title: x", "1:1: the first key has to say what the file is; it is one of id:, act:, words:, profile:"),
        ("- x", "1:1: a mapping (key: value) has to stand here, not a list"),
        ("just words", "1:1: a mapping (key: value) has to stand here, not a text"),
    ],
)
def test_files_that_are_no_rule(problems_with: Problems, content: str, problem: str) -> None:
    assert problems_with({"x.yaml": content}) == [f"x.yaml:{problem}"]
