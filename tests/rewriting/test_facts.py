"""What no rewrite may lose: numbers, dates, names, addresses, codes, quoted words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.facts import lost
from tonelint.linter import LANGUAGES
from tonelint.text import document
from tonelint.types import Context, Edit

SARA = Context(customer_name="Sara Moradi", agent_name="لیلا کاویان")


def missing(text: str, better: str, context: Context = SARA) -> list[str]:
    """What is lost when the whole text is replaced."""
    edits = [Edit(0, len(text), better)]
    return [text[fact.start : fact.end] for fact in lost(document.read(text, LANGUAGES), context, edits)]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("You get £22.50 back.", ["£22.50"]),
        ("It is 30% off on 12/05/2026 at 14:30.", ["30%", "12/05/2026", "14:30"]),
        ("It leaves on Friday, not today.", ["Friday", "today"]),
        ("See https://a.example/x?y=1 now.", ["https://a.example/x?y=1"]),
        ("Write to kay@example.com now.", ["kay@example.com"]),
        ("Hi {{first_name}}, it works.", ["{{first_name}}"]),
        ("Press “Send now” twice.", ["“Send now”"]),
        ("Run `git push` first.", ["`git push`"]),
        ("I told Sara about it.", ["Sara"]),
        ("Ask Mr Okafor about it.", ["Okafor"]),
        ("مبلغ ۱۲٬۰۰۰ تومان است.", ["۱۲٬۰۰۰"]),
        ("پنج‌شنبه می‌رسد.", ["پنج‌شنبه"]),
        ("لیلا زنگ می‌زند.", ["لیلا"]),
        ("دکمه‌ی «ارسال» را بزنید.", ["«ارسال»"]),
        ("Thank you, mark the box and will it.", []),
        ("از حسن انتخاب شما ممنون", []),
        ("the L2 team has it", []),
    ],
)
def test_what_is_lost_when_all_goes(text: str, gone: list[str]) -> None:
    assert missing(text, "it") == gone
    assert missing(text, f"so: {text}") == []


def test_a_fact_counts_as_often_as_it_stands() -> None:
    assert missing("3 boxes, 3 bags", "3 boxes") == ["3"]
    assert missing("3 boxes, 3 bags", "3 and 3") == []


def test_a_part_of_a_number_or_word_is_none() -> None:
    assert missing("12 boxes", "312 boxes") == ["12"]
    assert missing("12 boxes", "12th boxes") == ["12"]
    assert missing("Sara called.", "Sarah called.") == ["Sara"]


def test_persian_right_behind_a_handle_is_no_part_of_it() -> None:
    assert missing("به @help۲ بنویسید", "به @help۲ بنویسید") == []


def test_other_digits_are_another_number() -> None:
    assert missing("۱۲ روز", "12 روز") == ["۱۲"]


def test_a_day_may_change_its_case() -> None:
    assert missing("BY MIDNIGHT", "by midnight") == []


def test_an_edit_beside_a_fact_may_break_it() -> None:
    text = "mail kay@example.com"
    read = document.read(text, LANGUAGES)
    assert lost(read, Context(), [Edit(4, 6, " K")])
    assert not lost(read, Context(), [Edit(0, 4, "write to")])


@given(st.text(alphabet="ab 1۲.@<{}»«/\n:h", max_size=40), st.data())
def test_an_edit_that_changes_nothing_loses_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert lost(document.read(text, LANGUAGES), SARA, [Edit(start, end, text[start:end])]) == []
