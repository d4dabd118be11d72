import pytest

from tonelint.memo import LONGEST
from tonelint.text.fold import KEYS, fold


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("نمی\u200cشود", "نمیشود"),
        ("نميشود", "نمیشود"),
        ("نِمی\u200cشَود", "نمیشود"),
        ("نمـــی‌شود", "نمیشود"),
        ("ﻧﻤﯽ‌ﺷﻮﺩ", "نمیشود"),
        ("نمی\u200f\u200cشود", "نمیشود"),
        ("می¬شود", "میشود"),
        ("كتاب", "کتاب"),
        ("لطفاً", "لطفا"),
        ("متأسفانه", "متاسفانه"),
        ("مسئول", "مسیول"),
        ("بیانیۀ", "بیانیه"),
        ("بیانیهٔ", "بیانیه"),
        ("ﻻزم", "لازم"),
        ("۱۲٬۵۰۰", "12,500"),
        ("٣", "3"),
        ("۵۰٪", "50%"),
        ("؟", "?"),
        ("،", ","),
        ("Can’t", "can't"),
        ("DONʼT", "don't"),
        ("O´Neil", "o'neil"),
        ("ＨＥＬＬＯ", "hello"),
        ("\ufeffHi", "hi"),
        ("up\u00addate", "update"),
        ("", ""),
    ],
)
def test_every_spelling_has_one_key(word: str, key: str) -> None:
    assert fold(word) == key
    assert fold(key) == key


@pytest.mark.parametrize(("one", "other"), [("آن", "ان"), ("گل", "کل"), ("پر", "بر"), ("چای", "جای"), ("ژاله", "زاله")])
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_memo_stays_bounded() -> None:
    most = 1 << 16
    for number in range(most + 10):
        fold(f"word{number}")
    assert len(KEYS) <= most
    long = "A" * (LONGEST + 1)
    assert fold(long) == long.lower()
    assert long not in KEYS


def test_every_code_point_folds_and_folding_twice_changes_nothing() -> None:
    """Presentation forms that Unicode leaves unassigned have no plain form but themselves."""
    for code in range(0xFB00, 0x10000):
        key = fold("a" + chr(code))
        assert fold(key) == key, hex(code)
