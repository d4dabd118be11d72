"""How edits are spelled, format by format."""

from __future__ import annotations

import pytest

from tonelint.errors import TextError
from tonelint.formats import edited, parse
from tonelint.types import Edit


def edit(path: str, source: str, piece: str, new: str, reply: int = 0) -> str:
    draft = parse(source.encode(), path)[reply]
    start = draft.text.index(piece)
    return edited(draft.source, [(draft, [Edit(start, start + len(piece), new)])])


SPELLED = [
    ("a.json", '{"replies": [{"name": "a", "body": "Hi\\tyou"}]}', "you", 'a "b"\nو', 'Hi\\ta \\"b\\"\\nو"'),
    ("a.json", '{"replies": [{"name": "a", "body": "Hi\\u0020you"}]}', "you", "و 🙂", 'Hi\\u0020\\u0648 \\ud83d\\ude42"'),
    ("a.yml", "replies:\n- name: a\n  body: |\n      Hi\n\n      you\n", "you", "a\n\nb", "      Hi\n\n      a\n\n      b\n"),
    ("a.yml", "replies:\r\n- name: a\r\n  body: |-\r\n    Hi\r\n", "Hi", "a\nb", "    a\r\n    b\r\n"),
    ("a.yml", "replies:\n- name: a\n  body: >\n    Hi\n    you\n", "you", "a\nb", "    Hi\n    a\n\n    b\n"),
    ("a.yml", "replies:\n- name: a\n  body: Hi you\n", "you", "a", "  body: Hi a\n"),
    ("a.yml", "replies:\n- name: a\n  body: Hi you\n", "you", "it's: a", '  body: "Hi it\'s: a"\n'),
    ("a.yml", 'replies:\n- name: a\n  body: Hi "x" you\n', "you", "a: b", "  body: 'Hi \"x\" a: b'\n"),
    ("a.yml", "replies:\n- name: a\n  body: 'Hi you'\n", "you", "it's", "  body: 'Hi it''s'\n"),
    ("a.yml", 'replies:\n- name: a\n  body: "Hi \\\n    you"\n', "you", 'a "b"\n', '  body: "Hi \\\n    a \\"b\\"\\n"\n'),
    ("a.csv", 'name,body,x\na,"Hi ""you""",y\n', "you", 'a, "b"', 'a,"Hi ""a, ""b""""",y\n'),
    ("a.csv", "name,body,x\na,Hi you,y\n", "you", "a, b", 'a,"Hi a, b",y\n'),
    ("a.csv", "name,body,x\na,Hi you,y\n", "Hi you", 'a "b"', 'a,"a ""b""",y\n'),
    ("a.html", "<p>Hi &amp; you</p>", "& you", "a < b\nc", "<p>Hi a &lt; b<br>c</p>"),
    ("a.json", '{"replies": [{"name": "a", "body": "<p>Hi <b>you<\\/b></p>"}]}', "you", '"a" & b', "<p>Hi <b>\\\"a\\\" &amp; b<\\/b></p>"),
    ("a.po", 'msgid "a"\nmsgstr "one two three four five "\n"six you"\n', "six you", 'a\n"b"', '"one two three four five "\n"a\\n\\"b\\""\n'),
    ("SAVED_REPLIES.md", "## A\n\n> Hi\n> you\n", "you", "a\n\nb", "> Hi\n> a\n>\n> b\n"),
    ("a.eml", "Content-Transfer-Encoding: quoted-printable\n\nHi=21 you\n", "you", "و=", "Hi=21 =D9=88=3D\n"),
    ("a.txt", "---\nchannel: chat\n---\r\nHi you\r\n", "you", "a\r\nb", "Hi a\r\nb\r\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "piece", "new", "becomes"), SPELLED)
def test_new_text_is_spelled_as_its_place_needs(path: str, source: str, piece: str, new: str, becomes: str) -> None:
    made = edit(path, source, piece, new)
    assert becomes in made
    kept = made.index(becomes)
    assert made[:kept] == source[:kept]


REFUSED = [
    ("a.html", "<p>Hi</p><p>you</p>", "Hi\n\nyou", "x", "it reaches over something that is no part of the reply"),
    (
        "a.html",
        "<p>Hi <b>Sara</b>, you</p>",
        "Sara, you",
        "x",
        "it reaches over something that is no part of the reply",
    ),
    ("a.md", "# A title\n\nHi\n", "        \n\nHi", "x", "it reaches over something that is no part of the reply"),
    ("a.md", "Hi\n\nyou\n", "you", "# you", "it cannot be spelled there"),
    ("a.txt", "Hi", "Hi", "---\nchannel: chat\n---\n", "it cannot be spelled there"),
    ("a.yml", "replies:\n- name: a\n  body: |\n    Hi\n", "Hi", " Hi", "it cannot be spelled there"),
    ("a.yml", 'replies:\n- name: a\n  body: Hi "x" it\'s you\n', "you", "a: b", "it cannot be spelled there"),
    ("a.json", '{"replies": [{"name": "a", "body": "Hi you"}]}', "you", "<b>you</b>", "it cannot be spelled there"),
    ("a.eml", "Content-Transfer-Encoding: base64\n\nSGk=\n", "Hi", "x", "a text in this encoding is not edited"),
]


@pytest.mark.parametrize(("path", "source", "piece", "new", "why"), REFUSED)
def test_what_cannot_be_spelled_is_refused_with_the_place(
    path: str, source: str, piece: str, new: str, why: str
) -> None:
    with pytest.raises(TextError) as caught:
        edit(path, source, piece, new)
    draft = parse(source.encode(), path)[0]
    line, column = draft.position(draft.text.index(piece))
    assert str(caught.value) == f"{path}:{line}:{column}: an edit of the reply “{draft.id}” was left out: {why}"


def test_edits_of_several_replies_are_made_at_once() -> None:
    source = "id,text\n1,you must\n2,Hi\n3,you must\n"
    first, _, third = parse(source.encode(), "a.csv")
    changes = [(third, [Edit(0, 3, "we")]), (first, [Edit(4, 8, "can"), Edit(0, 0, "Now ")])]
    assert edited(source, changes) == "id,text\n1,Now you can\n2,Hi\n3,we must\n"
    assert edited(source, []) == source


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([Edit(4, 8, "y"), Edit(0, 5, "x")], "a.txt:1:5: an edit of the reply “a” was left out: it overlaps another"),
        ([Edit(4, 9, "y")], "a.txt:1:5: an edit of the reply “a” was left out: it reaches beyond the reply"),
        ([Edit(5, 4, "y")], "a.txt:1:6: an edit of the reply “a” was left out: it reaches beyond the reply"),
    ],
)
def test_edits_that_are_wrong_are_refused(edits: list[Edit], why: str) -> None:
    [draft] = parse(b"you must", "a.txt")
    with pytest.raises(TextError) as caught:
        edited(draft.source, [(draft, edits)])
    assert str(caught.value) == why
