from tonelint.memo import LONGEST, Memo


def test_a_memo_asks_once() -> None:
    asked: list[str] = []

    def find(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(find)
    assert [memo[word] for word in ("a", "bc", "a")] == [1, 2, 1]
    assert asked == ["a", "bc"]


def test_a_memo_stays_bounded() -> None:
    memo = Memo(str, most=100)
    assert [memo[number] for number in range(1000)] == [str(number) for number in range(1000)]
    assert len(memo) <= 100


def test_a_memo_does_not_keep_what_is_too_long_to_come_again() -> None:
    memo = Memo(str.lower)
    short, long = "A" * LONGEST, "A" * (LONGEST + 1)
    assert (memo[short], memo[long]) == (short.lower(), long.lower())
    assert list(memo) == [short]
