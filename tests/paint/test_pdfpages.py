"""Advertisements delivered as PDF: vectors kept, placed by their TrimBox, nothing else of the file taken along."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageChops

from digest_studio.base.geometry import Rect
from digest_studio.display.items import PlacedPdf, rectangle
from digest_studio.paint.pdf.writer import write
from tests.paint.material import (
    BLEED,
    HEIGHT,
    RED,
    WIDTH,
    colour_at,
    document,
    line,
    page,
    photo,
    pixels,
    placed,
    text_of,
    written,
)

BOX = Rect(100, 100, 200, 300)


def advertisement(
    path: Path, content: bytes = b"1 0 0 rg 0 0 1000 1000 re f", media: tuple[float, ...] = (0, 0, 220, 320), **entries: object
) -> Path:
    """A PDF of one page."""
    pdf = pikepdf.new()
    made = pdf.add_blank_page(page_size=(media[2] - media[0], media[3] - media[1])).obj
    made.MediaBox = Array(media)
    made.Contents = pdf.make_stream(content)
    made.Resources = Dictionary()
    for key, value in entries.items():
        made[f"/{key}"] = value
    pdf.save(path)
    return path


def place(path: Path, box: Rect = BOX, clip: Rect | None = None, number: int = 1, digest: str = "") -> PlacedPdf:
    return PlacedPdf(str(path), digest or path.name, number, box, clip or box)


# Quarters of a trim of 200 × 300 at (10, 10): top left red, top right blue, the bottom left black.
QUARTERS = b"1 0 0 rg 10 160 100 150 re f 0 0 1 rg 110 160 100 150 re f 0 g 10 10 100 150 re f"


@pytest.mark.parametrize(
    ("rotate", "corners"),
    [
        (0, ["red", "blue", "black", "white"]),
        (90, ["black", "red", "white", "blue"]),
        (180, ["white", "black", "blue", "red"]),
        (270, ["blue", "white", "red", "black"]),
        (-90, ["blue", "white", "red", "black"]),
    ],
)
@pytest.mark.parametrize("offset", [0, -70])
def test_the_trim_box_lands_on_its_place_turned_as_shown(tmp_path: Path, rotate: int, corners: list[str], offset: int) -> None:
    moved = b"1 0 0 1 %d %d cm " % (offset, offset) + QUARTERS
    boxes = [side + offset for side in (0, 0, 220, 320)], [side + offset for side in (10, 10, 210, 310)]
    ad = advertisement(tmp_path / "ad.pdf", moved, tuple(boxes[0]), TrimBox=Array(boxes[1]), Rotate=rotate)
    picture = pixels(written(document(place(ad)), tmp_path))
    inner = [(105, 105), (295, 105), (105, 395), (295, 395)]
    assert [colour_at(picture, x, y) for x, y in inner] == corners
    assert colour_at(picture, 97, 97) == colour_at(picture, 303, 403) == "white"


def test_what_bleeds_is_shown_as_far_as_the_clip(tmp_path: Path) -> None:
    ad = advertisement(tmp_path / "ad.pdf", TrimBox=Array([10, 10, 210, 310]))
    picture = pixels(written(document(place(ad, clip=BOX.expanded(5))), tmp_path))
    assert [colour_at(picture, x, 200) for x in (93, 97, 303, 307)] == ["white", "red", "red", "white"]


def test_without_a_trim_box_the_crop_box_counts_and_boxes_are_inherited(tmp_path: Path) -> None:
    path = advertisement(tmp_path / "ad.pdf", QUARTERS)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pages = pdf.Root.Pages
        pages.MediaBox, pages.CropBox, pages.Rotate = Array([0, 0, 220, 320]), Array([10, 10, 210, 310]), 180
        del pages.Kids[0].MediaBox
        pdf.save()
    picture = pixels(written(document(place(path)), tmp_path))
    assert [colour_at(picture, x, y) for x, y in ((105, 105), (295, 395))] == ["white", "red"]


def test_vectors_and_text_are_kept(tmp_path: Path) -> None:
    """A page of our own serves as the advertisement: its text is found in the issue, and nothing became a picture."""
    ad = tmp_path / "ad.pdf"
    assert write(document(line("Offer of the month"), placed(photo(tmp_path / "a.jpg"))), ad) == ()
    pdf_path = written(document(place(ad, Rect(0, 0, 595, 842))), tmp_path)
    assert "Offer of the month" in text_of(pdf_path)
    with pikepdf.open(pdf_path) as pdf:
        form = pdf.pages[0].Resources.XObject.Pdf1
        assert form.Subtype == "/Form"
        assert form.Resources.XObject.Im1.read_raw_bytes() == (tmp_path / "a.jpg").read_bytes()
        assert "/FontFile2" in form.Resources.Font.F1.DescendantFonts[0].FontDescriptor


def test_a_placed_page_looks_like_the_page_itself(tmp_path: Path) -> None:
    """Text, photos, transparency; resources and transparency group as objects of their own, as many programs write them."""
    shade = rectangle(Rect(80, 80, 60, 60), RED, opacity=0.4)
    ad = written(document(line("Offer"), placed(photo(tmp_path / "a.jpg")), placed(photo(tmp_path / "b.png")), shade), tmp_path)
    ad = ad.rename(tmp_path / "ad.pdf")
    with pikepdf.open(ad, allow_overwriting_input=True) as pdf:
        made = pdf.pages[0].obj
        made.Resources, made.Group = pdf.make_indirect(made.Resources), pdf.make_indirect(made.Group)
        made.Resources.XObject = pdf.make_indirect(made.Resources.XObject)
        pdf.save()
    whole = Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    again = written(document(place(ad, Rect(0, 0, WIDTH, HEIGHT), clip=whole)), tmp_path)
    assert ImageChops.difference(pixels(ad), pixels(again)).getbbox() is None
    with pikepdf.open(again) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_content_streams_keep_their_bytes(tmp_path: Path) -> None:
    ad = advertisement(tmp_path / "ad.pdf")
    with pikepdf.open(ad) as source, pikepdf.open(written(document(place(ad)), tmp_path)) as pdf:
        assert pdf.pages[0].Resources.XObject.Pdf1.read_raw_bytes() == source.pages[0].Contents.read_raw_bytes()


def test_content_in_several_parts_is_joined_as_if_there_was_a_space_between(tmp_path: Path) -> None:
    path = advertisement(tmp_path / "ad.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents = Array([pdf.make_stream(part) for part in (b"1 0 0 rg 0 0", b"1000 1000 re", b"f")])
        pdf.save()
    assert colour_at(pixels(written(document(place(path)), tmp_path)), 200, 200) == "red"


def test_pages_of_one_file_share_their_objects(tmp_path: Path) -> None:
    ad = tmp_path / "ads.pdf"
    shared = placed(photo(tmp_path / "a.jpg"))
    assert write(document(page(shared), page(shared, number=2)), ad) == ()
    spread = document(page(place(ad)), page(place(ad, number=2), number=2), page(place(ad), number=3))
    with pikepdf.open(written(spread, tmp_path)) as pdf:
        found = [o for o in pdf.objects if isinstance(o, Stream) and o.get("/Subtype") == "/Image"]
        forms = [o for o in pdf.objects if isinstance(o, Stream) and o.get("/Subtype") == "/Form"]
    assert (len(found), len(forms)) == (1, 2)


def test_scripts_annotations_and_private_data_stay_behind(tmp_path: Path) -> None:
    path = tmp_path / "ad.pdf"
    with pikepdf.open(advertisement(path), allow_overwriting_input=True) as pdf:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.OpenAction = pdf.make_indirect(script)
        made = pdf.pages[0].obj
        made.AA = Dictionary(O=script)
        made.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 1, 1]))])
        image = pdf.make_stream(b"\0")
        image.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/BitsPerComponent": 8})
        image["/ColorSpace"], image["/StructParent"], image["/Metadata"] = Name.DeviceGray, 3, pdf.make_stream(b"<secret/>")
        image["/PieceInfo"] = Dictionary(Private=Dictionary(Page=made))
        made.Resources = Dictionary(XObject=Dictionary(Im0=image), Properties=Dictionary(P=Dictionary(Owner=made)))
        pdf.save()
    written(document(place(path)), tmp_path)
    data = (tmp_path / "out.pdf").read_bytes()
    for trace in (b"JavaScript", b"app.alert", b"/Annot", b"secret", b"PieceInfo", b"StructParent"):
        assert trace not in data
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert sum(1 for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == "/Page") == 1


def test_objects_that_refer_to_each_other_are_copied_once(tmp_path: Path) -> None:
    path = tmp_path / "ad.pdf"
    with pikepdf.open(advertisement(path, b"/A Do"), allow_overwriting_input=True) as pdf:
        forms = [pdf.make_stream(b"/B Do"), pdf.make_stream(b"0 g 0 0 999 999 re f")]
        for form, other in zip(forms, reversed(forms), strict=True):
            form.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 999, 999])})
            form["/Resources"] = Dictionary(XObject=Dictionary(A=other, B=other))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=forms[0]))
        pdf.save()
    picture = pixels(written(document(place(path)), tmp_path))
    assert colour_at(picture, 200, 200) == "black"


def test_names_numbers_and_strings_survive(tmp_path: Path) -> None:
    path = tmp_path / "ad.pdf"
    odd = Dictionary(
        {"/Na me#": Name("/Va(l)ue é"), "/N": -0.00001, "/S": String("Қ(\\)"), "/B": True, "/A": Array([1, Array([])])}
    )
    with pikepdf.open(advertisement(path), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Resources = Dictionary(Properties=Dictionary(P=pdf.make_indirect(odd)))
        pdf.save()
    with pikepdf.open(path) as source, pikepdf.open(written(document(place(path)), tmp_path)) as pdf:
        kept = pdf.pages[0].Resources.XObject.Pdf1.Resources.Properties.P
        assert kept.to_json(dereference=True) == source.pages[0].Resources.Properties.P.to_json(dereference=True)


def test_names_that_are_no_text_survive(tmp_path: Path) -> None:
    path = tmp_path / "ad.pdf"
    with pikepdf.open(advertisement(path), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Resources = pikepdf.Object.parse(b"<</Properties<</A#ff#fe<</B/C#ff>>>>>>")
        pdf.save()
    with pikepdf.open(written(document(place(path)), tmp_path)) as pdf:
        assert b"/A#ff#fe << /B /C#ff >>" in pdf.pages[0].Resources.XObject.Pdf1.Resources.Properties.unparse()


def test_a_file_that_cannot_be_placed_is_marked_and_reported(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    ad = advertisement(tmp_path / "ad.pdf")
    problems = write(document(page(place(broken), place(ad, number=2, box=BOX.moved(250, 0)))), tmp_path / "out.pdf")
    assert [(p.rule, p.page) for p in problems] == [("broken-pdf", 1), ("broken-pdf", 1)]
    picture = pixels(tmp_path / "out.pdf")
    assert colour_at(picture, 200, 250) == colour_at(picture, 450, 250) == "red", "the middle of the cross"


def test_too_many_objects_are_refused_and_the_pdf_stays_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest_studio.paint.pdf.pdfpages.MAX_PDF_OBJECTS", 50)
    path = tmp_path / "ad.pdf"
    with pikepdf.open(advertisement(path), allow_overwriting_input=True) as pdf:
        chain = pdf.make_indirect(Dictionary(End=True))
        for _ in range(100):
            chain = pdf.make_indirect(Dictionary(Next=chain))
        pdf.pages[0].obj.Resources = Dictionary(Properties=Dictionary(P=chain))
        pdf.save()
    (problem,) = write(document(place(path)), tmp_path / "out.pdf")
    assert "too many objects" in problem.message
    with Pdf.open(tmp_path / "out.pdf") as opened:
        assert opened.check_pdf_syntax() == []


def test_content_that_expands_without_end_is_refused(tmp_path: Path) -> None:
    """Two parts, so that they must be decompressed: 200 MB of spaces in 200 kB."""
    path = tmp_path / "ad.pdf"
    with pikepdf.open(advertisement(path), allow_overwriting_input=True) as pdf:
        bomb = pdf.make_stream(b" " * (120 << 20))
        pdf.pages[0].obj.Contents = Array([bomb, bomb])
        pdf.save(compress_streams=True)
    assert path.stat().st_size < 1 << 20
    (problem,) = write(document(place(path)), tmp_path / "out.pdf")
    assert problem.rule == "broken-pdf"
