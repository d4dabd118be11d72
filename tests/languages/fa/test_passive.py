from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.counting import LINEAR, growth
from tests.languages.fa.words import joined
from tonelint.languages.fa.active import to_active
from tonelint.languages.fa.passive import passives

OURS = {
    "درخواست شما دیروز ثبت شده است.": "ثبت شده است",
    "پرونده ثبت شد و نتیجه به شما اعلام خواهد شد.": "ثبت شد|اعلام خواهد شد",
    "وجه سفارشتون امشب واریز می شه.": "واریز می شه",
    "پاسخ شما ارسال هم شد.": "ارسال هم شد",
    "مورد شما به واحد فنی ارجاع داده شد.": "ارجاع داده شد",
    "کالا تحویل انبار داده شد.": "تحویل انبار داده شد",
    "نامه‌ی شما فرستاده شد.": "فرستاده شد",
    "نامه‌ی شما فرستاده گردید.": "فرستاده گردید",
    "نتیجه به اطلاع شما خواهد رسید.": "به اطلاع شما خواهد رسید",
    "شکایت شما به ثبت رسیده و پیگیر آن هستیم.": "به ثبت رسیده",
    "بازبینی انجام گرفت.": "انجام گرفت",
    "تحقیق لازم صورت پذیرفت.": "صورت پذیرفت",
    "مدارک مورد بررسی قرار گرفته است.": "مورد بررسی قرار گرفته است",
    "موضوع در حال بررسی است.": "در حال بررسی است",
    "پیگیری‌های لازم به عمل آمد.": "به عمل آمد",
    "مقرر شد مبلغ برگردد.": "مقرر شد",
    "تصمیم گرفته شد که قرارداد ادامه پیدا کند.": "تصمیم گرفته شد",
    "کد تخفیف براتون فعال شد": "فعال شد",
    "حساب شما به‌دست تیم امنیت مسدود گردید.": "مسدود گردید",
    "حساب شما توسط تیم فنی بررسی شد.": "بررسی شد",
    "گزارش شما هنوز بررسی نشده است.": "بررسی نشده است",
    "سهم شما تخصیص یافت.": "تخصیص یافت",
    "درخواست عضویت شما تأیید شد.": "تأیید شد",
    "رمز تازه فردا پیامک خواهد شد.": "پیامک خواهد شد",
    "برق واحد شما شنبه قطع خواهد شد.": "قطع خواهد شد",
    "نام شما از فهرست خارج می‌گردد.": "خارج می‌گردد",
    "صورتجلسه به پیوست تقدیم می‌گردد.": "تقدیم می‌گردد",
    "بلیت شما تا ظهر نگه داشته می‌شود.": "نگه داشته می‌شود",
    "بسته‌ی شما ارتقا یافت.": "ارتقا یافت",
}

OTHERS = {
    "پرداخت شما انجام شد.": "انجام شد",
    "ثبت‌نامتان تکمیل شد.": "تکمیل شد",
    "پیام شما ارسال شد.": "ارسال شد",
    "بسته از گمرک ترخیص شد.": "ترخیص شد",
    "قیمت‌ها اصلاح شد.": "اصلاح شد",
    "کالا توسط پست تحویل شد.": "تحویل شد",
    "قیمت پایین صفحه نمایش داده می‌شود.": "نمایش داده می‌شود",
    "شماره در رسید ذکر شده است.": "ذکر شده است",
    "بزرگراه بسته شد و پیک دور زد.": "بسته شد",
    "پرواز به خاطر مه لغو شد.": "لغو شد",
}

NONE = [
    "خیلی خوشحال شدم که مشکل حل شد.",
    "تازه متوجه شدم و موفق شدیم.",
    "وارد حساب شوید.",
    "می‌شه لطفاً بررسی کنید؟",
    "این کار انجام نمی‌شود.",
    "انتقال خط به نام شما انجام نشد.",
    "موضوع در دست اقدام می‌باشد.",
    "مبلغ پرداخت‌شده را برگرداندم.",
    "سفارش ثبت شده را لغو کردم.",
    "مبلغ واریز شده ۵۰ هزار تومان است.",
    "نامه‌ی فرستاده‌شده، دست همکارم است.",
    "آیا سفارش ارسال شد؟",
    "اگر سفارش ارسال شد خبر می‌دهم.",
    "ممکن است هزینه کسر شود.",
    "باید فرم تکمیل شود.",
    "دنبال بسته می‌گردیم.",
    "فردا برمی‌گردیم.",
    "ثبت شدن پرونده زمان می‌برد.",
    "هوا سرد شد و باران گرفت.",
    "خبری شد می‌گوییم.",
    "پیک از جلوی خانه رد شد.",
    "فایل‌های ارسال شده و تاریخشان را دیدم.",
    "گمان می‌کنم هزینه ثبت شده باشد.",
    "خانه‌ی ما در حال و هوای عید است.",
    "به دستم رسید.",
    "متن پیام ارسال شده: سلام",
    "موزه در ۱۳۲۰ ساخته شد.",
    "متأسفیم که انتظارتان برآورده نشد.",
    "کدی که برایتان پیامک می‌شود شش رقم دارد.",
    "صدا یک لحظه قطع شد.",
    "رنگش در آفتاب عوض می‌شود.",
]


def found(text: str, level: str) -> str:
    tokens = joined(text)
    spans = [(tokens[one.first].start, tokens[one.last].end) for one in passives(tokens, text) if one.level == level]
    return "|".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(("text", "expected"), OURS.items())
def test_our_passives(text: str, expected: str) -> None:
    assert found(text, "ours") == expected
    assert found(text, "other") == ""


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_passives_of_others(text: str, expected: str) -> None:
    assert found(text, "other") == expected
    assert found(text, "ours") == ""


@pytest.mark.parametrize("text", NONE)
def test_no_passives(text: str) -> None:
    assert passives(joined(text), text) == []


@pytest.mark.parametrize("text", ["حساب شما مسدود شدید", "مسدود شدید."])
def test_blocked_is_passive_in_the_second_person(text: str) -> None:
    assert len(passives(joined(text), text)) == 1


def test_the_agent_is_named() -> None:
    text = "حساب شما از سوی همکارانم فعال شد."
    assert passives(joined(text), text)[0].agent == "همکارانم"


@given(
    st.lists(st.sampled_from("ثبت شد شده را هم به در حال مورد قرار گرفت است ، ؟ توسط ما داده از سوی شما اگر و".split()))
)
def test_any_row_of_words_can_be_looked_through(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tokens = joined(text)
    assert all(0 <= one.first <= one.last < len(tokens) for one in passives(tokens, text))


def test_the_cost_of_a_text_without_marks_is_linear() -> None:
    def prepare(count: int) -> Callable[[], object]:
        text = "درخواست شما ثبت شد " * count
        tokens = joined(text)
        assert len(passives(tokens, text)) == count
        return lambda: [to_active(one, tokens, text) for one in passives(tokens, text)]

    assert growth(prepare, 200) < LINEAR
