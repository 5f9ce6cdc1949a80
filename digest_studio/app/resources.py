"""Where the bundled files lie: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
BUNDLED = PACKAGE / "_data"  # where pyproject.toml puts resources/ and sample_issue/ into the wheel


def data_folder() -> Path:
    """The folder that holds `resources` and `sample_issue`."""
    return BUNDLED if BUNDLED.is_dir() else PACKAGE.parent


def resources() -> Path:
    """Fonts, profiles, themes and hyphenation patterns."""
    return data_folder() / "resources"


def own_resources() -> Path:
    """The user's folder of themes and fonts, `themes/<name>/theme.yaml` and `fonts/`; it need not be there."""
    if sys.platform == "win32":
        data = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "digest-studio"


def sample_issue() -> Path:
    """The issue that comes with the program."""
    return data_folder() / "sample_issue"
