"""Colours as a printer names them, each with its equivalent for the screen."""

from __future__ import annotations

from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A process colour: CMYK and its screen equivalent in sRGB, every part from 0 to 1."""

    cmyk: tuple[float, float, float, float]
    rgb: tuple[float, float, float]
    name: str = ""
    overprint: bool = False


BLACK = Colour((0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0), "black", overprint=True)
WHITE = Colour((0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0), "paper")
