"""A whole reply rewritten: overlaps, what rewrites do together, and again until nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rewriting.made import linter
from tonelint.revision import Revision, Steps, revise
from tonelint.rewrite import apart, edited
from tonelint.types import Edit


def test_it_goes_on_until_nothing_is_left(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[forsooth]", "warning safe"), stiff=("forsooth", "[really]", "hint safe"))
    assert made.check("So gadzooks it works.").rewrite() == "So really it works."


def test_where_rewrites_overlap_the_other_has_its_turn_if_it_is_still_wanted(tmp_path: Path) -> None:
    made = linter(
        tmp_path,
        odd=("oh gadzooks", "[well gadzooks]", "warning safe"),
        stiff=("gadzooks it", "[wow it]", "warning safe"),
    )
    assert made.check("So oh gadzooks it works.").rewrite() == "So well wow it works."


def test_rewrites_that_are_a_fault_only_together_are_not_both_put_in(tmp_path: Path) -> None:
    made = linter(
        tmp_path,
        odd=("gadzooks", "[holy]", "warning safe"),
        odder=("zounds", "[cow]", "warning safe"),
        stiff=("holy cow", "[well]", "error"),
    )
    report = made.check("So gadzooks zounds it works. Yes gadzooks, it works.")
    better = report.rewrite()
    assert better == "So holy zounds it works. Yes holy, it works."
    assert made.check(better).rewrite() == better
    assert made.check(better).score.value > report.score.value


def test_hints_are_left_alone_where_they_are_not_wanted_unless_that_is_safe(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[wow]", "hint"), stiff=("forsooth", "[really]", "hint safe"))
    text = "So gadzooks forsooth."
    findings = made.check(text).findings
    assert revise(text, findings, "review").text == "So wow really."
    assert revise(text, findings, "review", hints=False).text == "So gadzooks really."


def test_ideas_are_never_put_in(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", '["⟨what⟩"]', "warning"))
    assert made.check("So gadzooks.").rewrite("review") == "So gadzooks."


def test_the_edits_are_those_of_the_first_text(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[forsooth]", "warning safe"), stiff=("forsooth", "[really]", "hint safe"))
    text = "So gadzooks it\r\n works; gadzooks."
    assert revise(text, made.check(text).findings) == Revision(
        "So really it\r\n works; really.", (Edit(3, 11, "really"), Edit(24, 32, "really"))
    )


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Hi Kit. It is gadzooks. Bye.", "Hi Kit. It is. Bye."),
        ("Hi Kit. Gadzooks. Bye.", "Hi Kit. Bye."),
        ("Hi Kit.\n\nGadzooks!\n\nBye.", "Hi Kit.\n\nBye."),
        ("Hi Kit.\r\n\r\nGadzooks!\r\n\r\nBye.", "Hi Kit.\r\n\r\nBye."),
        ("Hi Kit. Gadzooks.\nBye.", "Hi Kit.\nBye."),
        ("Hi Kit.\nGadzooks. Bye.", "Hi Kit.\nBye."),
        ("Gadzooks, it works.", "It works."),
        ("Gadzooks", ""),
    ],
)
def test_what_is_left_out_leaves_no_trace(tmp_path: Path, text: str, better: str) -> None:
    made = linter(tmp_path, odd=("gadzooks", '[""]', "warning safe"))
    assert made.check(text).rewrite() == better


EDITS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("xyz", max_size=3)), max_size=4)


@given(st.text("abc", min_size=12, max_size=12), st.lists(EDITS, max_size=3))
def test_steps_come_to_edits_of_the_first_text(text: str, rounds: list[list[tuple[int, int, str]]]) -> None:
    steps = Steps(text)
    for edits in rounds:
        size = len(steps.text)
        made = [Edit(min(a, b, size), min(max(a, b), size), new) for a, b, new in edits]
        steps.make(edit for one in apart([edit] for edit in made) for edit in one)
    revision = steps.revision()
    assert edited(text, revision.edits) == revision.text == steps.text
    assert all(a.end < b.start for a, b in zip(revision.edits, revision.edits[1:]))
