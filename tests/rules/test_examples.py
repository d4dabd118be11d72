"""Every example of every rule and act keeps its promise, in every spelling."""

from __future__ import annotations

import pytest

from tonelint.linter import Linter
from tonelint.rulebook import loader, source
from tonelint.testing import Case, described, examples, failures

BOOK = loader.load(source.folders())


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def test_every_file_can_be_used() -> None:
    assert not BOOK.problems, "\n".join(map(str, BOOK.problems))


def test_every_phrase_is_in_the_notation(linter: Linter) -> None:
    assert not linter.problems, "\n".join(map(str, linter.problems))


def test_there_are_rules_and_acts() -> None:
    assert BOOK.rules
    assert BOOK.acts


@pytest.mark.parametrize("case", list(examples(BOOK)), ids=lambda case: case.id)
def test_example(linter: Linter, case: Case) -> None:
    if failed := failures(linter, case):
        pytest.fail(described(case, failed), pytrace=False)
