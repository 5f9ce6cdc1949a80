"""Images as XObjects. A file's data go through untouched where PDF knows them: JPEG as it is, PNG as its compressed rows.

Everything about a file is looked up when its object is written, one file at a time; the pages know its name alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from digest_studio.assets import jpeg, png
from digest_studio.assets.icc import profile_components
from digest_studio.assets.jpeg import JpegHeader
from digest_studio.assets.limits import MAX_IMAGE_BYTES
from digest_studio.assets.png import PngHeader
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.progress import Progress
from digest_studio.base.say import Said, reason, say
from digest_studio.display.items import PlacedImage
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.objects import Indirect, Stream, deflated, numbers
from digest_studio.paint.pdf.transform import Matrix

_DEVICE_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}

_UPRIGHT: dict[int, Matrix] = {
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""What sets a picture of each Exif orientation upright within the unit square, y upwards."""

Crop = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the picture as shown."""

FULL: Crop = (0.0, 0.0, 1.0, 1.0)


class Images:
    """The images of one file, each content once."""

    def __init__(self, file: PdfFile, mark: bytes) -> None:
        self._file = file
        self._mark = mark
        self._names: dict[str, str] = {}
        self.pictures: list[Picture] = []

    def resource(self, item: PlacedImage, page: int) -> tuple[str, Crop]:
        """The image's name among resources, and which part of the picture it holds. `page` is where it is used."""
        name = self._names.get(item.image.digest)
        if name is None:
            name = self._names[item.image.digest] = f"Im{len(self._names) + 1}"
            self.pictures.append(Picture(Path(item.image.path), page, self._mark))
            self._file.add(self.pictures[-1], name)
        return name, FULL

    def size(self) -> int:
        """About how many bytes the images take in the file."""
        return sum(picture.path.stat().st_size for picture in self.pictures if picture.path.exists())

    def prepare(self, progress: Progress) -> None:
        """Wait for what is prepared while the pages are painted; `progress` hears of it."""

    def close(self) -> None:
        """Give up what is still being prepared."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return tuple(picture.problem for picture in self.pictures if picture.problem)


class Picture(Indirect):
    """The XObject that pages draw: the image, or a form that sets it upright; a mark if it cannot be read."""

    def __init__(self, path: Path, page: int, mark: bytes) -> None:
        self.path = path
        self._page = page
        self._mark = mark
        self.problem: Diagnostic | None = None

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        try:
            image, orientation = self._load(file)
        except FileNotFoundError:
            self.problem = self._diagnostic(
                "missing-file", say("the image is no longer there"), say("put it back, or name another")
            )
        except (OSError, ValueError) as error:
            self.problem = self._diagnostic(
                "broken-image",
                say("the image cannot be read: {reason}", reason=reason(error)),
                say("save it again as JPEG or PNG"),
            )
        else:
            if orientation in _UPRIGHT:
                inner = file.add_now(image)
                image = unit_form(b"%b cm /Im Do" % numbers(_UPRIGHT[orientation]), b"/XObject<</Im %d 0 R>>" % inner)
            yield from image.pieces(file)
            return
        yield from unit_form(self._mark).pieces(file)

    def _load(self, file: PdfFile) -> tuple[Indirect, int]:
        return load(self.path, file)

    def _diagnostic(self, rule: str, message: Said, remedy: Said) -> Diagnostic:
        return Diagnostic(rule, message, remedy, source=Source(str(self.path)), page=self._page)


def unit_form(code: bytes, resources: bytes = b"") -> Stream:
    """A form of one by one, as an image would be."""
    return Stream(b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<%b>>" % resources, code)


def load(path: Path, file: PdfFile) -> tuple[Indirect, int]:
    """The image at `path` as an object to be written now, and its Exif orientation. Raises OSError and ValueError."""
    if path.stat().st_size > MAX_IMAGE_BYTES:
        raise ValueError("it is too large")
    with path.open("rb") as source:
        head = source.read(len(png.SIGNATURE))
        source.seek(0)
        if head[:2] == b"\xff\xd8":
            data = source.read()
            header = jpeg.read_header(data)
            if header.printable:
                return Stream(_jpeg_entries(header, file), data), header.orientation
        elif head == png.SIGNATURE:
            data = source.read()
            png_header = png.read_header(data)
            if png_header.plain:
                return Stream(_png_entries(png_header, file), png.picture_data(data, png_header)), png_header.orientation
    from digest_studio.paint.pdf.pixels import decoded  # Pillow only where it is needed

    return decoded(path, file)


def image_entries(width: int, height: int, bits: int, colour_space: bytes) -> bytes:
    """The inside of an image's dictionary."""
    size = b"/Width %d/Height %d/BitsPerComponent %d" % (width, height, bits)
    return b"/Type/XObject/Subtype/Image" + size + b"/ColorSpace" + colour_space


def colour_space(components: int, icc: bytes | None, file: PdfFile) -> bytes:
    """The device's space, or the embedded profile's if it fits. Each profile is written once."""
    device = _DEVICE_SPACES[components]
    if icc is None or profile_components(icc) != components:
        return device
    key = f"icc-{hashlib.sha256(icc).hexdigest()}"
    if key not in file.idToObject:
        file.add(deflated(icc, b"/N %d/Alternate%b" % (components, device)), key)
    return b"[/ICCBased %d 0 R]" % file.number_of(key)


def _jpeg_entries(header: JpegHeader, file: PdfFile) -> bytes:
    space = colour_space(header.components, header.icc, file)
    entries = image_entries(header.width, header.height, 8, space) + b"/Filter/DCTDecode"
    if header.components == 4 and header.adobe_transform is not None:
        entries += b"/Decode[1 0 1 0 1 0 1 0]"
    if header.stored_as_rgb:
        entries += b"/DecodeParms<</ColorTransform 0>>"
    return entries


def _png_entries(header: PngHeader, file: PdfFile) -> bytes:
    components = 3 if header.colour in (png.RGB, png.PALETTE) else 1
    space = colour_space(components, header.icc, file)
    if header.colour == png.PALETTE:
        palette = header.palette[: 3 * 2**header.bits]
        space = b"[/Indexed%b %d<%b>]" % (space, len(palette) // 3 - 1, palette.hex().encode("ascii"))
    return image_entries(header.width, header.height, header.bits, space) + (
        b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
        % (header.components, header.bits, header.width)
    )
