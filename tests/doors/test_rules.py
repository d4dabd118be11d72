from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.made import RULE, run, team


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return team(tmp_path)


def test_explain_says_why_shows_examples_and_how_to_silence(folder: Path) -> None:
    done = run(folder, "explain", "odd-word")
    assert done.returncode == 0
    told = ("Nobody says so.", "⟦Gadzooks⟧ it works.", "→ Wow it works.", "✓ It works.", "off: [odd-word]", "⟦واویلا⟧")
    assert [piece for piece in told if piece not in done.stdout] == []
    assert "Nobody" not in run(folder, "explain", "odd-word", "--ui", "fa").stdout


def test_explain_of_a_broken_rule_says_what_is_wrong(tmp_path: Path) -> None:
    done = run(team(tmp_path, rule=RULE.replace("dimension:", "dimensoin:")), "explain", "odd-word")
    assert done.returncode == 2
    assert 'odd-word.yaml:4:1: the key "dimensoin" is unknown; did you mean "dimension"?' in done.stderr
    assert all(line.startswith("tonelint: ") for line in done.stderr.splitlines())


def test_list_can_be_narrowed(folder: Path) -> None:
    rows = [line.split() for line in run(folder, "rules", "list").stdout.splitlines()]
    assert ["stiff-wording", "odd-word", "warning", "en", "fa"] in rows
    assert rows == sorted(rows)
    assert "odd-word" in run(folder, "rules", "list", "--family", "stiff-wording", "--lang", "fa").stdout
    assert "odd-word" not in run(folder, "rules", "list", "--severity", "error").stdout
    assert "odd-word" not in run(folder, "rules", "list", "--family", "obligation").stdout


def test_list_of_rules_that_need_to_be_told_something(folder: Path) -> None:
    needing = RULE.replace("id: odd-word", "id: told\nneeds: [customer_name, customer_message|situation]")
    (folder / "rules" / "told.yaml").write_text(needing, "utf-8")
    listed = run(folder, "rules", "list", "--needs-context", "--family", "stiff-wording")
    assert listed.returncode == 0
    assert listed.stdout == "stiff-wording  told  warning  en fa  customer_name, customer_message or situation\n"
    everything = run(folder, "rules", "list", "--needs-context").stdout
    assert "wrong-name" in everything
    assert "odd-word" not in everything


def test_a_list_of_no_rules_is_empty(folder: Path) -> None:
    done = run(folder, "rules", "list", "--family", "stiff-wording", "--severity", "error")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_rules_that_keep_their_word(folder: Path) -> None:
    done = run(folder, "rules", "test", "rules")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("1 rules and acts, 8 examples, ")
    assert done.stdout.endswith(": 0 failed\n")


def test_rules_that_do_not(tmp_path: Path) -> None:
    folder = team(tmp_path, rule=RULE.replace("good: [It works.,", "good: [Gadzooks.,"))
    done = run(folder, "rules", "test", "rules")
    assert done.returncode == 1
    assert "odd-word-en-good-1" in done.stdout
    assert "⟦Gadzooks⟧" in done.stdout
    assert done.stdout.endswith(": 1 failed\n")
