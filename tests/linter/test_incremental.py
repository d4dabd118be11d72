"""A reply that is being written: after every edit the check that remembers says what a check from scratch says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counting import steps
from tonelint.linter import Linter

LINTER = Linter()
PIECES = st.sampled_from([
    "Hi Sara,\n\n", "Unfortunately we cannot refund it. ", "You must wait", " soon.", "“You must wait.” ", "\n\nBest,\nTom",
    "سلام خانم مرادی،\n", "متأسفانه نمی‌توانیم لغو کنیم. ", "باید صبر کنید", "، چون انبار بسته است.", "?", " ", "12", "\n> You must\n",
])  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12), PIECES), max_size=8)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=6), EDITS, st.sampled_from([None, "chat"]))
def test_remembering_changes_nothing(pieces: list[str], edits: list[tuple[int, int, str]], channel: str | None) -> None:
    text, again = "".join(pieces), LINTER.incremental()
    for start, length, piece in [(0, 0, ""), *edits]:
        text = text[:start] + piece + text[start + length :]
        message = "You must refund it!"
        fresh = LINTER.check(text, channel=channel, customer_message=message)
        assert again(text, channel=channel, customer_message=message) == fresh


def test_an_edit_costs_less_than_the_whole() -> None:
    text = "\n".join(f"You must send form {n}, or we cannot refund it in {n} days." for n in range(60))
    again = LINTER.incremental()
    again(text)
    edited = text.replace("form 7,", "the form,")
    LINTER.check(edited)
    assert 1.5 * steps(lambda: again(edited)) < steps(lambda: LINTER.check(edited))
