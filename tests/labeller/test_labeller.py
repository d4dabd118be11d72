"""What a sentence is likely to do: its words, their pairs and its place, weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tonelint
from tests.labeller.made import CUT, FAULT, LACK, made
from tonelint import labeller
from tonelint.config import Settings
from tonelint.features import BUCKETS, buckets, features, placed, places, traits, weighed
from tonelint.labeller import lacks, lean_of_acts, lean_of_reply, lean_of_sentence, likely, loudest, shares
from tonelint.languages.en.language import ENGLISH
from tonelint.linter import LANGUAGES, Linter
from tonelint.network import ACTS
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


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made({"gadzooks": 30}, {"zounds": 100}, {"no": {"begone": 40}, "kind": {"alas": 40}})
    monkeypatch.setattr(labeller, "of", lambda code: own if code == EN else None)


@pytest.mark.usefixtures("by_hand")
def test_the_more_words_the_more_it_takes() -> None:
    short, long = "Gadzooks it works.", "Gadzooks it works and " + "so on and on " * 5 + "it goes."
    assert [at for _, at in likely(FAULT, reply_of(f"It works. {short}"))] == [1]
    assert not likely(FAULT, reply_of(long))
    steps = 30 * len(features(views(short)[0].words, ENGLISH)) ** -0.5
    assert lean_of_sentence(FAULT, reply_of(short), 0) == pytest.approx(steps, abs=0.05)
    assert likely(FAULT, reply_of(short))[0][0] == pytest.approx(steps - CUT, abs=0.05)
    assert lean_of_sentence("even", reply_of(short), 0) is None
    assert not likely("even", reply_of(short))


@pytest.mark.usefixtures("by_hand")
def test_what_a_reply_lacks_its_loudest_sentence_tells() -> None:
    reply = reply_of("It works. Zounds. It does.")
    assert lacks(LACK, reply, EN)
    assert loudest(LACK, reply, EN) == 1
    assert not lacks(LACK, reply_of("It works. It does."), EN)
    assert lean_of_reply(LACK, reply_of("🙂"), EN) == 0
    assert loudest(LACK, reply_of(""), EN) is None
    assert lean_of_reply(LACK, reply_of("It works."), "fa") is None
    assert lean_of_reply("even", reply_of("It works."), EN) is None
    assert not lacks("even", reply_of("It works."), EN)


@pytest.mark.usefixtures("by_hand")
def test_what_sentences_do_is_weighed_too() -> None:
    reply = reply_of("Alas. Begone now. It works.")
    likeliest = [max((lean_of_acts([act], reply, at), act) for act in ("no", "kind"))[1] for at in range(2)]
    assert likeliest == ["kind", "no"]
    assert lean_of_acts(["no", "kind"], reply, 2) == 0
    assert lean_of_acts(["no"], reply, 1) > 0


@pytest.mark.usefixtures("by_hand")
def test_words_share_what_a_sentence_leans_to() -> None:
    reply = reply_of("It works, gadzooks. It zounds so.")
    words = [word.key for word in reply.views[0].words]
    own = shares(FAULT, reply, 0)
    assert len(own) == len(words) and max(zip(own, words))[1] == "gadzooks"
    assert [one > 0 for one in shares(LACK, reply, 1)] == [False, True, False, False]
    assert not any(shares(FAULT, reply, 1))  # at 0 no word of it counts


def test_what_was_learnt_is_whole() -> None:
    for code in LANGUAGES:
        own = labeller.of(code)
        assert own is not None
        assert {"effort", "hostility", *ACTS} <= own.labels.keys() and "bad-news-sandwich" in own.lacks
        assert own.cuts.keys() == own.doubts.keys() == {*own.labels, *own.lacks} - {*ACTS}
        assert len(own._weights.rows) == BUCKETS * len(own._weights.steps)
        assert {len(values) for values in own._weights.places.values()} == {len(own._weights.steps)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_stands_around_a_sentence_counts(code: str) -> None:
    own = labeller.of(code)
    assert own is not None
    no, why = {
        "en": ("We cannot refund it.", "The return window closed in March."),
        "fa": ("مبلغ را برنمی‌گردانیم.", "مهلت بازگشت اسفند تمام شد."),
    }[code]

    def lean(text: str) -> float:
        read = document.read(text, LANGUAGES, code)
        all_of_it = [View(sentence, number, LANGUAGES[code]) for number, sentence in enumerate(read.sentences)]
        return lean_of_reply("refusal-without-reason", Reply(read, (), Context(), all_of_it), code) or 0

    assert lean(f"{no} {why}") < lean(no)


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
