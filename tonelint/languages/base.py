"""What a language must be able to do. One instance per language, without state but for its memos."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tonelint.types import Reading, Token

TURNS = frozenset(("drop", "request", "ask", "need", "possible", "sorry"))
"""What ``{:name}`` in a rewrite may ask of a language: see `Language.turn`."""


class Language(Protocol):
    """The questions that the text layer and the rules ask of a language."""

    code: str

    def __hash__(self) -> int:
        """Languages are keys of memos."""

    def join(self, tokens: list[Token], text: str) -> list[Token]:
        """Returns the tokens of one sentence as the language sees words.

        Persian joins what a writer may leave apart («می شود», «درخواست ها», «خواهد شد», «شده است»);
        English splits contractions ("can't" into can + not). Spans stay those of the text.
        """

    def readings(self, key: str) -> tuple[Reading, ...]:
        """Returns every way to read a key as a verb form, the likeliest first; empty if it is none."""

    def reinflect(self, reading: Reading, lemma: str) -> str | None:
        """Returns the same form of another verb, as it is written («نمایید», کردن → «کنید»); None if it has none."""

    def stems(self, key: str) -> tuple[str, ...]:
        """Returns what a key may be a noun form of: the key itself first, then with endings taken off.

        «درخواستهایتان» gives درخواستهایتان, درخواستهای, درخواستها, درخواست …; "tickets" gives tickets, ticket.
        Nothing is looked up: the caller knows which stems it is after.
        """

    def breaks_clause(self, token: Token) -> bool:
        """Whether a new clause begins at this token (a conjunction such as but, because, ولی, چون)."""

    def in_style_of(self, words: str, text: str) -> str:
        """Returns words of a rewrite as the writer of a text would have put them, in that voice and spelling."""

    def fit(self, words: str, sentence: Sequence[Token], first: int, last: int, text: str) -> tuple[int, int, str]:
        """Returns what to put where, as (start, end, words), so that words take the place of those of a sentence.

        `first` and `last` (half-open) are places in the sentence, start and end code points of the text. English takes
        the article before the place in where it has to change.
        """

    def turn(
        self, name: str, sentence: Sequence[Token], first: int, last: int, text: str
    ) -> tuple[int, int, str] | None:
        """Returns a clause turned round the found words, as `fit` does; None where that cannot be done.

        English: ``drop`` takes the clause out, ``request`` asks for what was told to be done,
        ``ask`` and ``need`` put others' duties as what we ask or need,
        ``possible`` says a refusal with a limit the other way round, ``sorry`` says sorry plainly.
        """
