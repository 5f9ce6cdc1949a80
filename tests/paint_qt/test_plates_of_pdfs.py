"""The plates of PDF pages: what stands in the file is on them, whatever space it is in and whoever wrote it."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops, ImageCms, ImageStat

from digest_studio.assets.inks import in_inks, over_limit
from digest_studio.assets.inkspaces import NoInks
from digest_studio.assets.separation import separated
from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.items import Item, PlacedPdf, rectangle
from digest_studio.paint.qt.piece import Piece
from digest_studio.paint.qt.plates import Plates
from tests.press.material import ISO_COATED, needs, output, plates, pressed
from tests.press.test_advertisements import ADS

SIDE = 60
BOX = Rect(0, 0, SIDE, SIDE)
FILLED = b" 0 0 60 60 re f "
TEAL = b"0.8 0.3 0.4 0.2 k" + FILLED
RED = (220, 30, 30)

Make = Callable[[pikepdf.Pdf], dict[str, object]]
"""Resources of a page, by kind."""


def drawn(target: Path, code: bytes, make: Make | None = None, **page: object) -> Path:
    """A PDF of a page of 60 × 60 points."""
    with pikepdf.new() as pdf:
        made = pdf.add_blank_page(page_size=(SIDE, SIDE))
        made.obj.Contents = pdf.make_stream(code)
        made.obj.Resources = Dictionary({f"/{kind}": Dictionary(named) for kind, named in (make(pdf) if make else {}).items()})
        for key, value in page.items():
            made.obj[f"/{key}"] = value
        pdf.save(target)
    return target


def page(*items: Item, size: tuple[float, float] = (SIDE, SIDE)) -> Page:
    return Page(1, "1", "1", True, *size, 0, items)


def placed(path: Path, box: Rect = BOX, *, convert: bool = False) -> PlacedPdf:
    return PlacedPdf(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), 1, box, box, convert=convert)


def inked(*items: Item, size: tuple[float, float] = (SIDE, SIDE), scale: float = 1) -> Image.Image:
    whole = Rect(0, 0, *size)
    return Plates(output()).painted(Piece(page(*items, size=size), scale, whole, 0, 0, *(round(scale * side) for side in size)))


def percents(found: Image.Image, x: int = 30, y: int = 30) -> list[int]:
    return [round(ink / 2.55) for ink in found.getpixel((x, y))]  # type: ignore[union-attr]


def brought(rgb: tuple[int, int, int]) -> list[int]:
    """What the press gets of an sRGB colour, in per cent."""
    return percents(in_inks(Image.new("RGB", (1, 1), rgb), None, output()), 0, 0)


# Spaces


def icc(pdf: pikepdf.Pdf, data: bytes, parts: int) -> Array:
    return Array([Name.ICCBased, pdf.make_stream(data, N=parts)])


def tint(*ends: float) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * len(ends)), C1=Array(ends), N=1)


def spot(pdf: pikepdf.Pdf, name: str = "/Brass") -> Array:
    return Array([Name.Separation, Name(name), Name.DeviceCMYK, tint(0, 0.2, 0.9, 0.1)])


def two_spots(pdf: pikepdf.Pdf) -> Array:
    program = pdf.make_stream(b"{ exch dup 0.5 mul 3 1 roll 0 3 1 roll }", FunctionType=4, Domain=Array([0, 1, 0, 1]),
                              Range=Array([0, 1] * 4))  # fmt: skip
    return Array([Name.DeviceN, Array([Name.Brass, Name.Moss]), Name.DeviceCMYK, program])


def process(pdf: pikepdf.Pdf, *names: str) -> Array:
    return Array([Name.DeviceN, Array([Name(f"/{name}") for name in names]), Name.DeviceCMYK, tint(0, 0, 0, 0)])


def indexed(base: object, *rows: tuple[int, ...]) -> Array:
    return Array([Name.Indexed, base, len(rows) - 1, String(bytes(value for row in rows for value in row))])


LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]), Range=Array([-128, 127, -128, 127]))])

SPACES: dict[str, tuple[Callable[[pikepdf.Pdf], object], bytes, list[int]]] = {
    "CMYK of the output": (lambda pdf: icc(pdf, ISO_COATED.read_bytes(), 4), b"0.1 0.2 0.3 0.4 sc", [10, 20, 30, 40]),
    "black": (lambda pdf: Array([Name.Separation, Name.Black, Name.DeviceGray, tint(0)]), b"0.7 scn", [0, 0, 0, 70]),
    "all": (lambda pdf: Array([Name.Separation, Name.All, Name.DeviceCMYK, tint(1, 1, 1, 1)]), b"0.7 scn", [70, 70, 70, 70]),
    "none": (lambda pdf: Array([Name.Separation, Name("/None"), Name.DeviceCMYK, tint(1, 1, 1, 1)]), b"0.7 scn", [0, 0, 0, 0]),
    "a spot colour": (spot, b"0.5 scn", [0, 10, 45, 5]),
    "a spot colour at first": (spot, b"", [0, 20, 90, 10]),
    "two spot colours": (two_spots, b"0.8 0.4 scn", [40, 0, 40, 80]),
    "process inks in any order": (lambda pdf: process(pdf, "Black", "Magenta"), b"0.3 0.6 scn", [0, 60, 0, 30]),
    "a table of inks": (lambda pdf: indexed(Name.DeviceCMYK, (0, 0, 0, 0), (51, 102, 153, 204)), b"1 scn", [20, 40, 60, 80]),
    "a table of tints": (lambda pdf: indexed(spot(pdf), (0,), (128,)), b"1 scn", [0, 10, 45, 5]),
    "grey with a curve": (lambda pdf: Array([Name.CalGray, Dictionary(WhitePoint=Array([1, 1, 1]), Gamma=2)]), b"0.25 sc",
                          [0, 0, 0, 75]),
    "sRGB": (lambda pdf: icc(pdf, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), 3),
             b"%.4f %.4f %.4f sc" % tuple(part / 255 for part in RED), brought(RED)),
    "Lab white": (lambda pdf: LAB, b"100 0 0 sc", [0, 0, 0, 0]),
}  # fmt: skip


@pytest.mark.parametrize("name", SPACES)
def test_colours_of_each_space(name: str, tmp_path: Path) -> None:
    make, colour, expected = SPACES[name]
    path = drawn(tmp_path / "a.pdf", b"/S cs " + colour + FILLED, lambda pdf: {"ColorSpace": {"/S": make(pdf)}})
    assert percents(inked(placed(path))) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(("code", "expected"), [
    (b"0.1 0.2 0.3 0.4 k" + FILLED, [10, 20, 30, 40]), (b"0.3 g" + FILLED, [0, 0, 0, 70]), (FILLED, [0, 0, 0, 100]),
    (b"/DeviceCMYK cs 0.5 0 0 0 sc" + FILLED, [50, 0, 0, 0]), (b"60 w 0 1 0 0 K 0 30 m 60 30 l S", [0, 100, 0, 0]),
    (b"q 1 0 0 0 k Q" + FILLED, [0, 0, 0, 100]), (b"%.4f %.4f %.4f rg" % tuple(p / 255 for p in RED) + FILLED, brought(RED)),
])  # fmt: skip
def test_colours_of_devices(code: bytes, expected: list[int], tmp_path: Path) -> None:
    assert percents(inked(placed(drawn(tmp_path / "a.pdf", code)))) == pytest.approx(expected, abs=1)


def test_a_device_may_have_another_space(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", b"1 0 0 0 k" + FILLED,
                 lambda pdf: {"ColorSpace": {"/DefaultCMYK": process(pdf, "Black", "None", "None", "None")}})  # fmt: skip
    assert percents(inked(placed(path))) == [0, 0, 0, 100]


def test_inks_of_another_press_are_converted(tmp_path: Path) -> None:
    other = (ISO_COATED.parent / "IFRA26_newsprint.icc").read_bytes()
    path = drawn(tmp_path / "a.pdf", b"/S cs 0.6 0.5 0.5 0.4 sc" + FILLED, lambda pdf: {"ColorSpace": {"/S": icc(pdf, other, 4)}})
    expected = in_inks(Image.new("CMYK", (1, 1), (153, 128, 128, 102)), other, output())
    assert percents(inked(placed(path))) == pytest.approx(percents(expected, 0, 0), abs=1)


def test_what_is_converted_for_the_press_has_neutral_colours_in_black(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", b"0.2 0.2 0.2 rg" + FILLED)
    assert percents(inked(placed(path, convert=True))) == [0, 0, 0, 80]
    assert min(percents(inked(placed(path)))) > 20  # a printer brings it into all four inks


# Overprint


def states(_: pikepdf.Pdf) -> dict[str, object]:
    return {"ExtGState": {
        "/On": Dictionary(OP=True, op=True, OPM=1), "/Old": Dictionary(OP=True, op=True, OPM=0), "/Off": Dictionary(OP=False),
        "/Lines": Dictionary(OP=True, op=False, OPM=1),
    }}  # fmt: skip


def with_spaces(pdf: pikepdf.Pdf) -> dict[str, object]:
    named = {"/Black": Array([Name.Separation, Name.Black, Name.DeviceGray, tint(0)]), "/Brass": spot(pdf)}
    return {**states(pdf), "ColorSpace": named}


@pytest.mark.parametrize(("code", "expected"), [
    (b"/On gs 0 0 0 1 k", [80, 30, 40, 100]), (b"0 0 0 1 k /On gs", [80, 30, 40, 100]), (b"0 0 0 1 k", [0, 0, 0, 100]),
    (b"/On gs 0 0.5 0 0 k", [80, 50, 40, 20]), (b"/Old gs 0 0.5 0 0 k", [0, 50, 0, 0]),
    (b"/On gs 0 0 0 1 k /Off gs", [0, 0, 0, 100]),
    (b"q /On gs Q 0 0 0 1 k", [0, 0, 0, 100]), (b"/Lines gs 0 0 0 1 k", [0, 0, 0, 100]), (b"/On gs 0 g", [0, 0, 0, 100]),
    (b"/Old gs /Black cs 0.6 scn", [80, 30, 40, 60]), (b"/Black cs 0.6 scn", [0, 0, 0, 60]),
    (b"/On gs /Brass cs 1 scn", [0, 20, 90, 10]),
])  # fmt: skip
def test_what_overprints_leaves_the_plates_that_it_has_nothing_on(code: bytes, expected: list[int], tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", TEAL + code + FILLED, with_spaces)
    assert percents(inked(placed(path))) == pytest.approx(expected, abs=1)


def test_what_overprints_leaves_the_page_under_the_advertisement(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", b"/On gs 0 0 0 1 k" + FILLED, states)
    assert percents(inked(rectangle(BOX, Colour((0.9, 0.3, 0.4, 0.2), (0, 0, 0))), placed(path))) == [90, 30, 40, 100]


def test_a_form_overprints_as_it_is_painted(tmp_path: Path) -> None:
    def make(pdf: pikepdf.Pdf) -> dict[str, object]:
        form = pdf.make_stream(FILLED, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 60]))
        switching = pdf.make_stream(b"/On gs" + FILLED, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 60]))
        return {**states(pdf), "XObject": {"/Form": form, "/Switching": switching}}

    code = {b"0 0 0 1 k /Form Do": [0, 0, 0, 100], b"/On gs 0 0 0 1 k /Form Do": [80, 30, 40, 100],
            b"0 0 0 1 k /Switching Do": [80, 30, 40, 100]}  # fmt: skip
    for painted, expected in code.items():
        assert percents(inked(placed(drawn(tmp_path / "a.pdf", TEAL + painted, make)))) == expected


# Pictures, gradients, patterns, letters


def picture(pdf: pikepdf.Pdf, data: bytes, space: object, **more: object) -> pikepdf.Object:
    """A picture of 2 × 2 pixels unless it says otherwise."""
    made = pdf.make_stream(data)
    entries = {"Subtype": Name.Image, "Width": 2, "Height": 2, "BitsPerComponent": 8, "ColorSpace": space, **more}
    for key, value in entries.items():
        if value is not None:
            made[f"/{key}"] = value
    return made


def encoded(kind: str, image: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(pdf: pikepdf.Pdf, image: Image.Image, space: Name, **more: object) -> pikepdf.Object:
    return picture(pdf, encoded("JPEG", image, quality=100), space, Filter=Name.DCTDecode, Width=image.width, Height=image.height,
                   **more)  # fmt: skip


FLAT = (26, 51, 77, 102)
"""10, 20, 30 and 40 per cent."""
NEGATIVE = Array([1, 0] * 4)

PICTURES: dict[str, tuple[Callable[[pikepdf.Pdf], object], list[int]]] = {
    "inks": (lambda pdf: picture(pdf, bytes(FLAT) * 4, Name.DeviceCMYK), [10, 20, 30, 40]),
    "inks, inverted": (lambda pdf: picture(pdf, bytes(FLAT) * 4, Name.DeviceCMYK, Decode=NEGATIVE), [90, 80, 70, 60]),
    "JPEG as Adobe writes it": (lambda pdf: jpeg(pdf, Image.new("CMYK", (16, 16), FLAT), Name.DeviceCMYK, Decode=NEGATIVE),
                                [10, 20, 30, 40]),
    "colours of the screen": (lambda pdf: picture(pdf, bytes(RED) * 4, Name.DeviceRGB), brought(RED)),
    "grey": (lambda pdf: picture(pdf, b"\x40" * 4, Name.DeviceGray), [0, 0, 0, 75]),
    "two colours": (lambda pdf: picture(pdf, b"\0\0", indexed(Name.DeviceCMYK, FLAT, (0, 0, 0, 0)), BitsPerComponent=1),
                    [10, 20, 30, 40]),
    "a spot colour": (lambda pdf: picture(pdf, b"\x80" * 4, spot(pdf)), [0, 10, 45, 5]),
    "process inks": (lambda pdf: picture(pdf, bytes((51, 102)) * 4, process(pdf, "Black", "Magenta")), [0, 40, 0, 20]),
    "sixteen bits": (lambda pdf: picture(pdf, b"\x19\x99\x33\x33\x4c\xcc\x66\x66" * 4, Name.DeviceCMYK, BitsPerComponent=16),
                     [10, 20, 30, 40]),
    "JPEG 2000": (lambda pdf: picture(pdf, encoded("JPEG2000", Image.new("RGB", (16, 16), RED)), Name.DeviceRGB,
                                      Width=16, Height=16, Filter=Name.JPXDecode), brought(RED)),
    "cut out by a colour": (lambda pdf: picture(pdf, b"\x40" * 4, Name.DeviceGray, Mask=Array([0x40, 0x40])), [80, 30, 40, 20]),
    "half seen": (lambda pdf: picture(pdf, bytes(4 * FLAT), Name.DeviceCMYK, SMask=picture(pdf, b"\x80" * 4, Name.DeviceGray)),
                  [45, 25, 35, 30]),
    "a stencil": (lambda pdf: picture(pdf, b"\0\0", None, BitsPerComponent=1, ImageMask=True), [0, 0, 100, 0]),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_of_each_kind(name: str, tmp_path: Path) -> None:
    make, expected = PICTURES[name]

    code = TEAL + b"0 0 1 0 k q 60 0 0 60 0 0 cm /Im Do Q"
    path = drawn(tmp_path / "a.pdf", code, lambda pdf: {"XObject": {"/Im": make(pdf)}})
    assert percents(inked(placed(path))) == pytest.approx(expected, abs=1)


def test_a_picture_of_one_ink_overprints(tmp_path: Path) -> None:
    def make(pdf: pikepdf.Pdf) -> dict[str, object]:
        return {**states(pdf), "XObject": {"/Im": picture(pdf, b"\x80" * 4, process(pdf, "Black"))}}

    code = b"q 60 0 0 60 0 0 cm /Im Do Q"
    assert percents(inked(placed(drawn(tmp_path / "a.pdf", TEAL + code, make)))) == [0, 0, 0, 50]
    assert percents(inked(placed(drawn(tmp_path / "b.pdf", TEAL + b"/On gs " + code, make)))) == [80, 30, 40, 50]


@pytest.mark.parametrize("image", [
    b"/CS /CMYK ID " + bytes(FLAT), b"/CS /CMYK /F /AHx ID 1a334d66>", b"/CS [/I /CMYK 0 <1a334d66>] ID \0",
    b"/CS /CMYK /F [/AHx /Fl] /DP [null <</Predictor 1>>] ID " + zlib.compress(bytes(FLAT)).hex().encode("ascii") + b">",
], ids=["plain", "encoded", "of a table", "packed"])  # fmt: skip
def test_a_picture_within_the_content(image: bytes, tmp_path: Path) -> None:
    code = b"q 60 0 0 60 0 0 cm BI /W 1 /H 1 /BPC 8 " + image + b" EI Q"
    assert percents(inked(placed(drawn(tmp_path / "a.pdf", code)))) == [10, 20, 30, 40]


def gradient(**more: object) -> Dictionary:
    made = {"ShadingType": 2, "ColorSpace": Name.DeviceCMYK, "Coords": Array([0, 0, 60, 0]), "Function": tint(1, 0.5, 0, 0.2)}
    return Dictionary({f"/{key}": value for key, value in {**made, **more}.items()})


def mesh(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A square of two triangles in one colour."""
    corners = ((0, 0), (60, 0), (0, 60), (60, 60))
    data = b"".join(struct.pack(">BHH4B", flag, *(round(side / 60 * 65535) for side in corners[at]), *FLAT)
                    for flag, at in ((0, 0), (0, 1), (0, 2), (1, 3)))  # fmt: skip
    return pdf.make_stream(data, ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=16, BitsPerComponent=8,
                           BitsPerFlag=8, Decode=Array([0, 60, 0, 60] + [0, 1] * 4))  # fmt: skip


def over_an_area(pdf: pikepdf.Pdf) -> Dictionary:
    program = pdf.make_stream(b"{ pop pop 0.1 0.5 0 0.2 }", FunctionType=4, Domain=Array([0, 60, 0, 60]), Range=Array([0, 1] * 4))
    return Dictionary(ShadingType=1, ColorSpace=Name.DeviceCMYK, Domain=Array([0, 60, 0, 60]), Function=program)


GRADIENTS: dict[str, tuple[Callable[[pikepdf.Pdf], object], list[int]]] = {
    "inks": (lambda pdf: gradient(), [50, 25, 0, 10]),
    "a spot colour": (lambda pdf: gradient(ColorSpace=spot(pdf), Function=tint(1)), [0, 10, 45, 5]),
    "a mesh": (mesh, [10, 20, 30, 40]),
    "over an area": (over_an_area, [10, 50, 0, 20]),
}


@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients(name: str, tmp_path: Path) -> None:
    make, expected = GRADIENTS[name]

    def resources(pdf: pikepdf.Pdf) -> dict[str, object]:
        shading = pdf.make_indirect(make(pdf))
        return {"Shading": {"/Sh": shading}, "Pattern": {"/P": Dictionary(PatternType=2, Shading=shading)}}

    for code in (b"/Sh sh", b"/Pattern cs /P scn" + FILLED):
        assert percents(inked(placed(drawn(tmp_path / "a.pdf", code, resources)))) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(("kind", "colour"), [(1, b"/Pattern cs /P scn"), (2, b"/Under cs 0.2 0.4 0.6 0 /P scn")])
def test_patterns_of_tiles(kind: int, colour: bytes, tmp_path: Path) -> None:
    def make(pdf: pikepdf.Pdf) -> dict[str, object]:
        tile = pdf.make_stream((b"0.2 0.4 0.6 0 k" if kind == 1 else b"") + b" 0 0 20 20 re f", PatternType=1, PaintType=kind,
                               TilingType=1, BBox=Array([0, 0, 20, 20]), XStep=20, YStep=20, Resources=Dictionary())  # fmt: skip
        return {"Pattern": {"/P": tile}, "ColorSpace": {"/Under": Array([Name.Pattern, Name.DeviceCMYK])}}

    path = drawn(tmp_path / "a.pdf", colour + FILLED, make)
    assert percents(inked(placed(path))) == pytest.approx([20, 40, 60, 0], abs=1)


def test_letters_that_are_drawings_have_their_colours(tmp_path: Path) -> None:
    def make(pdf: pikepdf.Pdf) -> dict[str, object]:
        coloured, plain = b"60 0 d0 0.2 0.4 0.6 0 k", b"60 0 0 0 60 60 d1"
        letters = {"/a": pdf.make_stream(coloured + FILLED), "/b": pdf.make_stream(plain + FILLED)}
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 60, 60]), FontMatrix=Array([1 / 60, 0, 0, 1 / 60, 0, 0]),
            CharProcs=Dictionary(letters), Encoding=Dictionary(Differences=Array([97, Name.a, Name.b])),
            FirstChar=97, LastChar=98, Widths=Array([60, 60]), Resources=Dictionary(),
        )  # fmt: skip
        return {"Font": {"/F": pdf.make_indirect(font)}}

    for letter, expected in ((b"a", [20, 40, 60, 0]), (b"b", [0, 100, 0, 0])):
        code = b"0 1 0 0 k BT /F 60 Tf (" + letter + b") Tj ET"
        assert percents(inked(placed(drawn(tmp_path / "a.pdf", code, make)))) == expected


def test_a_soft_mask_is_the_same_on_all_plates(tmp_path: Path) -> None:
    def make(pdf: pikepdf.Pdf) -> dict[str, object]:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        mask = pdf.make_stream(b"0.5 g" + FILLED, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 60]), Group=group)
        return {"ExtGState": {"/M": Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))}}

    path = drawn(tmp_path / "a.pdf", b"/M gs 1 0.5 0 0 k" + FILLED, make)
    assert percents(inked(placed(path))) == pytest.approx([50, 25, 0, 0], abs=1)


def test_too_much_ink_in_an_advertisement_is_found(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", b"0.9 0.9 0.9 0.9 k 0 0 30 60 re f 0.9 0.9 0.9 0 k 30 0 30 60 re f")
    over = over_limit(inked(placed(path)), output().ink_limit)
    assert (over.getpixel((15, 30)), over.getpixel((45, 30))) == (255, 0)


# What cannot be separated


def test_what_cannot_be_separated_is_drawn_for_the_screen_and_said_so(tmp_path: Path) -> None:
    def make(pdf: pikepdf.Pdf) -> dict[str, object]:
        return {"ColorSpace": {"/S": Array([Name.Separation, Name.Odd, Name.DeviceCMYK, Dictionary(FunctionType=9)])}}

    path = drawn(tmp_path / "a.pdf", b"1 0 0 rg" + FILLED + b"/S cs 0 0 9 9 re f", make)
    with pytest.raises(NoInks):
        separated(path, 1, output())
    plates, whole = Plates(output()), page(placed(path))
    found = plates.painted(Piece(whole, 1, BOX, 0, 0, SIDE, SIDE))
    assert percents(found, 30, 30) == pytest.approx(brought((255, 0, 0)), abs=1)
    assert plates.about(whole) == {placed(path).digest}


BROKEN: dict[str, tuple[bytes, Make]] = {
    "no space": (b"/Sh sh", lambda pdf: {"Shading": {"/Sh": Dictionary(ShadingType=2)}}),
    "no height": (b"/Im Do", lambda pdf: {"XObject": {"/Im": picture(pdf, b"1234", Name.DeviceCMYK, Height=None)}}),
    "no such space": (b"/Nowhere cs 1 sc", lambda pdf: {}),
    "too few parts": (b"1 1 k", lambda pdf: {}),
    "too little data": (b"/Im Do", lambda pdf: {"XObject": {"/Im": picture(pdf, b"1234", Name.DeviceCMYK)}}),
    "too many pixels": (b"/Im Do", lambda pdf: {"XObject": {"/Im": picture(pdf, b"", Name.DeviceCMYK, Width=9000, Height=9000)}}),
    "a transform without end": (b"/S cs 1 scn " * 20_000, lambda pdf: {"ColorSpace": {"/S": Array([
        Name.Separation, Name.Odd, Name.DeviceCMYK,
        pdf.make_stream(b"{" + b"dup pop " * 5000 + b"}", FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1] * 4)),
    ])}}),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_or_without_end_ends_in_words(name: str, tmp_path: Path) -> None:
    code, make = BROKEN[name]
    with pytest.raises(NoInks):
        separated(drawn(tmp_path / "a.pdf", code, make), 1, output())


def test_a_page_mixed_in_colours_of_the_screen_gets_its_inks_afterwards(tmp_path: Path) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)
    screen = drawn(tmp_path / "a.pdf", b"0 g" + FILLED, Group=group)
    plates, whole = Plates(output()), page(placed(screen))
    found = plates.painted(Piece(whole, 1, BOX, 0, 0, SIDE, SIDE))
    assert min(percents(found)) > 50  # black in four inks, as the printer gets it
    assert plates.about(whole) == frozenset()
    both = drawn(tmp_path / "b.pdf", b"0 0 0 1 k" + FILLED, Group=group)
    plates.painted(Piece(page(placed(both)), 1, BOX, 0, 0, SIDE, SIDE))
    assert plates.about(page(placed(both))) == {placed(both).digest}


# Other people's advertisements


def with_colours_in_forms(path: Path, folder: Path) -> Path:
    """LibreOffice sets a colour before a form that it paints with it; Ghostscript paints that in black."""
    with pikepdf.open(path) as pdf:
        form = pdf.pages[0].obj.Resources.XObject.Tr5
        form.write(b"0.667 0 0.2 rg\n" + form.read_bytes())
        pdf.save(folder / path.name)
    return folder / path.name


@needs("gs")
@pytest.mark.parametrize("convert", [False, True], ids=["as it is", "converted"])
@pytest.mark.parametrize("path", ADS, ids=lambda path: path.stem)
def test_the_plates_are_those_that_ghostscript_separates(path: Path, convert: bool, tmp_path: Path) -> None:
    if path.stem == "libreoffice":
        path = with_colours_in_forms(path, tmp_path)
    item = placed(path, Rect(0, 0, 300, 400), convert=convert)
    target, as_picture = pressed(Document((page(item, size=(300, 400)),), "Ink", "en"), tmp_path)
    colours = (f"-sOutputICCProfile={ISO_COATED}", f"-sDefaultCMYKProfile={ISO_COATED}", "-dRenderIntent=1", "-dBlackPtComp=1")
    printed = plates(target, tmp_path, 288, *colours, "-dDownScaleFactor=4")  # its lines are never finer than a pixel
    seen = dict(zip(printed, inked(item, size=(300, 400)).split(), strict=True))
    for ink, plate in printed.items():
        mean = ImageStat.Stat(ImageChops.difference(plate, seen[ink])).mean[0]
        assert mean < (8 if as_picture else 3), (ink, mean)  # in a picture neutral colours have four inks
