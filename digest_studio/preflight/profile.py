"""What preflight holds an issue to: limits, and how serious a rule is. The magazine's are the Ghent Workgroup's of 2022."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Literal

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.values import dataclass

Weight = Literal["off", "info", "warning", "error"]
"""How serious a rule is held to be; `off`: it is not looked at."""


@dataclass(frozen=True, slots=True)
class Least:
    """Two limits of something that should not be small: under the first it is an error, under the second a warning."""

    error: float
    warning: float

    @property
    def highest(self) -> float:
        return max(self.error, self.warning)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is measured against. Sizes of type and lines are points, distances millimetres, ink per cent.

    `image_ppi`, `line_art_ppi`: pixels per inch at the printed size, of photographs and of pictures of one bit. `ink`: the most
    on one spot (None: what the output profile takes); `ink_mean`: the most as a mean over squares of 15 mm. `safe`: text stands
    at least so far from the trim. `stretch`: how far a picture's or an advertisement's sides may be out of proportion, in per
    cent. `overprint_text`: black text smaller than this has to overprint.
    """

    image_ppi: Least = Least(150, 225)
    line_art_ppi: Least = Least(550, 800)
    ink: float | None = None
    ink_mean: float = 320
    rich_black_text: float = 280
    smallest_text: float = 8
    thinnest_line: float = 0.25
    overprint_text: float = 12
    safe: float = 3
    bleed_missing: float = 0.2
    stretch: float = 2


RULES = frozenset((
    "image-resolution", "stretched", "missing-alt", "missing-file", "text-over", "text-margin", "text-gutter", "bleed",
    "hairline", "fine-print", "ink", "rich-black-text", "black-knockout", "white-overprint", "folio-on-ad", "contents",
    "font-licence", "page-multiple", "page-count", "unplaced-article", "unplaced-ad", "ad-colour", "ad-font", "ad-size",
    "ad-blend", "ad-pages", "ad-file", "pdf-version", "pdf-id", "pdf-x", "pdf-metadata", "pdf-trapped", "pdf-intent",
    "pdf-script", "pdf-annotation", "pdf-forbidden", "pdf-labels", "pdf-boxes", "pdf-size", "pdf-content", "pdf-blend",
    "pdf-colour", "pdf-font",
))  # fmt: skip
"""The rules that a profile may weigh; docs/preflight.md says what each is."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A printer's or an office's wishes. `rules` says how serious a rule is where that is not as preflight has it."""

    name: str = "magazine"
    limits: Limits = Limits()
    rules: Mapping[str, Weight] = field(default_factory=dict)

    def weighed(self, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The problems with their severities as this profile has them; what stops all work stays what it is."""
        return tuple(weighed for problem in problems if (weighed := self._weighed(problem)) is not None)

    def _weighed(self, problem: Diagnostic) -> Diagnostic | None:
        weight = self.rules.get(problem.rule)
        if weight is None or problem.fatal:
            return problem
        return None if weight == "off" else replace(problem, severity=Severity(weight))


MAGAZINE = Profile()
