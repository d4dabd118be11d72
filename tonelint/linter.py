"""The linter: built once from settings; then `check` is a pure function of a text and what is known about it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from tonelint import __version__, cache
from tonelint.acts import Acts
from tonelint.book import Book
from tonelint.config import Settings, load
from tonelint.context import context_of
from tonelint.cues import Cues, Known
from tonelint.doubts import doubted
from tonelint.errors import RuleError, TextError, UsageError, nearest
from tonelint.languages.base import Language
from tonelint.languages.loading import Languages
from tonelint.offers import MOST, Offers, Trial, bounded
from tonelint.plans import LIKELY, Plan, Plans
from tonelint.report import Report, passes
from tonelint.rulebook import source
from tonelint.score import score
from tonelint.settle import settle
from tonelint.strengths import strengths
from tonelint.text import document
from tonelint.types import Context, Document, Finding, Match, Reply, Rule, Span
from tonelint.views import View

if TYPE_CHECKING:
    from tonelint.rulebook.loader import Rulebook

LANGUAGES: Mapping[str, Language] = Languages()
_NOT_OURS = frozenset(["quote", "code", "footer"])
LONGEST = 200_000
"""The code points of the longest reply (and customer's message) that is checked; some seventy pages."""
_MOST_SENTENCES = 5_000  # that an incremental check remembers


class Linter:
    """Checks replies. Immutable once built, so that threads can share it.

    >>> report = Linter().check("Hi Sara, please find attached the form.")
    >>> [(f.family, report.text[f.span.start : f.span.end]) for f in report.findings if f.severity != "hint"]
    [('stiff-wording', 'please find attached')]
    """

    def __init__(self, settings: Settings | None = None) -> None:
        """Loads and compiles the rules.

        Raises RuleError if a rule folder is missing, never for one broken rule; UsageError if the settings name a
        profile or a rule that does not exist; TextError or ConfigError for a house style that cannot be used.
        """
        self.settings = settings or Settings()
        book = self._book()
        _known(self.settings, book)
        self.rules = {rule.id: rule for rule in book.rules if self._wanted(rule)}
        self.profiles = book.profiles
        self._learnt = frozenset(rule.id for rule in book.rules if rule.kind == LIKELY)
        self._decided = frozenset(self.settings.severity).union(rule.id for rule in book.rules if rule.path)
        self.problems: tuple[RuleError, ...] = book.problems
        self._cues = Cues(LANGUAGES, book.cues)
        self._acts = Acts(book.acts, self._cues)
        self._plans = Plans(self.rules, book.profiles, self.settings, self._cues)
        self._given_up: dict[str, RuleError] = {}

    @classmethod
    def from_config(cls, source: str | os.PathLike[str] | Settings | None = None) -> Linter:
        """Returns a linter for a settings value, or for the file at a path. Raises ConfigError if the file is wrong."""
        return cls(source if isinstance(source, Settings) or source is None else load(source))

    def __reduce__(self) -> tuple[type[Linter], tuple[Settings]]:
        """A linter is sent to another process as its settings: made there anew, from the cache."""
        return Linter, (self.settings,)

    def check(self, text: str, context: Context | None = None, **fields: str | None) -> Report:
        """Returns what was found in a reply.

        fields are those of `Context` and go over it. A text or message longer than `LONGEST` is not checked: the
        report says so (`Report.unchecked`). Raises UsageError for an unknown field or value, never for a text.
        """
        return self._check({}, text, context_of(context, fields))

    def incremental(self) -> Callable[..., Report]:
        """Returns a function like `check` for one reply that is being written: it remembers the sentences it has seen.

        What it returns is what `check` returns. It is for one thread, and forgets all when it has seen many sentences.

        >>> check = Linter().incremental()
        >>> check("Hi Sara, kindly wait.", channel="chat") == check("Hi Sara, kindly wait.", channel="chat")
        True
        """
        seen: Known = {}

        def check(text: str, context: Context | None = None, **fields: str | None) -> Report:
            if len(seen) > _MOST_SENTENCES:
                seen.clear()
            return self._check(seen, text, context_of(context, fields))

        return check

    def _check(
        self, seen: Known, text: str, context: Context, heard: Reply | None = None, labeller: bool = True
    ) -> Report:
        """seen: the sentences whose phrases were looked for before; heard: the customer's message, if it was read.

        Where the labeller is silent, what its rules find are hints, and nothing is doubted.
        """
        plan = self._plans.of(context)
        for what, length in (("text", len(text)), ("customer's message", len(context.customer_message or ""))):
            if length > LONGEST:
                return self._unchecked(text, context, what, length)
        reply = self._reply(seen, text, context, heard)
        again = partial(self._check, seen, heard=reply.heard)
        trial = Trial(again, partial(again, labeller=False), partial(self._alone, seen), reply)
        findings = list(self._findings(reply, plan, trial))
        if not labeller:
            findings = [f._replace(severity="hint") if f.rule in self._learnt else f for f in findings]
        elif self.settings.labeller:
            findings = doubted(findings, reply, self._decided, self._learnt)
        found = bounded(settle(findings, text))
        value = score(found)
        fail_on = self.settings.fail_on
        return Report(
            text, context, reply.document.language, found, value, passes(found, value, plan.min_score, fail_on),
            strengths(reply, found), plan.skipped, (*self.problems, *self._given_up.values()), reply.acts,
            plan.min_score, fail_on, max(len(found) - MOST, 0),
        )  # fmt: skip

    def _alone(self, seen: Known, rule: str, text: str, trial: Trial) -> Iterator[Finding]:
        """What one rule finds in the text of a trial, before it is settled with what the others find."""
        reply = self._reply(seen, text, trial.reply.context, trial.reply.heard)
        return self._findings(reply, self._plans.of(reply.context).only(rule), trial)

    def _unchecked(self, text: str, context: Context, what: str, length: int) -> Report:
        """The report on a reply that is too long: it has no findings, and is not ok."""
        limit = f"not checked: too long; the {what} has {length:,} characters, {LONGEST:,} is the limit"
        return Report(text, context, "", (), score(()), False, problems=(*self.problems, TextError(limit)))

    def _reply(self, seen: Known, text: str, context: Context, heard: Reply | None) -> Reply:
        """A reply as rules see it, with the customer's message if there is one."""
        if context.customer_message and heard is None:
            heard = self._read(document.read(context.customer_message, LANGUAGES), context, seen)
        return self._read(document.read(text, LANGUAGES, context.language), context, seen)._replace(heard=heard)

    def _read(self, read: Document, context: Context, seen: Known | None = None) -> Reply:
        """The writer's own sentences, with the cues and acts in them."""
        views = [
            View(sentence, number, LANGUAGES[sentence.language or read.language or "en"],
                 read.blocks[sentence.block].kind == "signature")
            for number, sentence in enumerate(read.sentences)
            if read.blocks[sentence.block].kind not in _NOT_OURS
        ]  # fmt: skip
        hits = self._cues.hits(views, read, seen)
        return Reply(read, self._acts.label(views, hits), context, views, hits, weighed={})

    def _findings(self, reply: Reply, plan: Plan, trial: Trial) -> Iterator[Finding]:
        driven = (plan.driven[owner] for owner in reply.hits if owner in plan.driven)
        for rule, severity, check in (*driven, *plan.always.values()):
            if rule.id in self._given_up:
                continue
            try:
                for match in check(reply):
                    yield self._finding(rule, severity, match, trial)
            except RuleError as error:  # an expression that runs away; once is enough for this linter
                self._given_up[rule.id] = RuleError(f"the rule “{rule.id}” is given up: {error.message}", rule.path)

    def _finding(self, rule: Rule, severity: str, match: Match, trial: Trial) -> Finding:
        language = self.settings.language or match.language
        message = rule.message.get(language) or next(iter(rule.message.values()))
        return Finding(
            rule.id, rule.family, severity, Span(match.start, match.end), said(message, match.values), match.language,
            rule.dimension, rule.confidence, rule.blocker, Offers(match, rule.id, trial),
        )  # fmt: skip

    def _book(self) -> Book:
        """The compiled book: what was shipped, or from the cache if no file that it was made from has changed."""
        settings, house = self.settings, self.settings.house
        if not (settings.rule_folders or settings.amendments or house) and (book := cache.shipped()):
            return book
        files = [file for folder in source.folders(settings.rule_folders) for file in source.files(folder)]
        files += [house] if isinstance(house, str) else []
        key = cache.key(files, __version__, repr(house), repr(settings.amendments))
        return cache.kept(key, partial(compiled, settings))

    def _wanted(self, rule: Rule) -> bool:
        settings = self.settings
        return rule.id not in settings.off and (not settings.only or rule.id in settings.only)


def said(message: str, values: Mapping[str, str]) -> str:
    """Returns a message with its slots filled; a slot without a value stays empty.

    >>> said("“{match}” is stiff", {"match": "hereby"})
    '“hereby” is stiff'
    """
    if "{" not in message:
        return message
    parts = message.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        filled.append(values.get(name, "") + rest if closed else "{" + part)
    return "".join(filled)


def compiled(settings: Settings) -> Book:
    """Returns the compiled book of settings, made anew. Raises as `rulebook` does."""
    from tonelint.rulebook import compiling  # here, because a linter that is made from the cache compiles nothing

    return compiling.compiled(rulebook(settings), LANGUAGES)


def rulebook(settings: Settings) -> Rulebook:
    """Returns the built-in rules, those of the team's folders and of its house style, as the team amends them.

    Raises RuleError for a folder that does not exist, TextError or ConfigError for a house style that cannot be used.
    """
    from tonelint.rulebook import loader  # here, because a linter that is made from the cache needs no rule files

    book = loader.load(source.folders(settings.rule_folders))
    if settings.house is not None:
        from tonelint.rulebook import house  # likewise, because most teams have none

        book = house.laid_over(book, settings.house, LANGUAGES)
    if settings.amendments:
        from tonelint.rulebook import amendments  # likewise

        book = amendments.laid_over(book, settings.amendments, LANGUAGES)
    return book


def _known(settings: Settings, book: Book) -> None:
    """Raises UsageError for a rule that the settings name and that does not exist; a broken file is one that does."""
    broken = {os.path.splitext(os.path.basename(problem.path))[0] for problem in book.problems}
    known = {rule.id for rule in book.rules} | broken
    for name in (*settings.only, *settings.off, *settings.severity):
        if name not in known:
            raise UsageError(f"there is no rule “{name}”{nearest(name, sorted(known))}")
