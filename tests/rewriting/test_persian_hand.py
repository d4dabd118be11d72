"""What a writer of Persian must find again in a rewritten reply: the hand, the digits, and every fact."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonelint.config import Settings
from tonelint.linter import Linter
from tonelint.spelling import variants

ZWNJ = "\u200c"
FAULTS = [
    "درخواست شما ثبت گردیده است.",
    "مدارک باید تا ۳ شهریور ارسال شود.",
    "نتیجه متعاقباً اعلام خواهد شد.",
    "فرم‌ها را تکمیل نمایید و به info@nemune.example بفرستید.",
    "خواهشمند است کد {code} را در https://nemune.example/p/12 ثبت نمایید.",
    "سفارش شما هم‌اکنون در حال بررسی می‌باشد.",
    "رضایت شما سرلوحه‌ی کار ماست.",
    "متأسفیم که از سفرتان رضایت نداشتید.",
    "شما می‌بایست رمز «نیلوفر۸» را عوض کنید.",
    "به علت عدم پرداخت، حساب شما مسدود گردید.",
    "خریدار موظف است ۴۵٬۰۰۰ تومان بپردازد.",
]
SPOKEN = [
    "سفارشتون رو ثبت کردیم و نتیجه اعلام می‌شه.",
    "بسته‌تون فردا ارسال می‌شه، کدش 8812 هست.",
    "باید اول رمزتون رو عوض کنین تا درست بشه.",
    "متأسفیم اگه این موضوع باعث دلخوریتون شده.",
]
PROTECTED = re.compile(r"https?://\S+|\S+@\S+\.\w+|\{\w+\}|«[^»]*»|[0-9۰-۹]+(?:٬[0-9۰-۹]+)*")
NUMBERED = re.compile(r"(?m)^[۰-۹]\. ")
MI = re.compile(r"(?<!\w)ن?می([\u200c ]?)(?=\w{2})")


@cache
def linter() -> Linter:
    """Without the rules that put spelling right: they are there to change the hand."""
    return Linter(Settings(off=("half-space", "mixed-digits")))


def rewritten(text: str) -> str:
    return linter().check(f"سلام خانم مرادی،\n{text}\nسارا رضایی", customer_name="خانم مرادی").rewrite("review")


replies = st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4, unique=True).map(" ".join)
few = settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])


@few
@given(replies)
def test_facts_survive(text: str) -> None:
    after = NUMBERED.sub("", rewritten(text))  # steps may become a numbered list
    assert sorted(PROTECTED.findall(text)) == sorted(PROTECTED.findall(after))


@few
@given(replies)
def test_who_joins_goes_on_joining(text: str) -> None:
    """Where «می» is written joined, no rewrite brings a ZWNJ into the reply, or a lonely «می»."""
    joined = next((v.text for v in variants(text, "fa") if v.name == "joined"), text)
    after = rewritten(joined + " ممنون میشوم.")
    assert ZWNJ not in after
    assert not [m for m in MI.findall(after) if m == " "]


@few
@given(replies)
def test_who_spaces_goes_on_spacing(text: str) -> None:
    after = rewritten(text.replace(ZWNJ, " ") + " ممنون می شوم.")
    assert ZWNJ not in after


@few
@given(replies)
def test_who_writes_a_half_space_goes_on_writing_it(text: str) -> None:
    after = rewritten(text + " ممنون می‌شوم.")
    assert set(MI.findall(after)) <= {ZWNJ}


@few
@given(replies, st.sampled_from(["latin-digits", "persian-digits"]))
def test_digits_stay_in_their_script(text: str, name: str) -> None:
    given_text = next((v.text for v in variants(text, "fa") if v.name == name), text)
    after = rewritten(given_text)
    used = {char.isascii() for char in given_text if char.isdigit()}
    assert {char.isascii() for char in after if char.isdigit()} <= (used or {True, False})


@pytest.mark.parametrize("text", SPOKEN)
def test_speech_stays_speech(text: str) -> None:
    after = rewritten(text)
    assert not re.search(r"(?<!\w)(را|اگر|است|می‌شود|می‌خواهیم|می‌کنند)(?!\w)", after)


@few
@given(replies)
def test_twice_is_once(text: str) -> None:
    once = linter().check(text).rewrite("review")
    assert linter().check(once).rewrite("review") == once
