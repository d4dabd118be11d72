"""Settings at the command line: the nearest file of each reply, `config show`, `init`, suppressions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.made import RULE, run

ODD = "Gadzooks it works."


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    written(tmp_path, "rules/odd-word.yaml", RULE)
    return tmp_path


def written(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_each_reply_is_checked_with_the_settings_of_its_folder(repository: Path) -> None:
    written(
        repository,
        "tonelint.yaml",
        "rule_folders: [rules]\nonly: [odd-word]\nfail_on: never\nexclude: [rules/, old/]\n",
    )
    written(repository, "a.txt", ODD)
    written(repository, "old/a.txt", ODD)
    written(repository, "strict/pyproject.toml", "[tool.tonelint]\nextends = '../tonelint.yaml'\nfail_on = 'warning'\n")
    written(repository, "strict/a.txt", ODD)
    done = run(repository, "check", ".")
    assert (done.returncode, done.stderr) == (1, "")
    assert [line.split(":")[0] for line in done.stdout.splitlines() if "warning stiff" in line] == [
        "./a.txt",
        "./strict/a.txt",
    ]
    assert run(repository, "check", "a.txt").returncode == 0
    assert run(repository, "check", "strict").returncode == 1
    assert run(repository / "strict", "check", "a.txt").returncode == 1
    assert "odd-word" in run(repository, "check", "old/a.txt").stdout  # a file that is named is checked


def test_overrides_and_context(repository: Path) -> None:
    written(
        repository,
        "tonelint.yaml",
        "rule_folders: [rules]\nonly: [odd-word]\nparams: {odd-word: {channels: [chat]}}\n"
        "overrides:\n  - {files: chat/, context: {channel: chat}}\n  - {files: fa.txt, odd-word+: {phrases: {en: [it works]}, params: {channels: [email, chat]}}}\n",
    )
    for name in ("mail/a.txt", "chat/a.txt"):
        written(repository, name, ODD)
    assert "odd-word " not in run(repository, "check", "mail").stdout
    assert "odd-word " in run(repository, "check", "chat").stdout
    assert "odd-word " not in run(repository, "check", "chat", "--channel", "email").stdout


def test_a_format_of_the_settings_is_used_and_a_wrong_one_is_said(repository: Path) -> None:
    written(
        repository,
        "tonelint.yaml",
        "rule_folders: [rules]\nonly: [odd-word]\nformats:\n  data.json: {body: items.*.words, name: items.*.called}\n",
    )
    written(repository, "data.json", '{"items": [{"called": "late", "words": "Gadzooks it works."}]}')
    done = run(repository, "check", "data.json")
    assert "data.json:1:41: warning stiff-wording/odd-word" in done.stdout
    written(repository, "tonelint.yaml", "formats: {data.json: zendeks}\n")
    done = run(repository, "check", "data.json")
    assert (done.returncode, done.stderr) == (
        2,
        'tonelint: tonelint.yaml:1:22: formats: there is no format "zendeks"; did you mean "zendesk"?\n',
    )


SHOWN = """\
macros/fa/a.md
files, each going over those before it
  1. built-in strict
  2. tonelint.yaml (extends strict)
  3. tonelint.yaml: overrides 1
passed over
  pyproject.toml: tonelint.yaml beside it goes before it
values
  profile             strict                      built-in strict:2:1
  min_score           70                          tonelint.yaml:8:5, over 90 in built-in strict:3:1
  fail_on             warning                     built-in strict:4:1
  severity.cannot     hint                        tonelint.yaml:2:12
  off                 idiom                       tonelint.yaml:3:7
  context.channel     chat                        tonelint.yaml:4:11
  cliche-thanks+      {severity: error}           tonelint.yaml:5:1
  language            that of the reply           not set
only for other files
  tonelint.yaml: overrides 2: en/, *.txt
"""


def test_config_show_says_what_holds_and_why(repository: Path) -> None:
    written(
        repository,
        "tonelint.yaml",
        "extends: strict\nseverity: {cannot: hint}\noff: [idiom]\ncontext: {channel: chat}\ncliche-thanks+: {severity: error}\n"
        "overrides:\n  - files: macros/fa/\n    min_score: 70\n  - files: [en/, '*.txt']\n    min_score: 60\n",
    )
    written(repository, "pyproject.toml", "[tool.tonelint]\nmin_score = 3\n")
    done = run(repository, "config", "show", "macros/fa/a.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split() for line in done.stdout.splitlines()] == [line.split() for line in SHOWN.splitlines()]


def test_config_show_without_settings_and_with_wrong_ones(repository: Path) -> None:
    done = run(repository, "config", "show")
    assert "no settings file" in done.stdout
    assert "fail_on    error" in done.stdout
    written(repository, "tonelint.yaml", "fail_no: error\n")
    done = run(repository, "config", "show", "a.txt")
    assert (done.returncode, done.stderr) == (
        2,
        'tonelint: tonelint.yaml:1:1: the key "fail_no" is unknown; did you mean "fail_on"?\n',
    )
    assert 'did you mean "show"' in run(repository, "config", "shwo").stderr


def test_nothing_in_settings_acts_on_the_terminal(repository: Path) -> None:
    written(repository, "tonelint.yaml", "off: ['a\u202eb']\n")
    assert "\u202e" not in run(repository, "config", "show").stdout


def test_suppressions_are_used_and_reviewed(repository: Path) -> None:
    written(repository, "tonelint.yaml", "rule_folders: [rules]\nonly: [odd-word]\nfail_on: warning\n")
    written(repository, "macros/a.txt", ODD)
    written(repository, "macros/b.txt", "---\nsuppress: [{rule: odd-word, reason: a quotation}]\n---\n" + ODD)
    assert run(repository, "check", "macros").returncode == 1
    sidecar = "suppress:\n  - {rule: odd-word, reason: the name of a product, files: macros/a.txt}\n"
    written(repository, "tonelint-suppressions.yaml", sidecar)
    done = run(repository, "check", "macros")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Gadzooks" not in done.stdout
    written(
        repository,
        "tonelint-suppressions.yaml",
        sidecar
        + "  - {rule: stiff-wording, reason: x, files: macros/, text: zounds}\n  - {rule: odd-word, reason: x, expires: 2020-01-31}\n",
    )
    done = run(repository, "check", "macros")
    assert done.returncode == 0
    assert [line.rsplit("/", 1)[-1] for line in done.stderr.splitlines()] == [
        "tonelint: tonelint-suppressions.yaml:3:5: suppress: stiff-wording finds nothing here any more; take this out",
        "tonelint: tonelint-suppressions.yaml:4:5: suppress: odd-word was to stand until 2020-01-31; mend the reply, or set a later day",
    ]


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        (
            {"macros/refund.txt": "Hi {{customer.name}},\n\nthank you for your message.\n\nBest wishes,\nSara\n"},
            ["extends: saved-replies", "# context: {channel: email}", "# Replies that were seen: 1 in English.", "# Slots that were seen: {{customer.name}} (1)", "# exclude: [drafts/old/]"],
        ),
        (
            {"sms/a.txt": "سلام سارا، ممنون از پیام شما.\n", "docs/guide.md": "# Guide\n\nThe service reads a queue.\n"},
            ["context: {channel: sms}", "fail_on: error", "# Replies that were seen: 1 in Persian.", "exclude: [docs/]"],
        ),
        (
            {"chat/a.txt": "Hi Sara, thank you.\n", "email/a.txt": "Hi Sara, thank you.\n"},
            ["  - {files: chat/, context: {channel: chat}}", "  - {files: email/, context: {channel: email}}"],
        ),
        ({}, ["# Written by `tonelint init` after a look at this folder, where no replies were found."]),
        ({"it's: #1/a.txt": "Hi Sara, thank you.\n", "x: [y/b.md": "# x\n\nqueue\n"}, ["exclude: ['x: [y/']"]),
    ],
)  # fmt: skip
def test_init_writes_what_it_saw(tmp_path: Path, files: dict[str, str], lines: list[str]) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in files.items():
        written(tmp_path, name, text)
    done = run(tmp_path, "init")
    assert (done.returncode, done.stderr) == (0, "")
    settings = (tmp_path / "tonelint.yaml").read_text("utf-8").splitlines()
    assert [line for line in lines if line not in settings] == []
    assert run(tmp_path, "config", "show").returncode == 0
    if files:
        assert run(tmp_path, "check", ".").returncode in (0, 1)


@pytest.mark.parametrize("name", ["tonelint.yaml", "tonelint.yml", "pyproject.toml"])
def test_init_overwrites_nothing(tmp_path: Path, name: str) -> None:
    written(tmp_path, name, "[tool.tonelint]\n" if name.endswith("toml") else "")
    done = run(tmp_path, "init")
    assert (done.returncode, done.stderr) == (
        2,
        f"tonelint: {name} has settings already; to see what they do: tonelint config show .\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_init_leaves_another_pyproject_alone(tmp_path: Path) -> None:
    written(tmp_path, "pyproject.toml", "[project]\nname = 'x'\n")
    assert run(tmp_path, "init").returncode == 0
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "tonelint.yaml").symlink_to(tmp_path / "nowhere")
    assert run(tmp_path, "init", "there").returncode == 2
    assert not (tmp_path / "nowhere").exists()


def test_amended_rules_prove_themselves(repository: Path) -> None:
    amended = "rule_folders: [rules]\nodd-word+: {phrases: {en: [crikey]}, examples: {en: {bad: [{text: Crikey it works., flags: [Crikey]}], good: [It works.]}}}\n"
    written(repository, "tonelint.yaml", amended)
    done = run(repository, "rules", "test", "--config", "tonelint.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("1 rules and acts, 10 examples, ")
    written(repository, "tonelint.yaml", amended.replace("good: [It works.]", "good: [Crikey.]"))
    assert run(repository, "rules", "test", "--config", "tonelint.yaml").returncode == 1
