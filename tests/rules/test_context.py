"""Rules that need to be told something: they speak with it; without it they are silent and reported as skipped."""

from __future__ import annotations

import pytest

from tonelint.linter import Linter

LINTER = Linter()
ANGRY = {"fa": "افتضاحید! کلافه‌م کردید", "en": "This is ridiculous. I am fed up with you"}
CASES = [
    ("undeclared-auto-reply", "Our office is closed until Monday.", {"stage": "auto-reply"}),
    ("undeclared-auto-reply", "دفتر ما تا شنبه تعطیل است.", {"stage": "auto-reply"}),
    ("auto-reply-without-person", "This is an automatic reply. Your request is in.", {"stage": "auto-reply"}),
    ("auto-reply-without-person", "این پیام خودکار است. درخواست شما ثبت شد.", {"stage": "auto-reply"}),
    ("cheer-at-anger", "A new one is on its way 😊", {"customer_message": ANGRY["en"]}),
    ("cheer-at-anger", "یکی نو فرستادم 😊", {"customer_message": ANGRY["fa"]}),
    ("cause-not-asked", "I've told the team.", {"customer_message": "The app was much better before"}),
    ("cause-not-asked", "نظرتان را به همکارانم رساندم.", {"customer_message": "اپتون خیلی بد شده"}),
    ("goal-not-asked", "No, it doesn't.", {"customer_message": "Does it work with my bank?"}),
    ("goal-not-asked", "خیر، نداریم.", {"customer_message": "نسخه‌ی دسکتاپ هم دارید؟"}),
    ("missing-thanks", "I posted the parcel today, and it arrives by Thursday.", {"customer_message": "Where is it?"}),
    ("missing-thanks", "بسته را امروز فرستادم و تا پنجشنبه می‌رسد به دستتان.", {"customer_message": "بسته‌م کجاست؟"}),
    ("dry-chat", "The driver leaves the warehouse at five.", {"channel": "chat"}),
    ("dry-chat", "پیک ساعت پنج از انبار بیرون می‌رود.", {"channel": "chat"}),
]


@pytest.mark.parametrize(("rule", "text", "context"), CASES)
def test_with_its_context_it_speaks(rule: str, text: str, context: dict[str, str]) -> None:
    known = {"channel": "email", **context}
    report = LINTER.check(text, None, **known)
    assert rule in {finding.rule for finding in report.findings}
    assert rule not in report.skipped


@pytest.mark.parametrize(("rule", "text", "context"), CASES)
def test_without_it_is_silent_and_skipped(rule: str, text: str, context: dict[str, str]) -> None:
    report = LINTER.check(text)
    assert rule not in {finding.rule for finding in report.findings}
    [field] = context
    assert [need.partition("=")[0] for need in report.skipped[rule]] == [field]


@pytest.mark.parametrize("stage", ["draft", "saved-reply"])
def test_what_a_rule_needs_may_have_a_value(stage: str) -> None:
    report = LINTER.check("Our office is closed until Monday.", stage=stage)
    assert report.skipped["undeclared-auto-reply"] == ("stage=auto-reply",)
