"""What tonelint promises of any input. Each function takes one input and raises AssertionError where it is not kept.

They are called by the fuzz targets with what atheris makes up, and by the tests with what hypothesis makes up and with
every input that ever broke one (`fuzz.finds`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from xml.etree import ElementTree

from tonelint import formats, renderings
from tonelint.book import Book
from tonelint.config import Settings
from tonelint.errors import FormatError, RuleError, TextError, TonelintError
from tonelint.formats import Draft
from tonelint.formats.draft import verbatim
from tonelint.formats.editing import edited as edited_file
from tonelint.linter import LANGUAGES, Linter
from tonelint.report import Report
from tonelint.reporters import REPORTERS, Style, render
from tonelint.rulebook import compiling, loader
from tonelint.text.document import read
from tonelint.types import Context, Document

# What must never reach a terminal as it is: control characters, and those that turn the order of letters round.
_ACTING = frozenset([*map(chr, range(9)), "\x0b", "\x1b", "\x7f", *map(chr, range(0x80, 0xA0)), "\u202d", "\u202e"])
USUAL = Context("Sara Moradi", channel="email")
_TERMINAL = ("text", "compact", "github")
_RULE = """\
id: some-rule
family: stiff-wording
kind: phrase
dimension: clarity
severity: warning
why: {{en: Because., fa: چون.}}
message: {{en: "“{{match}}” is odd.", fa: "«{{match}}» غریب است."}}
phrases:
  en: [{{match: {en}}}]
  fa: [{{match: {fa}}}]
examples:
  en: {{bad: [{{text: Gadzooks., flags: [Gadzooks]}}, {{text: Oh gadzooks., flags: [gadzooks]}}], good: [Go., Good.]}}
  fa: {{bad: [{{text: واویلا., flags: [واویلا]}}, {{text: ای واویلا., flags: [واویلا]}}], good: [درست شد., خوب.]}}
"""
_JSON = ("json", "sarif", "gitlab", "rdjson")


@cache
def linter() -> Linter:
    """The linter that all replies are checked with: every rule, hints among them."""
    return Linter()


@cache
def writing() -> Callable[[str, Context], Report]:
    """The same linter, as it checks while somebody writes: it remembers the sentences of the replies before."""
    return linter().incremental()


def read_and_checked(text: str, context: Context = USUAL) -> Report:
    """A reply is read and checked, by itself and among others with the same result; every place lies in the text."""
    document(read(text, LANGUAGES))
    report = linter().check(text, context)
    places(report)
    assert _told(report) == _told(writing()(text, context))
    places(renderings.checked(linter(), report))
    return report


def _told(report: Report) -> list[tuple[object, ...]]:
    """Findings without their rewrites, which would have to be tried."""
    return [finding[:-1] for finding in report.findings]


def reply(text: str, context: Context = USUAL) -> None:
    """A reply is read, checked, rewritten and reported."""
    report = read_and_checked(text, context)
    rewritten(report)
    reported(Draft("a.txt", "a", text, (verbatim(text, 0),)), report)


def document(found: Document) -> None:
    """Blocks tile the text; sentences, words and zones lie in it, in order and apart."""
    end = len(found.text)
    assert "".join(found.text[block.start : block.end] for block in found.blocks) == found.text
    _apart(((zone.start, zone.end) for zone in found.zones), end)
    _apart(((sentence.start, sentence.end) for sentence in found.sentences), end)
    for sentence in found.sentences:
        _apart(((token.start, token.end) for token in sentence.tokens), end)


def _apart(spans: Iterable[tuple[int, int]], end: int) -> None:
    last = 0
    for start, stop in spans:
        assert last <= start < stop <= end
        last = stop


def places(report: Report) -> None:
    """Spans lie in the text, in order, and the score is that of its parts."""
    text = report.text
    assert sum(part.lost for part in report.score.parts) == 100 * (100 - report.score.value)
    assert list(report.findings) == sorted(report.findings, key=lambda finding: finding.span)
    for finding in report.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text), finding


def rewritten(report: Report) -> None:
    """Edits lie in the text. No rewritten reply scores less, and to rewrite it again changes nothing more."""
    for finding in report.findings:
        for rewrite in finding.rewrites:
            assert all(0 <= edit.start <= edit.end <= len(report.text) for edit in rewrite.edits), rewrite
    for safety in ("safe", "review"):
        better = report.rewrite(safety)
        again = linter().check(better, report.context)
        assert again.score.value >= report.score.value, (safety, better)
        assert again.rewrite(safety) == better, (safety, better)


def reported(draft: Draft, report: Report) -> None:
    """Every reporter writes valid output that cannot act where it is read."""
    for name in REPORTERS:
        written = "".join(render(name, [(draft, report)], [draft.id], Style(hints=True)))
        assert written.encode("utf-8").decode("utf-8") == written
        if name in _JSON:
            json.loads(written)
        if name == "junit":
            ElementTree.fromstring(written)
        if name in (*_TERMINAL, *_JSON):
            assert not _ACTING.intersection(written), name
        if name != "github":
            assert not any(line.lstrip().startswith("::") for line in written.splitlines()), name


def file(data: bytes, path: str) -> None:
    """A file of any format is read, or refused in one sentence; its replies are where it says, and can be edited."""
    try:
        drafts = formats.parse(data, path)
    except (TextError, FormatError) as error:
        assert "\n" not in str(error)
        return
    for draft in drafts[:20]:
        text = draft.text
        for offset in {0, len(text) // 2, len(text)}:
            line, column = draft.position(offset)
            assert line >= 1 and column >= 1
            assert 0 <= draft.origin(offset) <= len(draft.source)
        report = linter().check(text, None, **draft.context)
        edits = [edit for finding in report.findings for rewrite in finding.rewrites[:1] for edit in rewrite.edits][:1]
        try:
            edited_file(draft.source, [(draft, edits)])
        except TextError as error:
            assert "\n" not in str(error)


class Alone(Linter):
    """A linter that has the rules of its folders and no others."""

    def _book(self) -> Book:
        return compiling.compiled(loader.load(self.settings.rule_folders), LANGUAGES)


def rule(data: bytes, folder: str) -> None:
    """A rule file is used, or every mistake in it is a problem in one line; replies are checked in either case.

    folder: a folder with nothing else in it, that the file is written into.
    """
    with open(f"{folder}/some-rule.yaml", "wb") as written:
        written.write(data)
    found = Alone(Settings(rule_folders=(folder,)))
    assert all(isinstance(problem, RuleError) and "\n" not in str(problem) for problem in found.problems)
    for text in (
        "Hi Sara,\nunfortunately we can't ship the ticket 12, sorry!!",
        "سلام، متأسفانه نمی‌توانیم ۱۲ تیکت را بفرستیم.",
    ):
        places(found.check(text, channel="chat", customer_message="Where is it?"))


def phrase(source: str, folder: str) -> None:
    """A phrase of a rule, in either language, is used, or refused in one line."""
    quoted = json.dumps(source)
    rule(_RULE.format(en=quoted, fa=quoted).encode("utf-8", "surrogatepass"), folder)


def settings(data: bytes, folder: str) -> None:
    """A settings file is used, or refused in one sentence. folder: an empty folder that the file is written into."""
    path = f"{folder}/tonelint.yaml"
    with open(path, "wb") as written:
        written.write(data)
    try:
        Linter.from_config(path).check("Hi Sara, unfortunately we can't ship it!!")
    except TonelintError as error:
        assert "\n" not in str(error)
