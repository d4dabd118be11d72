"""What was done well in a reply: said in every report, so that a check is more than a list of faults."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tonelint.kinds.addressing import addressed
from tonelint.languages import names
from tonelint.types import Finding, Reply

# The act that shows a strength; a numbered list and the name show themselves in the text.
_ACTS = {
    "thanks": "thanks-given",
    "empathy": "understanding-shown",
    "apology": "apology-made",
    "reason": "reason-given",
    "alternative": "alternative-offered",
    "next-step": "next-step-named",
    "promise": "promise-made",
    "offer": "more-help-offered",
}
# Families of findings that say the opposite.
_AGAINST = {
    "name-used": ("missing-name", "wrong-name"),
    "apology-made": ("non-apology", "over-apology"),
    "reason-given": ("refusal-without-reason",),
    "alternative-offered": ("refusal-without-alternative",),
    "next-step-named": ("missing-next-step",),
    "promise-made": ("vague-promise", "overpromise"),
    "more-help-offered": ("missing-offer", "curt-closing"),
    "steps-numbered": ("unnumbered-steps",),
}
LABELS = {
    "name-used": {"fa": "نام مشتری آمده", "en": "uses the customer's name"},
    "thanks-given": {"fa": "تشکر کرده", "en": "says thanks"},
    "understanding-shown": {"fa": "نشان داده که مشکل را فهمیده", "en": "shows understanding"},
    "apology-made": {"fa": "عذرخواهی کرده", "en": "apologises"},
    "reason-given": {"fa": "دلیل را گفته", "en": "gives the reason"},
    "alternative-offered": {"fa": "راه دیگری پیش پا گذاشته", "en": "offers an alternative"},
    "next-step-named": {"fa": "قدم بعدی روشن است", "en": "names the next step"},
    "promise-made": {"fa": "کاری را به عهده گرفته", "en": "takes something on"},
    "more-help-offered": {"fa": "کمک بیشتر را پیشنهاد کرده", "en": "offers more help"},
    "steps-numbered": {"fa": "مرحله‌ها شماره دارند", "en": "numbers the steps"},
}


def strengths(reply: Reply, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Returns the names of what was done well (keys of `LABELS`), in a fixed order.

    A strength is not claimed where a finding of the matching family says the opposite: an apology that dodges is none.
    A hint is not sure enough to say so.
    """
    families = {finding.family for finding in findings if finding.severity != "hint"}
    acts = {act.name for act in reply.acts}
    shown = {strength for act, strength in _ACTS.items() if act in acts}
    if _numbered(reply) >= 2:
        shown.add("steps-numbered")
    if _name_used(reply):
        shown.add("name-used")
    return tuple(name for name in LABELS if name in shown and families.isdisjoint(_AGAINST.get(name, ())))


def _numbered(reply: Reply) -> int:
    text = reply.document.text
    return sum(b.kind == "list-item" and text[b.start : b.end].lstrip()[:1].isdigit() for b in reply.document.blocks)


def _name_used(reply: Reply) -> bool:
    """Whether the reply addresses the customer by name, or has a word of the name in its first two sentences."""
    customer = names.person(reply.context.customer_name or "")
    if customer is None:
        return False
    _, address = addressed(reply.document, customer)
    if address and address.name and address.kind == "name":
        return names.same([word.key for word in names.words(reply.document, *address.name)], customer)
    # «امید» is a name and a word, so is Will
    sure = set(customer.keys) - names.lists("fa").also_words - names.lists("en").also_words
    return any(word.key in sure for words in islice(names.body(reply.document), 2) for word in words)
