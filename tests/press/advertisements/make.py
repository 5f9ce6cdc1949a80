"""How the advertisements beside this script were made: `python make.py [NAME...]`, where the programs are installed.

Each is 300 × 400 points large and has text, a gradient, something transparent and a picture, as far as its program can do so.
Debian: librsvg2-bin inkscape ghostscript libreoffice-draw scribus xvfb chromium texlive-latex-base; PyPI: matplotlib, typst,
reportlab, fpdf2. Their versions stand in the files' Producer. Tests read the files; nobody needs to make them again.
"""

from __future__ import annotations

import base64
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
WIDTH, HEIGHT = 300, 400


def picture(mode: str = "RGB") -> Image.Image:
    """A small photograph of sorts."""
    slope = Image.linear_gradient("L").resize((60, 40))
    bands = (slope, slope.rotate(180), Image.radial_gradient("L").resize((60, 40)))
    return Image.merge("RGB", bands).convert(mode)


def picture_bytes() -> bytes:
    data = io.BytesIO()
    picture().save(data, "PNG")
    return data.getvalue()


def svg() -> str:
    image = base64.b64encode(picture_bytes()).decode()
    return f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  width="{WIDTH}pt" height="{HEIGHT}pt" viewBox="0 0 {WIDTH} {HEIGHT}">
  <defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#126"/><stop offset="1" stop-color="#4bd"/></linearGradient>
  <radialGradient id="r"><stop stop-color="#fd4"/><stop offset="1" stop-color="#fd4" stop-opacity="0"/></radialGradient>
  <clipPath id="c"><circle cx="90" cy="280" r="60"/></clipPath></defs>
  <rect width="{WIDTH}" height="{HEIGHT}" fill="url(#g)"/>
  <circle cx="210" cy="120" r="90" fill="url(#r)"/>
  <g opacity="0.6"><rect x="40" y="150" width="140" height="60" fill="#c23"/><rect x="100" y="170" width="140" height="60"/></g>
  <image x="20" y="230" width="150" height="100" clip-path="url(#c)" xlink:href="data:image/png;base64,{image}"/>
  <text x="30" y="70" font-family="serif" font-size="40" fill="#fff" transform="rotate(4)">Rope &amp; Sail</text>
  <path d="M180 250 q60 -40 100 20 t-60 80" fill="none" stroke="#fff" stroke-width="4" stroke-dasharray="12 5"/>
</svg>"""


def run(*command: str | Path, cwd: Path | None = None) -> None:
    subprocess.run([str(word) for word in command], check=True, cwd=cwd, stdout=subprocess.DEVNULL, timeout=300)


def cairo(target: Path, work: Path) -> None:
    (work / "ad.svg").write_text(svg(), "utf-8")
    run("rsvg-convert", "-f", "pdf", "-o", target, work / "ad.svg")


def inkscape(target: Path, work: Path) -> None:
    (work / "ad.svg").write_text(svg(), "utf-8")
    run("inkscape", "--export-type=pdf", f"--export-filename={target}", work / "ad.svg")


def ghostscript(target: Path, work: Path) -> None:
    """CMYK, a spot colour and overprint, from PostScript."""
    (work / "ad.ps").write_text(f"""%!PS
<< /PageSize [{WIDTH} {HEIGHT}] >> setpagedevice
0.8 0.1 0 0 setcmykcolor 0 0 {WIDTH} {HEIGHT} rectfill
<< /ShadingType 3 /ColorSpace /DeviceCMYK /Coords [150 250 0 150 250 140]
   /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0.2 0.9 0] /C1 [0.8 0.1 0 0] /N 1 >> >> shfill
true setoverprint 0 0 0 1 setcmykcolor /Times-Bold findfont 48 scalefont setfont 30 300 moveto (Ropes) show
false setoverprint 0 0 0 0 setcmykcolor /Helvetica findfont 18 scalefont setfont 40 60 moveto (since 1874) show
[/Separation (PANTONE 185 C) /DeviceCMYK {{ dup 0.9 mul exch 0.8 mul 0 3 1 roll 0 }}] setcolorspace 1 setcolor
3 setlinewidth [8 4] 0 setdash 30 100 moveto 150 180 200 20 270 120 curveto stroke
showpage
""", "ascii")
    run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dEmbedAllFonts=true", "-o", target, work / "ad.ps")


def libreoffice(target: Path, work: Path) -> None:
    mm = (f"{WIDTH / 72 * 25.4:.3f}mm", f"{HEIGHT / 72 * 25.4:.3f}mm")
    image = base64.b64encode(picture_bytes()).decode()
    (work / "ad.fodg").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.graphics">
<office:styles><draw:gradient draw:name="G" draw:style="linear" draw:start-color="#224488" draw:end-color="#ffcc44"
 draw:angle="300"/></office:styles>
<office:automatic-styles>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="{mm[0]}" fo:page-height="{mm[1]}"
 fo:margin-top="0mm" fo:margin-bottom="0mm" fo:margin-left="0mm" fo:margin-right="0mm"/></style:page-layout>
<style:style style:name="a" style:family="graphic"><style:graphic-properties draw:fill="gradient" draw:fill-gradient-name="G"
 draw:stroke="none"/></style:style>
<style:style style:name="b" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#aa0033"
 draw:opacity="50%" draw:stroke="none"/></style:style>
<style:style style:name="t" style:family="graphic"><style:graphic-properties draw:fill="none" draw:stroke="none"/>
<style:text-properties fo:font-size="36pt" fo:color="#ffffff"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="P"/></office:master-styles>
<office:body><office:drawing><draw:page draw:name="1" draw:master-page-name="M">
<draw:rect draw:style-name="a" svg:x="0mm" svg:y="0mm" svg:width="{mm[0]}" svg:height="{mm[1]}"/>
<draw:ellipse draw:style-name="b" svg:x="20mm" svg:y="30mm" svg:width="60mm" svg:height="50mm"/>
<draw:frame svg:x="30mm" svg:y="90mm" svg:width="45mm" svg:height="30mm"><draw:image><office:binary-data>{image}
</office:binary-data></draw:image></draw:frame>
<draw:frame draw:style-name="t" svg:x="8mm" svg:y="8mm" svg:width="90mm" svg:height="20mm"><draw:text-box>
<text:p><text:span>Lamps Ltd</text:span></text:p></draw:text-box></draw:frame>
</draw:page></office:drawing></office:body></office:document>""", "utf-8")
    run("soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf", "ad.fodg", cwd=work)
    (work / "ad.pdf").replace(target)


def typst(target: Path, work: Path) -> None:
    import typst as compiler

    (work / "p.png").write_bytes(picture_bytes())
    (work / "ad.typ").write_text(f"""#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: 0pt,
  fill: gradient.linear(cmyk(90%, 40%, 0%, 10%), cmyk(10%, 0%, 60%, 0%), angle: 60deg))
#place(dx: 40pt, dy: 60pt, circle(radius: 70pt, fill: rgb(200, 30, 60, 50%)))
#place(dx: 120pt, dy: 120pt, circle(radius: 70pt, fill: rgb(20, 160, 60, 50%)))
#place(dx: 50pt, dy: 280pt, rotate(-10deg, image("p.png", width: 120pt)))
#place(dx: 30pt, dy: 20pt, text(size: 34pt, fill: white, weight: "bold")[Tide tables])
#place(dx: 200pt, dy: 300pt, rect(width: 60pt, height: 60pt, stroke: 4pt + cmyk(0%, 0%, 0%, 100%), radius: 12pt))
""", "utf-8")
    compiler.compile(str(work / "ad.typ"), output=str(target))


def reportlab(target: Path, work: Path) -> None:
    """A TrimBox within a larger sheet that does not begin at the origin, with bleed; overprint; CMYK alone."""
    from reportlab.lib.colors import CMYKColor
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target), pagesize=(WIDTH + 40, HEIGHT + 40), invariant=1)
    canvas.setTrimBox((20, 20, 20 + WIDTH, 20 + HEIGHT))
    canvas.setBleedBox((11.5, 11.5, 28.5 + WIDTH, 28.5 + HEIGHT))
    canvas.linearGradient(0, 0, 300, 400, (CMYKColor(0.9, 0.3, 0, 0.1), CMYKColor(0, 0.2, 0.8, 0)), extend=True)
    canvas.setFillColor(CMYKColor(0, 0.9, 0.8, 0, alpha=0.5))
    canvas.circle(150, 250, 90, stroke=0, fill=1)
    canvas.setFillAlpha(1)
    canvas.setFillOverprint(True)
    canvas.setOverprintMask(True)
    canvas.setFillColor(CMYKColor(0, 0, 0, 1))
    canvas.setFont("Times-Bold", 40)
    canvas.drawString(50, 340, "Charts")
    data = io.BytesIO()
    picture("CMYK").save(data, "JPEG", quality=90)
    canvas.drawImage(ImageReader(data), 60, 60, 150, 100)
    canvas.setStrokeColor(CMYKColor(0, 0, 0, 1))
    for x, y in ((20, 8), (20 + WIDTH, 8)):
        canvas.line(x, 0, x, y)
    canvas.showPage()
    canvas.save()


def scribus(target: Path, work: Path) -> None:
    (work / "p.png").write_bytes(picture_bytes())
    (work / "ad.py").write_text(f"""
import scribus
scribus.newDocument(({WIDTH}, {HEIGHT}), (0, 0, 0, 0), scribus.PORTRAIT, 1, scribus.UNIT_POINTS, scribus.PAGE_1, 0, 1)
scribus.defineColorCMYK("Deep", 230, 150, 0, 40)
scribus.defineColorCMYK("Sun", 0, 60, 230, 0)
a = scribus.createRect(0, 0, {WIDTH}, {HEIGHT}); scribus.setFillColor("Deep", a); scribus.setLineColor("None", a)
b = scribus.createEllipse(60, 60, 160, 160); scribus.setFillColor("Sun", b); scribus.setLineColor("None", b)
scribus.setFillTransparency(0.4, b)
i = scribus.createImage(50, 250, 150, 100); scribus.loadImage("{work}/p.png", i); scribus.setScaleImageToFrame(1, 0, i)
t = scribus.createText(30, 20, 250, 60); scribus.setText("Knots", t); scribus.setFontSize(36, t); scribus.setTextColor("Sun", t)
pdf = scribus.PDFfile(); pdf.file = "{target}"; pdf.version = 14; pdf.outdst = 1; pdf.useDocBleeds = False
pdf.subsetList = [scribus.getFont(t)]
pdf.bleedt = pdf.bleedl = pdf.bleedr = pdf.bleedb = 8.5
pdf.save()
""", "utf-8")
    run("xvfb-run", "-a", "scribus", "-g", "-ns", "-py", work / "ad.py", cwd=work)


def chromium(target: Path, work: Path) -> None:
    image = base64.b64encode(picture_bytes()).decode()
    (work / "ad.html").write_text(f"""<!doctype html><style>@page {{size: {WIDTH}pt {HEIGHT}pt; margin: 0}}
body {{margin: 0; width: {WIDTH}pt; height: {HEIGHT - 1}pt; background: linear-gradient(200deg, #fe8, #268);
 -webkit-print-color-adjust: exact; position: relative; overflow: hidden}}
h1 {{font: bold 32pt sans-serif; color: #fff; margin: 20pt; opacity: .9; transform: skewX(-8deg)}}
div {{position: absolute; left: 60pt; top: 120pt; width: 150pt; height: 100pt; border-radius: 30pt; mix-blend-mode: multiply;
 background: #3aa}}
img {{position: absolute; left: 80pt; top: 200pt; width: 150pt; transform: rotate(8deg); opacity: .8}}</style>
<h1>Sea air</h1><div></div><img src="data:image/png;base64,{image}">""", "utf-8")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={work}/profile",
        f"--print-to-pdf={target}", f"file://{work}/ad.html")


def matplotlib(target: Path, work: Path) -> None:
    """Type 3 fonts, hatching, transparency, a mesh."""
    import matplotlib as library

    library.use("pdf")
    import numpy
    from matplotlib import pyplot

    figure = pyplot.figure(figsize=(WIDTH / 72, HEIGHT / 72))
    top, foot = figure.subplots(2)
    x = numpy.linspace(0, 7, 80)
    top.fill_between(x, numpy.sin(x), alpha=0.5, hatch="//")
    top.plot(x, numpy.cos(x), color="C3")
    top.set_title("Tides this week")
    foot.pcolormesh(numpy.outer(numpy.sin(x[:12]), numpy.cos(x[:12])), shading="gouraud", cmap="viridis")
    figure.savefig(target)


def pdftex(target: Path, work: Path) -> None:
    """Fonts of type 1."""
    page = f"\\AtBeginDocument{{\\pdfpagewidth={WIDTH}bp \\pdfpageheight={HEIGHT}bp}}"
    (work / "ad.tex").write_text(page + r"""\documentclass{article}\usepackage{graphicx,color}\pagestyle{empty}
\parindent=0pt \hoffset=-1in \voffset=-1in \oddsidemargin=0pt \topmargin=0pt \headheight=0pt \headsep=0pt
\textwidth=300bp \textheight=400bp
\begin{document}\vspace*{40bp}\hspace*{30bp}{\fontsize{30}{34}\selectfont\color{blue}Old charts}\par
\hspace*{30bp}\parbox{240bp}{The \emph{harbour office} sells charts of every coast, $E=mc^2$ and $\int_0^1 x\,dx$ included.}\par
\hspace*{60bp}\rotatebox{12}{\includegraphics[width=150bp]{p.png}}\par
\hspace*{30bp}{\color[cmyk]{0,0.8,0.9,0}\rule{200bp}{30bp}}\end{document}
""", "ascii")
    (work / "p.png").write_bytes(picture_bytes())
    run("pdflatex", "-interaction=batchmode", "ad.tex", cwd=work)
    (work / "ad.pdf").replace(target)


def fpdf2(target: Path, work: Path) -> None:
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
    pdf.add_page()
    pdf.set_fill_color(20, 90, 120)
    pdf.rect(0, 0, WIDTH, HEIGHT, style="F")
    with pdf.local_context(fill_opacity=0.5, blend_mode="Screen"):
        pdf.set_fill_color(255, 80, 0)
        pdf.ellipse(60, 80, 180, 140, style="F")
    (work / "p.png").write_bytes(picture_bytes())
    pdf.image(str(work / "p.png"), 70, 250, 150, 100)
    pdf.set_font("Times", "B", 36)
    pdf.set_text_color(255)
    pdf.text(40, 60, "Compasses")
    pdf.output(str(target))


MAKERS: dict[str, Callable[[Path, Path], None]] = {
    maker.__name__: maker
    for maker in (
        cairo, inkscape, ghostscript, libreoffice, typst, reportlab, scribus, chromium, matplotlib, pdftex, fpdf2,
    )
}  # fmt: skip


def main() -> None:
    for name in sys.argv[1:] or MAKERS:
        with tempfile.TemporaryDirectory() as work:
            MAKERS[name](HERE / f"{name}.pdf", Path(work))
        print(name)


if __name__ == "__main__":
    main()
