from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.config.globs import fits


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        ("*.md", ["a.md", "x/y/a.md", ".md"], ["a.mdx", "md"]),
        ("fa/*.md", ["fa/a.md"], ["x/fa/a.md", "fa/x/a.md", "a.md"]),
        ("fa", ["fa/a.md", "x/fa/a.md", "fa/x/y"], ["fab/a.md"]),
        ("fa/", ["fa/a.md", "x/fa/a.md"], ["fab/a.md"]),
        ("/fa", ["fa/a.md"], ["x/fa/a.md"]),
        ("./fa/**/a.md", ["fa/a.md", "fa/x/a.md", "fa/x/y/a.md"], ["x/a.md"]),
        ("**", ["a", "x/y"], ["../a"]),
        ("**/x/**", ["x/a", "b/x/c/d"], ["a/b"]),
        ("[ab]?.txt", ["a1.txt", "x/b2.txt"], ["c1.txt", "a.txt"]),
        ("پاسخ‌ها/*", ["پاسخ‌ها/۱.txt"], ["پاسخ/۱.txt"]),
        ("", [], ["a"]),
    ],
)
def test_what_fits(pattern: str, fitting: list[str], others: list[str]) -> None:
    assert [path for path in fitting if not fits(path, pattern)] == []
    assert [path for path in others if fits(path, pattern)] == []


def test_a_pattern_starts_from_its_folder() -> None:
    assert fits("/a/b/c.md", "b/*.md", "/a")
    assert not fits("/a/b/c.md", "b/*.md", "/a/b")
    assert not fits("/other/c.md", "**", "/a")


@given(st.text(alphabet="ab*?[]/.", max_size=20), st.text(alphabet="ab/.", min_size=1, max_size=20))
def test_any_pattern_can_be_asked(pattern: str, path: str) -> None:
    fits(path, pattern)


def test_no_pattern_takes_long() -> None:
    began = time.perf_counter()
    fits("a/" * 500 + "b", "**/a*a*/" * 200 + "c")
    fits("a" * 5000, "*a" * 60 + "b")
    assert time.perf_counter() - began < 2
