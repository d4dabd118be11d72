"""docs/rewrites.md shows what becomes of the example drafts. ``UPDATE_SHOWN=1 pytest tests/rewriting/test_page.py``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tonelint
from tonelint.formats import find, read
from tonelint.revision import revise

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/rewrites.md"
MARK = "<!-- drafts: written by UPDATE_SHOWN=1 pytest tests/rewriting/test_page.py -->\n"


def shown() -> Iterator[str]:
    """Every draft that is rewritten, before and after."""
    for path in find(str(ROOT / "examples/drafts")):
        for draft in read(path):
            report = tonelint.check(draft.text, None, **draft.context)
            revision = revise(report.text, report.findings, "review", hints=False)  # as the command does
            better = tonelint.check(revision.text, None, **draft.context)
            if better.text != report.text:
                yield f"\n### {draft.id}: {report.score.value} → {better.score.value}\n\n"
                yield from (f"```text\n{text.strip()}\n```\n\n" for text in (report.text, better.text))


def test_the_page_shows_what_happens() -> None:
    said, _, drafts = PAGE.read_text("utf-8").partition(MARK)
    made = "".join(shown()).replace("\n\n\n", "\n\n").rstrip("\n") + "\n"
    if os.environ.get("UPDATE_SHOWN"):
        PAGE.write_text(said + MARK + made, "utf-8")
        drafts = made
    assert drafts == made
    assert made.count("\n### ") >= 6


def test_every_rewritten_draft_is_better() -> None:
    scores = re.findall(r"^### .*: (\d+) → (\d+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert scores and all(int(after) >= int(before) for before, after in scores)


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    exec(code, {})
    assert "offered" in capsys.readouterr().out
