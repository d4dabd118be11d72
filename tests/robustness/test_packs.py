"""Rules from other people: whatever stands in them, they run no code, and cannot stop a check."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import promises
from fuzz.promises import Alone
from fuzz.targets import seeds
from tests.doors.made import run
from tonelint.config import Settings

AWAY = """\
id: away
family: emphasis
kind: pattern
dimension: care
severity: warning
only: {en: Persian has none.}
why: {en: Because.}
message: {en: "“{match}” is odd."}
params: {patterns: "(?:a|aa|a+)+$"}
examples:
  en: {bad: [{text: Haa, flags: [aa]}, {text: Haaa, flags: [aaa]}], good: [It is., Good.]}
"""
FEW = settings(max_examples=40, suppress_health_check=list(HealthCheck))


@FEW
@given(st.text("ab()|?{}+@!&…$^,=<>²9_ ش\n", max_size=40))
def test_any_phrase_is_used_or_refused_in_one_line(tmp_path: Path, source: str) -> None:
    """A line end in a phrase made two lines of the message; "…²" ended the process."""
    promises.phrase(source, str(tmp_path))


@FEW
@given(st.sampled_from(list(seeds("rules"))), st.integers(0), st.integers(0), st.text(max_size=6))
def test_a_rule_with_anything_put_in_is_used_or_refused(
    tmp_path: Path, data: bytes, at: int, cut: int, new: str
) -> None:
    text = data.decode()
    at %= len(text)
    promises.rule((text[:at] + new + text[at + cut % 40 :]).encode("utf-8", "surrogatepass"), str(tmp_path))


@pytest.mark.parametrize(
    "line",
    [
        "id: !!python/object/apply:os.system [touch here]", "id: !!python/name:os.system", "id: &a [*a, *a]",
        "id: " + "[" * 5000, "&a id: *a", "<<: {id: x}", "id: ../../x", "? [a]\n: b",
    ],
)  # fmt: skip
def test_what_yaml_could_do_elsewhere_is_a_mistake(tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    promises.rule(AWAY.replace("id: away", line).encode(), str(tmp_path))
    assert Alone(Settings(rule_folders=(str(tmp_path),))).problems
    assert os.listdir(tmp_path) == ["some-rule.yaml"]


def test_an_expression_that_runs_away_costs_its_rule_and_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "away.yaml").write_text(AWAY, "utf-8")
    (tmp_path / "tonelint.yaml").write_text("rule_folders: [rules]\n", "utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("H" + "a" * 4000 + "!\n\nKindly wait.", "utf-8")
    begun = time.perf_counter()
    done = run(tmp_path, "check", "a.txt", "b.txt", "--format", "compact")
    assert time.perf_counter() - begun < 40
    assert done.returncode == 2
    assert (
        done.stderr.count("the rule “away” is given up: the expression “(?:a|aa|a+)+$” takes more than 2 seconds") == 1
    )
    assert done.stdout.count("stiff-") == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_among_rules_is_passed_over(tmp_path: Path) -> None:
    """It made the linter wait for ever."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (problem,) = Alone(Settings(rule_folders=(str(tmp_path),))).problems
    assert "loop.yaml: the file cannot be read" in str(problem)


@pytest.mark.parametrize(
    "slots", ["{nothing}", "{", "}", "{match", "{{match}}", "{match.__class__}", "{0}", "{match!r:>9}"]
)
def test_slots_of_messages_name_values_and_nothing_else(tmp_path: Path, slots: str) -> None:
    (tmp_path / "away.yaml").write_text(
        AWAY.replace("(?:a|aa|a+)+$", "x+").replace("“{match}” is", f"“{slots}” is"), "utf-8"
    )
    linter = Alone(Settings(rule_folders=(str(tmp_path),)))
    said = [finding.message for finding in linter.check("Hi xx there.").findings if finding.rule == "away"]
    assert linter.problems or (said and "class" not in said[0].replace("__class__", ""))


MANY = """\
id: {name}
family: stiff-wording
kind: phrase
dimension: clarity
severity: warning
only: {{en: Persian has none.}}
why: {{en: Because.}}
message: {{en: "“{{match}}” is odd."}}
phrases:
  en: [{phrases}]
examples:
  en: {{bad: [{{text: So zig it is., flags: [zig]}}, {{text: It is zig., flags: [zig]}}], good: [It is., Good.]}}
"""


def test_more_phrases_than_there_is_room_for_silence_their_rules_and_are_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million phrases of four words took 154 seconds and 2.8 GB; a thousand with a large word set each, 38 seconds."""
    monkeypatch.setattr("tonelint.cuebook.MOST_PARTS", 50)
    phrases = {"a-few": "zig", "b-many": ", ".join(["zag", *("zig zag zog" for _ in range(1000))]), "c-one": "zog"}
    for name, some in phrases.items():
        (tmp_path / f"{name}.yaml").write_text(MANY.format(name=name, phrases=some), "utf-8")
    found = Alone(Settings(rule_folders=(str(tmp_path),)))
    sentence = "the phrases of all rules have more than 50 parts, word sets put in; leave some out"
    assert [str(problem) for problem in found.problems] == [
        f"{tmp_path}/b-many.yaml:10:{len('  en: [zag, ') + 1 + 17 * len('zig zag zog, ')}: {sentence}",
        f"{tmp_path}/c-one.yaml:10:8: {sentence}",
    ]
    assert [finding.rule for finding in found.check("So zig zag zog it is.").findings] == ["a-few"]


def test_expressions_that_fit_nothing_find_nothing(tmp_path: Path) -> None:
    (tmp_path / "away.yaml").write_text(AWAY.replace("(?:a|aa|a+)+$", "x*"), "utf-8")
    found = Alone(Settings(rule_folders=(str(tmp_path),))).check("Hi xx there.").findings
    assert [finding.span for finding in found if finding.rule == "away"] == [(3, 5)]
