"""Who is addressed: one greeting per line, with what a reader would say of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.counting import LINEAR, growth
from tonelint.kinds import Check, missing_name, wrong_name
from tonelint.kinds.addressing import addressed
from tonelint.languages.base import Language
from tonelint.languages.en.language import ENGLISH
from tonelint.languages.fa.language import PERSIAN
from tonelint.languages.names import person
from tonelint.text import document
from tonelint.types import Context, Match, Reply, Rule

LANGUAGES: dict[str, Language] = {"fa": PERSIAN, "en": ENGLISH}
RULE = Rule("r", "r", "r", "personal", "warning", {}, {}, params={"channels": ("email",), "friendly": ("there",)})
MISSING = missing_name.compile(RULE, None)
WRONG = wrong_name.compile(RULE, None)


def found(check: Check, text: str, **context: str) -> list[Match]:
    return list(check(Reply(document.read(text, LANGUAGES), (), Context(**context))))


def pieces(check: Check, text: str, **context: str) -> list[str]:
    return [text[m.start : m.end] for m in found(check, text, **context)]


def kind(text: str, customer: str = "") -> str:
    address = addressed(document.read(text, LANGUAGES), person(customer))[1]
    return address.kind if address else ""


PERSIAN_NAMES = [
    "سلام خانم کوهستانی",
    "سلام آقاي کوهستانی عزیز",
    "جناب آقای دکتر کوهستانی",
    "سرکار خانم کوهستانی، با سلام",
    "رعنا خانم سلام",
    "رعنا جان، سلام",
    "سلام رعنا جان",
    "سلام رعنا، رسید رسید.",
    "سلام به رعنای عزیز",
    "سلام و وقت بخیر آقای کوهستانی",
    "با سلام خدمت سرکار خانم کوهستانی",
    "آقا بهزاد سلام",
    "سلام\nآقای کوهستانی گرامی",
    "کوهستانی عزیز سلام",
    "رعنا سلام",
    "سلام آقای گرامی",
    "🌹 رعنا جان سلام",
    "سلام Sara جان",
    "سلام سیدرضا، خوبید؟",
    "سلام آقای کوهستانی ممنون که نوشتید",
    "سلام خانم‌ کوهستانی‌نژاد",
    "<p>سلام خانم کوهستانی</p>",
]
PERSIAN_GENERIC = [
    "مشتری گرامی",
    "کاربر عزیز سلام",
    "سلام مشترک محترم",
    "با سلام خدمت مسافر گرامی",
    "بیمه‌گذار محترم",
    "بیمه گذار محترم",
    "نویسنده ی گرامی",
    "نویسندگان گرامی",
    "دوستان عزیز",
    "سلام دوست عزیز",
    "هم‌وطن گرامی",
    "سلام آقای محترم",
    "سلام خانم، وقت بخیر",
    "کارفرمای گرامی",
    "متخصص گرامی",
    "خریداران محترم",
    "✅ کاربر گرامی پرداخت شما انجام شد",
]
ENGLISH_NAMES = [
    "Hi Wanda,",
    "hi wanda,",
    "HI WANDA,",
    "Hello Wanda thanks for the photo",
    "Dear Ms Quillfeather,",
    "Dear Mr. O'Hara,",
    "Good morning, Wanda!",
    "Dear J. van der Meer,",
    "Hi Anne-Marie,",
    "Hey lenaK,",
    "Hi tomas-r,",
    "Hi Acme team,",
    "Hi both,",
    "Wanda, thanks for the photo.",
    "Hi there Wanda,",
    "Hello and good morning Wanda,",
    "Dear Mr and Mrs Quillfeather,",
    "@wanda thanks for the photo",
    "Hi @wanda,",
    "Hi May,",
    "Hi Hope, thanks.",
    "Dear Siobh&aacute;n,",
    "Thanks Wanda, got it.",
    "Hi&nbsp;Wanda,",
    "Dear Li Wei,",
    "Hi 美咲,",
    "📌 Hi Wanda,",
    "Hi Zoë!",
    "Subject: your photo\n\nHi Wanda,",
]
ENGLISH_GENERIC = [
    "Dear customer,",
    "Dear Customer,",
    "Dear valued guest,",
    "Dear Sir or Madam,",
    "Dear Sir/Madam,",
    "Dear madam,",
    "Hi there,",
    "Hi all,",
    "Hello team,",
    "To whom it may concern,",
    "Hi there!",
    "Hello, dear customer!",
    "Dear cardholder,",
    "Valued customer,",
    "Dear Acme customer,",
    "Hi everyone, thanks.",
]
NOBODY = [
    "Hi, Tom here from support.",
    "Hello, thanks for the photo.",
    "Hi! Your photo arrived.",
    "Good afternoon.",
    "Hi Thanks for writing",
    "Hello, great news: it is here.",
    "Hi, my name is Tom.",
    "سلام، وقت بخیر",
    "با سلام و احترام",
    "سلام ممنون که نوشتید",
    "سلام، سفارش شما رسید.",
]


@pytest.mark.parametrize("text", PERSIAN_NAMES + ENGLISH_NAMES)
def test_somebody_is_addressed_by_name(text: str) -> None:
    assert kind(text) == "name"


@pytest.mark.parametrize("text", PERSIAN_GENERIC + ENGLISH_GENERIC)
def test_everybody_is_addressed(text: str) -> None:
    assert kind(text) == "generic"


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_addressed(text: str) -> None:
    assert kind(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "سلام {نام}",
        "{{نام}} عزیز",
        "سلام آقای {family}",
        "%نام مشتری% سلام",
        "Hi {{first_name}},",
        "Dear Mr [Last Name],",
    ],
)
def test_a_placeholder_counts_as_a_name(text: str) -> None:
    assert kind(text) == "placeholder"


def test_what_names_somebody_further_down_counts_too() -> None:
    assert not found(MISSING, "Hello! Thanks, Wanda, the photo helped.", channel="email")
    assert not found(
        MISSING, "Good morning. The photo that Quillfeather sent is here.", customer_name="W. Quillfeather"
    )
    assert pieces(MISSING, "Good morning. The photo is here.\n\nThanks, Wanda", channel="email") == ["Good morning"]


def test_where_no_name_is_expected() -> None:
    for context in (
        {"channel": "sms"},
        {"channel": "chat"},
        {"channel": "social"},
        {"channel": "email", "turn": "follow-up"},
    ):
        assert not found(MISSING, "Dear customer, the photo is here.", **context)
    for text in ("", " \n", "The photo is here.", "🌹", "The photo. It is. Here, see."):
        assert not found(MISSING, text)
    assert not found(MISSING, "Hi Wanda, it is here.\n\n> Dear customer,\n> it is not here.", channel="email")


@pytest.mark.parametrize(
    ("text", "context", "rewrites"),
    [
        ("Dear customer, it is here.", {}, (("Dear ⟨customer's name⟩", "idea"),)),
        ("Dear customer, it is here.", {"stage": "saved-reply"}, (("Dear {{customer_name}}", "idea"),)),
        ("Dear customer, %day% it is.", {"stage": "saved-reply"}, (("Dear %customer_name%", "idea"),)),
        ("Hello! It is here.", {"customer_name": "Wanda Quill"}, (("Hello Wanda", "review"), ("Hello Wanda Quill", "review"))),
        ("Hello! It is here.", {"customer_name": "Ms Quill"}, (("Hello Ms Quill", "review"),)),
        ("Your form is here. We read it. All is well.", {"customer_name": "Wanda"}, (("Hi Wanda, your", "review"),)),
        ("It is here.\nThat is all.", {"customer_name": "Wanda"}, (("Hi Wanda,\n\nIt", "review"),)),
        ("مشتری گرامی، مدارک ناقص می‌باشد.", {"customer_name": "رعنا کوهستانی"}, (("رعنا کوهستانی گرامی", "review"),)),
        ("Hello! It is here.", {"customer_name": "wanda_84"}, (("Hello ⟨customer's name⟩", "idea"),)),
        ("مشتری گرامی، رسید.", {"customer_name": "رعنا کوهستانی"}, (("رعنا کوهستانی عزیز", "review"),)),
        ("مشتری گرامی، رسید.", {"customer_name": "سینا"}, (("سینا", "review"),)),
        ("سلام. رسید.", {"customer_name": "خانم رعنا کوهستانی"}, (("سلام خانم کوهستانی", "review"),)),
        ("سلام. رسید.", {"stage": "saved-reply"}, (("سلام {{نام مشتری}}", "idea"),)),
    ],
)
def test_how_to_address(text: str, context: dict[str, str], rewrites: tuple[tuple[str, str], ...]) -> None:
    assert [match.rewrites for match in found(MISSING, text, channel="email", **context)] == [rewrites]


@pytest.mark.parametrize(
    ("text", "customer", "flagged", "right"),
    [
        ("Hi Wanad, it is here.", "Wanda Quill", "Wanad", "Wanda"),
        ("Hi Martin, it is here.", "Wanda Quill", "Martin", "Wanda"),
        ("Dear Ms Quail, it is here.", "Wanda Quill", "Quail", "Quill"),
        ("Dear Martin Berg, it is here.", "Wanda Quill", "Martin Berg", "Wanda Quill"),
        ("Dear Martin, it is here.", "Ms Quill", "Martin", "Ms Quill"),
        ("It is here. Thanks, Martin, for the photo.", "Wanda Quill", "Martin", "Wanda"),
        ("سلام بهزاد جان", "رعنا کوهستانی", "بهزاد", "رعنا"),
        ("سلام خانم کوهستان", "خانم کوهستانی", "کوهستان", "کوهستانی"),
        ("جناب آقای فرهمند\nبا سلام", "آقای بهزاد کوهستانی", "فرهمند", "کوهستانی"),
        ("سلام. رسید. ممنون بهزاد جان", "رعنا کوهستانی", "بهزاد", "رعنا"),
        ("سلام آقای بهزاد کوهسانی، رسید.", "بهزاد کوهستانی", "بهزاد کوهسانی", "کوهستانی"),
        ("Dear Anna Mayer, it is here.", "Anna Meyer", "Anna Mayer", "Anna Meyer"),
    ],
)
def test_a_wrong_name(text: str, customer: str, flagged: str, right: str) -> None:
    (match,) = found(WRONG, text, customer_name=customer)
    assert text[match.start : match.end] == flagged
    assert match.rewrites == ((right, "review"),)


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("Hi Wanda,", "wanda quill"),
        ("Hi Quill,", "Wanda Quill"),
        ("Hi Quill Wanda,", "Wanda Quill"),
        ("Hi W. Quill,", "Wanda Quill"),
        ("Hi Bob,", "Robert Quill"),
        ("Hi Sam,", "Samantha Quill"),
        ("Hi Anne Marie,", "Anne-Marie Quill"),
        ("Hi Sinead,", "Sinéad"),
        ("Hi Martin,", "wanda_84"),
        ("Hi Martin,", "jqr"),
        ("Hi Martin,", "Northwind GmbH"),
        ("Hi Martin,", "شرکت کوهستان"),
        ("Hi Martin,", "رعنا کوهستانی"),
        ("Hi, Martin here from support.", "Wanda"),
        ("Martin here. It is done.", "Wanda"),
        ("Hi Wanda, Martin will call.", "Wanda"),
        ("Hi Wanda,\n\nit is here.\n\nThanks,\nMartin", "Wanda"),
        ("Thanks, Martin", "Wanda"),
        ("Hi there,", "Wanda"),
        ("Dear customer,", "Wanda"),
        ("Hi all,", "Wanda"),
        ("Hi both,", "Wanda"),
        ("Hi Acme team,", "Acme Ltd"),
        ("Hi Wanda and Martin,", "Wanda Quill"),
        ("Hi {{first_name}},", "Wanda"),
        ("> Hi Martin,\n\nHi Wanda,", "Wanda"),
        ("Hello Thanks for the photo,", "Wanda"),
        ("سلام خانم کوهستانی عزیز", "خانم رعنا کوهستانی"),
        ("سلام رعنای عزیز", "رعنا"),
        ("آقای علی رضا نیک روش سلام", "علیرضا نیک‌روش"),
        ("سلام رضا جان", "علیرضا نیک‌روش"),
        ("سلام آقاي نيك‌روش", "نیک‌روش"),
        ("سلام، خانم کوهستانی از واحد مالی زنگ می‌زند.", "بهزاد"),
        ("سلام، بهزاد هستم.", "رعنا"),
        ("سلام رعنا جان", "Rana Kay"),
        ("سلام وقت بخیر", "رعنا"),
        ("مشتری گرامی", "رعنا"),
        ("سلام رعنا جان، به بهزاد گفتم.", "رعنا"),
        ("بهزاد از پشتیبانی هستم.", "رعنا"),
    ],
)
def test_no_wrong_name(text: str, customer: str) -> None:
    assert pieces(WRONG, text, customer_name=customer) == []


def test_a_name_that_is_explained_is_not_wrong() -> None:
    assert not found(WRONG, "Hi Lou,", customer_name="Wanda Quill", customer_message="Where is it?\nBest, Lou")
    assert not found(WRONG, "Hi, thanks. Yes, Martin.", customer_name="Wanda", agent_name="Martin Berg")
    assert not found(WRONG, "Hi Martin,")


@given(st.text(), st.text(max_size=20))
def test_any_text_can_be_read(text: str, customer: str) -> None:
    for check in (MISSING, WRONG):
        for greeting in ("", "Hi ", "سلام "):
            for match in found(check, greeting + text, customer_name=customer, channel="email"):
                assert 0 <= match.start < match.end <= len(greeting + text)


@pytest.mark.parametrize(
    "piece", ["Sara, ", "سارا جان، ", "Hi ", "Mr and ", "و ", "&a", "ا\u0301", "a-", "{name} ", "dear customer or "]
)
def test_cost_is_linear(piece: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        read = Reply(
            document.read("Hi, " + piece * times, LANGUAGES), (), Context(customer_name="Wanda Quill", channel="email")
        )
        return lambda: [list(check(read)) for check in (MISSING, WRONG)]

    assert growth(prepare, 500) < LINEAR
