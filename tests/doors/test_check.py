from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import tonelint
from tests.doors.made import RULE, SETTINGS, run, team
from tonelint.config import load

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/report.json").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return team(tmp_path)


def test_a_finding_has_its_place_in_the_file(folder: Path) -> None:
    (folder / "a.txt").write_text("---\nchannel: chat\n---\nHi Sara,\nso gadzooks it works.\n", "utf-8")
    done = run(folder, "check", "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:4] == [
        "a.txt:5:4: warning stiff-wording/odd-word “gadzooks” is odd.",
        "    so gadzooks it works.",
        "       ^^^^^^^^",
        "    → wow (safe)",
    ]
    assert done.stdout.splitlines()[-1].startswith("1 checked, 1 ok: errors 0, warnings 1")


def test_persian_from_standard_input(folder: Path) -> None:
    done = run(folder, "check", "-", stdin="سلام، واویلا درست شد.".encode())
    assert done.stdout.startswith("-:1:7: \u2068هشدار\u2069 stiff-wording/odd-word \u2068«واویلا» غریب است.\u2069\n")
    assert "⟦واویلا⟧" in done.stdout
    assert "\x1b" not in done.stdout


def test_ui_overrides_message_and_labels(folder: Path) -> None:
    english = run(folder, "check", "-", "--ui", "en", stdin="واویلا درست شد.".encode()).stdout
    persian = run(folder, "check", "-", "--ui", "fa", stdin=b"Gadzooks it works.").stdout
    assert "-:1:1: warning stiff-wording/odd-word \u2068“واویلا” is odd.\u2069" in english
    assert "«Gadzooks» غریب است" in persian


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--min-score", "99"], 1),
        (["--min-score", "99", "--fail-on", "never"], 1),
        (["--min-score", "50"], 0),
    ],
)
def test_exit_status(folder: Path, options: list[str], status: int) -> None:
    assert run(folder, "check", "-", *options, stdin=b"Gadzooks it works.").returncode == status


def test_settings_in_the_folder_hold_and_options_go_over_them(folder: Path) -> None:
    (folder / "tonelint.yaml").write_text(SETTINGS + "severity: {odd-word: error}\nlanguage: fa\n", "utf-8")
    done = run(folder, "check", "-", stdin=b"Gadzooks it works.")
    assert done.returncode == 1
    assert "غریب" in done.stdout
    (folder / "other.yaml").write_text(SETTINGS + "severity: {odd-word: off}\n", "utf-8")
    assert run(folder, "check", "-", "--config", "other.yaml", stdin=b"Gadzooks it works.").returncode == 0
    assert "is odd" in run(folder, "check", "-", "--ui", "en", stdin=b"Gadzooks it works.").stdout


def test_json_is_what_the_schema_says_and_equals_the_library(folder: Path) -> None:
    (folder / "a.md").write_text("# Gadzooks\n\nHi 🙂 gadzooks.\n", "utf-8")
    (folder / "b.txt").write_text("واویلا درست شد.", "utf-8")
    done = run(folder, "check", ".", "--format", "json")
    made = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    assert [file["path"] for file in made["files"]] == [os.path.join(".", "a.md"), os.path.join(".", "b.txt")]
    linter = tonelint.Linter.from_config(load(str(folder / "tonelint.yaml")))
    for file, text in zip(made["files"], ["          \n\nHi 🙂 gadzooks.\n", "واویلا درست شد."], strict=True):
        [reply] = file["replies"]
        report = linter.check(text)
        assert [tuple(f["span"]) for f in reply["findings"]] == [f.span for f in report.findings]
        assert [f["message"] for f in reply["findings"]] == [f.message for f in report.findings]
        assert reply["score"]["value"] == report.score.value
    assert [f["line"] for f in made["files"][0]["replies"][0]["findings"]] == [3]
    utf16 = json.loads(run(folder, "check", "a.md", "--format", "json", "--utf16").stdout)
    [found] = utf16["files"][0]["replies"][0]["findings"]
    assert (found["span"], found["column"]) == ([18, 26], 6)


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"Hi\nna\xefve")
    (folder / "good.txt").write_text("Gadzooks it works.", "utf-8")
    (folder / "typo.txt").write_text("---\nchanel: chat\n---\nHi", "utf-8")
    done = run(folder, "check", "gone.txt", "bad.txt", "typo.txt", "mail.docx", "good.txt")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "tonelint: gone.txt: cannot be read: No such file or directory",
        "tonelint: bad.txt: not UTF-8 at line 2, byte 3 (0xef); save the file as UTF-8",
        'tonelint: typo.txt:2:1: unknown context field "chanel"; did you mean "channel"?',
        "tonelint: mail.docx: nothing is known about .docx files; name their format under formats: in tonelint.yaml",
    ]
    assert "good.txt:1:1: warning" in done.stdout


def test_json_names_what_could_not_be_read(folder: Path) -> None:
    done = run(folder, "check", "gone.txt", "--format", "json")
    made = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    assert done.returncode == 2
    assert made["summary"]["problems"] == ["gone.txt: cannot be read: No such file or directory"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check"], "there is nothing to check: name files or folders, or - for standard input"),
        (["chek", "-"], 'there is no command "chek"; did you mean "check"?'),
        (["check", "-", "--channel", "emial"], '"emial" does not exist; did you mean "email"?'),
        (["check", "-", "--format", "jsn"], 'there is no format "jsn"; did you mean "json"?'),
        (["check", "-", "--profile", "emial"], 'there is no profile "emial"; did you mean "email"?'),
        (["check", "-", "--min-score", "101"], "101 is not in the range"),
        (["check", "-", "--chanel", "chat"], "No such option"),
        (["check", "-", "--config", "gone.yaml"], "gone.yaml: cannot be read: No such file or directory"),
        (["check", "rules"], "rules: no file in this folder holds replies"),
        (["explain", "od-word"], 'there is no rule "od-word"; did you mean "odd-word"?'),
        (["rules", "tset"], 'there is no command "tset"; did you mean "test"?'),
        (["rules", "test", "gone"], "gone: there is no such file or folder"),
    ],
)
def test_a_mistake_is_answered_in_one_sentence(folder: Path, arguments: list[str], sentence: str) -> None:
    done = run(folder, *arguments, stdin=b"Hi")
    assert done.returncode == 2
    assert done.stderr.startswith("tonelint: ")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("min_scor: 3", 'tonelint.yaml:1:1: the key "min_scor" is unknown; did you mean "min_score"?'),
        ("min_score: 3x", 'tonelint.yaml:1:12: min_score: "3x" is not a whole number from 0 to 100'),
        ("severity: {a: loud}", 'tonelint.yaml:1:15: severity: "loud" is not known; known are: hint, info, '
         "warning, error, off"),
        ("off: odd-word", "tonelint.yaml:1:6: off: a list is expected here, like [one, two]"),
        ("off: [a]\noff: [b]", 'tonelint.yaml:2:1: the key "off" is here twice; the first is in line 1'),
        ("- profile", "tonelint.yaml:1:1: settings must be lines like key: value"),
    ],
)  # fmt: skip
def test_wrong_settings_stop_the_run(tmp_path: Path, settings: str, sentence: str) -> None:
    done = run(team(tmp_path, settings), "check", "-", stdin=b"Hi")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"tonelint: {sentence}\n")


def test_a_broken_rule_is_named_and_the_others_run(tmp_path: Path) -> None:
    folder = team(tmp_path)
    (folder / "rules" / "worse.yaml").write_text(RULE.replace("odd-word", "worse").replace("kind:", "knd:"), "utf-8")
    done = run(folder, "check", "-", stdin=b"Gadzooks it works.")
    assert done.returncode == 2
    assert "worse.yaml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "stiff-wording/odd-word" in done.stdout


def test_colour_is_only_for_a_terminal(folder: Path) -> None:
    (folder / "a.txt").write_text("Gadzooks it works.", "utf-8")
    assert "\x1b[4;31mGadzooks\x1b[0m" in on_terminal(folder)
    assert "\x1b" not in on_terminal(folder, NO_COLOR="1")
    assert "\x1b" not in on_terminal(folder, "--no-color")


def on_terminal(folder: Path, *options: str, **environment: str) -> str:
    """Returns what the command line writes to a pseudo-terminal."""
    ours, theirs = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "tonelint", "check", "a.txt", *options],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, env={**inherited, "TERM": "xterm", **environment},
        timeout=60, check=True,
    )  # fmt: skip
    os.close(theirs)
    text = b""
    try:
        while chunk := os.read(ours, 4096):
            text += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return text.decode()


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_text("Gadzooks it works. " * 20, "utf-8")
    shell = f"{sys.executable} -m tonelint check . | head -n 1"
    done = subprocess.run(shell, shell=True, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_the_command_line_is_not_loaded_by_the_library() -> None:
    code = (
        "import sys, tonelint; assert 'click' not in sys.modules; tonelint.check('Hi Sara, bye.');"
        "print([m for m in ('click', 'hazm', 'numpy', 'json.tool', 'tonelint.cli') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_name_cannot_act_on_the_terminal(folder: Path) -> None:
    done = run(folder, "check", "\x1b[2J\n.txt")
    assert done.stderr == "tonelint: ‹1B›[2J .txt: cannot be read: No such file or directory\n"


@pytest.mark.parametrize("arguments", [["check"], ["fix", "--write"], ["explain"], ["rules", "test"], ["baseline"]])
@pytest.mark.parametrize(
    "command", ["##[add-mask]x", "##vso[task.complete]", "\n::error::x", "\r\n  ::stop-commands::x"]
)
def test_a_complaint_is_no_command_to_a_ci_runner(folder: Path, arguments: list[str], command: str) -> None:
    done = run(folder, *arguments, f"{command}.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("tonelint: ") and done.stderr.count("\n") == 1 and "\r" not in done.stderr
    assert "##" not in done.stderr


def test_markdown_from_standard_input(folder: Path) -> None:
    done = run(folder, "check", "-", "--stdin-filename", "reply.md", stdin=b"# Gadzooks\n\nIt works gadzooks.\n")
    assert done.stdout.startswith("reply.md:3:10: warning")
    assert done.stdout.count("odd-word ") == 2  # the finding, and the line about the score


def test_context_comes_from_options_over_the_file(folder: Path) -> None:
    (folder / "tonelint.yaml").write_text("only: [wrong-name]\n", "utf-8")
    (folder / "a.txt").write_text("---\ncustomer_name: Joan Petrov\n---\nHi John,\n\nit left today.\n", "utf-8")
    assert "a.txt:4:4: error wrong-name/wrong-name" in run(folder, "check", "a.txt").stdout
    assert run(folder, "check", "a.txt", "--customer-name", "John Petrov").returncode == 0
