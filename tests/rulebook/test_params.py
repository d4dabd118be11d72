"""Each kind has its params, and each param its shape."""

from __future__ import annotations

import pytest

from tonelint.kinds import KINDS
from tonelint.rulebook.params import PARAMS, mistakes


def test_every_kind_is_listed() -> None:
    assert PARAMS.keys() == KINDS.keys()


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("companion", "when", ("refusal", "question")),
        ("companion", "when", "refusal"),
        ("companion", "before", "any"),
        ("companion", "after", "0"),
        ("companion", "side", "after"),
        ("length", "least", "12"),
        ("passive", "level", "ours"),
        ("missing-name", "channels", ("email", "chat")),
        ("missing-name", "friendly", ("there",)),
        ("sandwich", "missing-both", {"fa": "الف", "en": "a"}),
        ("placeholder", "patterns", (r"\[\w+\]", "x")),
    ],
)
def test_right(kind: str, key: str, value: object) -> None:
    assert list(mistakes(kind, {key: value}, ["refusal"])) == []


@pytest.mark.parametrize(
    ("kind", "key", "value", "message"),
    [
        ("companion", "when", ("refusal", "xyz"), '"xyz" is no act; known are: question, refusal'),
        ("companion", "when", (), "a text or a list of texts has to stand here"),
        ("companion", "when", {"fa": "refusal"}, "a text or a list of texts has to stand here"),
        ("companion", "before", "some", "a whole number or any has to stand here"),
        ("companion", "before", ("1", "2"), "a whole number or any has to stand here"),
        ("companion", "side", "before", '"before" is unknown here; known are: after'),
        ("length", "least", "any", "a whole number has to stand here"),
        ("length", "least", "۳", "a whole number has to stand here"),
        ("passive", "level", "our", '"our" is unknown here; did you mean "ours"?'),
        ("missing-name", "channels", ("mail",), '"mail" is unknown here; did you mean "email"?'),
        ("sandwich", "missing-both", "text", "a text for each language has to stand here (fa, en)"),
        ("sandwich", "missing-both", {"de": "x"}, "a text for each language has to stand here (fa, en)"),
        ("placeholder", "patterns", ("x", "(y"), "this is no regular expression: "
         "missing ) at position 2"),
        ("wrong-name", "most", "3", 'a rule of kind wrong-name has no param "most"'),
    ],
)  # fmt: skip
def test_wrong(kind: str, key: str, value: object, message: str) -> None:
    assert list(mistakes(kind, {key: value}, ["refusal"])) == [((key,), message)]


def test_a_kind_that_is_not_listed_may_ask_for_anything() -> None:
    assert list(mistakes("new", {"x": "y"}, [])) == []
