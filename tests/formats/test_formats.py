from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import LocatedError, TextError
from tonelint.formats import find, parse, read


def test_a_position_in_the_text_is_a_position_in_the_file() -> None:
    source = "---\r\ncustomer_name: سارا\r\n---\r\n# Title\r\n\r\nHi سارا, you must go.\r\n"
    [draft] = parse(source.encode(), "a.md")
    at = draft.text.index("must")
    assert draft.source[draft.origin(at) :].startswith("must")
    assert len(draft.text) == len(draft.source) - draft.origin(0)
    assert draft.context == {"customer_name": "سارا"}


MARKDOWN = """\
# Heading you must skip

Underlined heading
==================

Text 1
```python
you must skip this
```
Text 2
~~~~
~~~
you must skip this
~~~~~
Text 3 with `code` and ```inline``` code
####### no heading
    # kept: no heading either, four blanks
Thanks
---
Sara
"""


def test_markdown_keeps_the_wording_and_only_that() -> None:
    [draft] = parse(MARKDOWN.encode(), "a.md")
    kept = [line for line in draft.text.splitlines() if line.strip()]
    assert "skip" not in draft.text and "Underlined" not in draft.text
    assert kept[:3] == ["Text 1", "Text 2", "Text 3 with `code` and ```inline``` code"]
    assert kept[-3:] == ["Thanks", "---", "Sara"]
    assert [len(a) for a in draft.text.splitlines()] == [len(b) for b in MARKDOWN.splitlines()]


def test_an_open_fence_reaches_to_the_end() -> None:
    [draft] = parse(b"Hi\n```\nyou must\n", "a.md")
    assert draft.text == "Hi\n   \n        \n"


@given(st.text(alphabet="`~#=- \n\rab*ش\u2028", max_size=60))
def test_markdown_changes_neither_length_nor_line_ends(text: str) -> None:
    [draft] = parse(text.encode(), "a.md")
    assert len(draft.text) + draft.origin(0) == len(text)
    assert all(a == b or a == " " for a, b in zip(draft.text, text[draft.origin(0) :], strict=True))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_in_one_sentence(data: bytes) -> None:
    try:
        parse(data, "a.txt")
    except (TextError, LocatedError) as error:
        assert str(error).startswith("a.txt:") and "\n" not in str(error)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Hi\nol\xe9 x", "a.txt: not UTF-8 at line 2, byte 3 (0xe9); save the file as UTF-8"),
        (b"\xef\xbb\xbf\xff", "a.txt: not UTF-8 at line 1, byte 1 (0xff); save the file as UTF-8"),
        ("Hi".encode("utf-16"), "a.txt: UTF-16, not UTF-8; save the file as UTF-8"),
        (
            b"---\ncustmer_name: Sara\n---\nHi",
            'a.txt:2:1: unknown context field "custmer_name"; did you mean "customer_name"?',
        ),
        (b"---\nchannel: fax\n---\nHi", 'a.txt:2:10: channel cannot be "fax"; known are: email, chat, social, sms'),
        (b"---\nchannel: [chat]\n---\nHi", 'a.txt:2:10: the value of "channel" must be text'),
        (
            b"---\nchannel: chat\ncustomer_message: where: here\n---\nHi",
            'a.txt:3:24: front matter: a text with ": " in it must stand in quotes (or the indentation is wrong)',
        ),
    ],
)
def test_what_is_wrong_with_a_file(data: bytes, sentence: str) -> None:
    with pytest.raises((TextError, LocatedError)) as caught:
        parse(data, "a.txt")
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "text",
    ["---\nHi there,\n---\nbye", "---\n---\n", "--- \nchannel: chat\nno end", "Hi\n---\nchannel: chat\n---\n", ""],
)
def test_dashes_that_are_no_front_matter_belong_to_the_reply(text: str) -> None:
    [draft] = parse(text.encode(), "a.txt")
    assert (draft.origin(0), draft.text, draft.context) == (0, text, {})


def test_a_message_of_several_lines_is_yaml() -> None:
    [draft] = parse(b"---\ncustomer_message: |\n  Where is it?\n  Really.\n---\nHi", "a.txt")
    assert draft.context == {"customer_message": "Where is it?\nReally.\n"}
    assert draft.text == "Hi"


def test_a_folder_gives_its_replies_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", ".hidden.txt", "c.json", "sub/z.TXT", ".git/x.txt", "sub/readme.MD"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Hi", "utf-8")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in find(str(tmp_path))]
    assert found == ["a.md", "b.txt", "c.json", "sub/z.TXT"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=r"no file in this folder may hold replies; known are \.txt, \.md"):
        list(find(str(tmp_path)))
    with pytest.raises(TextError, match="cannot be read: No such file"):
        read(str(tmp_path / "gone.txt"))
    with pytest.raises(TextError, match=r"nothing is known about \.docx files; name their format"):
        read(str(tmp_path / "mail.docx"))
