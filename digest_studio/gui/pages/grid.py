"""The theme of an issue, for the overlays that show its grid. Read once for each theme."""

from __future__ import annotations

from digest_studio.app.resources import resources
from digest_studio.model.issue import Issue
from digest_studio.theme.load import load_theme
from digest_studio.theme.types import Theme


class ThemeOf:
    """Call it with an issue: its theme, or None where that is broken."""

    def __init__(self) -> None:
        self._known: tuple[tuple[str, str | None], Theme | None] | None = None

    def __call__(self, issue: Issue) -> Theme | None:
        key = (issue.theme, issue.theme_overrides)
        if self._known is None or self._known[0] != key:
            self._known = (key, load_theme(issue.theme, resources(), issue.theme_overrides)[0])
        return self._known[1]
