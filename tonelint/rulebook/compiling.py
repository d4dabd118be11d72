"""From rule files to the compiled book that a linter is made of."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping

from tonelint.acts import ordered
from tonelint.book import Book
from tonelint.cuebook import CueBook, Owner, owners
from tonelint.kinds import KINDS
from tonelint.kinds.expressions import Needles
from tonelint.languages.base import Language
from tonelint.profiles import Profile
from tonelint.rulebook import loader
from tonelint.rulebook.needles import needles
from tonelint.rulebook.params import sources
from tonelint.rulebook.source import built_in
from tonelint.types import Rule


def compiled(book: loader.Rulebook, languages: Mapping[str, Language]) -> Book:
    """Returns a rulebook as linters use it; a phrase that does not parse is among the problems, its rule silent."""
    cues = CueBook(languages, book.words)
    for owner in _owners(book):
        cues.add(owner)
    ours = os.path.join(built_in(), "")
    rules = tuple(
        rule._replace(
            phrases={}, sets={}, bad={}, good={}, needles=dict(_needles(rule, book.profiles)),
            path="" if rule.path.startswith(ours) else rule.path,
        )
        for rule in book.rules
    )  # fmt: skip
    acts = tuple(act.name for act in ordered(book.acts))
    return Book(rules, acts, book.profiles, cues.compiled(), (*book.problems, *cues.problems))


def _needles(rule: Rule, profiles: Mapping[str, Profile]) -> Iterator[tuple[str, Needles]]:
    """The expressions of a rule, and of profiles for it, that a text has to hold something for; and what."""
    laid = [profile.params for profile in profiles.values()]
    laid += [overlay.params for profile in profiles.values() for overlay in profile.overlays.values()]
    for params in (rule.params, *(params.get(rule.id, {}) for params in laid)):
        for source in sources(rule.kind, params):
            if found := needles(source):
                yield source, found


def _owners(book: loader.Rulebook) -> Iterator[Owner]:
    for act in book.acts:
        yield from owners(act)
    for rule in book.rules:
        kind = importlib.import_module(KINDS[rule.kind])
        yield from getattr(kind, "owners", owners)(rule)
