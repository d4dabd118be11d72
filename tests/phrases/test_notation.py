"""The phrase notation: what it parses to, and what it says of a mistake."""

from __future__ import annotations

import pytest

from tonelint.phrases import Notation, PhraseError
from tonelint.trees import Nodes, takes_words


def words(text: str) -> list[str]:
    return text.casefold().split()


def parse(phrase: str, **sets: list[str]) -> Nodes:
    return Notation(words, sets).parse(phrase)


def key(*spelt: str) -> tuple[str, frozenset[str]]:
    return ("key", frozenset(spelt))


@pytest.mark.parametrize(
    ("phrase", "nodes"),
    [
        ("please be", (key("please"), key("be"))),
        ("(cat|dog)", (key("cat", "dog"),)),
        ("(very)? good", (("optional", (key("very"),)), key("good"))),
        ("a … b", (key("a"), ("gap", 4, False, ()), key("b"))),
        ("a …8, b", (key("a"), ("gap", 8, True, ()), key("b"))),
        ("ticket+", (("noun", frozenset(["ticket"])),)),
        ("{send}", (("verb", frozenset(["send"]), ()),)),
        ("x=(good day)", (("capture", "x", (key("good"), key("day"))),)),
        ("say x=(it)", (key("say"), ("capture", "x", (key("it"),)))),
        ("a …3!(or) b", (key("a"), ("gap", 3, False, (key("or"),)), key("b"))),
        ("say &(no)", (key("say"), ("ahead", (key("no"),)))),
        ("no !(more) way", (key("no"), ("not", (key("more"),)), key("way"))),
        ("a _ b", (key("a"), ("word",), key("b"))),
        ("^ no $", (("start",), key("no"), ("end",))),
        ("no, thanks", (key("no"), ("comma",), key("thanks"))),
        ("<url>", (key("<url>"),)),
        ("<number> days", (("number",), key("days"))),
        ("no,? thanks", (key("no"), ("optional", (("comma",),)), key("thanks"))),
        ("(cat|dog)+ food", (("noun", frozenset(["cat", "dog"])), key("food"))),
        ("{send}? it", (("optional", (("verb", frozenset(["send"]), ()),)), key("it"))),
    ],
)
def test_parses(phrase: str, nodes: object) -> None:
    assert parse(phrase) == nodes


def test_longer_alternatives_come_first() -> None:
    (choice,) = parse("(give|give it back|give back)")
    assert [len(sequence) for sequence in choice[1]] == [3, 2, 1]


def test_a_set_of_single_words_is_one_look_up() -> None:
    assert parse("@pets", pets=["cat", "dog"]) == (key("cat", "dog"),)


def test_sets_may_name_sets() -> None:
    assert parse("@all", all=["@pets", "cow"], pets=["cat"]) == (key("cat", "cow"),)


def test_features_by_category() -> None:
    ((_, lemmas, features),) = parse("{send|ship past|participle 1}")
    assert lemmas == {"send", "ship"}
    assert dict(features) == {"tense": {"past", "participle"}, "person": {"1s", "1p"}}


@pytest.mark.parametrize(
    ("phrase", "column", "message"),
    [
        ("(a|b", 1, "“(” is not closed"),
        ("a|b", 2, "“|” stands only between brackets: (a|b)"),
        ("{send", 1, "“{” is not closed"),
        ("{}", 1, "{} names no verb; write {send} or {* 2}"),
        ("{send soon}", 1, "“soon” is no verb feature"),
        ("go @nowhere", 4, "there is no word set “nowhere”"),
        ("a)", 2, "“)” has no meaning here"),
        ("…", 1, "a phrase has to name at least one word"),
        ("(a)?", 1, "a phrase has to name at least one word"),
        ("", 1, "a phrase has to name at least one word"),
        ("(a|)", 1, "an alternative is empty; write (…)? for an optional part"),
        ("ticket +", 8, "“+” follows a noun without a blank: ticket+"),
        ("({send})+", 9, "“+” follows nouns only: ticket+ or (ticket|case)+"),
        ("<url", 1, "“<” is not closed; write <number>, <url>, <placeholder> …"),
    ],
)
def test_mistakes_have_a_column_and_say_what_to_do(phrase: str, column: int, message: str) -> None:
    with pytest.raises(PhraseError) as raised:
        parse(phrase)
    assert (raised.value.column, raised.value.message) == (column, message)


def test_a_set_that_contains_itself_is_a_mistake() -> None:
    with pytest.raises(PhraseError, match="contains itself"):
        parse("@a", a=["@b"], b=["x", "@a"])


def test_takes_words() -> None:
    assert takes_words(parse("(a|b c)")[0])
    assert not takes_words(("gap", 4, False, ()))
