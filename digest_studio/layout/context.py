"""What every layout function is given: the theme, the typesetter, and the facts of the issue's pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from digest_studio.assets.facts import ImageFacts, PdfFacts
from digest_studio.base.colour import Colour
from digest_studio.base.values import dataclass
from digest_studio.display.document import Page
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Article
from digest_studio.text.engine import Typesetter
from digest_studio.text.setting import Setting
from digest_studio.theme.types import Theme, TypeStyle


class SetText(NamedTuple):
    """Text set in a style: its lines, the depth in points from the first line's top to the last one's bottom."""

    setting: Setting
    style: TypeStyle
    depth: float


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """`images` by the path in the issue's folder, `pdfs` by (path, page). `typographic`: quotes, dashes and spaces are set
    as `language` wants them (the issue's `typography: language`). Pictures that are missing or broken are not in `images`:
    their place is marked on the page. `layouts` remembers each article's layout with what it was made
    from, `pages` each composed page, `texts` each short text that is set as a whole, `counts` how much of a list
    found room, `lists` how each contents is set: the number of its setting, and of its pages."""

    theme: Theme
    setter: Typesetter
    images: Mapping[str, ImageFacts]
    pdfs: Mapping[tuple[str, int], PdfFacts]
    language: str = "en"
    typographic: bool = True
    layouts: dict[str, tuple[tuple[Article, int, Colour], ArticleLayout]] = field(default_factory=dict)
    pages: dict[int, tuple[tuple[object, ...], Page]] = field(default_factory=dict)
    texts: dict[object, SetText] = field(default_factory=dict)
    counts: dict[object, int] = field(default_factory=dict)
    lists: dict[object, tuple[int, int]] = field(default_factory=dict)
