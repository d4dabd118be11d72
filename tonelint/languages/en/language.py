"""English as the text layer and the rules see it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tonelint.languages.en import contractions, nouns, verbs
from tonelint.lexicon import read
from tonelint.types import Token


@cache
def _breaks() -> frozenset[str]:
    return frozenset(read("en_clauses")["breaks"].split())


class English:
    """The language "en". It has no state but the memos of its parts.

    >>> [t.key for t in ENGLISH.join([Token(0, 5, "we've", "word"), Token(6, 10, "sent", "word")], "We've sent")]
    ['we', 'have', 'sent']
    """

    code = "en"

    def join(self, tokens: list[Token], text: str) -> list[Token]:
        """Returns the tokens of one sentence with contractions split and spellings folded."""
        return contractions.join(tokens)

    readings = staticmethod(verbs.readings)
    reinflect = staticmethod(verbs.reinflect)
    stems = staticmethod(nouns.stems)

    def breaks_clause(self, token: Token) -> bool:
        """Whether a new clause begins at this token; "and" and "or" begin none."""
        return token.key in _breaks()

    def in_style_of(self, words: str, text: str) -> str:
        """Returns words of a rewrite as the writer of a text would have put them: contractions, British or American."""
        from tonelint.languages.en.habits import in_style_of  # needed only where something is rewritten

        return in_style_of(words, text)

    def fit(self, words: str, sentence: Sequence[Token], first: int, last: int, text: str) -> tuple[int, int, str]:
        """Returns what to put where: words with the article and the number that their place wants."""
        from tonelint.languages.en.fit import fit

        return fit(words, sentence, first, last, text)

    def turn(
        self, name: str, sentence: Sequence[Token], first: int, last: int, text: str
    ) -> tuple[int, int, str] | None:
        """Returns a clause turned round the found words, or None; see `tonelint.languages.en.turns`."""
        from tonelint.languages.en.turns import turn

        return turn(name, sentence, first, last, text)


ENGLISH = English()
