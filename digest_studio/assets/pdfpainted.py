"""What a page of a PDF is painted with, as values."""

from __future__ import annotations

from typing import NamedTuple

from digest_studio.assets.pdfboxes import Box


class Where(NamedTuple):
    """Where something is painted: by the page's own content ("page") or a form of it ("page/Fm1"), with the object's number
    (0: a direct object); `box` in the page's user space, None where that is not known."""

    path: str
    number: int = 0
    box: Box | None = None


class Drawn(NamedTuple):
    """A picture as it is painted. `space` is its colours' (`RGB`, `CMYK`, …), "" for a stencil. `ppi`: pixels per inch at this
    size, the lesser of both directions; `stretch` how many times more the other direction has."""

    where: Where
    width: int
    height: int
    bits: int
    space: str
    ppi: float
    stretch: float = 1.0
    masked: bool = False


class Written(NamedTuple):
    """Text of one font, size (points as printed) and colour, where it is first. `inks` None: not told by inks alone."""

    where: Where
    font: str
    size: float
    inks: tuple[float, ...] | None
    overprint: bool


class Font(NamedTuple):
    """A font that sets text. `kind` is its subtype: Type0, Type1, TrueType, Type3, …"""

    name: str
    kind: str
    embedded: bool
    where: Where


class Content(NamedTuple):
    """All that a page is painted with. `colours`: families of colour spaces and names of spot colours, where they are first;
    `fills`: inks of areas and lines; `thin`: the thinnest line and where it is; `blends`: spaces in which groups blend."""

    pictures: tuple[Drawn, ...]
    colours: dict[str, Where]
    fonts: tuple[Font, ...]
    texts: tuple[Written, ...]
    fills: dict[tuple[tuple[float, ...], bool], Where]
    thin: tuple[float, Where] | None
    blends: dict[str, Where]
    transparent: bool
