"""An issue becomes pages again and again: what did not change since the last time is not made anew.

In: an issue (immutable) and where its pictures lie. Out: `Made`, whose unchanged pages are the very objects of the last one.
Used by one thread at a time; the door sees to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest_studio.app.resources import own_resources, resources
from digest_studio.app.session import Made, Opened, Refused, checked, lay_out
from digest_studio.app.studio import asides
from digest_studio.app.studio.asides import Abandoned, Fresh, WatchedLayouts
from digest_studio.app.studio.problems import FolderProblems
from digest_studio.assets.facts import ImageFacts, PdfFacts
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.values import dataclass
from digest_studio.display.document import Document, Page
from digest_studio.layout.context import Context
from digest_studio.model.issue import Article, Issue
from digest_studio.source.paths import find_file
from digest_studio.text.engine import Typesetter
from digest_studio.theme.types import Theme

if TYPE_CHECKING:
    from digest_studio.layout.choose import Choices

__all__ = ["Abandoned", "Laid", "Located", "Overlay", "Request", "Workshop"]


@dataclass(frozen=True, slots=True)
class Located:
    """Where a picture's file lies, other than as first seen in the folder; another `stamp` says that it is another file."""

    path: Path
    stamp: int = 0


Overlay = Mapping[str, Located]
"""Pictures by their paths within the folder: staged ones, and those that changed on disk since the issue was opened."""


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """What is to be laid out, and the problems that reading its folder found."""

    issue: Issue
    overlay: Overlay = field(default_factory=dict)
    problems: FolderProblems = field(default_factory=FolderProblems)


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Pages that can be shown. What is wrong with their texts is only looked for when they are checked; `told` is known."""

    made: Made
    texts: FolderProblems
    told: tuple[Diagnostic, ...]

    def checked(self) -> Made:
        """The same pages with everything that is wrong with them."""
        return checked(self.made, (*self.texts.of(self.made.issue), *self.told))


class Workshop:
    """Makes an issue's pages. What it remembers: typeset words, each article's layout, pictures' facts, the last pages."""

    def __init__(self) -> None:
        self._wanted: Callable[[], bool] = _always
        self._settings: tuple[object, ...] | None = None
        self._theme: tuple[object, Theme | None, tuple[Diagnostic, ...]] | None = None
        self._setter: tuple[object, Typesetter] | None = None
        self._context: Context | None = None
        self._facts = _Facts()
        self._overlay: Overlay = {}
        self._pages: dict[int, Page] = {}
        self._afresh = False
        self._freely: tuple[Context | None, Mapping[str, Choices]] = (None, {})

    def plan_afresh(self) -> None:
        """The next pages are planned from the folder alone, not by the plan before. May be called on any thread."""
        self._afresh = True

    def fresh(self, made: Made, wanted: Callable[[], bool]) -> Fresh | None:
        """What a plan from the folder alone would change in the pages that were made last; None if nothing."""
        known = self._freely[1] if self._freely[0] is made.context else {}
        found, choices = asides.fresh(made, known, wanted)
        self._freely = made.context, choices
        return found

    def make(self, request: Request, wanted: Callable[[], bool] | None = None) -> Made | Refused:
        """The issue's pages and everything that is wrong with them. Raises Abandoned soon after `wanted` says no."""
        laid = self.lay_out(request, wanted)
        return laid if isinstance(laid, Refused) else laid.checked()

    def lay_out(self, request: Request, wanted: Callable[[], bool] | None = None) -> Laid | Refused:
        """The issue's pages, not checked yet. Raises Abandoned soon after `wanted` says no."""
        self._wanted = wanted or _always
        issue = request.issue
        theme, theme_problems = self._loaded_theme(issue)
        if theme is None:
            return Refused((*request.problems.of(issue), *theme_problems))
        self._overlay = request.overlay
        changed = self._facts.look(issue, request.overlay)
        context = self._current_context(issue, theme, changed)
        told = tuple(problem for problem in self._facts.problems() if problem.rule != "missing-file")
        missing = self._facts.missing(issue)
        opened = Opened(issue, context, (*theme_problems, *told, *missing))
        made = self._with_pool(lay_out(opened), context, known_alone=True)
        return Laid(replace(made, document=self._with_known_pages(made.document)), request.problems, opened.problems)

    def lay_out_pool(self, made: Made, wanted: Callable[[], bool]) -> Made:
        """The same with the layouts of the articles in the pool, and with every length that a placed one could have. Of the pages
        that were made last; raises Abandoned soon after `wanted` says no, and what was laid out until then is remembered."""
        self._wanted = wanted
        if self._context is None:
            return made
        changed = self._facts.look_at_pool(made.issue, self._overlay)
        context = self._current_context(made.issue, made.theme, changed)
        if not made.plan.variants:
            variants = asides.planned(made, made.issue, wanted).variants
            made = replace(made, plan=made.plan._replace(variants=variants))
        return self._with_pool(made, context, known_alone=False)

    def _with_pool(self, made: Made, context: Context, *, known_alone: bool) -> Made:
        """`known_alone`: only those layouts that need not be made."""
        from digest_studio.layout.choose import choices_key, choose

        placed = made.issue.placed()
        found = {}
        for name, article in made.issue.articles.items():
            if name in placed:
                continue
            known = context.layouts.get(name)
            if not known_alone or (known is not None and known.key == choices_key(context, article, 0)):
                found[name] = choose(context, article)
        return replace(made, plan=made.plan._replace(pool=found)) if found else made

    def _loaded_theme(self, issue: Issue) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        from digest_studio.theme.load import load_theme

        key = (issue.theme, issue.theme_overrides)
        if self._theme is None or self._theme[0] != key:
            self._theme = (key, *load_theme(issue.theme, resources(), issue.theme_overrides, own_resources()))
        return self._theme[1], self._theme[2]

    def _typesetter(self, issue: Issue) -> Typesetter:
        from digest_studio.text.fonts import FontLibrary
        from digest_studio.text.hyphenate import Hyphenator

        key = issue.hyphenation
        if self._setter is None or self._setter[0] != key:
            hyphenator = Hyphenator(resources() / "hyphenation", issue.hyphenation)
            self._setter = (key, Typesetter(FontLibrary(resources() / "fonts", own=own_resources() / "fonts"), hyphenator))
        return self._setter[1]

    def _current_context(self, issue: Issue, theme: Theme, changed: frozenset[str]) -> Context:
        """The context, with the layouts that still hold: all but those of articles that show a picture of `changed`."""
        typographic = issue.typography == "language"
        setter = self._typesetter(issue)
        settings = (theme, setter, issue.language, typographic)
        facts = self._facts
        if self._context is None or self._settings != settings:
            layouts = WatchedLayouts[Any](self._still_wanted)
            self._context = Context(theme, setter, facts.images, facts.pdfs, issue.language, typographic, layouts, {})
            self._settings = settings
        elif changed:
            for name, known in list(self._context.layouts.items()):
                if not changed.isdisjoint(_pictures_of(known.key[0])):
                    del self._context.layouts[name]
            self._context = replace(self._context, images=facts.images, pdfs=facts.pdfs, pages={})
        if self._afresh and self._context.kept:
            self._context.kept.clear()
            for name, known in list(self._context.layouts.items()):
                if known.steadied:
                    del self._context.layouts[name]
        self._afresh = False
        return self._context

    def _still_wanted(self) -> bool:
        return self._wanted()

    def _with_known_pages(self, document: Document) -> Document:
        """The document, with the last document's own page wherever a page is the same again."""
        pages = tuple(page if (old := self._pages.get(page.number)) != page else old for page in document.pages)
        self._pages = {page.number: page for page in pages}
        return document._replace(pages=pages)


def _always() -> bool:
    return True


class _Facts:
    """What is known of pictures, each looked into once for every place and stamp."""

    def __init__(self) -> None:
        self.images: dict[str, ImageFacts] = {}
        self.pdfs: dict[tuple[str, int], PdfFacts] = {}
        self._seen: dict[tuple[str, int], Located] = {}
        self._problems: dict[tuple[str, int], tuple[Diagnostic, ...]] = {}
        self._shown: dict[tuple[str, int], None] = {}

    def look(self, issue: Issue, overlay: Overlay) -> frozenset[str]:
        """Look into what is new; the names of pictures of which something else is known now."""
        from digest_studio.preflight.pictures import pictures

        self._shown = {(picture.file, picture.page): None for picture in pictures(issue)}
        return self._look_at(self._shown, issue, overlay)

    def look_at_pool(self, issue: Issue, overlay: Overlay) -> frozenset[str]:
        """The same for the photographs of articles without a place, with which nothing is wrong until they are printed."""
        from digest_studio.preflight.pictures import of_article

        placed = issue.placed()
        pooled = (article for name, article in issue.articles.items() if name not in placed)
        return self._look_at({(p.file, p.page): None for article in pooled for p in of_article(article)}, issue, overlay)

    def _look_at(self, wished: Iterable[tuple[str, int]], issue: Issue, overlay: Overlay) -> frozenset[str]:
        new = {}
        for name, page in wished:
            place = overlay.get(name) or _in_folder(issue.folder, name)
            if self._seen.get((name, page)) != place:
                new[name, page] = place
        if not new:
            return frozenset()
        self._survey(Path(issue.folder), new)
        return frozenset(name for name, _ in new)

    def _survey(self, folder: Path, new: Mapping[tuple[str, int], Located]) -> None:
        """Fresh mappings with what is found: contexts that were handed out keep theirs."""
        from digest_studio.assets.survey import survey

        images = {name: facts for name, facts in self.images.items() if (name, 0) not in new}
        pdfs = {key: facts for key, facts in self.pdfs.items() if key not in new}
        for (name, page), place in new.items():
            root = _root(folder, name, place.path)
            found = survey(root, [] if page else [name], [(name, page)] if page else [])
            images.update(found.images)
            pdfs.update(found.pdfs)
            self._problems[name, page] = tuple(_nearest(folder, name, problem) for problem in found.problems)
            self._seen[name, page] = place
        self.images, self.pdfs = images, pdfs

    def problems(self) -> Iterable[Diagnostic]:
        """What is wrong with the pictures that are shown."""
        for key in self._shown:
            yield from self._problems.get(key, ())

    def missing(self, issue: Issue) -> Iterable[Diagnostic]:
        """Pictures that are not there, each where the issue names it."""
        from digest_studio.preflight.pictures import pictures

        gone = {problem.source.file: problem for problem in self.problems() if problem.rule == "missing-file" and problem.source}
        for picture in pictures(issue) if gone else ():
            if picture.file in gone:
                yield replace(gone[picture.file], source=picture.source, article=picture.article, ad=picture.ad)


@lru_cache(maxsize=5000)
def _in_folder(folder: str, name: str) -> Located:
    """A picture's place in the issue's folder; each layout asks for all of them."""
    return Located(Path(folder) / name)


def _nearest(folder: Path, name: str, problem: Diagnostic) -> Diagnostic:
    """The problem; of a missing file with a remedy that knows which files there are."""
    found = find_file(folder, name, problem.source) if problem.rule == "missing-file" else None
    return found if isinstance(found, Diagnostic) else problem


def _root(folder: Path, name: str, path: Path) -> Path:
    """The folder from which `name` leads to `path`."""
    return folder if path == folder / name else path.parents[len(Path(name).parts) - 1]


def _pictures_of(article: Article) -> set[str]:
    from digest_studio.preflight.pictures import of_article

    return {picture.file for picture in of_article(article)}
