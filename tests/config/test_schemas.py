"""docs/schema/ says what the loader says. ``python docs/schemas.py`` renews it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docs import schemas
from tonelint.config import load
from tonelint.config.files import presets
from tonelint.errors import ConfigError
from tonelint.rulebook import loader, source
from tonelint.rulebook.schema import Reader
from tonelint.rulebook.strict_yaml import parse

ROOT = Path(__file__).parents[2]
CONFIG = jsonschema.Draft202012Validator(schemas.config_schema())
RULES = jsonschema.Draft202012Validator(schemas.rules_schema())

SETTINGS: dict[str, Any] = {
    "extends": ["strict"],
    "profile": "chat",
    "severity": {"cannot": "off"},
    "params": {"long-sentence": {"sentence": "30"}},
    "min_score": "80",
    "fail_on": "never",
    "language": "fa",
    "rule_folders": ["ours"],
    "packs": [],
    "only": ["a"],
    "off": ["b"],
    "house": "house.yaml",
    "context": {"channel": "sms", "agent_name": "Sara"},
    "formats": {
        "*.json": "zendesk",
        "a/*.csv": {"format": "csv", "body": "text", "name": "n", "context": {"turn": "t"}},
    },
    "exclude": "old/",
    "suppress": [{"rule": "a", "reason": "b", "expires": "2031-01-31"}],
    "baseline": "old.json",
    "cliche+": {
        "severity": "info",
        "params": {"channels": ["chat"]},
        "phrases": {
            "en": ["one", {"match": "two", "rewrites": [""], "safety": "safe", "with": ["x"], "unless": ["y"]}]
        },
        "without": {"fa": ["سه"]},
        "unless": {"en": {"over": ["a"], "clause": ["b"], "sentence": ["c"], "acts": ["refusal"]}},
        "sets": {"en": {"office": ["hereby"]}},
        "examples": {
            "en": {
                "bad": [{"text": "One.", "flags": ["One"], "becomes": "Two.", "context": {"stage": "draft"}}],
                "good": ["x"],
            }
        },
    },
    "overrides": [{"files": "fa/*", "min_score": "70", "odd+": {"severity": "error"}}],
}

RULE: dict[str, Any] = {
    "id": "odd-word",
    "family": "cliche",
    "kind": "phrase",
    "dimension": "clarity",
    "severity": "warning",
    "confidence": "90",
    "blocker": "no",
    "maturity": "draft",
    "source": ["x"],
    "needs": ["customer_name|agent_name"],
    "only": {"en": "a test"},
    "why": {"en": "x"},
    "message": {"en": "x"},
    "sets": {"en": {"office": ["hereby"]}},
    "phrases": {"en": ["gadzooks", {"match": "zounds", "rewrites": ["well"], "safety": "review"}]},
    "rewrites": {"en": ["wow"]},
    "unless": {"en": {"clause": ["kidding"]}},
    "params": {"channels": ["chat"]},
    "examples": {"en": {"bad": [{"text": "Zounds.", "flags": ["Zounds"]}, {"text": "Gadzooks.", "flags": ["Gadzooks"]}], "good": ["a", {"text": "b"}]}},
}  # fmt: skip
ACT: dict[str, Any] = {
    "act": "oddness", "about": "x", "source": ["x"], "phrases": {"en": ["odd", {"match": "strange", "with": ["very"]}]},
    "examples": {"en": {"yes": list("abcde"), "no": list("fghij")}},
}  # fmt: skip
WORDS: dict[str, Any] = {"words": "cry", "about": "x", "phrases": ["gadzooks"]}
PROFILE: dict[str, Any] = {
    "profile": "team", "about": "x", "severity": {"cannot": "off"}, "params": {"long-sentence": {"sentence": "9"}},
    "min-score": "70", "follow-up": {"severity": {"cannot": "hint"}, "min-score": "0"},
}  # fmt: skip

Mutant = tuple[str, Any]


def mutants(whole: dict[str, Any]) -> Iterator[Mutant]:
    """Yields a document with one thing changed, for each thing: a key misspelt, left out, or its value of another sort."""
    for path in paths(whole):
        for name, change in CHANGES.items():
            changed = copy.deepcopy(whole)
            at = changed
            for step in path[:-1]:
                at = at[step]
            if change(at, path[-1]):
                yield f"{name} {'.'.join(map(str, path))}", changed


def paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*above, step)
        yield from paths(inner, (*above, step))


def _misspelt(at: Any, step: Any) -> bool:
    if isinstance(at, dict):
        items = [(f"{key}x" if key == step else key, value) for key, value in at.items()]
        at.clear()
        at.update(items)
    return isinstance(at, dict)


def _gone(at: Any, step: Any) -> bool:
    del at[step]
    return True


def _put(value: Any) -> Callable[[Any, Any], bool]:
    def put(at: Any, step: Any) -> bool:
        at[step] = value
        return True

    return put


CHANGES: dict[str, Callable[[Any, Any], bool]] = {
    "misspelt": _misspelt,
    "without": _gone,
    "a word for": _put("zzz"),
    "a number for": _put("250"),
    "nothing in": _put(""),
    "a list for": _put(["zzz"]),
    "a list of lists for": _put([["zzz"]]),
    "an empty list for": _put([]),
    "a mapping for": _put({"zzz": "zzz"}),
}


def accepted(validator: jsonschema.Draft202012Validator, value: Any) -> bool:
    return bool(validator.is_valid(value))


def test_the_files_are_up_to_date() -> None:
    for path, content in schemas.pages().items():
        if path.read_text("utf-8") != content:
            pytest.fail(f"{path.name} is old; run: python docs/schemas.py", pytrace=False)
        jsonschema.Draft202012Validator.check_schema(json.loads(content))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "company.yaml").write_text("", "utf-8")
    return tmp_path


def test_settings_are_right_for_both_or_wrong_for_both(folder: Path) -> None:
    """What a schema cannot know is left out: other files, packs, and what an amendment holds, which is read with its rule."""
    assert accepted(CONFIG, SETTINGS)
    asked = 0
    for name, document in [("whole", SETTINGS), *mutants(SETTINGS)]:
        if "packs" in name or "+" in name or "params." in name:
            continue
        path = folder / "a.yaml"
        path.write_text(json.dumps(document), "utf-8")
        try:
            load("a.yaml")
            loaded = True
        except ConfigError:
            loaded = False
        assert accepted(CONFIG, document) == loaded, name
        asked += 1
    assert asked > 250


@pytest.mark.parametrize(
    ("document", "name"), [(RULE, "odd-word"), (ACT, "oddness"), (WORDS, "en-cry"), (PROFILE, "team")]
)
def test_rule_files_are_right_for_both_or_wrong_for_both(folder: Path, document: dict[str, Any], name: str) -> None:
    """Names, texts of examples and languages that have to agree are the loader's alone: it may refuse more."""
    path = folder / f"{name}.yaml"
    path.write_text(json.dumps(document), "utf-8")
    assert loader.read(str(path))[1] == []
    assert accepted(RULES, document)
    more = set()
    for mutant, changed in mutants(document):
        path.write_text(json.dumps(changed), "utf-8")
        problems = loader.load([str(path)]).problems
        allowed = accepted(RULES, changed)
        assert allowed or problems, f"the schema refuses what the loader takes: {mutant}"
        if allowed and problems:
            more.add(" ".join(problem.message for problem in problems))
    known = ("the name of the file", "does not stand in the text", '"en"', "needs {", "only:", "is not captured", "phrase rule", "needs it",
             "`only` out", "first key", "rewrites could be for", "cannot be turned", "is an idea", "there is no")  # fmt: skip
    assert [message for message in more if not any(piece in message for piece in known)] == []


def test_every_rule_that_is_shipped_is_right() -> None:
    for path in source.files(source.built_in()):
        node, problems = parse(Path(path).read_bytes(), path)
        assert problems == [] and node is not None
        lists = json.loads(json.dumps(Reader(path).plain(node)))  # tuples are lists to a schema
        errors = [f"{path}: {error.json_path} {error.message[:200]}" for error in RULES.iter_errors(lists)]
        assert errors == []


def test_presets_and_the_examples_of_the_page_are_right(folder: Path) -> None:
    page = (ROOT / "docs" / "config.md").read_text("utf-8")
    examples = [block.split("```")[0] for block in page.split("```yaml\n# tonelint.yaml\n")[1:]]
    assert len(examples) >= 3
    shipped = [(ROOT / "tonelint" / "config" / "presets" / f"{name}.yaml").read_text("utf-8") for name in presets()]
    for text in (*examples, *shipped):
        node, problems = parse(text.encode(), "a.yaml")
        assert problems == [] and node is not None
        CONFIG.validate(json.loads(json.dumps(Reader("a.yaml").plain(node))))
        (folder / "ours").mkdir(exist_ok=True)
        (folder / "ours" / "a.yaml").write_text(text.replace("packs: [acme]", ""), "utf-8")
        load("ours/a.yaml")
