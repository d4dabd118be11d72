"""A linter with rules of its own, so that what is tested does not change with the built-in ones."""

from __future__ import annotations

from pathlib import Path

from tonelint.config import Settings
from tonelint.linter import Linter

RULE = """\
id: {id}
family: {family}
kind: phrase
dimension: clarity
severity: {severity}
why: {{en: Nobody says so., fa: کسی چنین نمی‌گوید.}}
message: {{en: "“{{match}}” is odd.", fa: "«{{match}}» غریب است."}}
phrases:
  en: [{{match: {match}, rewrites: {rewrites}{safety}}}]
  fa: [{{match: واویلا, rewrites: [عجب]}}]
examples:
  en:
    bad:
      - {{text: "So {word} it is.", flags: ["{word}"]}}
      - {{text: "It is {word} so.", flags: ["{word}"]}}
    good: [It is., So it is.]
  fa:
    bad:
      - {{text: واویلا درست شد., flags: [واویلا]}}
      - {{text: درست شد واویلا., flags: [واویلا]}}
    good: [درست شد., ویلا درست شد.]
"""


def linter(folder: Path, **rules: tuple[str, str, str]) -> Linter:
    """Returns a linter that has just these rules: words that match, rewrites, and ``severity`` or ``severity safe``."""
    for name, (match, rewrites, how) in rules.items():
        severity, _, safety = how.partition(" ")
        family = "stiff-wording" if name.startswith("stiff") else "cliche"
        text = RULE.format(
            id=name, family=family, severity=severity, match=match, word=match.strip("()").split("|")[0],
            rewrites=rewrites, safety=f", safety: {safety}" if safety else "",
        )  # fmt: skip
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    made = Linter(Settings(rule_folders=(str(folder),), only=tuple(rules)))
    assert not made.problems, made.problems
    return made
