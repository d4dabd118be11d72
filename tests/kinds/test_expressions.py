"""Regular expressions of rules: what a text must have before they are tried."""

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import RuleError
from tonelint.kinds import expressions
from tonelint.kinds.expressions import Expression, problem

PIECES = st.sampled_from([*"abc|()?*+.[]{}^$", r"\.", "{0,2}", "{2}", "(?:", "(?=", "(?i:", "[ab]", r"\w", "??", "(?!"])


def test_the_flagged_group() -> None:
    assert list(Expression("a(?P<flag>b)").spans("xab ab", 3)) == [(5, 6)]


def test_an_expression_that_is_not_possible_is_not_compiled() -> None:
    assert list(Expression("x(", needles=(("a", "x"), ("x", "y"))).spans("abc")) == []


def test_only_the_piece_between_the_offsets_counts() -> None:
    assert list(Expression("x(", needles=(("x",),)).spans("x" + 500 * "a" + "x", 300, 400)) == []
    assert list(Expression("(?<=ab)c").spans("abc abc", 2, 7)) == [(2, 3), (6, 7)]
    assert list(Expression("b(?=c)").spans("abc", 0, 2)) == []


def test_lines() -> None:
    assert list(Expression("^b").spans("a\nb")) == []
    assert list(Expression("^b", multiline=True).spans("a\nb")) == [(2, 3)]


def test_fits() -> None:
    assert Expression("b+").fits("abbc", 1, 3)
    assert not Expression("b+").fits("abbc", 1, 4)


def test_one_that_runs_away_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_SECONDS", 0.05)
    away = Expression("(?:a|aa|a+)+$")
    for use in (lambda text: list(away.spans(text)), lambda text: away.fits(text, 0, len(text)), away.found):
        with pytest.raises(RuleError, match="takes more than 0"):
            use("a" * 5000 + "!")


@pytest.mark.parametrize(
    "source",
    [
        "((((a{100}){100}){100}){100}){100}", "(?:a{1000}){1000}", "(?:a{500}(?i)){500}", "(?:[[:alpha:])]a{500}){500}", "a{99999999999}", "(?:[(]a{500}){500}", r"(?:\(a{500}){500}",
        "(?i:a{500}){500}", "(?x)(a{500} #)\n){500}", "(?#()(a{500}){500}", "(?V1)a", "(" * 900 + ")" * 900, "a" * 2001, "[a", "(?<=",
    ],
)  # fmt: skip
def test_what_no_expression_may_be(source: str) -> None:
    begun = time.process_time()
    assert problem(source)
    assert time.process_time() - begun < 1


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_any_source_has_a_problem_or_is_compiled(source: str) -> None:
    if not problem(source):
        regex.compile(source)
