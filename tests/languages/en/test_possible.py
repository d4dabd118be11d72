from __future__ import annotations

import pytest

from tests.languages.en.test_turns import turned

POSSIBLE = {
    "[We can't ship] it until Monday.": "We can ship it from Monday.",
    "[We can't open] the account unless you upload your passport.": (
        "We can open the account once you upload your passport."
    ),
    "[We can't refund] it without a receipt.": "We can refund it with a receipt.",
    "[We can't refund] it without checking it.": None,
    "Orders [can't be changed] once they are packed.": "Orders can be changed until they are packed.",
    "Refunds [are not possible] after 14 days.": "Refunds are possible within 14 days.",
    "A refund [is not possible] after the show.": "A refund is possible until the show.",
    "Until you send the form, [we can't go] on.": "Once you send the form, we can go on.",
    "[We're unable to] ship before Friday.": "We can ship from Friday.",
    "[We won't ship] it until you have paid.": "We will ship it once you have paid.",
    "The green one [isn't available] until May.": "The green one is available from May.",
    "It[’s not possible] until noon.": "It’s possible from noon.",
    "Our shop [doesn't open] until nine.": "Our shop opens from nine.",
    "[We are currently unable to] send it until next week.": "We can send it from next week.",
    "[I can't] send it until your payment.": "I can send it after your payment.",
    "[We can't] send only one until Monday.": None,
    "[We can't help] you.": None,
    "[We can't help] you; ask us before Monday.": None,
}  # fmt: skip


@pytest.mark.parametrize("marked", POSSIBLE)
def test_refusals_with_a_limit_say_what_works(marked: str) -> None:
    assert turned("possible", marked) == POSSIBLE[marked]
