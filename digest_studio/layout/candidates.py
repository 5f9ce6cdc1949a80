"""The candidate layouts of an article, and what each costs: template × number of pages × photographs' heights × setting.

All is arithmetic on frames and on text that is set once; nothing is poured, so that what only pouring tells (uneven columns, a
heading badly placed) can make a candidate dearer still. In: a draft (article in a template). Out: its candidates on so many
pages, the cheapest first; the others need not be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from itertools import groupby
from typing import NamedTuple

from digest_studio.base.geometry import Rect
from digest_studio.layout.draft import Draft, Fit, cropped, misplaced
from digest_studio.layout.figures import SHARP
from digest_studio.layout.picture import crop_for, effective_ppi, image_ref
from digest_studio.layout.shared import left_white

FITS = tuple(n / 20 for n in range(20, -21, -1))
"""The photographs' heights that are tried, most first."""
MOST_TIGHT = 3
"""Lines that may be won by setting paragraphs tighter, where photographs at their least do not win enough."""
MOST_PAGES = 40
"""An article that needs more pages than so many is several articles."""
_LITTLE = 0.05  # of a page: white that costs nothing


class Candidate(NamedTuple):
    """A draft at a fit, with its estimated cost by parts."""

    draft: Draft
    fit: Fit
    cost: Mapping[str, float]
    over: int

    @property
    def total(self) -> float:
        return sum(self.cost.values())


def considered(draft: Draft, pages: int, start: int = 0, ads: tuple[str, ...] = ()) -> Iterator[Fit]:
    """Every fit of the draft on so many pages: any height of the photographs; with them at their least, a tighter setting."""
    base = Fit(pages, start=start, ads=ads)
    yield from (base._replace(heights=height) for height in FITS)
    yield from (base._replace(heights=FITS[-1], tight=lines) for lines in range(1, MOST_TIGHT + 1))


def cheapest(draft: Draft, pages: int, start: int = 0, ads: tuple[str, ...] = ()) -> Candidate:
    """The candidate of least cost among those `considered` that hold the text; where none do, with photographs at their least,
    lines over."""
    found = next(in_order(draft, pages, start, ads), None)
    return found or least_high(draft, pages, start, ads)


def least_high(draft: Draft, pages: int, start: int = 0, ads: tuple[str, ...] = ()) -> Candidate:
    """The candidate with photographs at their least."""
    fit = Fit(pages, FITS[-1], start, ads=ads)
    return priced(draft, fit, lines_over(draft, fit))


def in_order(draft: Draft, pages: int, start: int = 0, ads: tuple[str, ...] = ()) -> Iterator[Candidate]:
    """The candidates among those `considered` that hold the text, the cheapest first; of several that look the same only that.

    They are met in the order in which they leave more white, which alone bounds what they cost: a candidate is given out as
    soon as it costs no more than the least of what is not met yet.
    """
    met: list[tuple[float, int, Candidate]] = []
    for number, (least, fit) in enumerate(_holding(draft, pages, start, ads)):
        while met and met[0][0] <= least:
            yield heappop(met)[2]
        over = lines_over(draft, fit)
        if over <= 0:
            candidate = priced(draft, fit, over)
            heappush(met, (candidate.total, number, candidate))
    while met:
        yield heappop(met)[2]


def _holding(draft: Draft, pages: int, start: int, ads: tuple[str, ...]) -> Iterator[tuple[float, Fit]]:
    """The fits that may hold the text, each with what it and all later ones cost at least.

    Higher photographs leave less room, so the greatest height at which the text fits is found by halving. Below it there is only
    more white. A tighter setting comes last, and costs its lines too.
    """
    lowest = Fit(pages, FITS[-1], start, ads=ads)
    over = lines_over(draft, lowest)
    if over <= 0:
        settled = sum(_settled(draft, pages).values())
        low, high = 0, len(FITS) - 1
        while low < high:
            middle = (low + high) // 2
            if lines_over(draft, lowest._replace(heights=FITS[middle])) <= 0:
                high = middle
            else:
                low = middle + 1
        fits = (lowest._replace(heights=height) for height in FITS[low:])
        for _, alike in groupby(fits, draft.heights):
            fit = min(alike, key=lambda fit: abs(fit.heights))
            yield settled + sum(_emptiness(draft, fit, lines_over(draft, fit)).values()), fit
    if draft.article.body and over <= MOST_TIGHT:
        least = priced(draft, lowest, min(over, 0)).total
        for lines in range(max(1, over), MOST_TIGHT + 1):
            yield least + draft.ctx.theme.fitting.setting * lines, lowest._replace(tight=lines)


def lines_over(draft: Draft, fit: Fit) -> int:
    """The grid lines by which the text is longer than the columns (less than 0: room is left), free lines between blocks
    counted as if no column began there."""
    return draft.flow(fit).total - sum(area.room for frame in draft.frames(fit) for area in frame.columns)


def priced(draft: Draft, fit: Fit, over: int) -> Candidate:
    """A fit with its cost by parts; parts that cost nothing are there too."""
    weights = draft.ctx.theme.fitting
    cost = {
        **_settled(draft, fit.pages),
        **_emptiness(draft, fit, over),
        "heights": weights.height * abs(fit.heights) ** 2,
        "resolution": weights.resolution * blurred(draft, fit) if weights.resolution else 0.0,
        "crop": weights.crop * cropped(draft, fit),
        "setting": weights.setting * fit.tight,
        "over": weights.over * max(0, over),
    }
    return Candidate(draft, fit, cost, over)


def least_cost(draft: Draft, pages: int, start: int = 0, ads: tuple[str, ...] = ()) -> float:
    """What the draft costs at least on so many pages: what the height of photographs does not change, and the white that
    the highest leave."""
    fit = Fit(pages, FITS[0], start, ads=ads)
    over = lines_over(draft, fit)
    return sum(_settled(draft, pages).values()) + sum(_emptiness(draft, fit, over).values())


def _settled(draft: Draft, pages: int) -> dict[str, float]:
    """The parts of the cost that the template and the number of pages settle."""
    weights = draft.ctx.theme.fitting
    spare = 0 if draft.template.items else len(draft.used(pages)[1])
    return {"pages": weights.page * pages, "spare-photos": weights.spare * spare,
            "places": weights.place * misplaced(draft, pages)}


def _emptiness(draft: Draft, fit: Fit, over: int) -> dict[str, float]:
    """The parts of the cost that lower photographs can only make dearer."""
    theme = draft.ctx.theme
    white = max(0.0, -over / (theme.lines * len(draft.template.columns)) - _LITTLE)
    if fit.ads:
        white += left_white(draft.template, draft.taken(fit.ads), theme.lines)
    return {"white": theme.fitting.empty(white),
            "thin": theme.fitting.thin * _thinness(draft, fit, over) ** 2}


def _thinness(draft: Draft, fit: Fit, over: int) -> float:
    """What the last page's columns lack of the part that the theme wants filled."""
    frames = draft.frames(fit)
    room = sum(area.room for area in frames[-1].columns)
    return max(0.0, draft.ctx.theme.fill - (room + over) / room) if room else 0.0


def blurred(draft: Draft, fit: Fit) -> float:
    """By how many tenths the photographs in slots fall short of the pixels per inch that preflight asks for, in sum."""
    lacking = 0.0
    for use in draft.used(fit.pages)[0]:
        image = draft.ctx.images.get(use.photo.file)
        if image is not None and use.slot.bleed != "page":
            box = Rect(*draft.ctx.theme.frame(use.slot.columns, 0, use.heights.at(fit.heights)))
            shown = crop_for(image.width, image.height, box.width / box.height, use.photo.focus, use.photo.crop)
            lacking += max(0.0, 1.0 - effective_ppi(image_ref(image), shown, box) / SHARP) * 10
    return lacking


def least_pages(draft: Draft) -> int:
    """The fewest pages that the author and the template allow."""
    return draft.article.pages or max(draft.template.pages[0], 2 if draft.template.spread else 1)


def most_pages(draft: Draft) -> int:
    """The most pages that the author and the template allow."""
    return draft.article.pages or draft.template.pages[1] or MOST_PAGES
