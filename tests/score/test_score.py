"""Single values of the score, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tonelint.errors import UsageError
from tonelint.score import BANDS, LABELS, WEIGHTS, score
from tonelint.types import DIMENSIONS, Finding, Span


def found(
    severity: str = "warning",
    dimension: str = "clarity",
    start: int = 0,
    end: int = 4,
    confidence: int = 100,
    blocker: bool = False,
    rule: str = "r",
) -> Finding:
    return Finding(rule, rule, severity, Span(start, end), "", "en", dimension, confidence, blocker)


def lost(*findings: Finding, weights: Mapping[str, int] = WEIGHTS) -> list[int]:
    return [part.lost for part in score(findings, weights).parts]


def test_the_weights_are_those_of_all_dimensions() -> None:
    assert tuple(WEIGHTS) == DIMENSIONS
    assert sum(WEIGHTS.values()) == 100


@pytest.mark.parametrize(
    ("findings", "value"),
    [
        ([found("info")], 98),
        ([found("warning")], 93),
        ([found("error")], 88),
        ([found("warning", start=n, end=n + 1) for n in range(3)], 85),  # 20 * (1 - .65 ** 3) = 14.5
        ([found("error", d, start=n, end=n + 1) for d in DIMENSIONS for n in range(2)], 16),
        ([found("hint")], 100),
        ([found("info", confidence=1)], 99),
        ([found("error", blocker=True)], 49),
        ([found("hint", blocker=True)], 100),
    ],
)
def test_values(findings: list[Finding], value: int) -> None:
    assert score(findings).value == value


def test_overlapping_findings_of_one_dimension_count_once_with_the_dearest() -> None:
    assert lost(found("error", end=9, rule="a"), found("info", start=2, rule="b")) == [1200, 0]


def test_overlapping_findings_of_two_dimensions_both_count() -> None:
    assert lost(found(), found(dimension="care")) == [557, 743]  # 7 + 5.25 -> 13 points, 20 : 15, care first


def test_a_small_finding_between_two_large_ones_does_not_weld_them_together() -> None:
    apart = [found("error", start=0, end=5), found("error", start=10, end=15)]
    between = found("info", start=4, end=11)
    assert score([*apart, between]).value == score(apart).value == 83


def test_a_large_finding_over_many_small_ones_does_not_hide_them() -> None:
    small = [found("warning", start=n, end=n + 1) for n in range(3)]
    assert score([*small, found("error", start=0, end=3, rule="s")]).value == 85


def test_touching_spans_do_not_overlap() -> None:
    assert score([found(end=4), found(start=4, end=8)]).value == 88  # 20 * (1 - .4225) = 11.55


def test_the_loss_of_a_dimension_is_divided_by_severity() -> None:
    assert lost(found("error", end=2), found("info", start=2)) == [1114, 186]  # 12.8 -> 13 points, 6 : 1


def test_the_cap_is_paid_by_the_blocker() -> None:
    assert lost(found("error", "care", blocker=True), found("error", start=9, end=10)) == [900 + 3000, 1200]


def test_the_cap_at_99_is_paid_even_in_a_dimension_without_weight() -> None:
    only_care = {"care": 100}
    assert lost(found("error"), weights=only_care) == [100]
    assert score([found("error")], only_care).value == 99


def test_many_findings_take_little_time_and_everything() -> None:
    many = [found("error", d, start=n, end=n + 1) for d in DIMENSIONS for n in range(3000)]
    assert score(many).value == 0


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ({"clarity": 99}, "the weights add up to 99, not to 100"),
        ({"clarity": 110, "care": -10}, 'the weight of "care" is -10; it must not be below 0'),
        ({"claritty": 100}, 'no dimension "claritty"; did you mean "clarity"?'),
    ],
)
def test_wrong_weights(weights: dict[str, int], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        score([], weights)
    assert str(caught.value) == message


def test_every_band_has_a_label_in_both_languages() -> None:
    assert [set(LABELS[name]) for _, name in BANDS] == [{"fa", "en"}] * 5
