"""What a sentence is likely to do: its words, their pairs and its place, weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tonelint
from tests.labeller.made import CUT, made
from tonelint import labeller
from tonelint.config import Settings
from tonelint.features import BUCKETS, buckets, features, placed, places, traits, weighed
from tonelint.labeller import Weights, excess_of_reply, excess_of_sentence, leaning, restored, stored
from tonelint.languages.en.language import ENGLISH
from tonelint.linter import LANGUAGES, Linter
from tonelint.text import document
from tonelint.types import Act, Context, Reply, Span
from tonelint.views import View

EN = "en"


def views(text: str) -> list[View]:
    read = document.read(text, LANGUAGES, EN)
    return [View(sentence, number, LANGUAGES[EN]) for number, sentence in enumerate(read.sentences)]


@given(st.text())
def test_a_word_has_at_least_one_weight_and_few(word: str) -> None:
    own = buckets((word,))
    assert own == buckets((word,)) == sorted(own)
    assert 1 <= len(own) <= 300 and all(0 <= number < BUCKETS for number in own)


def test_features_of_a_sentence_are_its_words_what_it_is_about_and_how_it_is_built() -> None:
    [view] = views("Wait, wait 5 days!")
    assert [" ".join(feature) for feature in features(view.words, ENGLISH)] == [
        *("wait", "#", "days", "!", "< wait", "wait wait", "wait #", "# days", "days !", "! >"),
        *("~deed.wait", "~#", "~time.day", "~!"),
        *("~< ~deed.wait", "~deed.wait ~deed.wait", "~deed.wait ~#", "~# ~time.day", "~time.day ~!", "~! ~>"),
        *("~< ~deed.wait ~deed.wait", "~deed.wait ~deed.wait ~#", "~deed.wait ~# ~time.day"),
        *("~# ~time.day ~!", "~time.day ~! ~>"),
        *("< ~deed.wait", "wait ~deed.wait", "wait ~#", "# ~time.day", "days ~!", "! ~>"),
        *("~< wait", "~deed.wait wait", "~deed.wait #", "~# days", "~time.day !", "~! >"),
        *("^< ^base", "^base ^base", "^base ^#", "^# ^*", "^* ^!", "^! ^>"),
        *("^< ^base ^base", "^base ^base ^#", "^base ^# ^*", "^# ^* ^!", "^* ^! ^>"),
    ]
    assert features([], ENGLISH) == []


@given(st.text())
def test_each_feature_is_about_some_of_the_words(text: str) -> None:
    for view in views(text):
        own = weighed(view.words)
        found = list(placed(own, ENGLISH))
        assert list(dict.fromkeys(feature for feature, _ in found)) == features(view.words, ENGLISH)
        assert all(at and set(at) <= set(range(len(own))) for _, at in found)


def reply_of(text: str) -> Reply:
    return Reply(document.read(text, LANGUAGES, EN), (), Context(), views(text))


def test_places_tell_how_many_how_long_and_the_last() -> None:
    assert places(views("One. Two. Three.")) == [
        ("", "of 3", "size 0"), ("", "of 3", "size 0"), ("", "of 3", "size 0", "last")
    ]  # fmt: skip
    assert places([]) == []
    acts = [Act(name, 0, 3, 0, 0, Span(0, 3)) for name in ("refusal", "offer", "offer")]
    assert traits(views("One."), "chat", acts) == ("", "of 1", "size 0", "channel chat", "act offer", "act refusal")


def test_the_more_words_the_more_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made("odd", {"gadzooks": 30})
    monkeypatch.setattr(labeller, "of", lambda code: own)
    short, long = "Gadzooks it works.", "Gadzooks it works and " + "so on and on " * 5 + "it goes."
    assert [view.number for _, view in leaning("odd", reply_of(f"It works. {short}"))] == [1]
    assert not leaning("odd", reply_of(long))
    steps = 30 * len(features(views(short)[0].words, ENGLISH)) ** -0.5
    assert excess_of_sentence("odd", reply_of(short), 0) == pytest.approx(steps - CUT)
    assert excess_of_sentence("even", reply_of(short), 0) is None
    assert not leaning("even", reply_of(short))


def test_a_reply_is_weighed_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made("reply:odd", {"gadzooks": 100})
    monkeypatch.setattr(labeller, "of", lambda code: own)
    assert (excess_of_reply("odd", reply_of("Gadzooks. It works."), EN) or 0) > 0
    assert (excess_of_reply("odd", reply_of("It works. It does."), EN) or 0) < 0
    assert excess_of_reply("odd", reply_of("🙂"), EN) == -CUT
    assert excess_of_reply("odd", reply_of("It works."), "fa") is None
    assert excess_of_reply("even", reply_of("Gadzooks. It works."), EN) is None


def test_a_sentence_leans_by_its_own_words_and_by_those_of_its_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made("odd", {"gadzooks": 30}, whole={"zounds": 90})
    monkeypatch.setattr(labeller, "of", lambda code: own)
    assert not leaning("odd", reply_of("Gadzooks it works and so on and on. It does."))
    found = leaning("odd", reply_of("Gadzooks it works and so on and on. Zounds."))
    assert max(found)[1].number == 0


@given(
    st.lists(st.text(min_size=1), min_size=1, max_size=3, unique=True).map(tuple),
    st.binary(max_size=50),
    st.floats(-100, 100),
)
def test_weights_come_back_as_they_were_stored(labels: tuple[str, ...], rows: bytes, value: float) -> None:
    one = (value,) * len(labels)
    weights = Weights(labels, rows, one, {"": one, "last": one}, (-float("inf"), *one[1:]), {labels[0]: one})
    assert restored(stored(weights)) == weights


def test_what_was_learnt_is_whole() -> None:
    for code in LANGUAGES:
        own = labeller.of(code)
        assert own is not None
        assert {"effort", "hostility", "reply:bad-news-sandwich"} <= own.labels.keys()
        assert len(own._weights.rows) == BUCKETS * len(own.labels)
        assert {len(values) for values in own._weights.places.values()} == {len(own.labels)}
        assert len(own._weights.unit) == len(own._weights.doubts) == len(own.labels)


def test_a_language_that_was_not_learnt_has_none() -> None:
    assert labeller.of("eo") is None


def test_a_team_switches_it_off() -> None:
    on, off = Linter(), Linter(Settings(labeller=False))
    reply = "Hi Sara,\n\nIf you had read the page you signed, you would know that.\n\nMia"
    learnt = {rule.id for rule in on.rules.values() if rule.kind == "likely"}
    assert learnt
    assert not {finding.rule for finding in off.check(reply).findings} & learnt
    empty = Reply(document.read("", LANGUAGES), (), tonelint.Context())
    assert not empty.views
