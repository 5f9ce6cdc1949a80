"""What every layout function is given: the theme, the typesetter, and the facts of the issue's pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, NamedTuple

from digest_studio.assets.facts import ImageFacts, PdfFacts
from digest_studio.base.values import dataclass
from digest_studio.display.document import Page
from digest_studio.text.engine import Typesetter
from digest_studio.text.setting import Setting
from digest_studio.theme.types import Theme, TypeStyle

if TYPE_CHECKING:
    from digest_studio.layout.choose import Choices


class Kept(NamedTuple):
    """What an article was in the plan before."""

    template: str
    pages: int


class SetText(NamedTuple):
    """Text set in a style: its lines, the depth in points from the first line's top to the last one's bottom."""

    setting: Setting
    style: TypeStyle
    depth: float


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """`images` by the path in the issue's folder, `pdfs` by (path, page). `typographic`: quotes, dashes and spaces are set
    as `language` wants them (the issue's `typography: language`). Pictures that are missing or broken are not in `images`:
    their place is marked on the page. `layouts` remembers what each article can be, `kept` what each was in the plan before
    (None: plans come from the folder alone), `pages` each composed page, `texts` each short text that is set as a whole,
    `counts` how much of a list found room, `lists` how each contents is set: the number of its setting, of its pages, their fill;
    `entries` each line of a list as it is set, `poured` the columns of lists, `planned` each page of the plan."""

    theme: Theme
    setter: Typesetter
    images: Mapping[str, ImageFacts]
    pdfs: Mapping[tuple[str, int], PdfFacts]
    language: str = "en"
    typographic: bool = True
    layouts: dict[str, Choices] = field(default_factory=dict)
    kept: dict[str, Kept] | None = None
    pages: dict[int, tuple[tuple[object, ...], Page]] = field(default_factory=dict)
    texts: dict[object, SetText] = field(default_factory=dict)
    counts: dict[object, int] = field(default_factory=dict)
    lists: dict[object, tuple[int, int, float]] = field(default_factory=dict)
    entries: dict[object, Any] = field(default_factory=dict)
    poured: dict[object, Any] = field(default_factory=dict)
    planned: dict[int, tuple[object, Any]] = field(default_factory=dict)
