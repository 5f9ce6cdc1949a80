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

DECODING_ERRORS = (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError)
"""What Pillow raises of damage."""


def decoded(path: str, width: int, height: int) -> QImage:
    """The image at `path` as shown, scaled to (width, height) pixels; a null image if it cannot be read.

    Opaque pictures are Format_RGB32, others Format_ARGB32_Premultiplied.
    """
    try:
        data = _content(path)
        picture = QImage() if _for_pillow(data) else _in_srgb(_by_qt(data, width, height), data)
        if picture.isNull():
            picture = _coloured(*_by_pillow(data, width, height))
    except DECODING_ERRORS:
        return QImage()
    return _for_screen(picture)


def as_authored(path: str, width: int, height: int) -> tuple[Image, bytes | None]:
    """The image at `path` in its own colours (mode L, LA, RGB, RGBA or CMYK), upright, scaled to (width, height) pixels, and its
    profile. Raises DECODING_ERRORS if it cannot be read."""
    data = _content(path)
    picture = QImage() if _for_pillow(data) else _by_qt(data, width, height)
    if picture.isNull():
        return _by_pillow(data, width, height)
    return _for_press(picture, data), _profile(data)


def _content(path: str) -> bytes:
    """Raises OSError and, where the file is too large, ValueError."""
    file = Path(path)
    if file.stat().st_size > MAX_IMAGE_BYTES:
        raise ValueError("it is too large")
    return file.read_bytes()


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
    """The picture with the numbers that stand in the file; null if Qt cannot read it."""
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
    return picture


def _in_srgb(picture: QImage, data: bytes) -> QImage:
    if picture.colorSpace().isValid():
        if _profile(data) is None and data[:2] in (b"\xff\xd8", png.SIGNATURE[:2]):
            picture.setColorSpace(QColorSpace())
        else:
            picture = picture.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return picture


def _by_pillow(data: bytes, width: int, height: int) -> tuple[Image, bytes | None]:
    """Decode with Pillow: the picture in mode L, LA, RGB, RGBA or CMYK, and its profile. Raises
    DECODING_ERRORS."""
    from PIL import Image, ImageOps

    try:
        picture: Image.Image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise ValueError("it has more pixels than can be decoded") from error
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
    return picture, icc


def _plain(picture: Image) -> Image:
    """The picture in mode L, LA, RGB, RGBA or CMYK."""
    if "transparency" in picture.info and picture.mode in ("1", "L", "P", "RGB"):
        return picture.convert("RGBA")
    if picture.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        return picture.convert("LA" if picture.mode in ("LA", "La") else "RGBA")
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _coloured(picture: Image, icc: bytes | None) -> QImage:
    """The picture in sRGB."""
    width, height = picture.size
    if picture.mode == "LA":
        picture = picture.convert("RGBA")
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


def _for_press(picture: QImage, data: bytes) -> Image:
    """Qt's picture as Pillow's, in mode L, LA, RGB or RGBA."""
    from PIL import Image

    grey = data[:8] == png.SIGNATURE and png.read_header(data).colour in (png.GREY, png.GREY_ALPHA)
    if picture.hasAlphaChannel():
        straight = picture.convertToFormat(QImage.Format.Format_RGBA8888)
        made = Image.frombytes("RGBA", (straight.width(), straight.height()), bytes(straight.constBits()))
        return made.convert("LA") if grey else made
    grey |= picture.format() == QImage.Format.Format_Grayscale8
    fmt, mode = (QImage.Format.Format_Grayscale8, "L") if grey else (QImage.Format.Format_RGB888, "RGB")
    plain = picture.convertToFormat(fmt)
    size = plain.width(), plain.height()
    return Image.frombytes(mode, size, bytes(plain.constBits()), "raw", mode, plain.bytesPerLine(), 1)


def _for_screen(picture: QImage) -> QImage:
    opaque = not picture.hasAlphaChannel()
    return picture.convertToFormat(QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied)
