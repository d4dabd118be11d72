from __future__ import annotations

import json

import pytest

from tonelint.lexicon import build, read


def test_the_shipped_lexicon_is_what_the_build_makes() -> None:
    pytest.importorskip("hazm", reason="hazm is not installed; it comes with the dev extra")
    with open(build.PRODUCT, encoding="utf-8") as file:
        assert file.read() == build.product()
    assert build.main(["--check"]) == 0


def test_it_names_its_source() -> None:
    assert read("fa_verbs")["source"].startswith("hazm verbs.dat sha256 ")


def test_every_verb_of_hazm_is_in_it() -> None:
    hazm = pytest.importorskip("hazm", reason="hazm is not installed; it comes with the dev extra")
    import yaml

    with open(build.OVERLAY, encoding="utf-8") as file:
        corrections = yaml.safe_load(file)["corrections"]
    with open(hazm.default_verbs, encoding="utf-8") as file:
        wanted = {past + "ن" for past, _ in build.pairs(file.read().splitlines(), corrections)}
    assert wanted <= {row[0] for row in read("fa_verbs")["verbs"]}


def test_prefixed_verbs_are_tied_to_their_base() -> None:
    verbs = {"گشتن": build.Stems(("گشت",), ("گرد",)), "برگشتن": build.Stems(("برگشت",), ("برگرد",))}
    assert build.prefixed(verbs, {"بر": []}) == {"برگشتن": ("بر", "گشتن")}


def test_a_likeness_alone_is_no_prefix() -> None:
    verbs = {"یدن": build.Stems(("ید",), ("ین",)), "بریدن": build.Stems(("برید",), ("بر",))}
    assert build.prefixed(verbs, {"بر": []}) == {}


def test_nouns_that_never_occur_are_left_out() -> None:
    rows = ["خرید\t5\tN", "شدید\t0\tAJ", "کنید\t9\t0", "بخش\u200cها\t3\tN,PL"]
    assert build.nouns(rows) == {"خرید", "بخشها"}


def test_the_product_is_json_with_one_verb_per_line() -> None:
    overlay = {"corrections": {}, "common": {"شدن": {}}, "light": [], "intransitive": [], "preverbs": {}, "broken": [],
               "irregular": {"بودن": {"است": "present 3s pos formal ?"}}, "ambiguous": [], "sure": [], "never": [],
               **{name: [] for name in build.COPIED}}  # fmt: skip
    text = build.build(["شد#شو", "جند#جن"], ["شدید\t5\tAJ", "جند\t3\tN"], overlay)
    made = json.loads(text)
    assert made["verbs"] == [["شدن", "", "شد", "شو", "", "", "c"], ["جندن", "", "جند", "جن", "", "", ""]]
    assert made["irregular"]["است"] == [["بودن", "present", "3s", "pos", "formal", "?"]]
    assert (made["ambiguous"], made["never"]) == (["شدید"], ["جند"])
    assert text.splitlines()[-3:] == ['["شدن","","شد","شو","","","c"],', '["جندن","","جند","جن","","",""]', "]}"]
