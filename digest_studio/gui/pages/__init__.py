"""The pages as a reader turns them: spreads on a pasteboard, overlays, presentation.

In: `Made` and the selection of a controller. Out: what was clicked. Pages are painted by paint/qt; nothing is laid out here.

    board    where each page lies (pure)         tiles     painted parts of pages, kept within bounds
    view     the scrolling view                  overlays  grids and frames drawn over the pages
    marks    frames' names -> selections         presentation   the pages alone, on the whole screen
"""

from digest_studio.gui.pages.overlays import Overlay
from digest_studio.gui.pages.view import PagesView

__all__ = ["Overlay", "PagesView"]
