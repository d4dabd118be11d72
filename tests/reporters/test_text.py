from __future__ import annotations

import pytest

from tests.reporters.made import draft, finding, report
from tonelint.formats import replies
from tonelint.reporters.labels import LABELS
from tonelint.reporters.snippet import Snippet, cut, lines, visible
from tonelint.reporters.style import Style
from tonelint.reporters.text import render, summary
from tonelint.types import Span


def lines_of(
    source: str, piece: str, language: str = "en", style: Style | None = None, becomes: str | None = None
) -> list[str]:
    one = draft(source)
    made = report(one, finding(one.text, piece, language, becomes=becomes), language=language)
    return render(one, made, style or Style()).splitlines()


def test_english_without_colour_has_carets_below_the_piece() -> None:
    head, snippet, carets, *_ = lines_of("---\nchannel: chat\n---\nHi.\nYou must go.\n", "must")
    assert head == "reply.txt:5:5: warning obligation/must-do “must” orders"
    assert snippet[carets.index("^") : carets.rindex("^") + 1] == "must"


def test_persian_is_isolated_and_marked_in_the_line() -> None:
    head, snippet, *rest = lines_of("سلام. شما باید بفرستید.", "باید", "fa")
    assert head == "reply.txt:1:11: \u2068هشدار\u2069 obligation/must-do \u2068«باید» دستور است\u2069"
    assert snippet == "    \u2068سلام. شما ⟦باید⟧ بفرستید.\u2069"
    assert not any("^" in line for line in rest)


def test_on_a_terminal_the_piece_is_underlined_in_either_direction() -> None:
    for source, piece in (("You must go.", "must"), ("شما باید بروید.", "باید")):
        language = "en" if piece == "must" else "fa"
        snippet = lines_of(source, piece, language, Style(colour=True))[1]
        assert f"\x1b[4;31m{piece}\x1b[0m" in snippet


def test_english_with_one_persian_word_gets_no_carets() -> None:
    _, snippet, *rest = lines_of("You must write سارا here.", "must")
    assert snippet == "    \u2068You ⟦must⟧ write سارا here.\u2069"
    assert not any("^" in line for line in rest)


def test_every_isolate_is_closed() -> None:
    text = "\n".join(lines_of("سلام! شما باید بفرستید.", "باید", "fa", becomes="لطفاً"))
    assert text.count("\u2068") == text.count("\u2069") > 3


@pytest.mark.parametrize("raw", ["\x1b[2J", "\x00", "\u202e", "\u2066", "\x9b", "\ud800", "\x7f", "\u200f"])
def test_nothing_of_the_reply_acts_on_the_terminal(raw: str) -> None:
    text = f"You{raw} mu{raw}st go{raw}."
    [one] = replies(text, f"a{raw}.txt")
    made = finding(text, f"mu{raw}st", becomes=f"can{raw}")
    assert raw not in render(one, report(one, made), Style())
    assert f"‹{ord(raw[0]):02X}›" in render(one, report(one, made), Style())


def test_joiners_and_emoji_are_left_alone() -> None:
    assert visible("می‌شود 👩‍💻 é") == "می‌شود 👩‍💻 é"


def test_long_lines_are_cut_at_words_around_the_piece() -> None:
    text = "word " * 100 + "must " + "word " * 100
    snippet = cut(text, Span(500, 504))
    assert snippet.piece == "must"
    assert snippet.before.startswith("… word") and snippet.after.endswith("word …")
    assert sum(map(len, snippet)) < 100
    long = cut("x" * 10_000, Span(10, 9_000))
    assert sum(map(len, long)) < 200 and "…" in long.piece


def test_carets_count_columns_not_code_points() -> None:
    row, carets = lines(Snippet("日本 ", "e\u0301t", " x"), colour=False)
    assert carets == " " * 5 + "^^"
    assert row == "日本 e\u0301t x"


def test_the_verdict_says_where_points_were_lost() -> None:
    *_, score, lost = lines_of("You must go.", "must")
    assert score == "reply.txt: score 93 of 100, ready to send"
    assert lost == "    lost: ownership 7 (must-do 7)"
    *_, score, lost = lines_of("باید بروید.", "باید", "fa")
    assert "امتیاز ۹۳ از ۱۰۰" in score
    assert "۷ (must-do ۷)" in lost


def test_rewrites_show_how_far_they_can_be_trusted() -> None:
    assert "    → can (review)" in lines_of("You must go.", "must", becomes="can")
    assert "    → delete it (review)" in lines_of("You must go.", "must", becomes="")


def test_ui_overrides_the_labels() -> None:
    assert "امتیاز ۹۳" in "\n".join(lines_of("You must go.", "must", style=Style(ui="fa")))


def test_hints_are_hidden_and_the_summary_says_so() -> None:
    one = draft("You must go.")
    made = report(one, finding(one.text, "must", severity="hint"), strengths=("name-used",))
    assert "must-do" not in render(one, made, Style())
    assert "must-do" in render(one, made, Style(hints=True))
    assert "done well: uses the customer's name" in render(one, made, Style())
    assert summary([made], Style()) == "1 checked, 1 ok: errors 0, warnings 0, info 0; hints not shown: 1"
    assert summary([made], Style(hints=True)).endswith("info 0")
    assert summary([made, made], Style(ui="fa")).startswith("\u2068۲ پاسخ بررسی شد، ۲ تا قبول")


def test_both_languages_have_all_labels() -> None:
    assert LABELS["en"].keys() == LABELS["fa"].keys()


def test_a_reply_among_others_of_a_file_is_called_by_its_name() -> None:
    source = '[{"name": "late", "body": "You must go."}, {"name": "دیر", "body": "Fine."}]'
    told = [render(one, report(one), Style()) for one in replies(source, "all.json")]
    assert told[0] == "all.json: late: score 100 of 100, ready to send\n"
    assert told[1].startswith("all.json: \u2068دیر: \u2069")
