"""Starting an issue: a new folder, from nothing or from an earlier issue."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic


def start_issue(folder: Path, earlier: Path | None, wishes: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Make an issue in `folder`; with a problem, nothing was made. `wishes`: theme, publication, tagline, period, language."""
    from digest_studio.model.new import new_issue

    return new_issue(folder, from_issue=earlier, **wishes)
