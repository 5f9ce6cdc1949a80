"""The preflight report as a PDF: a verdict, what was found by rule, and every page concerned as a picture with its places marked.

In: problems, and the pages as a PDF. Out: a file for the desk of an art director, or for the printer. `contents` says what
stands in it, `sheets` how, `thumbnails` what the pages look like, `write` puts it together.
"""
