"""Display pages -> PDF. In: a `display.Document`. Out: a file, and diagnostics for what could not be painted.

`writer.write` coordinates: `painter` turns each page into page code (`code`) and annotations, `fonts`, `images` and
`pdfpages` keep what pages share, `navigation` and `metadata` fill the catalogue, `file` numbers the objects and streams
them to disk. `edition` holds what differs between editions: colours, the sheet, whether links are wanted. Nothing else in
the project imports ReportLab.
"""
