"""What preflight holds an issue to: limits, and how serious a rule is. The magazine's are the Ghent Workgroup's of 2022."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Literal

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import Said, say
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


RULES: Mapping[str, Said] = {
    "image-resolution": say("Pictures with too few pixels"),
    "stretched": say("Pictures out of proportion"),
    "missing-alt": say("Pictures without a description"),
    "missing-file": say("Missing files"),
    "text-over": say("Text that found no place"),
    "text-margin": say("Text near the trim or out of its margins"),
    "text-gutter": say("Text in the gutter"),
    "bleed": say("Missing bleed"),
    "hairline": say("Lines that are too thin"),
    "fine-print": say("Fine print in white or several inks"),
    "ink": say("Too much ink"),
    "rich-black-text": say("Black text in several inks"),
    "black-knockout": say("Black text that does not overprint"),
    "white-overprint": say("White that overprints"),
    "folio-on-ad": say("Text on advertisements"),
    "contents": say("Errors in the contents"),
    "font-licence": say("Fonts that may not be embedded"),
    "page-multiple": say("Pages that cannot be folded"),
    "page-count": say("Another number of pages"),
    "booklet-first-page": say("Booklets that begin on the left"),
    "booklet-blanks": say("Sheets that are not full"),
    "booklet-signatures": say("Signatures of several sizes"),
    "booklet-creep": say("Pages that move into the fold"),
    "no-date": say("An issue without a date"),
    "unplaced-article": say("Articles that are not printed"),
    "unplaced-ad": say("Advertisements that are not printed"),
    "ad-colour": say("Advertisements not in CMYK"),
    "ad-font": say("Advertisements without their fonts"),
    "ad-size": say("Advertisements in another size"),
    "ad-blend": say("Advertisements that blend in RGB"),
    "ad-pages": say("Advertisements of several pages"),
    "ad-file": say("Advertisements that cannot be looked at"),
    "pdf-version": say("Version of the PDF"),
    "pdf-id": say("Identity of the PDF"),
    "pdf-x": say("Not PDF/X-4"),
    "pdf-metadata": say("Metadata"),
    "pdf-trapped": say("Trapping not stated"),
    "pdf-intent": say("Output intent"),
    "pdf-script": say("Scripts and actions"),
    "pdf-annotation": say("Links and notes on the sheet"),
    "pdf-forbidden": say("What PDF/X forbids"),
    "pdf-labels": say("Page labels"),
    "pdf-boxes": say("Page boxes"),
    "pdf-size": say("Pages of another size"),
    "pdf-content": say("Pages that cannot be looked at"),
    "pdf-blend": say("Transparency not in CMYK"),
    "pdf-colour": say("Colours not in CMYK"),
    "pdf-font": say("Fonts not embedded"),
}
"""The rules that a profile may weigh, each with what it finds; docs/preflight.md says more."""


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
BASE = MAGAZINE.name
"""The profile that every other one stands on."""
