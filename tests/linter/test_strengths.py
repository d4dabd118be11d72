"""What was done well: shown by acts, by the name and by numbers; never beside a finding that says the opposite."""

from __future__ import annotations

import pytest

from tonelint import check
from tonelint.linter import LANGUAGES
from tonelint.strengths import LABELS, strengths
from tonelint.text import document
from tonelint.types import Act, Context, Finding, Reply, Span


def shown(text: str, acts: tuple[str, ...] = (), families: tuple[str, ...] = (), **context: str) -> tuple[str, ...]:
    made = tuple(Act(name, 0, 1, 0, 0, Span(0, 1)) for name in acts)
    found = [Finding("r", family, "info", Span(0, 1), "", "en", "care", 100) for family in families]
    return strengths(Reply(document.read(text, LANGUAGES), made, Context(**context)), found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Sara, it is done.", "Sara Moradi"),
        ("Hi SARA!", "sara moradi"),
        ("Dear Ms. Moradi,\nit is done.", "Sara Moradi"),
        ("Thanks for your note. Sara, it is done.", "Sara Moradi"),
        ("Hi Bob, it is done.", "Robert Berg"),
        ("Hi Will, it is done.", "Will Smith"),
        ("سلام سارا جان، انجام شد.", "سارا مرادی"),
        ("سلام خانم مرادی، انجام شد.", "خانم سارا مرادی"),
        ("سلام علی آقا، انجام شد.", "علي رضایی"),
    ],
)
def test_the_name_is_used(text: str, name: str) -> None:
    assert shown(text, customer_name=name) == ("name-used",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I'm calling the shop now.", "Al Berg"),
        ("It will be done.", "Will Smith"),
        ("Hi there, it is done.", "Sara Moradi"),
        ("Hi Tom, it is done.", "Sara Moradi"),
        ("One. Two. Three, Sara.", "Sara Moradi"),
        ("> Sara\n\nIt is done.", "Sara Moradi"),
        ("سلام خانم، انجام شد.", "خانم مرادی"),
        ("امیدوارم خوب باشید.", "امید رضایی"),
        ("Hi Sara", ""),
        ("Hi Sara", "sara_84"),
    ],
)
def test_the_name_is_not_used(text: str, name: str) -> None:
    assert shown(text, customer_name=name) == ()


def test_acts_show_strengths_in_a_fixed_order() -> None:
    acts = ("offer", "reason", "refusal", "thanks", "apology", "offer")
    assert shown("x", acts) == ("thanks-given", "apology-made", "reason-given", "more-help-offered")


@pytest.mark.parametrize(
    ("act", "strength", "family"),
    [
        ("apology", "apology-made", "non-apology"),
        ("apology", "apology-made", "over-apology"),
        ("promise", "promise-made", "vague-promise"),
        ("promise", "promise-made", "overpromise"),
        ("reason", "reason-given", "refusal-without-reason"),
        ("alternative", "alternative-offered", "refusal-without-alternative"),
        ("next-step", "next-step-named", "missing-next-step"),
        ("offer", "more-help-offered", "curt-closing"),
    ],
)
def test_no_strength_beside_a_finding_that_says_the_opposite(act: str, strength: str, family: str) -> None:
    assert shown("x", (act,)) == (strength,)
    assert shown("x", (act,), (family,)) == ()
    assert shown("x", (act,), ("jargon",)) == (strength,)


@pytest.mark.parametrize("text", ["1. Press save.\n2. Wait.", "۱. ذخیره را بزنید.\n۲. صبر کنید."])
def test_numbered_steps(text: str) -> None:
    assert shown(text) == ("steps-numbered",)


@pytest.mark.parametrize("text", ["1. Press save.", "- Press save.\n- Wait.", "> 1. Press save.\n> 2. Wait.\n\nOk."])
def test_no_numbered_steps(text: str) -> None:
    assert shown(text) == ()


def test_every_strength_has_a_label_in_both_languages() -> None:
    assert all(labels.keys() == {"fa", "en"} and all(labels.values()) for labels in LABELS.values())


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Hi Sara,\nThank you for telling us. I'm sorry the parcel is late.",
            "Sara",
            {"name-used", "thanks-given", "apology-made"},
        ),
        (
            "سلام سارا جان،\nممنون که خبر دادید. بابت تأخیر عذرخواهی می‌کنم.",
            "سارا",
            {"name-used", "thanks-given", "apology-made"},
        ),
    ],
)
def test_a_whole_reply(text: str, name: str, expected: set[str]) -> None:
    assert expected <= set(check(text, customer_name=name).strengths)


def test_a_hint_takes_no_strength_away() -> None:
    hint = Finding("non-apology-view", "non-apology", "hint", Span(0, 1), "", "en", "care", 60)
    made = Reply(document.read("x", LANGUAGES), (Act("apology", 0, 1, 0, 0, Span(0, 1)),), Context())
    assert strengths(made, [hint]) == ("apology-made",)
    assert strengths(made, [hint._replace(severity="info")]) == ()
