"""Findings that may stand: which ones, for how long, and what is said when they are not needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import tonelint
from tonelint.config.settings import Place, Settings, Suppression
from tonelint.errors import ConfigError
from tonelint.formats.front_matter import suppressed as in_front_matter
from tonelint.linter import Linter
from tonelint.suppress import Verdict, complaints, suppressed

TEXT = "Hi Sara,\n\nplease find attached the form. We hereby confirm that it is yours."
TODAY = "2031-05-10"
RULES = Linter().rules


def one(rule: str, line: int = 1, **fields: str) -> Suppression:
    return Suppression(rule, "our lawyers want it", **fields, place=Place("s.yaml", line, 3))


def verdict(*known: Suppression, path: str = "macros/a.md", reply: str = "a") -> Verdict:
    return suppressed(tonelint.check(TEXT), path, reply, known, TODAY)


def left(made: Verdict) -> list[str]:
    return [TEXT[found.span.start : found.span.end] for found in made.report.findings if found.severity != "hint"]


def test_without_suppressions_everything_is_found() -> None:
    assert [text.lower() for text in left(verdict())] == ["please find attached", "hereby"]
    assert verdict().report == tonelint.check(TEXT)


@pytest.mark.parametrize(
    ("known", "remain"),
    [
        (one("stiff-wording"), []),
        (one("stiff-opening"), ["hereby"]),
        (one("stiff-wording", text="hereby"), ["please find attached"]),
        (one("stiff-wording", text="Find  ATTACHED"), ["hereby"]),
        (one("stiff-wording", text="find the"), ["please find attached", "hereby"]),
        (one("cliche"), ["please find attached", "hereby"]),
        (one("stiff-wording", files="macros/*.md"), []),
        (one("stiff-wording", files="other/"), ["please find attached", "hereby"]),
        (one("stiff-wording", files="*.md", folder="/elsewhere"), ["please find attached", "hereby"]),
        (one("stiff-wording", reply="a"), []),
        (one("stiff-wording", reply="b"), ["please find attached", "hereby"]),
        (one("stiff-wording", expires="2031-05-10"), []),
        (one("stiff-wording", expires="2031-05-09"), ["please find attached", "hereby"]),
    ],
)
def test_what_may_stand(known: Suppression, remain: list[str]) -> None:
    assert [text.lower() for text in left(verdict(known))] == remain


def test_what_may_stand_takes_nothing_from_the_score() -> None:
    made = verdict(one("stiff-wording"))
    assert (made.report.score.value, made.report.ok) == (100, True)
    strict = Linter(Settings(fail_on="warning"))
    assert not strict.check(TEXT).ok
    assert suppressed(strict.check(TEXT), "a.md", "a", [one("stiff-wording")], TODAY).report.ok


def test_persian_words_are_compared_by_their_keys() -> None:
    text = "سلام سارا، مدارک ناقص می‌باشد."
    report = tonelint.check(text)
    [found] = [found for found in report.findings if text[found.span.start : found.span.end] == "می‌باشد"]
    for spelled in ("می‌باشد", "می باشد", "ميباشد"):
        made = suppressed(report, "a.txt", "a", [one(found.rule, text=spelled)], TODAY)
        assert found not in made.report.findings


def said(known: Sequence[Suppression], **fields: str) -> list[str]:
    made = verdict(*known, **fields)
    return [str(error) for error in complaints(known, made.meant, made.used, TODAY, RULES)]


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (one("stiff-wording"), ""),
        (one("cliche"), "s.yaml:1:3: suppress: cliche finds nothing here any more; take this out"),
        (one("stiff-wording", text="zounds"), "s.yaml:1:3: suppress: stiff-wording finds nothing here any more; take this out"),
        (one("cliche", files="other/*.md"), ""),  # its replies were not looked at
        (one("cliche", reply="b"), ""),
        (one("stiff-wording", expires="2031-05-09"), "s.yaml:1:3: suppress: stiff-wording was to stand until 2031-05-09; mend the reply, or set a later day"),
        (one("cliche", files="other/a.md", expires="2031-05-09"), "s.yaml:1:3: suppress: cliche was to stand until 2031-05-09; mend the reply, or set a later day"),
        (one("stif-opening"), 's.yaml:1:3: suppress: there is no rule "stif-opening"; did you mean "stiff-opening"?'),
        (one("cliche", files="gone/a.md"), "s.yaml:1:3: suppress: there is no file gone/a.md; take this out, or say where it is now"),
    ],
)  # fmt: skip
def test_what_is_not_needed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: Suppression, sentence: str
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.md").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert said([known]) == ([sentence] if sentence else [])


def test_complaints_stand_in_order() -> None:
    assert [line.split(": ")[0] for line in said([one("cliche", 9), one("jargon", 10), one("idiom", 2)])] == [
        "s.yaml:2:3",
        "s.yaml:9:3",
        "s.yaml:10:3",
    ]


FRONT = """\
---
channel: chat
suppress:
  - {rule: stiff-word, reason: legal wording}
---
We hereby confirm it.
"""


def test_front_matter_may_say_what_stands() -> None:
    [found] = in_front_matter(FRONT, "a.md")
    assert (found.rule, found.reason, found.place) == ("stiff-word", "legal wording", Place("a.md", 4, 5))
    assert in_front_matter("suppress: [x]\n", "a.md") == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{rule: a}", 'a.md:4:5: suppress: the key "reason" is missing'),
        (
            "{rule: a, reason: b, files: c}",
            "a.md:4:5: suppress: files cannot stand here; this is for the replies of this file",
        ),
        ("{rule: a, resaon: b}", 'a.md:4:15: suppress: the key "resaon" is unknown; did you mean "reason"?'),
    ],
)
def test_mistakes_in_front_matter(text: str, sentence: str) -> None:
    with pytest.raises(ConfigError) as caught:
        in_front_matter(FRONT.replace("{rule: stiff-word, reason: legal wording}", text), "a.md")
    assert str(caught.value) == sentence
