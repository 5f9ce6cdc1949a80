"""The pages view: zoom, fitting, clicks, what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digest_studio.gui.controller import Controller
from digest_studio.gui.pages import Overlay, PagesView
from digest_studio.gui.pages.canvas import FREE, LARGEST, SLIVER, SMALLEST
from digest_studio.gui.pages.marks import boxes
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.paint.qt.painter import PaintResources
from digest_studio.paint.qt.pictures import DirectPictures
from digest_studio.paint.qt.render import picture_of


def middle_of(view: PagesView, selection: Selection) -> QPoint:
    """The middle of what stands for a selection, brought into view."""
    assert selection.page is not None
    view.show_page(selection.page, glide=False)
    lying = view.board.lying(selection.page)
    assert lying is not None
    box = boxes(lying.page, selection)[0].moved(lying.trim.x, lying.trim.y)
    return view.box_in_view(box).center().toPoint()


def wheel(view: PagesView, at: QPointF, turn: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(view.viewport(), event)


def close(one: tuple[float, float], other: tuple[float, float], within: float) -> bool:
    return abs(one[0] - other[0]) <= within and abs(one[1] - other[1]) <= within


@pytest.mark.parametrize("turn", [120, -120, 480])
def test_ctrl_and_wheel_zoom_under_the_cursor(view: PagesView, turn: int) -> None:
    view.zoom_to(2.0)
    view.show_page(4, glide=False)
    at = QPointF(310, 222)
    before = view.to_board(at)
    wheel(view, at, turn, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(2.0 * 1.0015**turn)
    assert view.fit == FREE
    assert close(view.to_board(at), before, 1 / view.scale)


def test_a_hundred_steps_of_zoom_do_not_drift(view: PagesView) -> None:
    view.zoom_to(1.5)
    view.show_page(5, glide=False)
    at = QPointF(500, 400)
    before = view.to_board(at)
    for step in range(100):
        view.zoom_to(view.zoom * (1.04 if step % 2 else 1 / 1.04), at)
    assert close(view.to_board(at), before, 6)


def test_zoom_stays_between_10_and_800_per_cent(view: PagesView) -> None:
    view.zoom_to(100)
    assert view.zoom == LARGEST == 8.0
    view.zoom_to(0.001)
    assert view.zoom == SMALLEST == 0.1


def test_zooming_step_by_step_meets_the_printed_size(view: PagesView) -> None:
    view.zoom_to(0.9)
    view.zoom_in()
    assert view.zoom == 1.0
    view.zoom_out()
    assert view.zoom == 0.75


def test_a_fitted_spread_is_in_view_as_a_whole(view: PagesView) -> None:
    view.fit_spread()
    view.show_page(2, glide=False)
    spread = view.board.spreads[1]
    shown = view.box_in_view(spread.box)
    assert view.viewport().rect().toRectF().contains(shown)
    assert not view.horizontalScrollBar().maximum()


def test_a_fitted_width_takes_the_whole_width(view: PagesView) -> None:
    view.fit_width()
    shown = view.box_in_view(view.board.spreads[1].box)
    assert view.viewport().width() - shown.width() <= 2 * SLIVER + view.verticalScrollBar().sizeHint().width() + 1


def test_a_fitted_page_follows_the_window(view: PagesView, qtbot: QtBot) -> None:
    view.fit_page()
    small = view.zoom
    view.resize(QSize(2000, 1600))
    qtbot.waitUntil(lambda: view.zoom > small * 1.5)


def test_the_page_in_the_middle_is_told(view: PagesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed) as told:
        view.show_page(5, glide=False)
    assert told.args == [4]
    assert view.current_page == 4


def test_keys_turn_spreads_and_end_at_the_ends(view: PagesView, qtbot: QtBot) -> None:
    last = view.board.spreads[-1].pages[0].page.number
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.current_page == 2)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.current_page == last)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: view.current_page == 1)


def test_wheel_steps_add_up(view: PagesView, qtbot: QtBot) -> None:
    bar = view.verticalScrollBar()
    start = bar.value()
    for _ in range(3):
        wheel(view, QPointF(100, 100), -120)
    qtbot.waitUntil(lambda: bar.value() == start + 360)


@pytest.mark.parametrize("selection", [
    Selection("article", "tides", page=5), Selection("ad", "ropes", page=7), Selection("contents", page=2),
], ids=lambda each: each.kind)
def test_a_click_selects_what_lies_there(view: PagesView, opened: Controller, qtbot: QtBot, selection: Selection) -> None:
    page = first_page(opened, selection)
    wanted = Selection(selection.kind, selection.id, page=page)
    at = middle_of(view, wanted)
    if selection.kind == "article":
        at = view.box_in_view(text_box(view, page)).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.selection == wanted
    assert opened.selection.at is not None


def first_page(controller: Controller, selection: Selection) -> int:
    assert controller.made is not None
    plan = controller.made.plan
    return next(p.number for p in plan.pages for item in p.items if (item.kind, item.id) == (selection.kind, selection.id))


def text_box(view: PagesView, number: int):  # type: ignore[no-untyped-def]
    """A strip of the page's article where there is no photo."""
    from digest_studio.base.geometry import Rect
    from digest_studio.display.hit import hit

    lying = view.board.lying(number)
    assert lying is not None
    page = lying.page
    y = next(y for y in range(int(page.height) - 80, 80, -4)
             if [frame.name.partition(":")[0] for frame in hit(page, page.width / 3, y)] == ["article"])  # fmt: skip
    return Rect(lying.trim.x + page.width / 3 - 1, lying.trim.y + y - 1, 2, 2)


def test_a_click_on_a_photo_selects_it_and_alt_reaches_below(view: PagesView, opened: Controller, qtbot: QtBot) -> None:
    photo = Selection("photo", page=1, owner="cover")
    at = middle_of(view, photo)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    first = opened.selection
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, pos=at)
    second = opened.selection
    assert {first.kind, second.kind} == {"photo", "cover"}


def test_a_double_click_asks_to_edit(view: PagesView, opened: Controller, qtbot: QtBot) -> None:
    at = middle_of(view, Selection("ad", "ropes", page=first_page(opened, Selection("ad", "ropes"))))
    with qtbot.waitSignal(opened.edit_requested) as asked:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0].kind == "ad"


def test_a_click_beside_the_pages_selects_the_issue(view: PagesView, opened: Controller, qtbot: QtBot) -> None:
    opened.select(Selection("ad", "ropes"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert opened.selection == NOTHING


def test_what_another_pane_selects_is_brought_into_view(view: PagesView, opened: Controller, qtbot: QtBot) -> None:
    page = first_page(opened, Selection("article", "winds"))
    opened.select(Selection("article", "winds"))
    qtbot.waitUntil(lambda: view.board.spread_of(view.current_page) == view.board.spread_of(page))


def test_the_window_shows_pages_as_they_are_rendered(view: PagesView, opened: Controller, qtbot: QtBot) -> None:
    """Byte for byte what `render` writes, once all pictures are there."""
    assert opened.made is not None
    page = opened.made.document.pages[2]
    view.zoom_to(0.7)
    view.show_page(page.number, glide=False)
    expected = picture_of(page, 72.0 * view.scale, PaintResources(DirectPictures()))

    def shown() -> bool:
        lying = view.board.lying(page.number)
        assert lying is not None
        corner = view.to_view(lying.trim.x, lying.trim.y)
        grabbed = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        inner = expected.rect().adjusted(8, 8, -8, -8)
        part = grabbed.copy(inner.translated(round(corner.x()), round(corner.y())))
        visible = part.rect().intersected(grabbed.rect())
        return bool(part.copy(visible) == expected.copy(inner).copy(visible))

    qtbot.waitUntil(shown, timeout=10_000)


@pytest.mark.parametrize("overlay", list(Overlay))
def test_each_overlay_shows_and_goes(view: PagesView, opened: Controller, qtbot: QtBot, overlay: Overlay) -> None:
    view.show_page(4, glide=False)

    def picture() -> QImage:
        return view.viewport().grab().toImage()

    qtbot.waitUntil(lambda: picture() == picture())
    view.set_overlays(frozenset({overlay}))
    assert picture() != plain(view, picture)
    view.set_overlays(frozenset())


def plain(view: PagesView, picture) -> QImage:  # type: ignore[no-untyped-def]
    """The same without any overlay."""
    shown, view._overlays = view._overlays, frozenset()
    taken = picture()
    view._overlays = shown
    return taken  # type: ignore[no-any-return]


def test_memory_for_painted_pages_is_bounded(opened: Controller, qtbot: QtBot) -> None:
    from PySide6.QtCore import QRect

    from digest_studio.base.geometry import Rect
    from digest_studio.gui.pages.tiles import Raster, Tiles

    assert opened.made is not None
    limit = 3_000_000
    tiles = Tiles(opened.painting, limit)
    for page in opened.made.document.pages:
        raster = Raster(page, 0.6, Rect(0, 0, page.width, page.height))
        for part in raster.parts(QRect(0, 0, *raster.size)):
            tiles.paint(raster, part)
    assert 0 < tiles.bytes <= limit


def test_a_large_page_is_painted_in_parts_that_are_in_view(opened: Controller) -> None:
    from PySide6.QtCore import QRect

    from digest_studio.base.geometry import Rect
    from digest_studio.gui.pages.tiles import TILE, Raster

    assert opened.made is not None
    page = opened.made.document.pages[2]
    raster = Raster(page, 20.0, Rect(0, 0, page.width, page.height))
    parts = list(raster.parts(QRect(3000, 3000, 1600, 1000)))
    assert all(part.width() <= TILE and part.height() <= TILE for part in parts)
    assert len(parts) <= 9
    united = QRect()
    for part in parts:
        united = united.united(part)
    assert united.contains(QRect(3000, 3000, 1600, 1000))
