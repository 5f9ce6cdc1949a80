"""What an image or a PDF may demand of us. Each limit with its reason; `docs/limits.md` tells users of them."""

from __future__ import annotations

MAX_IMAGE_BYTES = 100 * 2**20
"""An image file. A 100-megapixel JPEG of the best quality has 60 MB, an uncompressed A3 TIFF in CMYK at 300 ppi 70 MB."""

MAX_IMAGE_SIDE = 32_000
"""Pixels of one side: over 2.5 m at 300 ppi. JPEG itself ends at 65,535."""

MAX_PIXELS = 250_000_000
"""Pixels of an image that goes into the PDF as it is: no camera has more, and a viewer has to decode it."""

MAX_DECODED_PIXELS = 28_000_000
"""Pixels of a TIFF or a PNG that we must decode: up to 8 bytes each in memory while that goes on (measured), 224 MB of the
300 that hostile input may cost. An A3 spread with bleed at 300 ppi has 18 million."""

MAX_WEBP_PIXELS = 14_000_000
"""Pixels of a WebP, whose decoder takes up to 15.3 bytes for each (measured). Telephones' photos have 12 million."""

MAX_HEADER_BYTES = 16 * 2**20
"""What is read of an image's beginning to find its size: profiles and Exif thumbnails come before it."""

MAX_PROFILE_BYTES = 4 * 2**20
"""An embedded ICC profile; the usual CMYK profiles have 0.5 to 2 MB. A larger one is not carried over."""

MAX_TIFF_TAG_BYTES = 32 * 2**20
"""All values of a TIFF's directory together, its profile, thumbnails and layers included."""

MAX_TIFF_NUMBERS = 200_000
"""Numbers in one value of a TIFF's directory: a strip for each row and component at most."""

MAX_PDF_BYTES = 100 * 2**20
"""An advertisement's PDF. It is read whole, and written into ours."""

MAX_PDF_PAGES = 2_000
"""Pages of a PDF: an advertisement is one of them."""

MAX_PDF_OBJECTS = 50_000
"""Objects that one page of a PDF may draw in. A map with thousands of paths is one stream."""

MAX_PDF_NESTING = 100
"""Arrays and dictionaries within each other; honest files stay under 20."""

MAX_PDF_STREAM_BYTES = 100 * 2**20
"""A page's content, decompressed. Only content in several parts is decompressed at all."""

MAX_PDF_CONTENT_BYTES = 32 * 2**20
"""A page's or a form's content that is followed to see what it paints: a map has 10 MB."""

MAX_PDF_INSTRUCTIONS = 400_000
"""Instructions of one page that are followed, its forms as often as they are painted: some two seconds."""

MAX_FINISHED_BYTES = 2 * 2**30
"""An issue's PDF of earlier, with which a new one is compared. It is not read whole."""

MAX_FINISHED_SIDE = 1_800.0
"""Points of its pages' sides, a little more than A2: each is drawn at 96 pixels per inch."""

MIN_PDF_SIDE, MAX_PDF_SIDE = 3.0, 14_400.0
"""Points of a page's side that the PDF standard allows (ISO 32000-1, annex C.2)."""


def decoded_pixels(kind: str) -> int:
    """How many pixels an image of format `kind` may have that we must decode."""
    return MAX_WEBP_PIXELS if kind == "WEBP" else MAX_DECODED_PIXELS
