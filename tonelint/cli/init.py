"""``tonelint init``: look at a folder, and write first settings that say what was seen."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from string import Template
from typing import TYPE_CHECKING, NamedTuple

import click

from tonelint.cli.options import counted
from tonelint.errors import TextError, TonelintError, UsageError

if TYPE_CHECKING:
    from tonelint.formats import Draft

FILE = "tonelint.yaml"
MOST_FILES, MOST_REPLIES = 2_000, 400
"""How much is looked at; more would tell no more."""

# What people who answer customers do and others seldom do.
_ACTS = frozenset(["greeting", "sign-off", "apology", "thanks", "offer", "will-to-help", "next-step", "empathy"])
_LONGEST = 6_000  # code points; what is longer is an article
# Channels as folders, files and help desks are called.
_CHANNELS = {
    "sms": "sms", "پیامک": "sms", "chat": "chat", "livechat": "chat", "whatsapp": "chat", "telegram": "chat",
    "intercom": "chat", "chatwoot": "chat", "چت": "chat", "social": "social", "twitter": "social",
    "instagram": "social", "email": "email", "emails": "email", "mail": "email", "zendesk": "email",
    "freshdesk": "email", "front": "email", "helpscout": "email", "zammad": "email", "ایمیل": "email",
}  # fmt: skip
_SAVED = re.compile(r"macro|saved|canned|template|snippet|repl(?:y|ies)|response|آماده|قالب|پاسخ", re.I)
_WORDS = re.compile(r"[^\W_]+")


class Seen(NamedTuple):
    """What a folder holds. replies: how many in each top folder, "" for files that lie in none. languages, slots: how
    often each was seen. channels: by the top folder. strange: top folders whose texts are no replies. saved: whether
    most replies are such that are sent many times. unread: files that could not be read, with the reason."""

    replies: Counter[str]
    languages: Counter[str]
    slots: Counter[str]
    channels: dict[str, str]
    strange: tuple[str, ...]
    saved: bool
    unread: tuple[str, ...]


@click.command()
@click.argument("folder", default=".")
def init(folder: str) -> int:
    """Look at FOLDER (this one if not given) and write tonelint.yaml for it. Nothing is ever overwritten."""
    _free(folder)
    seen = survey(folder)
    path = os.path.normpath(os.path.join(folder, FILE))
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(settings(seen))
    except OSError as error:
        raise TextError(f"{path}: cannot be written: {error.strerror or error}") from None
    click.echo(f"{path}: written, after a look at {_number(seen)}; now run: tonelint check {folder}")
    return 0


def _free(folder: str) -> None:
    from tonelint.config.files import NAMES, counts

    if not os.path.isdir(folder):
        raise UsageError(f"{folder}: there is no such folder")
    for name in NAMES:
        path = os.path.normpath(os.path.join(folder, name))
        if os.path.lexists(path) and (not os.path.isfile(path) or counts(path)):
            raise UsageError(f"{path} has settings already; to see what they do: tonelint config show {folder}")


def survey(folder: str) -> Seen:
    """Returns what a folder holds: its replies are read and looked at as a check does. Raises nothing for bad files."""
    from tonelint.linter import Linter

    linter, unread = Linter(), list[str]()
    by_top: dict[str, list[bool]] = {}
    languages, slots, channels = Counter[str](), Counter[str](), dict[str, str]()
    saved = []
    for draft in islice(_drafts(folder, unread), MOST_REPLIES):
        below = os.path.relpath(draft.path, folder)
        top = below.split(os.sep)[0] if os.sep in below else ""
        report = linter.check(draft.text[:_LONGEST])
        is_reply = len(draft.text) <= _LONGEST and not _ACTS.isdisjoint(act.name for act in report.acts)
        by_top.setdefault(top, []).append(is_reply)
        if is_reply:
            found = _slots(draft.text)
            languages[report.language] += 1
            slots.update(found)
            saved.append(bool(found or _SAVED.search(below) or draft.context.get("stage") == "saved-reply"))
            channels.setdefault(top, _channel(below, draft))
    replies = Counter({top: sum(ours) for top, ours in by_top.items() if 2 * sum(ours) >= len(ours)})
    strange = tuple(sorted(top for top in by_top if top and top not in replies))
    return Seen(replies, languages, slots, channels, strange, 2 * sum(saved) > len(saved), tuple(unread))


def _drafts(folder: str, unread: list[str]) -> Iterator[Draft]:
    from tonelint import formats
    from tonelint.errors import UnknownFormat

    try:
        for path in islice(formats.find(folder), MOST_FILES):
            try:
                yield from formats.read(path)
            except UnknownFormat:
                continue
            except TonelintError as error:
                unread.append(_quoted(str(error)))
    except TextError:  # there is nothing yet: the settings are for what will come
        return


def _slots(text: str) -> list[str]:
    from tonelint.text import zones

    return [text[zone.start : zone.end] for zone in zones.find(text) if zone.kind == "placeholder"]


def _channel(below: str, draft: Draft) -> str:
    named = (_CHANNELS[word] for word in _WORDS.findall(below.lower()) if word in _CHANNELS)
    return draft.context.get("channel") or next(named, "")


def settings(seen: Seen) -> str:
    """Returns first settings, each with what it does and why it is there."""
    with open(os.path.join(os.path.dirname(__file__), "first-settings.yaml"), encoding="utf-8") as file:
        template = Template(file.read())
    return template.substitute(
        number=_number(seen),
        extends="extends: saved-replies" if seen.saved else "# extends: strict",
        context=_context(seen),
        fail_on="# fail_on: error  # saved-replies says warning" if seen.saved else "fail_on: error",
        languages=_languages(seen),
        exclude=_exclude(seen),
        slots=_named_slots(seen),
    )


def _number(seen: Seen) -> str:
    total = sum(seen.replies.values())
    if not total:
        return "this folder, where no replies were found"
    where = [
        f"{number} in {_quoted(top)}/" if top else f"{number} here" for top, number in sorted(seen.replies.items())
    ]
    told = counted(total, "reply", "replies")
    return f"{told} ({', '.join(where)})" if len(where) > 1 or where[0][-1] == "/" else told


def _context(seen: Seen) -> str:
    """The channel, of all replies or by folder."""
    known = {top: channel for top, channel in sorted(seen.channels.items()) if channel and top in seen.replies}
    if len(set(known.values())) == 1 and len(known) == len(seen.replies):
        return f"context: {{channel: {next(iter(known.values()))}}}"
    rows = [f"  - {{files: {_yaml(f'{top}/' if top else '*')}, context: {{channel: {channel}}}}}"
            for top, channel in known.items()]  # fmt: skip
    return "\n".join(["# context: {channel: email}", *(["overrides:"] if rows else []), *rows])


def _languages(seen: Seen) -> str:
    names = {"fa": "Persian", "en": "English"}
    told = [f"{number} in {names[code]}" for code, number in seen.languages.most_common() if code in names]
    return f"Replies that were seen: {', '.join(told)}." if told else "Replies may be in Persian and in English."


def _exclude(seen: Seen) -> str:
    if seen.strange:
        rows = [f"exclude: [{', '.join(_yaml(f'{top}/') for top in seen.strange)}]"]
    else:
        rows = ["# exclude: [drafts/old/]"]
    if seen.unread:
        rows += ["# These could not be read; `formats:` can say what they are:", *map("#   {}".format, seen.unread[:5])]
    return "\n".join(rows)


def _named_slots(seen: Seen) -> str:
    most = ", ".join(f"{_quoted(slot)} ({number})" for slot, number in seen.slots.most_common(5))
    return f"# Slots that were seen: {most}" if most else "# No slots such as {{name}} were seen."


def _quoted(text: str) -> str:
    """A text of the folder that cannot end its line, nor act on a terminal."""
    from tonelint.reporters.snippet import visible

    return visible(" ".join(text.split()))[:120]


def _yaml(text: str) -> str:
    """A text as YAML holds it, whatever stands in it."""
    return "'" + text.replace("'", "''") + "'" if not re.fullmatch(r"[\w./-]+", text) or text.isdigit() else text
