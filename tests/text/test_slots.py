"""What placeholders say, in the notations of help desks; and what is not written whole."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.counting import LINEAR, growth
from tonelint.text.slots import broken, slots
from tonelint.text.zones import find

SLOTS = [
    ("{{ticket.requester.first_name}}", "variable", ("ticket.requester.first_name",), None),
    ('{{ticket.requester.first_name | default: "there"}}', "variable", ("ticket.requester.first_name",), "there"),
    ('{{first_name | fallback:"there"}}', "variable", ("first_name",), "there"),
    ("{{ user.name|default:'you' }}", "variable", ("user.name",), "you"),
    ("{%customer.firstName,fallback=there%}", "variable", ("customer.firstname",), "there"),
    ('{{ نام | default: "همراه" }}', "variable", ("نام",), "همراه"),
    ("#{ticket.customer.firstname}", "variable", ("ticket.customer.firstname",), None),
    ("{{contact.name}}", "variable", ("contact.name",), None),
    ("%{name}", "variable", ("name",), None),
    ("%(name)s", "variable", ("name",), None),
    ("%s", "variable", (), None),
    ("<%= name %>", "variable", ("name",), None),
    ("<name>", "variable", ("name",), None),
    ("{count, plural, one {# day} other {# days}}", "variable", ("count",), None),
    ('{{ "now" | date: "%Y" }}', "variable", (), None),
    ("[first_name]", "variable", ("first_name",), None),
    ('{%- if ticket.status == "open" and vip -%}', "open", ("ticket.status", "vip"), None),
    ("{{#if name}}", "open", ("name",), None),
    ("{{^name}}", "open", ("name",), None),
    ("<% if name %>", "open", ("name",), None),
    ("[% IF paid %]", "open", ("paid",), None),
    ("{% for item in items %}", "open", (), None),
    ("{% elsif order.paid %}", "middle", ("order.paid",), None),
    ("{{else}}", "middle", (), None),
    ("{%- endif -%}", "close", (), None),
    ("{{/if}}", "close", (), None),
    ("[% END %]", "close", (), None),
    ("{# a note #}", "silent", (), None),
    ("{% assign day = 'Monday' %}", "silent", (), None),
    ("[your answer]", "blank", (), None),
    ("____", "blank", (), None),
    ("TODO", "blank", (), None),
]


@pytest.mark.parametrize(("text", "kind", "names", "fallback"), SLOTS)
def test_slots(text: str, kind: str, names: tuple[str, ...], fallback: str | None) -> None:
    [slot] = slots(f"A {text} b.", find(f"A {text} b."))
    assert (slot.kind, slot.names, slot.fallback) == (kind, names, fallback)
    assert (slot.start, slot.end) == (2, 2 + len(text))


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        ("Hi {{name}, it", "{{name}", "{{name}}"),
        ("Hi {name}}, it", "{name}}", "{{name}}"),
        ("Hi {{{name}}, it", "{{{name}}", "{{{name}}}"),
        ("Hi {{name, it", "{{name", "{{name}}"),
        ("Hi {name, it", "{name", "{name}"),
        ("Hi name}}, it", "name}}", "{{name}}"),
        ("Hi {{ name }, it", "{{ name", "{{ name }}"),
        ("Hi #{name, it", "#{name", "#{name}"),
        ("Hi %{name, it", "%{name", "%{name}"),
        ("Hi [[name], it", "[[name]", "[[name]]"),
        ("Hi {%name}, it", "{%name}", "{%name%}"),
        ("سلام {{نام مشتری}، رسید", "{{نام مشتری}", "{{نام مشتری}}"),
        ("سلام {نام، رسید", "{نام", "{نام}"),
        ("{% if late %}Sorry.", "{% if late %}", ""),
        ("Sorry.{% endif %}", "{% endif %}", ""),
        ("{% else %}Sorry.", "{% else %}", ""),
        ("{% if late", "{% if", ""),
    ],
)
def test_broken(text: str, piece: str, whole: str) -> None:
    assert [(text[one.start : one.end], one.whole) for one in broken(text, find(text))] == [(piece, whole)]


@pytest.mark.parametrize(
    "text",
    [
        *(text for text, kind, *_ in SLOTS if kind in ("variable", "silent", "blank")),
        "{% if a %}b{% elsif c %}d{% else %}e{% endif %}",
        "{{#if a}}{{#each b}}c{{/each}}{{/if}}",
        "[% IF a %]b[% END %]",
        "{{a}}{{b}} and {{{c}}}",
        '{{ user | default: "a}b" }}',
        "The set {red, green}, {1, 2} and {}.",
        "A smile :-} and :} here, {",
        ".a { color: red; }",
        '{\n "a": 1\n}',
        "See [a [b]] and [[1]].",
        "Type `{{name` here.",
    ],
)
def test_whole(text: str) -> None:
    assert broken(text, find(text)) == []


@given(st.text(alphabet='a {}[]%#/<>|"=if\n\u200cن', max_size=60))
def test_places_are_in_the_text_and_in_order(text: str) -> None:
    found = broken(text, find(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.start <= b.start for a, b in pairwise(slots(text, find(text))))


@pytest.mark.parametrize(
    "piece", ["{", "{{a", "a}}", "{{a} ", "{% if a %}", "{{a, b ", "{a, plural, b {c} ", "<% a ", "[["]
)
def test_cost_is_linear(piece: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        text = piece * times
        return lambda: broken(text, find(text))

    assert growth(prepare, 300) < LINEAR
