from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest

from tonelint.errors import FormatError
from tonelint.formats import parse


def mail(text: str, **how: Any) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "=?utf-8?q?no?="
    made.set_content(text, **how)
    return made


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
def test_bodies_are_decoded_from_any_charset(cte: str, charset: str) -> None:
    text = "سلام سارا،\nسفارش شما ارسال شد" + " و آماده است" * 20 + ".\n"
    [draft] = parse(mail(text, cte=cte, charset=charset).as_bytes(), "a.eml")
    assert draft.text.replace("\r\n", "\n") == text and draft.context == {"channel": "email"}


def test_a_place_in_base64_is_where_its_first_bits_are() -> None:
    [draft] = parse(b"Content-Transfer-Encoding: base64\n\nSGkg\nU2FyYQ==\n", "a.eml")
    assert draft.text == "Hi Sara"
    assert [draft.position(offset) for offset in (0, 1, 3, 4)] == [(3, 1), (3, 2), (4, 1), (4, 2)]


def test_plain_text_comes_before_html_and_attachments_are_left_alone() -> None:
    made = mail("Hi\n")
    made.add_alternative("<p>no</p>", subtype="html")
    made.add_attachment("no", filename="no.txt")
    assert [draft.text for draft in parse(made.as_bytes(), "a.eml")] == ["Hi\n"]


def test_html_alone_is_read() -> None:
    made = EmailMessage()
    made.set_content("<p>Hi&nbsp;Sara</p><p>شما باید</p>", subtype="html", cte="quoted-printable")
    [draft] = parse(made.as_bytes(), "a.eml")
    assert draft.text == "Hi\xa0Sara\n\nشما باید"


def test_a_mail_without_text_holds_no_reply() -> None:
    made = EmailMessage()
    made.add_attachment(b"no", maintype="image", subtype="png", filename="no.png")
    assert parse(made.as_bytes(), "a.eml") == ()


@pytest.mark.parametrize("charset", ["rot13", "zip", "no-such-charset", "idna"])
def test_charsets_that_are_none_are_taken_for_utf_8(charset: str) -> None:
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert parse(f"{head}Hi=21".encode(), "a.eml")[0].text == "Hi!"


def test_a_charset_that_no_mail_may_have_is_said() -> None:
    head = "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n"
    with pytest.raises(FormatError) as caught:
        parse(f"{head}SGk=".encode(), "a.eml")
    assert str(caught.value) == "a.eml: a text in utf-16 cannot be read; save the mail in UTF-8"
