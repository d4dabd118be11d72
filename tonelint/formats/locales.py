"""Files of an application's texts in one language each: Rails and i18next style, as YAML or JSON.

They hold labels of buttons for the most part. What is long enough to be said to a customer is read as a reply.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tonelint.context import LANGUAGES
from tonelint.formats.draft import Draft
from tonelint.formats.records import Place, reply
from tonelint.formats.selecting import Found
from tonelint.formats.tree import Node, Text

MIN_WORDS = 6
_FOLDERS = frozenset(("locale", "locales", "i18n", "lang", "langs", "translations", "lc_messages"))
_CODE = re.compile(r"(?:^|[._-])(?P<code>[a-z]{2})(?:[-_][A-Z][A-Za-z]{1,3})?$")


def is_locale(path: str) -> bool:
    """Returns whether a file's name or folder says that it holds texts of one language.

    >>> is_locale("config/locales/fa.yml"), is_locale("i18n/en-GB/mail.json"), is_locale("replies.yml")
    (True, True, False)
    """
    name, *folders = _names(path)
    return not _FOLDERS.isdisjoint(map(str.lower, folders)) or _code(name) in LANGUAGES


def is_reply(text: str) -> bool:
    """Returns whether a text is long enough to be more than a label.

    >>> is_reply("Save and close"), is_reply("We have received your request and will answer today.")
    (False, True)
    """
    return len(text.split()) >= MIN_WORDS


def drafts(root: Node, place: Place) -> Iterator[Draft]:
    """Yields the texts that are replies, named by their keys; none where the file is in another language than ours."""
    top = list(root) if isinstance(root, dict) else []
    names = [*(top if len(top) == 1 else ()), *_names(place.path)]
    language = _language(names)
    if isinstance(root, dict) and len(top) == 1 and _code(top[0]) and isinstance(root[top[0]], dict):
        root = root[top[0]]
    for found in _texts(Found(root)):
        yield from reply(found, place, ".".join(found.trail), language, {"stage": "saved-reply"})


def _texts(found: Found) -> Iterator[Found]:
    node = found.node
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, member in members:
        yield from _texts(Found(member, (*found.trail, str(key))))
    if isinstance(node, Text) and is_reply(node.value):
        yield found


def language_of(path: str) -> str:
    """Returns the language that the name of a file or a folder tells; "" where none does.

    >>> language_of("locale/fa_IR/LC_MESSAGES/mail.po"), language_of("de.yml"), language_of("mail.po")
    ('fa', 'de', '')
    """
    return _language(_names(path))


def _language(names: list[str]) -> str:
    """Returns the first of our languages among some names, else the first code of any language."""
    codes = [code for code in map(_code, names) if code]
    return next((code for code in codes if code in LANGUAGES), codes[0] if codes else "")


def _names(path: str) -> list[str]:
    """Returns the name of a file without its ending, and those of its folders, the nearest first."""
    return os.path.normpath(os.path.splitext(path)[0]).split(os.sep)[::-1]


def _code(name: str) -> str:
    """Returns the language code that a name is or ends with; "" where it does not look like one."""
    found = _CODE.search(name)
    return found["code"] if found else ""
