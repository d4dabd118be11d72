"""Persian, as the text layer and the rules ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tonelint.languages.fa import forms, paradigms
from tonelint.languages.fa.joining import join
from tonelint.languages.fa.nouns import stems
from tonelint.languages.fa.verbs import readings
from tonelint.types import Reading, Token


@lru_cache(maxsize=1)
def _conjunctions() -> frozenset[str]:
    return frozenset(paradigms.words()["clause"])


class Persian:
    """The Persian language; see `languages.base.Language` for what each method answers.

    >>> PERSIAN.readings("نمیشود")[0].lemma
    'شدن'
    """

    code = "fa"

    def join(self, tokens: list[Token], text: str) -> list[Token]:
        """Returns the tokens of one sentence, those made one that are one word."""
        return join(tokens, text)

    def readings(self, key: str) -> tuple[Reading, ...]:
        """Returns every way to read a key as a verb form, the likeliest first."""
        return readings(key)

    def reinflect(self, reading: Reading, lemma: str) -> str | None:
        """Returns the same form of another verb, as it is written out; None if it has none."""
        try:
            return forms.reinflect(reading, lemma)
        except KeyError:
            return None

    def stems(self, key: str) -> tuple[str, ...]:
        """Returns what a key may be a noun form of, the key itself first."""
        return stems(key)

    def breaks_clause(self, token: Token) -> bool:
        """Whether a new clause begins at this token."""
        return token.key in _conjunctions()

    def in_style_of(self, words: str, text: str) -> str:
        """Returns words of a rewrite as the writer of a text would have put them, in that voice and spelling."""
        from tonelint.languages.fa.habits import in_style_of  # needed only where something is rewritten

        return in_style_of(words, text)

    def fit(self, words: str, sentence: Sequence[Token], first: int, last: int, text: str) -> tuple[int, int, str]:
        """Returns what to put where: the words in place of those from `first` to `last`; no neighbour changes."""
        return sentence[first].start, sentence[last - 1].end, words

    def turn(
        self, name: str, sentence: Sequence[Token], first: int, last: int, text: str
    ) -> tuple[int, int, str] | None:
        """Returns a clause turned round the found words; None where that cannot be done."""
        from tonelint.languages.fa.turns import turn  # needed only where something is rewritten

        return turn(name, sentence, first, last, text)


PERSIAN = Persian()
