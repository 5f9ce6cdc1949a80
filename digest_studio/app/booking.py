"""What the place of an advertisement asks of its artwork: a size, and bleed where it touches the trim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from digest_studio.base.geometry import mm, to_mm

if TYPE_CHECKING:
    from digest_studio.model.issue import Ad, AdSize, Issue
    from digest_studio.theme.types import Theme

MOST_FOLDERS = 4
"""Levels above a file on which its issue is sought."""

SAME_SIZE = mm(1)
"""Points by which the sides of artwork and place may differ."""


class Booked(NamedTuple):
    """What the place of an advertisement asks of its artwork: the trimmed size in points (None: the artwork's own) and mm of
    bleed."""

    size: tuple[float, float] | None = None
    bleed: float = 3.0

    @property
    def in_mm(self) -> str:
        """`210 × 297 mm`; "" if the size is not known."""
        return f"{to_mm(self.size[0], 1):g} × {to_mm(self.size[1], 1):g} mm" if self.size else ""

    @property
    def with_bleed(self) -> str:
        """The bleed in words."""
        return f"{self.bleed:g} mm of bleed on every side" if self.bleed else "no bleed"

    def __str__(self) -> str:
        return f"{self.in_mm}, {self.with_bleed}" if self.size else ""


UNKNOWN = Booked()
"""Nobody said which place it is for."""


def booked(theme: Theme, ad: Ad) -> Booked:
    """What the place of `ad` asks for: the trim with bleed, or a part of the page, which needs none where nothing of it can
    touch the trim."""
    from digest_studio.layout.shared import reaches_trim

    if ad.size == "full-page" or (ad.size == "spread" and len(ad.pages) == 2):
        return Booked((theme.width, theme.height), theme.page.bleed)
    if ad.size == "spread":
        return Booked((2 * theme.width, theme.height), theme.page.bleed)
    width, height = theme.ad_sizes[ad.size]
    own = 0.0 if ad.file.lower().endswith(".pdf") else ad.bleed  # a picture's is told, and cut off
    return Booked((mm(width), mm(height)), theme.page.bleed if reaches_trim(theme) else own)


def booked_in(issue: Issue, ad: Ad) -> Booked:
    """What the place of `ad` in the issue asks for; UNKNOWN if the issue's theme cannot be had."""
    theme = _theme_of(issue)
    return booked(theme, ad) if theme else UNKNOWN


def booked_for(path: Path, folder: Path | None = None, size: AdSize | None = None) -> tuple[Booked, int]:
    """The place of the artwork at `path`, and which of its pages stands there: that of the advertisement of the issue in `folder`
    (None: the one that `path` lies in) that names the file, or one of `size` there. Without an issue sizes are the default
    theme's; without a size the place is UNKNOWN."""
    from digest_studio.model.issue import Ad
    from digest_studio.model.read import ISSUE, read_issue

    path = path.absolute()
    folder = folder or next((above for above in path.parents[:MOST_FOLDERS] if (above / ISSUE).is_file()), None)
    issue = read_issue(folder).issue if folder else None
    named = (ad for ad in issue.ads.values() if folder and folder.absolute() / ad.file == path) if issue else iter(())
    ad = next(named, None)
    if size is not None:
        ad = Ad("", path.name, size=size)
    theme = _theme_of(issue) if ad else None
    return (booked(theme, ad), ad.pages[0]) if ad and theme else (UNKNOWN, 1)


def size_of(issue: Issue, path: Path) -> AdSize:
    """The size of the issue's theme in which the PDF at `path` is drawn, to within a millimetre; a full page if it is none."""
    theme, size = _theme_of(issue), trimmed_size(path)
    if theme is not None and size is not None:
        for word in ("full-page", *theme.ad_sizes):
            if all(abs(mm(a) - mm(b)) < SAME_SIZE for a, b in zip(size, theme.ad_sizes[word], strict=True)):
                return cast("AdSize", word)
    return "full-page"


def _theme_of(issue: Issue | None) -> Theme | None:
    """The issue's theme (without one: the default theme); None if it cannot be had."""
    from digest_studio.app.resources import own_resources, resources
    from digest_studio.model.issue import DEFAULT_THEME
    from digest_studio.theme.load import load_theme

    if issue is None:
        return load_theme(DEFAULT_THEME, resources())[0]
    return load_theme(issue.theme, resources(), issue.theme_overrides, own_resources())[0]


def trimmed_size(path: Path, number: int = 1) -> tuple[float, float] | None:
    """The trimmed size of a PDF's page in mm."""
    from digest_studio.assets.pdfboxes import MalformedPdf, page_boxes
    from digest_studio.assets.pdfopen import open_pdf, page_object

    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            return None
    try:
        with open_pdf(path) as pdf:
            boxes = page_boxes(page_object(pdf, number))
    except MalformedPdf:
        return None
    width, height = boxes.trimmed
    return to_mm(width, 1), to_mm(height, 1)
