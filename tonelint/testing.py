"""Running the examples of rules and acts, in every way that people spell them.

Used by ``tonelint rules test`` and by the tests; docs/rules.md says what an example promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tonelint.plans import Plans
from tonelint.rewrite import apply
from tonelint.rulebook.loader import Rulebook
from tonelint.spelling import variants
from tonelint.types import SAFETIES, Act, Context, Example, Finding, Span

if TYPE_CHECKING:
    from tonelint.linter import Linter

Check = Callable[[str, Mapping[str, str]], Sequence[Finding]]
SPELLING = "orthography"  # a family whose examples are spelt as they are on purpose
Label = Callable[[str], Sequence[Act]]


class Case(NamedTuple):
    """One example: owner is the id of a rule or the name of an act; kind is bad, good (rules), yes or no (acts)."""

    owner: str
    language: str
    kind: str
    number: int
    example: Example
    path: str

    @property
    def id(self) -> str:
        """For example ``stiff-verb-fa-bad-1``."""
        return f"{self.owner}-{self.language}-{self.kind}-{self.number}"


def examples(book: Rulebook) -> Iterator[Case]:
    """Yields every example of every rule and act of a rulebook, numbered from 1."""
    for rule in book.rules:
        for kind, by_language in (("bad", rule.bad), ("good", rule.good)):
            for language, given in by_language.items():
                for number, example in enumerate(given, 1):
                    yield Case(rule.id, language, kind, number, example, rule.path)
    for act in book.acts:
        for kind, sentences in (("yes", act.yes), ("no", act.no)):
            for language, texts in sentences.items():
                for number, text in enumerate(texts, 1):
                    yield Case(act.name, language, kind, number, Example(text), act.path)


def failures(linter: Linter, case: Case) -> list[str]:
    """Returns what an example promises and the linter does not keep, one readable text each."""
    if case.kind in ("yes", "no"):
        return run_act_example(lambda text: linter.check(text).acts, case)
    alone = only(linter, case.owner)
    spelt_as_meant = linter.rules[case.owner].family == SPELLING
    return run_example(
        lambda text, context: alone.check(text, Context(**context)).findings,
        case.example,
        "" if spelt_as_meant else case.language,
    )


def only(linter: Linter, rule: str) -> Linter:
    """Returns a linter that has one rule and shares everything else; no profile or setting turns the rule off."""
    alone = object.__new__(type(linter))  # not a copy: that is made as in another process, and shares nothing
    alone.__dict__.update(linter.__dict__)
    alone.rules = {rule: linter.rules[rule]}
    alone.settings = linter.settings._replace(severity={rule: linter.rules[rule].severity})
    alone._decided = frozenset([rule])
    alone._plans = Plans(alone.rules, alone.profiles, alone.settings, alone._cues)
    return alone


def described(case: Case, failed: Iterable[str]) -> str:
    """Returns the failures of an example under the place where it stands."""
    place = f"{case.path}:{case.example.line}" if case.example.line else case.path
    return "\n".join([f"{place}: {case.id}", *(f"  {line}" for text in failed for line in text.splitlines())])


def run_example(check: Check, example: Example, language: str) -> list[str]:
    """Returns what is not as the example says, in the text as written or else in its variants.

    check returns the findings of the one rule in a text with a context. If the text as written fails, its variants
    are not looked at. language "" stands for no variants.
    """
    found = check(example.text, example.context)
    failed = _as_written(check, example, found)
    if failed:
        return failed
    spans = sorted(finding.span for finding in found)
    for variant in variants(example.text, language) if language else ():
        got = check(variant.text, example.context)
        want = [variant.span(span) for span in spans]
        if sorted(finding.span for finding in got) != want:
            failed.append(_difference(variant.name, variant.text, want, [f.span for f in got]))
        elif example.becomes and (left := check(better := _rewritten(variant.text, got), example.context)):
            failed.append(f"{variant.name}: still flagged after the rewrite: {marked(better, [f.span for f in left])}")
    return failed


def _as_written(check: Check, example: Example, found: Sequence[Finding]) -> list[str]:
    spans = sorted(finding.span for finding in found)
    if tuple(example.text[span.start : span.end] for span in spans) != example.flags:
        return [_difference("as written", example.text, _places(example), spans)]
    if not example.becomes:
        return []
    better = _rewritten(example.text, found)
    if better != example.becomes:
        return [f"as written: the rewrite gives {better!r}, not {example.becomes!r}"]
    if left := check(better, example.context):
        return [f"as written: still flagged after the rewrite: {marked(better, [f.span for f in left])}"]
    return []


def _rewritten(text: str, found: Iterable[Finding]) -> str:
    return apply(text, [finding._replace(rewrites=finding.rewrites[:1]) for finding in found], SAFETIES[-1])


def _places(example: Example) -> list[Span]:
    """Where the flags of an example stand, each after the beginning of the one before."""
    spans, start = [], -1
    for flag in example.flags:
        start = example.text.find(flag, start + 1)
        spans.append(Span(start, start + len(flag)))
    return spans


def run_act_example(label: Label, case: Case) -> list[str]:
    """Returns in which spellings a sentence is not labelled as it should be; `label` returns the acts in a text."""
    text, wanted = case.example.text, case.kind == "yes"
    failed = _act_failure(label, case.owner, wanted, "as written", text)
    if failed:
        return failed
    return [
        failure
        for variant in variants(text, case.language)
        for failure in _act_failure(label, case.owner, wanted, variant.name, variant.text)
    ]


def _act_failure(label: Label, name: str, wanted: bool, spelling: str, text: str) -> list[str]:
    spans = [Span(act.start, act.end) for act in label(text) if act.name == name]
    if bool(spans) == wanted:
        return []
    return [f"{spelling}: should {'' if wanted else 'not '}be labelled {name}: {marked(text, spans)}"]


def _difference(name: str, text: str, want: Sequence[Span], got: Sequence[Span]) -> str:
    return f"{name}: should be flagged: {marked(text, want)}\n{' ' * len(name)}  is flagged:        {marked(text, got)}"


def marked(text: str, spans: Iterable[Span]) -> str:
    """Returns a text with pieces in ⟦brackets⟧, which read right in both directions, where carets below cannot.

    >>> marked("You must go", [Span(4, 8)])
    'You ⟦must⟧ go'
    """
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}"
    return text
