"""What a baseline promises: nothing new and nothing lost when a text only looks different; one added fault is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint.baseline import Comparison, Fault, compare, dumps, faults, loads
from tonelint.config.settings import Settings
from tonelint.linter import Linter
from tonelint.text.segment import goes_on

Macros = Sequence[tuple[str, str]]  # id and text

# Sentences with their own faults and without any; each is long enough to be wrapped.
ENGLISH = (
    "Unfortunately we cannot refund the amount that you paid for the second order in the spring sale.",
    "You must send us the signed form before we can look at the parcel that went missing last week.",
    "Please find attached the receipt that your accountant asked for when you called us on Monday.",
    "Your parcel left our warehouse this morning and will be with you on Thursday before noon.",
    "We hereby confirm that the subscription ends on Friday and that nothing more is charged.",
    "I have sent you the label for the return, so the post office needs nothing else from you.",
)
PERSIAN = (
    "متأسفانه نمی‌توانیم مبلغی را که برای سفارش دوم پرداخت کرده‌اید به حساب شما برگردانیم.",
    "شما باید فرم امضاشده را پیش از بررسی بسته‌ی گمشده برای همکاران ما ارسال نمایید.",
    "به استحضار می‌رساند که اشتراک شما روز جمعه‌ی همین هفته به پایان می‌رسد و هزینه‌ی دیگری از حساب شما کسر نمی‌شود.",
    "بسته‌ی شما امروز صبح از انبار ما بیرون رفت و تا ظهر پنج‌شنبه به دست شما می‌رسد.",
    "برچسب بازگشت کالا را برایتان فرستادم و اداره‌ی پست چیز دیگری از شما نمی‌خواهد.",
)
ADDED = {
    "Kindly be advised that the counter in the old building stays closed on all public holidays.": "en",
    "لازم به ذکر است که باجه‌ی ساختمان قدیمی در همه‌ی روزهای تعطیل بسته می‌ماند.": "fa",
}
PUT = {"en": ("Hi Sara,\n\n", "\n\nBest wishes,\nTom Reed"), "fa": ("سلام سارا،\n\n", "\n\nبا احترام\nکاوه رضایی")}


@cache
def linter() -> Linter:
    """Spelling is not looked at: a blank for a half-space is a fault of spelling, and a new one."""
    found = Linter()
    return Linter(Settings(off=tuple(rule.id for rule in found.rules.values() if rule.family == "orthography")))


def noted(macros: Macros) -> list[Fault]:
    rules = linter().rules
    return [
        fault
        for name, text in macros
        for fault in faults(linter().check(text), "macros.md", name, lambda rule: rules[rule].kind)
    ]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A reply of some sentences, and its language."""
    code = draw(st.sampled_from(["en", "fa"]))
    sentences = draw(st.lists(st.sampled_from(ENGLISH if code == "en" else PERSIAN), min_size=1, max_size=5))
    before, after = PUT[code]
    return before + " ".join(sentences) + after, code


def _numbered(replies: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(f"reply-{n}", text) for n, (text, _) in enumerate(replies)]


macros = st.lists(texts(), min_size=1, max_size=4).map(_numbered)


def wrapped(text: str, width: int) -> str:
    """The paragraphs of a text broken anew, from `width` on wherever the linter reads on in the next line."""
    return "\n".join(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> str:
    for blank in re.finditer(" ", line):
        if blank.start() >= width and goes_on(line[: blank.start()], line[blank.end() :]):
            return line[: blank.start()] + "\n" + _wrapped(line[blank.end() :], width)
    return line


LOOKS: dict[str, Callable[[str], str]] = {
    "wrapped at 64": lambda text: wrapped(text, 64),
    "wrapped at 90": lambda text: wrapped(text, 90),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "wrapped and crlf": lambda text: wrapped(text, 70).replace("\n", "\r\n"),
    "half-space to blank": lambda text: text.replace("\u200c", " "),
    "no half-space": lambda text: text.replace("\u200c", ""),
    "two blanks": lambda text: text.replace(" ", "  "),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "Arabic letters": lambda text: text.replace("ی", "ي").replace("ک", "ك"),
    "curly": lambda text: text.replace("'", "’"),
    "blank lines": lambda text: text + "\n\n\n",
}
NOTHING = Comparison((), ())


@pytest.mark.parametrize("look", LOOKS)
@given(macros)
@settings(max_examples=25)
def test_another_look_makes_nothing_new_and_loses_nothing(look: str, before: Macros) -> None:
    after = [(name, LOOKS[look](text)) for name, text in before]
    assert compare(noted(before), noted(after)) == NOTHING


@given(macros, st.randoms())
@settings(max_examples=25)
def test_neither_order_nor_names_matter(before: Macros, random: object) -> None:
    texts = [text for _, text in before]
    random.shuffle(texts)  # type: ignore[attr-defined]
    after = [(f"reply-{n}", text) for n, text in enumerate(texts)]
    assert compare(noted(before), noted(after)) == NOTHING


@given(st.lists(texts(), min_size=1, max_size=4), st.data())
@settings(max_examples=60)
def test_one_added_fault_is_exactly_one_new(replies: list[tuple[str, str]], data: st.DataObject) -> None:
    """It is put between the sentences of any reply, and all replies are wrapped and shuffled besides."""
    at = data.draw(st.integers(0, len(replies) - 1))
    text, code = replies[at]
    fault = next(one for one, language in ADDED.items() if language == code)
    places = [match.end() for match in re.finditer(r"(?<=\.) |(?<=[,،]\n\n)", text)]
    place = data.draw(st.sampled_from(places))
    changed = [*replies]
    changed[at] = (text[:place] + fault + " " + text[place:], code)
    before, after = _numbered(replies), data.draw(st.permutations(_numbered(changed)))
    after = [(name, wrapped(one, 70)) for name, one in after]
    found = noted(after)
    result = compare(noted(before), found)
    [rule] = [one.rule for one in noted([("x", fault)]) if not one.whole]
    assert [found[index].rule for index in result.new if not found[index].whole] == [rule]
    # of a reply as a whole, what a fresh check finds more of is new, and nothing else
    old = Counter(one.rule for one in noted([("x", text)]) if one.whole)
    now = Counter(one.rule for one in noted([("x", changed[at][0])]) if one.whole)
    assert Counter(found[index].rule for index in result.new if found[index].whole) == now - old


@given(macros)
@settings(max_examples=25)
def test_a_fault_that_was_mended_is_gone_and_the_others_are_not_new(before: Macros) -> None:
    name, text = before[0]
    mended = [
        (name, text.replace("hereby confirm", "confirm").replace("به استحضار می‌رساند", "می‌خواستم بگویم")),
        *before[1:],
    ]
    result = compare(noted(before), noted(mended))
    assert result.new == ()
    assert len(result.gone) == len(noted(before)) - len(noted(mended))


@given(macros)
@settings(max_examples=20)
def test_a_baseline_is_read_as_it_was_written_whatever_the_order(found: Macros) -> None:
    all_faults = noted(found)
    assert sorted(loads(dumps(all_faults), "a.json")) == sorted(all_faults)
    assert dumps(all_faults) == dumps(list(reversed(all_faults)))


_texts = st.text(alphabet="ab\u200cی \n\ud800\x00", max_size=4)
_faults = st.lists(st.builds(Fault, *[_texts] * 7, st.booleans()), max_size=12)


@given(_faults, _faults)
def test_numbers_always_add_up(old: list[Fault], found: list[Fault]) -> None:
    result = compare(old, found)
    assert len(found) - len(result.new) == len(old) - len(result.gone)
    assert list(result.new) == sorted(set(result.new))
    assert compare(found, found) == NOTHING


@given(st.text(max_size=80))
def test_any_text_can_be_noted(text: str) -> None:
    rules = linter().rules
    found = faults(linter().check(text), "a.txt", "a", lambda rule: rules[rule].kind)
    assert sorted(loads(dumps(found), "a.json")) == sorted(found)
