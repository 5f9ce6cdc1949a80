"""What differs between editions: how colours are said, what sheet a page lies on, whether it has links.

An edition is a value; a new one is another `Edition`, with a colour space or a sheet of its own where it needs one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from digest_studio.base.colour import Colour
from digest_studio.display.document import Page

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, y upwards: as the PDF counts."""


class ColourSpace(Protocol):
    """How a theme's colour is said in page code."""

    blend_space: bytes
    """The device space in which transparent things blend."""

    def fill(self, colour: Colour) -> str: ...

    def stroke(self, colour: Colour) -> str: ...


class ScreenColours:
    """Every colour as its screen equivalent."""

    blend_space = b"/DeviceRGB"

    def fill(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} rg".format(*colour.rgb)

    def stroke(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} RG".format(*colour.rgb)


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


@dataclass(frozen=True, slots=True)
class Edition:
    name: str
    colours: ColourSpace
    sheet: Callable[[Page], Sheet]
    links: bool


PROOF = Edition("proof", ScreenColours(), bleed_sheet, links=True)
