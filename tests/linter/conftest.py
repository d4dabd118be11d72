"""A team's folder: rules and a profile of its own beside the built-in ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tonelint.config import Settings
from tonelint.linter import Linter
from tonelint.rulebook import source

FILES = {
    "odd.yaml": """\
id: odd
family: cliche
kind: phrase
dimension: clarity
severity: warning
why: {en: Nobody says so., fa: کسی چنین نمی‌گوید.}
message: {en: "“{match}” is odd.", fa: "«{match}» غریب است."}
phrases:
  en: [{match: gadzooks, rewrites: [wow], safety: safe}, {match: zounds, rewrites: [well]}]
  fa: [{match: واویلا, rewrites: [عجب], safety: safe}]
examples:
  en: {bad: [{text: Gadzooks., flags: [Gadzooks]}, {text: Zounds., flags: [Zounds]}], good: [Wow., Well.]}
  fa: {bad: [{text: واویلا., flags: [واویلا]}, {text: واویلا شد., flags: [واویلا]}], good: [عجب., خب.]}
""",
    "wordy.yaml": """\
id: wordy
family: length
kind: length
dimension: structure
severity: info
params: {reply: "6"}
why: {en: Short is kind.}
message: {en: "{count} words"}
only: {en: It is only a test.}
examples: {en: {bad: [{text: a b c d e f g., flags: [g]}, {text: b b c d e f g., flags: [g]}], good: [Wow., Well.]}}
""",
    "nameless.yaml": """\
id: nameless
family: missing-name
kind: phrase
dimension: personal
severity: warning
needs: [customer_name]
why: {en: Names are kind.}
message: {en: "“{match}” is nobody’s name"}
only: {en: It is only a test.}
phrases: {en: [somebody]}
examples:
  en:
    bad:
      - {text: Hi somebody., flags: [somebody], context: {customer_name: Sara}}
      - {text: Somebody., flags: [Somebody], context: {customer_name: Sara}}
    good: [Hi Sara., Hi Tom.]
""",
    "team.yaml": """\
profile: team
about: How this team writes.
min-score: "70"
severity: {odd: info}
params: {wordy: {reply: "3"}}
follow-up: {severity: {odd: hint}, min-score: "60"}
saved-reply: {severity: {odd: error}, params: {wordy: {reply: "2"}}}
auto-reply: {severity: {odd: "off"}}
""",
}
SHIPPED = {
    "email.yaml": 'profile: email\nabout: x\nmin-score: "65"\nsaved-reply: {min-score: "80"}\n',
    "chat.yaml": 'profile: chat\nabout: x\nmin-score: "65"\nseverity: {plain: info}\n',
    "plain.yaml": """\
id: plain
family: stiff-wording
kind: phrase
dimension: clarity
severity: warning
why: {en: It is stiff.}
message: {en: "“{match}” is stiff."}
only: {en: It is only a test.}
phrases: {en: [hereby]}
examples: {en: {bad: [{text: We hereby go., flags: [hereby]}, {text: Hereby., flags: [Hereby]}], good: [Here., By.]}}
""",
}
Build = Callable[..., Linter]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds a linter on the folder; changed: name of a file → its text. A few files stand for those that are shipped."""
    shipped, team = tmp_path / "shipped", tmp_path / "team"
    monkeypatch.setattr(source, "built_in", lambda: str(shipped))

    def built(changed: Mapping[str, str] | None = None, **settings: object) -> Linter:
        _write(shipped, SHIPPED)
        _write(team, {**FILES, **(changed or {})})
        chosen: dict[str, object] = {**settings, "rule_folders": (str(team),)}
        return Linter(Settings(**chosen))  # type: ignore[arg-type]

    return built


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
