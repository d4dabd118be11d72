"""Kind sandwich: bad news that nothing friendly comes before, or nothing helpful comes after.

params: bad, before, after: names of acts. What stands in the same sentence counts too: in «…نمی‌شود، ولی …»
the piece behind «ولی» comes after the bad news.
    mild: those of the bad acts that need no cushion before them if they are all there is: a mishap is often told
    to explain what is put right next, a refusal never is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.types import Act, Match, Reply, Rule


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: the first piece of bad news."""
    bad, before, after, mild = (names(rule, key) for key in ("bad", "before", "after", "mild"))
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        news = [act for act in reply.acts if act.name in bad]
        if not news:
            return
        first, last = news[0], max(news, key=lambda act: act.end)
        lead = any(act.name in before and act.end <= first.start for act in reply.acts)
        close = any(act.name in after and act.start >= last.end for act in reply.acts)
        if not close or not (lead or all(act.name in mild for act in news)):
            yield _match(reply, rule, first, lead, close)

    return check


def _match(reply: Reply, rule: Rule, news: Act, lead: bool, close: bool) -> Match:
    language = reply.document.sentences[news.sentence].language or reply.document.language
    missing = "both" if not (lead or close) else "after" if lead else "before"
    wording = rule.params.get(f"missing-{missing}")
    value = wording.get(language, "") if isinstance(wording, Mapping) else ""
    piece = reply.document.text[news.start : news.end]
    return Match(news.start, news.end, language, {"match": piece, "missing": value})
