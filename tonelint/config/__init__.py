"""A team's settings: what `tonelint.yaml` or `[tool.tonelint]` in pyproject.toml says, as values."""

from __future__ import annotations

import os

from tonelint.config.settings import Format, Settings

__all__ = ["Format", "Settings", "load"]


def load(path: str | os.PathLike[str]) -> Settings:
    """Returns the settings of a file, with those that it extends below them; paths are taken from the file's folder.

    What it says for some paths only (`overrides`) is left out: see `tonelint.config.files.Configs`. Raises TextError
    if a file cannot be read, ConfigError with line and column for the first mistake: what is not YAML or TOML, unknown
    and duplicate keys, values that do not exist, files that extend each other. Whether rules and profiles exist is not
    known here.
    """
    from tonelint.config.files import layers
    from tonelint.config.merging import settings

    return settings(layers(os.fspath(path)))
