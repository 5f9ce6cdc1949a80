"""What is wrong with a file, before it is known where the issue names it."""

from __future__ import annotations

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import Said


class Problem(Exception):
    """A problem with a file: becomes a Diagnostic when the file's name in the issue is added."""

    def __init__(self, rule: str, message: Said, remedy: Said, value: float | None = None, limit: float | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.remedy = remedy
        self.value = value
        self.limit = limit

    def diagnostic(self, file: str, severity: Severity = Severity.ERROR) -> Diagnostic:
        return Diagnostic(self.rule, self.message, self.remedy, severity, Source(file), value=self.value, limit=self.limit)
