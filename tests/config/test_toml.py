"""Settings in pyproject.toml: the same values as in YAML, and every mistake at its own place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.config import load
from tonelint.config.toml import parse
from tonelint.errors import ConfigError, MissingExtra
from tonelint.rulebook.strict_yaml import Items, Node, Table, Text

SETTINGS = """\
[project]
name = "x"  # tool.tonelint = 3
text = '''
[tool.tonelint]
min_score = 1
'''

[tool.tonelint]
min_score = 80
"fail_on" = 'warning'
off = ["a",
  # not this one: "b"
  "c"]
context = {channel = "sms", turn = "first"}

[tool.tonelint.severity]
y = "off"

[tool.tonelint."cliche+"]
phrases = {en = ["thanks a million"]}

[[tool.tonelint.overrides]]
files = ["fa/*"]
min_score = 70

[[tool.tonelint.overrides]]
files = "en/*"
severity = {z = "info"}

[[tool.tonelint.suppress]]
rule = "a"
reason = "because"
expires = 2031-01-31
"""


def test_toml_says_what_yaml_says(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "tonelint.yaml").write_text(
        """\
min_score: 80
fail_on: warning
off: [a, c]
severity: {y: "off"}
context: {channel: sms, turn: first}
cliche+: {phrases: {en: [thanks a million]}}
overrides:
  - {files: [fa/*], min_score: 70}
  - {files: en/*, severity: {z: info}}
suppress: [{rule: a, reason: because, expires: 2031-01-31}]
""",
        "utf-8",
    )
    toml, yaml = load(tmp_path / "pyproject.toml"), load(tmp_path / "tonelint.yaml")
    gone = {"amendments": (), "suppressions": ()}
    assert toml._replace(**gone) == yaml._replace(**gone)  # type: ignore[arg-type]
    assert [one._replace(place=yaml.suppressions[0].place) for one in toml.suppressions] == list(yaml.suppressions)
    assert [one.rule for one in toml.amendments] == ["cliche"]


def places(node: Node, text: str) -> None:
    """Every text stands where its node says."""
    lines = text.split("\n")
    if isinstance(node, Table):
        for key, at in node.keys.items():
            assert lines[at.line - 1][at.column - 1 :].lstrip("'\"").startswith(key)
            places(node.values[key], text)
    elif isinstance(node, Items):
        for item in node.items:
            places(item, text)
    else:
        assert lines[node.line - 1][node.column - 1 :].lstrip("'\"").startswith(node.value)


def test_everything_knows_its_place() -> None:
    node = parse(SETTINGS.encode(), "pyproject.toml")
    assert isinstance(node, Table)
    places(node, SETTINGS)
    assert node.keys["overrides"].line == 22


_name = st.sampled_from(["a", "b-c", "'q.r'", '"x y"'])
_scalar = st.sampled_from(['"one"', "'two'", "3", '"#no"', '"a]b"', "'{'"])
_value = st.recursive(
    _scalar,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda xs: "[" + ", ".join(xs) + "]")
        | st.dictionaries(_name, inner, max_size=2).map(
            lambda d: "{" + ", ".join(f"{k} = {v}" for k, v in d.items()) + "}"
        )
    ),
    max_leaves=6,
)


@given(st.dictionaries(_name, _value, max_size=4), st.sampled_from(["", "# [x]\n", "\n", "s = '''\n[tool]\n'''\n"]))
def test_places_are_right_whatever_stands_there(pairs: dict[str, str], before: str) -> None:
    text = before + "[tool.tonelint]\n" + "".join(f"{key} = {value}  # c\n" for key, value in pairs.items())
    node = parse(text.encode(), "pyproject.toml")
    assert isinstance(node, Table)
    assert len(node.keys) == len(pairs)
    places(node, text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[tool.tonelint]\nmin_scor = 3\n", 'pyproject.toml:2:1: the key "min_scor" is unknown; did you mean "min_score"?'),
        ("[tool.tonelint]\nmin_score = 'x'\n", 'pyproject.toml:2:13: min_score: "x" is not a whole number from 0 to 100'),
        ("[tool.tonelint]\nmin_score = true\n", 'pyproject.toml:2:13: min_score: "yes" is not a whole number from 0 to 100'),
        ("[[tool.tonelint.overrides]]\nfiles = 'a'\n\n[[tool.tonelint.overrides]]\nfiles = 'b'\nfail_no = 'x'\n",
         'pyproject.toml:6:1: the key "fail_no" is unknown; did you mean "fail_on"?'),
        ("[tool.tonelint]\noff = [1, [2]]\n", "pyproject.toml:2:7: off: one word is expected here"),
        ("tool = 3\n", "pyproject.toml: there is no [tool.tonelint] in this file"),
        ("[tool]\ntonelint = 3\n", "pyproject.toml:2:12: settings must be lines like key: value"),
    ],
)  # fmt: skip
def test_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load("pyproject.toml")
    assert str(caught.value) == sentence


@given(st.binary(max_size=60))
def test_any_bytes_are_settings_or_one_mistake(data: bytes) -> None:
    for content in (data, b"[tool.tonelint]\n" + data):
        try:
            parse(content, "pyproject.toml")
        except ConfigError as error:
            assert str(error).startswith("pyproject.toml: this is ")


def test_python_3_10_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomllib", None)
    monkeypatch.setitem(sys.modules, "tomli", None)
    with pytest.raises(MissingExtra, match=r"pip install 'tonelint\[toml\]'"):
        parse(b"", "pyproject.toml")


def test_a_text_is_a_text() -> None:
    node = parse(b"[tool.tonelint]\na = 1979-05-27\nb = 1.5\n", "pyproject.toml")
    assert isinstance(node, Table)
    assert [value.value for value in node.values.values() if isinstance(value, Text)] == ["1979-05-27", "1.5"]
