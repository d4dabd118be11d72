"""What is said of saved replies only together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.counting import LINEAR, growth
from tonelint.collection import notes
from tonelint.config.settings import Settings
from tonelint.formats import Draft, replies
from tonelint.linter import Linter
from tonelint.report import Report

LINTER = Linter()
LATE = "Hi {{name}}, your parcel left our house this morning and is with you on Friday. Just reply here if it is not."
LATE_FA = "سلام {{name}}، بسته‌ی شما امروز صبح راه افتاد و جمعه به دستتان می‌رسد. اگر نرسید، همین‌جا بنویسید."
OTHER = "Hi {{name}}, we have put the new address on your account. The next bill goes there, nothing else changes."
OTHER_FA = "سلام {{name}}، نشانی تازه را در حساب شما نوشتیم. صورت‌حساب بعدی به همان‌جا می‌آید و چیز دیگری عوض نمی‌شود."


def checked(files: Mapping[str, str], stage: str = "saved-reply") -> list[tuple[Draft, Report]]:
    drafts = [draft for path, text in files.items() for draft in replies(text, path)]
    return [(draft, LINTER.check(draft.text, None, **{"stage": stage, **draft.context})) for draft in drafts]


def told(files: Mapping[str, str], kind: str, stage: str = "saved-reply") -> list[str]:
    return [str(note) for note in notes(checked(files, stage)) if note.kind == kind]


def test_doubles_are_named_once() -> None:
    near = LATE.replace("Friday", "Monday").replace("{{name}}", "{{first_name}}")
    files = {
        "a.txt": LATE,
        "b.txt": OTHER,
        "c.txt": near,
        "d.txt": LATE,
        "e.txt": LATE_FA,
        "f.txt": LATE_FA.replace("جمعه", "شنبه"),
    }
    assert told(files, "double") == [
        "c.txt:1: “c” says nearly the same (74%) as “a” (a.txt:1); one of them is enough",
        "d.txt:1: “d” says the same as “a” (a.txt:1); one of them is enough",
        "f.txt:1: “f” says nearly the same (67%) as “e” (e.txt:1); one of them is enough",
    ]


@pytest.mark.parametrize("other", ["Thanks!", OTHER, LATE_FA, LATE[: len(LATE) // 2]])
def test_others_are_no_doubles(other: str) -> None:
    assert told({"a.txt": LATE, "b.txt": other}, "double") == []
    assert told({"a.txt": "Thanks!", "b.txt": "Thanks!"}, "double") == []


def test_spelling_makes_no_other_reply() -> None:
    assert len(told({"a.txt": LATE_FA, "b.txt": LATE_FA.replace("ی", "ي").replace("\u200c", "")}, "double")) == 1
    assert len(told({"a.txt": LATE, "b.txt": LATE.upper().replace("{{NAME}}", "[Name]")}, "double")) == 1


def test_drafts_may_be_alike() -> None:
    assert notes(checked({"a.txt": LATE, "b.txt": LATE}, "draft")) == []


LAYOUTS = [
    ("fa/late.md", "en/late.md", "en/address.md", "address"),
    ("macros/fa-IR/late.txt", "macros/en_US/late.txt", "macros/en_US/address.txt", "address"),
    ("late.fa.txt", "late.en.txt", "address.en.txt", "address.en"),
    ("fa_late.txt", "en_late.txt", "en_address.txt", "en_address"),
]


@pytest.mark.parametrize(("persian", "english", "alone", "name"), LAYOUTS)
def test_a_reply_in_one_language_only(persian: str, english: str, alone: str, name: str) -> None:
    pair = {persian: LATE_FA, english: LATE}
    assert told(pair, "one-language") == []
    assert told({**pair, alone: OTHER}, "one-language") == [
        f"{alone}:1: “{name}” is in English only; others here are in Persian too"
    ]
    assert told({english: LATE, alone: OTHER}, "one-language") == []


def test_the_languages_of_records() -> None:
    def file(*names: str) -> dict[str, str]:
        texts = {"fa": LATE_FA, "en": LATE}
        rows = [
            f"- {{name: {name}, language: {code}, body: {texts[code]!r}}}"
            for name, code in (n.split("/") for n in names)
        ]
        return {"replies.yml": "\n".join(["replies:", *rows, ""])}

    assert told(file("late/en", "late/fa", "gone/fa"), "one-language") == [
        "replies.yml:4: “gone” is in Persian only; others here are in English too"
    ]
    assert told(file("Late (EN)/en", "Late (FA)/fa", "Gone (FA)/fa"), "one-language") == [
        "replies.yml:4: “Gone (FA)” is in Persian only; others here are in English too"
    ]
    assert told(file("late/en", "رسید/fa", "gone/fa"), "one-language") == []


def test_two_words_for_you() -> None:
    one = "سلام {{name}}، سفارشت امروز راه افتاد. اگر نرسید، همین‌جا بنویس."
    files = {"a.txt": LATE_FA, "b.txt": OTHER_FA, "c.txt": one}
    assert told(files, "address") == [
        "c.txt:1: the replies in Persian address people as «شما» (2) and as «تو» (1: “c”); one way is easier to trust"
    ]
    assert told({"a.txt": LATE_FA, "b.txt": OTHER_FA}, "address") == []


def test_two_ways_to_name() -> None:
    title = LATE.replace("Hi {{name}}", "Dear Ms {{last_name}}")
    assert told({"a.txt": title, "b.txt": OTHER, "c.txt": LATE.replace("Friday", "Monday")}, "address") == [
        "a.txt:1: the replies in English address people by name alone (2) and with a title (1: “a”); "
        "one way is easier to trust"
    ]
    chat = f"---\nchannel: chat\n---\n{OTHER}"
    assert told({"a.txt": title, "b.txt": chat}, "address") == []


def test_a_variable_that_looks_misspelt() -> None:
    files = {f"{n}.txt": f"Hi {{{{first_name}}}}, {n} it is here with {{{{last_name}}}}." for n in range(5)}
    files["x.txt"] = "Hi {{frist_name}}, {% if first_nam %}it{% endif %} is here, {{first_names}} and {{fast_name}}."
    assert told(files, "odd") == [
        "x.txt:1: the variable “frist_name” is in 1 of the replies, “first_name” in 5; is it misspelt?",
        "x.txt:1: the variable “first_nam” is in 1 of the replies, “first_name” in 5; is it misspelt?",
        "x.txt:1: the variable “fast_name” is in 1 of the replies, “last_name” in 5; is it misspelt?",
    ]


WORDS = "we send the parcel today and call you before it is at your door".split()
ALONE = Linter(Settings(only=("unfilled-placeholder",)))


@pytest.mark.parametrize("distinct", [True, False])
def test_cost_is_linear(distinct: bool) -> None:
    def prepare(times: int) -> Callable[[], object]:
        texts = [" ".join([*WORDS[n % 3 :], str(n if distinct else n % 2), *WORDS[:6]]) for n in range(times)]
        drafts = [draft for n, text in enumerate(texts) for draft in replies(text, f"{n}.txt")]
        found = [(draft, ALONE.check(draft.text, stage="saved-reply")) for draft in drafts]
        return lambda: notes(found)

    assert growth(prepare, 100) < LINEAR
