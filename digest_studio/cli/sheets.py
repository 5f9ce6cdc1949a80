"""How pages lie on sheets: the options of the editions `spreads` and `booklet`."""

from __future__ import annotations

import argparse
from argparse import Namespace

from digest_studio.app.folding import Folding, SheetWishes


def add_sheet_options(export: argparse.ArgumentParser) -> None:
    """The options, each with the editions that it is for."""
    add = export.add_argument_group("pages on sheets").add_argument
    add("--up", type=int, choices=(2, 4), help="booklet: pages on a side of a sheet (default: 2); four stand head to head")
    add("--signature", type=int, metavar="N", help="booklet: pages of the largest signature (default: all pages in one)")
    add("--gathered", action="store_true", help="booklet: signatures one behind the other, to be bound, instead of in each other")
    add("--creep", type=float, metavar="MM", help="booklet: how far the innermost pages move towards the spine (default: 0)")
    add("--paper", type=float, metavar="MM", help="booklet: how thick a leaf is, for the creep that follows (100 g/m²: 0.1)")
    add("--colours", choices=("press", "proof"), help="spreads, booklet: PDF/X-4 for the press (booklet's default) or a proof")
    marks = "print, spreads, booklet: crop, fold and registration marks, or none"
    add("--marks", action=argparse.BooleanOptionalAction, default=None, help=marks)


def sheet_wishes(options: Namespace) -> SheetWishes:
    folding = Folding(options.up or 2, options.signature, options.gathered, options.creep, options.paper, options.split_cover)
    return SheetWishes(folding, options.marks, options.colours)
