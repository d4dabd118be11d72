"""Cost grows with the reply: a whole check of four times the text takes about four times the steps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.counting import LINEAR, growth
from tonelint.linter import Linter

LINTER = Linter()
UNITS = [
    "Unfortunately we can't ship it. ", "you must, if you can't, ", "I’m sorry\n", "our team will look into it soon and ",
    "Hi Sara,\n\n", "1. Press save.\n", "{{name}} ", "PLEASE!!! ", "“it was sent” was sent, ", "the RTO (a) ",
    "متأسفانه نمی‌توانیم لغو کنیم. ", "اگر نرسید باید ", "سفارش ثبت شد و ", "سلام خانم مرادی\n", "چرا؟ ", "درخواست ها می شود ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_the_cost_of_a_check_is_linear(unit: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        return partial(LINTER.check, unit * times, customer_name="Sara Moradi", customer_message=unit * times)

    assert growth(prepare, 80) < LINEAR


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_reply_is_checked(unit: str) -> None:
    text = unit * 500
    assert LINTER.check(text, customer_name="Sara Moradi", customer_message=text).text == text
