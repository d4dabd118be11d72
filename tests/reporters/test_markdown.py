"""Rendered by cmark-gfm, which GitHub uses itself."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reporters.made import checked, draft, found_at, rendered, report
from tonelint.reporters.markdown import plain

OWN = {
    "h3",
    "p",
    "details",
    "summary",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "blockquote",
    "strong",
}
EVIL = [
    "<script>alert(1)</script>", "![x](https://evil.example/pixel)", "[x](javascript:alert(1))", "https://evil.example",
    "www.evil.example", "| a | b |", "</details>", "`code`", "# heading", "- list", "1. list", "***", "&lt;b&gt;", "\\|", "a@b.example",
]  # fmt: skip


def tags(markdown: str) -> set[str]:
    cmarkgfm = pytest.importorskip("cmarkgfm")
    from cmarkgfm.cmark import Options

    found: set[str] = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.add(tag)  # type: ignore[method-assign]
    parser.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE))
    return found


@pytest.mark.parametrize("evil", EVIL)
def test_a_reply_brings_no_structure(evil: str) -> None:
    one = draft(f"{evil} must", f"{evil.replace('/', '_')}.txt")
    found = found_at(one.text, 0, len(one.text), becomes=evil)
    written = rendered("markdown", [(one._replace(id=evil), report(one, found))], [evil])
    assert tags(written) <= OWN
    assert written.count("\n| ") == 2 + written.count("> **") - 1


@settings(max_examples=200)
@given(text=st.text(st.sampled_from("@#|`*_[]()<>&!:/\\~-.1 \nawhtps\t\r\x1b\u202e")))
def test_plain_text_is_text(text: str) -> None:
    assert tags(f"| a |\n|---|\n| {plain(text)} |\n") <= OWN
    assert "\n" not in plain(text) and "|" not in plain(text)


def test_nobody_is_called_and_no_issue_linked() -> None:
    assert not re.search(r"[@#]\w", unescape(plain("@octocat #12 owner/repo#3")))


def test_the_worst_comes_first_and_long_lists_are_cut() -> None:
    mild = checked("You must go.", "must", "mild.txt")
    bad = checked("You must go.", "must", "bad.txt", severity="error")
    written = rendered("markdown", [mild, bad])
    assert written.index("bad&#46;txt") < written.index("mild&#46;txt")
    one = draft("must " * 200)
    many = report(one, *(found_at(one.text, 5 * at, 5 * at + 4) for at in range(200)))
    written = rendered("markdown", [(one, many)] * 150)
    assert "… and 180 findings more." in written and "… and 50 replies more." in written
    assert "score 100" not in rendered("markdown", [(one, report(one))])
