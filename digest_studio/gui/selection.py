"""What is selected in the window: a value that every pane reads and any pane may set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from digest_studio.model.alter import PhotoAt

Kind = Literal["issue", "section", "article", "photo", "ad", "contents", "cover", "page"]
Owner = Literal["article", "author", "cover", "contents", "divider"]


@dataclass(frozen=True, slots=True)
class Selection:
    """`id` is the article's or the ad's id, or the section's name. `page` is the physical page it was selected on, if on one.

    Of a photo, `owner` says what it belongs to, `id` which one, and `index` counts an article's photos from 0.

    What is meant within it is told along, and makes no other selection: `at`, a point of the page in points from the trim's
    corner, and `line`, a line of the article's file from 1.
    """

    kind: Kind = "issue"
    id: str = ""
    index: int = 0
    page: int | None = None
    owner: Owner = "article"
    at: tuple[float, float] | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    @property
    def photo(self) -> PhotoAt | None:
        """The place of the photo that is selected."""
        return PhotoAt(self.owner, self.id, self.index) if self.kind == "photo" else None

    @property
    def article(self) -> str | None:
        """The article that is selected, or whose photo is."""
        owned = self.kind == "photo" and self.owner in ("article", "author")
        return self.id if self.kind == "article" or owned else None


NOTHING = Selection()
"""The issue as a whole."""
