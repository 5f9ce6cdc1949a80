"""Which pages look different from those of an earlier PDF of the issue.

Pages are compared as they look, drawn small, unless they are made of the same; the proof's name, stamps, marks and links do not
count. A page is first compared with the one that had its number, then with the one that says most of the same: pages may have
been put in or taken out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from digest_studio.app.guarded import Lost, streamed
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.assets.pdflook import Look, changed_part, looks
from digest_studio.assets.pdfmatter import page_matter
from digest_studio.base.progress import Progress
from digest_studio.base.say import say

if TYPE_CHECKING:
    from digest_studio.display.document import Document, Page

PATIENCE = 60.0
"""Seconds for a page of the earlier file."""

MEMORY = 2 * 2**30
"""Bytes for its pages, one after the other."""

_AKIN = 0.5
"""How much of two pages must be the same for one to be the other, changed."""

_SHIFTED = 0.002
"""The part of a page that may look different where it stands on the other side: pictures fall on pixels in another way."""

_SHINGLE = 3
"""Words in a row that tell what a page says."""

T = TypeVar("T")
Band = tuple[float, float]
Says = frozenset[object]


class PageChange(NamedTuple):
    """A page, and `before`, which page of the earlier PDF it was (None: it is new). `part` of it looks different, from 0 to 1.

    `same`: it looks as before. `moved`: so it does, under another number. `folio`: moved, and only its foot is another, and
    the side on which it stands.
    """

    number: int
    before: int | None
    kind: Literal["same", "moved", "folio", "changed", "new"]
    part: float = 0.0


class Changes(NamedTuple):
    """All pages, in order, and the numbers of those of the earlier PDF that are gone."""

    pages: tuple[PageChange, ...]
    gone: tuple[int, ...]

    def to_export(self, folios: bool) -> frozenset[int]:
        """The numbers of the pages that look different. `folios`: those too that differ in nothing but the number printed."""
        kinds = ("changed", "new", "folio") if folios else ("changed", "new")
        return frozenset(page.number for page in self.pages if page.kind in kinds)


def find_changes(
    document: Document, new: Path, old: Path, turned: float = 0.0, progress: Progress | None = None,
) -> Changes:
    """Compare the pages of `new`, which is the PDF of the whole `document`, with those of `old`. `turned`: how much further to
    the right (points) type stands on right-hand pages.

    Raises OSError, and MalformedPdf if `old` cannot be drawn.
    """
    same = dict(_made_of_the_same(new, old))
    in_place: dict[int, float] = {}
    new_says: dict[int, Says] = {}
    old_says: dict[int, Says] = {}
    count = len(document.pages)
    for number, look, earlier in _drawn(new, old, same):
        part = changed_part(look, earlier) if look and earlier else 1.0
        if part == 0.0:
            same[number] = True
        else:
            in_place[number] = part
            new_says |= {number: _says(look)} if look else {}
            old_says |= {number: _says(earlier)} if earlier else {}
        if progress:
            progress(min(number, count), count)
    before = _akin(new_says, old_says)
    moved = [(number, was) for number, was in before.items() if was != number]
    found = {number: PageChange(number, number, "same") for number, is_same in same.items() if is_same}
    found |= {number: PageChange(number, None, "new", 1.0) for number in new_says}
    found |= {number: PageChange(number, number, "changed", in_place[number]) for number, was in before.items() if was == number}
    found |= {page.number: page for page in _moved(document, (new, old), moved, turned)}
    gone = sorted(set(old_says) - set(before.values()))
    return Changes(tuple(found[number] for number in sorted(found)), tuple(gone))


def _made_of_the_same(new: Path, old: Path) -> Iterator[tuple[int, bool]]:
    """Each page of both files, from 1, and whether it needs no drawing: it is made of the same as before."""
    matter = zip_longest(page_matter(new), _untrusted(partial(page_matter, old)))
    yield from ((number, now == then) for number, (now, then) in enumerate(matter, 1))


def _drawn(new: Path, old: Path, same: dict[int, bool]) -> Iterator[tuple[int, Look | None, Look | None]]:
    """The pages that are not the same, as they look now and as they looked; None where a file has no such page."""
    pages = [number for number, is_same in same.items() if not is_same]
    places = [(number, 0.0) for number in pages]
    now, then = looks(new, places), _untrusted(partial(looks, old, places))
    return zip(pages, now, then, strict=True) if pages else iter(())


def _untrusted(make: Callable[[], Iterator[T]]) -> Iterator[T]:
    """What is to be had of the earlier file, by a process under guard."""
    try:
        yield from streamed(make, PATIENCE, MEMORY)
    except (Lost, MemoryError):
        raise MalformedPdf(say("its pages take too much time or memory")) from None


def _moved(document: Document, files: tuple[Path, Path], moved: list[tuple[int, int]], turned: float) -> Iterator[PageChange]:
    """The pages that had other numbers: whether they look as before, at least above the foot, perhaps on the other side."""
    if not moved:
        return
    sides = [document.pages[number - 1].right_hand for number, _ in moved]
    shifts = [
        (turned if right else -turned) if (number - was) % 2 else 0.0 for (number, was), right in zip(moved, sides, strict=True)
    ]
    now = looks(files[0], [(number, 0.0) for number, _ in moved])
    places = [place for (_, was), shift in zip(moved, shifts, strict=True) for place in ((was, 0.0), (was, shift))]
    then = _untrusted(partial(looks, files[1], places))
    for (number, was), look in zip(moved, now, strict=True):
        earlier, shifted = next(then), next(then)
        assert look and earlier and shifted  # they were there before
        part = changed_part(look, earlier)
        page = document.pages[number - 1]
        feet = _furniture(page)
        if part == 0.0:
            yield PageChange(number, was, "moved")
        elif not changed_part(look, earlier, feet) or (
            changed_part(look, shifted, feet) < _SHIFTED and _says_the_same(look, shifted, page)
        ):
            yield PageChange(number, was, "folio", part)
        else:
            yield PageChange(number, was, "changed", min(part, changed_part(look, shifted)))


def _says_the_same(look: Look, earlier: Look, page: Page) -> bool:
    """Whether all words are the same but for the folio."""
    now, then = Counter(look.words), Counter(earlier.words)
    return list((now - then).elements()) == [page.folio] and (then - now).total() == 1


def _furniture(page: Page) -> tuple[Band, ...]:
    """Where folio and running foot stand: bands over the page's whole width, for they change sides."""
    from digest_studio.display.items import TextLine

    lines = [item for item in page.items if isinstance(item, TextLine) and item.tag.role == "Artifact" and item.runs]
    sizes = [(line.y, max(run.size for run in line.runs)) for line in lines] if page.folio is not None else []
    return tuple((y - size, y + size / 2) for y, size in sizes)


def _says(look: Look) -> Says:
    """What tells a page from others: its words, three in a row, and its coarse look, where it says little."""
    from PIL import Image

    words = look.words
    shingles = {words[n:n + _SHINGLE] for n in range(max(1, len(words) - _SHINGLE + 1))} if words else set()
    tiny = Image.frombytes("RGB", look.size, look.pixels).convert("L").resize((8, 8), Image.Resampling.BOX)
    return frozenset((*shingles, bytes(level >> 4 for level in tiny.tobytes())))


def _akin(new: dict[int, Says], old: dict[int, Says]) -> dict[int, int]:
    """For each new page that was there before, which old one it was: the most alike first, each once; at equal likeness the
    one with the same number, then the nearest."""
    holders: dict[object, list[int]] = {}
    for number, said in old.items():
        for what in said:
            holders.setdefault(what, []).append(number)
    pairs = []
    for number, said in new.items():
        shared = Counter(was for what in said for was in holders.get(what, ()))
        pairs += [(-2 * n / (len(said) + len(old[was])), abs(number - was), number, was) for was, n in shared.items()]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for unlike, _, number, was in sorted(pairs):
        if -unlike >= _AKIN and number not in found and was not in taken:
            found[number] = was
            taken.add(was)
    return found
