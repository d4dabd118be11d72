"""Tags: what the index finds words by. Which tags a word has, and which a phrase cannot do without.

``شد`` the key itself · ``V:شدن`` a form of this verb · ``V:*`` of any verb · ``V-:شدن``, ``V-:*`` a negative one ·
``N:درخواست`` may be a form of this noun · ``#`` a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise

from tonelint import lexicon
from tonelint.languages.base import Language
from tonelint.memo import Memo
from tonelint.trees import Node, Nodes, takes_words
from tonelint.views import COMMAS, Tagged

_ANY_VERB, _ANY_NEGATIVE, _ANY_NUMBER = "V:*", "V-:*", "#"
_WIDTHLESS = frozenset(["start", "end", "not", "ahead"])


@cache
def tags_of(language: Language) -> Mapping[str, frozenset[str]]:
    """Returns what the words of a language can be found by.

    That is for each its key, what it may be a verb or noun form of, and whether it is a number.
    """
    return Memo(partial(_tags_of, language))


def _tags_of(language: Language, key: str) -> frozenset[str]:
    tags = {key, _ANY_NUMBER} if key[:1].isdigit() else {key}
    for reading in language.readings(key):
        tags.update(_verb_tags((reading.lemma, "*"), reading.polarity == "neg"))
        tags.add("V:" + reading.lemma)
        tags.add(_ANY_VERB)
    tags.update("N:" + stem for stem in language.stems(key))
    return frozenset(tags)


def tagged_of(language: Language, keys: Sequence[str]) -> Tagged:
    """Returns what the words of a sentence can be found by."""
    where: dict[str, list[int]] = {}
    known = tags_of(language)
    for place, key in enumerate(keys):
        for tag in known[key]:
            where.setdefault(tag, []).append(place)
    return Tagged(frozenset(where), where)


def _verb_tags(lemmas: Iterable[str], negative: bool) -> Iterator[str]:
    """A negative verb has tags of its own: what asks for one need not look at the others."""
    return (("V-:" if negative else "V:") + lemma for lemma in lemmas)


def _tags(node: Node) -> frozenset[str] | None:
    """The tags of which a word that this node takes has at least one; None: any word will do."""
    if node[0] == "key":
        return frozenset(node[1])
    if node[0] == "noun":
        return frozenset("N:" + stem for stem in node[1])
    if node[0] == "verb":
        negative = dict(node[2]).get("polarity") == {"neg"}
        return frozenset(_verb_tags(["*"] if node[1] is None else node[1], negative))
    if node[0] == "number":
        return frozenset([_ANY_NUMBER])
    return frozenset(COMMAS) if node[0] == "comma" else None


def needs(nodes: Nodes, most: int) -> tuple[frozenset[str], ...]:
    """For each word that every match contains, the tags of which it has one, in the order of the words.

    Of more than `most` words the rarest are taken.
    """
    all_of_them = list(_needs(nodes))
    rarest = sorted(range(len(all_of_them)), key=lambda place: commonness(all_of_them[place]))[:most]
    return tuple(all_of_them[place] for place in sorted(rarest))


def _needs(nodes: Nodes) -> Iterator[frozenset[str]]:
    """Words that follow each other. What is looked ahead at stands behind what was matched, unless more is matched."""
    for place, node in enumerate(nodes, 1):
        if node[0] == "choice":
            parts = [needs(sequence, 1) for sequence in node[1]]
            if all(parts):
                yield frozenset().union(*(part[0] for part in parts))
        elif node[0] == "capture" or (node[0] == "ahead" and place == len(nodes)):
            yield from _needs(node[-1])
        elif node[0] != "ahead" and (tags := _tags(node)) is not None:
            yield tags


def commonness(tags: frozenset[str]) -> int:
    """Of a thousand sentences, about how many have a word with one of these tags."""
    common = _common()
    return sum(common.get(tag, 1) for tag in tags)


@cache
def _common() -> dict[str, int]:
    """The tags of common words; Persian and English ones do not get in each other's way."""
    return {tag: count for counts in lexicon.read("frequent").values() for tag, count in counts.items()}


def pair(nodes: Nodes) -> tuple[frozenset[str], frozenset[str]] | None:
    """The tags of two words of which the second always stands right behind the first: of the rarest such two."""
    pairs = []
    flat = list(_flat(nodes))
    for before, after in pairwise(flat):
        if takes_words(before) and takes_words(after):
            left, right = edge((before,), -1), edge((after,), 1)
            if left is not None and right is not None:
                pairs.append((left, right))
    return min(pairs, key=lambda two: commonness(two[0]) * commonness(two[1]), default=None)


def _flat(nodes: Nodes) -> Iterator[Node]:
    """The nodes that take words, those inside captures among them."""
    for node in nodes:
        if node[0] == "capture":
            yield from _flat(node[2])
        elif node[0] not in _WIDTHLESS:
            yield node


def starts(nodes: Nodes) -> frozenset[str] | None:
    """The tags of which the first word of a match has at least one; None: any word may begin it."""
    return edge(nodes, 1)


def edge(nodes: Nodes, step: int) -> frozenset[str] | None:
    """The tags of which the first word (the last one if `step` is -1) has at least one; None: it may be any word."""
    tags: frozenset[str] = frozenset()
    for node in nodes[::step]:
        if node[0] in _WIDTHLESS:
            continue
        if node[0] in {"choice", "optional", "capture"}:
            sequences = node[1] if node[0] == "choice" else (node[-1],)
            parts = [edge(sequence, step) for sequence in sequences]
            if any(part is None for part in parts):
                return None
            tags = tags.union(*(part for part in parts if part))
            if not takes_words(node):
                continue
            return tags
        own = _tags(node)
        return None if own is None else tags | own
    return tags


def first_tags(sequence: Nodes) -> frozenset[str] | None:
    """The tags of which the first word has to have one; None where any word, or none, may come first."""
    return starts(sequence) if any(takes_words(node) for node in sequence) else None
