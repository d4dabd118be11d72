from __future__ import annotations

import pytest

from tests.languages.en.words import joined
from tonelint.languages.en.fit import fit

FITTED = [
    ("it is in [KYC]", "an identity check", "it is in an identity check"),
    ("your new [KYC]", "an identity check", "your new identity check"),
    ("Two prices, [lol].", "", "Two prices."),
    ("the wrong house [lol], our bad", "", "the wrong house, our bad"),
    ("Hi there, [I assure you] we try", "", "Hi there, we try"),
    ("[The aforementioned] fees are due.", "this", "these fees are due."),
    ("[The aforementioned] fee is due.", "this", "this fee is due."),
    ("[Please find below] the two steps.", "here is", "here are the two steps."),
    ("[Please find below] the address of our shops.", "here is", "here is the address of our shops."),
    ("our [Tier 2 team] calls", "specialists", "our specialists calls"),
    ("but [I assure you] we try", "", "but we try"),
    ("Here is an [SLA] for you.", "reply time", "Here is a reply time for you."),
    ("An [SLA] is here.", "reply time", "A reply time is here."),
    ("It is a [PoC].", "idea", "It is an idea."),
    ("It is an [esteemed] customer.", "", "It is a customer."),
    ("our [ops] did it", "our team", "our team did it"),
    ("I asked [ops] today", "our team", "I asked our team today"),
    ("I sent it to [AR] today", "the accounts team", "I sent it to the accounts team today"),
    ("our new [AR] did it", "the accounts team", "our new accounts team did it"),
    ("an [L2 engineer] calls", "specialists", "a specialist calls"),
    ("our [L2 team] calls", "specialists", "our specialists calls"),
    ("[AR] will call.", "the accounts team", "The accounts team will call."),
    ("The [RCA] is late.", "report on the cause", "The report on the cause is late."),
]


@pytest.mark.parametrize(("marked", "words", "becomes"), FITTED)
def test_words_fit_their_place(marked: str, words: str, becomes: str) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    end = marked.index("]") - 1
    sentence = joined(text)
    inside = [n for n, word in enumerate(sentence) if start <= word.start < end]
    a, b, better = fit(words, sentence, inside[0], inside[-1] + 1, text)
    assert " ".join((text[:a] + better + text[b:]).split()) == becomes
