"""Running the command line as people do: in a process of its own, in a folder with the team's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RULE = """\
id: odd-word
family: stiff-wording
kind: phrase
dimension: clarity
severity: warning
why: {en: Nobody says so., fa: کسی چنین نمی‌گوید.}
message: {en: "“{match}” is odd.", fa: "«{match}» غریب است."}
phrases:
  en: [{match: gadzooks, rewrites: [wow], safety: safe}]
  fa: [{match: واویلا, rewrites: [عجب], safety: safe}]
examples:
  en:
    bad:
      - {text: Gadzooks it works., flags: [Gadzooks], becomes: Wow it works.}
      - {text: It works gadzooks., flags: [gadzooks]}
    good: [It works., Gadzooking is no word.]
  fa:
    bad:
      - {text: واویلا درست شد., flags: [واویلا], becomes: عجب درست شد.}
      - {text: درست شد واویلا., flags: [واویلا]}
    good: [درست شد., ویلا درست شد.]
"""
SETTINGS = "rule_folders: [rules]\nonly: [odd-word]\n"


def team(folder: Path, settings: str = SETTINGS, rule: str = RULE) -> Path:
    """Returns a folder with settings and one rule, which alone runs."""
    (folder / "rules").mkdir()
    (folder / "rules" / "odd-word.yaml").write_text(rule, "utf-8")
    (folder / "tonelint.yaml").write_text(settings, "utf-8")
    return folder


def run(folder: Path, *arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Returns what a process wrote and its exit status. No locale and no terminal, as in CI."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PYTHONUTF8")}
    done = subprocess.run(
        [sys.executable, "-m", "tonelint", *arguments],
        cwd=folder, input=stdin, capture_output=True, env={**inherited, "LC_ALL": "C", **environment}, timeout=60,
    )  # fmt: skip
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
