"""What a Persian noun is without its endings: plural, possessor, indefinite and ezafe ی, object marker, copula."""

from __future__ import annotations

from functools import lru_cache

MOST = 8
_OBJECT = ("رو", "را", "و")
_COPULA = ("ست", "اند", "ام", "ایم", "اید", "ان", "ین", "ه", "م", "یم", "ید", "ن")
_POSSESSIVE = ("یمان", "یتان", "یشان", "یمون", "یتون", "یشون", "مان", "تان", "شان", "مون", "تون", "شون",
               "ام", "ات", "اش", "یم", "یت", "یش", "م", "ت", "ش")  # fmt: skip
_INDEFINITE = ("ای", "یی", "ی")
_PLURAL = ("ها", "ا")
_SHORTEST = 2


@lru_cache(maxsize=1 << 14)
def stems(key: str) -> tuple[str, ...]:
    """Returns what a key may be a noun form of: the key first, then ever shorter. Nothing is looked up.

    >>> stems("درخواستهایتان")
    ('درخواستهایتان', 'درخواستهای', 'درخواستها', 'درخواست')
    >>> "سفارش" in stems("سفارشتونو"), "مشتری" in stems("مشتریا"), "شماره" in stems("شمارهای")
    (True, True, True)
    """
    found = {key: None}
    if not key.isalpha():
        return (key,)
    layers = (_OBJECT, _POSSESSIVE, _INDEFINITE, _PLURAL)
    current = [key]
    for endings in layers:
        shorter = [stem[: -len(end)] for stem in current for end in endings if _ends(stem, end)]
        current += [stem for stem in dict.fromkeys(shorter) if stem not in found]
        found.update(dict.fromkeys(current))
    copula = [key[: -len(end)] for end in _COPULA if _ends(key, end)]
    found.update(dict.fromkeys(copula))
    return tuple(found)[:MOST]


def _ends(stem: str, ending: str) -> bool:
    return stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST
