"""What the fuzzer makes up, as inputs of promises, and what it starts from."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from fuzz import promises
from tonelint.config import Settings
from tonelint.context import CONTEXT, context_of
from tonelint.linter import rulebook
from tonelint.rulebook import source
from tonelint.types import Context, Example

# Pieces that mean something to a linter: the fuzzer seldom makes them up by itself.
PIECES = (
    "Hi Sara,\n", "\n\n", "\r\n", "> ", "```\n", "{{name}}", "{% if a %}", "[name]", "____", "https://a.example/b",
    "a@b.example", "<b>", "</b>", "<a href='", "&lt;", "«", "»", "“", "”", "\u200c", "\u202e", "\u2066", "\ufeff",
    "\u0640", "\ud800", "\0", "🙂", "!", "1. ", "- ", "Best,\nTom", "On Monday Tom wrote:\n", "unfortunately ",
    "we can't ", "you must ", "sorry ", "please ", "the parcel ", "متأسفانه ", "نمی‌توانیم ", "می شود ", "باید ",
    "سفارش ", "سلام خانم مرادی،\n", "لطفاً ", "۱۲", "؟", "،",
)  # fmt: skip
NAMES = ("Sara Moradi", "بهروز سلیمی", "tom", "A\u202e")
KNOWN = {"customer_name": NAMES, "agent_name": NAMES[::-1], **{name: of for name, of in CONTEXT.items() if of}}
ENDINGS = ("txt", "md", "html", "eml", "po", "yaml", "json", "jsonl", "csv", "tsv")


def words(data: bytes) -> str:
    """Any text that bytes can stand for: byte 1 and a number stand for a piece, what is not UTF-8 for a surrogate."""
    parts = data.split(b"\1")
    text = parts[0].decode("utf-8", "surrogateescape")
    for part in parts[1:]:
        text += PIECES[part[0] % len(PIECES)] if part else ""
        text += part[1:].decode("utf-8", "surrogateescape")
    return text


def told(data: bytes) -> tuple[str, Context]:
    """A reply and what is known about it: two bytes for fields with closed lists, and the message behind the reply."""
    number, fields = int.from_bytes(data[:2], "big"), {}
    for name, values in KNOWN.items():
        number, at = divmod(number, len(values) + 1)
        fields[name] = (*values, None)[at]
    text, _, message = words(data[2:]).partition("\2")
    return text, context_of(None, {**fields, "customer_message": message or None})


def written(text: str, context: Mapping[str, str]) -> bytes:
    """The bytes that `told` makes a reply and its context of.

    >>> told(written("Hi.", {"channel": "sms", "customer_message": "Where is it?"}))[1].channel
    'sms'
    """
    number = 0
    for name, values in reversed(KNOWN.items()):
        value = context.get(name)
        number = number * (len(values) + 1) + (values.index(value) if value in values else len(values))
    message = context.get("customer_message", "")
    return number.to_bytes(2, "big") + "\2".join(filter(None, (text, message))).encode("utf-8", "surrogatepass")


def replies(data: bytes) -> None:
    promises.read_and_checked(*told(data))


def rewrites(data: bytes) -> None:
    promises.reply(*told(data))


def files(data: bytes) -> None:
    if data:
        promises.file(data[1:], "a." + ENDINGS[data[0] % len(ENDINGS)])


def rules(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        promises.rule(data, folder)


def phrases(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        promises.phrase(data.decode("utf-8", "replace"), folder)


def settings(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        promises.settings(data, folder)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "replies": replies, "rewrites": rewrites, "files": files, "rules": rules, "phrases": phrases, "settings": settings,
}  # fmt: skip


def seeds(target: str) -> Iterable[bytes]:
    """What the fuzzer starts from: examples, phrases, rule files and settings that come with tonelint."""
    if target in ("replies", "rewrites"):
        few = islice(_examples(), 0, None, 4 if target == "replies" else 16)  # else the time goes into them
        return (written(one.text, one.context) for one in few)
    if target == "files":
        texts = [one.text for one in islice(_examples(), 0, None, 40)]
        return (bytes([n]) + _wrapped(text, end) for text in texts for n, end in enumerate(ENDINGS))
    if target == "phrases":
        return (phrase.encode() for phrase in _phrases() if len(phrase) < 200)
    folder = source.built_in() if target == "rules" else os.path.join("tonelint", "config", "presets")
    return (data for data in map(_content, source.files(folder)) if len(data) < 4000)


def _examples() -> Iterator[Example]:
    for rule in rulebook(Settings()).rules:
        for side in (rule.bad, rule.good):
            yield from (one for examples in side.values() for one in examples)


def _phrases() -> Iterator[str]:
    for rule in rulebook(Settings()).rules:
        yield from (entry.match for entries in rule.phrases.values() for entry in entries)


def _wrapped(text: str, ending: str) -> bytes:
    """A reply as it may lie in a file with this ending."""
    quoted = json.dumps(text, ensure_ascii=False)
    forms = {
        "html": f"<p>{text}</p><pre>x</pre>",
        "eml": f"Subject: Late\nContent-Type: text/plain; charset=utf-8\n\n{text}",
        "po": f'msgid "a"\nmsgstr {quoted}\n',
        "yaml": f"replies:\n  - name: a\n    body: {quoted}\n",
        "json": f'{{"macros": [{{"title": "a", "body": {quoted}}}]}}',
        "jsonl": f'{{"id": 1, "text": {quoted}}}\n',
        "csv": f"id,text\n1,{quoted}\n",
        "tsv": f"id\ttext\n1\t{quoted}\n",
    }
    return forms.get(ending, text).encode("utf-8", "surrogatepass")


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
