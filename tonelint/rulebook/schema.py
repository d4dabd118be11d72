"""What may stand in a rule file: the known names, and a reader that collects every mistake with its place."""

from __future__ import annotations

from collections.abc import Collection

from tonelint.context import CONTEXT as CONTEXT
from tonelint.context import LANGUAGES as LANGUAGES
from tonelint.errors import RuleError, nearest
from tonelint.profiles import Amendment as Amendment
from tonelint.profiles import Overlay as Overlay
from tonelint.profiles import Profile as Profile
from tonelint.rulebook.strict_yaml import Items, Node, Table, Text

# Labelled by their shape, see tonelint/acts.py; they have no file.
BUILT_IN_ACTS = ("question",)
# What a rule may need to be so, and not only to be known: what profiles go by, too.
STATED = tuple(f"{field}={value}" for field in ("stage", "turn") for value in CONTEXT[field] or ())
MATURITIES = ("draft", "candidate", "stable")
FAMILIES = (
    *("negative-wording", "obligation", "cliche", "jargon", "stiff-wording", "passive-voice"),
    *("missing-name", "wrong-name", "bad-news-sandwich", "non-apology", "over-apology"),
    *("refusal-without-reason", "refusal-without-alternative", "handoff", "curt-closing", "missing-offer"),
    *("impersonal", "vague-time", "vague-promise", "overpromise", "blame", "condescension", "hostility"),
    *("unnumbered-steps", "missing-next-step", "effort", "unfilled-placeholder", "register", "length"),
    *("emphasis", "idiom", "empathy", "privacy", "house-style", "orthography"),
)


class Reader:
    """Reads nodes of one file into values. Never raises: mistakes go to `problems`, and an empty value comes back."""

    def __init__(self, path: str, problems: list[RuleError] | None = None) -> None:
        self.path = path
        self.problems: list[RuleError] = [] if problems is None else problems

    def fail(self, node: Node, message: str) -> None:
        """Notes a mistake at the place of a node."""
        self.problems.append(RuleError(message, self.path, node.line, node.column))

    def table(self, node: Node | None, known: Collection[str] = (), required: Collection[str] = ()) -> Table:
        """Returns a mapping; with `known`, only keys that are known; an empty one where there is none."""
        if node is None:
            return Table({}, {}, 0, 0)
        if not isinstance(node, Table):
            self.fail(node, f"a mapping (key: value) has to stand here, not {_kind(node)}")
            return Table({}, {}, node.line, node.column)
        hints = {name: nearest(name, known) for name in node.keys if known and name not in known}
        for name, hint in hints.items():
            self.fail(node.keys[name], f'the key "{name}" is unknown{hint}')
        for name in required:
            misspelt = any(f'mean "{name}"' in hint for hint in hints.values())
            if name not in node.keys and not misspelt:
                self.fail(node, f'the key "{name}" is missing')
        values = {k: v for k, v in node.values.items() if not known or k in known}
        return node._replace(values=values)

    def by_language(self, node: Node | None) -> dict[str, Node]:
        """Returns the values of a mapping whose keys are languages."""
        return self.table(node, LANGUAGES).values

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """Returns the members of a list."""
        if node is None:
            return ()
        if not isinstance(node, Items):
            self.fail(node, f"a list has to stand here, not {_kind(node)}; write [ … ] or lines that begin with -")
            return ()
        return node.items

    def text(self, node: Node | None, empty: bool = False) -> str:
        """Returns a text; `empty` allows ``""``, but never nothing at all."""
        if node is None:
            return ""
        if not isinstance(node, Text):
            self.fail(node, f"a text has to stand here, not {_kind(node)}{_quotes(node)}")
        elif not node.value.strip() and not (empty and node.quoted):
            self.fail(node, "a text is missing here")
        else:
            return node.value
        return ""

    def texts(self, node: Node | None, empty: bool = False) -> tuple[str, ...]:
        """Returns a list of texts."""
        return tuple(self.text(item, empty) for item in self.items(node))

    def choice(self, node: Node | None, known: Collection[str], default: str = "") -> str:
        """Returns a text that is one of `known`."""
        if node is None:
            return default
        value = self.text(node)
        if value and value not in known:
            self.fail(node, f'"{value}" is unknown here{nearest(value, known)}')
        return value

    def choices(self, node: Node | None, known: Collection[str]) -> tuple[str, ...]:
        """Returns a list of texts that are each one of `known`."""
        return tuple(self.choice(item, known) for item in self.items(node))

    def number(self, node: Node | None, least: int, most: int) -> int | None:
        """Returns a whole number between `least` and `most`, None where there is none."""
        if node is None:
            return None
        value = self.text(node)
        if value and not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            self.fail(node, f'a whole number from {least} to {most} has to stand here, not "{value}"')
            return None
        return int(value) if value else None

    def flag(self, node: Node | None) -> bool:
        """Returns whether yes stands here."""
        return self.choice(node, ("yes", "no"), "no") == "yes"

    def plain(self, node: Node) -> object:
        """Returns any node as strings, tuples and dicts."""
        if isinstance(node, Text):
            return node.value
        if isinstance(node, Items):
            return tuple(self.plain(item) for item in node.items)
        return {key: self.plain(value) for key, value in node.values.items()}


def _kind(node: Node) -> str:
    return "a text" if isinstance(node, Text) else "a list" if isinstance(node, Items) else "a mapping"


def _quotes(node: Node) -> str:
    """A phrase that begins with a verb in braces or a choice in brackets is a mapping or a list to YAML."""
    start = 'begins with "["' if isinstance(node, Items) else 'begins with "{" or has ": " in it'
    return f"; a text that {start} needs quotes"
