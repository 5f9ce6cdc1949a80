"""A finished PDF is read back: each fault is put into a sound file, and found with its page and object."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from digest_studio.assets import pdfcontent
from digest_studio.assets.pdfcontent import content
from digest_studio.base.geometry import Rect
from digest_studio.preflight.finished import Expected, read_back
from digest_studio.preflight.profile import Profile
from tests.paint.material import BLEED, HEIGHT, WIDTH, document, line, page, photo, placed
from tests.press.material import pressed

EXPECTED = Expected((WIDTH, HEIGHT), BLEED, multiple=2)
Harm = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages: text, and a photograph at 400 pixels per inch, which is resampled to 300."""
    folder = tmp_path_factory.mktemp("sound")
    picture = photo(folder / "sea.jpg", (889, 667))
    pages = page(line("Ropes")), page(placed(picture, Rect(100, 100, 160, 120)), number=2)
    target, problems = pressed(document(*pages, date="2024-04-05"), folder)
    assert problems == ()
    return target


def harmed(sound: Path, folder: Path, harm: Harm, **how: object) -> Path:
    target = folder / "harmed.pdf"
    with pikepdf.open(sound) as pdf:
        harm(pdf)
        pdf.save(target, **how)  # type: ignore[arg-type]
    return target


def test_what_we_write_is_sound(sound: Path) -> None:
    assert read_back(sound, EXPECTED) == ()


def set_on_page(key: str, value: object) -> Harm:
    return lambda pdf: pdf.pages[1].obj.__setitem__(key, value)


def drop(key: str) -> Harm:
    return lambda pdf: pdf.Root.__delitem__(key)


def in_metadata(old: bytes, new: bytes) -> Harm:
    def harm(pdf: pikepdf.Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return harm


def paint(code: bytes, **resources: object) -> Harm:
    """Let the second page paint something more."""

    def harm(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1]
        for kind, named in resources.items():
            there = page.obj.Resources.get(f"/{kind}", pikepdf.Dictionary())
            for name, thing in named.items():  # type: ignore[attr-defined]
                there[f"/{name}"] = thing(pdf) if callable(thing) else thing
            page.obj.Resources[f"/{kind}"] = there
        page.contents_add(code)

    return harm


def intent(**changes: object) -> Harm:
    def harm(pdf: pikepdf.Pdf) -> None:
        for key, value in changes.items():
            if value is None:
                del pdf.Root.OutputIntents[0][f"/{key}"]
            else:
                pdf.Root.OutputIntents[0][f"/{key}"] = value

    return harm


def link(pdf: pikepdf.Pdf) -> None:
    box = pikepdf.Array([100, 100, 200, 120])
    pdf.pages[1].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=box)])


def form(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A form that paints in RGB, in a group that blends in RGB."""
    made = pdf.make_stream(b"1 0 0 rg 0 0 50 50 re f")
    made.Subtype, made.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 50, 50])
    made.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
    return made


def small_picture(pdf: pikepdf.Pdf) -> pikepdf.Object:
    made = pdf.make_stream(b"\x80" * 100 * 100)
    made.Subtype, made.Width, made.Height, made.BitsPerComponent = pikepdf.Name.Image, 100, 100, 8
    made.ColorSpace = pikepdf.Name.DeviceGray
    return made


def spot(_: pikepdf.Pdf) -> pikepdf.Object:
    function = pikepdf.Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=pikepdf.Array([0, 0, 0, 0]), C1=pikepdf.Array([0, 1, 1, 0]),
    )
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Gold"), pikepdf.Name.DeviceCMYK, function])


def bare_font(_: pikepdf.Pdf) -> pikepdf.Object:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)


def type_3(pdf: pikepdf.Pdf) -> pikepdf.Object:
    glyph = pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=pikepdf.Array([0, 0, 600, 600]), FirstChar=97, LastChar=97,
        FontMatrix=pikepdf.Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=pikepdf.Dictionary(a=glyph), Widths=pikepdf.Array([600]),
        Encoding=pikepdf.Dictionary(Differences=pikepdf.Array([97, pikepdf.Name("/a")])),
    )


OVER = pikepdf.Dictionary(OP=True, op=True, OPM=1)
FAULTS: dict[str, tuple[Harm, str, int | None]] = {
    "newer": (lambda pdf: None, "pdf-version", None),
    "no word of PDF/X": (in_metadata(b"PDF/X-4", b"PDF/X-1a"), "pdf-x", None),
    "no rendition": (in_metadata(b"RenditionClass", b"Rendition"), "pdf-metadata", None),
    "trapped unknown": (lambda pdf: pdf.docinfo.__setitem__("/Trapped", pikepdf.Name.Unknown), "pdf-trapped", None),
    "no intent": (drop("/OutputIntents"), "pdf-intent", None),
    "no profile": (intent(DestOutputProfile=None), "pdf-intent", None),
    "no condition": (intent(OutputConditionIdentifier=None), "pdf-intent", None),
    "no labels": (drop("/PageLabels"), "pdf-labels", None),
    "a script": (
        lambda pdf: pdf.Root.__setitem__("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")),
        "pdf-script", None,
    ),
    "a link": (link, "pdf-annotation", 2),
    "no trim": (lambda pdf: pdf.pages[1].obj.__delitem__("/TrimBox"), "pdf-boxes", 2),
    "trim out of the bleed": (set_on_page("/TrimBox", pikepdf.Array([-2, 8.5, 603.5, 850.5])), "pdf-boxes", 2),
    "crop": (set_on_page("/CropBox", pikepdf.Array([8, 8, 600, 850])), "pdf-boxes", 2),
    "units": (set_on_page("/UserUnit", 2), "pdf-boxes", 2),
    "art": (set_on_page("/ArtBox", pikepdf.Array([8, 8, 600, 850])), "pdf-boxes", 2),
    "another size": (set_on_page("/TrimBox", pikepdf.Array([60, 60, 550, 800])), "pdf-size", 2),
    "no bleed": (set_on_page("/BleedBox", pikepdf.Array([BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT])), "bleed", 2),
    "blends in RGB": (lambda pdf: pdf.pages[1].obj.Group.__setitem__("/CS", pikepdf.Name.DeviceRGB), "pdf-blend", 2),
    "RGB": (paint(b"1 0 0 rg 10 10 20 20 re f"), "pdf-colour", 2),
    "RGB in a form": (paint(b"/Fm1 Do", XObject={"Fm1": form}), "pdf-colour", 2),
    "a form that blends in RGB": (paint(b"/Fm1 Do", XObject={"Fm1": form}), "pdf-blend", 2),
    "a spot colour": (paint(b"/Cs1 cs 1 scn 10 10 20 20 re f", ColorSpace={"Cs1": spot}), "pdf-colour", 2),
    "a font left behind": (paint(b"BT /Fx 12 Tf 50 50 Td (a) Tj ET", Font={"Fx": bare_font}), "pdf-font", 2),
    "Type 3": (paint(b"BT /Fx 12 Tf 50 50 Td (a) Tj ET", Font={"Fx": type_3}), "pdf-font", 2),
    "few pixels": (paint(b"q 100 0 0 100 50 50 cm /Pic Do Q", XObject={"Pic": small_picture}), "image-resolution", 2),
    "drawn out": (paint(b"q 20 0 0 10 50 50 cm /Pic Do Q", XObject={"Pic": small_picture}), "stretched", 2),
    "too much ink": (paint(b"0.9 0.9 0.9 0.9 k 10 10 20 20 re f"), "ink", 2),
    "a hairline": (paint(b"0.1 w 10 10 m 90 90 l S"), "hairline", 2),
    "white overprints": (paint(b"/Over gs 0 0 0 0 k 10 10 20 20 re f", ExtGState={"Over": OVER}), "white-overprint", 2),
    "a curve": (
        paint(b"/Tr gs", ExtGState={"Tr": lambda pdf: pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, TR=pikepdf.Name.Identity))}),
        "pdf-forbidden", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_with_its_page(sound: Path, tmp_path: Path, fault: str) -> None:
    harm, rule, number = FAULTS[fault]
    how = {"force_version": "2.0"} if fault == "newer" else {}
    found = [p for p in read_back(harmed(sound, tmp_path, harm, **how), EXPECTED) if p.rule == rule]
    assert found, f"{rule} is not found"
    assert {p.page for p in found} == {number}
    assert all(p.remedy for p in found)


def test_objects_are_named_so_that_they_can_be_found(sound: Path, tmp_path: Path) -> None:
    target = harmed(sound, tmp_path, paint(b"q 100 0 0 100 50 60 cm /Pic Do Q", XObject={"Pic": small_picture}))
    (problem,) = [p for p in read_back(target, EXPECTED) if p.rule == "image-resolution"]
    with pikepdf.open(target) as pdf:
        number = pdf.pages[1].obj.Resources.XObject.Pic.objgen[0]
    assert f"page/Pic, {number} 0 R" in problem.message
    assert (problem.value, problem.limit) == (72, 150)
    assert problem.box is not None
    x, y, width, height = (problem.box.x, problem.box.y, problem.box.width, problem.box.height)
    assert [round(v, 1) for v in (x, y, width, height)] == [50 - BLEED, HEIGHT + BLEED - 160, 100, 100]


def test_pictures_deep_in_forms_are_measured_where_they_end_up(sound: Path, tmp_path: Path) -> None:
    def nested(pdf: pikepdf.Pdf) -> pikepdf.Object:
        inner = pdf.make_stream(b"/Pic Do")
        inner.Subtype, inner.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 1, 1])
        inner.Matrix = pikepdf.Array([2, 0, 0, 2, 0, 0])
        inner.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Pic=small_picture(pdf)))
        return inner

    target = harmed(sound, tmp_path, paint(b"q 0 12 -12 0 100 100 cm /Fm1 Do Q", XObject={"Fm1": nested}))
    (drawn,) = [p for p in content(target, 2).pictures if "Fm1" in p.where.path]
    assert round(drawn.ppi) == 300  # 100 pixels on 24 points
    assert drawn.where.box is not None
    assert [round(side) for side in drawn.where.box] == [76, 100, 100, 124]


def test_a_sheet_that_cannot_be_folded(sound: Path) -> None:
    assert [p.rule for p in read_back(sound, Expected((WIDTH, HEIGHT), BLEED, multiple=4))] == ["page-multiple"]


def test_pages_have_the_numbers_of_the_issue(sound: Path, tmp_path: Path) -> None:
    target = harmed(sound, tmp_path, link)
    numbered = Expected((WIDTH, HEIGHT), BLEED, multiple=2, numbers=(8, 9))
    assert [p.page for p in read_back(target, numbered)] == [9]


def test_pages_can_be_shared_out_and_the_file_as_a_whole_goes_with_the_first(sound: Path, tmp_path: Path) -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        link(pdf)
        drop("/OutputIntents")(pdf)

    target = harmed(sound, tmp_path, harm)
    parts = [read_back(target, EXPECTED, part=part) for part in (slice(0, 1), slice(1, None))]
    assert [{problem.rule for problem in part} for part in parts] == [{"pdf-intent"}, {"pdf-annotation"}]
    assert (*parts[0], *parts[1]) == read_back(target, EXPECTED)


def test_a_profile_weighs_what_is_found(sound: Path, tmp_path: Path) -> None:
    target = harmed(sound, tmp_path, link)
    assert read_back(target, EXPECTED, Profile("web", rules={"pdf-annotation": "off"})) == ()
    (problem,) = read_back(target, EXPECTED, Profile("web", rules={"pdf-annotation": "info"}))
    assert problem.severity == "info"


def test_files_that_are_none_or_are_locked(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_text("no PDF")
    assert [p.rule for p in read_back(tmp_path / "text.pdf")] == ["broken-pdf"]
    locked = harmed(sound, tmp_path, lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert [p.rule for p in read_back(locked)] == ["encrypted-pdf"]


def test_forms_that_multiply_or_paint_themselves_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of thirty forms paints the next one twice, the last one the first: a billion pictures from two kilobytes."""
    monkeypatch.setattr(pdfcontent, "MAX_PDF_INSTRUCTIONS", 20_000)  # a twentieth: the way is the same
    with pikepdf.new() as pdf:
        forms = [pdf.make_stream(b"/Next Do /Next Do") for _ in range(30)]
        for one, following in zip(forms, forms[1:] + forms[:1], strict=True):
            one.Subtype, one.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 10, 10])
            one.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Next=following))
        for _ in range(8):
            page = pdf.add_blank_page(page_size=(200, 200))
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Next=forms[0]))
            page.obj.Contents = pdf.make_stream(b"/Next Do")
        pdf.save(tmp_path / "bomb.pdf")
    *found, last = [p for p in read_back(tmp_path / "bomb.pdf") if p.rule == "pdf-content"]
    assert [p.page for p in found] == [1, 2, 3, 4, 5]
    assert "instructions" in found[0].message
    assert "the pages after page 5 were not tried" in last.message


def test_damaged_content_is_told_and_the_other_pages_are_looked_at(sound: Path, tmp_path: Path) -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"/Im cm 1 0 0 q (", Filter=pikepdf.Name.FlateDecode)
        link(pdf)

    found = read_back(harmed(sound, tmp_path, harm), EXPECTED)
    assert ("pdf-annotation", 2) in {(p.rule, p.page) for p in found}


def test_screen_pdfs_of_others_are_told_what_they_lack(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "screen.pdf"), pagesize=(200, 200))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(20, 20, "Ropes")
    canvas.save()
    rules = {p.rule for p in read_back(shutil.copy(tmp_path / "screen.pdf", tmp_path / "copy.pdf"))}
    assert {"pdf-x", "pdf-intent", "pdf-boxes", "pdf-font", "pdf-colour"} <= rules
