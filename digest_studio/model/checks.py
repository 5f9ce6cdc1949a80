"""Checks of the issue as a whole: what its parts say of each other, and the files that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import Said, say, say_count
from digest_studio.model.body import Block, Heading, PhotoPin
from digest_studio.model.issue import AdEntry, Article, ContentsEntry, Issue, Photo, Section
from digest_studio.source.decode import did_you_mean, problem
from digest_studio.source.nodes import shown
from digest_studio.source.paths import find_file


def outline(issue: Issue, known: frozenset[str], booked: frozenset[str]) -> Iterator[Diagnostic]:
    """The outline against the articles and the booked advertisements; both sets have those too that could not be read."""
    yield from _sections(issue)
    contents = 0
    first: dict[str, Source | None] = {}
    for entry, _ in issue.entries():
        if isinstance(entry, ContentsEntry):
            contents += 1
            if contents == 2:
                yield _outline(entry.source, say("a second `contents`"), say("keep one"))
        elif isinstance(entry, AdEntry):
            if entry.ad not in booked:
                remedy = (
                    did_you_mean(entry.ad, booked) if booked else say("book it: `ads: {{{ad}: {{file: …}}}}`", ad=shown(entry.ad))
                )
                yield problem(
                    "unknown-ad", entry.source, say("there is no advertisement `{ad}` under `ads:`", ad=shown(entry.ad)), remedy
                )
        elif entry.article in first:
            message = say(
                "the article `{article}` is there twice; the first is {first}",
                article=entry.article,
                first=_line(first[entry.article]),
            )
            yield _outline(entry.source, message, say("an article stands in the outline once"))
        else:
            first[entry.article] = entry.source
            if entry.article not in known:
                yield _unknown_article(entry.article, known, entry.source)


def headlines(issue: Issue, known: frozenset[str]) -> Iterator[Diagnostic]:
    """The cover's lines against the articles."""
    for headline in issue.cover.headlines if issue.cover else ():
        if headline.article is not None and headline.article not in known:
            yield _unknown_article(headline.article, known, headline.source)


def pool(issue: Issue) -> Iterator[Diagnostic]:
    """What is valid and not printed: articles and advertisements that the outline does not name, sections without items.

    A cover line that announces such an article is an error. Only for an outline that is whole.
    """
    placed = issue.placed()
    for headline in issue.cover.headlines if issue.cover else ():
        if headline.article is not None and headline.article not in placed:
            message = say("the cover announces `{article}`, which no outline entry names", article=headline.article)
            remedy = say("place the article, or take the line away")
            yield Diagnostic("unplaced-article", message, remedy, source=headline.source, article=headline.article)
    ads = {entry.ad for entry, _ in issue.entries() if isinstance(entry, AdEntry)}
    for article in issue.articles.values():
        if article.id not in placed:
            yield _info(
                "unplaced-article",
                say("`{article}` is in no outline entry, and not printed", article=article.id),
                article.source,
                article=article.id,
            )
    for ad in issue.ads.values():
        if ad.id not in ads:
            yield _info(
                "unplaced-ad",
                say("the advertisement `{ad}` is in no outline entry, and not printed", ad=ad.id),
                ad.source,
                ad=ad.id,
            )
    for entry in issue.outline:
        if isinstance(entry, Section) and not entry.items:
            yield _info(
                "empty-section",
                say("the section `{name}` has no items, and is not printed", name=shown(entry.name)),
                entry.source,
            )


def _info(rule: str, message: Said, source: Source | None, *, article: str | None = None, ad: str | None = None) -> Diagnostic:
    return Diagnostic(rule, message, say("place it in the outline"), Severity.INFO, source, article=article, ad=ad)


def article(article: Article) -> Iterator[Diagnostic]:
    """The body against the photos."""
    source = article.source or Source(f"articles/{article.id}.md")
    photos = len(article.photos)
    pins = Counter[int]()
    for block in article.body:
        if isinstance(block, PhotoPin):
            pins[block.number] += 1
            if block.number > photos or pins[block.number] == 2:
                message = say("`photo:{number}` is pinned twice", number=block.number) if block.number <= photos else _has(photos)
                remedy = (
                    say("keep one")
                    if block.number <= photos
                    else say("photo:{number} needs an entry under `photos:`", number=block.number)
                )
                yield Diagnostic("photo-pin", message, remedy, source=Source(source.file, block.line), article=article.id)
    if article.template.split("/")[0] == "briefing" and photos > (items := _items(article.body)):
        extra = article.photos[items].source or source
        message = say(
            "photo {photo} has no item: the n-th `##` item owns the n-th photo, and there are {items}",
            photo=items + 1,
            items=items,
        )
        yield Diagnostic(
            "briefing-photos", message, say("add the item, or take the photo away"), source=extra, article=article.id
        )


def _items(body: tuple[Block, ...]) -> int:
    return sum(isinstance(block, Heading) and block.level == 2 for block in body)


def files(issue: Issue, folder: Path) -> Iterator[Diagnostic]:
    """Every file that the issue names: one that is missing (error), one that may not be read (fatal)."""
    known: dict[str, Path | Diagnostic] = {}
    for name, source, article_id, ad_id in _named_files(issue):
        if name not in known:
            known[name] = find_file(folder, name)
        found = known[name]
        if isinstance(found, Diagnostic):
            yield replace(found, source=source, article=article_id, ad=ad_id)


def _named_files(issue: Issue) -> Iterator[tuple[str, Source | None, str | None, str | None]]:
    """(path, where it is named, article, ad)."""
    for photo in issue_photos(issue):
        yield photo.file, photo.source, None, None
    for ad in issue.ads.values():
        yield ad.file, ad.source, None, ad.id
    for item in issue.articles.values():
        for photo in item.photos:
            yield photo.file, photo.source, item.id, None
        if item.author and item.author.photo:
            yield item.author.photo.file, item.author.photo.source, item.id, None
        if item.author and item.author.signature:
            yield item.author.signature, item.author.source, item.id, None


def issue_photos(issue: Issue) -> Iterator[Photo]:
    """The photos of issue.yaml itself: the cover's, the contents', the dividers'."""
    if issue.cover and issue.cover.photo:
        yield issue.cover.photo
    for entry in issue.outline:
        if isinstance(entry, ContentsEntry) and entry.photo:
            yield entry.photo
        elif isinstance(entry, Section) and entry.divider and entry.divider.photo:
            yield entry.divider.photo


def _sections(issue: Issue) -> Iterator[Diagnostic]:
    names: set[str] = set()
    for entry in issue.outline:
        if isinstance(entry, Section):
            if not entry.name.strip():
                yield _outline(entry.source, say("a section without a name"), say("write `section: its name`"))
            elif entry.name in names:
                yield _outline(
                    entry.source,
                    say("a second section `{name}`", name=shown(entry.name)),
                    say("give it another name, or join them"),
                )
            names.add(entry.name)


def _outline(source: Source | None, message: Said, remedy: Said) -> Diagnostic:
    return problem("outline", source, message, remedy)


def _unknown_article(name: str, known: frozenset[str], source: Source | None) -> Diagnostic:
    return problem("unknown-article", source, say("there is no articles/{name}.md", name=shown(name)), did_you_mean(name, known))


def _line(source: Source | None) -> Said:
    return say("in line {line}", line=source.line) if source else say("above")


def _has(photos: int) -> Said:
    if not photos:
        return say("the article has no photo")
    return say_count("the article has one photo", "the article has {count} photos", count=photos)
