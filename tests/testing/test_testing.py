"""An example that does not keep its promise is found out; one that does is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tonelint.config import Settings
from tonelint.linter import Linter
from tonelint.rulebook.loader import Rulebook, load
from tonelint.testing import Case, described, examples, failures, run_act_example, run_example
from tonelint.types import Act, Edit, Example, Finding, Rewrite, Span


class Hereby:
    """A rule that finds some words by their letters alone, and puts something in their place."""

    def __init__(self, words: str = "hereby", better: str = "", spellings: str = "") -> None:
        self.words, self.better = re.compile(words, re.IGNORECASE), better
        self.spellings = re.compile(f"[{spellings}]") if spellings else None
        self.contexts: list[Mapping[str, str]] = []

    def __call__(self, text: str, context: Mapping[str, str]) -> list[Finding]:
        self.contexts.append(context)
        if self.spellings and self.spellings.search(text):
            return []
        return [self.finding(Span(*found.span())) for found in self.words.finditer(text)]

    def finding(self, span: Span) -> Finding:
        rewrites = (
            Rewrite(self.better, (Edit(*span, self.better),), "idea", ""),
            Rewrite("never", (Edit(*span, "never"),), "safe", ""),
        )
        return Finding("r", "cliche", "info", span, "", "en", "clarity", 90, False, rewrites)


def test_a_bad_example_that_keeps_its_promise() -> None:
    check = Hereby(better="now")
    example = Example("We hereby\nask, hereby.", ("hereby", "hereby"), "We now\nask, now.", {"channel": "chat"})
    assert run_example(check, example, "en") == []
    assert len(check.contexts) > 6
    assert all(context == {"channel": "chat"} for context in check.contexts)


def test_a_good_example() -> None:
    assert run_example(Hereby(), Example("We ask now."), "en") == []
    assert run_example(Hereby(), Example("We hereby ask."), "en") == [
        "as written: should be flagged: We hereby ask.\n            is flagged:        We ⟦hereby⟧ ask."
    ]


@pytest.mark.parametrize("flags", [("hereby",), ("Hereby", "hereby", "hereby"), ("hereby", "Hereby"), ("Hereby ask",)])
def test_flags_are_exact(flags: tuple[str, ...]) -> None:
    (failure,) = run_example(Hereby(), Example("Hereby ask, hereby.", flags), "en")
    assert "is flagged:        ⟦Hereby⟧ ask, ⟦hereby⟧." in failure


def test_the_right_word_at_the_wrong_place() -> None:
    """Flags name words; in a variant the place counts."""

    def first(text: str, context: Mapping[str, str]) -> list[Finding]:
        found = Hereby()(text, context)
        return found[1:] if "\u00a0" in text else found[:1]

    (failure,) = run_example(first, Example("hereby or hereby", ("hereby",)), "en")
    assert failure.splitlines()[0] == "nbsp: should be flagged: ⟦hereby⟧\u00a0or\u00a0hereby"


def test_becomes() -> None:
    bad = Example("We hereby ask.", ("hereby",), "We now ask.")
    assert run_example(Hereby(better="soon"), bad, "en") == [
        "as written: the rewrite gives 'We soon ask.', not 'We now ask.'"
    ]
    again = bad._replace(becomes="We HEREBY ask.")
    assert run_example(Hereby(better="HEREBY"), again, "en") == [
        "as written: still flagged after the rewrite: We ⟦HEREBY⟧ ask."
    ]


def test_a_variant_that_is_not_flagged() -> None:
    failed = run_example(Hereby("می.?شود", spellings=" ي"), Example("می‌شود", ("می‌شود",)), "fa")
    names = ["spaced", "arabic-letters", "diacritics", "kashida", "symbol-first"]
    assert [failure.split(":")[0] for failure in failed] == names


def test_a_variant_that_is_still_flagged_after_the_rewrite() -> None:
    def check(text: str, context: Mapping[str, str]) -> list[Finding]:
        found = Hereby(better="now")(text, context)
        return found or ([Hereby().finding(Span(0, 1))] if "\r" in text else [])

    failed = run_example(check, Example("hereby\nask", ("hereby",), "now\nask"), "en")
    assert [failure.splitlines()[0] for failure in failed] == ["crlf: still flagged after the rewrite: ⟦n⟧ow"]


def label(text: str) -> list[Act]:
    return [Act("thanks", *found.span(), 0, 0, Span(*found.span())) for found in re.finditer("thanks|Thank you", text)]


@pytest.mark.parametrize(
    ("text", "kind", "failed"),
    [
        ("many thanks", "yes", []),
        ("no way", "no", []),
        ("no thanks", "no", ["as written: should not be labelled thanks: no ⟦thanks⟧"]),
        ("cheers", "yes", ["as written: should be labelled thanks: cheers"]),
        ("Thank you", "yes", ["nbsp: should be labelled thanks: Thank\u00a0you"]),
    ],
)
def test_act_examples(text: str, kind: str, failed: list[str]) -> None:
    case = Case("thanks", "en", kind, 1, Example(text), "thanks.yaml")
    assert run_act_example(label, case) == failed
    assert run_act_example(label, case._replace(owner="other", kind="no")) == []


RULE = """\
id: only-for-tests
family: house-style
kind: phrase
dimension: clarity
severity: hint
only: {en: a test}
why: {en: It is odd.}
message: {en: Odd.}
phrases: {en: [{match: zounds, rewrites: [wow]}]}
examples:
  en:
    bad:
      - {text: "Zounds, it works.", flags: [Zounds], becomes: "Wow, it works."}
      - {text: "He said please zounds.", flags: [please]}
    good: [Sounds good., Zounds indeed.]
"""


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    (tmp_path / "only-for-tests.yaml").write_text(RULE, "utf-8")
    return load([tmp_path])


def test_cases_are_numbered_and_named(book: Rulebook) -> None:
    assert [case.id for case in examples(book)] == [
        f"only-for-tests-en-{kind}-{n}" for kind in ("bad", "good") for n in (1, 2)
    ]


def test_through_the_linter_even_if_the_rule_is_off(book: Rulebook, tmp_path: Path) -> None:
    linter = Linter(Settings(rule_folders=(str(tmp_path),), severity={"only-for-tests": "off"}))
    failed = [failures(linter, case) for case in examples(book)]
    assert [bool(texts) for texts in failed] == [False, True, False, True]
    _, case, *_ = examples(book)
    assert described(case, failed[1]).splitlines() == [
        f"{tmp_path}/only-for-tests.yaml:14: only-for-tests-en-bad-2",
        "  as written: should be flagged: He said ⟦please⟧ zounds.",
        "              is flagged:        He said please ⟦zounds⟧.",
    ]
