"""What a page of a PDF is painted with: pictures at their printed size, colours, fonts, lines, found by following its content.

In: a page's dictionary. Out: `Content`, values only. Forms, patterns and soft masks are followed as far as limits allow. What is
only named among the resources, and painted by nothing, does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_CONTENT_BYTES, MAX_PDF_INSTRUCTIONS, MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import MalformedPdf, entry, inherited
from digest_studio.assets.pdfmatrix import IDENTITY, Matrix, form_box, matrix, scale, times
from digest_studio.assets.pdfpainted import Content, Drawn, Font, Where, Written
from digest_studio.assets.pdfspaces import is_embedded, painted_as, space_family
from digest_studio.base.say import say

if TYPE_CHECKING:
    from pikepdf import Object

_OPERATORS = (
    "q Q cm gs w Do sh BI ID EI g G k K rg RG cs CS sc SC scn SCN BT Tf Tr Tm Td TD T* TL Tj TJ ' \" S s B b B* b* f F f*"
)
FORM_COST = 30
"""Instructions that it costs to begin with a form."""
_MOST = 500
"""Pictures, texts or lines of one page that are told apart; whoever has more has one cause."""


class _State:
    """The part of the graphics state that is looked at (ISO 32000-1, 8.4)."""

    __slots__ = ("fill", "fill_over", "font", "invisible", "leading", "matrix", "opm", "size", "stroke", "stroke_over", "width")

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.width = 1.0
        self.fill: tuple[float, ...] | None = (0.0, 0.0, 0.0, 1.0)
        self.stroke: tuple[float, ...] | None = (0.0, 0.0, 0.0, 1.0)
        self.fill_over = self.stroke_over = False
        self.opm = 0
        self.font = ""
        self.size = 0.0
        self.leading = 0.0
        self.invisible = False

    def copy(self) -> _State:
        other = _State.__new__(_State)
        for name in _State.__slots__:
            setattr(other, name, getattr(self, name))
        return other


def content(path: Path, page: int) -> Content:
    """What page `page` (from 1) of the file is painted with. Raises OSError and MalformedPdf."""
    from digest_studio.assets.pdfopen import open_pdf, page_object

    with open_pdf(path) as pdf:
        return content_of(page_object(pdf, page))


def content_of(page: Object) -> Content:
    """What an open file's page is painted with. Raises MalformedPdf if it cannot be followed."""
    import pikepdf

    follower = _Follower()
    try:
        follower.page(page)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, ArithmeticError, RecursionError) as error:
        raise MalformedPdf(say("its content cannot be followed: {reason}", reason=error)) from error
    return follower.found()


class _Follower:
    """Follows one page's content."""

    def __init__(self) -> None:
        self._left = MAX_PDF_INSTRUCTIONS
        self._pictures: list[Drawn] = []
        self._colours: dict[str, Where] = {}
        self._fonts: dict[tuple[str, int], Font] = {}
        self._texts: dict[tuple[object, ...], Written] = {}
        self._fills: dict[tuple[tuple[float, ...], bool], Where] = {}
        self._thin: tuple[float, Where] | None = None
        self._blends: dict[str, Where] = {}
        self._transparent = False
        self._open: set[tuple[int, int]] = set()

    def found(self) -> Content:
        return Content(
            tuple(self._pictures), self._colours, tuple(self._fonts.values()), tuple(self._texts.values()), self._fills,
            self._thin, self._blends, self._transparent,
        )  # fmt: skip

    def page(self, page: Object) -> None:
        self._group(page, Where("page"))
        self.content(page, inherited(page, "/Resources"), _State(IDENTITY), Where("page"))

    def content(self, stream: Object, resources: Any, state: _State, where: Where) -> None:
        """Follow a page, a form or a pattern, its instructions in turn."""
        import pikepdf

        if where.path.count("/") > MAX_PDF_NESTING:
            raise MalformedPdf(say("its forms are nested too deeply"))
        run = _Run(self, resources, state, where)
        for instruction in pikepdf.parse_content_stream(_small_enough(stream), _OPERATORS):
            self._left -= 1
            if self._left < 0:
                raise MalformedPdf(say("its page has more than {most:,} instructions", most=MAX_PDF_INSTRUCTIONS))
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                run.inline(instruction.iimage.obj)
            else:
                run.step(str(instruction.operator), instruction.operands)

    def form(self, form: Any, state: _State, where: Where, resources: Any) -> None:
        """Follow a form or a tiling pattern with the state it is painted in."""
        if form.objgen in self._open and form.objgen != (0, 0):
            return  # it paints itself: readers stop here, too
        self._open.add(form.objgen)
        self._left -= FORM_COST
        self._group(form, where)
        inner = state.copy()
        inner.matrix = times(matrix(entry(form, "/Matrix")), state.matrix)
        own = entry(form, "/Resources")
        self.content(form, resources if own is None else own, inner, where)
        self._open.discard(form.objgen)

    def _group(self, holder: Any, where: Where) -> None:
        group = entry(holder, "/Group")
        if group is not None and entry(group, "/S") == "/Transparency" and entry(group, "/CS") is not None:
            self._blends.setdefault(space_family(entry(group, "/CS")), where)

    def colour(self, space: Any, where: Where) -> None:
        for name in painted_as(space):
            self._colours.setdefault(name, where)

    def named(self, family: str, where: Where) -> None:
        self._colours.setdefault(family, where)

    def picture(self, drawn: Drawn) -> None:
        if len(self._pictures) < _MOST:
            self._pictures.append(drawn)

    def font(self, font: Font, key: tuple[str, int]) -> None:
        self._fonts.setdefault(key, font)

    def text(self, written: Written) -> None:
        key = (written.font, round(written.size, 2), written.inks, written.overprint)
        if key not in self._texts and len(self._texts) < _MOST:
            self._texts[key] = written

    def area(self, inks: tuple[float, ...], over: bool, where: Where) -> None:
        if len(self._fills) < _MOST:
            self._fills.setdefault((inks, over), where)

    def line(self, width: float, where: Where) -> None:
        if self._thin is None or width < self._thin[0]:
            self._thin = (width, where)

    def transparency(self) -> None:
        self._transparent = True


class _Run:
    """One content stream, run with the resources that it names."""

    def __init__(self, follower: _Follower, resources: Any, state: _State, where: Where) -> None:
        self._follower = follower
        self._resources = resources
        self._state = state
        self._where = where
        self._saved: list[_State] = []
        self._told: set[tuple[object, ...]] = set()
        self._text = self._line = IDENTITY

    def step(self, operator: str, operands: Any) -> None:
        _STEPS[operator](self, operator, operands)

    def inline(self, image: Any) -> None:
        """An image within the content; what its abbreviations name may stand among the resources."""
        space = image.get("/ColorSpace", image.get("/CS"))
        known = self._named("/ColorSpace", str(space)) if getattr(space, "_type_name", "") == "name" else None
        self._image(image, known if known is not None else space, self._where)

    def _named(self, kind: str, name: str) -> Any:
        return entry(entry(self._resources, kind), name)

    # State

    def _save(self, _: str, __: Any) -> None:
        if len(self._saved) < 10_000:
            self._saved.append(self._state.copy())

    def _restore(self, _: str, __: Any) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _transform(self, _: str, operands: Any) -> None:
        self._state.matrix = times(matrix(operands), self._state.matrix)

    def _width(self, _: str, operands: Any) -> None:
        self._state.width = float(operands[0])

    def _external(self, _: str, operands: Any) -> None:
        state = self._named("/ExtGState", str(operands[0]))
        if state is None:
            return
        over = entry(state, "/OP")
        if over is not None:
            self._state.stroke_over = self._state.fill_over = bool(over)
        if entry(state, "/op") is not None:
            self._state.fill_over = bool(entry(state, "/op"))
        if entry(state, "/OPM") is not None:
            self._state.opm = int(entry(state, "/OPM"))
        if entry(state, "/LW") is not None:
            self._state.width = float(entry(state, "/LW"))
        if any(entry(state, key) not in (None, 1) for key in ("/ca", "/CA")):
            self._follower.transparency()
        mask = entry(state, "/SMask")
        if getattr(mask, "_type_name", "") == "dictionary":
            self._follower.transparency()
            form = entry(mask, "/G")
            if getattr(form, "_type_name", "") == "stream":
                self._follower.form(form, self._state, self._inside("SMask", form), self._resources)

    # Colour

    def _device(self, operator: str, operands: Any) -> None:
        parts = tuple(float(part) for part in operands)
        self._follower.named(_DEVICE[operator.lower()], self._where)
        match operator.lower():
            case "g":
                inks: tuple[float, ...] | None = (0.0, 0.0, 0.0, 1 - parts[0])
            case "k":
                inks = parts
            case _:
                inks = None
        self._set(operator.isupper(), inks)

    def _space(self, operator: str, operands: Any) -> None:
        name = str(operands[0])
        space = self._named("/ColorSpace", name)
        self._follower.colour(operands[0] if space is None else space, self._where)
        self._set(operator == "CS", None)
        if space_family(operands[0] if space is None else space) in ("CMYK", "Gray"):
            self._set(operator == "CS", (0.0, 0.0, 0.0, 1.0))

    def _parts(self, operator: str, operands: Any) -> None:
        """A colour of the space in force, or a pattern."""
        last = operands[-1] if operands else None
        if getattr(last, "_type_name", "") == "name":
            self._pattern(self._named("/Pattern", str(last)))
            self._set(operator.isupper(), None)
            return
        known = (self._state.stroke if operator.isupper() else self._state.fill) is not None
        parts = tuple(float(part) for part in operands)
        inks = parts if len(parts) == 4 else (0.0, 0.0, 0.0, 1 - parts[0]) if len(parts) == 1 else None
        self._set(operator.isupper(), inks if known else None)

    def _set(self, stroke: bool, inks: tuple[float, ...] | None) -> None:
        if stroke:
            self._state.stroke = inks
        else:
            self._state.fill = inks

    def _pattern(self, pattern: Any) -> None:
        shading = entry(pattern, "/Shading")
        if shading is not None:
            self._follower.colour(entry(shading, "/ColorSpace"), self._where)
        elif getattr(pattern, "_type_name", "") == "stream":
            self._follower.form(pattern, self._state, self._inside("Pattern", pattern), self._resources)

    def _shading(self, _: str, operands: Any) -> None:
        self._follower.colour(entry(self._named("/Shading", str(operands[0])), "/ColorSpace"), self._where)

    # Areas and lines

    def _fill(self, _: str, __: Any) -> None:
        state = self._state
        if state.fill is not None:
            self._follower.area(state.fill, state.fill_over and state.opm == 1, self._where)

    def _stroke(self, operator: str, operands: Any) -> None:
        if operator in ("B", "b", "B*", "b*"):
            self._fill(operator, operands)
        self._follower.line(self._state.width * scale(self._state.matrix), self._where)

    # Pictures and forms

    def _do(self, _: str, operands: Any) -> None:
        name = str(operands[0])
        drawn = self._named("/XObject", name)
        kind = entry(drawn, "/Subtype")
        if kind == "/Image":
            self._image(drawn, entry(drawn, "/ColorSpace"), self._inside(name[1:], drawn))
        elif kind == "/Form":
            self._follower.form(drawn, self._state, self._inside(name[1:], drawn), self._resources)

    def _image(self, image: Any, space: Any, where: Where) -> None:
        width, height = (int(image.get(long, image.get(short, 0))) for long, short in (("/Width", "/W"), ("/Height", "/H")))
        stencil = bool(image.get("/ImageMask", image.get("/IM", False)))
        if not stencil:
            self._follower.colour(space, where)
        masked = entry(image, "/SMask") is not None
        if masked:
            self._follower.transparency()
        a, b, c, d, e, f = self._state.matrix
        across, down = hypot(a, b) / 72, hypot(c, d) / 72
        if width <= 0 or height <= 0 or across < 1e-4 or down < 1e-4:
            return
        ppi = (width / across, height / down)
        bits = 1 if stencil else int(image.get("/BitsPerComponent", image.get("/BPC", 8)))
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        place = where._replace(box=(min(xs), min(ys), max(xs), max(ys)))
        family = "" if stencil else space_family(space)
        self._follower.picture(Drawn(place, width, height, bits, family, min(ppi), max(ppi) / min(ppi), masked))

    def _inside(self, name: str, thing: Any) -> Where:
        return Where(f"{self._where.path}/{name}", thing.objgen[0], self._where.box or form_box(thing, self._state.matrix))

    # Text

    def _begin(self, _: str, __: Any) -> None:
        self._text = self._line = IDENTITY

    def _font(self, _: str, operands: Any) -> None:
        self._state.font, self._state.size = str(operands[0]), float(operands[1])

    def _mode(self, _: str, operands: Any) -> None:
        self._state.invisible = int(operands[0]) == 3

    def _set_text(self, _: str, operands: Any) -> None:
        self._text = self._line = matrix(operands)

    def _move(self, operator: str, operands: Any) -> None:
        across, along = float(operands[0]), float(operands[1])
        if operator == "TD":
            self._state.leading = -along
        self._text = self._line = times((1, 0, 0, 1, across, along), self._line)

    def _leading(self, _: str, operands: Any) -> None:
        self._state.leading = float(operands[0])

    def _next(self, _: str, __: Any) -> None:
        self._text = self._line = times((1, 0, 0, 1, 0, -self._state.leading), self._line)

    def _show(self, operator: str, operands: Any) -> None:
        if operator in ("'", '"'):
            self._next(operator, operands)
        state = self._state
        over = state.fill_over and state.opm == 1
        key = (state.font, state.size, self._text[2:4], state.matrix[:4], state.fill, over)
        if state.invisible or key in self._told:
            return
        self._told.add(key)
        _, _, c, d, e, f = times(self._text, state.matrix)
        size = abs(state.size) * hypot(c, d)
        box = (e, f - 0.2 * size, e + 2 * size, f + 0.8 * size)
        font = self._named("/Font", state.font)
        name = str(entry(font, "/BaseFont") or state.font)[1:]
        where = Where(self._where.path, self._where.number, box)
        if font is not None:
            kind = str(entry(font, "/Subtype") or "")[1:]
            self._follower.font(Font(name, kind, is_embedded(font), where), (state.font, font.objgen[0] or hash(name)))
        self._follower.text(Written(where, name, size, state.fill, over))


_STEPS: dict[str, Callable[[_Run, str, Any], None]] = {
    "q": _Run._save, "Q": _Run._restore, "cm": _Run._transform, "gs": _Run._external, "w": _Run._width, "Do": _Run._do,
    "sh": _Run._shading, "BT": _Run._begin, "Tf": _Run._font, "Tr": _Run._mode, "Tm": _Run._set_text, "Td": _Run._move,
    "TD": _Run._move, "T*": _Run._next, "TL": _Run._leading, "Tj": _Run._show, "TJ": _Run._show, "'": _Run._show,
    '"': _Run._show,
    **dict.fromkeys(("g", "G", "k", "K", "rg", "RG"), _Run._device), **dict.fromkeys(("cs", "CS"), _Run._space),
    **dict.fromkeys(("sc", "SC", "scn", "SCN"), _Run._parts), **dict.fromkeys(("f", "F", "f*"), _Run._fill),
    **dict.fromkeys(("S", "s", "B", "b", "B*", "b*"), _Run._stroke),
}  # fmt: skip
"""What each operator does."""


_DEVICE = {"g": "Gray", "k": "CMYK", "rg": "RGB"}


def _small_enough(stream: Object) -> Object:
    """The content, if it is not too much to be followed."""
    parts: Iterator[Any] = iter((stream,))
    if getattr(stream, "_type_name", "") == "dictionary":
        contents = stream.get("/Contents")
        parts = iter(contents if getattr(contents, "_type_name", "") == "array" else (contents,))  # type: ignore[arg-type]
    size = sum(len(part.read_bytes()) for part in parts if getattr(part, "_type_name", "") == "stream")
    if size > MAX_PDF_CONTENT_BYTES:
        raise MalformedPdf(say("its page's content has {size} MB", size=size >> 20))
    return stream
