"""Slots left open, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.counting import LINEAR, growth
from tonelint.kinds import placeholder
from tonelint.languages.base import Language
from tonelint.languages.en.language import ENGLISH
from tonelint.languages.fa.language import PERSIAN
from tonelint.rulebook import loader, source
from tonelint.text import document
from tonelint.types import Context, Match, Reply

LANGUAGES: dict[str, Language] = {"fa": PERSIAN, "en": ENGLISH}
(RULE,) = (rule for rule in loader.load(source.folders()).rules if rule.id == "unfilled-placeholder")
CHECK = placeholder.compile(RULE, None)


def found(text: str, **context: str) -> list[Match]:
    return list(CHECK(Reply(document.read(text, LANGUAGES), (), Context(**context))))


def pieces(text: str, **context: str) -> list[str]:
    return [text[m.start : m.end] for m in found(text, **context)]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Hi {{first_name}}, {{order}} is here.", ["{{first_name}}", "{{order}}"]),
        ("Dear %NAME%, *|ORDER|* is here.", ["%NAME%", "*|ORDER|*"]),
        ("Your code is [CODE].", ["[CODE]"]),
        ("Dear undefined,", ["undefined"]),
        ("Hello NAME, it is here.", ["NAME"]),
        ("Dear Mrs ,", ["Dear Mrs ,"]),
        ("Dear Mr./Mrs. Quill,", ["Mr./Mrs."]),
        ("We come at XX:XX.", ["XX:XX"]),
        ("We come on __/__/__.", ["__/__/__"]),
        ("It is here. [please check with Wanda before sending]", ["[please check with Wanda before sending]"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("خانم / آقای کوهستانی سلام", ["خانم / آقای"]),
        ("سلام گرامی، رسید.", ["گرامی"]),
        ("سلام نام و نام خانوادگی، رسید.", ["نام و نام خانوادگی"]),
        ("مبلغ ....... تومان برگشت.", ["......."]),
        ("رسید. [با رعنا چک شود]", ["[با رعنا چک شود]"]),
        ("سلام %نام\u00a0مشتري%،", ["%نام\u00a0مشتري%"]),
    ],
)
def test_slots(text: str, flagged: list[str]) -> None:
    assert pieces(text) == flagged


@pytest.mark.parametrize(
    "text",
    [
        "Read [the guide](https://example.com) and note [1].",
        "Use `{{name}}` in your own mail.",
        "[x] done, [ ] open",
        "Sizes XL to XXL.",
        "Either/or, he/she, 24/7, N/A in the table.",
        "Hi, it is here.",
        "Dear Nonette,",
        "Dear Guest House team,",
        "Please check [see page 4] it.",
        "my_file__v2.txt",
        "He said hi , then left.",
        "۵۰% تا ۷۰% تخفیف و فاکتور [۱]",
        "سلام ، وقت بخیر",
        "سلام عزیز دلم",
        "باشه....... تا فردا",
        "آقا و خانم کوهستانی سلام",
        "نام مشتری در فاکتور هست.",
        "It is.\n\n> Hi {{name}},\n> it is not.",
        "See https://example.com/__init__/XX/XX",
    ],
)
def test_near_misses(text: str) -> None:
    assert pieces(text) == []


def test_slots_are_meant_in_saved_replies_only() -> None:
    assert pieces("Hi {{name}},", stage="saved-reply") == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hi {{name}}, #{number} and %{day} and {%customer.firstName,fallback=there%}.", []),
        ("Hi [first_name], {% if paid %}thanks{% endif %}.", []),
        ("Hi [Customer Name], your code is ____.", ["[Customer Name]", "____"]),
        ("Hi {{name}}. [ask Wanda about the slot]", ["[ask Wanda about the slot]"]),
        ("سلام {{نام}}، مبلغ ...... تومان برگشت.", ["......"]),
        ("سلام [نام مشتری]، رسید.", ["[نام مشتری]"]),
        ("Dear null,", ["null"]),
    ],
)
def test_nobody_fills_in_what_is_left_to_a_person_in_an_automatic_reply(text: str, left: list[str]) -> None:
    assert pieces(text, stage="auto-reply") == left
    assert pieces(text, stage="saved-reply") == []


@pytest.mark.parametrize(
    ("text", "customer", "name"),
    [
        ("Hi {{first_name}},", "Wanda Quill", "Wanda"),
        ("Dear Ms {{last_name}},", "Wanda Quill", "Quill"),
        ("Dear {{name}},", "Ms Wanda Quill", "Ms Quill"),
        ("سلام {نام مشتری}،", "خانم رعنا کوهستانی", "خانم کوهستانی"),
    ],
)
def test_the_name_is_filled_in(text: str, customer: str, name: str) -> None:
    assert [m.rewrites for m in found(text, customer_name=customer)] == [((name, "review"),)]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Hi {{order}},", "⟨order⟩"),
        ("Dear {{last_name}},", "⟨last name⟩"),
        ("It comes on XX/XX.", "⟨what belongs here⟩"),
        ("کد شما [شماره سفارش] است.", "⟨شماره سفارش⟩"),
        ("سفارش {{id_2}} رسید.", "⟨آنچه این‌جا می‌آید⟩"),
    ],
)
def test_what_else_belongs_there_is_asked_for(text: str, gap: str) -> None:
    assert [m.rewrites for m in found(text, customer_name="Wanda")] == [((gap, "idea"),)]


@given(st.text(alphabet="aX_/[]{}% .,\u200c\u064bسلام خانم\n", max_size=80))
def test_places_are_in_the_text_and_apart(text: str) -> None:
    spans = [(m.start, m.end) for m in found(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", ["[check ", "سلام ", "%ab", "__/", "Hi ", "Mr/", "XX/", ".", "%a ", "[name]. "])
def test_cost_is_linear(piece: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        read = Reply(document.read(piece * times, LANGUAGES), (), Context(customer_name="Wanda Quill"))
        return lambda: list(CHECK(read))

    assert growth(prepare, 500) < LINEAR
