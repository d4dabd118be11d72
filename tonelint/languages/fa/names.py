"""How Persian replies address somebody: «سلام خانم مرادی»، «سارا جان»، «گلاره خانم سلام»، «مشتری گرامی»."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tonelint.languages import names
from tonelint.languages.names import Address, Person, Word
from tonelint.types import Document, Span

_LISTS = names.lists("fa")
_VALUES = _LISTS.values
_GREETING_WORDS = _VALUES["greetings"] | _VALUES["greeting-parts"]
_WARM = _VALUES["only-of-names"] | {"عزیز", "عزیزم"}
_BEFORE_VOCATIVE = _VALUES["thanks"] | _VALUES["hails"] | _VALUES["greetings"]
_LONGEST_NAME = 3
# Endings that a role takes: ezafe, plural, «عزیزمان»; «نویسندگان» is treated apart.
_ENDINGS = ("", "ی", "ان", "یان", "ها", "های", "هایی", "م", "مان", "انمان")


def address(document: Document, customer: Person | None, is_name: Callable[[Word], bool]) -> Address | None:
    """Returns how the first lines address the customer, or None if there is not even a greeting.

    `is_name` tells whether a placeholder stands for a name.
    """
    greeting = generic = None
    for line in map(_joined, names.opening(document)):
        for index in range(len(line)):
            if not _is_open(line, index):
                continue
            found = _addressed(line, index, customer, is_name)
            if found and found.kind != "generic":
                return found
            generic = generic or found
        greeting = greeting or _greeting(line)
    return generic or greeting


def vocatives(document: Document, customer: Person | None) -> Iterator[Address]:
    """Yields names that somebody is addressed by anywhere: «ممنون سارا جان»، «چشم، سارا»."""
    for line in map(_joined, names.body(document)):
        for index in range(len(line)):
            found = _vocative(line, index, customer)
            if found:
                yield found


def _joined(line: list[Word]) -> list[Word]:
    """The words with an ezafe that stands alone («نویسنده ی») joined to the word that it belongs to."""
    joined: list[Word] = []
    for word in line:
        if word.key in ("ی", "ها", "های") and joined and joined[-1].kind == "word":
            last = joined.pop()
            word = Word(last.start, word.end, f"{last.text} {word.text}", last.key + word.key, "word")
        joined.append(word)
    return joined


def _vocative(line: list[Word], index: int, customer: Person | None) -> Address | None:
    after = index + 1
    honoured = _key(line, after) in _WARM and _is_free(line, index)
    thanked = _key(line, index - 1) in _VALUES["thanks"] and _is_edge(line, after)
    if (honoured or thanked) and _is_known(line[index], customer):
        return _named(line, index, after, after + honoured, sure=True)
    return None


def _is_free(line: list[Word], index: int) -> bool:
    """Whether no ezafe can bind a name to the word before it: «سفارش سارا جان» speaks of somebody."""
    return index == 0 or line[index - 1].kind != "word" or line[index - 1].key in _BEFORE_VOCATIVE


def _addressed(
    line: list[Word], index: int, customer: Person | None, is_name: Callable[[Word], bool]
) -> Address | None:
    word = line[index]
    if word.kind == "handle":
        return Address(word.start, word.end, "name", Span(word.start, word.end))
    if word.kind == "placeholder":
        return _placeholder(line, index, is_name)
    if word.kind != "word":
        return None
    if word.key in _LISTS.titles:
        found = _titled(line, index, customer)
        if found:
            return found
    return _honoured(line, index, customer) or _hailed(line, index, customer)


def _placeholder(line: list[Word], index: int, is_name: Callable[[Word], bool]) -> Address | None:
    start, end = line[index].start, line[index].end
    hailed = _key(line, index - 1) in _VALUES["hails"] | _VALUES["hails-to"] | _LISTS.titles
    if hailed or _key(line, index + 1) in _VALUES["honorifics"] | _LISTS.titles or is_name(line[index]):
        return Address(start, end, "placeholder", Span(start, end))
    return None


def _titled(line: list[Word], index: int, customer: Person | None) -> Address | None:
    """«جناب آقای رضایی»، «سرکار خانم مرادی عزیز»; without a name («آقای محترم») it is generic."""
    first = index
    while _key(line, index) in _LISTS.titles or (index > first and _key(line, index) in ("/", "و", "دکتر")):
        index += 1
    if index < len(line) and line[index].kind == "placeholder":
        return Address(line[first].start, line[index].end, "placeholder", Span(line[index].start, line[index].end))
    last = index
    while last < len(line) and last - index < _LONGEST_NAME and _can_be_name(line, last, last == index):
        last += 1
    honours = _honours(line, last)
    if last == index or (_role(line, index) == last and not _is_known(line[index], customer)):
        if last == index and not (honours > last or _is_edge(line, last)):
            return None
        return Address(line[first].start, line[max(honours, last) - 1].end, "generic")
    sure = honours > last or _is_edge(line, last) or line[last].key in _VALUES["thanks"]
    return _named(line, index, last, honours, sure=sure, titled=True)._replace(start=line[first].start)


def _honoured(line: list[Word], index: int, customer: Person | None) -> Address | None:
    """«سارا جان»، «سارا مرادی عزیز»، «گلاره خانم»; «مشتری گرامی»، «بیمه شده محترم» are generic."""
    end = _role(line, index)
    if end:
        honours = _honours(line, end)
        if honours > end:
            return Address(line[index].start, line[honours - 1].end, "generic")
    for end in (index + 1, index + 2):
        after = _key(line, end)
        honours = _honours(line, end) or end
        if after in _VALUES["titles-after"] and _is_known(line[index], customer):
            return _named(line, index, end, max(honours, end + 1), sure=end == index + 1)
        if after in _VALUES["honorifics"] and all(_can_be_name(line, i, False) for i in range(index, end)):
            known = any(_is_known(line[i], customer) for i in range(index, end))
            if known or after not in _VALUES["only-of-roles"]:
                return _named(line, index, end, honours, sure=known)
            return Address(line[index].start, line[honours - 1].end, "generic")
    return None


def _hailed(line: list[Word], index: int, customer: Person | None) -> Address | None:
    """«سلام سارا، …»، «سلام سارا مرادی»، «سارا سلام»."""
    known = _is_known(line[index], customer)
    last = index + 1
    while last < len(line) and last - index < _LONGEST_NAME and known and _can_be_name(line, last, False):
        last += 1
    if not _is_edge(line, last):
        last = index + 1
    edge = _is_edge(line, last)
    before = index - 1 if index and line[index - 1].kind == "word" else index - 2
    if before >= 0 and _key(line, before) in _VALUES["hails"]:
        if known and (edge or line[index].key not in _LISTS.also_words):
            return _named(line, index, last, last, sure=edge)
        if before == index - 1 and _role(line, index) and edge:
            return Address(line[index].start, line[index].end, "generic")
        if before == index - 1 and edge and _can_be_name(line, index, False):
            return _named(line, index, last, last)
    follows = _key(line, last) in _VALUES["hails"] or _key(line, last) in ("،", ",", "!")
    if known and follows and all(w.kind == "mark" for w in line[:index]):
        return _named(line, index, last, last, sure=True)
    return None


def _greeting(line: list[Word]) -> Address | None:
    """The words of a greeting that begins a line: «با سلام و وقت بخیر»."""
    first = next((i for i, word in enumerate(line) if word.kind == "word"), 0)
    last, core = first, 0
    while last < len(line) and line[last].key in _GREETING_WORDS:
        last += 1
        if line[last - 1].key in _VALUES["greetings"]:
            core = last
    return Address(line[first].start, line[core - 1].end, "none") if core else None


def _is_open(line: list[Word], index: int) -> bool:
    """Whether an address can begin here: at the beginning, behind a mark or behind the words of a greeting."""
    if not index or line[index - 1].kind != "word":
        return True
    return line[index - 1].key in _GREETING_WORDS


def _is_edge(line: list[Word], index: int) -> bool:
    """Whether a name must end before this place: the line ends, or a mark or a greeting follows."""
    return index >= len(line) or line[index].kind != "word" or line[index].key in _GREETING_WORDS


def _can_be_name(line: list[Word], index: int, titled: bool) -> bool:
    word = line[index]
    if word.kind != "word" or word.key in _GREETING_WORDS or word.key in _LISTS.not_names:
        return False
    # «آقای گرامی» has a name, «آقای محترم» and «خانم عزیز» have none
    return word.key not in _VALUES["honorifics"] or (titled and word.key in _VALUES["honorific-names"])


def _honours(line: list[Word], index: int) -> int:
    """Returns the index behind the honorifics that stand here («محترم و گرامی»)."""
    end = index
    while index < len(line) and (line[index].key in _VALUES["honorifics"] or (line[index].key == "و" and index > end)):
        index += 1
    while index > end and line[index - 1].key == "و":
        index -= 1
    return index


def _is_known(word: Word, customer: Person | None) -> bool:
    if word.kind != "word":
        return False
    if word.key in _LISTS.given or word.key.removesuffix("ی") in _LISTS.given:
        return True
    return customer is not None and names.same([word.key], customer)


def _role(line: list[Word], index: int) -> int:
    """Returns the index behind a word for a customer of some sort («مشترک»، «بیمه شده»، «نویسندگان»), 0 if none."""
    for end in (index + 2, index + 1):
        if end <= len(line) and all(w.kind == "word" for w in line[index:end]):
            key = "".join(w.key for w in line[index:end])
            stems = [key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending)]
            if key.endswith("گان"):
                stems.append(key[:-3] + "ه")
            if any(stem in _VALUES["roles"] for stem in stems):
                return end
    return 0


def _named(line: list[Word], first: int, last: int, end: int, sure: bool = False, titled: bool = False) -> Address:
    name = Span(line[first].start, line[last - 1].end)
    return Address(name.start, line[max(end, last) - 1].end, "name", name, titled, sure)


def _key(line: list[Word], index: int) -> str:
    return line[index].key if 0 <= index < len(line) else ""
