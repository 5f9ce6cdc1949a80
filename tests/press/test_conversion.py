"""`convert: true` for advertisements in PDF: colours of the screen become inks, and what is drawn stays drawn."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms
from reportlab.pdfgen.canvas import Canvas

from digest_studio.assets.pdfcontent import content
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect
from digest_studio.display.items import PlacedPdf
from digest_studio.preflight.finished import Expected, read_back
from tests.conftest import Run
from tests.paint.material import BLEED, HEIGHT, WIDTH, document, photo, pixels, text_of, written
from tests.press.material import ISO_COATED, needs, plates, pressed

MADE = Path(__file__).parent / "advertisements"
WHOLE = Rect(0, 0, WIDTH, HEIGHT)
EXPECTED = Expected((WIDTH, HEIGHT), BLEED)


def converted(ad: Path, folder: Path, convert: bool = True) -> tuple[Path, tuple[Diagnostic, ...]]:
    item = PlacedPdf(str(ad), ad.name, 1, WHOLE, WHOLE, convert=convert)
    return pressed(document(item, date="2024-04-05"), folder, f"{ad.stem}-{convert}.pdf")


def in_cmyk(rgb: tuple[int, int, int]) -> list[int]:
    """What littleCMS makes of an sRGB colour for the press."""
    way = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.getOpenProfile(str(ISO_COATED)), "RGB", "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC,
    )
    made = ImageCms.applyTransform(Image.new("RGB", (1, 1), rgb), way)
    assert made is not None
    return list(made.getpixel((0, 0)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["cairo", "chromium", "fpdf2", "inkscape", "libreoffice", "pdftex", "typst"])
def test_advertisements_of_other_programs_become_inks_and_keep_their_words(tmp_path: Path, name: str) -> None:
    ad = MADE / f"{name}.pdf"
    assert {"RGB", "RGB with a profile"} & set(content(ad, 1).colours)
    target, problems = converted(ad, tmp_path)
    assert problems == ()
    assert not [p for p in read_back(target, EXPECTED) if p.rule in ("pdf-colour", "pdf-blend", "pdf-content")]
    plain, _ = converted(ad, tmp_path, convert=False)
    assert text_of(target) == text_of(plain)
    difference = ImageChops.difference(pixels(target).convert("L"), pixels(plain).convert("L"))
    assert sum(n * count for n, count in enumerate(difference.histogram())) / (difference.width * difference.height) < 8


def test_a_page_in_inks_is_left_as_it_is(tmp_path: Path) -> None:
    ad = MADE / "scribus.pdf"
    target, problems = converted(ad, tmp_path)
    plain, _ = converted(ad, tmp_path, convert=False)
    assert problems == ()
    assert pixels(target) == pixels(plain)


def drawn(path: Path, code: bytes, **resources: pikepdf.Object) -> Path:
    """A page in the making of which one has one's hands."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Contents = pdf.make_stream(code)
        page.obj.Resources = pikepdf.Dictionary()
        for kind, named in resources.items():
            made = {f"/{name}": pdf.make_indirect(thing) for name, thing in named.items()}
            page.obj.Resources[f"/{kind}"] = pikepdf.Dictionary(made)
        pdf.save(path)
    return path


def operators(pdf: Path) -> list[tuple[str, list[float]]]:
    with pikepdf.open(pdf) as opened:
        (form,) = [x for x in opened.pages[0].obj.Resources.XObject.values() if x.Subtype == "/Form"]
        return [(str(i.operator), [float(o) for o in i.operands]) for i in pikepdf.parse_content_stream(form, "k K g G rg RG")]


def test_colours_go_through_littlecms_and_neutral_ones_are_black_alone(tmp_path: Path) -> None:
    code = b"0.8 0.2 0.1 rg 0 0 99 99 re f 0 0 0 RG 9 9 m 90 90 l S 0.4 0.4 0.4 rg 200 0 99 99 re f 1 1 1 rg 0 300 9 9 re f"
    target, _ = converted(drawn(tmp_path / "a.pdf", code), tmp_path)
    (red, *others) = operators(target)
    assert [round(255 * part) for part in red[1]] == in_cmyk((204, 51, 26))
    assert others == [("K", [0, 0, 0, 1]), ("k", [0, 0, 0, 0.6]), ("k", [0, 0, 0, 0])]


def test_spaces_with_a_profile_lab_and_tables(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pikepdf.new() as pdf:
        profile = pdf.make_stream(srgb, N=3)
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        table = pikepdf.Array([pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 1, pikepdf.String(bytes((0, 0, 0, 204, 51, 26)))])
        lab = pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=pikepdf.Array([0.9642, 1, 0.8249]))])
        page.obj.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(
            Icc=pikepdf.Array([pikepdf.Name.ICCBased, profile]), Tab=table, Lab=lab,
        ))
        page.obj.Contents = pdf.make_stream(
            b"/Icc cs 0.8 0.2 0.1 scn 0 0 9 9 re f /Tab cs 1 sc 9 9 9 9 re f "
            b"q /Lab CS 50 0 0 SCN Q 0 0 1 0 k /Icc cs 9 0 9 9 re f"
        )
        pdf.save(tmp_path / "spaces.pdf")
    target, problems = converted(tmp_path / "spaces.pdf", tmp_path)
    assert problems == ()
    black, red, black2, indexed, line_black, lab_grey, kept, black3 = operators(target)
    assert [round(255 * part) for part in red[1]] == [round(255 * part) for part in indexed[1]] == in_cmyk((204, 51, 26))
    assert black == black2 == black3 == ("k", [0, 0, 0, 1])  # a space begins with black
    assert line_black == ("K", [0, 0, 0, 1])
    assert lab_grey == ("K", [0, 0, 0, 0.5])
    assert kept == ("k", [0, 0, 1, 0])


def test_pictures_go_through_littlecms_and_keep_their_opacity(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (64, 64), (204, 51, 26, 255))
    picture.putalpha(Image.linear_gradient("L").resize((64, 64)))
    picture.save(tmp_path / "a.png")
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(WIDTH, HEIGHT))
    canvas.drawImage(str(tmp_path / "a.png"), 50, 50, 100, 100, mask="auto")
    canvas.drawInlineImage(str(photo(tmp_path / "b.png", (8, 8))), 200, 200)
    canvas.save()
    target, problems = converted(tmp_path / "a.pdf", tmp_path)
    assert problems == ()
    assert set(content(target, 1).colours) <= {"CMYK", "Gray"}
    with pikepdf.open(target) as pdf:
        images = [x for x in pdf.objects if isinstance(x, pikepdf.Stream) and x.get("/Subtype") == "/Image"]
        (masked,) = [x for x in images if "/SMask" in x]
        assert masked.SMask.ColorSpace == "/DeviceGray"
        assert list(masked.read_bytes()[:4]) == in_cmyk((204, 51, 26))


@pytest.mark.parametrize(("colour", "rgb"), [("54.29 80.8 69.89", (255, 0, 0)), ("29.57 68.29 -112.03", (0, 0, 255))])
def test_a_colour_of_lab_is_printed_as_the_same_colour_of_the_screen(
    tmp_path: Path, colour: str, rgb: tuple[int, int, int],
) -> None:
    lab = pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(
        WhitePoint=pikepdf.Array([0.9642, 1, 0.8249]), Range=pikepdf.Array([-128, 127, -128, 127]))])  # fmt: skip
    ad = drawn(tmp_path / "a.pdf", b"/Lab cs %b sc 0 0 99 99 re f" % colour.encode("ascii"), ColorSpace={"Lab": lab})
    target, problems = converted(ad, tmp_path)
    assert problems == ()
    _, (_, inks) = operators(target)  # a space begins with black
    assert inks == pytest.approx([part / 255 for part in in_cmyk(rgb)], abs=0.04)


def test_gradients_are_sampled_in_inks(tmp_path: Path) -> None:
    def stop(start: tuple[float, ...], end: tuple[float, ...]) -> pikepdf.Dictionary:
        ends = {"/C0": pikepdf.Array(start), "/C1": pikepdf.Array(end)}
        return pikepdf.Dictionary({"/FunctionType": 2, "/Domain": pikepdf.Array([0, 1]), "/N": 1, **ends})

    function = pikepdf.Dictionary(
        FunctionType=3, Domain=pikepdf.Array([0, 1]), Bounds=pikepdf.Array([0.5]), Encode=pikepdf.Array([0, 1, 0, 1]),
        Functions=pikepdf.Array([stop((1, 0, 0), (0.8, 0.2, 0.1)), stop((0.8, 0.2, 0.1), (0, 0, 1))]),
    )
    shading = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Coords=pikepdf.Array([0, 0, WIDTH, 0]), Function=function,
        Extend=pikepdf.Array([True, True]),
    )
    target, problems = converted(drawn(tmp_path / "a.pdf", b"/Sh1 sh", Shading={"Sh1": shading}), tmp_path)
    assert problems == ()
    with pikepdf.open(target) as pdf:
        (found,) = [x for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and "/ShadingType" in x]
        samples = found.Function.read_bytes()
    assert found.ColorSpace == "/DeviceCMYK"
    for at, colour in ((0, (255, 0, 0)), (255, (0, 0, 255))):
        assert list(samples[4 * at : 4 * at + 4]) == in_cmyk(colour)


def mesh(folder: Path) -> Path:
    return MADE / "matplotlib.pdf"


def keyed(folder: Path) -> Path:
    with pikepdf.new() as pdf:
        image = pdf.make_stream(bytes(range(192)) * 4)
        image.Subtype, image.Width, image.Height, image.BitsPerComponent = pikepdf.Name.Image, 16, 16, 8
        image.ColorSpace, image.Mask = pikepdf.Name.DeviceRGB, pikepdf.Array([0, 9, 0, 9, 0, 9])
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.obj.Contents = pdf.make_stream(b"q 99 0 0 99 9 9 cm /Im Do Q")
        pdf.save(folder / "keyed.pdf")
    return folder / "keyed.pdf"


@pytest.mark.parametrize(("make", "reason"), [(mesh, "mesh"), (keyed, "cut out by a colour")])
def test_what_cannot_be_converted_as_it_is_drawn_becomes_a_picture(tmp_path: Path, make, reason: str) -> None:  # type: ignore[no-untyped-def]
    ad = make(tmp_path)
    target, (problem,) = converted(ad, tmp_path)
    assert (problem.rule, problem.severity, problem.page) == ("ad-colour", "warning", 1)
    assert reason in problem.message
    assert "400 pixels per inch" in problem.message
    found = content(target, 1)
    assert set(found.colours) <= {"CMYK", "Gray"}
    (drawn,) = found.pictures
    assert 370 < drawn.ppi < 405  # the place has another shape than the page
    plain = pixels(converted(ad, tmp_path, convert=False)[0]).convert("L")
    difference = ImageChops.difference(pixels(target).convert("L"), plain)
    assert sum(n * count for n, count in enumerate(difference.histogram())) / (plain.width * plain.height) < 10


def test_forms_that_multiply_end(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        forms = [pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f /Next Do /Next Do") for _ in range(60)]
        for one, following in zip(forms, forms[1:] + forms[:1], strict=True):
            one.Subtype, one.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 10, 10])
            one.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Next=following))
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Next=forms[0]))
        page.obj.Contents = pdf.make_stream(b"/Next Do")
        pdf.save(tmp_path / "ring.pdf")
    target, problems = converted(tmp_path / "ring.pdf", tmp_path)  # each form is converted once, however often it is painted
    assert problems == ()
    assert b"rg" not in b"".join(
        x.read_bytes() for x in pikepdf.open(target).objects if isinstance(x, pikepdf.Stream) and x.get("/Subtype") == "/Form"
    )


def test_a_proof_keeps_its_colours(tmp_path: Path) -> None:
    ad = MADE / "cairo.pdf"
    item = PlacedPdf(str(ad), "d", 1, WHOLE, WHOLE, convert=True)
    target = written(document(item), tmp_path)
    assert "RGB" in content(target, 1).colours


def test_the_file_itself_stays(tmp_path: Path) -> None:
    before = (MADE / "typst.pdf").read_bytes()
    converted(MADE / "typst.pdf", tmp_path)
    assert (MADE / "typst.pdf").read_bytes() == before


@needs("gs")
def test_black_text_is_only_on_the_black_plate(tmp_path: Path) -> None:
    ad = drawn(tmp_path / "a.pdf", b"0 0 0 rg 100 400 100 100 re f")
    found = plates(converted(ad, tmp_path)[0], tmp_path)
    assert found["Black"].getextrema() == (0, 255)
    assert all(found[ink].getextrema() == (0, 0) for ink in ("Cyan", "Magenta", "Yellow"))


def test_convert_true_in_the_issue(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    (issue_folder / "ads" / "ropes.pdf").write_bytes((MADE / "libreoffice.pdf").read_bytes())
    outline = issue_folder / "issue.yaml"
    text = outline.read_text("utf-8")
    arguments = ("export", issue_folder, "--edition", "print", "-o", tmp_path / "a.pdf", "--force")
    assert "advertisement ropes: RGB is used" in run(*arguments, XDG_CACHE_HOME=str(tmp_path)).stderr
    allowed = text.replace("advertiser: Ropes Ltd,", "advertiser: Ropes Ltd, convert: true,")
    outline.write_text(allowed.replace("advertiser: Lamps Ltd,", "advertiser: Lamps Ltd, convert: true,"), "utf-8")
    done = run(*arguments, XDG_CACHE_HOME=str(tmp_path))
    assert "RGB" not in done.stderr
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        for page in pdf.pages:
            buffer = io.BytesIO(page.obj.Contents.read_bytes())
            assert b" rg" not in buffer.getvalue()
    assert not [p for p in read_back(tmp_path / "a.pdf") if p.rule in ("pdf-colour", "pdf-blend")]
