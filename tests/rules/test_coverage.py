"""docs/coverage.md is what the rules say now, and no rule stands outside of it. ``python docs/coverage.py`` renews it."""

from __future__ import annotations

from collections import Counter

import pytest

from docs import coverage
from tonelint.rulebook import loader, source
from tonelint.rulebook.schema import FAMILIES
from tonelint.types import Rule

RULES = loader.load(source.folders()).rules
ROWS = coverage.rows()


def made(name: str, family: str, *cited: str) -> Rule:
    return Rule(name, family, "phrase", "clarity", "warning", {}, {}, source=cited)


def test_the_page_is_up_to_date() -> None:
    if coverage.PAGE.read_text("utf-8") != coverage.page(ROWS, RULES):
        pytest.fail("docs/coverage.md is old; run: python docs/coverage.py", pytrace=False)


def test_every_rule_cites_rows_that_name_it() -> None:
    assert coverage.unclaimed(ROWS, RULES) == []


def test_rows_are_whole() -> None:
    assert [row for row, times in Counter(row["row"] for row in ROWS).items() if times > 1] == []
    for row in ROWS:
        needed = {"row", "mark", "priority", "asks", "served" if row["mark"] == "N" or "served" in row else "by"}
        assert needed <= set(row) <= needed | {"note"}, row
        assert row["mark"] in ("R", "C", "N") and row["priority"] in ("P1", "P2", "P3"), row


def test_rows_that_are_served_name_only_what_there_is() -> None:
    """A misspelt name would hide in a row that something else serves."""
    known = {*FAMILIES, *(rule.id for rule in RULES)}
    served = [row for row in ROWS if row["mark"] != "N" and coverage.serving(row, RULES)]
    assert [name for row in served for name in coverage._names(row) if name not in known] == []


ROW = {"row": "003-2b", "mark": "R", "priority": "P1", "by": ["no-such"], "asks": "Say it well", "note": "half"}


def test_a_row_that_nothing_serves_is_a_gap() -> None:
    text = coverage.page([ROW], [made("cannot", "negative-wording", "003-2")])
    assert "| 003-2b | Say it well | R | P1 | **GAP** (no-such); half |" in text
    assert "1 rows can be seen in a text: 0 are served, 1 are gaps (1 of P1, 0 of P2, 0 of P3)." in text


def test_a_rule_serves_where_it_cites_the_place_and_is_named() -> None:
    rules = [made("cannot", "negative-wording", "003-2"), made("b", "jargon", "003-2"), made("c", "cliche", "003-3")]
    assert coverage.serving({**ROW, "by": ["negative-wording", "b", "c"]}, rules) == ["b", "cannot"]
    assert coverage.unclaimed([{**ROW, "by": ["cannot"]}], rules) == ["b: 003-2", "c: 003-3"]
    assert coverage.unclaimed([ROW], [made("bare", "jargon")]) == ["bare: nothing"]
