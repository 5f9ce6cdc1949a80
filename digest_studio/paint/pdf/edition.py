"""What differs between editions: how colours are said, what sheet a page lies on, whether it has links.

An edition is a value; a new one is another `Edition`, with a colour space or a sheet of its own where it needs one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from digest_studio.base.colour import Colour
from digest_studio.base.values import dataclass
from digest_studio.display.document import Page

if TYPE_CHECKING:
    from digest_studio.assets.outputs import OutputProfile
    from digest_studio.paint.pdf.over import Over

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, y upwards: as the PDF counts."""


GHENT_INK = 320.0
"""Per cent, the most ink that any square of 15 mm may have on average (Ghent Workgroup 2022, SheetCMYK)."""


class ColourSpace(Protocol):
    """How a theme's colour is said in page code."""

    blend_space: bytes
    """The device space in which transparent things blend."""

    mark: bytes
    """Code in the unit square that marks the place of what could not be painted: a crossed box."""

    def fill(self, colour: Colour) -> str: ...

    def stroke(self, colour: Colour) -> str: ...

    def overprints(self, colour: Colour) -> bool:
        """Whether the colour leaves what lies under it on the other plates."""
        ...


class ScreenColours:
    """Every colour as its screen equivalent."""

    blend_space = b"/DeviceRGB"
    mark = b"0.92 g 0 0 1 1 re f 0.85 0.1 0.1 RG 0.02 w 0 0 1 1 re 0 0 m 1 1 l 0 1 m 1 0 l S"

    def fill(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} rg".format(*colour.rgb)

    def stroke(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} RG".format(*colour.rgb)

    def overprints(self, colour: Colour) -> bool:
        return False


class PressColours:
    """Every colour in the inks that the theme gives it."""

    blend_space = b"/DeviceCMYK"
    mark = b"0 0 0 0.08 k 0 0 1 1 re f 0 0.9 0.8 0.1 K 0.02 w 0 0 1 1 re 0 0 m 1 1 l 0 1 m 1 0 l S"

    def fill(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} {:.4g} k".format(*colour.cmyk)

    def stroke(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} {:.4g} K".format(*colour.cmyk)

    def overprints(self, colour: Colour) -> bool:
        return colour.overprint


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page lies on: its boxes, and where its trim's top left corner is (y upwards)."""

    media: Box
    bleed: Box
    trim: Box
    origin: tuple[float, float]


def bleed_sheet(page: Page) -> Sheet:
    """A sheet just as large as the page with its bleed."""
    width, height, bleed = page.width, page.height, page.bleed
    whole = (0.0, 0.0, width + 2 * bleed, height + 2 * bleed)
    return Sheet(media=whole, bleed=whole, trim=(bleed, bleed, bleed + width, bleed + height), origin=(bleed, bleed + height))


SLUG = 36.0
"""Points outside the bleed on each side of a sheet with marks."""


def marked_sheet(page: Page) -> Sheet:
    """A sheet with room for the printer's marks around the bleed."""
    width, height, bleed = page.width, page.height, page.bleed
    edge = SLUG + bleed
    return Sheet(
        media=(0.0, 0.0, width + 2 * edge, height + 2 * edge),
        bleed=(SLUG, SLUG, SLUG + width + 2 * bleed, SLUG + height + 2 * bleed),
        trim=(edge, edge, edge + width, edge + height),
        origin=(edge, edge + height),
    )


@dataclass(frozen=True, slots=True)
class Press:
    """What photographs are converted to, and where what was converted is kept (None: nowhere longer than for one file).

    `ink_mean`: per cent, the most that any square of 15 mm of a picture may have on average.
    """

    output: OutputProfile
    cache: Path | None = None
    ink_mean: float = GHENT_INK


@dataclass(frozen=True, slots=True)
class Edition:
    """`over`: lines painted over every page. `picture_ppi`: what photographs of a proof are resampled to (None: nothing).
    `duplex`: the edge over which an office printer should turn its sheets ("Short", "Long"; "": it is not said)."""

    name: str
    colours: ColourSpace
    sheet: Callable[[Page], Sheet]
    links: bool
    press: Press | None = None
    over: tuple[Over, ...] = ()
    picture_ppi: float | None = None
    duplex: str = ""


def screen_edition(marks: bool, links: bool, duplex: str = "") -> Edition:
    """In screen colours. With `marks` there is room for them."""
    return Edition("proof", ScreenColours(), marked_sheet if marks else bleed_sheet, links, duplex=duplex)


PROOF = screen_edition(marks=False, links=True)


def print_edition(press: Press, marks: bool = False) -> Edition:
    """PDF/X-4: CMYK, no links. With `marks` there is room for them; they are items of the pages (`display.marks`)."""
    return Edition("print", PressColours(), marked_sheet if marks else bleed_sheet, links=False, press=press)
