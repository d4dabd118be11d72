"""Laws of a check: any text, exact spans, spelling and surroundings that must make no difference."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonelint import UsageError, check
from tonelint.report import Report

PIECES = [
    "Unfortunately we can't ship it.", "Hi Sara,", "{{name}}", "https://a.example/x?y=1", "> quoted", "\n\n", "\r\n",
    "```\ncode\n```", "متأسفانه نمی‌توانیم لغو کنیم.", "سلام خانم مرادی", "مدارک ناقص می باشد", "😀", "«", "»", '"',
    "<b>", "[", "](", "\x00", "\ud800", "\u202e", "\u200c", "1.", "- ", "www.", "@", "…", "؟", "Best,\nTom", "a" * 40,
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
SLOW = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def shape(report: Report) -> list[tuple[str, str]]:
    return [(f.rule, f.severity) for f in report.findings]


@SLOW
@given(TEXTS)
def test_any_text_is_checked_and_every_span_is_in_it(text: str) -> None:
    report = check(text)
    assert report.text == text
    assert 0 <= report.score.value <= 100
    for finding in report.findings:
        start, end = finding.span
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
        for rewrite in finding.rewrites:
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in rewrite.edits)
    assert list(report.findings) == sorted(report.findings, key=lambda f: f.span)


NAMES = st.one_of(
    st.text(max_size=20), st.sampled_from(["آقای هوشمند دارابی", "Petra Lindholm", "Mr O", "@nil", "ـــ", "-"])
)
GREETINGS = st.sampled_from(["Hi ", "Dear Mr ", "سلام ", "آقای ", "خانم ", ""])


@SLOW
@given(GREETINGS, st.one_of(NAMES, st.sampled_from(["ـــــ", "___", "…", "\u200c", "'"])), TEXTS, NAMES, TEXTS)
def test_any_text_is_checked_for_anybody(greeting: str, called: str, text: str, name: str, message: str) -> None:
    report = check(f"{greeting}{called}, {text}", channel="email", customer_name=name, customer_message=message)
    assert all(report.text[slice(*finding.span)].strip() for finding in report.findings)


@SLOW
@given(TEXTS)
def test_checking_twice_gives_the_same(text: str) -> None:
    assert check(text) == check(text)


@SLOW
@given(TEXTS)
def test_the_score_is_that_of_its_parts(text: str) -> None:
    report = check(text)
    assert sum(part.lost for part in report.score.parts) == 100 * (100 - report.score.value)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "…", "\ufeff", "\ud83d", "\x00" * 9, "؟", "<<<<", "{{{{"])
def test_texts_with_nothing_in_them(text: str) -> None:
    assert check(text).text == text


def test_straight_and_curly_apostrophes_give_the_same_findings() -> None:
    text = "Hi Sara,\nWe're sorry if you feel that way, but we can't change it. It'll be sent soon."
    straight, curly = check(text), check(text.replace("'", "’"))
    assert [(f.rule, f.span) for f in straight.findings] == [(f.rule, f.span) for f in curly.findings]


def test_quoted_mail_has_no_findings() -> None:
    text = "Please find attached the form. We cannot ship it."
    assert check(text, channel="chat").findings
    assert not check("Done.\n\n> " + text, channel="chat").findings


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"channel": "emial"}, "channel cannot be “emial”; did you mean \"email\"?"),
        ({"stage": "sent"}, "stage cannot be “sent”; known are: draft, saved-reply, auto-reply"),
        ({"chanel": "email"}, "there is no context field “chanel”; did you mean \"channel\"?"),
        ({"customer_name": 7}, "customer_name has to be a text, not int"),
    ],
)
def test_unknown_context_is_one_clear_sentence(fields: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        check("Hi", None, **fields)
    assert str(raised.value) == message
