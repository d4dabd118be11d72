"""English noun forms: what is left when plural and possessive endings are taken off."""

from __future__ import annotations

_IRREGULAR = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "feet": "foot", "analyses": "analysis",
    "leaves": "leaf", "shelves": "shelf", "knives": "knife", "lives": "life", "halves": "half", "wives": "wife",
    "criteria": "criterion", "matrices": "matrix", "indices": "index", "data": "datum",
}  # fmt: skip


def stems(key: str) -> tuple[str, ...]:
    """Returns what a key may be a noun form of: the key itself first, then with endings taken off.

    >>> stems("policies"), stems("boxes"), stems("address")
    (('policies', 'policy', 'policie'), ('boxes', 'box', 'boxe'), ('address',))
    """
    if key in _IRREGULAR:
        return key, _IRREGULAR[key]
    if key.endswith("'s"):
        return key, *stems(key[:-2])
    if key.endswith("'"):
        return key, *stems(key[:-1])
    if len(key) < 3 or not key.endswith("s") or key.endswith("ss"):
        return (key,)
    if key.endswith("ies"):
        return key, key[:-3] + "y", key[:-1]
    if key.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        return key, key[:-2], key[:-1]
    return key, key[:-1]
