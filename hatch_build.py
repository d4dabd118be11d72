"""Puts the compiled rules into the wheel, so that a start neither parses nor compiles them. Run by hatchling."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the rules beside the package; an editable install compiles them when they are first needed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the compiled rules to what goes into the wheel. Raises ValueError if a rule has a problem."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from tonelint.book import stored
        from tonelint.cache import SHIPPED
        from tonelint.config import Settings
        from tonelint.linter import compiled

        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, SHIPPED)
        with open(path, "wb") as file:
            file.write(stored(compiled(Settings())))
        build_data["force_include"][path] = f"tonelint/{SHIPPED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what was made for the build."""
        if version != "editable":
            self.folder.cleanup()
