"""What a Persian noun is without its endings: plural, possessor, indefinite and ezafe ی, object marker, copula."""

from __future__ import annotations

from functools import lru_cache

MOST = 8
_OBJECT = ("رو", "را", "و")
_POSSESSIVE = ("مان", "تان", "شان", "مون", "تون", "شون", "ام", "ات", "اش", "م", "ت", "ش")
_INDEFINITE = ("یی", "ای", "ی")
_PLURAL = ("ها", "ا")
_COPULA = ("ست", "ام", "ایم", "اید", "اند", "یم", "ید", "ین", "ه")
_SHORTEST = 2


@lru_cache(maxsize=1 << 14)
def stems(key: str) -> tuple[str, ...]:
    """Returns what a key may be a noun form of: the key first, then ever shorter. Nothing is looked up.

    Endings go from the outside in: object marker («سفارشتونو»), possessor, ی, plural; or the copula («آماده‌ست»).

    >>> stems("درخواستهایتان")
    ('درخواستهایتان', 'درخواستهای', 'درخواسته', 'درخواستها', 'درخواست')
    >>> stems("سفارشتونو")
    ('سفارشتونو', 'سفارشتون', 'سفارش')
    >>> "مشتری" in stems("مشتریا"), "شماره" in stems("شمارهای")
    (True, True)
    """
    if not key.isalpha():
        return (key,)
    found = [key]
    for endings in (_OBJECT, _POSSESSIVE, _INDEFINITE, _PLURAL):
        for stem in tuple(found):
            found += [shorter for shorter in _without(stem, endings) if shorter not in found]
    found += [shorter for shorter in _without(key, _COPULA) if shorter not in found]
    return tuple(found[:MOST])


def _without(stem: str, endings: tuple[str, ...]) -> list[str]:
    """Returns the stem without the longest of the endings that fits; «شمارهای» may end in ای or in ی."""
    fitting = [end for end in endings if stem.endswith(end) and len(stem) - len(end) >= _SHORTEST]
    return [stem[: -len(end)] for end in (fitting if endings is _INDEFINITE else fitting[:1])]
