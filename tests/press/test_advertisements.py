"""Advertisements of many producers, placed: they look as in their own reader, however their page is turned, cut or scaled.

Their own page is what PDFium shows of the file with its boxes cut down to the TrimBox; ours is the same area of our page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from digest_studio.assets.survey import survey
from digest_studio.base.geometry import Rect
from digest_studio.display.items import PlacedPdf
from digest_studio.paint.pdf.writer import write
from tests.paint.material import BLEED, HEIGHT, document, line
from tests.press.material import needs, pressed, told_by

ADS = sorted((Path(__file__).parent / "advertisements").glob("*.pdf"))
SCALE = 2
TILE = 8
"""Pixels of a side: within such a tile, edges that are smoothed otherwise even out."""
MOST = 10
"""Levels of 255 by which a tile may differ on average."""
WHERE = (100, 150)


def own_view(path: Path, folder: Path) -> Image.Image:
    """What a reader shows of the first page within its TrimBox, without annotations."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        trim = page.trimbox
        for box in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            page.obj[box] = trim
        page.mediabox = trim
        pdf.save(folder / "own.pdf")
    with pypdfium2.PdfDocument(folder / "own.pdf") as opened:
        page = opened[0]
        scale = SCALE * 300 / min(page.get_size())
        return page.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")


def placed_view(path: Path, folder: Path, size: tuple[float, float], press: bool) -> Image.Image:
    """The same area of our page, where the advertisement is placed in `size` points."""
    box = Rect(*WHERE, *size)
    placed = PlacedPdf(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), 1, box, box)
    made = document(line("Above", 50, 40), placed, line("Below", 50, HEIGHT - 20))
    if press:
        target, problems = pressed(made, folder)
    else:
        target = folder / "proof.pdf"
        problems = write(made, target)
    assert problems == ()
    with pypdfium2.PdfDocument(target) as opened:
        whole = opened[0].render(scale=SCALE).to_pil().convert("RGB")
    left, top = round((WHERE[0] + BLEED) * SCALE), round((WHERE[1] + BLEED) * SCALE)
    return whole.crop((left, top, left + round(size[0] * SCALE), top + round(size[1] * SCALE)))


def worst_tile(one: Image.Image, other: Image.Image) -> float:
    """The largest mean difference of a tile, inside the outermost pixels."""
    inner = (1, 1, one.width - 1, one.height - 1)
    difference = ImageChops.difference(one.crop(inner), other.crop(inner))
    tiles = difference.resize((difference.width // TILE, difference.height // TILE), Image.Resampling.BOX)
    return max(high for _, high in tiles.getextrema())  # type: ignore[misc]


def assert_alike(path: Path, folder: Path) -> None:
    own = own_view(path, folder)
    size = (own.width / SCALE, own.height / SCALE)
    for press in (False, True):
        ours = placed_view(path, folder, size, press)
        assert ours.size == own.size
        assert worst_tile(own, ours) <= MOST, (path.name, press, worst_tile(own, ours))


@pytest.mark.parametrize("path", ADS, ids=lambda path: path.stem)
def test_it_looks_as_in_its_own_reader(path: Path, tmp_path: Path) -> None:
    assert_alike(path, tmp_path)


def changed(path: Path, folder: Path, change: Callable[[pikepdf.Pdf, pikepdf.Page], None]) -> Path:
    with pikepdf.open(path) as pdf:
        change(pdf, pdf.pages[0])
        pdf.save(folder / "changed.pdf")
    return folder / "changed.pdf"


@pytest.mark.parametrize("degrees", [90, 180, 270, -90])
@pytest.mark.parametrize("name", ["cairo", "reportlab"])
def test_turned_pages_stand_as_they_are_shown(name: str, degrees: int, tmp_path: Path) -> None:
    path = Path(__file__).parent / "advertisements" / f"{name}.pdf"
    assert_alike(changed(path, tmp_path, lambda _, page: page.obj.__setitem__("/Rotate", degrees)), tmp_path)


def test_boxes_may_begin_anywhere_and_be_written_upside_down(tmp_path: Path) -> None:
    def change(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.contents_add(b"q 1 0 0 1 -700 1200 cm", prepend=True)
        page.contents_add(b"Q")
        page.obj.MediaBox = [-380.5, 1620, -720, 1180]
        page.obj.TrimBox = [-700, 1200, -400, 1600]

    assert_alike(changed(ADS[0], tmp_path, change), tmp_path)


def test_a_crop_box_is_the_trim_where_none_is_said(tmp_path: Path) -> None:
    assert_alike(changed(ADS[0], tmp_path, lambda _, page: page.obj.__setitem__("/CropBox", [30, 40, 270, 360])), tmp_path)


def test_user_units_are_larger_points(tmp_path: Path) -> None:
    assert_alike(changed(ADS[0], tmp_path, lambda _, page: page.obj.__setitem__("/UserUnit", 2.5)), tmp_path)


def layered(path: Path, folder: Path, off: tuple[str, ...], base: str = "/ON") -> Path:
    """The advertisement with drawings in five layers: in the page, in nested marks, in a form, as a form, by membership."""

    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        names = ("page", "nested", "inside", "form", "member")
        layers = {
            name: pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(name))) for name in names
        }
        hidden, shown = ([layers[n] for n in names if (n in off) == wanted] for wanted in (True, False))
        default = pikepdf.Dictionary(BaseState=pikepdf.Name(base), OFF=hidden if base == "/ON" else [], ON=shown)
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=list(layers.values()), D=default)
        resources = page.resources
        resources.Properties = pikepdf.Dictionary({f"/L{name}": layer for name, layer in layers.items() if name != "member"})
        member = pikepdf.Dictionary(Type=pikepdf.Name.OCMD, OCGs=[layers["member"], layers["page"]], P=pikepdf.Name.AllOn)
        resources.Properties["/Lmember"] = pdf.make_indirect(member)
        code = b"/OC /Linside BDC q 1 0 0 rg 0 0 60 60 re f Q EMC 0 1 0 rg 60 0 30 30 re f"
        inside = pdf.make_stream(code, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 90, 90])
        inside.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary({"/Linside": layers["inside"]}))
        blue = b"0 0 1 rg 0 0 50 50 re f"
        form = pdf.make_stream(blue, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 90, 90])
        form.OC = layers["form"]
        page.add_resource(inside, pikepdf.Name.XObject, pikepdf.Name.Xinside)
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Xform)
        page.contents_add(b"q", prepend=True)
        page.contents_add(
            b"Q q /OC /Lpage BDC 1 0 1 rg 10 10 90 90 re f /Span BMC 0 1 1 rg /OC /Lnested BDC 150 10 90 90 re f EMC EMC"
            b" 120 20 20 20 re f EMC 10 150 40 40 re f q 1 0 0 1 100 150 cm /Xinside Do Q q 1 0 0 1 220 150 cm /Xform Do Q"
            b" /OC /Lmember BDC 0 0 0 rg 10 300 60 60 re f EMC Q"
        )

    return changed(path, folder, change)


@pytest.mark.parametrize("off", [(), ("page",), ("nested",), ("inside", "form"), ("member",), ("page", "form", "inside")])
@pytest.mark.parametrize("base", ["/ON", "/OFF"])
def test_layers_are_as_the_file_has_them(off: tuple[str, ...], base: str, tmp_path: Path) -> None:
    path = layered(ADS[0], tmp_path, off, base)
    assert_alike(path, tmp_path)
    target, _ = pressed(document(PlacedPdf(str(path), "ad", 1, Rect(0, 0, 300, 400), Rect(0, 0, 300, 400))), tmp_path)
    with pikepdf.open(target) as pdf:  # and nothing of them is left to be switched on
        assert "/OCProperties" not in pdf.Root
        assert not [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/OC" in thing]


def all_plates(pdf: Path, folder: Path) -> dict[str, Image.Image]:
    """Every plate of the first page as Ghostscript separates it, spot colours among them: 255 is paper."""
    folder.mkdir()
    quietly = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE")
    told_by("gs", *quietly, "-sDEVICE=tiffsep", "-dLastPage=1", "-r72", "-o", folder / "p.tif", pdf)
    found = {}
    for path in sorted(folder.glob("p(*).tif")):
        with Image.open(path) as plate:
            found[path.stem[2:-1]] = plate.convert("L")
    return found


@needs("gs")
@pytest.mark.parametrize("name", ["ghostscript", "reportlab", "scribus"])
def test_inks_spot_colours_and_overprint_are_the_advertisers(name: str, tmp_path: Path) -> None:
    path = Path(__file__).parent / "advertisements" / f"{name}.pdf"
    own_view(path, tmp_path)
    own = all_plates(tmp_path / "own.pdf", tmp_path / "own")
    box = Rect(100 - BLEED, 150 - BLEED, 300, 400)  # on whole pixels
    target, problems = pressed(document(line("Above", 50, 40), PlacedPdf(str(path), "ad", 1, box, box)), tmp_path)
    assert problems == ()
    ours = {ink: plate.crop((100, 150, 400, 550)) for ink, plate in all_plates(target, tmp_path / "ours").items()}
    assert {ink for ink, plate in ours.items() if plate.getextrema()[0] < 255} == {
        ink for ink, plate in own.items() if plate.getextrema()[0] < 255
    }
    for ink, plate in own.items():
        assert worst_tile(plate.convert("RGB"), ours[ink].convert("RGB")) <= MOST, ink


def test_comments_and_buttons_are_not_printed(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        red = b"1 0 0 rg 0 0 80 80 re f"
        look = pdf.make_stream(red, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 80, 80])
        stamp = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[20, 20, 100, 100], F=4, AP=pikepdf.Dictionary(N=look)
        )
        page.obj.Annots = [pdf.make_indirect(stamp)]

    path = changed(ADS[0], tmp_path, change)
    assert_alike(path, tmp_path)
    assert [problem.rule for problem in survey(tmp_path, (), [("changed.pdf", 1)]).problems] == ["pdf-annotations"]
