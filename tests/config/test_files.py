"""Which settings files hold for a file, and what they come to together."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tonelint.config import files, load
from tonelint.config.files import Configs, presets
from tonelint.config.settings import Place
from tonelint.errors import ConfigError, TextError

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file of a repository, in whose top folder we are."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return written


def mistake(call: Callable[[], object]) -> str:
    with pytest.raises(ConfigError) as caught:
        call()
    return str(caught.value)


def test_the_nearest_file_holds_alone(write: Write) -> None:
    write("tonelint.yaml", "min_score: 50\nfail_on: warning\n")
    write("macros/tonelint.yml", "min_score: 60\n")
    write("macros/fa/pyproject.toml", "[tool.tonelint]\nmin_score = 70\n")
    write("macros/en/pyproject.toml", "[tool.other]\nmin_score = 70\n")
    found = [Configs().of(path).settings for path in ("a.txt", "macros/a.txt", "macros/fa/x/a.txt", "macros/en/a.txt")]
    assert [(one.min_score, one.fail_on) for one in found] == [
        (50, "warning"),
        (60, "error"),
        (70, "error"),
        (60, "error"),
    ]


def test_what_lies_above_the_repository_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tonelint.yaml").write_text("min_score: 10\n", "utf-8")
    (tmp_path / "ours" / ".git").mkdir(parents=True)
    (tmp_path / "ours" / "below").mkdir()
    monkeypatch.chdir(tmp_path)
    assert Configs().of("ours/below/a.txt").settings.min_score is None
    assert Configs().of("a.txt").settings.min_score == 10


def test_of_two_files_in_one_folder_the_other_is_passed_over_and_said(write: Write) -> None:
    write("tonelint.yaml", "min_score: 50\n")
    write("pyproject.toml", "[tool.tonelint]\nmin_score = 70\n")
    found = Configs().of("a.txt")
    assert found.settings.min_score == 50
    assert found.passed_over == ("pyproject.toml: tonelint.yaml beside it goes before it",)


def test_later_layers_go_over_earlier_ones(write: Write) -> None:
    write(
        "company.yaml",
        "extends: strict\nfail_on: info\nseverity: {a: hint, b: off}\noff: [c, d]\nonly: [x]\ncontext: {channel: sms}\n",
    )
    write("team.yaml", "severity: {a: error, d: warning}\noff: [e]\ncontext: {turn: first}\n")
    write("tonelint.yaml", "extends: [company.yaml, team.yaml]\nmin_score: 5\nonly: [y]\n")
    found = Configs().of("a.txt")
    assert [layer.name for layer in found.layers] == ["built-in strict", "company.yaml", "team.yaml", "tonelint.yaml"]
    settings = found.settings
    assert (settings.profile, settings.min_score, settings.fail_on) == ("strict", 5, "info")
    assert settings.severity == {"a": "error", "b": "off", "d": "warning"}
    assert (settings.off, settings.only) == (("c", "e"), ("y",))  # d got a severity, so it is on again
    assert settings.context == {"channel": "sms", "turn": "first"}


def test_a_file_that_two_others_extend_is_read_once_and_lowest(write: Write) -> None:
    write("base.yaml", "off: [a]\n")
    write("one.yaml", "extends: base.yaml\noff: [b]\n")
    write("two.yaml", "extends: base.yaml\noff: [c]\n")
    write("tonelint.yaml", "extends: [one.yaml, two.yaml]\n")
    assert load("tonelint.yaml").off == ("a", "b", "c")


def test_paths_are_those_of_the_file_that_they_stand_in(write: Write) -> None:
    write("shared/base.yaml", "rule_folders: [rules]\nhouse: house.yaml\n")
    write("team/tonelint.yaml", "extends: ../shared/base.yaml\nrule_folders: [ours]\n")
    settings = Configs().of("team/a.txt").settings
    assert [os.path.normpath(folder) for folder in settings.rule_folders] == ["shared/rules", "team/ours"]
    assert os.path.normpath(str(settings.house)) == "shared/house.yaml"


def test_files_that_extend_each_other_are_named(write: Write) -> None:
    write("a.yaml", "extends: sub/b.yaml\n")
    write("sub/b.yaml", "min_score: 3\nextends: [../c.yaml]\n")
    write("c.yaml", "extends: a.yaml\n")
    assert (
        mistake(lambda: load("a.yaml"))
        == "c.yaml:1:10: extends goes in a circle: a.yaml → sub/b.yaml → c.yaml → a.yaml"
    )
    write("own.yaml", "extends: own.yaml\n")
    assert mistake(lambda: load("own.yaml")) == "own.yaml:1:10: extends goes in a circle: own.yaml → own.yaml"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("extends: strikt", 'a.yaml:1:10: extends: "strikt" does not come with tonelint; did you mean "strict"? (a file ends with .yaml)'),
        ("extends: [strict, gone.yaml]", "a.yaml:1:19: extends: gone.yaml: cannot be read: No such file or directory"),
        ("extends: https://example.com/a.yaml", 'a.yaml:1:10: extends: "https://example.com/a.yaml" is no path; write it from the folder of this file, without ~, variables or ://'),
        ("rule_folders: [~/rules]", 'a.yaml:1:15: rule_folders: "~/rules" is no path; write it from the folder of this file, without ~, variables or ://'),
        ("house: ${HOME}/house.yaml", 'a.yaml:1:8: house: "${HOME}/house.yaml" is no path; write it from the folder of this file, without ~, variables or ://'),
        ("min_scor: 3", 'a.yaml:1:1: the key "min_scor" is unknown; did you mean "min_score"?'),
        ("overrides: [{files: a, packs: [b]}]", 'a.yaml:1:24: the key "packs" is unknown; it can only stand at the top'),
        ("overrides: [{files: a, sverity: {}}]", 'a.yaml:1:24: the key "sverity" is unknown; did you mean "severity"?'),
        ("overrides: [{severity: {}}]", 'a.yaml:1:13: overrides: the key "files" is missing'),
        ("overrides: {files: a}", "a.yaml:1:12: overrides: a list is expected here, with files: in each member"),
        ("context: {chanel: chat}", 'a.yaml:1:11: context: the key "chanel" is unknown; did you mean "channel"?'),
        ("context: {channel: fax}", 'a.yaml:1:20: context: channel cannot be "fax"; known are: email, chat, social, sms'),
        ("formats: {'*.json': {bdy: text}}", 'a.yaml:1:22: formats: the key "bdy" is unknown; did you mean "body"?'),
        ("formats: {'*.json': {name: title}}", 'a.yaml:1:21: formats: the key "body" is missing; it says where the text of a reply stands'),
        ("formats: {'*.json': {body: b, context: {agent: x}}}", 'a.yaml:1:41: formats: context: the key "agent" is unknown; did you mean "agent_name"?'),
        ("suppress: [{rule: a}]", 'a.yaml:1:12: suppress: the key "reason" is missing'),
        ("suppress: [{rule: a, reason: b, expires: soon}]", 'a.yaml:1:42: suppress: "soon" is no date; write it as 2027-01-31'),
        ("suppress: [{rule: a, reason: b, expires: 20310131}]", 'a.yaml:1:42: suppress: "20310131" is no date; write it as 2027-01-31'),
        ("packs: [acme]", 'a.yaml:1:8: packs: no installed package has a pack "acme"; none has any pack'),
        ("params: {long-sentence: 3}", "a.yaml:1:25: params: long-sentence: lines like key: value are expected here"),
        ("a: !!python/object:os.system x", 'a.yaml:1:4: "!tag:yaml.org,2002:python/object:os.system" is a tag to YAML, which is not allowed here; a text that begins with ! needs quotes'),
        ("a: &x [*x, *x]", 'a.yaml:1:4: "&x" is an anchor to YAML, which is not allowed here; a text that begins with & needs quotes'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(write: Write, text: str, sentence: str) -> None:
    write("a.yaml", text)
    assert mistake(lambda: load("a.yaml")) == sentence


def test_bombs_are_one_clear_line(write: Write) -> None:
    write("a.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    assert mistake(lambda: load("a.yaml")).startswith('a.yaml:1:4: "&a" is an anchor')
    write("a.yaml", "off: " + "[" * 5000)
    assert mistake(lambda: load("a.yaml")) == "a.yaml:1:25: this is nested more than 20 deep"
    write("a.yaml", "off: [" + "aaaa, " * 200_000 + "]")
    assert mistake(lambda: load("a.yaml")) == "a.yaml: the file has more than 1,000,000 bytes"
    write("pyproject.toml", "[tool.tonelint]\noff = " + "[" * 5000 + "]" * 5000)
    assert mistake(lambda: load("pyproject.toml")) == "pyproject.toml: this is nested too deep"


def test_a_pipe_is_no_settings_file(write: Write) -> None:
    os.mkfifo("a.yaml")
    with pytest.raises(TextError, match=r"^a\.yaml: not a file$"):
        load("a.yaml")


def test_every_preset_can_be_extended(write: Write) -> None:
    from tonelint.linter import Linter

    assert presets()
    for name in presets():
        write("tonelint.yaml", f"extends: {name}\n")
        Linter(load("tonelint.yaml"))


OVERRIDES = """\
min_score: 50
severity: {a: info}
overrides:
  - files: fa/
    language: fa
    severity: {a: hint}
  - files: ["*.txt", chat/**/late.md]
    min_score: 70
    severity: {b: off}
    a+: {severity: error}
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", (50, None, {"a": "info"}, 0)),
        ("fa/a.md", (50, "fa", {"a": "hint"}, 0)),
        ("fa/deep/a.txt", (70, "fa", {"a": "hint", "b": "off"}, 1)),
        ("chat/late.md", (70, None, {"a": "info", "b": "off"}, 1)),
        ("chat/x/y/late.md", (70, None, {"a": "info", "b": "off"}, 1)),
        ("other/late.md", (50, None, {"a": "info"}, 0)),
        ("../fa/a.md", (50, None, {"a": "info"}, 0)),
    ],
)
def test_overrides_hold_for_their_paths(write: Write, path: str, expected: tuple[object, ...]) -> None:
    write("tonelint.yaml", OVERRIDES)
    settings = Configs("tonelint.yaml").of(path).settings
    assert (settings.min_score, settings.language, settings.severity, len(settings.amendments)) == expected


def test_files_for_which_the_same_holds_have_the_same_key(write: Write) -> None:
    write("tonelint.yaml", OVERRIDES)
    configs = Configs()
    assert configs.of("a.md") is configs.of("b/c.md")
    assert configs.of("a.md").key != configs.of("fa/a.md").key


def test_overrides_of_a_file_that_is_extended_start_from_its_folder(write: Write) -> None:
    write("shared/base.yaml", "overrides:\n  - {files: ours/*, min_score: 9}\n")
    write("tonelint.yaml", "extends: shared/base.yaml\n")
    assert [Configs().of(path).settings.min_score for path in ("shared/ours/a.md", "ours/a.md")] == [9, None]


def test_formats_are_read_for_whoever_reads_files(write: Write) -> None:
    write(
        "tonelint.yaml",
        "formats:\n  '*.json': zendesk\n  macros/*.csv: {body: text, name: title, language: lang, context: {customer_name: who}}\n",
    )
    first, second = load("tonelint.yaml").formats
    assert (first.files, first.choice.format, first.choice.select) == ("*.json", "zendesk", None)
    assert second.choice.select == ("text", "title", "lang", {"customer_name": "who"})
    assert second.place == Place("tonelint.yaml", 3, 17)


def test_suppressions_of_sidecars_add_up_on_the_way_down(write: Write) -> None:
    write("tonelint.yaml", "suppress: [{rule: a, reason: x}]\n")
    write("tonelint-suppressions.yaml", "suppress:\n  - {rule: b, reason: x, files: fa/*.md, expires: 2031-05-01}\n")
    write("fa/tonelint-suppressions.yaml", "suppress: [{rule: c, reason: x}]\n")
    assert [one.rule for one in Configs().of("fa/a.md").settings.suppressions] == ["a", "b", "c"]
    assert [one.rule for one in Configs().of("en/a.md").settings.suppressions] == ["a", "b"]
    write("fa/tonelint-suppressions.yaml", "min_score: 3\n")
    assert mistake(lambda: Configs().of("fa/a.md")).endswith(
        'tonelint-suppressions.yaml:1:1: the key "min_score" is unknown; it can only stand at the top'
    )


@pytest.mark.parametrize(
    ("content", "does"),
    [
        ('[project]\nname = "tonelint"\n[tool.hatch]\n', False), ("[tool.tonelint]\n", True),
        ('[tool]\ntonelint.min_score = 80\n', True), ("tool = {tonelint = {min_score = 80}}\n", True),
        ('[ "tool" . \'tonelint\' ]\n', True), ("[tool.tonelint.house]\n", True), ("# tonelint\n[tool]\n", False),
    ],
)  # fmt: skip
def test_which_pyproject_counts(tmp_path: Path, content: str, does: bool) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(content, "utf-8")
    assert files.counts(str(path)) is does


def test_a_pyproject_of_others_needs_no_reader_of_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomllib", None)
    monkeypatch.setitem(sys.modules, "tomli", None)
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "tonelint"\n', "utf-8")
    assert not files.counts(str(path))
