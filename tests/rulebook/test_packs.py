"""Rules from installed packages: real ones, on a path of their own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.linter.conftest import FILES
from tonelint.config import load
from tonelint.errors import ConfigError, UsageError
from tonelint.linter import Linter
from tonelint.rulebook import packs


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as an installer lays it down; to import it is a failure."""
    top = tmp_path / "acme_voice"
    (top / "data" / "rules").mkdir(parents=True)
    (top / "__init__.py").write_text("raise SystemExit('code of a pack ran')\n", "utf-8")
    (top / "data" / "rules" / "odd.yaml").write_text(FILES["odd.yaml"], "utf-8")
    (top / "data" / "rules" / "evil.py").write_text("raise SystemExit('code of a pack ran')\n", "utf-8")
    info = tmp_path / "acme_voice-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-voice\nVersion: 1.0\n", "utf-8")
    entries = (
        "[tonelint.rules]\nacme = acme_voice.data.rules\nbroken = acme_voice.nowhere\ngone = no_such_package.rules\n"
    )
    (info / "entry_points.txt").write_text(entries, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return top


def test_a_pack_is_a_folder_of_data_and_no_code_runs(installed: Path, tmp_path: Path) -> None:
    assert packs.folder("acme") == str(installed / "data" / "rules")
    settings = tmp_path / "tonelint.yaml"
    settings.write_text("packs: [acme]\n", "utf-8")
    report = Linter(load(settings)).check("Gadzooks, it works.")
    assert [one.rule for one in report.findings if one.rule == "odd"] == ["odd"]
    assert "acme_voice" not in sys.modules


def test_a_pack_that_is_not_there(installed: Path, tmp_path: Path) -> None:
    settings = tmp_path / "tonelint.yaml"
    settings.write_text("packs: [acne]\n", "utf-8")
    with pytest.raises(
        ConfigError, match=r'tonelint\.yaml:1:8: packs: no installed package has a pack "acne"; did you mean "acme"\?'
    ):
        load(settings)
    with pytest.raises(UsageError, match=r'the pack "broken" has no folder "acme_voice\.nowhere"'):
        packs.folder("broken")
    with pytest.raises(UsageError, match=r'the pack "gone" has no folder'):
        packs.folder("gone")
