"""Rewrites are tried before they are offered, when they are first looked at, and look like a tuple."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import tonelint
from tests.rewriting.made import linter
from tonelint.config.settings import Suppression
from tonelint.linter import Linter
from tonelint.offers import Offers
from tonelint.report import Report
from tonelint.suppress import suppressed
from tonelint.types import Rewrite


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All texts that are checked, in order."""
    texts: list[str] = []
    original = Linter._check

    def check(self: Linter, seen: Any, text: str, *known: Any, **heard: Any) -> Report:
        texts.append(text)
        return original(self, seen, text, *known, **heard)

    monkeypatch.setattr(Linter, "_check", check)
    return texts


def tried(made: Linter, text: str, **context: str) -> list[tuple[str, str]]:
    """The rewrites of the first finding, and what speaks against each."""
    finding = made.check(text, None, **context).findings[0]
    assert isinstance(finding.rewrites, Offers)
    return [(rewrite.text, objection) for rewrite, objection in finding.rewrites.tried()]


def test_what_is_still_flagged_is_not_offered(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("(gadzooks|zounds)", "[zounds, wow]", "warning"))
    assert tried(made, "Oh gadzooks it works.") == [("zounds", "still flagged"), ("wow", "")]
    assert [r.text for r in made.check("Oh gadzooks it works.").findings[0].rewrites] == ["wow"]


def test_what_brings_another_finding_is_not_offered(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[forsooth, wow]", "warning"), stiff=("forsooth", "[really]", "warning"))
    assert tried(made, "Oh gadzooks it works.") == [("forsooth", "brings stiff"), ("wow", "")]


def test_a_hint_may_come(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[forsooth]", "warning"), stiff=("forsooth", "[really]", "hint"))
    assert tried(made, "Oh gadzooks it works.") == [("forsooth", "")]


def test_a_fault_of_the_same_rule_elsewhere_does_not_matter(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[wow]", "warning"))
    assert tried(made, "Oh gadzooks it works, gadzooks.") == [("wow", "")]


@pytest.mark.parametrize(
    ("match", "text", "rewrites", "expected"),
    [
        ("our odd _", "We take our odd 3 now.", "[it]", [("it", "loses 3")]),
        ("our odd …4 now", "We take our odd box on Friday now.", "[it, on Friday]", [("it", "loses Friday"), ("on Friday", "")]),
        ("our odd …4 now", "We take our odd see x.example/a now.", "[it]", [("it", "loses x.example/a")]),
        ("our odd …4 now", "We take our odd {{box}} now.", "['⟨what⟩']", [("⟨what⟩", "loses {{box}}")]),
        ("our odd …4 now", "We take our odd 3 now.", "['⟨how many⟩']", [("⟨how many⟩", "")]),
    ],
)  # fmt: skip
def test_facts_are_not_lost(
    tmp_path: Path, match: str, text: str, rewrites: str, expected: list[tuple[str, str]]
) -> None:
    assert tried(_with_gap(tmp_path, match, rewrites), text) == expected


def _with_gap(folder: Path, match: str, rewrites: str) -> Linter:
    made = linter(folder, odd=("gadzooks", rewrites.replace("'", '"'), "warning"))
    (folder / "odd.yaml").write_text(
        (folder / "odd.yaml").read_text("utf-8").replace("match: gadzooks", f"match: ({match}|gadzooks)"), "utf-8"
    )
    return Linter(made.settings)


def test_a_finding_may_lose_the_fact_that_it_is_about() -> None:
    [finding] = tonelint.check("Hi Jon, it works now.", customer_name="Joan Petrov", channel="chat").findings
    assert [rewrite.text for rewrite in finding.rewrites] == ["Joan"]


def test_an_idea_is_looked_at_without_its_gaps(tmp_path: Path) -> None:
    made = linter(tmp_path, odd=("gadzooks", '["gadzooks ⟨why⟩", "⟨gadzooks⟩", "gadzooks"]', "warning"))
    assert tried(made, "So gadzooks it works.") == [("gadzooks ⟨why⟩", ""), ("⟨gadzooks⟩", "")]
    made = linter(tmp_path, odd=("(gadzooks|zounds)", '["zounds ⟨why⟩"]', "warning"))
    assert tried(made, "So gadzooks it works.") == [("zounds ⟨why⟩", "still flagged")]


def test_a_gap_may_take_the_place_of_a_placeholder() -> None:
    findings = tonelint.check("Your order [ORDER NUMBER] is here.", channel="chat").findings
    assert [[r.text for r in f.rewrites] for f in findings if f.rule == "unfilled-placeholder"] == [["⟨ORDER NUMBER⟩"]]


def test_nothing_is_tried_before_somebody_looks(tmp_path: Path, checked: list[str]) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[wow]", "warning"))
    report = made.check("Oh gadzooks.")
    assert checked == ["Oh gadzooks."]
    assert len(report.findings[0].rewrites) == 1
    assert sorted(checked) == ["Oh gadzooks.", "Oh gadzooks.", "Oh wow."]
    assert list(report.findings[0].rewrites)
    assert len(checked) == 3


def test_an_idea_asks_only_its_own_rule(tmp_path: Path, checked: list[str]) -> None:
    made = linter(tmp_path, odd=("gadzooks", '["⟨what⟩ it"]', "warning"), even=("it it", "[it]", "warning"))
    report = made.check("Oh gadzooks it.")
    assert len(report.findings[0].rewrites) == 1
    assert checked == ["Oh gadzooks it."]


def test_they_are_as_a_tuple(tmp_path: Path) -> None:
    offers = linter(tmp_path, odd=("gadzooks", "[wow, well]", "warning")).check("Oh gadzooks.").findings[0].rewrites
    plain = tuple(offers)
    assert [rewrite.text for rewrite in plain] == ["wow", "well"]
    assert offers == plain and plain == offers and offers != plain[:1]
    assert (offers[0], offers[-1], offers[1:], offers[:1]) == (plain[0], plain[1], plain[1:], plain[:1])
    assert (len(offers), bool(offers), repr(offers), hash(offers)) == (2, True, repr(plain), hash(plain))
    assert plain[1] in offers and offers.index(plain[1]) == 1
    again = pickle.loads(pickle.dumps(offers))
    assert type(again) is tuple and again == plain and isinstance(again[0], Rewrite)


def test_none_is_false(tmp_path: Path) -> None:
    offers = linter(tmp_path, odd=("gadzooks", "[gadzooks]", "warning")).check("Oh gadzooks.").findings[0].rewrites
    assert not offers and offers == ()


def test_a_report_can_be_pickled_and_rewritten_again() -> None:
    report = tonelint.check("Hi Sara, please find attached the form.", channel="chat")
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert again.rewrite("review") == report.rewrite("review") != report.text


def test_threads_may_look_at_the_same_time() -> None:
    findings = tonelint.check("سلام، مدارک شما ناقص می‌باشد و متعاقباً ارسال می‌گردد.").findings
    with ThreadPoolExecutor(8) as pool:
        seen = [list(pool.map(lambda f: tuple(f.rewrites), findings)) for _ in range(4)]
    assert all(one == seen[0] for one in seen)


@pytest.mark.parametrize("far", [0, 9000])
def test_a_long_reply_is_tried_in_pieces(tmp_path: Path, checked: list[str], far: int) -> None:
    made = linter(tmp_path, odd=("(gadzooks|zounds)", "[zounds, wow]", "warning"))
    text = "All is well. " * (far // 13) + "Oh gadzooks it works. " + "All is well. " * (far // 13)
    finding = made.check(text).findings[0]
    checked.clear()
    assert [rewrite.text for rewrite in finding.rewrites] == ["wow"]
    assert finding.rewrites[0].edits[0].start == text.index("gadzooks")
    assert checked and max(map(len, checked)) < 2000


def test_a_name_may_give_way_to_that_of_the_customer() -> None:
    findings = tonelint.check("Dear John Smith, it works now.", customer_name="Joan Petrov", channel="chat").findings
    assert [r.text for f in findings if f.rule == "wrong-name" for r in f.rewrites] == ["Joan Petrov"]


def test_a_list_of_steps_is_offered_in_a_short_reply() -> None:
    text = "Print the form, sign it, and post it to our Leeds office with a copy of your card."
    assert any(r.text.startswith("1. Print") for f in tonelint.check(text).findings for r in f.rewrites)


def test_what_is_passed_over_has_no_rewrites_tried(tmp_path: Path, checked: list[str]) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[dear me]", "warning safe"), stiff=("hereby", "[now]", "warning safe"))
    report = made.check("So gadzooks it hereby is.")
    del checked[:]
    known = (Suppression("odd", "they like it"),)
    assert [finding.rule for finding in suppressed(report, "a.txt", "a", known, "2027-01-31").report.findings] == [
        "stiff"
    ]
    assert checked == []


def test_only_so_many_findings_have_rewrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = linter(tmp_path, odd=("gadzooks", "[dear me]", "warning safe"))
    text = "So gadzooks it is. " * 5
    assert made.check(text).untried == 0
    monkeypatch.setattr("tonelint.offers.MOST", 3)
    monkeypatch.setattr("tonelint.linter.MOST", 3)
    report = made.check(text)
    assert [len(finding.rewrites) for finding in report.findings] == [1, 1, 1, 0, 0]
    assert report.untried == 2
    assert report.rewrite() == "So dear me it is. " * 5, "what is left is rewritten when the first are"
