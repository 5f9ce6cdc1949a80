"""How a page's inks are looked at, before anything is painted."""

from __future__ import annotations

from digest_studio.base.values import dataclass

PLATES = "CMYK"
"""The inks, each by its letter, in the order of their plates."""


@dataclass(frozen=True, slots=True)
class Viewing:
    """What is seen of the inks. `plates`: letters of PLATES. `paper`: white is the paper's, black no deeper than its ink; else
    both are the screen's. `over`: only where there is more ink than the profile's limit, on a greyed page."""

    plates: str = PLATES
    paper: bool = False
    over: bool = False
