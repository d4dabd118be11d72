import pytest

from tonelint.text.zones import find, placeholder_name


def pieces(text: str, kind: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in find(text) if zone.kind == kind]


PLACEHOLDERS = [
    ("Your <sku> left on Monday.", "<sku>", "sku"),
    ("Call <direct line> today.", "<direct line>", "direct line"),
    ("Dear &lt;CUSTOMER&gt;, hello.", "&lt;CUSTOMER&gt;", "customer"),
    ("Hi {{first_name}}, thanks.", "{{first_name}}", "first_name"),
    ("Hi {{ customer.name }}!", "{{ customer.name }}", "customer.name"),
    ("Hi {{{name}}}!", "{{{name}}}", "name"),
    ("{% if paid %} Thanks.", "{% if paid %}", "if paid"),
    ("Hi {%customer.firstName,fallback=there%},", "{%customer.firstName,fallback=there%}", "customer.firstname"),
    ("Hi {name}.", "{name}", "name"),
    ("سلام {نام}،", "{نام}", "نام"),
    ("Item {0} is out.", "{0}", ""),
    ("Hi {$x},", "{$x}", "x"),
    ("Hi {!Contact.Name},", "{!Contact.Name}", "contact.name"),
    ("Hi ${name},", "${name}", "name"),
    ("Your code is $code.", "$code", "code"),
    ("Hi %{recipient.name},", "%{recipient.name}", "recipient.name"),
    ("Hi %(user)s,", "%(user)s", "user"),
    ("Hi %s,", "%s", ""),
    ("پیام %1$s رسید", "%1$s", ""),
    ("مدیر %sسایت", "%s", ""),
    ("Hi %NAME%,", "%NAME%", "name"),
    ("سلام %نام مشتری%، سفارشتان آماده است.", "%نام مشتری%", "نام مشتری"),
    ("[% user.name %] wrote to us.", "[% user.name %]", "user.name"),
    ("Dear [requester_first_name],", "[requester_first_name]", "requester_first_name"),
    ("Dear [NAME],", "[NAME]", "name"),
    ("Dear [Customer Name],", "[Customer Name]", "customer name"),
    ("It ships on [date].", "[date]", "date"),
    ("[insert reason here] applies.", "[insert reason here]", "insert reason here"),
    ("سلام [نام مشتری] عزیز", "[نام مشتری]", "نام مشتری"),
    ("پرواز [شماره‌ی سفر] رفت", "[شماره‌ی سفر]", "شمارهی سفر"),
    ("Hi [[name]],", "[[name]]", "name"),
    ("Hi #{ticket.customer.firstname},", "#{ticket.customer.firstname}", "ticket.customer.firstname"),
    ("سلام <نام مشتری>،", "<نام مشتری>", "نام مشتری"),
    ("Hi <name>,", "<name>", "name"),
    ("Hi <<Name>>,", "<<Name>>", "name"),
    ("Hi *|FNAME|*,", "*|FNAME|*", "fname"),
    ("Hi |*NAME*|,", "|*NAME*|", "name"),
    ("Hi @@name@@,", "@@name@@", "name"),
    ("Hi __name__,", "__name__", "name"),
    ("سلام «نام مشتری»،", "«نام مشتری»", "نام مشتری"),
    ("سلام (نام مشتری)،", "(نام مشتری)", "نام مشتری"),
    ("Hi (customer name),", "(customer name)", "customer name"),
    ("Your order ____ is ready.", "____", ""),
    ("شماره سفارش ...... را بفرستید", "......", ""),
    ("Order XXX has shipped.", "XXX", ""),
    ("It arrives on xx/xx/xxxx.", "xx/xx/xxxx", ""),
    ("Delivery on XX/XX please.", "XX/XX", ""),
    ("Your box is at __ now.", "__", ""),
    ("Use [CODE] at the till.", "[CODE]", "code"),
    ("<!-- IF paid --> Thanks.", "<!-- IF paid -->", "if paid"),
    ("Dear NAME_HERE, hi.", "NAME_HERE", "name_here"),
    ("TODO ask billing about it.", "TODO", "todo"),
    ("آقای ـــــ سلام", "ـــــ", ""),
]


@pytest.mark.parametrize(("text", "piece", "name"), PLACEHOLDERS)
def test_placeholders(text: str, piece: str, name: str) -> None:
    zones = [zone for zone in find(text) if zone.kind == "placeholder"]
    assert [text[zone.start : zone.end] for zone in zones] == [piece]
    assert placeholder_name(text, zones[0]) == name


@pytest.mark.parametrize(
    "text",
    [
        "See [our order page](https://example.com/orders).",
        "See the list [1] and [2] below.",
        "- [x] Order sent",
        "فاکتورش [۱] پیوست است.",
        "برای این مدل ۵۰% تا ۷۰% تخفیف داریم.",
        "We take 50% off, then 20% more.",
        "That is 5 %, and 7 % later.",
        "This is <b>important</b>.",
        "Press <tab>, then <enter>.",
        "I waited too <sigh>.",
        "<sku>881</sku> was the line in the file.",
        "It takes a List<string> only.",
        "Thanks <3 and >_< too.",
        "Size XXL is back.",
        "Your card **** 1234 and XXXX-1234 work.",
        "The card ends in XXXX 1234.",
        "It costs $20 or US$ 30, $USD too.",
        "Hmm... wait.... I see.",
        "صبر کنید...... الان می‌آیم",
        "{ }{,}",
        "The set {1, 2, 3} is fine.",
        "__________________",
        "ســـــلام بر شما",
        "ـــــــــــــ",
        "Put `{{first_name}}` in the subject line.",
        "```\nHi {{name}}\n```",
        "You said [laughing] that it works.",
        "The method [ENA] is done.",
        "It is **bold** and __strong__ text.",
        "«ذخیره» را بزنید (همین پایین).",
    ],
)
def test_what_only_looks_like_a_placeholder(text: str) -> None:
    assert pieces(text, "placeholder") == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://example.com/a?b=1.", "https://example.com/a?b=1"),
        ("(see https://example.com/a)", "https://example.com/a"),
        ("See https://example.com/a_(b).", "https://example.com/a_(b)"),
        ("Go to www.example.org, please", "www.example.org"),
        ("لینک example.ir/track?id=12 را بزنید", "example.ir/track?id=12"),
        ("[text](http://185.8.10.22/x)", "http://185.8.10.22/x"),
        ("در https://example.ir، ببینید", "https://example.ir"),
        ("t.co/abc works", "t.co/abc"),
        ("ftp://files.example.com", "ftp://files.example.com"),
        ("برو shop.example.com", "shop.example.com"),
    ],
)
def test_urls(text: str, url: str) -> None:
    assert pieces(text, "url") == [url]


@pytest.mark.parametrize("text", ["It is done.We sent it.", "Open report.pdf now", "e.g. this", "Node.js and v2.1", "12:30 and 1.5", "a://b", "either/or"])
def test_no_urls(text: str) -> None:
    assert pieces(text, "url") == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Write to Sara.M+x@mail.example.com.", "email", ["Sara.M+x@mail.example.com"]),
        ("به info@example.irبنویسید", "email", ["info@example.ir"]),
        ("meet @ 5, a@b", "email", []),
        ("@shop_help @452732 hello @Ana!", "handle", ["@shop_help", "@452732", "@Ana"]),
        ("mail me@example.com", "handle", []),
        ("Ticket #12345 and #AB-1234 are closed", "reference", ["#12345", "#AB-1234"]),
        ("Order ABC-12345 and ORD-2024-118 left", "reference", ["ABC-12345", "ORD-2024-118"]),
        ("our #1 goal, COVID-19, 021-88776655, UTF-8", "reference", []),
        ("Use `pip install` now", "code", ["`pip install`"]),
        ("it`s mine, that`s fine\nok", "code", ["`s mine, that`"]),
        ("Use <code>a b</code> now", "code", ["<code>a b</code>"]),
        ("a\n```py\nx = 1\n```\nb", "code", ["```py\nx = 1\n```"]),
        ("a\n~~~\nx = 1", "code", ["~~~\nx = 1"]),
        ("a\n<pre>\nx\n</pre>\nb", "code", ["<pre>\nx\n</pre>"]),
        ("Hi<br/>there<a href=\"x\">b</a>", "html", ["<br/>", '<a href="x">', "</a>"]),
        ("this &amp; that&nbsp;too, R&D; AT&T", "html", ["&amp;", "&nbsp;"]),
        ("a <!-- note --> b", "html", ["<!-- note -->"]),
        ("5 < 6 and 7 > 3", "html", []),
    ],
)
def test_single_zones(text: str, kind: str, expected: object) -> None:
    assert pieces(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دکمه‌ی «ذخیره» را بزنید", ["«ذخیره»"]),
        ("The “Access denied” message", ["“Access denied”"]),
        ('reply "yes" and I\'ll add it, "ok"?', ['"yes"', '"ok"']),
        ("tap 'Don't send' twice", ["'Don't send'"]),
        ("tap ‘Don’t send’ twice", ["‘Don’t send’"]),
        ("it's the customers' choice, isn't it", []),
        ('a 5" screen and a 6" one', []),
        ("«یک\nدو»", []),
        ('open "never closed', []),
        ("«" + "a" * 121 + "»", []),
        ("«سایت https://example.com/a را باز کنید»", ["«سایت ", " را باز کنید»"]),
    ],
)
def test_mentions(text: str, expected: object) -> None:
    assert pieces(text, "mention") == expected


QUOTED = [
    ("We sent it.\n> where is it\n> please", ["> where is it\n> please"]),
    ("> where is it?\nWe sent it.", ["> where is it?"]),
    ("> We sent it.\n>\n> Best,\n> Tom", []),
    ("We sent it.\n\nOn Mon, 3 May 2021, Ana <ana@example.com> wrote:\nwhere is it", ["On Mon, 3 May 2021, Ana <ana@example.com> wrote:\nwhere is it"]),
    ("On Monday Ana wrote:\n> where\n\nWe sent it.", ["On Monday Ana wrote:\n> where"]),
    ("فرستادیم.\n\nدر تاریخ ۱۴۰۳/۲/۵، سارا نوشت:\nکجاست", ["در تاریخ ۱۴۰۳/۲/۵، سارا نوشت:\nکجاست"]),
    ("Sent.\n-----Original Message-----\nwhere", ["-----Original Message-----\nwhere"]),
    ("فرستادیم.\nپیام شما:\nکجاست", ["پیام شما:\nکجاست"]),
    ("Sent.\n\nFrom: Ana\nSent: Monday\nSubject: x\n\nwhere", ["From: Ana\nSent: Monday\nSubject: x\n\nwhere"]),
    ("فرستادیم.\n\nاز: سارا\nتاریخ: دوشنبه\n\nکجاست", ["از: سارا\nتاریخ: دوشنبه\n\nکجاست"]),
    ("From: our side it is done.\nThanks", []),
    ("As you wrote: it is late.", []),
    ("پیام شما: ثبت شد و فردا جواب می‌دهیم.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quoted_mail(text: str, expected: object) -> None:
    assert pieces(text, "quote") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is sent.\n\nBest regards,\nSara Lind\nAcme Support", ["Sara Lind\nAcme Support"]),
        ("It is sent.\n\nKind regards, Tom", ["Tom"]),
        ("فرستادیم.\n\nبا احترام،\nسارا راد\nپشتیبانی", ["سارا راد\nپشتیبانی"]),
        ("فرستادیم.\nبا احترام، سارا", ["سارا"]),
        ("It is sent.\n-- \nSara\n555 1234", ["-- \nSara\n555 1234"]),
        ("It is sent and arrives today.\n\nSara", ["Sara"]),
        ("فردا می‌رسد. سؤالی بود بنویسید.\nسحر ملکی – پذیرش", ["سحر ملکی – پذیرش"]),
        ("It is on its way today.\n\n– Pavel", ["– Pavel"]),
        ("@a It is on its way. ^JD", ["^JD"]),
        ("Your box left today.\n\nHappy hunting,\nMia Ott", ["Mia Ott"]),
        ("بسته رفت.\nبا آرزوی سفر خوب\nسارا راد", ["سارا راد"]),
        ("بسته فردا می‌رسد.\nسارا راد – دانشکده‌ی هنرهای زیبا", ["سارا راد – دانشکده‌ی هنرهای زیبا"]),
        ("بسته رفت.\nدلیل تأخیر: بارش برف", []),
        ("بسته رفت.\n\nشاد و تندرست باشید\nگروه ارتباط با مشتریان", ["گروه ارتباط با مشتریان"]),
        ("بسته رفت.\nلطفاً مراقب باشید\nدر با کلید باز می‌شود", []),
        ("It is on its way -Jo", ["-Jo"]),
        ("It is on its way. *AB 2/2", ["*AB 2/2"]),
        ("It is on its way. /Tom", ["/Tom"]),
        ("It is sent.\n\nBest,\nTom\n\nP.S. Call me any time.", ["Tom"]),
        ("It is sent.\n\nBest,\n{{agent.name}}", []),
        ("Thanks,\nI sent it today and it arrives on Monday.\nDid that help you?", []),
        ("فردا می‌رسد.\nممنون", []),
        ("فردا می‌رسد.\nموفق باشید", []),
        ("It is sent.\nLet me know", []),
        ("Sara", []),
        ("Open it.\n- Settings\n- Privacy", []),
        ("Our follow-up", []),
    ],
)
def test_signatures(text: str, expected: object) -> None:
    assert pieces(text, "signature") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sent.\n\nThis e-mail and any attachments are confidential.\nDo not copy.", ["This e-mail and any attachments are confidential.\nDo not copy."]),
        ("Sent.\n\nTo unsubscribe, go to https://example.com/u", ["To unsubscribe, go to "]),
        ("فرستادیم.\n\nاین ایمیل و پیوست‌های آن محرمانه است.", ["این ایمیل و پیوست‌های آن محرمانه است."]),
        ("This e-mail and any attachments are for you.", []),
        ("Hi Ann\n\nTo unsubscribe, open your profile.\n\nAny questions, write to me.", []),
        ("آقای نوری سلام\n\nلغو اشتراک از صفحه‌ی حساب شدنی است.\n\nکیوان", []),
    ],
)
def test_footers(text: str, expected: object) -> None:
    assert pieces(text, "footer") == expected
