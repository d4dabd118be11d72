"""The phrase notation (docs/phrases.md): what a rule author writes → a tree of nodes that patterns.py matches.

Nodes are plain tuples, so that a compiled rulebook can be stored and loaded without running any code:

    ("key", words)            one word whose key is in the frozenset
    ("noun", stems)           one word that is a form of one of these nouns
    ("verb", lemmas, features) one word that can be read as such a verb form; lemmas None = any verb
    ("word",)                 any one word
    ("number",)               a number in digits
    ("comma",)                a comma
    ("gap", most, commas, nodes) 0 to `most` words; commas: whether commas may lie between; no word where nodes match
    ("start",) ("end",)       the edge of a sentence
    ("choice", sequences)     the first of these sequences that fits
    ("optional", sequence)    this sequence or nothing
    ("capture", name, sequence)
    ("not", sequence)         none of this follows; takes no words
    ("ahead", sequence)       this follows; takes no words
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tonelint.errors import LocatedError
from tonelint.trees import DEEPEST, TOO_DEEP, Node, Nodes, excess, takes_words

Words = Callable[[str], Sequence[str]]

FEATURES = {
    "polarity": ("pos", "neg"),
    "person": ("1s", "2s", "3s", "1p", "2p", "3p"),
    "tense": (
        *("present", "past", "imperfect", "perfect", "pluperfect", "future", "subjunctive", "imperative"),
        *("past-subjunctive", "participle", "infinitive", "short", "base", "s", "ing"),
    ),
    "voice": ("active", "passive"),
    "register": ("spoken", "formal"),
    "sure": ("sure",),
}
SHORTHANDS = {
    "1": ("1s", "1p"),
    "2": ("2s", "2p"),
    "3": ("3s", "3p"),
    "finite": (
        *("present", "past", "imperfect", "perfect", "pluperfect", "future"),
        *("subjunctive", "past-subjunctive", "imperative"),
    ),
}
CATEGORIES = {value: category for category, values in FEATURES.items() for value in values}
_CATEGORY = CATEGORIES | {short: CATEGORIES[values[0]] for short, values in SHORTHANDS.items()}
_WIDEST = 99  # words in a gap
_SPECIAL = set("()|?{}+@!&…$^,=<>")


class PhraseError(LocatedError):
    """A phrase is not written as docs/phrases.md says; `column` counts from 1 inside the phrase."""


class Notation:
    """Parses phrases of one language.

    words turns literal text into the keys that the text layer gives it; sets are the named word sets; what is not
    among them is looked for in `shared`, a notation whose sets are parsed once for all.
    """

    def __init__(self, words: Words, sets: Mapping[str, Sequence[str]] | None = None, shared: Notation | None = None):
        self._words = words
        self._sets = sets or {}
        self._shared = shared
        self._opened: list[str] = []
        self._parsed: dict[str, Node] = {}
        self._depth = 0  # of brackets that are open

    def parse(self, phrase: str) -> Nodes:
        """Returns the nodes of a phrase. Raises PhraseError at the first place that is not in the notation.

        Also for one that is nested deeper, or with its word sets becomes larger, than any that people write.
        """
        self._depth = 0
        nodes, _ = self._sequence(phrase, 0, closing=False)
        _limited(nodes)
        if not any(takes_words(node) for node in nodes):
            raise PhraseError("a phrase has to name at least one word", column=1)
        return nodes

    def _sequence(self, text: str, at: int, closing: bool) -> tuple[Nodes, int]:
        """Alternatives up to the closing bracket (or the end): one choice node where there are several."""
        alternatives: list[list[Node]] = [[]]
        while at < len(text):
            char = text[at]
            if char == ")" and closing:
                break
            if char == "|":
                if not closing:
                    raise PhraseError("“|” stands only between brackets: (a|b)", column=at + 1)
                alternatives.append([])
                at += 1
            elif char.isspace():
                at += 1
            else:
                at = self._with_suffix(text, at, alternatives[-1])
        if len(alternatives) == 1:
            return tuple(alternatives[0]), at
        return (_choice([tuple(a) for a in alternatives]),), at

    def _with_suffix(self, text: str, at: int, out: list[Node]) -> int:
        """One element, and the `?` (may be missing) or `+` (noun endings) right behind a bracket, set or comma."""
        made: list[Node] = []
        end = self._element(text, at, made)
        suffix = text[end : end + 1]
        if suffix == "?" and text[at] in "({@<,،":
            out.append(("optional", tuple(made)))
            return end + 1
        if suffix == "+" and text[at] in "(@":
            out.extend(_nouns(node, end + 1) for node in made)
            return end + 1
        out.extend(made)
        return end

    def _element(self, text: str, at: int, out: list[Node]) -> int:
        char = text[at]
        if char == "(":
            inner, at = self._group(text, at)
            out.extend(inner)
            return at
        if char in "!&" and text[at + 1 : at + 2] == "(":
            inner, at = self._group(text, at + 1)
            out.append(("not" if char == "!" else "ahead", inner))
            return at
        if char == "…":
            return self._gap(text, at, out)
        if char == "{":
            return self._verb(text, at, out)
        if char == "@":
            return self._set(text, at, out)
        if char == "<":
            end = text.find(">", at)
            if end < 0:
                raise PhraseError("“<” is not closed; write <number>, <url>, <placeholder> …", column=at + 1)
            zone = text[at : end + 1]
            out.append(("number",) if zone == "<number>" else ("key", frozenset([zone])))
            return end + 1
        simple = {"^": ("start",), "$": ("end",), ",": ("comma",), "،": ("comma",)}
        if char in simple:
            out.append(simple[char])
            return at + 1
        if char in _SPECIAL:
            raise PhraseError(f"“{char}” has no meaning here", column=at + 1)
        return self._literal(text, at, out)

    def _group(self, text: str, at: int) -> tuple[Nodes, int]:
        self._depth += 1
        if self._depth > DEEPEST:
            raise PhraseError(TOO_DEEP, column=at + 1)
        inner, end = self._sequence(text, at + 1, closing=True)
        self._depth -= 1
        if end >= len(text):
            raise PhraseError("“(” is not closed", column=at + 1)
        return inner, end + 1

    def _gap(self, text: str, at: int, out: list[Node]) -> int:
        end = at + 1
        while end < len(text) and text[end].isdecimal():
            end += 1
        commas = text[end : end + 1] in {",", "،"}
        if end - at > 3:
            raise PhraseError(f"a gap has {_WIDEST} words at most", column=at + 1)
        most = int(text[at + 1 : end] or 4)
        barred: Nodes = ()
        end += commas
        if text[end : end + 2] == "!(":
            barred, end = self._group(text, end + 1)
        out.append(("gap", most, commas, barred))
        return end

    def _verb(self, text: str, at: int, out: list[Node]) -> int:
        end = text.find("}", at)
        if end < 0:
            raise PhraseError("“{” is not closed", column=at + 1)
        parts = text[at + 1 : end].split()
        if not parts:
            raise PhraseError("{} names no verb; write {send} or {* 2}", column=at + 1)
        lemmas = None if parts[0] == "*" else frozenset("".join(self._words(p)) for p in parts[0].split("|"))
        out.append(("verb", lemmas, _features(parts[1:], at + 1)))
        return end + 1

    def _set(self, text: str, at: int, out: list[Node]) -> int:
        end = at + 1
        while end < len(text) and (text[end].isalnum() or text[end] in "-_"):
            end += 1
        out.append(self.word_set(text[at + 1 : end], at + 1))
        return end

    def word_set(self, name: str, column: int = 1) -> Node:
        """Returns the node of a named word set. Raises PhraseError if there is none or a member is no phrase."""
        if name in self._parsed:
            return self._parsed[name]
        if name not in self._sets:
            if self._shared:
                return self._shared.word_set(name, column)
            raise PhraseError(f"there is no word set “{name}”", column=column)
        if name in self._opened:
            raise PhraseError(f"the word set “{name}” contains itself", column=column)
        if len(self._opened) > DEEPEST:
            raise PhraseError(TOO_DEEP, column=column)
        self._opened.append(name)
        try:
            node = _choice([self._sequence(member, 0, closing=False)[0] for member in self._sets[name]])
            _limited((node,))
        finally:
            self._opened.pop()
        self._parsed[name] = node
        return node

    def _literal(self, text: str, at: int, out: list[Node]) -> int:
        end = at
        while end < len(text) and text[end] not in _SPECIAL and text[end] != "،":
            end += 1
        literal = text[at:end]
        if text[end : end + 1] == "=" and text[end + 1 : end + 2] == "(":
            *before, name = literal.split()
            out.extend(("key", frozenset([key])) for key in self._words(" ".join(before)))
            inner, end = self._group(text, end + 1)
            out.append(("capture", name, inner))
            return end
        keys = _with_blanks(literal, self._words)
        if text[end : end + 1] == "+":
            if literal[-1:].isspace() or not keys or keys[-1][0] != "key":
                raise PhraseError("“+” follows a noun without a blank: ticket+", column=end + 1)
            keys[-1] = ("noun", keys[-1][1])
            end += 1
        out.extend(keys)
        return end


def _with_blanks(literal: str, words: Words) -> list[Node]:
    """Keys of a literal in which `_` stands for any one word."""
    nodes: list[Node] = []
    for n, piece in enumerate(literal.split("_")):
        if n:
            nodes.append(("word",))
        nodes.extend(("key", frozenset([key])) for key in words(piece) if key)
    return nodes


def _features(names: Sequence[str], column: int) -> tuple[tuple[str, frozenset[str]], ...]:
    """`neg 1 past|perfect` → the values allowed in each category that is named."""
    allowed: dict[str, set[str]] = {}
    for group in names:
        for name in group.split("|"):
            if name not in _CATEGORY:
                raise PhraseError(f"“{name}” is no verb feature", column=column)
            allowed.setdefault(_CATEGORY[name], set()).update(SHORTHANDS.get(name, (name,)))
    return tuple((category, frozenset(values)) for category, values in sorted(allowed.items()))


def _choice(sequences: Sequence[Nodes]) -> Node:
    """One node for alternatives: single words together in one set, longer sequences first."""
    singles: dict[str, set[str]] = {}
    longer: list[Nodes] = []
    for sequence in sequences:
        if len(sequence) == 1 and sequence[0][0] in {"key", "noun"}:
            singles.setdefault(sequence[0][0], set()).update(sequence[0][1])
        elif len(sequence) == 1 and sequence[0][0] == "choice":
            longer.extend(sequence[0][1])
        elif sequence:
            longer.append(sequence)
        else:
            raise PhraseError("an alternative is empty; write (…)? for an optional part", column=1)
    longer.sort(key=len, reverse=True)
    longer.extend(((kind, frozenset(words)),) for kind, words in sorted(singles.items()))
    return longer[0][0] if len(longer) == 1 and len(longer[0]) == 1 else ("choice", tuple(longer))


def _limited(nodes: Nodes) -> None:
    """Raises PhraseError for a tree that is too large. Word sets are asked, too, so none grows when it is put in."""
    if problem := excess(nodes):
        raise PhraseError(problem, column=1)


def _nouns(node: Node, column: int) -> Node:
    """The same with noun endings: every single word, and the last word of longer alternatives."""
    if node[0] == "key":
        return ("noun", node[1])
    if node[0] == "choice":
        return ("choice", tuple((*sequence[:-1], _nouns(sequence[-1], column)) for sequence in node[1]))
    if node[0] == "noun":
        return node
    raise PhraseError("“+” follows nouns only: ticket+ or (ticket|case)+", column=column)
