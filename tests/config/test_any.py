"""Whatever stands in a settings file: settings that can be shown, or one clear sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.config.test_schemas import ACT, RULE, SETTINGS, mutants
from tonelint.cli.config import lines
from tonelint.config import Settings
from tonelint.config.files import Configs
from tonelint.errors import ConfigError, TonelintError
from tonelint.linter import rulebook
from tonelint.rulebook import source

_keys = st.sampled_from([*SETTINGS, "odd+", "files", "rule", "reason", "x", ""])
_scalars = st.sampled_from(
    ["a", "strict", "error", "80", "fa", "", "*", "**/[", "2031-02-30", "-1", "ی\u200c", "a.yaml", "/", "..", "\u202e"]
)
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys | _scalars, inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "company.yaml").write_text("", "utf-8")
    return tmp_path


def shown(content: bytes) -> str:
    """Returns what is shown of settings, or the sentence that says what is wrong."""
    Path("tonelint.yaml").write_bytes(content)
    try:
        return "\n".join(lines(Configs().of("fa/a.txt"), "fa/a.txt"))
    except TonelintError as error:
        return str(error)


@given(st.dictionaries(_keys, _values, max_size=4))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_settings(here: Path, value: object) -> None:
    text = shown(json.dumps(value, ensure_ascii=False).encode())
    assert text.startswith(("fa/a.txt\n", "tonelint.yaml", "a.yaml", "company.yaml"))


@given(st.binary(max_size=80))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes(here: Path, content: bytes) -> None:
    assert shown(content)


def test_everything_that_is_loaded_can_be_shown_and_amends_a_rule_or_says_why_not(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule book is one rule, so that it can be amended in hundreds of ways."""
    (here / "shipped").mkdir()
    texts = [{"text": "Zounds.", "flags": ["Zounds"]}, {"text": "Gadzooks.", "flags": ["Gadzooks"]}]
    examples = {code: {"bad": texts, "good": ["a", "b"]} for code in ("en", "fa")}
    both = {key: {"en": ["gadzooks", "zounds"], "fa": ["gadzooks", "سه"]} for key in ("phrases",)}
    rule = {key: value for key, value in RULE.items() if key not in ("only", "sets", "rewrites", "unless")}
    rule |= {
        "id": "cliche",
        **both,
        "message": {"en": "x", "fa": "x"},
        "why": {"en": "x", "fa": "x"},
        "examples": examples,
    }
    (here / "shipped" / "cliche.yaml").write_text(json.dumps(rule), "utf-8")
    (here / "shipped" / "refusal.yaml").write_text(json.dumps({**ACT, "act": "refusal"}), "utf-8")
    monkeypatch.setattr(source, "built_in", lambda: str(here / "shipped"))
    amended = refused = 0
    for name, document in [("cliche+ as it is", SETTINGS), *mutants(SETTINGS)]:
        text = shown(json.dumps(document).encode())
        if text.startswith("fa/a.txt\n") and "cliche+" in name:
            try:
                book = rulebook(Settings(amendments=Configs().of("fa/a.txt").settings.amendments[1:2]))
                assert book.problems == ()
                amended += 1
            except ConfigError as error:
                assert str(error).startswith("tonelint.yaml:1:"), name
                refused += 1
    assert amended > 20 and refused > 50
