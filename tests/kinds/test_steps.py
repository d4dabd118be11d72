"""Kind steps: things to do, one after the other in running text."""

from __future__ import annotations

import pytest

from tonelint.config import Settings
from tonelint.linter import Linter

LINTER = Linter(Settings(only=("unnumbered-steps",)))
THREE = "open the lid, take out the filter and rinse it with water"


def flagged(text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in LINTER.check(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Please {THREE}.", [THREE]),
        ("Open the lid and take out the filter.", []),
        (f"- Please {THREE}.\n- Close it.", []),
        (f"📌 Please {THREE}.", [THREE]),
        ("To clean it: 1) open the lid, 2) take out the filter, 3) rinse it with water.", []),
        ("Open the lid. It is blue. Take out the filter. It is red. Rinse it with water.", []),
        ("Open the lid.\n\nTake out the filter.\n\nRinse it with water.", []),
        ("Open the lid. Take out the filter. Rinse it.", ["Open the lid. Take out the filter. Rinse it"]),
        (f"Open the lid and {'x' * 120}, take out the filter and rinse it with water.", []),
    ],
)
def test_what_counts(text: str, expected: list[str]) -> None:
    assert flagged(text) == expected


def test_the_list_that_is_offered() -> None:
    (finding,) = LINTER.check(f"Please {THREE}.").findings
    assert finding.rewrites[0].text == "\n1. Open the lid\n2. Take out the filter\n3. Rinse it with water"


def test_the_list_in_persian() -> None:
    (finding,) = LINTER.check("در را ببندید، شیر را باز کنید و سپس کلید را بزنید.").findings
    assert finding.rewrites[0].text == "۱. در را ببندید\n۲. شیر را باز کنید\n۳. کلید را بزنید"
