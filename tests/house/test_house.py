"""A team's house style: each part in both languages with near misses, mistakes with their places, precedence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tonelint.config import Settings, load
from tonelint.errors import ConfigError, TextError, UsageError
from tonelint.linter import Linter, rulebook
from tonelint.types import Finding

EXAMPLE = Path(__file__).parents[2] / "examples" / "house" / "house.yaml"
LINTER = Linter(Settings(house=str(EXAMPLE)))


def findings(linter: Linter, text: str, **fields: str) -> list[Finding]:
    return [f for f in linter.check(text, None, **fields).findings if f.rule.startswith("house-")]


def pieces(text: str, **fields: str) -> list[tuple[str, str]]:
    return [(f.rule.removeprefix("house-"), text[slice(*f.span)]) for f in findings(LINTER, text, **fields)]


def offers(text: str, **fields: str) -> list[str]:
    return [rewrite.text for f in findings(LINTER, text, **fields) for rewrite in f.rewrites]


def house(**parts: Any) -> Linter:
    return Linter(Settings(house=parts))


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("Please be informed that the bike is here.", ["Please be informed"], []),
        ("We utilised a new chain.", ["utilised"], ["used"]),
        ("She is utilizing the old one.", ["utilizing"], ["using"]),
        ("Both tickets are closed now.", ["tickets"], ["requests"]),
        ("Your Ticket is closed now.", ["Ticket"], ["Your request"]),
        ("به استحضار می‌رساند دوچرخه رسید.", ["به استحضار می‌رساند"], []),
        ("چرخ را عوض نمودیم.", ["نمودیم"], ["کردیم"]),
        ("مکاتبه‌های شما را خواندم.", ["مکاتبه‌های"], ["گفت‌وگوهای"]),
        ("مکاتبه شما را خواندم.", ["مکاتبه"], ["گفت‌وگو"]),
    ],
)
def test_avoid(text: str, found: list[str], offered: list[str]) -> None:
    assert pieces(text) == [("avoid", piece) for piece in found]
    assert offers(text) == offered


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("I send it right away.", ["right away"], ["today"]),
        ("We are terminating the lease.", ["terminating"], ["closing"]),
        ("Both push bikes are here.", ["push bikes"], ["bicycles"]),
        ("در اسرع وقت می‌فرستم.", ["در اسرع وقت"], ["همین امروز"]),
        ("توچرخه‌هایتان رسید.", ["توچرخه‌هایتان"], ["دوچرخه‌هایتان"]),
    ],
)
def test_prefer(text: str, found: list[str], offered: list[str]) -> None:
    assert pieces(text) == [("prefer", piece) for piece in found]
    assert offers(text) == offered


@pytest.mark.parametrize(
    "text",
    [
        "You informed us on Monday, and the bike is here.",
        "The utility room is on the left.",
        "Press “Ticket” and then “Utilize”.",
        "Turn right, away from the river.",
        "Push the bike to the door.",
        "نمونه‌ی رنگ رسید و مکتوب شد.",
        "روی دکمه‌ی «مکاتبه» بزنید.",
        "دوچرخه‌تان رسید، وقت تحویل امروز است.",
    ],
)
def test_near_misses_of_words(text: str) -> None:
    assert pieces(text) == []


def test_the_reason_and_the_better_word_are_said() -> None:
    texts = ["We utilized it.", "I send it right away.", "We terminated it."]
    assert [f.message for text in texts for f in findings(LINTER, text)] == [
        "Your style guide avoids “utilized” (plain words).",
        "Your style guide has another word for “right away”: today.",
        "Your style guide has another word for “terminated”: close.",
    ]


def test_nouns_that_would_be_spelt_anew_have_no_rewrite() -> None:
    linter = house(avoid={"en": [{"match": "ticket+", "use": "query+"}, {"match": "policy+", "use": "rule+"}]})
    found = findings(linter, "Your tickets and your ticket. Our policies and our policy.")
    assert [[rewrite.text for rewrite in f.rewrites] for f in found] == [[], ["query"], [], ["rule"]]


def test_use_may_be_a_list_a_gap_or_nothing() -> None:
    entries = [{"match": "kindly", "use": ""}, {"match": "soon", "use": ["by noon", "⟨day⟩"]}]
    found = findings(house(avoid={"en": entries}), "We kindly call you soon.")
    assert [[r.text for r in f.rewrites] for f in found] == [[""], ["by noon", "⟨day⟩"]]


def test_captures_of_the_phrase_can_be_used() -> None:
    linter = house(avoid={"en": [{"match": "make use of x=(_)", "use": "use {x}"}]})
    assert [r.text for f in findings(linter, "We make use of oil.") for r in f.rewrites] == ["use oil"]


@pytest.mark.parametrize(
    ("address", "text", "found"),
    [
        ("شما", "سلام مریم، سفارشت رو فرستادم.", ["سفارشت"]),
        ("شما", "سفارش شما را فرستادم؛ رسیدش را نگاه کن.", ["کن"]),
        ("شما", "سفارش شما را فرستادم؛ رسیدش را نگاه کنید.", []),
        ("شما", "نوشته بودید «سفارشم رو زود بفرست»؛ فرستادم.", []),
        ("شما", "تو سایت هم هست.", []),
        ("تو", "سلام مریم، سفارش شما را فرستادم.", ["شما"]),
        ("تو", "سفارشت رو فرستادم؛ نگاه کن.", []),
        ("تو", "سفارشت رو فرستادم؛ نگاه کنید.", ["کنید"]),
        ("شما", "You can have it, dear.", []),
    ],
)
def test_address(address: str, text: str, found: list[str]) -> None:
    linter = house(address=address)
    assert [text[slice(*f.span)] for f in findings(linter, text)] == found
    assert all("«" + address + "»" in f.message for f in findings(linter, text))


def test_with_an_address_the_mixture_is_not_said_again() -> None:
    text = "سلام مریم، سفارشت رو فرستادم؛ اگر مشکلی بود به شما زنگ می‌زنیم."
    mixture = [f.rule for f in Linter().check(text).findings if f.rule == "register-address"]
    ours = [f.rule for f in house(address="تو").check(text).findings if "address" in f.rule]
    assert mixture == ["register-address"] and ours == ["house-address"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call us on 021-88112233.", []),
        ("Call us on 02188112233.", ["02188112233"]),
        ("Call us on (021) 8811 2233 any time.", ["(021) 8811 2233"]),
        ("Call us on +98 21 8811 2233.", ["+98 21 8811 2233"]),
        ("Call 555-123-4567.", ["555-123-4567"]),
        ("Call 8811 2233.", ["8811 2233"]),
        ("با ۰۲۱-۸۸۱۱۲۲۳۳ تماس بگیرید.", []),
        ("با ۰۲۱۸۸۱۱۲۲۳۳ تماس بگیرید.", ["۰۲۱۸۸۱۱۲۲۳۳"]),
        ("شماره تماس 09121234567 است.", ["09121234567"]),
        ("Your order 0218811223 is on its way.", []),
        ("Your order number 0218811223 is on its way.", []),
        ("کد ملی شما 0218811223 است.", []),
        ("کد رهگیری: 00218811223", []),
        ("Call between 10:30 and 14:00 on 05.12.2026.", []),
        ("It came on 2026-05-12 for 88112233 people.", []),
        ("See https://example.com/02188112233 for more.", []),
    ],
)
def test_phone(text: str, found: list[str]) -> None:
    assert [piece for rule, piece in pieces(text) if rule == "phone"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs 1,250,000 toman.", []),
        ("It costs 1250000 toman.", ["1250000"]),
        ("It costs 1.250.000 toman.", ["1.250.000"]),
        ("It costs 1 250 000 toman.", ["1 250 000"]),
        ("It costs €1250.", ["1250"]),
        ("It costs 950 euros.", []),
        ("مبلغ ۱٬۲۵۰٬۰۰۰ تومان برگشت.", []),
        ("مبلغ ۱۲۵۰۰۰۰ تومان برگشت.", ["۱۲۵۰۰۰۰"]),
        ("مبلغ ۱/۲۵۰/۰۰۰ ریال برگشت.", ["۱/۲۵۰/۰۰۰"]),
        ("سفارش ۱۲۵۰۰۰۰ در سال ۱۴۰۳ ثبت شد.", []),
        ("Order 1250000 of 2026 is here.", []),
    ],
)
def test_number(text: str, found: list[str]) -> None:
    assert [piece for rule, piece in pieces(text) if rule == "number"] == found


def test_the_right_form_is_shown() -> None:
    found = findings(LINTER, "Call us on 02188112233.")
    assert [f.message for f in found] == ["Your team writes phone numbers like 021-88112233, not “02188112233”."]


@pytest.mark.parametrize(
    ("text", "fields", "found"),
    [
        ("The PDI is on Monday.", {}, [("acronym", "PDI")]),
        ("The pdi is on Monday.", {}, []),
        ("There is a soft hold on it.", {}, [("jargon", "soft hold")]),
        ("The PDI (the last check) is on Monday.", {}, []),
        ("The PDI is on Monday.", {"customer_message": "when is the PDI?"}, []),
        ("The soft cushion is on hold.", {}, []),
        ("پی‌دی‌آی دوشنبه است.", {}, [("jargon", "پی‌دی‌آی")]),
        ("رزرو نرم (نوبت دوروزه) دارید.", {}, []),
    ],
)
def test_jargon(text: str, fields: Mapping[str, str], found: list[tuple[str, str]]) -> None:
    assert pieces(text, **fields) == found


def test_a_term_is_explained_or_replaced() -> None:
    assert offers("پی‌دی‌آی دوشنبه است.") == ["پی‌دی‌آی (بازبینی پیش از تحویل)", "بازبینی پیش از تحویل"]


@pytest.mark.parametrize("text", ["The webhooks fire again.", "The RCA follows on Monday.", "سفارش شما پندینگ است."])
def test_customer_words_are_no_jargon(text: str) -> None:
    assert "jargon" in [f.family for f in Linter().check(text).findings]
    assert "jargon" not in [f.family for f in LINTER.check(text).findings]


def test_customer_words_in_capitals_are_no_unknown_acronyms() -> None:
    text = "The CRQ and the TPM are here."
    linter = house(customer_words={"en": ["CRQ"]})
    assert [text[slice(*f.span)] for f in linter.check(text).findings if f.family == "jargon"] == ["TPM"]


LONG = "We put the new chain on this morning and then we washed the frame and oiled the brakes for you as well."
LONG_FA = "امروز صبح زنجیر تازه را روی دوچرخه‌ی شما انداختیم و بعد بدنه را شستیم و ترمزها را هم روغن زدیم تا نرم شوند."


@pytest.mark.parametrize("text", [LONG, LONG_FA])
def test_limits_are_those_of_the_channel(text: str) -> None:
    def rules(linter: Linter, channel: str) -> set[str]:
        return {f.rule for f in linter.check(text, channel=channel).findings if f.family == "length"}

    assert rules(LINTER, "chat") == {"long-sentence"}
    assert rules(LINTER, "email") == rules(LINTER, "sms") == rules(Linter(), "chat") == set()
    assert rules(house(limits={"chat": {"reply": "19"}}), "chat") == {"house-reply"}
    assert rules(house(limits={"chat": {"paragraph": 19}}), "chat") == {"long-paragraph"}
    assert rules(house(limits={"chat": {"paragraph": 19}}), "email") == set()


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("Hi {{frist_name}}, it is here.", ["{{frist_name}}"], ["{{first_name}}"]),
        ("Hi {{ First Name }}, order {{order-number}} is here.", [], []),
        ("Order [[ order_nr ]] is here.", ["[[ order_nr ]]"], ["[[ order_number ]]"]),
        ("Hi {{mood}}, it is here.", ["{{mood}}"], []),
        ("سلام {{نام مشتري}}، رسید.", [], []),
        ("سلام {{نام مشترک}}، رسید.", ["{{نام مشترک}}"], ["{{نام مشتری}}"]),
    ],
)
def test_placeholders_of_saved_replies(text: str, found: list[str], offered: list[str]) -> None:
    assert pieces(text, stage="saved-reply") == [("placeholder", piece) for piece in found]
    assert offers(text, stage="saved-reply") == offered
    assert pieces(text) == []


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("{% if frist_name %}Hi{% endif %}", ["{% if frist_name %}"], ["{% if first_name %}"]),
        ("{% if first_name and order_number == 'x' %}Hi{% else %}Hello{% endif %}", [], []),
        ("{% for one in order_number %}{{one.price}}{% endfor %}", [], []),
        ("{{#if frist_name}}Hi{{/if}}", ["{{#if frist_name}}"], ["{{#if first_name}}"]),
        (
            'Hi {{frist_name | default: "there"}},',
            ['{{frist_name | default: "there"}}'],
            ['{{first_name | default: "there"}}'],
        ),
        ("Hi {%frist_name,fallback=there%},", ["{%frist_name,fallback=there%}"], ["{%first_name,fallback=there%}"]),
        ("Hi #{first_name}, %s and ____.", [], []),
        ("Type {# the frist_name #} here.", [], []),
    ],
)
def test_variables_of_conditions_and_filters(text: str, found: list[str], offered: list[str]) -> None:
    for stage in ("saved-reply", "auto-reply"):
        assert [piece for rule, piece in pieces(text, stage=stage) if rule == "placeholder"] == found
    assert offers(text, stage="saved-reply") == offered


def test_what_is_not_set_is_silent() -> None:
    plain, empty = rulebook(Settings()), rulebook(Settings(house={}))
    assert empty == plain


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("avoids:\n  en: [x]", '1:1: the key "avoids" is unknown; did you mean "avoid"?'),
        ("avoid:\n  de: [x]", '2:3: the key "de" is unknown; known are: fa, en'),
        ("avoid:\n  en: [x, '(y']", "2:11: in the phrase “(y”, character 1: “(” is not closed"),
        (
            "avoid:\n  en:\n    - {match: x, uses: y}",
            '3:18: the key "uses" is unknown; did you mean "use"?',
        ),
        (
            "avoid:\n  en:\n    - {utilize}",
            '3:7: a phrase or a mapping with "match" has to stand here; quote a phrase that begins with {',
        ),
        (
            "avoid:\n  en:\n    - {match: x, use: '{y}'}",
            "3:23: {y} is not captured; write y=(…) in the phrase",
        ),
        ("prefer:\n  en: [x]", "2:7: a mapping (key: value) has to stand here, not a list"),
        (
            "prefer:\n  en:\n    x: ''",
            "3:8: what to write instead has to stand here; words without it belong under avoid",
        ),
        ("address: you", '1:10: "you" is unknown here; known are: تو, شما'),
        ("phone: {pattern: '\\d+'}", '1:8: the key "example" is missing'),
        ("phone:\n  pattern: '\\d+'\n  example: 0-1", "3:12: the example does not match the pattern \\d+"),
        (
            "number:\n  pattern: '(\\d+'\n  example: 12",
            "2:12: this is no regular expression that can be used: missing ) at position 4",
        ),
        ("jargon:\n  en: {x: }", "2:11: a text is missing here"),
        (
            "customer_words:\n  en: ['@nowhere']",
            "2:8: in the phrase “@nowhere”, character 1: there is no word set “nowhere”",
        ),
        ("limits:\n  chta: {reply: 9}", '2:3: the key "chta" is unknown; did you mean "chat"?'),
        ("limits:\n  chat: {replies: 9}", '2:10: the key "replies" is unknown; did you mean "reply"?'),
        ("limits:\n  chat: {reply: many}", '2:17: a whole number from 1 to 9999 has to stand here, not "many"'),
        ("placeholders: name", "1:15: a list has to stand here, not a text; write [ … ] or lines that begin with -"),
        (
            "address: &a شما",
            '1:10: "&a" is an anchor to YAML, which is not allowed here; a text that begins with & needs quotes',
        ),
    ],
)
def test_mistakes_have_a_place(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        rulebook(Settings(house=str(file)))
    assert str(caught.value) == f"{file}:{sentence}"


def test_mistakes_in_a_mapping_are_said_without_a_place() -> None:
    with pytest.raises(ConfigError) as caught:
        house(adress="شما")
    assert str(caught.value) == 'house: the key "adress" is unknown; did you mean "address"?'


def test_a_file_that_is_missing_is_a_text_error() -> None:
    with pytest.raises(TextError, match=r"gone\.yaml: cannot be read"):
        Linter(Settings(house="gone.yaml"))


def test_the_settings_name_the_file_from_their_own_folder(tmp_path: Path) -> None:
    (tmp_path / "tonelint.yaml").write_text("house: ours.yaml\n", "utf-8")
    (tmp_path / "ours.yaml").write_text("avoid: {en: [gizmo]}\n", "utf-8")
    settings = load(tmp_path / "tonelint.yaml")
    assert settings.house == str(tmp_path / "ours.yaml")
    assert [f.rule for f in findings(Linter(settings), "The gizmo is here.")] == ["house-avoid"]


def test_severities_of_the_settings_go_before_the_house() -> None:
    style = {"avoid": {"en": ["gizmo"]}, "prefer": {"en": {"gadget": "bell"}}}
    text = "The gizmo and the gadget are here."
    severe = Linter(Settings(house=style, severity={"house-avoid": "error", "house-prefer": "off"}))
    assert [(f.rule, f.severity) for f in findings(severe, text)] == [("house-avoid", "error")]
    assert [f.rule for f in findings(Linter(Settings(house=style, only=("house-prefer",))), text)] == ["house-prefer"]
    assert [f.rule for f in findings(Linter(Settings(house=style, off=("house-prefer",))), text)] == ["house-avoid"]


def test_a_rule_whose_part_is_not_set_does_not_exist() -> None:
    with pytest.raises(UsageError, match="house-phone"):
        Linter(Settings(house={"address": "شما"}, severity={"house-phone": "hint"}))


def test_the_mixture_can_be_asked_for_beside_the_address() -> None:
    text = "سلام مریم، سفارشت رو فرستادم؛ اگر مشکلی بود به شما زنگ می‌زنیم."
    linter = Linter(Settings(house={"address": "تو"}, severity={"register-address": "hint"}))
    assert {f.rule for f in linter.check(text).findings if "address" in f.rule} == {"house-address", "register-address"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("برای تو کنار گذاشتم.", ["تو"]),
        ("تو می‌توانی فردا هم بیایی.", ["تو"]),
        ("ممنونیم از تو.", ["تو"]),
        ("تو را به خاطر دارم.", ["تو"]),
        ("بسته تو انبار است.", []),
        ("تو سایت هم هست.", []),
        ("پول تو حسابتان نشست.", []),
        ("پیک رفت تو.", []),
        ("نوشته بودید «با تو نیستم».", []),
    ],
)
def test_you_is_not_in(text: str, found: list[str]) -> None:
    """«تو» is “you”, and in speech “in”."""
    assert [text[slice(*f.span)] for f in findings(house(address="شما"), text)] == found


@pytest.mark.parametrize(
    ("avoid", "text", "built_in"),
    [
        ({"fa": ["متأسفانه"]}, "متأسفانه سایز شما تمام شده است.", "unfortunately"),
        ({"en": ["unfortunately"]}, "Unfortunately your size has sold out.", "unfortunately"),
    ],
)
def test_one_finding_where_a_team_and_a_rule_mean_the_same_word(avoid: Any, text: str, built_in: str) -> None:
    assert built_in in {f.rule for f in Linter().check(text).findings}
    rules = {f.rule for f in house(avoid=avoid).check(text).findings}
    assert "house-avoid" in rules and built_in not in rules
