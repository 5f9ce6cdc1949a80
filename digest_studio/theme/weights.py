"""What a planner pays for: the prices of an article's layouts and of an issue's order, for a designer to change.

A price has no unit but the others: a page more is dearer than photographs at their least, a blank page dearer than an article
that fills its last page badly, an advertisement on the wrong side dearer than either.
"""

from __future__ import annotations

from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Fitting:
    """Prices of an article's layout.

    `page`: each page. `white`: the free part of a page beyond a twentieth, and the square of it once more.
    `thin`: what the last page's columns lack of the theme's `fill`, squared.
    `height`: a photograph's distance from its own shape, squared. `resolution`: each tenth of the pixels that preflight asks for
    and a photograph lacks. `crop`: a photograph cut away wholly, so to speak. `spare`: a photograph that the template has no
    slot for. `place`: one that does not stand as its author asks. `setting`: a line won by setting a paragraph tighter.
    `columns`: a line by which a column ends higher than it ought to. `placing`: a heading with little text under it, or a picture
    among the text that is badly placed. `over`: a line without a place. `steady`: another template or number of pages than in
    the plan before.
    """

    page: float = 40.0
    white: float = 120.0
    thin: float = 400.0
    height: float = 10.0
    resolution: float = 1.0
    crop: float = 6.0
    spare: float = 15.0
    place: float = 30.0
    setting: float = 4.0
    columns: float = 1.0
    placing: float = 3.0
    over: float = 1000.0
    steady: float = 12.0

    def empty(self, part: float) -> float:
        """What it costs that this part of a page is free."""
        return self.white * (part + part * part)


@dataclass(frozen=True, slots=True)
class Planning:
    """Prices of an issue's order.

    `blank`: a blank page at the end; `gap`: one before a spread that no move could bring to its side. `side`: an advertisement on
    the wrong side; `divider`: a divider there. `turn`: an article of two pages that does not lie open at once. `facing`: two
    advertisements face each other that must not. `move`: an advertisement that leaves its place, and `step`: each article that
    it passes. `contents`: the contents on more or fewer pages than it takes by itself, beside what a page more of it costs, as
    much as an article's; `smaller`: each setting of the theme by which it is then smaller. `length`: a page more or fewer than
    the issue is wished to have.
    """

    blank: float = 300.0
    gap: float = 400.0
    side: float = 500.0
    divider: float = 250.0
    turn: float = 25.0
    facing: float = 350.0
    move: float = 4.0
    step: float = 2.0
    contents: float = 60.0
    smaller: float = 125.0
    length: float = 1000.0
