from __future__ import annotations

from pathlib import Path

import pytest

from tonelint.config import Settings, load
from tonelint.errors import ConfigError, TextError

EVERYTHING = """\
profile: chat
severity: {stiff-word: hint, cannot: off}
min_score: 80
fail_on: never
language: fa
rule_folders: [ours]
only: [cannot]
off: [no, on]
labeller: off
"""


def test_every_setting_is_read(tmp_path: Path) -> None:
    file = tmp_path / "tonelint.yaml"
    file.write_text(EVERYTHING, "utf-8")
    assert load(file) == Settings(
        "chat", {"stiff-word": "hint", "cannot": "off"}, 80, "never", "fa", (str(tmp_path / "ours"),), ("cannot",),
        ("no", "on"), labeller=False,
    )  # fmt: skip


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# nothing yet\n", "utf-8")
    assert load(str(tmp_path / "a.yaml")) == Settings()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fail_on: eror", 'a.yaml:1:10: fail_on: "eror" is not known; did you mean "error"?'),
        ("labeller: of", 'a.yaml:1:11: labeller: "of" is not known; did you mean "off"?'),
        ("language: de", 'a.yaml:1:11: language: "de" is not known; known are: fa, en'),
        ("min_score: 101", 'a.yaml:1:12: min_score: "101" is not a whole number from 0 to 100'),
        ("min_score: ۸۰", 'a.yaml:1:12: min_score: "۸۰" is not a whole number from 0 to 100'),
        ("min_score: [1]", "a.yaml:1:12: min_score: one word is expected here"),
        ("only: [[a]]", "a.yaml:1:7: only: one word is expected here"),
        ("profile:", "a.yaml:1:9: profile: one word is expected here"),
        ("severity: high", "a.yaml:1:11: severity: lines like rule: severity are expected here"),
        ("severity:\n  a: hint\n  b: [off]", "a.yaml:3:6: severity: one word is expected here"),
        (
            "profile: chat: email",
            'a.yaml:1:14: a text with ": " in it must stand in quotes (or the indentation is wrong)',
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str
) -> None:
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        load("a.yaml")
    assert str(caught.value) == sentence


def test_a_missing_file_is_a_text_error() -> None:
    with pytest.raises(TextError, match=r"gone\.yaml: cannot be read"):
        load("gone.yaml")
