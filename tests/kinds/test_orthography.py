"""Careless spellings, and what only looks like one."""

from __future__ import annotations

import pytest

from tonelint.linter import Linter
from tonelint.testing import only

LINTER = Linter()


def corrected(rule: str, text: str) -> str:
    return only(LINTER, rule).check(text).rewrite("review")


@pytest.mark.parametrize(
    ("rule", "text", "better"),
    [
        ("arabic-letters", "كتاب شما مي‌رسد", "کتاب شما می‌رسد"),
        ("arabic-letters", "نوشتید «كتاب» کو", "نوشتید «كتاب» کو"),
        ("half-space", "برمیگردم و می گویم", "برمی‌گردم و می‌گویم"),
        ("half-space", "نمی توانم و نمیدهم", "نمی‌توانم و نمی‌دهم"),
        ("half-space", "پیک میاد میدان آزادی", "پیک میاد میدان آزادی"),
        ("half-space", "سفارش هایتان رسید", "سفارش‌هایتان رسید"),
        ("half-space", "تنها ماه می", "تنها ماه می"),
        ("mark-spacing", "رسید ،ممنون", "رسید، ممنون"),
        ("mark-spacing", "رسید،ممنون", "رسید، ممنون"),
        ("mark-spacing", "ساعت ۱۰:۳۰ با ۱٬۲۰۰ تومان", "ساعت ۱۰:۳۰ با ۱٬۲۰۰ تومان"),
        ("mark-spacing", "عجب ...", "عجب ..."),
        ("mixed-digits", "۱۲ و ۱۳ و 14", "۱۲ و ۱۳ و ۱۴"),
        ("mixed-digits", "گوشی iPhone 13 و ۲ کابل", "گوشی iPhone 13 و ۲ کابل"),
        ("kashida", "ســلام", "سلام"),
    ],
)
def test_spelling(rule: str, text: str, better: str) -> None:
    assert corrected(rule, text) == better


def test_all_are_hints() -> None:
    report = LINTER.check("كتاب ها را می فرستم ، ســلام ۱ 2")
    found = [f for f in report.findings if f.family == "orthography"]
    assert found and {f.severity for f in found} == {"hint"}
    assert not any(f.severity == "hint" and f.family != "orthography" and "كتاب" in f.message for f in report.findings)


def test_english_is_left_alone() -> None:
    assert not only(LINTER, "mark-spacing").check("Hello ,Sara !").findings
