"""Patterns on sentences: what matches where, and that the index never loses a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.index import postings
from tonelint.languages.en.language import ENGLISH
from tonelint.matching import matcher
from tonelint.patterns import Hit, Patterns, PatternSet, look, parts
from tonelint.phrases import Notation
from tonelint.trees import Nodes
from tonelint.types import Sentence, Token
from tonelint.views import View

KINDS = ((re.compile(r"[a-z']+"), "word"), (re.compile(r"\d+"), "number"), (re.compile(r"[\"()*]"), "mark"))


def tokens(text: str) -> list[Token]:
    found = []
    for match in re.finditer(r"[a-z']+|\d+|\S", text.lower().replace("’", "'")):
        kind = next((kind for pattern, kind in KINDS if pattern.fullmatch(match[0])), "punctuation")
        found.append(Token(match.start(), match.end(), match[0], kind))
    return ENGLISH.join(found, text)


def view(text: str) -> View:
    return View(Sentence(0, len(text), tuple(tokens(text)), "en", 0), 0, ENGLISH)


def pattern(phrase: str, **sets: list[str]) -> Nodes:
    return Notation(lambda text: [token.key for token in tokens(text)], sets).parse(phrase)


def hits(seen: View, *phrases: Nodes) -> list[Hit]:
    trees = [part for phrase in phrases for part in parts(phrase)]
    patterns = Patterns(ENGLISH, postings(trees), lambda number: look(trees[number]), trees.__getitem__, str)
    return list(PatternSet(patterns, 0, len(trees)).hits(seen))


def pieces(phrase: str, text: str, **sets: list[str]) -> list[str]:
    seen = view(text)
    longest: dict[int, int] = {}  # alternatives may all match where one begins
    for hit in hits(seen, pattern(phrase, **sets)):
        longest[hit.start] = max(hit.end, longest.get(hit.start, 0))
    return [seen.text(text, start, end) for start, end in longest.items()]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("can not {ship}", "Sadly we can’t ship it.", ["can’t ship"]),
        ("cannot", "We cant and can not.", ["cant", "can not"]),
        ("{send past}", "We sent it, and we send more.", ["sent"]),
        ("{send participle} {be}", "sent is", ["sent is"]),
        ("we … soon", "we will write to you soon", ["we will write to you soon"]),
        ("we … soon", "we will write to all of you soon", []),
        ("we …6 soon", "we will write to all of you soon", ["we will write to all of you soon"]),
        ("we … soon", "we write, soon", []),
        ("we …, soon", "we write, soon", ["we write, soon"]),
        ("we … soon", "we write: soon", []),
        ("ticket+", "Two tickets and the ticket’s number", ["tickets", "ticket"]),
        ("no (more|way)? out", "no way out, no out", ["no way out", "no out"]),
        ("(at|at the moment)", "not at the moment", ["at the moment"]),
        ("no !(more) way", "no way, no more way", ["no way"]),
        ("^ sorry", "Sorry, so sorry", ["Sorry"]),
        ("soon $", "soon or soon.", ["soon"]),
        ("no, thanks", "No, thanks", ["No, thanks"]),
        ("no thanks", "No, thanks", []),
        ("press save", 'Press "Save" now', ['Press "Save']),
        ("within <number> days", "within 3 days", ["within 3 days"]),
        ("a _ b", "a x b and a , b", ["a x b"]),
        ("…2 refund", "we offer no refund", ["offer no refund"]),
        ("must &(… {send})", "you must now send it", ["must"]),
        ("must &(… {send})", "you must now get it", []),
        ("must …!(not|never) {send}", "you must now send, must not send", ["must now send"]),
        ("very very", "very very very", ["very very"]),
    ],
)
def test_finds(phrase: str, text: str, found: list[str]) -> None:
    assert pieces(phrase, text) == found


def test_captures_what_the_brackets_matched() -> None:
    text = "please send the form"
    (hit,) = hits(view(text), pattern("please x=({send}) y=(the …2) form"))
    caught = {name: hit.view.text(text, *at) for name, at in hit.captures.items() if not name.startswith("(")}
    assert caught == {"x": "send", "y": "the"}


def test_clauses_begin_at_commas_and_conjunctions() -> None:
    text = "we can not change it, but you can if you like"
    seen = view(text)
    assert [seen.text(text, a, b) for a, b in seen.clauses] == [
        "we can not change it,", "but you can", "if you like",
    ]  # fmt: skip


WORDS = st.lists(
    st.sampled_from(["we", "can", "not", "send", "sent", "the", "form", "forms", ",", "soon"]), max_size=12
)
PHRASES = st.sampled_from(
    ["we … soon", "(can|can not) send", "{send}", "form+", "(we)? (can)? {send} (the)? form+", "^ we", "soon $", "_ send",
     "…3 form", "!(we) _ can", "x=(we|the form) … {send}", "not, soon", "(we …2, soon|the form) !(zebra)",
     "we &(…3 form)", "we …5,!(not) soon", "(we)? (can)? (not)? (the)? (form)? soon", "(we|we can) (can)? (not)? {send}"]
)  # fmt: skip


@given(WORDS, PHRASES)
def test_the_index_finds_what_trying_everywhere_finds(words: list[str], phrase: str) -> None:
    seen = view(" ".join(words))
    one = pattern(phrase)
    step, index, expected = matcher(one, seen.language), 0, []
    while index < len(seen.words):
        end = step(seen, index, {})
        if end > index:
            expected.append((index, end))
        index = max(end, index + 1)
    other = pattern("form …3 send {be}")  # beside another pattern, each under its own number
    assert [(hit.start, hit.end) for hit in hits(seen, other, one) if hit.payload == "1"] == expected
