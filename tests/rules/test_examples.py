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
    if BOOK.problems:
        pytest.fail("\n".join(map(str, BOOK.problems)), pytrace=False)


def test_every_phrase_is_in_the_notation(linter: Linter) -> None:
    loading = set(map(str, BOOK.problems))
    if compiling := [str(problem) for problem in linter.problems if str(problem) not in loading]:
        pytest.fail("\n".join(compiling), pytrace=False)


def test_there_are_rules_and_acts() -> None:
    assert BOOK.rules
    assert BOOK.acts


@pytest.mark.parametrize("case", list(examples(BOOK)), ids=lambda case: case.id)
def test_example(linter: Linter, case: Case) -> None:
    if failed := failures(linter, case):
        pytest.fail(described(case, failed), pytrace=False)
