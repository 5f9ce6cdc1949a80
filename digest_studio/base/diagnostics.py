"""What is wrong, where, and what would be right. A user's problem is data, not an exception."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from digest_studio.base.geometry import Rect
from digest_studio.base.say import NOTHING, Said
from digest_studio.base.values import dataclass


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file of the issue: path relative to the folder, line counted from 1 (0: the whole file)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `rule` is a stable kebab-case name; `value` and `limit` are what was measured and what is allowed.

    `fatal` means that nothing can be made from the folder (exit 2); the others mark their place and let the work go on.
    """

    rule: str
    message: Said
    remedy: Said = NOTHING
    severity: Severity = Severity.ERROR
    source: Source | None = None
    page: int | None = None
    box: Rect | None = None
    article: str | None = None
    ad: str | None = None
    value: float | str | None = None
    limit: float | str | None = None
    fatal: bool = False

    def __str__(self) -> str:
        """`file:line: what is wrong, and what would be right`."""
        place = f"{self.source}: " if self.source else f"page {self.page}: " if self.page else ""
        return f"{place}{self.message}" + (f" ({self.remedy})" if self.remedy else "")


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether any of `problems` is an error."""
    return any(p.severity is Severity.ERROR for p in problems)
