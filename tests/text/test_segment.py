import pytest

from tonelint.text.segment import blocks, bullet, sentences
from tonelint.text.zones import find


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end].strip()) for block in blocks(text, find(text))]


def split(text: str) -> list[str]:
    zones = find(text)
    solid = [zone for zone in zones if zone.kind in {"url", "email", "placeholder", "code", "html"}]
    return [
        text[start:end].strip()
        for block in blocks(text, zones)
        for start, end in sentences(text, block, solid)
        if text[start:end].strip()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", [("paragraph", "a\nb"), ("paragraph", "c")]),
        ("Subject: Your order\n\nHi", [("subject", "Subject: Your order"), ("paragraph", "Hi")]),
        ("موضوع: سفارش شما\nسلام", [("subject", "موضوع: سفارش شما"), ("paragraph", "سلام")]),
        ("Hi\nSubject: x", [("paragraph", "Hi\nSubject: x")]),
        ("# Late parcel\nHi", [("heading", "# Late parcel"), ("paragraph", "Hi")]),
        ("#1 in town", [("paragraph", "#1 in town")]),
        ("Do this:\n1. Open\n2) Save", [("paragraph", "Do this:"), ("list-item", "1. Open"), ("list-item", "2) Save")]),
        ("۱- باز کنید\n۲- ببندید", [("list-item", "۱- باز کنید"), ("list-item", "۲- ببندید")]),
        ("1.تایپ کنید\n-بررسی", [("list-item", "1.تایپ کنید"), ("list-item", "-بررسی")]),
        ("- a\n• b\n* c", [("list-item", "- a"), ("list-item", "• b"), ("list-item", "* c")]),
        ("مرحله اول: باز کنید\nمرحله ۲: ببندید", [("list-item", "مرحله اول: باز کنید"), ("list-item", "مرحله ۲: ببندید")]),
        ("Step 1: open it", [("list-item", "Step 1: open it")]),
        ("✅ یک\n📌 دو\n1️⃣ سه", [("list-item", "✅ یک"), ("list-item", "📌 دو"), ("list-item", "1️⃣ سه")]),
        ("- a\n  more of a\nb", [("list-item", "- a\n  more of a"), ("paragraph", "b")]),
        ("2.5 kg\n12:30 is fine\n10-12 days\n5 - 6 days\n2-step login", [("paragraph", "2.5 kg\n12:30 is fine\n10-12 days\n5 - 6 days\n2-step login")]),
        ("*bold* start", [("paragraph", "*bold* start")]),
        ("Sent it now.\n> a\n> b", [("paragraph", "Sent it now."), ("quote", "> a\n> b")]),
        ("Look:\n```\nx\n\ny\n```\nok", [("paragraph", "Look:"), ("code", "```\nx\n\ny\n```"), ("paragraph", "ok")]),
        ("It is sent.\n\nBest,\nTom Lind\nAcme", [("paragraph", "It is sent."), ("paragraph", "Best,"), ("signature", "Tom Lind\nAcme")]),
        ("It is `a` here.\n`b` too", [("paragraph", "It is `a` here.\n`b` too")]),
        ("It is sent. ^JD", [("paragraph", "It is sent. ^JD")]),
        ("\n \n", [("paragraph", "")]),
        ("", []),
    ],
)
def test_blocks(text: str, expected: object) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(("text", "number"), [(" 1. Open", "1."), ("\n\n1) Open", "1)"), ("۲- باز", "۲-"), ("- Open", None), ("Open", None)])
def test_numbers_of_list_items(text: str, number: str | None) -> None:
    found = bullet(text, blocks(text, ())[0])
    assert (text[found[0] : found[1]].strip() if found else None) == number


WRAPPED = "I looked at your order again this morning and found out that it"


@pytest.mark.parametrize(
    "expected",
    [
        ["It works.", "Thank you!"],
        ["Really?", "Yes!", "It is…", "Good."],
        ["What?!", "No."],
        ["سلام خانم مرادی", "سفارش رسید؟", "بله؛ رسید."],
        ["Hi Sara,", "Thanks for writing."],
        ["We ship e.g. to Dr. Lang, Mr. Roe and J. Smith.", "Fine."],
        ["It opens at 9 a.m. on Monday.", "Good."],
        ["We open at 9 a.m.", "See you."],
        ["Take tea, milk, etc.", "Then call."],
        ["Order No. 5 is out.", "No.", "We kept it."],
        ["It costs 2.50 in v2.1 of Node.js.", "Ok."],
        ["ساعت ۵ ق.ظ. می‌رسد.", "ممنون."],
        ["See www.example.com. There it is.".split(". ")[0] + ".", "There it is."],
        ["Hi {{a.b}}. Fine.".split(". ")[0] + ".", "Fine."],
        ["He said “Done!” and left.", "Ok."],
        ["گفتید «کجاست؟» و رفتید.", "باشه."],
        ["(It is done.)", "Call us."],
        ["hmm... let me see", "ok"],
        ["بررسی کردم…", "فردا می‌رسد."],
        ["1. Open it.", "2. Save it."],
        ["Open it now.", "3. Save it."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    for joint in ("\n", " ") if not any(piece[-1].isalpha() or piece[-1] == "," for piece in expected[:-1]) else ("\n",):
        assert split(joint.join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پیام گذاشتم.1. برو آنجا", ["پیام گذاشتم.", "1. برو آنجا"]),
        ("رسید.ممنون", ["رسید.", "ممنون"]),
        ("It is done.We sent it.", ["It is done.", "We sent it."]),
        ("Really?Yes", ["Really?", "Yes"]),
        ("file report.pdf is here", ["file report.pdf is here"]),
        (f"{WRAPPED}\nwas already sent.", [f"{WRAPPED}\nwas already sent."]),
        (f"{WRAPPED} and\nMonday is fine.", [f"{WRAPPED} and\nMonday is fine."]),
        (f"{WRAPPED}.\nwas", [f"{WRAPPED}.", "was"]),
        (f"{WRAPPED}\n- was", [WRAPPED, "- was"]),
        (f"{WRAPPED}\r\nIt was sent.", [WRAPPED, "It was sent."]),
        ("short line\nwas here", ["short line", "was here"]),
        ("a<br>b<br/><br/>c", ["a<br>", "b<br/>", "<br/>", "c"]),
        ("a <b>b it.</b> c", ["a <b>b it.</b>", "c"]),
        ("line\rline", ["line", "line"]),
    ],
)
def test_layout_of_real_text(text: str, expected: object) -> None:
    assert split(text) == expected
