"""A linter for customer-support replies in Persian and English.

>>> import tonelint
>>> report = tonelint.check("Hi Sara, your parcel left this morning.", customer_name="Sara")
>>> report.score.value, report.ok
(100, True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tonelint.errors import ConfigError, MissingExtra, RuleError, TextError, TonelintError, UsageError
from tonelint.types import Act, Context, Edit, Finding, Rewrite, Span

if TYPE_CHECKING:
    from tonelint.config import Settings
    from tonelint.linter import Linter
    from tonelint.report import Report
    from tonelint.score import Score

__version__ = "0.1.0"
__all__ = [
    "Act",
    "ConfigError",
    "Context",
    "Edit",
    "Finding",
    "Linter",
    "MissingExtra",
    "Report",
    "Rewrite",
    "RuleError",
    "Score",
    "Settings",
    "Span",
    "TextError",
    "TonelintError",
    "UsageError",
    "check",
]

_LATE = {"Linter": "linter", "Report": "report", "Score": "score", "Settings": "config"}
_shared: Linter | None = None


def check(text: str, context: Context | None = None, **fields: str | None) -> Report:
    """Returns what was found in one reply, with the built-in rules and no configuration.

    fields: customer_name, agent_name, customer_message, channel (email, chat, social, sms), stage (draft,
    saved-reply, auto-reply), turn (first, follow-up), situation (complaint, our-fault, outage, abuse), language
    (fa, en; None: found out for each sentence). Raises UsageError for another field or value; no `str` as text ever
    makes it raise.
    """
    global _shared
    if _shared is None:
        from tonelint.linter import Linter

        _shared = Linter()
    return _shared.check(text, context, **fields)


def __getattr__(name: str) -> Any:
    """The names that need the whole engine are imported when they are first used."""
    if name not in _LATE:
        raise AttributeError(f"module “tonelint” has no attribute “{name}”")
    from importlib import import_module

    return getattr(import_module(f"tonelint.{_LATE[name]}"), name)
