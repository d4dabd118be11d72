"""What files of saved replies look like: those of help desks as their APIs give them out, and such as people write.

Sources, read in 2025: developer.zendesk.com (macros), developers.intercom.com (macros), developers.freshdesk.com
(canned responses), dev.frontapp.com (message templates). Those of Help Scout (saved replies), Zammad (text modules)
and Chatwoot (canned responses) were written from memory and compared with no reference and no export.
"""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """A kind of file. Paths are in the notation of `selecting`.

    records: where the records may stand, "" for the whole file. needs: what every record has. bodies: where the texts
    are in a record. name: what a reply is called. stage: what its replies are, as in `Context`.
    """

    format: str
    records: tuple[str, ...]
    needs: tuple[str, ...]
    bodies: tuple[str, ...]
    name: str
    stage: str = "saved-reply"


_HTML = "actions[field=comment_value_html].value"
_PLAIN = "actions[field=comment_value].value"
_LISTS = "replies saved_replies saved-replies savedReplies canned_responses cannedResponses templates macros responses"
_TABLES = tuple(f"{name}.*" for name in _LISTS.split())
_TEXT = "body | text | content | message | reply | response"
_OWN_TEXT = "body | text | reply"
_NAME = "name | title | short_code | shortcut | key"

SHAPES = (
    Shape("zendesk", ("macros", "macro", ""), ("title", "actions"), (f"{_HTML} | {_PLAIN}.1 | {_PLAIN}",), "title"),
    Shape("intercom", ("data", ""), ("name", "body", "visible_to"), ("body",), "name"),
    Shape("freshdesk", ("canned_responses", ""), ("title", "content_html"), ("content_html | content",), "title"),
    Shape("help-scout", ("_embedded.replies", ""), ("name", "text", "chatText"), ("text", "chatText"), "name"),
    Shape("front", ("_results", ""), ("name", "body", "inbox_ids"), ("body",), "name"),
    Shape("zammad", ("",), ("name", "keywords", "content"), ("content",), "name"),
    Shape("chatwoot", ("payload", ""), ("short_code", "content"), ("content",), "short_code"),
    Shape("replies", tuple(_LISTS.split()), (_TEXT, _NAME), (_TEXT,), _NAME),
    Shape("replies", ("",), (f"{_OWN_TEXT} | content", _NAME), (f"{_OWN_TEXT} | content",), _NAME),
    Shape("replies", _TABLES, (_TEXT,), (_TEXT,), _NAME),
    Shape("drafts", ("drafts", ""), (_OWN_TEXT,), (_OWN_TEXT,), "id", "draft"),
)


def may_have(source: str, shape: Shape) -> bool:
    """Returns whether the words that a shape needs are in a file at all; most files are known to have none by that.

    >>> may_have('{"name": "lint", "version": 2}', SHAPES[0])
    False
    """
    return all(any(key.strip() in source for key in path.split("|")) for path in shape.needs)
