"""Files of every format with given texts in them, written by other libraries than ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from typing import Any

import yaml
from hypothesis import strategies as st

# Words, and what formats trip over.
PIECES = [
    *("Hi", "Sara", "you must wait", "سلام", "می\u200cشود", "é", "🙂", "{{name}}", "%(name)s", "#{x}"),
    *(" ", "  ", "\n", "\n\n", "\t", "'", '"', '""', "\\", "\\n", "\\u0041", "&amp;", "&", "<", ">", "<b>", "</p>"),
    *(
        ": ",
        " #",
        "#",
        "- ",
        ",",
        ";",
        "|",
        "[",
        "]",
        "{",
        "}",
        "=",
        "=41",
        "=\n",
        "...",
        "---",
        "\xa0",
        "!",
        "%",
        "@",
        "`",
        "~",
    ),
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join).filter(str.strip)
words = st.lists(st.sampled_from(["Hi", "Sara", "سلام", "wait", "می\u200cشود", "é"]), min_size=3, max_size=30)


def json_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    records = [{"name": f"r{i}", "body": text} for i, text in enumerate(texts)]
    ascii_only, indent = choose(st.booleans()), choose(st.sampled_from([None, 1]))
    return "replies.json", json.dumps({"replies": records}, ensure_ascii=ascii_only, indent=indent)


def jsonl_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    ascii_only = choose(st.booleans())
    lines = [json.dumps({"name": f"r{i}", "body": t}, ensure_ascii=ascii_only) for i, t in enumerate(texts)]
    return "replies.jsonl", "\n".join(lines)


def yaml_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    records = [{"name": f"r{i}", "body": text} for i, text in enumerate(texts)]
    style, width = choose(st.sampled_from([None, "'", '"', "|", ">"])), choose(st.sampled_from([8, 30, 1000]))
    line_end, readable = choose(st.sampled_from(["\n", "\r\n"])), choose(st.booleans())
    made: str = yaml.dump(
        {"replies": records}, default_style=style, width=width, line_break=line_end, allow_unicode=readable
    )
    return "replies.yaml", made


def block_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    """YAML as people write it: block scalars by hand, with any indentation and chomping."""
    rows = ["replies:"]
    for index, text in enumerate(texts):
        indent = " " * choose(st.integers(3, 6))
        rows += [
            f"- name: r{index}",
            f"  body: {choose(st.sampled_from('|>'))}{choose(st.sampled_from(['', '-', '+']))}",
        ]
        rows += [indent + line if line else "" for line in ["first", *text.split("\n")]]
    return "replies.yaml", choose(st.sampled_from(["\n", "\r\n"])).join([*rows, ""])


def csv_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    file = io.StringIO()
    quoting, delimiter = choose(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])), choose(st.sampled_from(",;\t"))
    writer = csv.writer(file, quoting=quoting, delimiter=delimiter)
    writer.writerows([["name", "body", "x"], *([f"r{i}", text, "y"] for i, text in enumerate(texts))])
    return "replies.csv", file.getvalue()


def html_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    quote = choose(st.booleans())
    inner = "\n".join(f"<p>{escape(text, quote=quote)}</p><b>x</b><br/>" for text in texts)
    return "reply.html", f"<html><head><title>no</title></head><body>{inner}</body></html>"


def html_in_json(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    return json_file([html_file([text], choose)[1] for text in texts], choose)


def mail_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    mail = EmailMessage()
    mail["Subject"] = "Late"
    mail.set_content("\n".join(texts), cte=choose(st.sampled_from(["quoted-printable", "base64"])))
    if choose(st.booleans()):
        mail.add_alternative("<p>no</p>", subtype="html")
    return "mail.eml", mail.as_string()


def po_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    rows = ['msgid ""', 'msgstr "Language: en\\n"', ""]
    for index, text in enumerate(texts):
        rows += ["# a note", f'msgid "r{index}"', 'msgstr ""']
        for line in [*(text + " a b c d e f").splitlines(keepends=True)]:
            spelled = line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            rows.append(f'"{spelled}"')
        rows.append("")
    return "replies.po", "\n".join(rows)


def quote_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    rows = ["# Replies", ""]
    for index, text in enumerate(texts):
        rows += [f"## r{index}", "", "> x", *(f"> {line}" for line in text.split("\n")), ""]
    return "SAVED_REPLIES.md", "\n".join(rows)


def fence_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    rows = ["# Replies", "", "A note."]
    for index, text in enumerate(texts):
        rows += [f"## r{index}", "", "`````text", text, "`````", "A note."]
    return "SAVED_REPLIES.md", "\n".join(rows)


def text_file(texts: list[str], choose: Callable[[Any], Any]) -> tuple[str, str]:
    return choose(st.sampled_from(["reply.txt", "reply.md"])), "---\nchannel: chat\n---\n" + "\n".join(texts)


FILES = (
    *(json_file, jsonl_file, yaml_file, block_file, csv_file, html_file, html_in_json, mail_file, po_file),
    *(quote_file, fence_file, text_file),
)
