"""What may be known about a reply besides its text: the fields of a context and their values."""

from __future__ import annotations

from collections.abc import Mapping

from tonelint.errors import UsageError, nearest
from tonelint.types import Context

LANGUAGES = ("fa", "en")
# None: any text. The closed lists are those that `check` accepts.
CONTEXT: Mapping[str, tuple[str, ...] | None] = {
    "customer_name": None,
    "agent_name": None,
    "customer_message": None,
    "channel": ("email", "chat", "social", "sms"),
    "stage": ("draft", "saved-reply", "auto-reply"),
    "turn": ("first", "follow-up"),
    "situation": ("complaint", "our-fault", "outage", "abuse"),
    "language": LANGUAGES,
}


def context_of(context: Context | None, fields: Mapping[str, str | None]) -> Context:
    """Returns a context with the fields laid over it. Raises UsageError for unknown fields and values.

    >>> context_of(None, {"channel": "chat"}).channel
    'chat'
    >>> context_of(None, {"channel": "fax"})
    Traceback (most recent call last):
    tonelint.errors.UsageError: channel cannot be “fax”; known are: email, chat, social, sms
    """
    for name in fields:
        if name not in CONTEXT:
            raise UsageError(f"there is no context field “{name}”{nearest(name, CONTEXT)}")
    known = (context or Context())._replace(**{k: v for k, v in fields.items() if v is not None})
    for name, values in CONTEXT.items():
        value = getattr(known, name)
        if value is not None and not isinstance(value, str):
            raise UsageError(f"{name} has to be a text, not {type(value).__name__}")
        if value is not None and values and value not in values:
            raise UsageError(f"{name} cannot be “{value}”{nearest(value, values)}")
    return known
