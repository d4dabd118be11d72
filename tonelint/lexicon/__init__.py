"""What the languages know about words: data files, read once, when the first text in the language comes."""

from __future__ import annotations

import json
import os
from typing import Any


def read(name: str) -> Any:
    """Returns the content of the JSON file `name` of this package, e.g. "en_verbs".

    >>> read("en_verbs")["irregular"]["give"]
    'gave given'
    """
    with open(os.path.join(os.path.dirname(__file__), f"{name}.json"), encoding="utf-8") as file:
        return json.load(file)
