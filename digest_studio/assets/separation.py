"""A page of a PDF as its four plates: a PDF of four pages, on each the page in grey, white where there is none of that ink.

The page's content, forms, patterns, gradients and pictures are written anew for each plate; what decides where something is seen
(outlines, fonts, opacities, soft masks) stays. What overprints and has nothing on a plate is painted there with an empty pattern,
so that forms inherit that, too. The file at hand is left as it is.
"""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from digest_studio.assets.inkspaces import Left, NoInks, Spaces
from digest_studio.assets.limits import MAX_PDF_CONTENT_BYTES, MAX_PDF_INSTRUCTIONS, MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import MalformedPdf, PageBoxes, entry, inherited, page_boxes
from digest_studio.assets.pdflayers import make_plain
from digest_studio.assets.pdfopen import open_pdf, page_object
from digest_studio.assets.pdfspaces import SCREEN, space_family
from digest_studio.assets.platecode import FORM_COST, Resources, Writing
from digest_studio.assets.plateparts import PlateParts, Plates
from digest_studio.assets.platestate import NOTHING_LEFT, Four, Paint, State, in_grey, joined

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

    from digest_studio.assets.outputs import OutputProfile


_DAMAGE = (RuntimeError, ValueError, TypeError, ArithmeticError, AttributeError, LookupError, OSError)
"""What comes of entries that are missing or of another kind."""


class Separated(NamedTuple):
    """A page's plates: a PDF of four pages in the order of PLATES, each with the page's boxes."""

    pdf: bytes
    boxes: PageBoxes


class OfTheScreen(ValueError):
    """The page is mixed in colours of the screen before it gets inks. `purely`: it is painted in such alone."""

    def __init__(self, purely: bool) -> None:
        super().__init__("the page is mixed in colours of the screen")
        self.purely = purely


def separated(path: Path, page: int, output: OutputProfile, *, converted: bool = False) -> Separated:
    """The plates of page `page` (from 1) of the file. `converted`: as `convert: true` makes it for the press.

    Raises OSError, MalformedPdf; NoInks where it cannot be told which inks there are; OfTheScreen.
    """
    import pikepdf

    with open_pdf(path) as pdf:
        source = page_object(pdf, page)
        boxes = page_boxes(source)
        if not converted and _mixed_on_screen(source):
            raise OfTheScreen(_screen_alone(source))
        try:
            make_plain(pdf, source)
            return Separated(_plates(pdf, source, Spaces(output, converted), output), boxes)
        except (NoInks, MalformedPdf):
            raise
        except (pikepdf.PdfError, *_DAMAGE) as error:
            raise NoInks(f"its content cannot be followed: {error}") from error


def _mixed_on_screen(page: Object) -> bool:
    """Whether the page is a group by itself in red, green and blue."""
    group = entry(page, "/Group")
    return bool(entry(group, "/I")) and entry(group, "/CS") is not None and space_family(group.CS) in SCREEN


def _screen_alone(page: Object) -> bool:
    from digest_studio.assets.pdfcontent import content_of

    return set(content_of(page).colours) <= {*SCREEN, "Gray", "Pattern"}


def _plates(pdf: Pdf, page: Object, spaces: Spaces, output: OutputProfile) -> bytes:
    """The file with the page's four plates for its pages."""
    from pikepdf import Array, Dictionary, Name

    separating = Separating(pdf, spaces, output)
    plates = []
    for code, resources in zip(*separating.page(page), strict=True):
        plate = Dictionary(Type=Name.Page, Resources=resources, Contents=pdf.make_stream(code))
        for key in ("/MediaBox", "/CropBox", "/Rotate"):
            if (value := inherited(page, key)) is not None:
                plate[key] = value
        for key in ("/TrimBox", "/BleedBox", "/UserUnit"):
            if key in page:
                plate[key] = page[key]
        if "/Group" in page:
            plate.Group = separating.group(page.Group)
        plates.append(pdf.make_indirect(plate))
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(plates), Count=len(plates)))
    for plate in plates:
        plate.Parent = tree
    pdf.trailer.Root = pdf.make_indirect(Dictionary(Type=Name.Catalog, Pages=tree))
    for key in ("/Info", "/Encrypt"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    file = io.BytesIO()
    pdf.save(file, compress_streams=True, recompress_flate=False)
    return file.getvalue()


class Separating:
    """One page. Each form is written once for each state that it is painted in, everything else once."""

    def __init__(self, pdf: Pdf, spaces: Spaces, output: OutputProfile) -> None:
        self._pdf = pdf
        self.spaces = spaces
        self.parts = PlateParts(pdf, spaces, output)
        self._made: dict[object, Plates] = {}
        self._open: set[object] = set()
        self._left = MAX_PDF_INSTRUCTIONS
        self._bytes = MAX_PDF_CONTENT_BYTES
        black = (0.0, 0.0, 0.0, 1.0)
        self._black = State((Paint(in_grey(black, False)), Paint(in_grey(black, True))), (spaces.grey, spaces.grey))

    def page(self, page: Any) -> tuple[Four, Plates]:
        """The page's content on each plate, and the resources that it names."""
        named = inherited(page, "/Resources")
        resources = Resources(named)
        return self._content(page, named, self._black, resources, 0), resources.plates

    def group(self, group: Any) -> Any:
        """A transparency group that mixes greys."""
        from pikepdf import Name

        made = copy.copy(group)
        if "/CS" in made:
            made.CS = Name.DeviceGray
        return made

    def spend(self, instructions: int) -> None:
        """Count work, which a small file can make endless."""
        self._left -= instructions
        if self._left < 0:
            raise NoInks("its page has too many instructions")

    def _content(self, stream: Any, named: Any, state: State, resources: Resources, depth: int) -> Four:
        """Content on each plate, which begins in `state`; what begins in black says so, since black is white on other plates."""
        import pikepdf

        if depth > MAX_PDF_NESTING:
            raise NoInks("its forms are nested too deeply")
        writing = Writing(self, named, state, resources, depth)
        if state is self._black:
            writing.put(joined(paint.code for paint in state.paints))
        for instruction in pikepdf.parse_content_stream(stream):
            self.spend(1)
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                writing.inline(instruction)
            else:
                writing.step(instruction)
        code = writing.finished()
        self._bytes -= sum(map(len, code))
        if self._bytes < 0:
            raise NoInks("its content is too large")
        return code

    def form(self, form: Any, named: Any, state: State, depth: int) -> Plates | None:
        """A form on each plate; None within itself: readers stop there, too."""
        if form.objgen in self._open:
            return None
        return self._stream((form.objgen, state), form, named, state, depth)

    def pattern(self, pattern: Any, named: Any, depth: int) -> tuple[Plates, Left]:
        """A pattern on each plate, and what it leaves alone if it overprints."""
        shading = entry(pattern, "/Shading")
        if shading is not None:
            shadings, left = self.parts.shading(shading)
            if pattern.objgen not in self._made:
                self._made[pattern.objgen] = tuple(self._with(pattern, Shading=grey) for grey in shadings)
            return self._made[pattern.objgen], left
        if int(pattern.PaintType) == 2:  # what it paints has the colour that comes with it
            return (pattern,) * 4, NOTHING_LEFT
        if pattern.objgen in self._open:
            raise NoInks("a pattern paints itself")
        return self._stream(pattern.objgen, pattern, named, self._black, depth), NOTHING_LEFT

    def _stream(self, key: object, original: Any, named: Any, state: State, depth: int) -> Plates:
        """A form or a pattern: streams with the same dictionary and other content."""
        if key not in self._made:
            self._open.add(original.objgen)
            self.spend(FORM_COST)
            own = entry(original, "/Resources")
            own = named if own is None else own
            resources = Resources(own)
            code = self._content(original, own, state, resources, depth + 1)
            self._made[key] = self._written(original, code, resources.plates)
            self._open.discard(original.objgen)
        return self._made[key]

    def font(self, font: Any, named: Any, state: State, depth: int) -> Plates | None:
        """A Type 3 font whose letters have colours, on each plate; None for other fonts."""
        if entry(font, "/Subtype") != "/Type3" or font.objgen in self._open:
            return None
        if font.objgen not in self._made:
            self._open.add(font.objgen)
            coloured = {name: letter for name, letter in font.CharProcs.items() if _has_colours(letter)}
            own = entry(font, "/Resources")
            own = named if own is None else own
            resources = Resources(own)
            letters = [copy.copy(font.CharProcs) for _ in range(4)]
            for name, letter in coloured.items():
                self.spend(FORM_COST)
                code = self._content(letter, own, state, resources, depth + 1)
                for plate, stream in zip(letters, self._written(letter, code), strict=True):
                    plate[name] = stream
            both = zip(letters, resources.plates, strict=True)
            made = (self._with(font, CharProcs=each, Resources=names) for each, names in both)
            self._made[font.objgen] = tuple(made) if coloured else ()
            self._open.discard(font.objgen)
        return self._made[font.objgen] or None

    def _with(self, original: Any, **values: Any) -> Any:
        """A copy of a dictionary with other values."""
        made = copy.copy(original)
        for key, value in values.items():
            made[f"/{key}"] = value
        return self._pdf.make_indirect(made)

    def _written(self, original: Any, code: Four, resources: Plates | None = None) -> Plates:
        """Streams with the dictionary of `original`."""
        made = [copy.copy(original) for _ in code]
        for stream, data in zip(made, code, strict=True):
            stream.write(data)
            if entry(original, "/Group") is not None:
                stream.Group = self.group(original.Group)
        for stream, names in zip(made, resources or (), strict=False):
            stream.Resources = names
        return tuple(made)


def _has_colours(letter: Any) -> bool:
    """Whether a letter of a Type 3 font sets colours itself."""
    import pikepdf

    first = pikepdf.parse_content_stream(letter, "d0 d1")[:1]
    return any(str(instruction.operator) == "d0" for instruction in first)
