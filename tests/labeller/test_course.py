"""The course of a reply: what it does anywhere, before its bad news, after it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.labeller.made import CUT, made
from tests.labeller.test_labeller import EN, reply_of
from tonelint import labeller
from tonelint.course import ACTS, course
from tonelint.labeller import act_label, excess_of_reply, excess_of_sentence

N = len(ACTS)
NONE = [-9.0] * N
SCORES = st.lists(st.floats(-9, 9), min_size=N, max_size=N)


def does(*acts: str) -> list[float]:
    return [9.0 if act in acts else -9.0 for act in ACTS]


def done(found: Sequence[float]) -> list[set[str]]:
    """The acts that are certain anywhere, before the bad news, after it."""
    return [{act for act, one in zip(ACTS, found[start : start + N]) if one > 0} for start in range(0, 3 * N, N)]


def test_what_stands_before_the_bad_news_and_what_after_it() -> None:
    found = course([does("kind"), does("no", "why"), does("way"), does("offer")])
    assert done(found) == [{"kind", "no", "why", "way", "offer"}, {"kind"}, {"way", "offer"}]
    assert done(course([does("bad"), does("kind")])) == [{"bad", "kind"}, set(), {"kind"}]
    assert found[-1] == 4


def test_no_sentences_no_acts() -> None:
    assert done(course([])) == [set(), set(), set()]
    assert course([])[-1] == 0


@given(st.lists(SCORES, max_size=30))
def test_a_course_is_bounded(said: list[list[float]]) -> None:
    found = course(said)
    assert len(found) == 3 * N + 1
    assert all(-2 <= one <= 2 for one in found[:-1]) and 0 <= found[-1] <= 12


@given(st.lists(SCORES, min_size=1, max_size=5), SCORES)
def test_one_sentence_more_never_does_less(said: list[list[float]], more: list[float]) -> None:
    assert all(now >= then for now, then in zip(course([*said, more])[:N], course(said)[:N]))


def test_the_course_leans_the_whole_reply_and_each_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made("odd", {}, whole={}, acts={"no": {"gadzooks": 100}}, courses={"reply:odd": (5.0,) + (0.0,) * 3 * N})
    monkeypatch.setattr(labeller, "of", lambda code: own)
    plain, refused = reply_of("It works. It does."), reply_of("Gadzooks. It does.")
    rise = (excess_of_reply("odd", refused, EN) or 0) - (excess_of_reply("odd", plain, EN) or 0)
    assert rise > 0
    for at in range(2):
        there, here = excess_of_sentence("odd", refused, at), excess_of_sentence("odd", plain, at)
        assert (there or 0) - (here or 0) == pytest.approx(rise)


def test_what_sentences_do_was_learnt_in_each_language() -> None:
    for code in ("en", "fa"):
        own = labeller.of(code)
        assert own is not None
        assert {act_label(act) for act in ACTS} <= own.labels.keys()
        assert {len(values) for values in own._weights.courses.values()} == {3 * N + 1}
        assert set(own._weights.courses) == {label for label in own.labels if label.startswith("reply:")}
    assert CUT > 0
