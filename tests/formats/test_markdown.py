from __future__ import annotations

from tonelint.formats import Choice, parse

LIST = """\
---
channel: email
---
Ours
====

Not a reply.

## Late ##

A note.

```python
you_must_skip()
```

~~~fa
سلام
~~~

## Lost

> Hi {{name}},
>> quoted
>
>bye

A note.

## Lost
```
<p>Hi&nbsp;there</p>
```
"""


def test_a_list_of_saved_replies() -> None:
    late, lost, again = parse(LIST.encode(), "macros.md")
    assert (late.id, late.text, late.position(0)) == ("Late", "سلام\n", (18, 1))
    assert late.context == {"stage": "saved-reply", "language": "fa", "channel": "email"}
    assert (lost.id, lost.text, lost.position(14)) == ("Lost", "Hi {{name}},\n> quoted\n\nbye\n", (24, 3))
    assert (again.id, again.text, again.position(3)) == ("Lost#2", "Hi\xa0there", (32, 12))


def test_prose_below_headings_is_a_reply_where_the_file_is_called_so() -> None:
    source = "# Saved replies\n\n## Late\n\nHi,\n\n`x`\n\n## Empty\n\n## Lost\nBye\n"
    drafts = parse(source.encode(), "SAVED_REPLIES.md")
    assert [(draft.id, draft.text) for draft in drafts] == [("Late", "Hi,\n\n`x`\n"), ("Lost", "Bye\n")]
    assert parse(source.encode(), "a.md", Choice("saved-replies"))[1].id == "Lost"
    assert len(parse(source.encode(), "a.md")) == 1


def test_a_blockquote_that_is_all_is_the_reply() -> None:
    [draft] = parse(b"# Title\n\n> Hi\n> there\n", "a.md")
    assert (draft.text, draft.position(3)) == ("Hi\nthere\n", (4, 3))


def test_a_blockquote_under_prose_is_mail_that_is_quoted() -> None:
    [draft] = parse(b"Hi\n\n> you must go\n", "a.md")
    assert draft.text == "Hi\n\n> you must go\n"


def test_comments_are_for_the_team() -> None:
    [draft] = parse(b"Hi\n<!-- you\nmust -->\nBye\n", "a.md")
    assert draft.text == "Hi\n        \n        \nBye\n"


def test_headings_of_groups_have_notes_below_them() -> None:
    source = "# Ours\n## English\nA note.\n### Late\n```\nHi\n```\n### Lost\n> Bye\n## فارسی\n### دیر\n> سلام\n"
    drafts = parse(source.encode(), "macros.md")
    assert [draft.id for draft in drafts] == ["Late", "Lost", "دیر"]


def test_a_reply_with_code_under_its_headings_is_one_reply() -> None:
    [draft] = parse(b"Hi,\n\n## First\nRun this:\n```\nls\n```\n## Then\nRun that:\n```\nls -l\n```\n", "late.md")
    assert draft.text.split() == ["Hi,", "Run", "this:", "Run", "that:"]


def test_a_list_may_say_so_by_its_layout_alone() -> None:
    assert [draft.id for draft in parse(b"## A\n> Hi\n## B\n~~~\nBye\n~~~\n", "ours.md")] == ["A", "B"]
