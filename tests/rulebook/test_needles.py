"""What every match of a regular expression holds."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tonelint.rulebook.needles import needles


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a?bc", "bc"), ("ab??c", "a & c"), ("ab{0,3}c", "a & c"), ("ab{,3}c", "a & c"), ("ab{2}", "abb"), ("xab+c", "xab & bc"),
        (r"x*?yz", "yz"), (r"\.{4,}", "...."), (r"\.{9}", "...."), (r"\[(?:a|b)\]", "[a]|[b]"), ("a|b", "a|b"),
        ("a|b?", ""), ("(?:a|b)cd", "acd|bcd"), ("[^]]x", "x"), (r"[\]]q", "]q"), ("[a-c]", ""), ("[-a]", "-|a"),
        ("(?i)ab", ""), ("(?i:ab)cd", "cd"), ("(?#a(b)c", ""), ("[[:alpha:]]x", ""), (r"\u0061bc", "bc"), (r"a\1", ""),
        ("(?:ab){e<=1}c", ""), (r"(?<!\w)سلام[ ]{1,2},", "سلام  &  ,"), ("a{}b", ""), ("", ""), ("[a", ""),
        ("a\\", ""), ("(a", ""), ("a)", ""), (r"\p{Lu}x", "x"), ("(?=[!?]*[?])[!?]{2,}", "? & !!|!?|?!|??"), ("." * 9, ""),
        ("(" * 900 + "a" + ")" * 900, ""),
    ],
)  # fmt: skip
def test_needles(source: str, found: str) -> None:
    assert " & ".join("|".join(group) for group in needles(source)) == found


PIECES = st.sampled_from(
    [
        *"abc|()?*+.[]{}^$",
        r"\.",
        "{0,2}",
        "{2}",
        "{1,}",
        "(?:",
        "(?=",
        "(?i:",
        "(?!",
        "(?<!",
        "[ab]",
        "[^a]",
        r"\w",
        "??",
    ]
)


@given(st.lists(PIECES, max_size=9).map("".join), st.text("abcABC. ", max_size=12))
def test_every_match_holds_one_of_each(source: str, text: str) -> None:
    try:
        compiled = regex.compile(source)
    except regex.error:
        return
    if compiled.search(text):
        assert all(any(needle in text for needle in group) for group in needles(source))
