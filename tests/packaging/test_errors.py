"""Errors are values as well: they come whole out of another process, and out of a copy."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tonelint import errors
from tonelint.config import Settings
from tonelint.errors import LocatedError, TonelintError
from tonelint.linter import Linter
from tonelint.phrases import PhraseError


def kinds(of: type[TonelintError] = TonelintError) -> Iterator[type[TonelintError]]:
    yield of
    for below in of.__subclasses__():
        yield from kinds(below)


def made(kind: type[TonelintError]) -> TonelintError:
    if issubclass(kind, LocatedError):
        return kind("a key is missing; write “id”", "rules/نو.yaml", 3, 7)
    return kind("there is no profile “fax”")


ALL = sorted(kinds(), key=lambda kind: kind.__name__)
WAYS: list[Callable[[TonelintError], TonelintError]] = [
    copy.copy,
    copy.deepcopy,
    *(partial(lambda protocol, error: pickle.loads(pickle.dumps(error, protocol)), protocol) for protocol in range(6)),
]


def raised(kind: type[TonelintError]) -> None:
    raise made(kind)


def test_every_public_error_is_among_them() -> None:
    public = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)}
    assert public | {PhraseError} <= set(ALL)


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("way", WAYS)
def test_a_copy_says_the_same(kind: type[TonelintError], way: Callable[[TonelintError], TonelintError]) -> None:
    error = made(kind)
    error.__notes__ = ["while the pack was read"]  # type: ignore[attr-defined]
    other = way(error)
    assert (type(other), str(other), repr(other), vars(other)) == (kind, str(error), repr(error), vars(error))


def test_what_another_process_raises_arrives_whole() -> None:
    with ProcessPoolExecutor(1) as pool:
        for kind in ALL:
            error = pool.submit(raised, kind).exception(60)
            assert (type(error), str(error)) == (kind, str(made(kind)))
            assert {**vars(error), "__cause__": None} == {**vars(made(kind)), "__cause__": None}


def test_problems_of_a_report_know_their_place_in_another_process(tmp_path: Path) -> None:
    folder = str(tmp_path)
    with open(f"{folder}/odd.yaml", "w", encoding="utf-8") as file:
        file.write("id: odd\nid: odd\n")
    report = Linter(Settings(rule_folders=(folder,))).check("Hi Sara.")
    problems = [vars(problem) for problem in pickle.loads(pickle.dumps(report)).problems]
    assert problems == [vars(problem) for problem in report.problems]
    assert {
        "message": 'the key "id" is here twice; the first is in line 1',
        "path": f"{folder}/odd.yaml",
        "line": 2,
        "column": 1,
    } in problems
