"""What is right becomes exactly these values; what is wrong is named with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tonelint.errors import RuleError
from tonelint.rulebook.loader import Rulebook, load
from tonelint.rulebook.schema import Overlay, Profile
from tonelint.types import ActRule, Entry, Example, Rule, Unless

Load = Callable[..., Rulebook]
Problems = Callable[..., list[str]]

PACK = Path(__file__).parent / "pack"
FILES = {path.relative_to(PACK).as_posix(): path.read_text("utf-8") for path in PACK.rglob("*.y*ml")}
RULE, ACT, WORDS = FILES["wording/plain-rule.yaml"], FILES["acts/refusal.yaml"], FILES["words/en-us.yaml"]


def test_a_rule_becomes_exactly_this(load_with: Load, tmp_path: Path) -> None:
    _, rule = load_with().rules
    assert rule == Rule(
        id="plain-rule",
        family="stiff-wording",
        kind="phrase",
        dimension="clarity",
        severity="warning",
        message={"fa": "«{match}» خشک است.", "en": "“{match}” is stiff."},
        why={"fa": "چون خشک است.", "en": "It is stiff."},
        confidence=90,
        blocker=True,
        maturity="candidate",
        source=("003-16", "1:30"),
        needs=("customer_name",),
        sets={"en": {"office": ("herewith", "hereby")}},
        phrases={
            "fa": (Entry("x=({نمودن})", line=17, column=7),),
            "en": (
                Entry(
                    "x=(please find) attached",
                    ("I've attached", "{x} ⟨what⟩ attached"),
                    "safe",
                    ("the form",),
                    ("@office attached",),
                    19,
                    14,
                ),
                Entry("@office", line=24, column=8),
                Entry("kindly", ("",), "review", line=25, column=14),
            ),
        },
        unless={"en": Unless(over=("kindly ask",), acts=("question",))},
        bad={
            "fa": (
                Example("ثبت نمود.", ("نمود",), line=34),
                Example("ارسال نمودم.", ("نمودم",), "ارسال کردم.", {"channel": "chat", "customer_name": "سارا"}, 35),
            ),
            "en": (
                Example("Please find attached the form. Hereby done.", ("Please find attached", "Hereby"), line=44),
                Example("Kindly reply.", ("Kindly",), line=45),
            ),
        },
        good={
            "fa": (
                Example("راه را نشان داد.", line=40),
                Example("نمودار را دیدم.", context={"turn": "first"}, line=41),
            ),
            "en": (Example("She is kind.", line=47), Example("I attached no.", line=48)),
        },
        path=str(tmp_path / "wording/plain-rule.yaml"),
    )


def test_the_rest_of_the_pack(load_with: Load, tmp_path: Path) -> None:
    book = load_with()
    refusal, relief = book.acts
    assert refusal == ActRule(
        "refusal",
        "We say no.",
        phrases={
            "en": (Entry("can not", unless=("can not wait",), line=5, column=14), Entry("no way", line=7, column=7))
        },
        unless={"en": Unless(acts=("question", "relief"))},
        yes={"en": ("We can not.", "No way.", "I can not.", "They can not.", "You can not.")},
        no={"en": ("We can.", "One way.", "I do.", "They may.", "You might.")},
        path=str(tmp_path / "acts/refusal.yaml"),
    )
    assert relief.name == "relief"
    assert book.words == {"en": {"us": ("(we|i)", "our team")}}
    assert book.profiles == {
        "email": Profile(
            "email",
            "Letters.",
            {"plain-rule": "hint"},
            {"too-much": {"most": "3"}},
            65,
            {"follow-up": Overlay({"plain-rule": "off"}), "saved-reply": Overlay(min_score=80)},
            str(tmp_path / "profiles/email.yaml"),
        )
    }
    assert book.problems == ()


def test_all_mistakes_at_once_in_order(problems_with: Problems) -> None:
    rule = RULE.replace("warning", "loud").replace("yes", "maybe", 1).replace("She is kind.", "")
    changed = {"wording/plain-rule.yaml": rule, "acts/refusal.yaml": ACT + "id: x\n", "words/en-us.yaml": "words: [us"}
    assert [problem.split(": ")[0] for problem in problems_with(changed)] == [
        "acts/refusal.yaml:14:1",
        "wording/plain-rule.yaml:5:11",
        "wording/plain-rule.yaml:7:10",
        "wording/plain-rule.yaml:47:8",
        "words/en-us.yaml:2:1",
    ]


def test_a_broken_rule_leaves_the_others_alone(load_with: Load) -> None:
    other = RULE.replace("plain-rule", "other-rule")
    book = load_with({"wording/plain-rule.yaml": RULE + "\t", "wording/other-rule.yaml": other})
    assert [rule.id for rule in book.rules] == ["too-much", "other-rule"]
    assert len(book.acts) == 2
    assert [problem.path.rsplit("/")[-1] for problem in book.problems] == ["plain-rule.yaml"]


def test_an_unknown_rule_in_a_profile_costs_only_itself(load_with: Load) -> None:
    book = load_with(
        {"profiles/email.yaml": FILES["profiles/email.yaml"].replace("{plain-rule: hint}", "{gone: hint}")}
    )
    assert list(book.profiles) == ["email"]
    assert len(book.problems) == 1


def test_names_of_broken_files_are_known(problems_with: Problems) -> None:
    """One mistake is enough: what names the broken thing is not blamed too."""
    assert len(problems_with({"wording/plain-rule.yaml": "id: ["})) == 1
    assert len(problems_with({"acts/relief.yml": "act: ["})) == 1


def test_a_name_twice(load_with: Load, tmp_path: Path) -> None:
    book = load_with({"z/plain-rule.yaml": RULE, "z/en-us.yml": WORDS})
    assert [rule.path for rule in book.rules] == [
        str(tmp_path / name) for name in ("structure/too-much.yaml", "wording/plain-rule.yaml")
    ]
    assert [str(problem) for problem in book.problems] == [
        f"{tmp_path}/z/en-us.yml:1:1: en-us is already in {tmp_path}/words/en-us.yaml; choose another name",
        f"{tmp_path}/z/plain-rule.yaml:1:1: plain-rule is already in {tmp_path}/wording/plain-rule.yaml; "
        "choose another name",
    ]


def test_acts_in_a_circle(load_with: Load) -> None:
    relief = FILES["acts/relief.yml"].replace("over: [no way]", "acts: [refusal]")
    book = load_with({"acts/relief.yml": relief})
    assert book.acts == ()
    assert [problem.message for problem in book.problems] == [
        "the acts refusal, relief wait for each other in unless.acts"
    ] * 2
    assert [(problem.line, problem.column) for problem in book.problems] == [(8, 1), (8, 1)]


def test_single_files_and_the_same_file_twice(load_with: Load, tmp_path: Path) -> None:
    load_with()
    path = tmp_path / "wording" / "plain-rule.yaml"
    book = load([path, path, tmp_path / "wording"])
    assert [rule.id for rule in book.rules] == ["plain-rule"]
    assert book.problems == ()


def test_no_places() -> None:
    assert load([]) == Rulebook()


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="none: there is no such file or folder"):
        load([tmp_path / "none"])
