"""Laws of the text layer that hold for every str."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint.text.document import read
from tonelint.text.fold import INVISIBLE, fold
from tonelint.text.lines import Lines
from tonelint.text.zones import find

PIECES = [
    "سلام", "نمی‌شود", "می شود", "Hi", "don’t", " ", " ", "\n", "\r\n", "\r", "\n\n", ".", "؟", "…", "،", ":", "{{name}}", "[نام]",
    "<b>", "</b>", "<br>", "&amp;", "https://a.ir/b", "a@b.co", "@ana", "#12345", "AB-1234", "```\n", "`x`", "«", "»", '"', "'", "> ", "- ",
    "1. ", "۲) ", "✅ ", "🙂", "👩‍💻", "۱۲٫۵", "12", "XXX", "____", "On a wrote:\n", "Best,\n", "با احترام\n", "Sara\n", "-- \n", "\u200c", "\u202b",
    "\u0650", "\x00", "\ud800", "(", ")", "*", "e.g.", "ق.ظ.", "a", "A", "<pre>\n", "</pre>", "Subject: ", "# ", "%s", "$x",
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
characters = st.characters(exclude_categories=())


def is_blank(piece: str) -> bool:
    return all(character.isspace() or _invisible(character) for character in piece)


def _invisible(character: str) -> bool:
    import re

    return bool(re.match(f"[{INVISIBLE}]", character))


@settings(max_examples=300)
@given(texts)
def test_documents(text: str) -> None:
    document = read(text, {})
    assert document.text == text

    place = 0
    for block in document.blocks:
        assert block.start == place < block.end
        place = block.end
    assert place == len(text), "blocks tile the text"

    place = 0
    for zone in document.zones:
        assert place <= zone.start < zone.end <= len(text), "zones are sorted and do not overlap"
        place = zone.end

    place = 0
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert block.kind == "code" or sentence.tokens
        assert (sentence.tokens[0].start, sentence.tokens[-1].end) == (sentence.start, sentence.end)
        for token in sentence.tokens:
            assert place <= token.start < token.end
            gap = text[place : token.start]
            assert is_blank(gap) or any(block.kind == "code" for block in document.blocks), "only blanks are left out"
            assert not text[token.start : token.end].isspace()
            assert token.kind == "zone" or token.key == "<html>" or token.key == fold(text[token.start : token.end])
            place = token.end
    assert is_blank(text[place:]) or any(block.kind == "code" for block in document.blocks)


@settings(max_examples=300)
@given(st.text(characters))
def test_a_key_is_its_own_key(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@settings(max_examples=200)
@given(st.text(st.one_of(st.sampled_from("\r\n🙂a"), characters)))
def test_lines_go_round(text: str) -> None:
    lines = Lines(text)
    last = (1, 0)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert lines.offset(line, column) == offset
        assert lines.from_utf16(lines.utf16(offset)) == offset
        assert last < (line, column), "positions grow"
        last = (line, column)
        assert lines.utf16(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@settings(max_examples=100)
@given(texts)
def test_reading_again_changes_nothing(text: str) -> None:
    assert read(text, {}) == read(text, {})
    assert find(text) == read(text, {}).zones
