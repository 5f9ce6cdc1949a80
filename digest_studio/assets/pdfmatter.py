"""What the pages of a finished PDF are made of: equal matter is an equal look, whatever the numbers of its objects.

What a proof carries over its pages (its name, a stamp) is left out; so are links, labels and whatever else is not painted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.assets.limits import MAX_FINISHED_BYTES, MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.assets.pdfopen import open_pdf
from digest_studio.base.say import say

if TYPE_CHECKING:
    from pikepdf import Object

_PAINTED = ("/MediaBox", "/TrimBox", "/Rotate", "/UserUnit", "/Group", "/Resources", "/Contents")
_OVER = ("/Footer", "/Watermark")
"""The names of forms that are painted over every page (paint.pdf.over)."""


def page_matter(path: Path) -> Iterator[bytes]:
    """A digest of each page. Raises OSError, EncryptedPdf and MalformedPdf."""
    with open_pdf(path, MAX_FINISHED_BYTES) as pdf:
        matter = _Matter()
        try:
            for page in pdf.pages:
                yield matter.of_page(page.obj)
        except (AttributeError, TypeError, ValueError, RuntimeError) as error:  # pikepdf's errors among them
            raise MalformedPdf(say("it is damaged, or no PDF")) from error


class _Matter:
    """Digests of objects, each looked into once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def of_page(self, page: Object) -> bytes:
        digest = hashlib.sha256()
        for key in _PAINTED:
            digest.update(key.encode("ascii") + self._of(page.get(key), 0))
        return digest.digest()

    def _of(self, value: Object | None, depth: int) -> bytes:
        """A digest of `value` and all that it refers to. An object that holds itself is told by the outer one."""
        if depth > MAX_PDF_NESTING:
            raise MalformedPdf(say("its objects are nested too deeply"))
        place = getattr(value, "objgen", (0, 0))
        known = self._known.get(place) if place != (0, 0) else None
        if known is None:
            if place != (0, 0):
                self._known[place] = b""
            known = self._digest(value, depth)
            if place != (0, 0):
                self._known[place] = known
        return known

    def _digest(self, value: Object | None, depth: int) -> bytes:
        digest = hashlib.sha256()
        kind = getattr(value, "_type_name", "")
        digest.update(kind.encode("ascii"))
        if value is not None and kind in ("dictionary", "stream"):
            for key, part in value.items():
                if key not in _OVER:
                    digest.update(key.encode("utf-8", "surrogateescape") + self._of(part, depth + 1))
            if kind == "stream":
                digest.update(value.read_raw_bytes())
        elif value is not None and kind == "array":
            for part in value:
                digest.update(self._of(part, depth + 1))
        else:
            unparse = getattr(value, "unparse", None)
            digest.update(unparse() if unparse else repr(value).encode("utf-8", "replace"))
        return digest.digest()
