"""What the window calls the editions, and what they are for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def edition_words(name: str) -> tuple[str, str]:
    """The edition's title and what it is for; one that is not known here goes by its name."""
    match name:
        case "proof":
            what = translate("Editions", "for reading and correcting: colours of the screen, links, bookmarks")
            return translate("Editions", "Proof"), what
        case "print":
            return translate("Editions", "Print"), translate("Editions", "for the press: PDF/X-4, CMYK, bleed, marks")
        case "spreads":
            return translate("Editions", "Spreads"), translate("Editions", "facing pages side by side, for a wide screen")
        case "booklet":
            return translate("Editions", "Booklet"), translate("Editions", "pages on sheets, to be folded and stapled")
        case "accessible":
            return translate("Editions", "Accessible"), translate("Editions", "for screen readers: tagged, PDF/UA")
        case _:
            return name.capitalize(), ""
