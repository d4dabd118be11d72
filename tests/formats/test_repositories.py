"""Every layout in examples/repositories is linted by a real process, and each finding stands where an editor shows it."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples/repositories"

# file to (reply, line, column, first word) of every order that it gives the customer
GOLDEN = {
    "chatwoot/canned_responses.json": [("receipt", 6, 64, "You")],
    "data/answers.json": [("Where is my parcel?", 12, 87, "You"), ("مرسوله‌ی من کجاست؟", 18, 63, "شما")],
    "data/replies.csv": [("Late", 4, 49, "You"), ("Open", 5, 8, "You"), ("رسید", 6, 23, "شما")],
    "data/sent.jsonl": [("t-101", 1, 105, "You"), ("t-102", 3, 105, "شما")],
    "freshdesk/canned_responses.json": [("Late parcel", 7, 102, "You")],
    "front/message_templates.json": [("Receipt", 10, 86, "You")],
    "gettext/locale/fa/LC_MESSAGES/support.po": [("mail|order.sent", 14, 2, "شما")],
    "github/.github/SAVED_REPLIES.md": [
        ("Needs a reproduction", 12, 36, "you"),
        ("Ask for the log", 25, 12, "You"),
        ("اطلاعات بیشتر", 32, 3, "شما"),
    ],
    "github/.github/replies.yml": [("Duplicate", 7, 41, "you"), ("Stale", 9, 58, "You")],
    "help-scout/saved-replies.json": [("Receipt", 5, 76, "You"), ("Receipt/chatText", 6, 71, "You")],
    "html/welcome.html": [("welcome", 10, 40, "You"), ("welcome", 14, 9, "You")],
    "i18n/config/locales/en.yml": [("mail.order_sent.body", 10, 35, "You")],
    "i18n/src/i18n/fa.json": [("mail.orderSent", 3, 57, "شما")],
    "intercom/macros.json": [("Order status", 8, 104, "You")],
    "mail/refund.eml": [("refund", 13, 48, "You")],
    "markdown/replies/password.md": [("password", 7, 27, "You")],
    "markdown/replies/refund.md": [("refund", 8, 33, "You")],
    "plain/late-parcel.txt": [("late-parcel", 5, 46, "You")],
    "plain/order-sent.fa.txt": [("order-sent.fa", 7, 27, "شما")],
    "yaml/replies.yaml": [
        ("Late parcel", 9, 7, "You"),
        ("The form that's missing", 14, 63, "You"),
        ("سفارش ارسال شد", 22, 29, "شما"),
    ],
    "zammad/text_modules.json": [("رسید", 6, 87, "شما")],
    "zendesk/macros.json": [("Delivery::Late parcel", 14, 138, "You"), ("تحویل::رسید", 28, 123, "شما")],
}


@cache
def found() -> dict[str, list[tuple[str, int, int]]]:
    """Returns the orders that a process finds, by file."""
    command = [sys.executable, "-m", "tonelint", "check", str(FOLDER), "--format", "json", "--show-hints"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert done.returncode == 1 and not done.stderr
    return {
        Path(file["path"]).relative_to(FOLDER).as_posix(): [
            (reply["id"], finding["line"], finding["column"])
            for reply in file["replies"]
            for finding in reply["findings"]
            if finding["rule"] == "obligation"
        ]
        for file in json.loads(done.stdout)["files"]
    }


def test_all_layouts_are_read() -> None:
    assert sorted(found()) == sorted(GOLDEN)


@pytest.mark.parametrize("file", GOLDEN)
def test_findings_stand_where_they_are_said_to(file: str) -> None:
    assert found()[file] == [place[:3] for place in GOLDEN[file]]
    lines = (FOLDER / file).read_text("utf-8-sig").split("\n")
    for _, line, column, word in GOLDEN[file]:
        assert lines[line - 1][column - 1 :].startswith(word)
