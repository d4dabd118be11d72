"""Clauses that say nothing taken out, and demands asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.counting import LINEAR, growth
from tests.languages.fa.words import joined
from tonelint.languages.fa.turns import turn
from tonelint.rewrite import edited, rewrites
from tonelint.types import Match

REQUESTS = {
    "برای برداشت، ⟦باید احراز هویت تکمیل شود⟧.": "برای برداشت، لطفاً احراز هویت را تکمیل کنید.",
    "⟦مدارک باید تا پنج‌شنبه ارسال شود⟧.": "لطفاً مدارک را تا پنج‌شنبه ارسال کنید.",
    "فرم ⟦بایستی امضا بشه⟧.": "لطفاً فرم رو امضا کنید.",
    "اتاق فوراً ⟦تخلیه شود⟧.": "لطفاً اتاق را تخلیه کنید.",
    "رونوشت شناسنامه ⟦تحویل گردد⟧.": "لطفاً رونوشت شناسنامه را تحویل بدهید.",
    "نامه ⟦باید فرستاده شود⟧.": "لطفاً نامه را بفرستید.",
    "پر کردن همه‌ی خانه‌ها ⟦الزامی است⟧.": "لطفاً همه‌ی خانه‌ها را پر کنید.",
    "ارائه‌ی اصل شناسنامه در شعبه ⟦لازم است⟧.": "لطفاً اصل شناسنامه را در شعبه ارائه بدهید.",
    "مراجعه به شعبه ⟦لازم است⟧.": "لطفاً به شعبه مراجعه کنید.",
    "متقاضی ⟦مکلف است⟧ اصل شناسنامه را بیاورد.": "لطفاً اصل شناسنامه را بیاورید.",
    "⟦خریدار محترم باید هزینه‌ی پیک را بدهد⟧.": "لطفاً هزینه‌ی پیک را بدهید.",
    "هزینه‌ی پست ⟦را باید خریدار بپردازد⟧.": "لطفاً هزینه‌ی پست را بپردازید.",
    "از این به بعد ⟦نباید⟧ رمز را به کسی بدهید.": "از این به بعد لطفاً رمز را به کسی ندهید.",
    "سلام، کد را ⟦باید⟧ همان‌جا بزنید تا تخفیفش بیاید.": "سلام، کد را لطفاً همان‌جا بزنید تا تخفیفش بیاید.",
    "نگهداری از کارت گارانتی ⟦بر عهده‌ی شماست⟧.": "لطفاً از کارت گارانتی نگهداری کنید.",
    "⟦ترجمه‌ی مدرک باید تا جمعه به دفتر ما رسیده باشد⟧.": "لطفاً ترجمه‌ی مدرک را تا جمعه به دفتر ما برسانید.",
    "⟦هنرجو باید پیش از کلاس شهریه را پرداخت کند⟧.": "لطفاً پیش از کلاس شهریه را پرداخت کنید.",
    "گرفتن ویزا ⟦بر ذمه‌ی مسافر است⟧.": "لطفاً ویزا را بگیرید.",
    "⟦مسئولیت نگهداری رمز با شماست⟧.": "لطفاً رمز را نگهداری کنید.",
    "⟦می‌بایست فرم انصراف را تقدیم نماید⟧.": "لطفاً فرم انصراف را تقدیم کنید.",
    "⟦مسافر ناگزیر است⟧ با اصل کارت ملی حاضر شود.": "لطفاً با اصل کارت ملی حاضر شوید.",
    "مالک و خریدار ⟦ناگزیرند⟧ با اصل کارت ملی حاضر شوند.": None,
    "عوض کردن ماهانه‌ی رمز ⟦بر عهده‌ی شماست⟧.": None,
    "⟦باید⟧ بتوانید آن را ببینید.": None,
    "دانشگاه‌ها می‌گویند ⟦باید⟧ خودتان آن را ثبت کنید.": None,
    "⟦لازمه⟧ بدونی که چه ساعتی می‌رسه.": None,
    "یادتان باشد که ⟦باید⟧ آن را بفرستید.": None,
    "کد رو ⟦باید⟧ تو سبد خرید بزنی.": "کد رو لطفاً تو سبد خرید بزن.",
    "برای دیدنش ⟦باید⟧ عضو شوید.": "برای دیدنش لطفاً عضو شوید.",
    "تا فرم را ⟦نفرستید⟧ باز نمی‌شود.": None,
    "فرم ⟦بایستی امضا بشه⟧ و برسه دست ما.": None,
    "لطفاً ⟦باید⟧ بفرستید.": None,
    "آیا فرم ⟦باید امضا شود⟧؟": None,
    "باید خوشحال ⟦شود⟧.": None,
    "بانک ⟦باید⟧ آن را بپردازد.": None,
}
DROPS = {
    "⟦رضایت شما سرلوحه‌ی کار ماست⟧ و بسته فردا می‌رسد.": "بسته فردا می‌رسد.",
    "⟦اطمینان کامل داشته باشید⟧ که فراموش نمی‌شود.": "فراموش نمی‌شود.",
    "⟦خاطرجمع باشید⟧، فردا می‌رسد.": "فردا می‌رسد.",
    "از شما سپاسگزاریم و ⟦مفتخریم که⟧ در این راه کنار شماییم.": "از شما سپاسگزاریم و در این راه کنار شماییم.",
    "بسته فردا می‌رسد و ⟦کمال تشکر را⟧ از شما داریم.": "بسته فردا می‌رسد.",
    "پیام شما ⟦حائز اهمیت است⟧ و فردا جواب می‌دهیم.": "فردا جواب می‌دهیم.",
    "⟦چون وقت شما طلاست⟧، امروز فرستادیم.": "امروز فرستادیم.",
    "فردا می‌رسد، ⟦شما تاج سر مایید⟧، خبر می‌دهیم.": "فردا می‌رسد، خبر می‌دهیم.",
    "بسته فردا می‌رسد و ⟦شما تاج سر مایید⟧ و خبر می‌دهیم.": "بسته فردا می‌رسد و خبر می‌دهیم.",
    "⟦نهایت تلاش خود⟧ را می‌کنیم که زودتر برسد.": None,
    "⟦خاطرجمع باشید⟧ که تا ۱۲ شب کارشناس ما.": None,
    "⟦کمال تشکر را⟧ از شما داریم.": None,
    "بسته ۳ روز ⟦در خدمت شما⟧ بود، بعد رفت.": None,
}


def turned(name: str, marked: str) -> str | None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    row = [token for token in joined(text) if token.kind != "mark"]
    first = next(n for n, token in enumerate(row) if token.end > start)
    last = max(n for n, token in enumerate(row) if token.start < end) + 1
    found = turn(name, row, first, last, text)
    if found is None:
        return None
    (rewrite,) = rewrites(Match(0, 0, "fa", wider=((*found, "review"),)), text)
    return edited(text, rewrite.edits, 0, len(text))


@pytest.mark.parametrize(("marked", "expected"), REQUESTS.items())
def test_what_is_demanded_is_asked_for(marked: str, expected: str | None) -> None:
    assert turned("request", marked) == expected


@pytest.mark.parametrize(("marked", "expected"), DROPS.items())
def test_a_clause_that_says_nothing_goes(marked: str, expected: str | None) -> None:
    assert turned("drop", marked) == expected


def test_the_cost_of_a_text_without_marks_is_linear() -> None:
    def prepare(count: int) -> Callable[[], object]:
        text = "فرم باید فرستاده شود و " * count
        row = joined(text)
        places = [n for n, token in enumerate(row) if token.key == "باید"]
        return lambda: [turn(name, row, n, n + 1, text) for n in places for name in ("drop", "request")]

    assert growth(prepare, 100) < LINEAR
