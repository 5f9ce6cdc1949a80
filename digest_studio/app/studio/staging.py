"""Files dropped on the studio: looked at, copied to `.studio/staged`, and put into the issue's folder when it is saved.

A staged file lies under the path that it will have: `photos/tower.jpg` is `.studio/staged/photos/tower.jpg` until then, and the
issue names it `photos/tower.jpg` from the first moment. Articles are not staged: their text is in the issue itself.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from typing import BinaryIO, Literal

from digest_studio.app.studio.hidden import HIDDEN, make_folder, open_new
from digest_studio.app.studio.manuscript import MANUSCRIPTS, manuscript
from digest_studio.app.studio.workshop import Located
from digest_studio.assets.limits import MAX_IMAGE_BYTES, MAX_PDF_BYTES
from digest_studio.assets.signatures import image_format, is_pdf, suffix_format, unusable
from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass
from digest_studio.model.alter import PhotoAt, add_photos, put_photo, set_author
from digest_studio.model.arrange import add_ad, add_article, set_ad
from digest_studio.model.edits import Edit, Place
from digest_studio.model.issue import Ad, AdSize, Article, ContentsEntry, Issue, Photo, Section
from digest_studio.model.label import Label
from digest_studio.source.paths import MAX_ARTICLE_BYTES

STAGED = "staged"
PHOTOS, ADS = "photos", "ads"
MAX_FILES = 200
"""Files of one drop; more is a slip of the hand, or another folder."""
MAX_STEM = 60
"""Characters of a file's name that are kept."""

_BLOCK = 1 << 20
_HEAD = 4096
_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "WEBP": ".webp", "PDF": ".pdf"}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """Where files were dropped.

    On an `article` (before its `number`-th photograph from 0, or after all), on the advertisements (`ads`), on the outline or
    the pool (at `place`, if given), on the place of one photograph (`photo`, which is `at`), of an article's author's
    `signature`, or of the artwork of the advertisement `ad` (`artwork`). Of several pictures for one place the others go to
    the pool.
    """

    on: Literal["article", "ads", "outline", "photo", "signature", "artwork"] = "outline"
    article: str = ""
    place: Place | None = None
    number: int | None = None
    at: PhotoAt | None = None
    ad: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of dropped files: staged pictures and artwork by their names within the folder, and articles. `sizes`: those
    that new advertisements are booked in, as their artwork is drawn."""

    pictures: tuple[str, ...] = ()
    artwork: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    located: Mapping[str, Located] | None = None
    problems: tuple[Diagnostic, ...] = ()
    sizes: Mapping[str, AdSize] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.pictures) + len(self.artwork) + len(self.articles)


def stage(folder: Path, paths: Sequence[Path], issue: Issue, target: Target) -> Brought:
    """Copies what can be used; the rest becomes problems. Takes as long as copying takes: for the door."""
    brought = Brought(located={})
    if len(paths) > MAX_FILES:
        message = say("{count} files were dropped", count=len(paths))
        return Brought(problems=(Diagnostic("drop", message, say("drop at most {most} at once", most=MAX_FILES)),))
    for path in paths:
        try:
            brought = _with(brought, folder, path, issue, target)
        except OSError as error:
            why = error.strerror or say("it cannot be read")
            brought = _refused(
                brought, path, say("the file cannot be brought in: {reason}", reason=why), say("check it, and drop it again")
            )
    return brought


def brought_in(issue: Issue, brought: Brought, target: Target) -> tuple[Edit, frozenset[str]]:
    """The edit that takes up what was staged, and the pictures that nothing names yet."""
    edits: list[Edit] = []
    loose: frozenset[str] = frozenset()
    made = issue

    def done(edit: Edit) -> None:
        nonlocal made
        edits.append(edit)
        made = edit[1]

    for article in brought.articles:
        done(add_article(made, article, target.place))
    edit, pictures, artwork = _placed(made, brought, target)
    if edit:
        done(edit)
    if pictures:
        loose = frozenset(pictures)
        edits.append((Label("Bring in {count} pictures", count=len(loose)), made))
    for name in artwork:
        ad = Ad(_free_id(Path(name).stem, made.ads), name, size=brought.sizes.get(name, "full-page"))
        done(add_ad(made, ad, target.place if target.on == "outline" else None))
    label = edits[0][0] if len(edits) == 1 else Label("Bring in {count} files", count=brought.count)
    return (label, made), loose


def _placed(issue: Issue, brought: Brought, target: Target) -> tuple[Edit | None, tuple[str, ...], tuple[str, ...]]:
    """What pictures and artwork become where they were dropped; those left for the pool, and those to be booked anew."""
    pictures, artwork = brought.pictures, brought.artwork
    match target.on:
        case "article" if pictures:
            photos = tuple(Photo(name) for name in pictures)
            return add_photos(issue, target.article, photos, target.number), (), artwork
        case "photo" if pictures and target.at:
            return put_photo(issue, target.at, Photo(pictures[0])), pictures[1:], artwork
        case "signature" if pictures:
            return set_author(issue, target.article, {"signature": pictures[0]}), pictures[1:], artwork
        case "artwork" if pictures or artwork:
            first, *others = (*artwork, *pictures)
            return set_ad(issue, target.ad, {"file": first, "pages": (1,)}), (), tuple(others)
        case "ads":
            return None, (), (*artwork, *pictures)
    return None, pictures, artwork


def staged_files(folder: Path) -> dict[str, Path]:
    """Every staged file by its name within the issue's folder."""
    found = {}
    for place in (PHOTOS, ADS):
        root = folder / HIDDEN / STAGED / place
        if (folder / HIDDEN / STAGED).is_symlink() or root.is_symlink() or not root.is_dir():
            continue
        found.update({f"{place}/{e.name}": Path(e.path) for e in os.scandir(root) if e.is_file(follow_symlinks=False)})
    return found


def clear_staged(folder: Path) -> None:
    """Removes what was staged and is not needed any more."""
    for path in staged_files(folder).values():
        path.unlink(missing_ok=True)
    for place in (f"{STAGED}/{PHOTOS}", f"{STAGED}/{ADS}", STAGED):
        with suppress(OSError):
            (folder / HIDDEN / place).rmdir()


def used_files(issue: Issue) -> frozenset[str]:
    """The pictures and artwork that an issue names, the pool's too."""
    return frozenset(_used(issue))


def unused_pictures(folder: Path, issue: Issue, loose: frozenset[str]) -> tuple[str, ...]:
    """The pictures of the pool: those in `photos/` and those brought in that the issue does not name, in order."""
    names = _on_disk(folder / PHOTOS, suffix=True)
    there = {f"{PHOTOS}/{name}" for name in names if suffix_format(Path(name)) not in (None, "PDF")}
    return tuple(sorted((there | loose) - used_files(issue)))


def _used(issue: Issue) -> Iterator[str]:
    photos: list[Photo | None] = [issue.cover.photo if issue.cover else None]
    for entry in issue.outline:
        if isinstance(entry, ContentsEntry):
            photos.append(entry.photo)
        elif isinstance(entry, Section):
            photos.append(entry.divider.photo if entry.divider else None)
    for article in issue.articles.values():
        photos += article.photos
        if article.author:
            photos.append(article.author.photo)
            if article.author.signature:
                yield article.author.signature
    yield from (photo.file for photo in photos if photo)
    yield from (ad.file for ad in issue.ads.values())


# --- one file


def _with(brought: Brought, folder: Path, path: Path, issue: Issue, target: Target) -> Brought:
    """What was brought in, and one file more."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return _refused(brought, path, say("it is a folder"), say("drop the files in it"))
    if not stat.S_ISREG(status.st_mode):
        return _refused(brought, path, say("it is a device, a pipe or a socket"), say("drop a plain file"))
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(0)
        kind = "PDF" if is_pdf(head) else image_format(head)
        if kind in (None, "PDF") and target.on in ("photo", "signature"):
            return _refused(brought, path, say("it is no photograph"), say("drop a JPEG, PNG, TIFF or WebP"))
        if kind is None:
            return _with_manuscript(brought, folder, path, file, issue)
        limit = MAX_PDF_BYTES if kind == "PDF" else MAX_IMAGE_BYTES
        if status.st_size > limit:
            return _refused(
                brought,
                path,
                say("the file has {size} MB", size=status.st_size >> 20),
                say("save it with at most {most} MB", most=limit >> 20),
            )
        artwork = kind == "PDF" or target.on in ("ads", "artwork")
        name = _staged_copy(folder, ADS if artwork else PHOTOS, path, kind, file)
    if artwork:
        brought = _reported(brought, folder, name, issue, target)
    located = {**(brought.located or {}), name: Located(folder / HIDDEN / STAGED / name)}
    if kind == "PDF":
        return replace(brought, artwork=(*brought.artwork, name), located=located)
    return replace(brought, pictures=(*brought.pictures, name), located=located)


def _reported(brought: Brought, folder: Path, name: str, issue: Issue, target: Target) -> Brought:
    """What was brought in, artwork's report for its advertiser lying beside it, and a word where it cannot be printed.

    It is held against the place that is booked; where none is, against that of the size in which it is drawn.
    """
    from digest_studio.app.artwork import keep_report, report_name
    from digest_studio.app.booking import booked_in, size_of

    path = folder / HIDDEN / STAGED / name
    first = target.on == "artwork" and target.ad in issue.ads and not (brought.artwork or brought.pictures)
    if first:
        ad = replace(issue.ads[target.ad], file=name, pages=(1,))
    else:
        ad = Ad("", name, size=size_of(issue, path))
        brought = replace(brought, sizes={**brought.sizes, name: ad.size})
    with suppress(OSError):  # a report that cannot be written can be made again
        if not keep_report(path, booked_in(issue, ad)).fit:
            message = say("{file} cannot be printed as it is: {report} says what its advertiser should send", file=name,
                          report=report_name(name))
            problem = Diagnostic("ad-report", message, severity=Severity.WARNING, source=Source(name))
            return replace(brought, problems=(*brought.problems, problem))
    return brought


def _with_manuscript(brought: Brought, folder: Path, path: Path, file: BinaryIO, issue: Issue) -> Brought:
    data = file.read(MAX_ARTICLE_BYTES + 1)
    if path.suffix.lower() not in MANUSCRIPTS and (b"\0" in data or suffix_format(path) is not None):
        problem = unusable(data[:_HEAD], path)
        return _refused(brought, path, problem.message, problem.remedy)
    if len(data) > MAX_ARTICLE_BYTES:
        return _refused(
            brought,
            path,
            say("the text has more than {most} KB", most=MAX_ARTICLE_BYTES >> 10),
            say("split it into several articles"),
        )
    known = {*issue.articles, *(article.id for article in brought.articles), *_on_disk(folder / "articles")}
    article, problems = manuscript(path, data, _free_id(path.stem, known))
    brought = replace(brought, problems=(*brought.problems, *problems))
    return replace(brought, articles=(*brought.articles, article)) if article else brought


def _staged_copy(folder: Path, place: str, path: Path, kind: str, file: BinaryIO) -> str:
    """Copies a file into the staging folder; its name within the issue's folder, which is free there and here."""
    root = folder / HIDDEN
    for part in ("", STAGED, f"{STAGED}/{place}"):
        make_folder(root / part)
    suffix = path.suffix.lower() if suffix_format(path) == kind else _SUFFIXES[kind]
    taken = {name.casefold() for name in (*_on_disk(folder / place, suffix=True), *_on_disk(root / STAGED / place, suffix=True))}
    stem = safe_stem(path.stem)
    number = 1
    while True:
        name = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
        number += 1
        if name.casefold() in taken:
            continue
        with suppress(FileExistsError):
            _copy(file, root / STAGED / place / name)
            return f"{place}/{name}"


def _copy(file: BinaryIO, target: Path) -> None:
    with os.fdopen(open_new(target), "wb") as copy:
        try:
            while block := file.read(_BLOCK):
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
        except OSError:
            target.unlink(missing_ok=True)
            raise


def safe_stem(stem: str) -> str:
    """A file's name as it may stand in any folder: letters, digits, `-` and `_`."""
    plain = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", stem)).strip("-_")[:MAX_STEM].rstrip("-_")
    return f"{plain}-file" if _RESERVED.fullmatch(plain) else plain or "file"


def _free_id(stem: str, known: Collection[str]) -> str:
    wished = safe_stem(stem).lower()
    taken = {name.casefold() for name in known}
    return next(n for number in range(1, len(taken) + 2) if (n := wished if number == 1 else f"{wished}-{number}") not in taken)


def _on_disk(folder: Path, *, suffix: bool = False) -> list[str]:
    try:
        return [entry.name if suffix else Path(entry.name).stem for entry in os.scandir(folder)]
    except OSError:
        return []


def _refused(brought: Brought, path: Path, message: Said, remedy: Said) -> Brought:
    return replace(brought, problems=(*brought.problems, Diagnostic("drop", message, remedy, source=Source(path.name))))
