"""Terms of the trade: where they count, and what makes them free."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.counting import LINEAR, growth
from tonelint.linter import Linter

LINTER = Linter()


def pieces(text: str, **fields: str) -> list[str]:
    found = LINTER.check(text, None, **fields).findings
    return [text[f.span.start : f.span.end] for f in found if f.family == "jargon" and f.severity != "hint"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Your parcel is RTO.", ["RTO"]),
        ("your parcel is rto", ["rto"]),
        ("I sent it over to AR.", ["AR"]),
        ("The file is with the TPM today.", ["TPM"]),
        ("The TPM is back. The TPM called.", ["TPM", "TPM"]),
        ("ستلمنت شما فردا می‌رسد.", ["ستلمنت"]),
        ("فایل را برای TPM فرستادم.", ["TPM"]),
    ],
)
def test_terms(text: str, flagged: list[str]) -> None:
    assert pieces(text) == flagged


@pytest.mark.parametrize(
    "text",
    [
        "Your parcel goes back to the shop (RTO).",
        "The copy for JANE BASHID was blank.",
        "Please restart the QXB app.",
        "Your parcel is RTO (it goes back to the shop).",
        "Your parcel is RTO, that is, it goes back to the shop.",
        "The TPM (our planner) is back. The TPM called.",
        "The button says “RTO”.",
        "1. Type RTO.\n2. Press Enter.",
        "The ar of the old farm is a hundred square metres.",
        "The PDF is in your inbox.",
        "PLEASE READ THE TPM NOTE BELOW",
        "Thanks for writing! ^TPM",
        "Your code is [TPM].",
        "ستلمنت، یعنی تسویه‌حساب، فردا می‌رسد.",
        "ستلمنت (تسویه‌حساب) فردا می‌رسد.",
    ],
)
def test_free(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Your RTO is back at the shop.", "what does RTO mean on my parcel?"),
        ("Your RTO is back at the shop.", "my parcel says rto"),
        ("The webhooks fire again.", "my webhook is dead"),
        ("ستلمنت شما فردا می‌رسد.", "ستلمنتم کی میرسه"),
    ],
)
def test_what_the_customer_said_is_no_jargon(text: str, message: str) -> None:
    assert pieces(text)
    assert pieces(text, customer_message=message) == []
    assert pieces(text, customer_message="where is it?")


def test_a_list_without_numbers_is_no_step() -> None:
    assert pieces("- Your parcel is RTO.\n- I called the shop.") == ["RTO"]


@pytest.mark.parametrize("text", ["The TPM (", "RTO (a) ", "QXZ ", "RTO, that is, ", "RTO <https://a.example> "])
def test_cost_is_linear(text: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        return partial(LINTER.check, text * times)

    assert growth(prepare, 50) < LINEAR
