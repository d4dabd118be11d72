"""The page as a browser shows it. Without a browser those tests are skipped; its structure is tested anyway."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.reporters.made import Checked, checked, draft, finding, found_at, rendered, report
from tonelint.linter import Linter
from tonelint.reporters import Style
from tonelint.reporters.marked import marked
from tonelint.types import Finding

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
STRUCK = "document.documentElement.dataset.struck='1'"  # what an attack that gets through leaves behind
EVIL = [
    f"<script>{STRUCK}</script>",
    f'"><img src=x onerror="{STRUCK}">',
    f"'><svg onload={STRUCK}>",
    f"</script><script>{STRUCK}</script>",
    f"</style><style>*{{display:none}}</style><script>{STRUCK}</script>",
    f"<!--<script>-->{STRUCK}",
    f'<a href="javascript:{STRUCK}" autofocus onfocus="{STRUCK}">must</a>',
    f'<iframe srcdoc="<script>parent.{STRUCK}</script>"></iframe>',
    f"<details open ontoggle={STRUCK}>",
    f'<base href="https://evil.example/"><object data="data:text/html,<script>{STRUCK}</script>">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    f"&lt;script&gt;{STRUCK}&lt;/script&gt;",
    f"\x00<scr\x00ipt>{STRUCK}</scr\x00ipt>",
    f"\ud83c<script>{STRUCK}</script>",
]


class Elements(HTMLParser):
    """All elements of a page with their attributes, and the text outside of script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.found}


def evil_pairs() -> list[Checked]:
    pairs = []
    for evil in EVIL:
        one = draft(f"{evil} you must go {evil}")._replace(path=f"{evil}.txt", id=evil)
        start = one.text.index("you must")
        found = found_at(one.text, 0, len(evil), severity="error", becomes=evil), found_at(one.text, 2, start + 8)
        pairs.append((one, report(one, *sorted(found, key=lambda each: each.span))))
    return pairs


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or pytest.skip("there is no browser")


def shown(browser: str, page: Path, address: str = "") -> str:
    """Returns the page as it stands in the browser after its scripts have run."""
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=2000",
        f"--user-data-dir={page.parent}/user",
    ]
    done = subprocess.run([browser, *options, "--dump-dom", page.as_uri() + address], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_attacks_do_nothing_in_a_browser(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(rendered("html", evil_pairs(), EVIL), "utf-8")
    seen = shown(browser, page)
    assert re.search(r'<form class="filters">', seen), "the page's own script did not run"
    assert "data-struck" not in seen.partition("<body")[0]
    assert (
        Elements(seen).tags()
        == Elements(rendered("html", [checked("You must go.", "must", becomes="can")], ["x"])).tags()
    )


def test_an_attack_that_was_not_escaped_would_be_stopped_by_the_policy(browser: str, tmp_path: Path) -> None:
    page, attack = tmp_path / "page.html", "".join(EVIL[:3])
    whole = rendered("html", [checked("You must go.", "must")])
    page.write_text(whole.replace("<main>", f"<main>{attack}"), "utf-8")
    assert "data-struck" not in shown(browser, page).partition("<body")[0]
    page.write_text(re.sub(r"<meta http-equiv=[^>]*>", "", whole).replace("<main>", f"<main>{attack}"), "utf-8")
    assert "data-struck" in shown(browser, page).partition("<body")[0], "the attacks of this test are harmless anyway"


def test_filters_show_what_they_should(browser: str, tmp_path: Path) -> None:
    bad, mild = (
        checked("You must go.", "must", "bad.txt", severity="error"),
        checked("گ You must go.", "must", "mild.txt"),
    )
    one = draft("All is well.", "clean.txt")
    page = tmp_path / "page.html"
    page.write_text(rendered("html", [mild, bad, (one, report(one))]), "utf-8")

    def names(address: str) -> list[str]:
        return re.findall(r"<article(?![^>]*hidden)[^>]*>.*?([a-z]+)\.txt:1", shown(browser, page, address))

    assert names("") == ["mild", "bad", "clean"]
    assert names("#sort=score") == ["bad", "mild", "clean"]
    assert names("#status=failed") == ["bad"]
    assert names("#severity=warning") == ["mild"]
    assert names("#rule=must-do") == ["mild", "bad"]
    assert names("#text=WELL") == ["clean"]
    assert names("#text=nowhere") == []


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    linter = Linter()
    one = draft("Hi Sara, see https://example.com/a.png ![x](https://example.com/x.png). You must go.")
    elements = Elements(rendered("html", [(one, linter.check(one.text))], style=Style(hints=True, rules=linter.rules)))
    for tag, attributes in elements.found:
        assert tag not in ("img", "link", "iframe", "object", "embed", "audio", "video", "source", "base")
        assert not {"src", "srcset", "style", "action", "onclick"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_every_link_leads_to_a_rule_on_the_page() -> None:
    linter = Linter()
    one = draft("Hi Sara, please find attached the form. You must go.")
    elements = Elements(rendered("html", [(one, linter.check(one.text))], style=Style(rules=linter.rules)))
    ids = {attributes.get("id") for _, attributes in elements.found}
    links = {attributes["href"] for tag, attributes in elements.found if tag == "a"}
    assert links and {(link or "")[1:] for link in links} <= ids


def test_each_reply_has_its_own_direction_and_the_page_that_of_its_language() -> None:
    persian, english = checked("باید بروید", "باید", language="fa"), checked("You must go.", "must")
    persian = persian[0], persian[1]._replace(language="fa")
    english = english[0], english[1]._replace(language="en")
    for pairs, direction in (([persian], "rtl"), ([english], "ltr"), ([persian, english], "ltr")):
        elements = Elements(rendered("html", pairs))
        assert elements.found[0] == ("html", {"lang": "fa" if direction == "rtl" else "en", "dir": direction})
        replies = [attributes for _, attributes in elements.found if attributes.get("class") == "reply"]
        assert [attributes["dir"] for attributes in replies] == ["auto"] * len(pairs)
    assert Elements(rendered("html", [english], style=Style(ui="fa"))).found[0][1]["dir"] == "rtl"


def test_the_chart_counts_every_reply() -> None:
    pairs = [checked("You must go.", "must", severity=severity) for severity in ("error", "warning", "warning")]
    one = draft("Fine.")
    page = rendered("html", [*pairs, (one, report(one))])
    assert [int(count) for count in re.findall(r"<title>\d+ to \d+: (\d+)</title>", page) if count != "0"] == [1, 2, 1]
    assert "<title>95 to 100: 1</title>" in page


def text_of(page: str) -> str:
    return Elements(page).text


def found(text: str, *spans: tuple[int, int], severity: str = "warning") -> list[Finding]:
    return [found_at(text, start, end, severity=severity) for start, end in sorted(spans)]


def test_marks_overlap_without_losing_a_letter() -> None:
    text = "  one two three  "
    page = marked(text, found(text, (2, 9), (6, 15), (6, 9)), ["1", "2", "3"], 0, str)
    assert text_of(page) == "one two three"
    assert re.findall(r'data-findings="([^"]*)"', page) == ["0-0", "0-0 0-1 0-2", "0-2"]
    assert re.findall(r'data-names="([^"]*)"', page) == ["1·2", "3"]


def test_the_gravest_gives_the_colour() -> None:
    text = "one two"
    both = [finding(text, "one two", severity="hint"), finding(text, "two", severity="error")]
    assert re.findall(r'class="(\w+)"', marked(text, both, ["1", "2"], 0, str)) == ["hint", "error"]


def test_what_is_about_all_lines_is_not_marked() -> None:
    text = "one\ntwo"
    assert marked(text, found(text, (0, 7)), ["1"], 0, str) == text
    assert "<mark" in marked("one two", found("one two", (0, 7)), ["1"], 0, str)
