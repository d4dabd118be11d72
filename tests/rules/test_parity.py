"""Both languages are served alike: a rule for one of them is named here, and its file says why."""

from __future__ import annotations

from pathlib import Path

from docs import coverage
from tonelint.rulebook import loader, source
from tonelint.types import Rule

BOOK = loader.load(source.folders())
ONE_SIDED = {
    "fa": {
        *("arabic-letters", "half-space", "kashida", "mark-spacing", "mixed-digits"),
        *("register-address", "register-plain", "stiff-copula", "jargon-office", "jargon-workshop"),
        *("blame-misdone", "condescension-known", "hostility-nagging", "effort-chain", "curt-goodbye"),
        *("reason-withheld", "sent-away-open"),
        *("non-apology-likely", "over-apology-likely", "cliche-likely", "not-granted", "passive-formula"),
        *("effort-yourself", "vague-turn", "curt-keep-away", "curt-sent-off", "curt-brusque", "open-ended", "register-slip"),
    },
    "en": {
        *("shouting", "passive-deed", "obligation-state", "stiff-legalese", "flat-no", "there-is-no", "will-not-be"),
        *("blame-habit", "condescension-obvious", "hostility-chasing", "effort-paperwork", "overpromise-seal"),
        *("curt-no-contact", "curt-shut-case", "curt-shutting", "effort-toil", "vague-occasion"),
        *("overpromise-boast", "bare-no", "stays-so", "over-apology-row"),
    },
}


def test_rules_for_one_language_are_these() -> None:
    found = {code: {id for id, (only, _) in coverage.one_sided(BOOK.rules).items() if only == code} for code in ONE_SIDED}
    assert found == ONE_SIDED


def test_each_says_why() -> None:
    assert [id for id, (_, why) in coverage.one_sided(BOOK.rules).items() if len(why.split()) < 3] == []


def test_the_reason_is_that_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "lone.yaml"
    file.write_text("id: lone\nonly: {fa: English does without.}\n", "utf-8")
    rule = Rule("lone", "jargon", "phrase", "clarity", "hint", {"fa": "…"}, {}, path=str(file))
    assert coverage.one_sided([rule, rule._replace(id="both", message={"fa": "…", "en": "…"})]) == {
        "lone": ("fa", "English does without.")
    }
    file.write_text("id: lone\n", "utf-8")
    assert coverage.one_sided([rule]) == {"lone": ("fa", "")}


def test_acts_know_both_languages_or_serve_rules_for_one() -> None:
    """«نگین جان» warms a short reply; what is somebody else's, and a list of chores, `handoff` tells in Persian."""
    lone = {"chores": {"en"}, "fond-address": {"fa"}, "named-address": {"fa"}, "open-end": {"fa"}, "others-matter": {"en"}}
    assert {act.name: set(act.phrases) for act in BOOK.acts if set(act.phrases) != {"fa", "en"}} == lone


def test_phrases_and_examples_are_there_in_both() -> None:
    both = [rule for rule in BOOK.rules if len(rule.message) == 2]
    assert [rule.id for rule in both if rule.kind == "phrase" and not all(rule.phrases[code] for code in rule.message)] == []
    assert [rule.id for rule in both if not (rule.bad.keys() == rule.good.keys() == rule.message.keys())] == []
