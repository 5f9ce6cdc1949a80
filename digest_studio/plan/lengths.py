"""In which ways an article and the advertisements behind it, or the contents, may take pages, and what each way costs more than
the cheapest.

In: an article's choices, the advertisements of part of a page that follow it in the outline; the contents' lengths. Out:
variants for the search.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest_studio.layout.choose import Choices, Wish
from digest_studio.layout.context import Context, Kept
from digest_studio.layout.special.contents import Length
from digest_studio.model.issue import Ad
from digest_studio.plan.units import Member, Shared, Variant, boxed, packed
from digest_studio.theme.types import Theme

CONTENTS = ""
"""The contents' name among articles' ids, which are never empty."""


def contents_variants(ctx: Context, lengths: Sequence[Length]) -> tuple[Variant, ...]:
    """The lengths that the contents can have, the one that it takes by itself first. A page more is as dear as an article's, and
    so is the part of them that stays white."""
    own, prices, weights = lengths[0], ctx.theme.fitting, ctx.theme.planning
    kept = ctx.kept.get(CONTENTS) if ctx.kept else None
    found = []
    for setting, pages, fill in lengths:
        cost = weights.contents + weights.smaller * max(0, setting - own.setting) if pages != own.pages else 0.0
        if pages > own.pages:
            cost += (pages - own.pages) * prices.page + prices.empty(1.0 - fill)
        if kept and kept.pages != pages:
            cost += prices.steady
        found.append(Variant(pages, cost))
    return tuple(found)


def variants_of(ctx: Context, known: Choices, ads: Sequence[Ad] = ()) -> tuple[Variant, ...]:
    """The lengths that an article can have, the cheapest first. Of the advertisements behind it, as many of the first as fit may
    stand on its last page; the others have pages of their own, as many on each as fit."""
    kept = ctx.kept.get(known.cheapest().article) if ctx.kept else None
    key = (kept and kept.pages, tuple(ads))
    if key not in known.made_of_them:
        known.made_of_them[key] = tuple(_variants(ctx, known, ads, kept))
    found: tuple[Variant, ...] = known.made_of_them[key]
    return found


def _variants(ctx: Context, known: Choices, ads: Sequence[Ad], kept: Kept | None) -> Iterator[Variant]:
    layout = known.cheapest()
    least = layout.price
    for wish, cost, beside in _ways(known, ads):
        own_pages, own = packed(ctx.theme, ads[beside:])
        later = tuple(each._replace(page=each.page + wish.pages) for each in own)
        shared = (*(boxed(ctx.theme, ads[:beside], wish.pages - 1) if beside else ()), *later)
        more = max(0.0, cost - least) + _cost_of_pages(ctx.theme, own_pages, own)
        if kept and kept.pages != wish.pages:
            more += ctx.theme.fitting.steady
        yield Variant(wish.pages + own_pages, more, False if wish.spread else _side(ads, shared), wish.spread,
                      (Member(layout.article, 0, wish.pages),), shared)


def _ways(known: Choices, ads: Sequence[Ad]) -> Iterator[tuple[Wish, float, int]]:
    """What the article may be, what that costs, and how many of the advertisements stand on its last page."""
    layout = known.cheapest()
    pages = len(layout.pages)
    yield Wish(pages, layout.spread), layout.price, 0
    for wish, outcome in known.alternatives().items():
        yield wish, outcome.cost, 0
    for beside in range(1, len(ads) + 1):
        sizes = tuple(ad.size for ad in ads[:beside])
        for wish in (Wish(pages, layout.spread, sizes), Wish(pages + 1, ads=sizes)):
            found = known.outcome(wish)
            if found is not None:
                yield wish, found.cost, beside


def _cost_of_pages(theme: Theme, pages: int, shared: Sequence[Shared]) -> float:
    """What pages of nothing but advertisements cost: themselves, and the white that is left on them."""
    weights = theme.fitting
    area = theme.measure * theme.baseline(theme.lines - 1)
    cost = 0.0
    for page in range(pages):
        white = max(0.0, 1.0 - sum(each.box.width * each.box.height for each in shared if each.page == page) / area)
        cost += weights.page + weights.empty(white)
    return cost


def _side(ads: Sequence[Ad], shared: Sequence[Shared]) -> bool | None:
    """Whether the unit must start on a right-hand page, so that the first advertisement that asks for a side has it."""
    wishes = {ad.id: ad.side for ad in ads if ad.side != "any"}
    first = next((each for each in shared if each.id in wishes), None)
    return None if first is None else (wishes[first.id] == "right") == (first.page % 2 == 0)
