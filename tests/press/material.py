"""What the press's tests paint, and how they look at it: with tools that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from digest_studio.assets.outputs import OutputProfile, load_output
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.display.document import Document
from digest_studio.paint.pdf.edition import Press, print_edition
from digest_studio.paint.pdf.writer import write_edition

PROFILES = Path(__file__).parents[2] / "resources" / "profiles"
ISO_COATED = PROFILES / "ISOcoated_v2_300_bas.icc"


def output() -> OutputProfile:
    found = load_output("coated-fogra39", PROFILES, Path)
    assert isinstance(found, OutputProfile)
    return found


def pressed(
    document: Document, folder: Path, name: str = "print.pdf", marks: bool = False,
) -> tuple[Path, tuple[Diagnostic, ...]]:
    """The PDF for the press of `document`, and what could not be painted."""
    target = folder / name
    return target, write_edition(document, target, print_edition(Press(output(), folder / "cache"), marks), None)


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


def told_by(*command: str | Path) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def plates(pdf: Path, folder: Path, ppi: int = 72, *more: str) -> dict[str, Image.Image]:
    """The plates of the first page as Ghostscript separates them: 0 is no ink, 255 all of it. `more`: options of its own."""
    wish = ("-sDEVICE=tiffsep", "-dLastPage=1", f"-r{ppi}", f"--permit-file-read={PROFILES}/", *more, "-o", folder / "plate.tif")
    told_by("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", *wish, pdf)
    found = {}
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(folder / f"plate({ink}).tif") as plate:
            found[ink] = plate.convert("L").point(lambda value: 255 - value)
    return found
