"""Every picture that an issue's printed part shows, with the article or advertisement that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from digest_studio.base.diagnostics import Source
from digest_studio.base.values import dataclass
from digest_studio.model.issue import AdEntry, Article, ArticleEntry, ContentsEntry, Issue, Photo, Section


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file in use. `alt` None: nobody described it. `page` is a PDF's page; 0 says that it is an image."""

    file: str
    alt: str | None
    source: Source | None
    article: str | None = None
    ad: str | None = None
    page: int = 0


def pictures(issue: Issue) -> Iterator[Picture]:
    """The pictures of cover, contents, dividers, placed articles and booked advertisements, in reading order."""
    if issue.cover and issue.cover.photo:
        yield of_photo(issue.cover.photo)
    for outline in issue.outline:
        if isinstance(outline, Section) and outline.divider and outline.divider.photo:
            yield of_photo(outline.divider.photo)
        for entry in outline.items if isinstance(outline, Section) else (outline,):
            match entry:
                case ContentsEntry(photo=Photo() as photo):
                    yield of_photo(photo)
                case ArticleEntry(article=name) if name in issue.articles:
                    yield from of_article(issue.articles[name])
                case AdEntry(ad=name) if name in issue.ads:
                    ad = issue.ads[name]
                    numbers = ad.pages if ad.file.lower().endswith(".pdf") else (0,)
                    yield from (Picture(ad.file, ad.alt, ad.source, ad=name, page=n) for n in numbers)


def of_photo(photo: Photo, article: str | None = None) -> Picture:
    return Picture(photo.file, photo.alt, photo.source, article)


def of_article(article: Article) -> Iterator[Picture]:
    """An article's photographs, then its author's portrait and signature."""
    for photo in article.photos:
        yield of_photo(photo, article.id)
    author = article.author
    if author and author.photo:
        portrait = author.photo
        yield Picture(portrait.file, author.name if portrait.alt is None else portrait.alt, portrait.source, article.id)
    if author and author.signature:
        yield Picture(author.signature, "", article.source, article.id)
