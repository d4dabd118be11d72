"""From the nodes of a phrase to a function that matches them on the words of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from tonelint.languages.base import Language
from tonelint.memo import Memo
from tonelint.tags import first_tags, tags_of
from tonelint.trees import Node, Nodes
from tonelint.types import Reading
from tonelint.views import COMMAS, NO_WORDING, View

Captures = dict[str, tuple[int, int]]
Next = Callable[[View, int, Captures], int]
Step = Callable[[View, int, Captures], int]


def matcher(nodes: Nodes, language: Language) -> Step:
    """Returns a function (view, index, captures) → the index behind the match that begins there, or -1.

    language: that of the views that it is asked about.
    """
    return _sequence(nodes, _found, language)


# Steps: each node becomes a function (view, index, captures) → end of the whole match, or -1. `then` is the rest.


def _sequence(nodes: Nodes, then: Next, language: Language) -> Step:
    for place in range(len(nodes) - 1, -1, -1):
        node = nodes[place]
        if node[0] == "gap":
            then = _gap(node, then, language, first_tags(nodes[place + 1 :]))
        else:
            then = _STEPS[node[0]](node, then, language)
    return then


def _key(node: Node, then: Next, _language: Language) -> Step:
    wanted = node[1]

    def step(view: View, index: int, captures: Captures) -> int:
        keys = view.keys
        return then(view, index + 1, captures) if index < len(keys) and keys[index] in wanted else -1

    return step


def _noun(node: Node, then: Next, language: Language) -> Step:
    return _word_that(lambda key: not node[1].isdisjoint(language.stems(key)), then)


def _verb(node: Node, then: Next, language: Language) -> Step:
    lemmas, features = node[1], node[2]

    def is_form(key: str) -> bool:
        return any(
            (lemmas is None or reading.lemma in lemmas) and has_features(reading, features)
            for reading in language.readings(key)
        )

    return _word_that(is_form, then)


def _word_that(test: Callable[[str], bool], then: Next) -> Step:
    """A word whose key passes a test."""
    fits = Memo(test)

    def step(view: View, index: int, captures: Captures) -> int:
        keys = view.keys
        return then(view, index + 1, captures) if index < len(keys) and fits[keys[index]] else -1

    return step


def has_features(reading: Reading, features: Iterable[tuple[str, frozenset[str]]]) -> bool:
    """Whether a reading has one of the allowed values in each category."""
    for category, allowed in features:
        if category == "sure":
            if reading.ambiguous:
                return False
        elif getattr(reading, category) not in allowed:
            return False
    return True


def _word(_node: Node, then: Next, _language: Language) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        fits = index < len(view.words) and view.words[index].kind != "punctuation"
        return then(view, index + 1, captures) if fits else -1

    return step


def _number(_node: Node, then: Next, _language: Language) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        fits = index < len(view.words) and view.words[index].kind == "number"
        return then(view, index + 1, captures) if fits else -1

    return step


def _comma(_node: Node, then: Next, _language: Language) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        fits = index < len(view.keys) and view.keys[index] in COMMAS
        return then(view, index + 1, captures) if fits else -1

    return step


def _found(_view: View, index: int, _captures: Captures) -> int:
    return index


def _remembered(then: Next) -> Next:
    """The same, with its failures kept in the view.

    What comes next fits or does not fit at a place, whatever came before it; so parts that may take more or fewer
    words, one behind the other, stay linear.
    """

    def remembered(view: View, index: int, captures: Captures) -> int:
        here = (then, index)  # not its id: when threads compile a pattern twice, one is dropped and its ids used anew
        if here in view.dead_ends:
            return -1
        end = then(view, index, captures)
        if end < 0:
            view.dead_ends.add(here)
        return end

    return remembered


def _gap(node: Node, then: Next, language: Language, following: frozenset[str] | None) -> Step:
    """Takes as few words as it can, and none at which `barred` would match.

    following: the tags of the first word of what comes next, if that is a word; it is tried at no other.
    """
    most, commas, barred = node[1], node[2], node[3]
    then = _remembered(then)
    bars = _sequence(barred, _found, language) if barred else None
    tags = tags_of(language)
    may_end: Memo[str, bool] = Memo(lambda key: following is None or not following.isdisjoint(tags[key]))

    def step(view: View, index: int, captures: Captures) -> int:
        left, keys, words = most, view.keys, view.words
        count = len(keys)
        while True:
            if index >= count:
                return then(view, index, captures) if following is None else -1
            key = keys[index]
            if may_end[key]:
                end = then(view, index, captures)
                if end >= 0:
                    return end
            if bars and bars(view, index, {}) >= 0:
                return -1
            if words[index].kind != "punctuation":
                left -= 1
            elif not (commas and key in COMMAS):
                return -1
            if left < 0:
                return -1
            index += 1

    return step


def _start(_node: Node, then: Next, _language: Language) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        first = all(word.kind in NO_WORDING for word in islice(view.words, index))
        return then(view, index, captures) if first else -1

    return step


def _end(_node: Node, then: Next, _language: Language) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        last = all(view.words[at].kind == "punctuation" for at in range(len(view.words) - 1, index - 1, -1))
        return then(view, index, captures) if last else -1

    return step


def _choice(node: Node, then: Next, language: Language) -> Step:
    """Alternatives in order; which of them can begin at a word is remembered for the word."""
    if any(len(sequence) != 1 for sequence in node[1]):
        then = _remembered(then)
    steps = [(_sequence(sequence, then, language), first_tags(sequence)) for sequence in node[1]]
    empty = [step for step, tags in steps if tags is None]
    known = tags_of(language)

    def fit(key: str) -> list[Step]:
        return [step for step, tags in steps if tags is None or not tags.isdisjoint(known[key])]

    fitting = Memo(fit)

    def step(view: View, index: int, captures: Captures) -> int:
        for one in fitting[view.keys[index]] if index < len(view.keys) else empty:
            end = one(view, index, captures)
            if end >= 0:
                return end
        return -1

    return step


def _optional(node: Node, then: Next, language: Language) -> Step:
    return _choice(("choice", (node[1], ())), then, language)


def _capture(node: Node, then: Next, language: Language) -> Step:
    name = node[1]

    def close(view: View, index: int, captures: Captures) -> int:
        before = captures.get(name)
        captures[name] = (captures["(" + name][0], index)
        end = then(view, index, captures)
        if end < 0:
            captures.pop(name, None)
            if before is not None:
                captures[name] = before
        return end

    inner = _sequence(node[2], close, language)

    def step(view: View, index: int, captures: Captures) -> int:
        captures["(" + name] = (index, index)
        return inner(view, index, captures)

    return step


def _not(node: Node, then: Next, language: Language) -> Step:
    inner = _sequence(node[1], _found, language)

    def step(view: View, index: int, captures: Captures) -> int:
        return -1 if inner(view, index, {}) >= 0 else then(view, index, captures)

    return step


def _ahead(node: Node, then: Next, language: Language) -> Step:
    inner = _sequence(node[1], _found, language)

    def step(view: View, index: int, captures: Captures) -> int:
        return then(view, index, captures) if inner(view, index, captures) >= 0 else -1

    return step


_STEPS: dict[str, Callable[[Node, Next, Language], Step]] = {
    "key": _key, "noun": _noun, "verb": _verb, "word": _word, "number": _number, "comma": _comma,
    "start": _start, "end": _end, "choice": _choice, "optional": _optional, "capture": _capture, "not": _not,
    "ahead": _ahead,
}  # fmt: skip
