"""English as the text layer and the rules see it."""

from __future__ import annotations

from tonelint.languages.en import contractions, nouns, verbs
from tonelint.types import Reading, Token

_BREAKS = frozenset(
    "although because but however if nevertheless otherwise since though unless until when whenever whereas which"
    " while who whose".split()
)


class English:
    """The language "en". It has no state but the memos of its parts.

    >>> [t.key for t in ENGLISH.join([Token(0, 5, "we've", "word"), Token(6, 10, "sent", "word")], "We've sent")]
    ['we', 'have', 'sent']
    """

    code = "en"

    def join(self, tokens: list[Token], text: str) -> list[Token]:
        """Returns the tokens of one sentence with contractions split and spellings folded."""
        return contractions.join(tokens)

    def readings(self, key: str) -> tuple[Reading, ...]:
        """Returns every way to read a key as a verb form, the likeliest first; empty if it is none."""
        return verbs.readings(key)

    def stems(self, key: str) -> tuple[str, ...]:
        """Returns what a key may be a noun form of: itself, then with plural and possessive endings off."""
        return nouns.stems(key)

    def breaks_clause(self, token: Token) -> bool:
        """Whether a new clause begins at this token; "and" and "or" begin none."""
        return token.key in _BREAKS

    def reinflect(self, reading: Reading, lemma: str) -> str:
        """Returns another verb in the form of a reading ("sent", give → "gave" or "given")."""
        return verbs.reinflect(reading, lemma)


ENGLISH = English()
