from __future__ import annotations

import json

import pytest

from tonelint.errors import FormatError, UnknownFormat, UsageError
from tonelint.formats import Choice, Draft, Selector, parse
from tonelint.formats.selecting import find, value

MACRO = {"title": "Late", "actions": [{"field": "status", "value": "open"}, {"field": "comment_value", "value": "Hi"}]}


def read(data: object, path: str = "a.json", choice: Choice | None = None) -> tuple[Draft, ...]:
    return parse(json.dumps(data).encode(), path, choice)


def said(drafts: tuple[Draft, ...]) -> list[tuple[str, str]]:
    return [(draft.id, draft.text) for draft in drafts]


@pytest.mark.parametrize(
    ("path", "trails"),
    [
        ("a.b", ["a.0.b", "a.1.b"]),
        ("a.*.b", ["a.0.b", "a.1.b"]),
        ("a.1.b", ["a.1.b"]),
        ("a.7.b", []),
        ("*.b", ["a.0.b", "a.1.b", "c.b"]),
        ("a[k=y].b", ["a.1.b"]),
        ("c[k=y].b", []),
        ("c[k=z].b", ["c.b"]),
        ("x | c.b | a.b", ["c.b"]),
        ("d", ["d.0", "d.1.0"]),
    ],
)
def test_paths(path: str, trails: list[str]) -> None:
    tree: object = {"a": [{"b": "1", "k": "x"}, {"b": "2", "k": "y"}], "c": {"b": "3", "k": "z"}, "d": ["4", ["5"]]}
    assert [".".join(found.trail) for found in find(tree, path)] == trails  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["a..b", ".a", "a.", "a[b", "a[b].c", "a]"])
def test_wrong_paths_are_said(path: str) -> None:
    with pytest.raises(UsageError, match="cannot be read; it is keys with dots between them"):
        find({}, path)


def test_a_name_is_looked_up_from_the_inside() -> None:
    assert value(({"name": "outer", "lang": "fa"}, {"name": "inner"}), "name") == "inner"
    assert value(({"name": "outer", "lang": "fa"}, {"name": "inner"}), "lang") == "fa"
    assert value(({"a.b": "a heading with a dot"},), "a.b") == "a heading with a dot"


def test_zendesk_takes_what_the_customer_gets() -> None:
    html = {"title": "Both", "actions": [{"field": "comment_value", "value": "no"}, {"field": "comment_value_html", "value": "<p>Hi</p>"}]}  # fmt: skip
    channels = {"title": "List", "actions": [{"field": "comment_value", "value": ["channel:all", "Hello"]}]}
    quiet = {"title": "Quiet", "actions": [{"field": "status", "value": "open"}]}
    assert said(read({"macros": [MACRO, html, channels, quiet]})) == [("Late", "Hi"), ("Both", "Hi"), ("List", "Hello")]
    assert said(read({"macro": MACRO})) == said(read(MACRO)) == [("Late", "Hi")]


def test_replies_of_the_same_name_are_told_apart() -> None:
    drafts = read({"replies": [{"name": "a", "body": "1"}, {"name": "b", "body": "2"}, {"name": "a", "body": "3"}]})
    assert said(drafts) == [("a", "1"), ("b", "2"), ("a#2", "3")]
    assert said(read({"replies": {"late": {"text": "x"}, "lost": {"text": "y"}}})) == [("replies.late", "x"), ("replies.lost", "y")]  # fmt: skip


def test_languages_and_context_come_from_columns() -> None:
    rows = (
        "id,text,language,channel,customer_name\n1,Hi,en-GB,chat,Sara\n2,سلام,fa_IR,fax,\n3,Hallo,de,chat,\n4,,en,,\n"
    )
    first, second = parse(rows.encode(), "a.csv")
    assert first.context == {"stage": "draft", "language": "en", "channel": "chat", "customer_name": "Sara"}
    assert second.context == {"stage": "draft", "language": "fa"}


SELECT = Selector("faq.*.a", "q", "lang", {"channel": "via", "stage": "=saved-reply"})


def test_a_selector_says_where_replies_are() -> None:
    data = {"faq": {"one": {"q": "Late?", "a": "Hi", "via": "chat"}, "two": {"a": "سلام", "lang": "fa"}}, "a": "no"}
    first, second = read(data, "a.json", Choice("json", SELECT))
    assert (first.id, first.text, first.context) == ("Late?", "Hi", {"channel": "chat", "stage": "saved-reply"})
    assert (second.id, second.context) == ("faq.two.a", {"language": "fa", "stage": "saved-reply"})
    assert first.choice == Choice("json", SELECT)


def test_a_context_that_does_not_exist_is_said_with_its_place() -> None:
    source = '{"faq": [\n {"a": "Hi", "via": "fax"}]}'
    with pytest.raises(FormatError) as caught:
        parse(source.encode(), "a.json", Choice("json", SELECT))
    assert str(caught.value) == 'a.json:2:22: channel cannot be "fax"; known are: email, chat, social, sms'


def test_a_format_can_be_forced() -> None:
    assert said(read([{"name": "x", "body": "Hi"}], "a.data", Choice("replies"))) == [("x", "Hi")]
    with pytest.raises(UnknownFormat, match="nothing in this file looks like replies"):
        read([{"name": "x", "body": "Hi"}], "a.json", Choice("zendesk"))
    with pytest.raises(UsageError, match='the format "zendsk" does not exist; did you mean "zendesk"'):
        read([], "a.json", Choice("zendsk"))


@pytest.mark.parametrize("path", ["locales/fa.yml", "i18n/fa/mail.yaml", "fa-IR.yml", "messages.fa.yml"])
def test_texts_of_an_application_are_replies_where_they_are_long(path: str) -> None:
    [draft] = parse("mail:\n  save: ذخیره\n  sent: سفارش شما امروز برای شما ارسال شد.\n".encode(), path)
    assert (draft.id, draft.context) == ("mail.sent", {"language": "fa", "stage": "saved-reply"})
    assert draft.position(0) == (3, 9)


def test_other_languages_are_left_alone() -> None:
    source = "a: one two three four five six seven"
    assert parse(source.encode(), "locales/de.yml") == ()
    assert parse(f"de:\n  {source}".encode(), "locales/mail.yml") == ()
    assert [draft.id for draft in parse(f"en:\n  {source}".encode(), "locales/mail.yml")] == ["a"]


def test_aliases_are_read_where_they_stand_and_grow_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi"))
    [draft] = parse(
        f"{bomb}replies:\n- &r {{name: n, body: !html Hi}}\n- *r\n".encode(),
        "a.yaml",
        Choice("yaml", Selector("replies.body")),
    )
    assert (draft.text, draft.position(0)) == ("Hi", (11, 28))
