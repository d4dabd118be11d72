"""Laws of English rewrites, whatever the reply: facts and the writer's habits survive."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonelint.linter import Linter
from tonelint.types import Finding

FACTS = [
    "4711",
    "£12.50",
    "14 March",
    "https://shop.example/a?b=1",
    "{{order_id}}",
    "ann@shop.example",
    "[% ref %]",
    "9:30",
]
FULL = [
    "Your request {} has been received and will be reviewed.",
    "The form {} must be signed and returned.",
    "You must send {} to us.",
    "We cannot ship {} until Monday.",
    "Please be advised that order {} is late.",
    "Rest assured that {} is safe.",
    "We pride ourselves on good trains.",
    "Your satisfaction is our top priority, so please keep {}.",
    "We apologise for any inconvenience.",
    "In order to change {}, you will need to call.",
    "Our L2 team has {} in an SLA.",
    "It is with regret that {} is closed.",
    "We are sorry that you feel that way about {}.",
    "Your parcel {} was checked by our team and sent out.",
]
SHORT = ["I've got {}.", "We don't mind {}.", "That's {}, isn't it?", "We'll keep {}."]
CONTRACTED = re.compile(r"(?i)\b(?:we|i|you|it|that)['’](?:ve|ll|re|m|s)\b|n['’]t\b")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def filled(sentences: list[str]) -> st.SearchStrategy[str]:
    one = st.builds(
        lambda sentence, fact: sentence.replace("{}", fact, 1), st.sampled_from(sentences), st.sampled_from(FACTS)
    )
    return st.lists(one, min_size=1, max_size=5).map(" ".join)


def offered(linter: Linter, text: str) -> list[tuple[Finding, str]]:
    """The reply after each rewrite of each finding that could be applied without filling gaps."""
    after = []
    for finding in linter.check(text).findings:
        for rewrite in finding.rewrites:
            if rewrite.safety != "idea":
                better = text
                for edit in sorted(rewrite.edits, reverse=True):
                    better = better[: edit.start] + edit.text + better[edit.end :]
                after.append((finding, better))
    return after


EASY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@EASY
@given(filled(FULL + SHORT), st.sampled_from("'’"))
def test_facts_survive(linter: Linter, text: str, mark: str) -> None:
    text = text.replace("'", mark)
    for finding, better in offered(linter, text):
        lost = [fact for fact in FACTS if text.count(fact) > better.count(fact)]
        assert not lost, (finding.rule, better)


@EASY
@given(filled(FULL + SHORT), st.sampled_from("'’"))
def test_the_apostrophe_is_the_writers(linter: Linter, text: str, mark: str) -> None:
    text = text.replace("'", mark) + f" I{mark}m here."
    other = "’" if mark == "'" else "'"
    for finding, better in offered(linter, text):
        assert other not in better, (finding.rule, better)


@EASY
@given(filled(FULL))
def test_who_writes_in_full_stays_so(linter: Linter, text: str) -> None:
    text = "We do not mind. " + text
    for finding, better in offered(linter, text):
        assert not CONTRACTED.search(better), (finding.rule, better)


@EASY
@given(filled(FULL))
def test_sentences_begin_as_they_did(linter: Linter, text: str) -> None:
    for finding, better in offered(linter, text):
        assert not re.search(r"(?:\A|(?<![A-Z\d])[.!?] )[a-z](?!nn@)", better), (finding.rule, better)
        assert not re.search(r" [,.;]|,,|\.\.|  |,\.", better), (finding.rule, better)
