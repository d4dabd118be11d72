"""The values that everything else passes round: all frozen, all without behaviour of their own.

Positions are code points into the text as it was given, counted from 0 and half-open. Named tuples, not dataclasses:
they are made twice as fast, and a reply makes some 200 tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

SEVERITIES = ("hint", "info", "warning", "error")
SAFETIES = ("safe", "review", "idea")
DIMENSIONS = ("positivity", "clarity", "ownership", "care", "structure", "personal")


class Span(NamedTuple):
    """A piece of a text: code points, from `start` up to but not including `end`.

    >>> "Dear Sara,"[slice(*Span(4, 9))]
    ' Sara'
    """

    start: int
    end: int


class Zone(NamedTuple):
    """A piece of text that is not the agent's own wording.

    kind: quote (quoted mail), code, url, email, placeholder, html, signature, handle (@name), reference (an order or
    tracking code), mention (words inside quotation marks), footer (legal text).
    """

    start: int
    end: int
    kind: str


class Token(NamedTuple):
    """One word, number, mark or zone of a text.

    key is what rules match on: folded (case, ZWNJ, Arabic letters, diacritics, digits) and joined, so that
    every spelling of a word has one key. A zone that stands for one word has its kind in angle brackets as
    its key, e.g. ``<url>``, ``<placeholder>``.
    kind: word, number, punctuation, mark (quotes, brackets, asterisks, emoji: skipped by matching), zone.
    """

    start: int
    end: int
    key: str
    kind: str


class Sentence(NamedTuple):
    """A sentence, list item or line, with the tokens in it.

    block is the index of its block in the document. language is "fa", "en" or "" where no letter decides.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    language: str
    block: int


class Block(NamedTuple):
    """A paragraph-like piece. Blocks tile the text: each begins where the one before ended.

    kind: paragraph, list-item, heading, quote, code, signature, footer, subject.
    """

    start: int
    end: int
    kind: str


class Document(NamedTuple):
    """A text that was read once: everything that rules look at. `language` is that of most sentences."""

    text: str
    zones: tuple[Zone, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    language: str


class Reading(NamedTuple):
    """One way to read a word as a form of a verb.

    lemma: the infinitive in Persian («توانستن»), the base form in English ("send").
    tense: Persian: present, past, imperfect, perfect, pluperfect, future, subjunctive, past-subjunctive («کرده
    باشید»), imperative, participle, infinitive, short (the short infinitive of «می‌توان کرد»). English: base, s,
    past, participle, ing.
    person: 1s 2s 3s 1p 2p 3p, or "" where the form has none. polarity: pos, neg. voice: active, passive.
    register: formal, spoken, or "" where both write it so. clitic: the person of an object clitic, or "".
    ambiguous: the same spelling is also another common word, so that it proves nothing by itself.
    """

    lemma: str
    tense: str
    person: str = ""
    polarity: str = "pos"
    voice: str = "active"
    register: str = ""
    clitic: str = ""
    ambiguous: bool = False


class Act(NamedTuple):
    """What a clause does: greeting, apology, refusal, reason … `start`, `end` are code points of the words that say so.

    sentence and clause are indexes, of the sentence in the document and of the clause in it. reach is the whole piece
    under the act: as a rule the clause; for a question what its mark closes.
    """

    name: str
    start: int
    end: int
    sentence: int
    clause: int
    reach: Span


class Context(NamedTuple):
    """What is known about a reply besides its text; None where it is not known.

    >>> Context(customer_name="Sara Moradi", channel="email").stage
    'draft'
    """

    customer_name: str | None = None
    agent_name: str | None = None
    customer_message: str | None = None
    channel: str | None = None
    stage: str = "draft"
    turn: str | None = None
    situation: str | None = None
    language: str | None = None


class Match(NamedTuple):
    """What a rule found, before it is a finding: a span, the values for its message, and how it could be rewritten.

    rewrites: pairs of (replacement of the span, safety), best first. wider: rewrites of more than the span, as
    (start, end, replacement, safety); they come before the others; later: makes such ones when they are looked at.
    together: pieces that make one rewrite, as (start, end, replacement); it comes first, for a person to look at.
    """

    start: int
    end: int
    language: str
    values: Mapping[str, str] = {}
    rewrites: tuple[tuple[str, str], ...] = ()
    wider: tuple[tuple[int, int, str, str], ...] = ()
    together: tuple[tuple[int, int, str], ...] = ()
    later: Callable[[], Sequence[tuple[int, int, str, str]]] = tuple


class Edit(NamedTuple):
    """Put `text` in place of the code points from `start` up to `end`."""

    start: int
    end: int
    text: str


class Rewrite(NamedTuple):
    """A better wording. `text` is what the flagged piece becomes, `edits` what has to change in the reply.

    safety: safe (meaning and facts cannot change), review (a person should look), idea (has ⟨gaps⟩ to fill).
    """

    text: str
    edits: tuple[Edit, ...]
    safety: str
    title: str


class Finding(NamedTuple):
    """One thing that a reader of the reply would wish had been put better.

    rewrites: best first; those that a linter offers are tried when they are first looked at (`tonelint.offers`).
    """

    rule: str
    family: str
    severity: str
    span: Span
    message: str
    language: str
    dimension: str
    confidence: int
    blocker: bool = False
    rewrites: Sequence[Rewrite] = ()


class Entry(NamedTuple):
    """One phrase of a rule or act, with its place in the file (line, column from 1); note: what ``{note}`` becomes."""

    match: str
    rewrites: tuple[str, ...] = ()
    safety: str = ""
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    line: int = 0
    column: int = 0
    note: str = ""


class Unless(NamedTuple):
    """What silences all entries of a rule or act in one language: phrases by their reach, and acts."""

    over: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


class Example(NamedTuple):
    """An example of a rule. `flags` is empty in a good one; `becomes` is "" where no rewrite is promised."""

    text: str
    flags: tuple[str, ...] = ()
    becomes: str = ""
    context: Mapping[str, str] = {}
    line: int = 0


class Rule(NamedTuple):
    """A rule as it stands in its file; needles, by the source of an expression, come with compiling."""

    id: str
    family: str
    kind: str
    dimension: str
    severity: str
    message: Mapping[str, str]
    why: Mapping[str, str]
    confidence: int = 100
    blocker: bool = False
    maturity: str = "stable"
    source: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sets: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    phrases: Mapping[str, tuple[Entry, ...]] = {}
    unless: Mapping[str, Unless] = {}
    params: Mapping[str, object] = {}
    bad: Mapping[str, tuple[Example, ...]] = {}
    good: Mapping[str, tuple[Example, ...]] = {}
    path: str = ""
    needles: Mapping[str, tuple[tuple[str, ...], ...]] = {}


class ActRule(NamedTuple):
    """An act file, checked but not compiled. yes and no: example sentences by language."""

    name: str
    about: str
    sets: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    phrases: Mapping[str, tuple[Entry, ...]] = {}
    unless: Mapping[str, Unless] = {}
    yes: Mapping[str, tuple[str, ...]] = {}
    no: Mapping[str, tuple[str, ...]] = {}
    path: str = ""


class Reply(NamedTuple):
    """What a rule looks at: views are the agent's own sentences, hits the cues in them by rule or act (patterns.py).

    heard is the customer's message, read in the same way; None if it is not known. weighed: what the labeller has
    found out about it so far, for all who ask.
    """

    document: Document
    acts: tuple[Act, ...]
    context: Context
    views: Sequence[Any] = ()
    hits: Mapping[str, Sequence[Any]] = {}
    heard: Reply | None = None
    weighed: dict[str, Any] | None = None
