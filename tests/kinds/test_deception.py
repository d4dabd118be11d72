"""Kind deception: what a reply shows, and what is there."""

from __future__ import annotations

import pytest

from tests.counting import LINEAR, growth
from tonelint.kinds import deception
from tonelint.linter import LANGUAGES
from tonelint.text.document import read
from tonelint.types import Context, Match, Reply, Rule


def found(find: str, text: str) -> list[Match]:
    rule = Rule("r", "privacy", "deception", "care", "error", {"en": "m", "fa": "m"}, {}, params={"find": find})
    return list(deception.compile(rule, None)(Reply(read(text, LANGUAGES), (), Context())))


def pieces(find: str, text: str) -> list[str]:
    return [text[match.start : match.end] for match in found(find, text)]


@pytest.mark.parametrize(
    ("find", "text", "piece", "honest"),
    [
        ("order", "a \u202eb c\nd", "\u202eb c", "b c"),
        ("order", "a \u202db\u202c c", "\u202db\u202c", "b"),
        ("order", "hi\U000e0073\U000e0065 you", "\U000e0073\U000e0065", None),
        ("invisible", "a pass\u200bword", "pass\u200bword", "password"),
        ("invisible", "a pass\u200c\u200dword", "pass\u200c\u200dword", "password"),
        ("invisible", "بر\u200bمی\u200cگردد", "بر\u200bمی\u200cگردد", "بر\u200cمی\u200cگردد"),
        ("lookalike", "see b\u0430nk.com", "b\u0430nk.com", "bank.com"),
        ("lookalike", "see \u0430\u0440\u0440\u04cf\u0435.com", "\u0430\u0440\u0440\u04cf\u0435.com", "apple.com"),
        ("lookalike", "G\u03bfogle", "G\u03bfogle", "Google"),
    ],
)
def test_a_trick_and_the_honest_wording(find: str, text: str, piece: str, honest: str | None) -> None:
    (match,) = found(find, text)
    assert text[match.start : match.end] == piece
    assert match.rewrites == (((honest, "review"),) if honest else ())


@pytest.mark.parametrize(
    ("find", "text"),
    [
        ("order", "a \u2066b\u2069 \u200f\u061c c"),
        ("order", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"),
        ("order", "Done.\n\n> \u202equoted\n"),
        ("order", "```\n\u202ecode\n```\n"),
        ("invisible", "می\u200cشود هم\u200dاندیشی 👩\u200d👧 a\u00adb \u200bc\u200b \ufeff"),
        ("lookalike", "Привет Hello.Привет 5 μm Ωmega α"),
        (
            "link",
            "[here](https://a.com) [a.com](https://www.a.com/x) [x.a.com](https://a.com) [a.com]({{url}}) [a.com](/x)",
        ),
        ("link", '<a href="mailto:me@a.com">me@a.com</a> <a href="https://a.com">e.g. this</a>'),
        ("link", "https://a.com/@me https://user@a.com"),
    ],
)
def test_what_is_honest(find: str, text: str) -> None:
    assert pieces(find, text) == []


@pytest.mark.parametrize(
    ("text", "shown", "host"),
    [
        ("[a.com](https://b.net/a.com)", "a.com", "b.net"),
        ("[www.a.com](//b.net)", "a.com", "b.net"),
        ("[log in at a.com now](https://a.com.b.net)", "a.com", "a.com.b.net"),
        ("<A class='x' HREF='https://b.net'>https://a.com/x</A>", "a.com", "b.net"),
        ('<a href="mailto:me@b.net">me@a.com</a>', "a.com", "b.net"),
        ("https://a.com@b.net/x", "a.com", "b.net"),
    ],
)
def test_a_link_that_leads_elsewhere(text: str, shown: str, host: str) -> None:
    (match,) = found("link", text)
    assert (match.values["shown"], match.values["host"]) == (shown, host)


UNITS = [
    "<a href=a",
    "<a  href='",
    "[a](",
    "[a.com](http://b.com) ",
    "https://a.b:",
    "\u202e",
    "a\u200b",
    "a\u0430",
    "\U000e0041 ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_cost_is_linear(unit: str) -> None:
    def prepare(times: int):  # type: ignore[no-untyped-def]
        text = unit * times
        return lambda: [list(find(text)) for find in deception._FINDERS.values()]

    assert growth(prepare, 400) < LINEAR
