"""Display pages -> QPainter. In: a `display.Page` and a painter. Out: pixels; nothing is measured, shaped or broken here.

`painter.paint_page` is the match over the items. `text` keeps lines ready to be drawn at any scale, `pictures` the
photographs and foreign PDF pages at the sizes in which they are shown (`decode` and `pdfium` make them, `background` does so
in a thread of its own), `render` writes pages as PNG. `plates` paints a page once for each ink of the press, and `proofs` shows,
in another thread, how these look. What belongs to one thread is a `PaintResources` of its own.
"""
