"""Writes docs/schema/config.json and docs/schema/rules.json from what the loader knows.

``python docs/schemas.py`` from anywhere; tests/config/test_schemas.py compares, and asks schema and loader the same
questions. What a schema cannot say stays with the loader: that names exist, that phrases parse, that flags stand in
their texts.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from tonelint.config import reading as config
from tonelint.config.files import presets
from tonelint.config.settings import RENDERINGS
from tonelint.kinds import KINDS
from tonelint.rulebook import amendments, blocks
from tonelint.rulebook import reading as rules
from tonelint.rulebook.params import ACTS, NUMBER, PARAMS, PARTS, PATTERNS, REACH, TEXTS, WORDING, Shape
from tonelint.rulebook.schema import CONTEXT, FAMILIES, LANGUAGES, MATURITIES, STATED
from tonelint.types import DIMENSIONS, SAFETIES, SEVERITIES, Example, Unless

FOLDER = Path(__file__).parent / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema: TypeAlias = dict[str, Any]

LEVELS = (*SEVERITIES, "off")
_NEEDED = "|".join((*CONTEXT, *STATED))
# All scalars are texts to the loader; editors read some of them as numbers or flags.
TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
MAYBE_EMPTY: Schema = {"type": ["string", "number", "boolean"]}
WORD: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
NAME: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
ANYTHING: Schema = {"type": ["string", "number", "boolean", "array", "object"]}


def one_of(values: Collection[str]) -> Schema:
    return {"enum": list(values)}


def list_of(member: Schema) -> Schema:
    return {"type": "array", "items": member}


def one_or_more(member: Schema) -> Schema:
    return {"anyOf": [member, list_of(member)]}


def table(known: Mapping[str, Schema], required: Collection[str] = (), **more: Any) -> Schema:
    """A mapping with keys that are known and no others."""
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": dict(known), **needed, "additionalProperties": False, **more}


def table_of(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


def by_language(value: Schema) -> Schema:
    return table(dict.fromkeys(LANGUAGES, value))


def number(least: int, most: int) -> Schema:
    """A whole number, as a number or as a text; `most` is 1, 10, 100 …, or its last value before."""
    digits = (
        f"0*[0-9]{{1,{len(str(most)) - 1}}}|0*{most}" if str(most).strip("0") == "1" else f"[0-9]{{1,{len(str(most))}}}"
    )
    text = f"^({digits})$" if least == 0 else f"^(?!0+$)({digits})$"
    return {"anyOf": [{"type": "integer", "minimum": least, "maximum": most}, {"type": "string", "pattern": text}]}


def fields() -> dict[str, Schema]:
    """The fields of a context; what may stand there."""
    return {name: one_of(values) if values else WORD for name, values in CONTEXT.items()}


def config_schema() -> Schema:
    """Returns the schema of tonelint.yaml, and of ``[tool.tonelint]``."""
    values = _settings()
    assert values.keys() == config.READERS.keys(), values.keys() ^ config.READERS.keys()
    amended = {r"^.+\+$": {"$ref": "#/$defs/amendment"}}
    override = {name: values[name] for name in config.OVERRIDES if name != "files"}
    files = {"files": one_or_more(WORD)}
    values["overrides"] = list_of(table({**files, **override}, ["files"], patternProperties=amended))
    return {
        "$schema": DIALECT,
        "title": "tonelint.yaml, or [tool.tonelint] in pyproject.toml",
        **table(values, patternProperties=amended),
        "$defs": {**_rule_parts(), "amendment": _amendment()},
    }


def _settings() -> dict[str, Schema]:
    day: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
    suppression = {**dict.fromkeys(config.SUPPRESSION_KEYS, WORD), "expires": day}
    form = {**dict.fromkeys(config.FORMAT_KEYS, WORD), "context": table(dict.fromkeys(CONTEXT, WORD))}
    path = {"type": "string", "minLength": 1, "not": {"pattern": "^(~|[A-Za-z][A-Za-z0-9+.-]+://)"}}
    return {
        "extends": one_or_more({"anyOf": [one_of(presets()), {**path, "pattern": r"/|\.(ya?ml|toml)$"}]}),
        "profile": WORD,
        "severity": table_of(one_of(LEVELS)),
        "params": table_of(table_of(ANYTHING)),
        "min_score": number(0, 100),
        "fail_on": one_of((*SEVERITIES, "never")),
        "language": one_of(LANGUAGES),
        "rule_folders": list_of(path),
        "packs": list_of(WORD),
        "only": list_of(WORD),
        "off": list_of(WORD),
        "house": path,
        "context": table(fields()),
        "formats": table_of({"anyOf": [MAYBE_EMPTY, _format(form)]}),
        "exclude": one_or_more(WORD),
        "suppress": list_of(table(suppression, ["rule", "reason"])),
        "baseline": path,
        "renderings": list_of(one_of(RENDERINGS)),
        "labeller": one_of(("on", "off")),
        "overrides": {},
    }


def _format(form: dict[str, Schema]) -> Schema:
    keyed = {name: ["body"] for name in form if name not in ("format", "body")}
    return table(form, dependentRequired=keyed)


def _amendment() -> Schema:
    examples = table({"bad": list_of({"$ref": "#/$defs/bad"}), "good": list_of({"$ref": "#/$defs/good"})})
    parts: dict[str, Schema] = {
        "severity": one_of(LEVELS),
        "params": table_of(ANYTHING),
        "phrases": by_language(list_of({"$ref": "#/$defs/entry"})),
        "without": by_language(list_of(TEXT)),
        "unless": {"$ref": "#/$defs/unless"},
        "sets": {"$ref": "#/$defs/sets"},
        "examples": by_language(examples),
    }
    assert parts.keys() == set(amendments.KEYS)
    return table(parts)


def _rule_parts() -> dict[str, Schema]:
    """What rules and amendments are made of."""
    entry: dict[str, Schema] = {
        "match": TEXT, "rewrites": list_of(MAYBE_EMPTY), "safety": one_of(SAFETIES), "with": list_of(TEXT),
        "unless": list_of(TEXT),
    }  # fmt: skip
    assert entry.keys() == set(rules.RULE_ENTRY_KEYS)
    rewritten: Schema = {"required": ["rewrites"], "properties": {"rewrites": {"minItems": 1}}}
    example: dict[str, Schema] = {
        "text": TEXT, "flags": {**list_of(TEXT), "minItems": 1}, "becomes": TEXT, "context": table(fields()),
    }  # fmt: skip
    assert example.keys() == set(Example._fields[:-1])
    good = {name: example[name] for name in ("text", "context")}
    return {
        "entry": {"anyOf": [TEXT, table(entry, ["match"], dependentSchemas={"safety": rewritten})]},
        "unless": by_language(table(dict.fromkeys(Unless._fields, list_of(TEXT)))),
        "sets": by_language(table_of(list_of(TEXT))),
        "bad": table(example, ["text", "flags"]),
        "good": {"anyOf": [TEXT, table(good, ["text"])]},
    }


def rules_schema() -> Schema:
    """Returns the schema of rule files; the first key says what a file is."""
    return {
        "$schema": DIALECT,
        "title": "A rule, an act, a word set or a profile of tonelint",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in ("rule", "act", "words", "profile")],
        "$defs": {**_rule_parts(), "rule": _rule(), "act": _act(), "words": _words(), "profile": _profile()},
    }


def _rule() -> Schema:
    examples = table({
        "bad": {**list_of({"$ref": "#/$defs/bad"}), "minItems": blocks.MIN_EXAMPLES},
        "good": {**list_of({"$ref": "#/$defs/good"}), "minItems": blocks.MIN_EXAMPLES},
    }, ["bad", "good"])  # fmt: skip
    parts: dict[str, Schema] = {
        "id": NAME,
        "family": one_of(FAMILIES),
        "kind": one_of(KINDS),
        "dimension": one_of(DIMENSIONS),
        "severity": one_of(SEVERITIES),
        "confidence": number(1, 100),
        "blocker": one_of(("yes", "no")),
        "maturity": one_of(MATURITIES),
        "source": list_of(TEXT),
        "needs": list_of({"type": "string", "pattern": f"^({_NEEDED})([|]({_NEEDED}))*$"}),
        "only": by_language(TEXT),
        "why": by_language(TEXT),
        "message": by_language(TEXT),
        "sets": {"$ref": "#/$defs/sets"},
        "phrases": by_language(list_of({"$ref": "#/$defs/entry"})),
        "rewrites": by_language(list_of(MAYBE_EMPTY)),
        "unless": {"$ref": "#/$defs/unless"},
        "params": {"type": "object"},
        "examples": by_language(examples),
    }
    assert parts.keys() == set(rules.RULE_KEYS), parts.keys() ^ set(rules.RULE_KEYS)
    of_kinds = [
        {"if": {"properties": {"kind": {"const": kind}}}, "then": {"properties": {"params": _params(known)}}}
        for kind, known in PARAMS.items()
    ]
    return table(parts, rules.RULE_NEEDS, allOf=of_kinds)


def _params(known: Mapping[str, Shape]) -> Schema:
    part = table({"acts": one_or_more(WORD), **dict.fromkeys(LANGUAGES, TEXT)}, ["acts", *LANGUAGES])
    digits: Schema = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+$"}]}
    words: Schema = {"anyOf": [WORD, {**list_of(WORD), "minItems": 1}]}
    shapes: dict[str, Schema] = {
        ACTS: words, TEXTS: words, PATTERNS: words, NUMBER: _alone(digits), WORDING: by_language(ANYTHING),
        REACH: _alone({"anyOf": [*digits["anyOf"], {"const": "any"}]}), PARTS: {**table_of(part), "minProperties": 1},
    }  # fmt: skip
    chosen = {shape: one_of(shape) for shape in known.values() if not isinstance(shape, str)}
    several = {shape: {"anyOf": [one, {**list_of(one), "minItems": 1}]} for shape, one in chosen.items()}
    return table({name: shapes[shape] if isinstance(shape, str) else several[shape] for name, shape in known.items()})


def _alone(value: Schema) -> Schema:
    return {"anyOf": [value, {**list_of(value), "minItems": 1, "maxItems": 1}]}


def _act() -> Schema:
    sentences = {**list_of(TEXT), "minItems": blocks.MIN_ACT_EXAMPLES}
    entry = {"match": TEXT, "with": list_of(TEXT), "unless": list_of(TEXT)}
    assert entry.keys() == set(rules.ACT_ENTRY_KEYS)
    parts: dict[str, Schema] = {
        "act": NAME,
        "about": TEXT,
        "source": ANYTHING,
        "sets": {"$ref": "#/$defs/sets"},
        "phrases": by_language(list_of({"anyOf": [TEXT, table(entry, ["match"])]})),
        "unless": {"$ref": "#/$defs/unless"},
        "examples": by_language(table({"yes": sentences, "no": sentences}, ["yes", "no"])),
    }
    assert parts.keys() == set(rules.ACT_KEYS)
    return table(parts, rules.ACT_NEEDS)


def _words() -> Schema:
    parts: dict[str, Schema] = {"words": NAME, "about": TEXT, "source": ANYTHING, "phrases": list_of(TEXT)}
    assert parts.keys() == set(rules.WORD_KEYS)
    return table(parts, ["words", "about", "phrases"])


def _profile() -> Schema:
    changes: dict[str, Schema] = {
        "severity": table_of(one_of(LEVELS)), "params": table_of(table_of(ANYTHING)), "min-score": number(0, 100),
    }  # fmt: skip
    assert changes.keys() == set(rules.OVERLAY_KEYS)
    parts = {"profile": NAME, "about": TEXT, **changes, **dict.fromkeys(rules.OVERLAYS, table(changes))}
    assert parts.keys() == set(rules.PROFILE_KEYS)
    return table(parts, ["profile", "about"])


def pages() -> dict[Path, str]:
    """Returns the schema files with their content."""
    made = {"config.json": config_schema(), "rules.json": rules_schema()}
    return {FOLDER / name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in made.items()}


if __name__ == "__main__":
    for path, content in pages().items():
        path.write_text(content, "utf-8")
