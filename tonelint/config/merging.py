"""Layers → settings: the later goes over the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tonelint.config.settings import Settings

if TYPE_CHECKING:
    from tonelint.config.files import Layer

BY_KEY = ("severity", "context")
ADDED_UP = ("off", "rule_folders", "packs", "exclude", "formats", "suppress")
# Keys of files that are called otherwise among the settings.
_CALLED = {"suppress": "suppressions", "packs": "rule_folders"}


def settings(layers: Iterable[Layer]) -> Settings:
    """Returns what layers come to, the lowest first.

    Single values replace each other, mappings do so key by key, lists and amendments add up; but ``only`` replaces
    ``only``, and a rule that was off is on again where a later layer gives it a severity.
    """
    found: dict[str, Any] = {}
    for layer in layers:
        _lay(found, layer.values)
    return Settings(**found)


def _lay(found: dict[str, Any], values: Mapping[str, Any]) -> None:
    on = {rule for rule, level in values.get("severity", {}).items() if level != "off"}
    found["off"] = tuple(rule for rule in found.get("off", ()) if rule not in on)
    for name, value in values.items():
        called = _CALLED.get(name, name)
        if name == "extends":
            continue
        if name.endswith("+") or name == "params":
            found["amendments"] = (*found.get("amendments", ()), *value)
        elif name in BY_KEY:
            found[called] = {**found.get(called, {}), **value}
        elif name in ADDED_UP:
            found[called] = (*found.get(called, ()), *value)
        else:
            found[called] = value
