from __future__ import annotations

import pytest

from tests.languages.fa.words import joined
from tonelint.languages.fa.active import to_active
from tonelint.languages.fa.passive import passives

ACTIVE = {
    "درخواست شما دیروز ثبت شده است.": "درخواست شما را دیروز ثبت کرده‌ایم.",
    "گزارش شما بررسی شد.": "گزارش شما را بررسی کردیم.",
    "وجه سفارشتون امشب به کارتتون واریز می شه.": "وجه سفارشتون رو امشب به کارتتون واریز می‌کنیم.",
    "کد تخفیف براتون فعال شد": "کد تخفیف رو براتون فعال کردیم",
    "بسته‌تان فردا تحویل خواهد شد.": "بسته‌تان را فردا تحویل می‌دهیم.",
    "این فاکتور اصلاح شد.": "این فاکتور را اصلاح کردیم.",
    "پرونده‌ی شما به واحد مالی ارجاع داده شد.": "پرونده‌ی شما را به واحد مالی ارجاع دادیم.",
    "نشانی رسید؛ مرسوله‌تان فرستاده شد.": "نشانی رسید؛ مرسوله‌تان را فرستادیم.",
    "حساب کاربری شما فعال گردید.": "حساب کاربری شما را فعال کردیم.",
    "اشتراک شما تمدید شده بود.": "اشتراک شما را تمدید کرده بودیم.",
}

UNSURE = [
    "ارسال شد.",
    "ایمیل ارسال شد.",
    "گزارش شما بررسی نشد.",
    "حساب شما مسدود شد.",
    "پرداخت شما انجام شد.",
    "حساب شما توسط تیم فنی فعال شد.",
    "گزارش شما در حال بررسی است.",
    "گزارش شما مورد بررسی قرار گرفت.",
    "سفارشی که دیروز ثبت کردید ارسال شد.",
    "گزارش شما با موفقیت ثبت شد.",
]


def rewritten(text: str, speaker: str = "we") -> str | None:
    tokens = joined(text)
    active = to_active(passives(tokens, text)[0], tokens, text, speaker)
    return active and text[: active.start] + active.text + text[active.end :]


@pytest.mark.parametrize(("text", "expected"), ACTIVE.items())
def test_the_actor_is_said(text: str, expected: str) -> None:
    assert rewritten(text) == expected


def test_one_person_says_i() -> None:
    assert rewritten("گزارش شما بررسی شد.", "I") == "گزارش شما را بررسی کردم."


@pytest.mark.parametrize("text", UNSURE)
def test_nothing_is_said_where_it_is_unsure(text: str) -> None:
    assert rewritten(text) is None
