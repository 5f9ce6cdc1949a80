"""The same issue as a Typst document: `python tests/benchmarks/typst_document.py ISSUE OUT.typ`. The peer's input in peer.py.

In: an issue, its plan and its finished pages. Out: a `.typ` file that sets the same words in the same fonts, sizes, columns
and grid, justified and hyphenated, and holds the same photographs at the sizes at which our pages show them, near the words
that stand beside them with us. Contents numbers, links and bookmarks are Typst's own (outline, labels, counters).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from digest_studio.app.resources import resources
from digest_studio.app.session import Refused, make, open_issue
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Document, Page, walk
from digest_studio.display.items import PlacedImage, PlacedPdf, TextLine
from digest_studio.model.body import Block, Box, Heading, List, Paragraph, PullQuote, Quotation, Span
from digest_studio.model.issue import Article, ArticleEntry, Issue, Photo, Section
from digest_studio.plan.result import Placement, Plan, PlannedPage
from digest_studio.theme.types import Theme, TypeStyle


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as our pages show it; points from the trim's corner. `page` is a PDF's page (0: an image)."""

    path: str
    box: Rect
    page: int = 0


@dataclass(frozen=True, slots=True)
class FontFace:
    """What Typst calls a font file."""

    family: str
    weight: int
    italic: bool


def font_faces(folder: Path) -> dict[str, FontFace]:
    """The faces of the fonts in `folder`, by file name without suffix. The weight is at byte 4 of the OS/2 table."""
    import uharfbuzz as hb

    faces = {}
    for file in sorted(folder.glob("*.ttf")):
        face = hb.Face(hb.Blob.from_file_path(str(file)))
        names = hb.OTNameIdPredefined
        family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY)
        weight = int.from_bytes(face.reference_table("OS/2").data[4:6], "big")
        faces[file.stem] = FontFace(family, weight, file.stem.endswith("It"))
    return faces


def typst_source(issue: Issue, plan: Plan, document: Document, theme: Theme, faces: dict[str, FontFace]) -> str:
    """The whole document. `faces`: the theme's fonts, as `font_faces` finds them."""
    writer = Writer(issue, theme, faces, photographs(issue))
    parts = [writer.preamble()]
    seen: set[str] = set()
    for planned in plan.pages:
        for item in planned.items or (Placement("blank", Rect(0, 0, 0, 0)),):
            if item.kind == "article":
                if item.id not in seen:
                    seen.add(item.id)
                    first = document.pages[planned.number - 1]
                    title = title_style(first, theme, theme.templates[item.template].head.titles)
                    parts.append(writer.article(issue.articles[item.id], title, article_pictures(plan, document, item.id)))
            elif item.kind != "contents" or item.part == 1:  # Typst itself goes on to the next page of the contents
                parts.append(writer.special(item, planned, plan, document.pages[planned.number - 1]))
    return "\n".join(parts)


def title_style(page: Page, theme: Theme, styles: Sequence[str]) -> str:
    """Which of a template's styles for titles our page uses: the one in the page's largest size, drop caps aside."""
    sizes = {run.size for item, _, _ in walk(page.items) if isinstance(item, TextLine) for run in item.runs}
    return next((name for name in styles if theme.styles[name].size in sizes), styles[-1])


def article_pictures(plan: Plan, document: Document, article: str) -> list[list[Picture]]:
    """The pictures of each of an article's pages."""
    numbers = [p.number for p in plan.pages if any(i.kind == "article" and i.id == article for i in p.items)]
    return [list(page_pictures(document.pages[n - 1])) for n in numbers]


def page_pictures(page: Page) -> Iterator[Picture]:
    """Every picture on a page, from the top down."""
    found = []
    for item, dx, dy in walk(page.items):
        if isinstance(item, PlacedImage):
            found.append(Picture(item.image.path, item.box.moved(dx, dy)))
        elif isinstance(item, PlacedPdf):
            found.append(Picture(item.path, item.clip.moved(dx, dy), item.page))
    yield from sorted(found, key=lambda p: (p.box.y, p.box.x))


def photographs(issue: Issue) -> dict[str, Photo]:
    """Captions by file name: the last part of the path is unique enough to find a caption again."""
    return {f"{Path(issue.folder) / p.file}": p for a in issue.articles.values() for p in a.photos}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the parts of the document in the theme's measures."""

    issue: Issue
    theme: Theme
    faces: dict[str, FontFace]
    captions: dict[str, Photo]

    def preamble(self) -> str:
        """Page, grid and text as the theme has them. Lines are `baseline` apart: 0.8 em over the baseline, 0.2 em under."""
        theme, body = self.theme, self.theme.styles["body"]
        margins = theme.margins
        # Our articles are fitted to their pages; two lines more keep Typst's from running over by a word or two.
        bottom = mm(margins.bottom) - 2 * body.leading
        return f"""
#set document(title: {string(self.issue.publication)})
#set page(width: {theme.page.width}mm, height: {theme.page.height}mm, columns: 2, footer: context [
  #set text(size: 8pt)
  {markup(self.issue.publication)} · {markup(self.issue.period)} #h(1fr) #counter(page).display()
], margin: (inside: {margins.inside}mm, outside: {margins.outside}mm, top: {margins.top}mm, bottom: {bottom}pt))
#set columns(gutter: {theme.grid.gutter}mm)
#set text(font: {string(self.face(body).family)}, size: {body.size}pt, lang: {string(self.issue.language[:2])}, hyphenate: true,
  top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: {body.leading - body.size}pt, spacing: {body.leading - body.size}pt,
  first-line-indent: {body.indent}pt)
#set list(spacing: {body.leading - body.size}pt)
#set enum(spacing: {body.leading - body.size}pt)
#show heading: it => it.body
#let special(body) = page(margin: 0pt, columns: 1, footer: none, body)
#let styled(size, leading, font, weight, style, body) = {{
  set text(size: size, font: font, weight: weight, style: style, hyphenate: false)
  set par(leading: leading - size, justify: false, first-line-indent: 0pt)
  body
}}
"""

    def face(self, style: TypeStyle) -> FontFace:
        return self.faces[self.theme.fonts[style.font].face(style.face)]

    def styled(self, name: str, content: str) -> str:
        """Content in the theme's style `name`."""
        style = self.theme.styles[name]
        face = self.face(style)
        slant = "italic" if face.italic else "normal"
        call = f"#styled({style.size}pt, {style.leading}pt, {string(face.family)}, {face.weight}, {string(slant)})"
        return f"{call}[{content}]"

    def article(self, article: Article, title: str, pictures: Sequence[Sequence[Picture]]) -> str:
        """Head, text and pictures of one article, from a new page on."""
        body = [self.block(b) for b in article.body]
        lengths = [len(b) for b in body]
        floats: list[tuple[float, str]] = []
        for n, page in enumerate(pictures):
            start = n / len(pictures)
            floats += [(start, self.picture(p, first=n == 0)) for p in page]
        out = [f"\n#pagebreak(weak: true)\n{self.head(article, title)}"]
        done, total = 0, sum(lengths) or 1
        for text, length in zip(body, lengths, strict=True):
            out += [f for start, f in floats if start <= done / total]
            floats = [(start, f) for start, f in floats if start > done / total]
            out.append(text)
            done += length
        out += [f for _, f in floats]
        out.append(self.closing(article))
        return "\n\n".join(out)

    def head(self, article: Article, style: str) -> str:
        """Kicker, title, standfirst and byline over both columns."""
        title = f"#heading(level: 1)[{self.styled(style, markup(article.title))}] <{article.id}>"
        parts = [
            self.styled("kicker", markup(article.kicker)) if article.kicker else "",
            title,
            self.styled("standfirst", markup(article.standfirst)) if article.standfirst else "",
            self.styled("byline", markup(article.byline)) if article.byline else "",
        ]
        content = "\n\n".join(p for p in parts if p)
        return f"#place(top, scope: \"parent\", float: true, clearance: {self.theme.grid.baseline}pt)[{content}]"

    def closing(self, article: Article) -> str:
        author = article.author
        if author is None:
            return ""
        return "\n\n".join(markup(t) for t in (author.closing, author.name, author.role) if t)

    def picture(self, picture: Picture, first: bool) -> str:
        """A picture as a float of its size, over one column or both, with its caption."""
        column = self.theme.column(1, self.theme.grid.columns // 2)[1]
        wide = picture.box.width > column * 1.02
        width = min(picture.box.width, self.theme.measure if wide else column)
        height = picture.box.bottom - max(picture.box.y, self.theme.top)  # what bleeds takes no room from the text
        photo = self.captions.get(picture.path)
        words = f"{photo.caption} {photo.credit}".strip() if photo else ""
        content = image(picture, width, height) + (self.styled("caption", markup(words)) if words else "")
        place = "top" if first else "auto"
        scope = "parent" if wide else "column"
        return f"#place({place}, scope: \"{scope}\", float: true, clearance: {self.theme.grid.baseline}pt)[{content}]"

    def block(self, block: Block) -> str:
        """A block of the body. Pull quotes are repeated text; pins and breaks follow from where our pictures stand."""
        if isinstance(block, Paragraph):
            return spans(block.spans)
        if isinstance(block, Heading):
            return f"*{spans(block.spans)}*"
        if isinstance(block, List):
            return "\n".join(list_lines(block))
        if isinstance(block, Quotation | PullQuote):
            return f"#pad(left: 13pt)[{self.blocks(block.blocks, block.attribution)}]"
        if isinstance(block, Box):
            return f"#block(inset: 6pt, stroke: 0.5pt)[*{spans(block.title)}*\n\n{self.blocks(block.blocks, block.attribution)}]"
        return ""

    def blocks(self, blocks: Iterable[Block], attribution: Iterable[Span]) -> str:
        return "\n\n".join([*(self.block(b) for b in blocks), spans(attribution)])

    def special(self, item: Placement, planned: PlannedPage, plan: Plan, page: Page) -> str:
        """Cover, contents, divider, advertisement or blank: the pictures where our page has them, and the words."""
        pictures = "\n".join(
            f"#place(dx: {p.box.x}pt, dy: {p.box.y}pt, {image(p, p.box.width, p.box.height, code=True)})"
            for p in page_pictures(page)
        )
        match item.kind:
            case "cover":
                words = self.cover()
            case "contents" if item.part == 1:
                words = self.contents(plan)
            case "divider":
                words = self.divider(item.section or item.id)
            case _:
                words = ""
        label = f" // page {planned.number}, {item.kind}"
        return f"#special[{label}\n{pictures}\n#pad(20mm)[{words}]\n]"

    def contents(self, plan: Plan) -> str:
        """The contents with page numbers that Typst looks up itself."""
        lines, section = [], ""
        for line in plan.contents:
            if line.section != section:
                section = line.section
                lines.append(self.styled("contents-section", markup(section)))
            number = f"#context counter(page).at(<{line.article}>).first()"
            lines.append(f"#link(<{line.article}>)[{self.styled('contents-title-m', markup(line.title))}] #h(1fr) {number}")
        masthead = self.issue.masthead
        if masthead:
            words = (masthead.organisation, *masthead.address, masthead.phone, masthead.email, masthead.web)
            lines += [self.styled("masthead-text", markup(t)) for t in words if t]
        return "\n\n".join(lines)

    def cover(self) -> str:
        headlines = self.issue.cover.headlines if self.issue.cover else ()
        lines = [h.text or self.issue.articles[h.article or ""].title for h in headlines]
        words = [("wordmark", self.issue.publication), ("tagline", self.issue.tagline), ("period", self.issue.period)]
        return "\n\n".join(self.styled(style, markup(t)) for style, t in words + [("cover-headline-2", t) for t in lines])

    def divider(self, name: str) -> str:
        section = next(e for e in self.issue.outline if isinstance(e, Section) and e.name == name)
        titles = [self.issue.articles[i.article].title for i in section.items if isinstance(i, ArticleEntry)]
        lines = [("divider-title", name), *(("divider-item", title) for title in titles)]
        return "\n\n".join(self.styled(style, markup(line)) for style, line in lines)


def image(picture: Picture, width: float, height: float, code: bool = False) -> str:
    """The call that shows a picture, cropped to fill its box."""
    page = f", page: {picture.page}" if picture.page else ""
    call = f"image({string(picture.path)}, width: {width}pt, height: {height}pt, fit: \"cover\"{page})"
    return call if code else f"#{call}"


def list_lines(block: List, depth: int = 0) -> Iterator[str]:
    """A list in Typst's markup, two levels."""
    mark = "+" if block.ordered else "-"
    for item in block.items:
        first = True
        for part in item.blocks:
            if isinstance(part, List):
                yield from list_lines(part, depth + 1)
            else:
                yield "  " * depth + (f"{mark} " if first else "  ") + spans(part.spans).replace("\n", " ")
                first = False


def spans(runs: Iterable[Span]) -> str:
    """Spans as markup; styles as functions, so that they may begin and end within a word."""
    out = []
    for span in runs:
        text = markup(span.text)
        if span.strong:
            text = f"#strong[{text}]"
        if span.emphasis:
            text = f"#emph[{text}]"
        if span.link:
            text = f"#link({string(span.link)})[{text}]"
        out.append(text)
    return "".join(out)


def markup(text: str) -> str:
    """Text with every character that Typst's markup reads as its own escaped."""
    escaped = re.sub(r"([\\#$*_`@<>\[\]~/=+\-])", r"\\\1", text)
    return escaped.replace("\n", " \\\n")


def string(text: str) -> str:
    """A Typst string literal."""
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Write the Typst document of the issue that the command line names."""
    folder, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    opened = open_issue(folder)
    if isinstance(opened, Refused):
        sys.exit("\n".join(map(str, opened.problems)))
    made = make(opened)
    source = typst_source(opened.issue, made.plan, made.document, opened.context.theme, font_faces(resources() / "fonts"))
    target.write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
