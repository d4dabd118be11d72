"""Kind sandwich: bad news that nothing friendly comes before, or nothing helpful comes after.

params: bad, before, after: names of acts. What stands in the same sentence counts too: in «…نمی‌شود، ولی …»
the piece behind «ولی» comes after the bad news.
    mild: those of the bad acts that need no cushion before them if they are all there is: a mishap is often told
    to explain what is put right next, a refusal never is.
    breath: acts that spare it the cushion if they stand behind it in its own sentence: «…نداریم، ولی …».
    lead, close: for each language what may come before and after, with ⟨gaps⟩: an idea for the slice that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.types import Act, Match, Reply, Rule

_STOPS = ".!?؟…"


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: the first piece of bad news."""
    bad, before, after, mild, breath = (names(rule, key) for key in ("bad", "before", "after", "mild", "breath"))
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        news = [act for act in reply.acts if act.name in bad]
        if not news:
            return
        first, last = news[0], max(news, key=lambda act: act.end)
        lead = any(
            (act.name in before and act.end <= first.start)
            or (act.name in breath and act.sentence == first.sentence and act.start >= first.end)
            for act in reply.acts
        )
        close = any(act.name in after and act.start >= last.end for act in reply.acts)
        if not close or not (lead or all(act.name in mild for act in news)):
            yield _match(reply, rule, first, last, lead, close)

    return check


def _match(reply: Reply, rule: Rule, first: Act, last: Act, lead: bool, close: bool) -> Match:
    text, sentence = reply.document.text, reply.document.sentences[first.sentence]
    language = sentence.language or reply.document.language
    missing = "both" if not (lead or close) else "after" if lead else "before"
    called = rule.params.get(f"missing-{missing}")
    value = called.get(language, "") if isinstance(called, Mapping) else ""
    start, end = _begin(reply, first), reply.document.sentences[last.sentence].end
    added = "" if lead else wording(rule, "lead", reply, first.sentence)
    behind = "" if close else wording(rule, "close", reply, last.sentence)
    better = _slices(added, text[start:end], behind, within=start > sentence.start)
    values = {"match": text[first.start : first.end], "missing": value}
    wider = ((start, end, better, "idea"),) if added or behind else ()
    return Match(first.start, first.end, language, values, wider=wider)


def _begin(reply: Reply, news: Act) -> int:
    """Where bad news begins: with its sentence, or behind a greeting in it."""
    start = reply.document.sentences[news.sentence].start
    greeted = (act.reach.end for act in reply.acts if act.name == "greeting" and start <= act.start < news.start)
    return news.reach.start if any(end <= news.reach.start for end in greeted) else start


def _slices(lead: str, news: str, close: str, *, within: bool) -> str:
    """Bad news between what leads to it and what comes after it; within a sentence a colon joins the first two."""
    stop = "" if news.rstrip()[-1:] in _STOPS else "."
    before = (f"{lead.rstrip('.')}: " if within else f"{lead} ") if lead else ""
    return before + news + (f"{stop} {close}" if close else "")
