"""The linter: built once from settings; then `check` is a pure function of a text and what is known about it."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tonelint.acts import Acts
from tonelint.config import Settings, load
from tonelint.cues import Cues
from tonelint.errors import RuleError, UsageError, nearest
from tonelint.kinds import KINDS, Check
from tonelint.languages.base import Language
from tonelint.languages.en.language import ENGLISH
from tonelint.languages.fa.language import PERSIAN
from tonelint.offers import Offers, Trial
from tonelint.report import Report, passes
from tonelint.rulebook import loader, source
from tonelint.rulebook.schema import CONTEXT, Profile
from tonelint.score import score
from tonelint.settle import settle
from tonelint.strengths import strengths
from tonelint.text import document
from tonelint.types import Context, Document, Finding, Match, Reply, Rule, Span
from tonelint.views import View

LANGUAGES: Mapping[str, Language] = {"fa": PERSIAN, "en": ENGLISH}
_NOT_OURS = frozenset(["quote", "code", "footer"])
_DEFAULT_PROFILE = "email"


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
        book = rulebook(self.settings)
        _known(self.settings, book)
        self.rules = {rule.id: rule for rule in book.rules if self._wanted(rule)}
        self.profiles = book.profiles
        cues = Cues(LANGUAGES, book.words)
        self._acts = Acts(book.acts, cues)
        self._checks = {rule.id: _compile(rule, cues) for rule in self.rules.values()}
        self._special = dict(self._with_own_params(cues))
        cues.build()
        self._cues = cues
        self.problems: tuple[RuleError, ...] = (*book.problems, *cues.problems)
        if self.settings.profile:
            self._profile(self.settings.profile)

    @classmethod
    def from_config(cls, source: str | os.PathLike[str] | Settings | None = None) -> Linter:
        """Returns a linter for a settings value, or for the file at a path. Raises ConfigError if the file is wrong."""
        return cls(source if isinstance(source, Settings) or source is None else load(source))

    def check(self, text: str, context: Context | None = None, **fields: str | None) -> Report:
        """Returns what was found in a reply.

        fields are those of `Context` and go over it. Raises UsageError for an unknown field or value, never for a
        text.
        """
        known = context_of(context, fields)
        profile = _Applied.of(self._profile(self.settings.profile or known.channel or _DEFAULT_PROFILE), known)
        read = document.read(text, LANGUAGES, known.language)
        reply = self._read(read, known)
        if known.customer_message:
            reply = reply._replace(heard=self._read(document.read(known.customer_message, LANGUAGES), known))
        skipped: dict[str, tuple[str, ...]] = {}
        found = settle(self._findings(reply, profile, skipped), text)
        value = score(found)
        least, fail_on = self._least(profile), self.settings.fail_on
        return Report(
            text, known, read.language, found, value, passes(found, value, least, fail_on), strengths(reply, found),
            skipped, self.problems, reply.acts, least, fail_on,
        )  # fmt: skip

    def _least(self, profile: _Applied) -> int:
        """The score that a reply has to reach. Where no finding fails a reply, the profile's does not either."""
        if self.settings.min_score is not None:
            return self.settings.min_score
        return 0 if self.settings.fail_on == "never" else profile.min_score

    def _read(self, read: Document, context: Context) -> Reply:
        """The agent's own sentences, with the cues and acts in them."""
        views = [
            View(sentence, number, LANGUAGES[sentence.language or read.language or "en"],
                 read.blocks[sentence.block].kind == "signature")
            for number, sentence in enumerate(read.sentences)
            if read.blocks[sentence.block].kind not in _NOT_OURS
        ]  # fmt: skip
        hits = self._cues.hits(views, read.zones)
        return Reply(read, self._acts.label(views, hits), context, views, hits)

    def _findings(
        self, reply: Reply, profile: _Applied, skipped: dict[str, tuple[str, ...]]
    ) -> Iterator[Finding]:
        trial = Trial(self.check, reply)
        for rule in self.rules.values():
            severity = self.settings.severity.get(rule.id) or profile.severity.get(rule.id) or rule.severity
            if severity == "off":
                continue
            missing = tuple(need for need in rule.needs if not any(getattr(reply.context, f) for f in need.split("|")))
            if missing:
                skipped[rule.id] = missing
                continue
            for match in profile.check(rule.id, self._special, self._checks)(reply):
                yield self._finding(rule, severity, match, trial)

    def _finding(self, rule: Rule, severity: str, match: Match, trial: Trial) -> Finding:
        language = self.settings.language or match.language
        message = rule.message.get(language) or next(iter(rule.message.values()))
        return Finding(
            rule.id, rule.family, severity, Span(match.start, match.end), said(message, match.values), match.language,
            rule.dimension, rule.confidence, rule.blocker, Offers(match, rule.id, trial),
        )  # fmt: skip

    def _with_own_params(self, cues: Cues) -> Iterator[tuple[tuple[str, str, str], Check]]:
        """Yields the checks of rules whose params a profile or overlay changes: ((profile, overlay, rule), check)."""
        for profile in self.profiles.values():
            for overlay, params in [("", profile.params), *((n, o.params) for n, o in profile.overlays.items())]:
                for name, changed in params.items():
                    rule = self.rules.get(name)
                    if rule:
                        own = {**rule.params, **profile.params.get(name, {}), **changed}
                        yield (profile.name, overlay, name), _compile(rule._replace(params=own), cues)

    def _profile(self, name: str) -> Profile:
        if name not in self.profiles:
            if self.settings.profile == name:
                raise UsageError(f"there is no profile “{name}”{nearest(name, self.profiles)}")
            return Profile(name)
        return self.profiles[name]

    def _wanted(self, rule: Rule) -> bool:
        settings = self.settings
        return rule.id not in settings.off and (not settings.only or rule.id in settings.only)


class _Applied(NamedTuple):
    """What a profile and its overlays come to for one context; overlays are named in the order they are laid."""

    profile: str
    overlays: tuple[str, ...]
    severity: Mapping[str, str]
    min_score: int

    def check(self, rule: str, special: Mapping[tuple[str, str, str], Check], plain: Mapping[str, Check]) -> Check:
        """The check of a rule with the params that apply: the last overlay's, else the profile's, else its own."""
        keys = ((self.profile, overlay, rule) for overlay in (*reversed(self.overlays), ""))
        return next((special[key] for key in keys if key in special), plain[rule])

    @classmethod
    def of(cls, profile: Profile, context: Context) -> _Applied:
        severity, least = dict(profile.severity), profile.min_score
        names = tuple(name for name in (context.turn, context.stage) if name in profile.overlays)
        for overlay in (profile.overlays[name] for name in names if name):
            severity.update(overlay.severity)
            least = least if overlay.min_score is None else overlay.min_score
        return cls(profile.name, tuple(name for name in names if name), severity, least or 0)


def context_of(context: Context | None, fields: Mapping[str, str | None]) -> Context:
    """Returns a context with the fields laid over it. Raises UsageError for unknown fields and values.

    >>> context_of(None, {"channel": "chat"}).channel
    'chat'
    >>> context_of(None, {"channel": "fax"})
    Traceback (most recent call last):
    tonelint.errors.UsageError: channel cannot be “fax”; known are: email, chat, social, sms
    """
    for name in fields:
        if name not in CONTEXT:
            raise UsageError(f"there is no context field “{name}”{nearest(name, CONTEXT)}")
    known = (context or Context())._replace(**{k: v for k, v in fields.items() if v is not None})
    for name, values in CONTEXT.items():
        value = getattr(known, name)
        if value is not None and not isinstance(value, str):
            raise UsageError(f"{name} has to be a text, not {type(value).__name__}")
        if value is not None and values and value not in values:
            raise UsageError(f"{name} cannot be “{value}”{nearest(value, values)}")
    return known


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


def rulebook(settings: Settings) -> loader.Rulebook:
    """Returns the built-in rules, those of the team's folders and of its house style, as the team amends them.

    Raises what `Linter` raises for them.
    """
    book = loader.load(source.folders(settings.rule_folders))
    if settings.house is not None:
        from tonelint.rulebook import house  # here, because most teams have none

        book = house.laid_over(book, settings.house, LANGUAGES)
    if settings.amendments:
        from tonelint.rulebook import amendments  # likewise

        book = amendments.laid_over(book, settings.amendments, LANGUAGES)
    return book


def _known(settings: Settings, book: loader.Rulebook) -> None:
    """Raises UsageError for a rule that the settings name and that does not exist; a broken file is one that does."""
    broken = {os.path.splitext(os.path.basename(problem.path))[0] for problem in book.problems}
    known = {rule.id for rule in book.rules} | broken
    for name in (*settings.only, *settings.off, *settings.severity):
        if name not in known:
            raise UsageError(f"there is no rule “{name}”{nearest(name, sorted(known))}")


def _compile(rule: Rule, cues: Cues) -> Check:
    module = importlib.import_module(KINDS[rule.kind])
    check: Check = module.compile(rule, cues)
    return check

