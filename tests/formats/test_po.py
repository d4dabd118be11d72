from __future__ import annotations

from tonelint.formats import parse

FILE = r"""
# a note
msgid ""
msgstr "Language: fa_IR\n"

#. a note: you must
#, fuzzy, python-format
msgid "not.yet"
msgstr "one two three four five six seven"

#~ msgid "old"
#~ msgstr "one two three four five six seven"

msgctxt "mail"
msgid "%d parcels"
msgid_plural "%d parcels"
msgstr[0] "سفارش شما \"امروز\"\tبرای شما ارسال شد."
msgstr[1] ""
"سفارش‌های شما\n"
"امروز همه با هم ارسال شدند.\n"

msgid "label"
msgstr "ذخیره"
"""


def test_translations_that_are_sent() -> None:
    one, many = parse(FILE.encode(), "mail.po")
    assert (one.id, many.id) == ("mail|%d parcels[0]", "mail|%d parcels[1]")
    assert one.text == 'سفارش شما "امروز"\tبرای شما ارسال شد.' and one.context["language"] == "fa"
    assert many.text == "سفارش‌های شما\nامروز همه با هم ارسال شدند.\n"
    assert one.position(one.text.index("برای")) == (17, 33) and many.position(many.text.index("امروز")) == (20, 2)


def test_other_languages_are_left_alone() -> None:
    entry = '\nmsgid "a"\nmsgstr "one two three four five six"\n'
    assert parse(f'msgid ""\nmsgstr "Language: de\\n"\n{entry}'.encode(), "mail.po") == ()
    assert parse(entry.encode(), "locale/de/LC_MESSAGES/mail.po") == ()
    assert len(parse(entry.encode(), "mail.po")) == 1
