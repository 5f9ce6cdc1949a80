"""Where the bundled files lie: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
BUNDLED = PACKAGE / "_data"  # where pyproject.toml puts resources/ and sample_issue/ into the wheel


def data_folder() -> Path:
    """The folder that holds `resources` and `sample_issue`."""
    return BUNDLED if BUNDLED.is_dir() else PACKAGE.parent


def resources() -> Path:
    """Fonts, profiles, themes and hyphenation patterns."""
    return data_folder() / "resources"


def sample_issue() -> Path:
    """The issue that comes with the program."""
    return data_folder() / "sample_issue"
