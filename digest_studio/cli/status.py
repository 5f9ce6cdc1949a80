"""Exit statuses, and how a refusal is said."""

from __future__ import annotations

import sys

DONE, FOUND, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130


class NoWindow(Exception):
    """The studio cannot be shown here, and why."""


def refuse(message: str, status: int = NOTHING_DONE) -> int:
    """Say why nothing was done."""
    sys.stderr.write(f"digest-studio: {message}\n")
    return status
