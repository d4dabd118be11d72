"""The blocks that rules and acts are made of: phrases with their rewrites, guards, word sets, examples."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from tonelint.errors import nearest
from tonelint.languages.base import TURNS
from tonelint.rulebook.schema import CONTEXT, Reader
from tonelint.rulebook.strict_yaml import Items, Node, Table, Text
from tonelint.types import SAFETIES, Entry, Example, Unless

Examples = Mapping[str, tuple[Example, ...]]

GAP = "⟨"
MIN_EXAMPLES = 2
MIN_ACT_EXAMPLES = 5
_CAPTURE = re.compile(r"(\w+)=\(")
SLOT = re.compile(r"\{-?(\w+)(?::[^{}]*)?\}")
TURN = re.compile(r"\{:(\w+)\}")


class BlockReader(Reader):
    """Reads blocks; all of them are keyed by language."""

    def text_by_language(self, node: Node | None) -> dict[str, str]:
        """Returns one text for each language."""
        return {lang: self.text(n) for lang, n in self.by_language(node).items()}

    def plain_table(self, node: Node | None) -> dict[str, object]:
        """Returns a mapping of whatever stands there, as strings, tuples and dicts."""
        return {key: self.plain(n) for key, n in self.table(node).values.items()}

    def sets(self, node: Node | None) -> dict[str, dict[str, tuple[str, ...]]]:
        """Returns phrases by language and name of the set."""
        return {
            lang: {name: self.texts(members) for name, members in self.table(table).values.items()}
            for lang, table in self.by_language(node).items()
        }

    def unless(self, node: Node | None) -> dict[str, Unless]:
        """Returns the guards of each language."""
        found = {}
        for lang, guards in self.by_language(node).items():
            get = self.table(guards, Unless._fields).values.get
            found[lang] = Unless(*(self.texts(get(name)) for name in Unless._fields))
        return found

    def phrases(self, node: Node | None, keys: Collection[str]) -> dict[str, tuple[Entry, ...]]:
        """Returns the entries of each language; `keys` are those that an entry may have."""
        return {
            lang: tuple(self._entry(item, keys) for item in self.items(entries))
            for lang, entries in self.by_language(node).items()
        }

    def rewritten(self, phrases: dict[str, tuple[Entry, ...]], node: Node | None) -> dict[str, tuple[Entry, ...]]:
        """Returns entries in which those without rewrites have the rewrites of their language."""
        for lang, common in self.by_language(node).items():
            rewrites = self.texts(common, empty=True)
            own = Entry("", rewrites, self._safety(None, rewrites))
            self._rewrite_slots(common, own)
            if lang not in phrases:
                self.fail(common, f'there are no phrases for "{lang}" that these rewrites could be for')
                continue
            phrases[lang] = tuple(
                entry if entry.rewrites else entry._replace(rewrites=rewrites, safety=own.safety)
                for entry in phrases[lang]
            )
        return phrases

    def _entry(self, node: Node, keys: Collection[str]) -> Entry:
        """An entry is a phrase alone or a mapping with `match`. Its place is that of the phrase's first character."""
        if isinstance(node, Text):
            return Entry(self.text(node), line=node.line, column=node.column + node.quoted)
        if not isinstance(node, Table) or "match" not in node.values:
            self.fail(node, 'a phrase or a mapping with "match" has to stand here; quote a phrase that begins with {')
            return Entry("")
        get = self.table(node, keys).values.get
        match, rewrites = node.values["match"], self.texts(get("rewrites"), empty=True)
        entry = Entry(
            match=self.text(match),
            rewrites=rewrites,
            safety=self._safety(get("safety"), rewrites),
            needs=self.texts(get("with")),
            unless=self.texts(get("unless")),
            line=match.line,
            column=match.column + (isinstance(match, Text) and match.quoted),
        )
        self._rewrite_slots(get("rewrites"), entry)
        return entry

    def _safety(self, node: Node | None, rewrites: Sequence[str]) -> str:
        """How safe the rewrites without a gap are (those with one are ideas); empty where there are no rewrites."""
        gaps_only = bool(rewrites) and all(GAP in rewrite for rewrite in rewrites)
        safety = self.choice(node, SAFETIES, "idea" if gaps_only else "review" if rewrites else "")
        if node is not None and not rewrites:
            self.fail(node, "safety is that of rewrites, and there are none here")
        elif gaps_only and safety != "idea":
            self.fail(node or Text("", False, 0, 0), f"a rewrite with a ⟨gap⟩ is an idea, not {safety}")
        return safety

    def _rewrite_slots(self, node: Node | None, entry: Entry) -> None:
        """A slot of a rewrite has to be captured by its phrase; word sets, which may capture, are not looked into."""
        known = {"match", *_CAPTURE.findall(entry.match)}
        if not isinstance(node, Items):
            return
        for item, rewrite in zip(node.items, entry.rewrites, strict=True):
            if (turn := TURN.match(rewrite)) and turn[1] not in TURNS:
                self.fail(item, f"a clause cannot be turned by {{:{turn[1]}}}{nearest(turn[1], sorted(TURNS))}")
            if "@" in entry.match:
                continue
            for slot in SLOT.findall(rewrite):
                if slot not in known:
                    self.fail(item, f"{{{slot}}} is not captured; write {slot}=(…) in the phrase")

    def examples(self, node: Node | None) -> tuple[Examples, Examples]:
        """Returns the bad and the good examples by language."""
        bad: dict[str, tuple[Example, ...]] = {}
        good: dict[str, tuple[Example, ...]] = {}
        for lang, both in self.by_language(node).items():
            bad_items, good_items = self._both(both, ("bad", "good"), MIN_EXAMPLES)
            bad[lang] = tuple(self._bad(item) for item in bad_items)
            good[lang] = tuple(self._good(item) for item in good_items)
        return bad, good

    def act_examples(self, node: Node | None) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """Returns by language the sentences that carry an act, and those that do not."""
        yes: dict[str, tuple[str, ...]] = {}
        no: dict[str, tuple[str, ...]] = {}
        for lang, both in self.by_language(node).items():
            yes_items, no_items = self._both(both, ("yes", "no"), MIN_ACT_EXAMPLES)
            yes[lang] = tuple(self.text(item) for item in yes_items)
            no[lang] = tuple(self.text(item) for item in no_items)
        return yes, no

    def _both(self, node: Node, names: tuple[str, str], least: int) -> list[tuple[Node, ...]]:
        table = self.table(node, names, names)
        lists = [self.items(table.values.get(name)) for name in names]
        for name, items in zip(names, lists, strict=True):
            if len(items) < least and name in table.values:
                self.fail(table.keys[name], f"at least {least} examples are needed under {name}, here are {len(items)}")
        return lists

    def _good(self, node: Node) -> Example:
        if isinstance(node, Text):
            return Example(self.text(node), line=node.line)
        get = self.table(node, ("text", "context"), ("text",)).values.get
        return Example(self.text(get("text")), context=self._context(get("context")), line=node.line)

    def _bad(self, node: Node) -> Example:
        get = self.table(node, Example._fields[:-1], ("text", "flags")).values.get
        text, flags = self.text(get("text")), self.texts(get("flags"))
        if (block := get("flags")) is not None:
            self._flags(block, text, flags)
        return Example(text, flags, self.text(get("becomes")), self._context(get("context")), node.line)

    def _flags(self, node: Node, text: str, flags: Sequence[str]) -> None:
        """Flags have to be pieces of the text, each beginning after the one before it."""
        places = node.items if isinstance(node, Items) else ()
        if isinstance(node, Items) and not places:
            self.fail(node, "a bad example flags something; a text without faults belongs under good")
        start = -1
        for place, flag in zip(places, flags, strict=True):
            start = text.find(flag, start + 1)
            if start < 0:
                order = " after the flag before it" if flag in text else ""
                self.fail(place, f"“{flag}” does not stand in the text{order}")
                return

    def _context(self, node: Node | None) -> dict[str, str]:
        values = {}
        for field, n in self.table(node, CONTEXT).values.items():
            known = CONTEXT[field]
            values[field] = self.choice(n, known) if known else self.text(n)
        return values
