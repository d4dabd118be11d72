"""What reporters call things, in the languages of replies: labels.json, and numbers as each language writes them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tonelint.report import Report

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
with open(os.path.join(os.path.dirname(__file__), "labels.json"), encoding="utf-8") as _file:
    LABELS: Mapping[str, Mapping[str, str]] = json.load(_file)


def number(value: object, language: str) -> str:
    """Returns a number in the digits of a language.

    >>> number(72.5, "en"), number(72.5, "fa")
    ('72.5', '۷۲٫۵')
    """
    text = str(value)
    return text.replace(".", "٫").translate(_PERSIAN_DIGITS) if language == "fa" else text


def common(reports: Iterable[Report], ui: str | None) -> str:
    """Returns the language for what is said about several replies: that asked for, that of them all, or English."""
    languages = {report.language for report in reports}
    return ui or (languages.pop() if len(languages) == 1 else "") or "en"
