"""How English replies address somebody: "Dear Ms Moradi", "Hi Sara", "Sara, thanks for …", "Dear customer"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tonelint.languages import names
from tonelint.languages.names import Address, Person, Word
from tonelint.types import Document, Span

_LISTS = names.lists("en")
_VALUES = _LISTS.values
_LONGEST_NAME = 4
_LONGEST_PHRASE = 5
_STOPS = frozenset(",.!?")
_LEADS = _VALUES["leaders"] | {"you"}
_LINKS = _VALUES["adjectives"] | {"or", "and", "it", "may", "to"}


def address(document: Document, customer: Person | None, is_name: Callable[[Word], bool]) -> Address | None:
    """Returns how the first lines address the customer, or None if there is not even a greeting.

    `is_name` tells whether a placeholder stands for a name.
    """
    greeting = generic = None
    for line in names.opening(document):
        found = _line(line, customer, is_name)
        if found and found.kind in ("name", "placeholder"):
            return found
        if found and found.kind == "generic":
            generic = generic or found
        else:
            greeting = greeting or found
    return generic or greeting


def vocatives(document: Document, customer: Person | None) -> Iterator[Address]:
    """Yields names that somebody is addressed by anywhere: "Thanks, Sara!", "…, Sara." """
    lines = list(names.body(document))
    for number, line in enumerate(lines):
        for index in range(1, len(line)):
            if _is_vocative(line, index, customer) and not _signs_off(lines, number, index):
                yield _named(line, index, index + 1, sure=True)


def _is_vocative(line: list[Word], index: int, customer: Person | None) -> bool:
    """Whether a known name stands between "thanks" or a comma and a mark."""
    if _key(line, index + 1) not in _STOPS or not _is_capital(line, index) or not _is_known(line[index], customer):
        return False
    before = _key(line, index - 1)
    if before == ",":
        # ", Sara." ends a sentence; in "Tom, Sara, and I" it is one of a list
        return index + 2 == len(line) or _key(line, index - 2) in _LEADS
    return before in _LEADS


def _signs_off(lines: list[list[Word]], number: int, index: int) -> bool:
    """Whether these may be the last words of a reply: "Thanks, Sara" is signed by Sara."""
    return number == len(lines) - 1 and index + 2 >= len(lines[number])


def _line(line: list[Word], customer: Person | None, is_name: Callable[[Word], bool]) -> Address | None:
    if line[0].kind in ("handle", "placeholder"):
        return _zone(line, 0, is_name)
    index = first = _skip(line, 0)
    greeted, wished = False, ""
    while length := _phrase(line, index, "greetings") or _phrase(line, index, "leaders"):
        greeted = greeted or bool(_phrase(line, index, "greetings"))
        wished = _key(line, index)
        index = _fill(line, index + length)
    if index == first:
        return _leading(line, first, customer)
    behind = _mark(line, index)
    found = _who(line, behind, customer, is_name, wished, apart=behind > index)
    if found and found.kind == "generic":
        return found._replace(start=line[first].start)
    if found or not greeted:
        return found
    return Address(line[first].start, line[index - 1].end, "none")


def _skip(line: list[Word], index: int) -> int:
    """Returns the index of the first word, behind emoji and the like."""
    while index < len(line) - 1 and line[index].kind == "mark":
        index += 1
    return index


def _phrase(line: list[Word], index: int, group: str) -> int:
    """Returns how many words of a greeting stand here ("good morning": 2), 0 if none."""
    for length in (2, 1):
        piece = line[index : index + length]
        written = len(piece) == length and all(w.kind == "word" for w in piece)
        if written and "".join(w.key for w in piece) in _VALUES[group]:
            return length
    return 0


def _fill(line: list[Word], index: int) -> int:
    while _key(line, index) in _VALUES["fillers"] and _key(line, index + 1) != "":
        index += 1
    return index


def _mark(line: list[Word], index: int) -> int:
    while _key(line, index) in (",", "!", "-", "–", "—", "…", "."):
        index += 1
    return index


def _leading(line: list[Word], index: int, customer: Person | None) -> Address | None:
    """ "Sara, thanks for …", "Mr Smith," and "Valued customer," at the beginning of a line."""
    if line[index].key in _LISTS.titles:
        found = _named_run(line, index, customer)
        return found if found and found.sure else None
    generic = _generic(line, index, "")
    if generic and (_is_edge(line, _behind(line, generic)) or line[index].key in _VALUES["adjectives"]):
        return generic
    if _is_known(line[index], customer) and _key(line, index + 1) in (",", "-", "–", "—", "!", ":"):
        return _named(line, index, index + 1, sure=line[index].key not in _LISTS.also_words)
    return None


def _behind(line: list[Word], found: Address) -> int:
    return next((i for i, word in enumerate(line) if word.start >= found.end), len(line))


def _who(
    line: list[Word], index: int, customer: Person | None, is_name: Callable[[Word], bool], wished: str, apart: bool
) -> Address | None:
    """Returns whom the words behind a greeting mean; `apart` is whether a mark stands between."""
    if index >= len(line):
        return None
    word = line[index]
    if word.kind in ("handle", "placeholder"):
        return _zone(line, index, is_name, hailed=not apart)
    if word.key in _VALUES["both"]:
        return _named(line, index, index + 1)
    found = _named_run(line, index, customer)
    if found and (not apart or found.titled or (found.sure and _is_known(word, customer))):
        return found
    generic = _generic(line, index, wished)
    if generic and (not apart or _is_edge(line, _behind(line, generic))):
        return _beyond(line, generic, customer) or generic
    if wished == "dear" and not apart and word.kind == "word" and _is_edge(line, index + 1):
        return Address(word.start, word.end, "generic", Span(word.start, word.end))
    return None


def _beyond(line: list[Word], generic: Address, customer: Person | None) -> Address | None:
    """The name behind a generic word: "Hi there Sara"."""
    index = _behind(line, generic)
    return _named(line, index, index + 1) if index < len(line) and _is_known(line[index], customer) else None


def _zone(line: list[Word], index: int, is_name: Callable[[Word], bool], hailed: bool = False) -> Address | None:
    word = line[index]
    span = Span(word.start, word.end)
    if word.kind == "handle":
        return Address(*span, "name", span)
    if hailed or is_name(word):
        return Address(*span, "placeholder", span)
    return None


def _named_run(line: list[Word], index: int, customer: Person | None) -> Address | None:
    """A name of up to four words, with its titles: "Mr. van der Berg", "Anna Maria", "J. Smith", "Acme team"."""
    first = index
    while _key(line, index) in _LISTS.titles or (index > first and _key(line, index) in (".", "/", "and")):
        index += 1
    titled = index > first
    if index < len(line) and line[index].kind == "placeholder":
        return Address(line[first].start, line[index].end, "placeholder", Span(line[index].start, line[index].end))
    last = index
    while last < len(line) and last - index < 2 * _LONGEST_NAME and _is_name_word(line, last, index, titled, customer):
        last += 1
    while last > index and (line[last - 1].kind == "mark" or line[last - 1].key in ("and", "la", "le", "the")):
        last -= 1
    if last == index or _key(line, last) in _VALUES["introductions"]:
        return None
    if _key(line, last) in _VALUES["generic"] and _is_edge(line, last + 1):  # "Dear Acme customer,"
        return None
    if (
        not titled
        and last - index == 1
        and line[index].key in _LISTS.not_names
        and not _is_sure(line, index, last, customer)
    ):
        return None
    sure = titled or _is_sure(line, index, last, customer)
    return _named(line, index, last, sure, titled)._replace(start=line[first].start)


def _is_sure(line: list[Word], first: int, last: int, customer: Person | None) -> bool:
    if not _is_edge(line, last):
        return False
    return line[first].text[:1].isupper() or any(_is_known(w, customer) for w in line[first:last])


def _is_name_word(line: list[Word], index: int, first: int, titled: bool, customer: Person | None) -> bool:
    word = line[index]
    if word.key == ".":
        return index > first and len(line[index - 1].key) == 1
    if word.kind != "word" or _key(line, index + 1) == "" == word.key:
        return False
    if word.key == "team" and index > first:
        return True
    if word.key in _VALUES["generic"] or (word.key in _VALUES["adjectives"] and not titled):
        return False
    if word.key in _VALUES["particles"]:
        return index > first or _is_capital(line, index + 1)
    if word.key in _LISTS.not_names:
        return index == first and _is_edge(line, index + 1) and _is_known(word, customer)
    if _is_known(word, customer) and (word.key not in _LISTS.also_words or word.text[:1].isupper()):
        return True
    if word.text[:1].isupper() or not word.text[:1].islower():
        return True
    # "Hi lenaK", "hi tomas-r", "hi xqz,": a user name, or a name that nobody gave a capital
    return index == first and (_is_edge(line, index + 1) or not word.text.islower()) and _key(line, index - 1) != "dear"


def _generic(line: list[Word], index: int, wished: str) -> Address | None:
    """ "there", "valued guest", "Sir or Madam", "customer of Acme", "whom it may concern"."""
    last = end = index
    while last < len(line) and line[last].kind == "word" and last - index < _LONGEST_PHRASE:
        key = line[last].key
        if key in _VALUES["generic"]:
            end = last + 1
        elif not (key in _LINKS or (wished == "dear" and last < index + 2)):
            break
        last += 1
    if _key(line, end) == "/" and _key(line, end + 1) in _VALUES["generic"]:
        end += 2
    span = Span(line[index].start, line[end - 1].end)
    return Address(*span, "generic", span) if end > index else None


def _is_capital(line: list[Word], index: int) -> bool:
    return index < len(line) and line[index].text[:1].isupper()


def _is_edge(line: list[Word], index: int) -> bool:
    """Whether a name must end before this place: the line ends or a mark follows."""
    return index >= len(line) or line[index].kind != "word"


def _is_known(word: Word, customer: Person | None) -> bool:
    if word.kind != "word":
        return False
    return word.key in _LISTS.given or (customer is not None and names.same([word.key], customer))


def _named(line: list[Word], first: int, last: int, sure: bool = False, titled: bool = False) -> Address:
    name = Span(line[first].start, line[last - 1].end)
    return Address(name.start, name.end, "name", name, titled, sure)


def _key(line: list[Word], index: int) -> str:
    return line[index].key if 0 <= index < len(line) else ""
