"""YAML without surprises: everything a string, every mistake with place and remedy, nothing that blows up."""

# ruff: noqa: E501 (an error text is one line)

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tonelint.rulebook.strict_yaml import MAX_BYTES, Items, Node, Table, Text, parse


@pytest.fixture(params=["with libyaml", "without libyaml"], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML can be installed without its C part; it then says less well what is wrong, but the same is wrong."""
    if request.param == "without libyaml":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML has no libyaml here")


def problems(data: str | bytes) -> list[str]:
    return [str(problem) for problem in parse(data.encode() if isinstance(data, str) else data, "a.yaml")[1]]


def plain(node: Node | None) -> object:
    if isinstance(node, Table):
        return {key: plain(value) for key, value in node.values.items()}
    return [plain(item) for item in node.items] if isinstance(node, Items) else node and node.value


@pytest.mark.parametrize(
    "scalar", ["no", "yes", "on", "null", "~", "1:30", "3.10", "010", "0x1F", "1e3", "2024-01-02", "=", "<<", ".inf"]
)
def test_every_scalar_is_itself(scalar: str) -> None:
    node, mistakes = parse(f"a: {scalar}\n{scalar}: b\nc: [{scalar}]".encode(), "a.yaml")
    assert plain(node) == {"a": scalar, scalar: "b", "c": [scalar]}
    assert mistakes == []


def test_everything_knows_its_place() -> None:
    node, _ = parse("نام: «متن»\nb:\n  - 'c'\n  - d: \"\"\n".encode(), "a.yaml")
    assert node == Table(
        {
            "نام": Text("«متن»", False, 1, 6),
            "b": Items((Text("c", True, 3, 5), Table({"d": Text("", True, 4, 8)}, {"d": Text("d", False, 4, 5)}, 4, 5)), 3, 3),
        },
        {"نام": Text("نام", False, 1, 1), "b": Text("b", False, 2, 1)},
        1,
        1,
    )  # fmt: skip


@pytest.mark.parametrize("data", ["", "# nothing\n", "\ufeff", "---\n...\n# end"])
def test_nothing_there(data: str) -> None:
    node, mistakes = parse(data.encode(), "a.yaml")
    assert node is None or node == Text("", False, node.line, node.column)
    assert mistakes == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_bom_change_nothing(newline: str, bom: str) -> None:
    data = bom + newline.join(["id: a", "b: c", "id: d"])
    assert problems(data) == ['a.yaml:3:1: the key "id" is here twice; the first is in line 1']


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("a: b\na: c", '2:1: the key "a" is here twice; the first is in line 1'),
        ("x: {b: c, b: d}", '1:11: the key "b" is here twice; the first is in line 1'),
        ("a: &x b", '1:4: "&x" is an anchor to YAML, which is not allowed here; a text that begins with & needs quotes'),
        ("a: *x", '1:4: "*x" is an alias to YAML, which is not allowed here; a text that begins with * needs quotes'),
        ("- !(be) b", '1:3: "!(be)" is a tag to YAML, which is not allowed here; a text that begins with ! needs quotes'),
        ("a: !!int 3", '1:4: "!tag:yaml.org,2002:int" is a tag to YAML, which is not allowed here; '
         "a text that begins with ! needs quotes"),
        ("[a]: b", "1:1: a key must be a text"),
        ("a: b\n---\nc: d", "2:1: a second document begins here; one rule file holds one rule"),
        ("a: b\n\tc: d", "2:1: YAML cannot be indented with tabs; use spaces"),
        ("a:\n\tb: d", "2:1: YAML cannot be indented with tabs; use spaces"),
        ("a: b: c", '1:5: a text with ": " in it must stand in quotes (or the indentation is wrong)'),
        ("a:\n  b: c\n   d: e", '3:5: a text with ": " in it must stand in quotes (or the indentation is wrong)'),
        ("- @us can not", '1:3: a text that begins with "@" must stand in quotes'),
        ("- , and", '1:3: a text that begins with "," must stand in quotes'),
        ("- %x", '1:3: a text that begins with "%" must stand in quotes'),
        ("match: {send} it", '1:15: a text that begins with "{", or has , [ ] { } in it inside brackets, '
         "must stand in quotes"),
        ("a: [x {y} z]", '1:7: a text that begins with "[", or has , [ ] { } in it inside brackets, must stand in quotes'),
        ("- 'no' is a word", "1:8: something follows the closing quotation mark; put the whole text in the other kind of quotes"),
        ("a: order #5 is\nb: c", '1:4: what follows " #" is a comment to YAML; a text with " #" in it must stand in quotes'),
        ('a: b\nc: "d', "2:4: this quotation mark is never closed"),
        ("a: b\x00", "1:5: the character U+0000 cannot stand in YAML"),
        ("a: ب\nb: \x1b", "2:4: the character U+001B cannot stand in YAML"),
        ("ب: \u202e ok\nc: \ufffe", "2:4: the character U+FFFE cannot stand in YAML"),
    ],
)  # fmt: skip
def test_mistakes_say_where_and_what_to_do(data: str, problem: str) -> None:
    assert problems(data) == [f"a.yaml:{problem}"]


def test_comments() -> None:
    node, mistakes = parse(b'#!x\na: b # c\nd: "e" #f\n#g\nh: i#j\nk: |\n  l #m\n', "a.yaml")
    assert plain(node) == {"a": "b", "d": "e", "h": "i#j", "k": "l #m\n"}
    assert mistakes == []


def test_not_utf_8() -> None:
    assert problems("a: سلام\nb: ".encode() + "سلام".encode("cp1256")) == [
        "a.yaml:2:4: this byte is not UTF-8; save the file as UTF-8"
    ]
    assert problems("a: b".encode("utf-16")) == ["a.yaml:1:1: this byte is not UTF-8; save the file as UTF-8"]


def test_several_mistakes_at_once() -> None:
    assert [problem.split(": ")[0] for problem in problems("a: *x\nb: &y c\nb: !z d")] == [
        "a.yaml:1:4",
        "a.yaml:2:4",
        "a.yaml:3:4",
        "a.yaml:3:1",
    ]


def test_bombs() -> None:
    laughs = "a: &a [x]\n" + "".join(f"b{n}: [{'*a, ' * 9}*a]\n" for n in range(50))
    assert len(problems(laughs)) == 501
    for deep in ("[" * 100_000, "{a: " * 100_000, "- " * 50_000, "\n".join(" " * n + "a:" for n in range(900))):
        assert problems(deep)[0].endswith("this is nested more than 20 deep")
    assert problems("#" * (MAX_BYTES + 1)) == ["a.yaml: the file has 1,000,001 bytes; 1,000,000 is the limit"]


@given(st.binary(max_size=60) | st.text(alphabet="ab:-?[]{}&*!|>'\"%@`,# \n\tسُ\u200c", max_size=40).map(str.encode))
def test_never_raises(data: bytes) -> None:
    node, mistakes = parse(data, "a.yaml")
    for mistake in mistakes:
        assert mistake.path == "a.yaml"
        assert mistake.line >= 1
        assert mistake.column >= 1
    assert node is not None or mistakes or not plain(node)
