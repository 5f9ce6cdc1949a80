"""The issue as authored: frozen values, named as in the folder's files. Nothing here knows a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from digest_studio.base.diagnostics import Source
from digest_studio.base.values import dataclass
from digest_studio.model.body import Block

Side = Literal["any", "left", "right"]
Place = Literal["auto", "lead", "full-width", "column", "inline", "bleed"]
AdSize = Literal["full-page", "half-page", "half-page-vertical", "third-page", "quarter-page", "spread"]
AdPosition = Literal["any", "back-cover", "inside-front-cover", "inside-back-cover"]
Intent = Literal["relative", "perceptual"]
Status = Literal["draft", "edited", "approved"]

DEFAULT_THEME = "secretariat"
"""The theme of an issue that names none."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph as placed by its author. `alt` None: not given; "": decoration. Fractions from the top left."""

    file: str
    alt: str | None = None
    caption: str = ""
    credit: str = ""
    focus: tuple[float, float] | None = None
    crop: tuple[float, float, float, float] | None = None
    shape: str = "auto"
    place: Place = "auto"
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Author:
    name: str = ""
    role: str = ""
    photo: Photo | None = None
    signature: str | None = None
    closing: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """`template` and `pages` are the author's wishes ("auto", None: the planner's choice).

    `markdown` is the body as written; `body` is what it says, in blocks that name the lines where they start: those of the file,
    whose line `body_line` is the body's first.
    """

    id: str
    title: str
    body: tuple[Block, ...]
    contents_title: str | None = None
    kicker: str = ""
    standfirst: str = ""
    byline: str = ""
    date: date | None = None
    language: str | None = None
    template: str = "auto"
    pages: int | None = None
    status: Status = "draft"
    author: Author | None = None
    photos: tuple[Photo, ...] = ()
    source: Source | None = None
    markdown: str = field(default="", repr=False)
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Ad:
    """`pages` are the artwork's page numbers (one, or two for a spread); `bleed` in mm inside an image's edges."""

    id: str
    file: str
    advertiser: str = ""
    alt: str | None = None
    size: AdSize = "full-page"
    pages: tuple[int, ...] = field(default=(1,), metadata={"key": "page"})
    bleed: float = 0.0
    side: Side = "any"
    position: AdPosition = "any"
    not_facing: tuple[str, ...] = ()
    fixed: bool = False
    convert: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """A cover line: an article's id, or free text."""

    article: str | None = None
    text: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    photo: Photo | None = None
    headlines: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    organisation: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    web: str = ""
    social: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imprint:
    number: str = ""
    issn: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Divider:
    photo: Photo | None = None
    side: Side = "any"


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    photo: Photo | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article's place. `contents` False keeps it out of the contents."""

    article: str
    contents: bool = True
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class AdEntry:
    ad: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section. One without items is valid while the issue is being made: it is not printed, nor its divider."""

    name: str = field(metadata={"key": "section"})
    items: tuple[ArticleEntry | AdEntry, ...] = ()
    divider: Divider | None = None
    source: Source | None = None


OutlineEntry = ContentsEntry | ArticleEntry | AdEntry | Section


@dataclass(frozen=True, slots=True)
class Press:
    profile: str | None = None
    marks: bool | None = None
    preflight: str | None = None
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A whole issue. `articles` and `ads` hold the pool too; `theme_overrides` is theme.yaml's text, if there is one."""

    folder: str
    publication: str
    period: str
    outline: tuple[OutlineEntry, ...]
    articles: Mapping[str, Article]
    ads: Mapping[str, Ad]
    tagline: str = ""
    date: date | None = None
    language: str = "en"
    typography: Literal["language", "as-typed"] = "language"
    theme: str = DEFAULT_THEME
    page_multiple: int = 4
    pages: int | None = None
    first_page: int = 1
    masthead: Masthead | None = None
    imprint: Imprint | None = None
    cover: Cover | None = None
    press: Press = Press()
    theme_overrides: str | None = None
    hyphenation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def entries(self) -> Iterator[tuple[ContentsEntry | ArticleEntry | AdEntry, Section | None]]:
        """Every placed thing in reading order, with its section."""
        for entry in self.outline:
            if isinstance(entry, Section):
                for item in entry.items:
                    yield item, entry
            else:
                yield entry, None

    def placed(self) -> frozenset[str]:
        """The ids of the articles that the outline names."""
        return frozenset(e.article for e, _ in self.entries() if isinstance(e, ArticleEntry))
