"""Laws of rewriting, for replies put together from all that rules flag and all that must survive."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tonelint
from tonelint.config import Settings
from tonelint.linter import Linter
from tonelint.revision import revise
from tonelint.rewrite import edited
from tonelint.types import Context

FACTS = [
    "{{order_id}}", "https://a.example/t?id=7", "kay@example.com", "£22.50", "#A-1042", "14:30", "30%", "12/05/2026",
    "“Send now”", "`reset --all`", "۱۲٬۵۰۰", "«پرداخت»", "{نام مشتری}", "TRK99812",
]  # fmt: skip
ENGLISH = [
    "Unfortunately, we cannot refund {}.", "Kindly revert with {} at your earliest convenience.", "You have to send {} first.",
    "Your parcel {} was sent on Monday.", "Please be advised that {} has been cancelled.", "I'm writing with regard to {}.",
    "Please do not hesitate to contact us on {}.", "We apologize for any inconvenience this may have caused.",
    "Open {}, tap the gear and choose the second line.", "It is our policy not to change {}.", "Prior to {}, call us.",
    "Your satisfaction is our top priority.", "Thanks for telling me about {}.", "I packed {} this morning.",
]  # fmt: skip
PERSIAN = [
    "متأسفانه امکان تغییر {} وجود ندارد.", "مدارک {} ناقص می‌باشد.", "خواهشمند است {} را ارسال فرمایید.", "شما باید {} را بفرستید.",
    "سفارش {} ثبت گردید و متعاقباً اعلام می‌گردد.", "از صبر و شکیبایی شما سپاسگزاریم.", "موضوع {} در دست بررسی است.",
    "جهت پيگيري {} به سايت مراجعه نماييد.", "لذا {} را برنمی‌گردانیم.", "{} رو الان براتون میفرستم.", "ممنون که {} را خبر دادید.",
]  # fmt: skip
BREAKS = st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n"])


@st.composite
def replies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A reply in one language, and the facts in it."""
    sentences = draw(st.lists(st.sampled_from(draw(st.sampled_from([ENGLISH, PERSIAN]))), min_size=1, max_size=5))
    facts = [draw(st.sampled_from(FACTS)) for _ in sentences]
    parts = [part for one, fact in zip(sentences, facts) for part in (one.format(fact), draw(BREAKS))]
    opening = draw(st.sampled_from(["", "Hi John,\n\n", "Dear Customer,\n", "سلام، وقت بخیر\n", "مشتری گرامی\n"]))
    used = [fact for one, fact in zip(sentences, facts) if "{}" in one]
    return opening + "".join(parts) + draw(
        st.sampled_from(["", "\nBest,\nThe Team", "\nبا احترام\nتیم پشتیبانی"])
    ), used


LAWS = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
RULES_ALONE = Linter(Settings(labeller=False))
SAFETY = st.sampled_from(["safe", "review"])
KNOWN = Context(customer_name="Joan Petrov", channel="email")


def alike(text: str) -> str:
    """A text with digits of one kind: a rewrite may write a number as the others of the reply are written."""
    return text.translate({ord(digit): str(value) for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")})


@LAWS
@given(replies(), SAFETY)
def test_facts_survive(reply: tuple[str, list[str]], safety: str) -> None:
    text, facts = reply
    better = alike(tonelint.check(text, KNOWN).rewrite(safety))
    unfilled = {"{{order_id}}", "{نام مشتری}"}  # which is what the finding about it is about
    lost = [fact for fact in facts if better.count(alike(fact)) < alike(text).count(alike(fact))]
    assert [fact for fact in lost if fact not in unfilled] == []


@LAWS
@given(replies(), SAFETY)
def test_twice_is_once_and_the_score_never_falls(reply: tuple[str, list[str]], safety: str) -> None:
    """The score by the rules, that is, see docs/labeller.md."""
    better = tonelint.check(reply[0], KNOWN).rewrite(safety)
    assert tonelint.check(better, KNOWN).rewrite(safety) == better
    before, after = RULES_ALONE.check(reply[0], KNOWN), RULES_ALONE.check(better, KNOWN)
    assert after.score.value >= before.score.value
    assert sum(f.severity != "hint" for f in after.findings) <= sum(f.severity != "hint" for f in before.findings)


@LAWS
@given(replies(), SAFETY)
def test_nothing_outside_the_edits_changes(reply: tuple[str, list[str]], safety: str) -> None:
    text = reply[0]
    revision = revise(text, tonelint.check(text, KNOWN).findings, safety)
    assert edited(text, revision.edits) == revision.text == tonelint.check(text, KNOWN).rewrite(safety)
    assert list(revision.edits) == sorted(revision.edits)
    assert all(before.end < after.start for before, after in zip(revision.edits, revision.edits[1:]))
    assert all(text[edit.start : edit.end] != edit.text for edit in revision.edits)


@LAWS
@given(replies())
def test_every_offer_keeps_its_word(reply: tuple[str, list[str]]) -> None:
    """By the rules, that is: what the labeller says of the rest may change with any word (docs/labeller.md)."""
    report = RULES_ALONE.check(reply[0], KNOWN)
    for finding in report.findings[:6]:
        for rewrite in finding.rewrites:
            better = RULES_ALONE.check(edited(report.text, rewrite.edits), KNOWN)
            if rewrite.safety != "idea":
                assert better.score.value >= report.score.value
                count = [sum(f.rule == finding.rule for f in one.findings) for one in (report, better)]
                assert count[1] <= count[0]
