from collections.abc import Callable, Sequence
from functools import partial

import pytest

from tests.counting import LINEAR, growth
from tonelint.languages.base import Language
from tonelint.text.document import read
from tonelint.types import Reading, Token


class Plain:
    """A language that leaves words as they are."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.joined: list[list[str]] = []

    def join(self, tokens: list[Token], text: str) -> list[Token]:
        self.joined.append([text[token.start : token.end] for token in tokens])
        return tokens

    def readings(self, key: str) -> tuple[Reading, ...]:
        return ()

    def reinflect(self, reading: Reading, lemma: str) -> str | None:
        return None

    def stems(self, key: str) -> tuple[str, ...]:
        return (key,)

    def breaks_clause(self, token: Token) -> bool:
        return False

    def in_style_of(self, words: str, text: str) -> str:
        return words

    def fit(self, words: str, sentence: Sequence[Token], first: int, last: int, text: str) -> tuple[int, int, str]:
        return sentence[first].start, sentence[last - 1].end, words

    def turn(self, name: str, sentence: Sequence[Token], first: int, last: int, text: str) -> None:
        return None


LANGUAGES: dict[str, Language] = {"fa": Plain("fa"), "en": Plain("en")}


def keys(text: str) -> list[tuple[str, str]]:
    return [(token.key, token.kind) for sentence in read(text, LANGUAGES).sentences for token in sentence.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t O'Neil", [("don't", "word"), ("o'neil", "word")]),
        ("follow-up", [("follow", "word"), ("-", "mark"), ("up", "word")]),
        ("می\u200cشود مؤسّسه", [("میشود", "word"), ("موسسه", "word")]),
        ("۱۲٬۵۰۰ 12:30 2.3.1", [("12,500", "number"), ("12:30", "number"), ("2.3.1", "number")]),
        ("4pm L2 ساعت5", [("4", "number"), ("pm", "word"), ("l2", "word"), ("ساعت", "word"), ("5", "number")]),
        ("ok؟! no...", [("ok", "word"), ("?!", "punctuation"), ("no", "word"), ("...", "punctuation")]),
        ("(**a**)", [("(", "mark"), ("**", "mark"), ("a", "word"), ("**", "mark"), (")", "mark")]),
        ("a 👩‍💻👍🏽 b", [("a", "word"), ("👩💻👍🏽", "mark"), ("b", "word")]),
        ("«a» “b”", [('"', "mark"), ("a", "word"), ('"', "mark"), ('"', "mark"), ("b", "word"), ('"', "mark")]),
        ("a@b.com {x} https://x.y", [("<email>", "zone"), ("<placeholder>", "zone"), ("<url>", "zone")]),
        ("@ana #12345 `a b`", [("<handle>", "zone"), ("<reference>", "zone"), ("<code>", "zone")]),
        (
            "<b>a</b> &amp; b",
            [("<html>", "mark"), ("a", "word"), ("<html>", "mark"), ("<html>", "zone"), ("b", "word")],
        ),
        ("1. Open", [("1.", "mark"), ("open", "word")]),
        ("50% off", [("50", "number"), ("%", "mark"), ("off", "word")]),
        ("{نام}جان", [("<placeholder>", "zone"), ("جان", "word")]),
        ("naïve cafe\u0301s", [("naïve", "word"), ("cafe\u0301s", "word")]),
    ],
)
def test_tokens(text: str, expected: object) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلام.\nHello there.", ["fa", "en"]),
        ("لطفاً Google Chrome را update کنید.", ["fa"]),
        ("Please press «ثبت» and wait a moment.", ["en"]),
        ("سلام.\nhttps://example.com/a", ["fa", "fa"]),
        ("https://example.com/a\nسلام", ["fa", "fa"]),
        ("12:30", [""]),
        ("Hi {{name}},\n12", ["en", "en"]),
    ],
)
def test_language_of_sentences(text: str, expected: object) -> None:
    assert [sentence.language for sentence in read(text, LANGUAGES).sentences] == expected


def test_language_of_documents() -> None:
    assert read("سلام.\nخوبید؟\nHello.", LANGUAGES).language == "fa"
    assert read("سلام.\nخوبید؟\nHello.", LANGUAGES, language="en").language == "en"
    assert {sentence.language for sentence in read("سلام. Hi.", LANGUAGES, "en").sentences} == {"en"}
    assert read("...", LANGUAGES).language == ""


def test_each_sentence_is_joined_by_its_language() -> None:
    languages = {"fa": Plain("fa"), "en": Plain("en")}
    read("سلام خانم.\nHello there!\n12", languages)
    assert languages["fa"].joined == [["سلام", "خانم", "."]]
    assert languages["en"].joined == [["Hello", "there", "!"], ["12"]]


def test_marks_alone_go_with_the_sentence_before() -> None:
    document = read("Thanks! 🙏\n\n🙏 Bye", LANGUAGES)
    assert [document.text[one.start : one.end] for one in document.sentences] == ["Thanks! 🙏", "🙏 Bye"]


def test_code_has_no_sentences_but_its_block() -> None:
    document = read("See:\n```\nx = 1\n```\nok", LANGUAGES)
    assert [block.kind for block in document.blocks] == ["paragraph", "code", "paragraph"]
    assert [sentence.block for sentence in document.sentences] == [0, 2]


def test_an_empty_text() -> None:
    assert read("", LANGUAGES) == ("", (), (), (), "")


@pytest.mark.parametrize("text", [" \n\t ", "\u200c", "\ufeff", "\r\n"])
def test_texts_without_a_token(text: str) -> None:
    document = read(text, LANGUAGES)
    assert document.sentences == ()
    assert [(block.start, block.end) for block in document.blocks] == [(0, len(text))]


@pytest.mark.parametrize("text", ["\ud800", "a\ud83d b", "\x00", "a\x00b", "\u0650", "🙂", "\u20e3", "\U0010ffff"])
def test_any_str_can_be_read(text: str) -> None:
    assert read(text, LANGUAGES).sentences[0].tokens


HARD = [
    "[", "<", "{", '"', ">", "'", "«", "“", "(", "*", "_", ".", "…", "-", "@", "a@", "a.", "a.b/", "://", "a://", "`", "```\n",
    "&", "%", "$", "#", "\n", "\r", "\r\n", " ", "\t\n", "a", "س ", "1", "1.", "\u200c", "س\u200c", "س\u0650", "!", ". ", "A. ",
    "[%", "{%", "<!--", "<b>", "<br>", "<a ", "XXX ", "\ud800", "🙂", "From: a\nSent: b\n", "On a wrote:\n", "Best,\n", "1. a\n",
    "http://a)", "a)", "<pre>\n", "a" * 61 + "\n", "a'", "Sara\n", "> a\n\nb\n", "«a {b}» ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HARD, ids=repr)
def test_cost_is_linear(unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        return partial(read, (unit * size)[:size], {})

    assert growth(prepare, 1000) < LINEAR


@pytest.mark.parametrize("unit", HARD, ids=repr)
def test_a_long_text_is_read(unit: str) -> None:
    """Any pattern that is worse than linear would not come back from a text of this length."""
    text = (unit * 100_000)[:100_000]
    assert read(text, {}).text == text
