"""Two voices in one reply, «تو» beside «شما», and what is only polite speech."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.counting import LINEAR, growth
from tonelint.linter import Linter
from tonelint.testing import only

LINTER = Linter()
MIXED, PLAIN, ADDRESS = (only(LINTER, f"register-{name}") for name in ("mixed", "plain", "address"))


def pieces(linter: Linter, text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in linter.check(text).findings]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("بسته‌تون آماده گردید، بهتون زنگ می‌زنن.", ["گردید"]),
        ("بسته‌تون آماده شد، بهتون زنگ می‌زنن.", []),
        ("بسته‌ی شما آماده گردید و با شما تماس می‌گیرند.", []),
        ("Your claim is deemed void. Whoops, my bad!", ["deemed"]),
        ("Whoops, my bad! Fixed now.", []),
        ("Your claim is deemed void pursuant to section 4.", []),
    ],
)
def test_office_beside_talk(text: str, flagged: list[str]) -> None:
    assert pieces(MIXED, text) == flagged


def test_one_written_word_in_a_spoken_reply_is_no_mixture() -> None:
    text = "بسته‌تون رو فرستادم و فردا می‌رسه، رایگان است، کاری بود بگید."
    assert pieces(MIXED, text) == pieces(PLAIN, text) == []


def test_polite_speech_is_one_voice() -> None:
    text = "سلام، شما لطف کنید شماره‌تون رو بفرمایید تا براتون پیگیری کنم."
    assert pieces(MIXED, text) == pieces(PLAIN, text) == pieces(ADDRESS, text) == []


def test_the_smaller_voice_is_put_into_the_other() -> None:
    text = "بسته‌تون آماده گردید، بهتون زنگ می‌زنن."
    (finding,) = MIXED.check(text).findings
    assert finding.rewrites[0].safety == "review"
    assert MIXED.check(text).rewrite("review") == "بسته‌تون آماده شد، بهتون زنگ می‌زنن."


def test_quoted_words_are_somebody_elses() -> None:
    assert pieces(ADDRESS, "نوشته بودید «سفارشم رو بفرست»؛ امروز برایتان فرستادم.") == []
    assert pieces(ADDRESS, "سفارشت رو فرستادم؛ امروز برایتان می‌رسد.") == ["سفارشت"]


@pytest.mark.parametrize("linter", [MIXED, ADDRESS])
def test_cost_is_linear(linter: Linter) -> None:
    def prepare(times: int) -> Callable[[], object]:
        return partial(linter.check, "سفارشتون رو می‌فرستم «باشه» و لذا شما بگو. " * times)

    assert growth(prepare, 60) < LINEAR


def test_a_name_that_is_also_an_order_addresses_nobody() -> None:
    text = "نگین جان، کفشت را فردا می‌فرستم. سؤالی بود بگو."
    assert not ADDRESS.check(text, channel="chat", customer_name="نگین").findings
    assert ADDRESS.check(text.replace("نگین جان", "به کسی نگین"), channel="chat").findings
