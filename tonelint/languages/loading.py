"""The languages that there are. A process that sees only English replies never loads Persian, nor the other way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from tonelint.languages.base import Language

_NAMES = {"fa": "PERSIAN", "en": "ENGLISH"}
_loaded: dict[str, Language] = {}


class Languages(Mapping[str, Language]):
    """The languages by code ("fa", "en"), each imported when it is first asked for.

    >>> languages = Languages()
    >>> list(languages), "fa" in languages, languages["en"].code
    (['fa', 'en'], True, 'en')
    """

    def __getitem__(self, code: str) -> Language:
        if code not in _loaded:
            _loaded[code] = getattr(import_module(f"tonelint.languages.{code}.language"), _NAMES[code])
        return _loaded[code]

    def __contains__(self, code: object) -> bool:
        return code in _NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)
