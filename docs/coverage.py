"""Writes docs/coverage.md: each row of requirements-rows.yaml with the rules whose `source:` cites it, or GAP.

``python docs/coverage.py`` from anywhere; tests/rules/test_coverage.py compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from tonelint.rulebook import loader, source, strict_yaml
from tonelint.types import Rule

HERE = Path(__file__).parent
ROWS, PAGE = HERE / "requirements-rows.yaml", HERE / "coverage.md"
Row = Mapping[str, object]

_HEAD = """# What the articles ask, and what serves it

Written by `python docs/coverage.py` from [requirements-rows.yaml](requirements-rows.yaml) and from the `source:` of
the rules; not to be edited by hand. A rule serves a row if it cites its place and is one of those that the row names,
by family or by id. R: seen in the reply alone; C: seen with the context; N: not seen in a text.
P1: asked for in so many words; P2: advised; P3: a hint.
"""

_ONE_SIDED = """## Rules for one language only

All others, and all acts, know both languages.

| rule | language | why |
|---|---|---|"""


def rows() -> list[Row]:
    """Returns the rows as they stand in the file."""
    read: list[Row] = yaml.safe_load(ROWS.read_text("utf-8"))
    return read


def place(row: Row) -> str:
    """Returns what a rule cites to serve a row.

    >>> place({"row": "003-2b"}), place({"row": "001-traits-a"}), place({"row": "003-trust"})
    ('003-2', '001-traits', '003-trust')
    """
    return re.sub(r"(?<=\d)[a-z]$|-[a-z]$", "", str(row["row"]))


def serving(row: Row, rules: Iterable[Rule]) -> list[str]:
    """Returns the ids of the rules that cite the place of a row and are named by it, by family or id; sorted."""
    named = set(_names(row))
    return sorted(rule.id for rule in rules if place(row) in rule.source and named & {rule.id, rule.family})


def unclaimed(table: Sequence[Row], rules: Iterable[Rule]) -> list[str]:
    """Returns what rules cite and no row gives them, as "rule: place"; rules that cite nothing as "rule: nothing"."""
    found = []
    for rule in rules:
        given = {place(row) for row in table if {rule.id, rule.family} & set(_names(row))}
        found += [f"{rule.id}: {cited}" for cited in rule.source or ("nothing",) if cited not in given]
    return sorted(found)


def one_sided(rules: Iterable[Rule]) -> dict[str, tuple[str, str]]:
    """Returns the rules for one language only, by id: the language, and the reason that the file gives ("" if none)."""
    found = {}
    for rule in rules:
        if len(rule.message) == 1:
            [language] = rule.message
            reasons = _only(rule.path)
            found[rule.id] = (language, reasons.get(language, ""))
    return dict(sorted(found.items()))


def page(table: Sequence[Row], rules: Sequence[Rule]) -> str:
    """Returns the text of coverage.md."""
    seen = [row for row in table if row["mark"] != "N"]
    gaps = [row for row in seen if "served" not in row and not serving(row, rules)]
    figures = [
        f"{len(seen)} rows can be seen in a text: {len(seen) - len(gaps)} are served, {len(gaps)} are gaps",
        f"({_by_priority(gaps)}).",
        f"{len(table) - len(seen)} rows cannot: what else serves them stands beside them.",
    ]
    head = ["| row | what is asked for | mark | | served by |", "|---|---|---|---|---|"]
    lines = [_HEAD, " ".join(figures), "", *head, *(_line(row, rules) for row in table), "", _ONE_SIDED]
    return "\n".join([*lines, *(f"| `{id}` | {code} | {why} |" for id, (code, why) in one_sided(rules).items()), ""])


def _by_priority(gaps: Sequence[Row]) -> str:
    return ", ".join(f"{sum(row['priority'] == level for row in gaps)} of {level}" for level in ("P1", "P2", "P3"))


def _line(row: Row, rules: Sequence[Rule]) -> str:
    return f"| {row['row']} | {row['asks']} | {row['mark']} | {row['priority']} | {'; '.join(_served(row, rules))} |"


def _served(row: Row, rules: Sequence[Rule]) -> Iterator[str]:
    if "served" in row:
        yield str(row["served"])
    elif ids := serving(row, rules):
        yield ", ".join(f"`{name}`" for name in ids)
    else:
        yield f"**GAP** ({', '.join(_names(row))})"
    if "note" in row:
        yield str(row["note"])


def _only(path: str) -> Mapping[str, str]:
    """What a rule file says under `only`, by language."""
    node, _ = strict_yaml.parse(Path(path).read_bytes(), path)
    only = node.values.get("only") if isinstance(node, strict_yaml.Table) else None
    given = only.values if isinstance(only, strict_yaml.Table) else {}
    return {code: why.value for code, why in given.items() if isinstance(why, strict_yaml.Text)}


def _names(row: Row) -> tuple[str, ...]:
    names = row.get("by", ())
    return tuple(map(str, names)) if isinstance(names, Sequence) else ()


if __name__ == "__main__":
    PAGE.write_text(page(rows(), loader.load(source.folders()).rules), "utf-8")
