"""Whether Qt can be loaded: its system libraries are not on every machine that tests the engine."""

from __future__ import annotations

import importlib
import os
from functools import cache

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@cache
def without_qt() -> str:
    """Why Qt cannot be loaded: as a rule one of its system libraries, libegl1 or libgl1; "" if it can."""
    try:
        importlib.import_module("PySide6.QtGui")
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"Qt cannot be loaded: {error}"
    return ""
