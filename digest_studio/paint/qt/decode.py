"""An image file -> pixels in sRGB, upright, at the size wanted. Qt reads what it can; Pillow CMYK, TIFF and the odd ones.

Colour is what it is in the PDF: an embedded profile counts, everything else (PNG's gamma) does not; CMYK becomes RGB as
PDFium shows it.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader

from digest_studio.assets import jpeg, png
from digest_studio.assets.icc import profile_components
from digest_studio.assets.limits import MAX_DECODED_PIXELS, MAX_IMAGE_BYTES

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_TIFF = (b"II*\0", b"MM\0*")


def decoded(path: str, width: int, height: int) -> QImage:
    """The image at `path` as shown, scaled to (width, height) pixels; a null image if it cannot be read.

    Opaque pictures are Format_RGB32, others Format_ARGB32_Premultiplied.
    """
    try:
        file = Path(path)
        if file.stat().st_size > MAX_IMAGE_BYTES:
            return QImage()
        data = file.read_bytes()
        picture = QImage() if _for_pillow(data) else _by_qt(data, width, height)
        if picture.isNull():
            picture = _by_pillow(data, width, height)
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError):  # what Pillow raises of damage
        return QImage()
    return _for_screen(picture)


def _for_pillow(data: bytes) -> bool:
    """Whether Qt would show it in other colours."""
    if data[:4] in _TIFF:
        return True
    return data[:2] == b"\xff\xd8" and jpeg.read_header(data).components == 4


def _profile(data: bytes) -> bytes | None:
    """The ICC profile in a JPEG or PNG."""
    if data[:2] == b"\xff\xd8":
        return jpeg.read_header(data).icc
    if data[:8] == png.SIGNATURE:
        return png.read_header(data).icc
    return None


def _by_qt(data: bytes, width: int, height: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    lies = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    size = QSize(height, width) if lies else QSize(width, height)
    if size != reader.size():
        reader.setScaledSize(size)
    picture: QImage = reader.read()
    if picture.colorSpace().isValid():
        if _profile(data) is None and data[:2] in (b"\xff\xd8", png.SIGNATURE[:2]):
            picture.setColorSpace(QColorSpace())
        else:
            picture = picture.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return picture


def _by_pillow(data: bytes, width: int, height: int) -> QImage:
    """Decode with Pillow. Raises OSError, ValueError and whatever else Pillow raises of damaged files."""
    from PIL import Image, ImageOps

    picture: Image.Image = Image.open(io.BytesIO(data), formats=_FORMATS)
    if picture.width * picture.height > MAX_DECODED_PIXELS and picture.format != "JPEG":
        raise ValueError("it has more pixels than can be decoded")
    picture.draft(None, (max(width, height),) * 2)  # JPEG: decode at a fraction of the size, if that is enough
    icc = picture.info.get("icc_profile")
    uninverted = picture.mode == "CMYK" and picture.format == "JPEG" and jpeg.read_header(data).adobe_transform is None
    picture = _plain(ImageOps.exif_transpose(picture))
    if picture.size != (width, height):
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    if uninverted:
        from PIL import ImageChops

        picture = ImageChops.invert(picture)  # Pillow takes every CMYK JPEG for one of Adobe's
    return _coloured(picture, icc)


def _plain(picture: Image) -> Image:
    """The picture in mode L, RGB, RGBA or CMYK."""
    if "transparency" in picture.info and picture.mode in ("1", "L", "P", "RGB"):
        return picture.convert("RGBA")
    if picture.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        straight = {"La": "LA", "RGBa": "RGBA"}.get(picture.mode, picture.mode)
        return picture.convert(straight).convert("RGBA")
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _coloured(picture: Image, icc: bytes | None) -> QImage:
    """The picture in sRGB."""
    width, height = picture.size
    if picture.mode == "CMYK":
        from digest_studio.paint.qt.pdfium import shown_cmyk

        profile = icc if icc is not None and profile_components(icc) == 4 else None
        return shown_cmyk(picture.tobytes(), width, height, profile)
    fmt, size = {
        "L": (QImage.Format.Format_Grayscale8, 1), "RGB": (QImage.Format.Format_RGB888, 3),
        "RGBA": (QImage.Format.Format_RGBA8888, 4),
    }[picture.mode]  # fmt: skip
    pixels = picture.tobytes()
    image = QImage(pixels, width, height, width * size, fmt).copy()
    space = QColorSpace.fromIccProfile(icc) if icc else QColorSpace()
    if space.isValid() and profile_components(icc or b"") == min(size, 3):
        image.setColorSpace(space)
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


def _for_screen(picture: QImage) -> QImage:
    opaque = not picture.hasAlphaChannel()
    return picture.convertToFormat(QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied)
