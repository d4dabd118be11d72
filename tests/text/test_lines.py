import pytest

from tonelint.text.lines import Lines

TEXT = "Hi\r\nسلام\n\n🙂 ok\rend"


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (1, 4)), (4, (2, 1)), (8, (2, 5)), (9, (3, 1)), (10, (4, 1)), (15, (5, 1)), (18, (5, 4))],
)
def test_positions(offset: int, place: tuple[int, int]) -> None:
    assert Lines(TEXT).position(offset) == place
    assert Lines(TEXT).offset(*place) == offset


def test_utf16_counts_an_emoji_twice() -> None:
    lines = Lines(TEXT)
    assert lines.utf16(10) == 10
    assert lines.utf16(11) == 12
    assert lines.from_utf16(12) == 11
    assert lines.from_utf16(11) == 10, "the middle of a pair is the beginning of its character"


@pytest.mark.parametrize("offset", [-1, 19])
def test_offsets_outside_of_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match="no offset"):
        Lines(TEXT).position(offset)
    with pytest.raises(ValueError, match="no offset"):
        Lines(TEXT).utf16(offset)


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (1, 5), (3, 2), (5, 5), (6, 1)])
def test_places_outside_of_the_text(place: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no line"):
        Lines(TEXT).offset(*place)


def test_an_empty_text_has_one_line() -> None:
    assert len(Lines("")) == 1
    assert Lines("").position(0) == (1, 1)
    assert Lines("").offset(1, 1) == 0
