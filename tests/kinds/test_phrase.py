"""Kind phrase: where it looks, and what has to be known besides the words."""

from __future__ import annotations

import pytest

from tonelint import check


def rules(text: str, **context: str) -> set[str]:
    return {finding.rule for finding in check(text, None, **context).findings}


@pytest.mark.parametrize(("channel", "asked"), [("social", True), ("email", False), ("chat", False)])
def test_a_rule_with_channels_looks_only_there(channel: str, asked: bool) -> None:
    assert ("privacy-public" in rules("What is your order number?", channel=channel)) is asked
    assert "privacy-public" not in rules("What is your order number?")


@pytest.mark.parametrize(
    ("message", "known"),
    [("Order 5521 is late.", True), ("My order is late.", False), ("سفارش ۵۵۲۱ نرسیده", True), ("", False)],
)
def test_given_is_looked_for_in_the_message(message: str, known: bool) -> None:
    assert ("effort-known" in rules("Please send us your order number.", customer_message=message)) is known


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("I called you on 0113 496 0011.", True),
        ("I called you on (0113) 496-0011.", True),
        ("I called you on 4 May.", False),
        ("کد ملی ۰۰۱۲۳۴۵۶۷۸ در پرونده هست.", True),
        ("کد ملی ۵۶۷۸ در پرونده هست.", False),
    ],
)
def test_holds_is_looked_for_in_the_flagged_piece(text: str, full: bool) -> None:
    assert ("privacy-number" in rules(text)) is full
