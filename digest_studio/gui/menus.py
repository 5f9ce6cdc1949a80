"""The menus and the bar above the pages. What a pane offers itself (its QWidget.actions()) stands in a menu of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolBar, QWidget

from digest_studio.gui.actions import ActionText, Keys, action
from digest_studio.gui.controller import Controller
from digest_studio.gui.style import BESIDE_WORDS, ICON, icon

if TYPE_CHECKING:
    from digest_studio.gui.window import MainWindow

Std = QKeySequence.StandardKey


def tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class Menus:
    """Every action of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._of_issue: list[QAction] = []
        self._menu_bar = window.menuBar()
        self._file()
        self._edit()
        self._view()
        self._go()
        self._plan()
        self._pane_menus: dict[str, QMenu] = {}
        self._help()
        self._bar = self._tool_bar()

    # What the window says

    def issue_is_open(self, is_open: bool) -> None:
        """Issue or welcome view."""
        for each in self._of_issue:
            each.setEnabled(is_open)
        self._bar.setVisible(is_open)
        for menu in self._pane_menus.values():
            menu.menuAction().setVisible(is_open)

    def view_shown(self, name: str) -> None:
        if name in self._views:
            self._views[name].setChecked(True)

    def history_changed(self, controller: Controller) -> None:
        """Undo and redo by the step's name."""
        undo, redo = controller.undo_label, controller.redo_label
        self._undo.setText(tr("&Undo “{step}”").format(step=undo) if undo else tr("&Undo"))
        self._redo.setText(tr("&Redo “{step}”").format(step=redo) if redo else tr("&Redo"))
        self._undo.setToolTip(tr("Undo: {step}").format(step=undo) if undo else tr("Nothing to undo"))
        self._redo.setToolTip(tr("Redo: {step}").format(step=redo) if redo else tr("Nothing to redo"))
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._save.setEnabled(controller.dirty and not controller.read_only)
        self._keep.setEnabled(not controller.read_only)
        self._let_choose.setEnabled(controller.asides.may_let_choose)

    def add_pane(self, name: str, actions: Sequence[QAction]) -> None:
        """A pane's own actions, in a menu before Help."""
        if not actions:
            return
        menu = QMenu(self._window.docks[name].windowTitle(), self._window)
        menu.addActions(list(actions))
        self._menu_bar.insertMenu(self._help_menu.menuAction(), menu)
        self._pane_menus[name] = menu

    # The menus

    def _file(self) -> None:
        window = self._window
        menu = self._menu_bar.addMenu(tr("&File"))
        tips = {"new": tr("Begin an issue from a theme"), "open": tr("Open an issue's folder")}
        menu.addAction(self._do(ActionText(tr("&New Issue …"), tips["new"]), window.new_issue, (Std.New,), "file-plus"))
        menu.addAction(self._do(ActionText(tr("&Open …"), tips["open"]), window.ask_for_issue, (Std.Open,), "folder-open"))
        self._recent = menu.addMenu(tr("Open &Recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        menu.addAction(self._do(ActionText(tr("Open the Sa&mple Issue")), window.open_sample))
        menu.addSeparator()
        self._save = self._of(ActionText(tr("&Save"), tr("Write what changed into the folder")), window.controller.save,
                              (Std.Save,), "save")  # fmt: skip
        self._export = self._of(ActionText(tr("&Export …"), tr("Make the PDF")), window.export, ("Ctrl+E",), "file-output")
        menu.addActions([self._save, self._export])
        menu.addSeparator()
        menu.addAction(self._of(ActionText(tr("&Close Issue")), window.close_issue, (Std.Close,)))
        leave = self._do(ActionText(tr("&Quit")), window.close, (Std.Quit,))
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        menu.addAction(leave)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for folder in self._window.settings.recent:
            self._recent.addAction(str(folder), partial(self._window.open_issue, folder))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _edit(self) -> None:
        controller = self._window.controller
        menu = self._menu_bar.addMenu(tr("&Edit"))
        self._undo = self._of(ActionText(tr("&Undo")), controller.undo, (Std.Undo,), "undo-2")
        self._redo = self._of(ActionText(tr("&Redo")), controller.redo, (Std.Redo, "Ctrl+Y"), "redo-2")
        menu.addActions([self._undo, self._redo])
        menu.addSeparator()
        for text, slot, key in (
            (tr("Cu&t"), "cut", Std.Cut), (tr("&Copy"), "copy", Std.Copy), (tr("&Paste"), "paste", Std.Paste),
            (tr("&Delete"), "delete", Std.Delete), (tr("Select &All"), "selectAll", Std.SelectAll),
        ):  # fmt: skip
            menu.addAction(self._of(ActionText(text), partial(on_focused, slot), (key,)))
        menu.addSeparator()
        menu.addAction(self._of(ActionText(tr("&Find …")), lambda: on_focused("find_text"), (Std.Find,), "search"))

    def _view(self) -> None:
        window = self._window
        menu = self._menu_bar.addMenu(tr("&View"))
        group = QActionGroup(window)
        self._views: dict[str, QAction] = {}
        for name, text, key, image in (
            ("pages", tr("&Pages"), "Ctrl+1", "book-open"), ("flat-plan", tr("&Flat Plan"), "Ctrl+2", "layout-grid"),
            ("text", tr("&Text"), "Ctrl+3", "file-text"),
        ):  # fmt: skip
            made = self._of(ActionText(text), None, (key,), image, checkable=True)
            made.triggered.connect(lambda *_, name=name: window.show_view(name))
            group.addAction(made)
            self._views[name] = made
            menu.addAction(made)
        menu.addSeparator()
        self.panes = []
        for name, key, image in (("outline", "F6", "panel-left"), ("inspector", "F7", "panel-right"),
                                 ("problems", "F8", "panel-bottom")):  # fmt: skip
            toggle = window.docks[name].toggleViewAction()
            toggle.setShortcut(key)
            toggle.setIcon(icon(image))
            self._of_issue.append(toggle)
            self.panes.append(toggle)
            menu.addAction(toggle)
        menu.addSeparator()
        self.zoom = menu.addMenu(tr("&Zoom"))
        self._zoom(self.zoom)
        self._overlays(menu)
        menu.addMenu(window.soft_proof.menu)
        self._of_issue += window.soft_proof.actions
        menu.addSeparator()
        menu.addAction(
            self._of(ActionText(tr("P&resentation"), tr("Pages alone, on the whole screen")), window.present, ("F5",),
                     "presentation")
        )  # fmt: skip
        menu.addAction(self._do(ActionText(tr("F&ull Screen")), self._full_screen, (Std.FullScreen,)))

    def _full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _zoom(self, menu: QMenu) -> None:
        for text, slot, keys, image in (
            (tr("Zoom &In"), "zoom_in", (Std.ZoomIn, "Ctrl+="), "zoom-in"),
            (tr("Zoom &Out"), "zoom_out", (Std.ZoomOut,), "zoom-out"),
            (tr("&Actual Size"), "actual_size", ("Ctrl+0",), ""),
            (tr("Fit &Spread"), "fit_spread", ("Ctrl+8",), ""),
            (tr("Fit Pa&ge"), "fit_page", ("Ctrl+9",), ""),
            (tr("Fit &Width"), "fit_width", ("Ctrl+7",), ""),
        ):  # fmt: skip
            menu.addAction(self._of(ActionText(text), self._on_pages(slot), keys, image))

    def _overlays(self, menu: QMenu) -> None:
        from digest_studio.gui.pages.overlays import Overlay

        shown = self._window.settings.overlays
        below = menu.addMenu(tr("O&verlays"))
        for overlay, text, key in (
            (Overlay.TRIM, tr("&Trim and Bleed"), "Ctrl+Shift+T"), (Overlay.COLUMNS, tr("&Margins and Columns"), "Ctrl+Shift+M"),
            (Overlay.BASELINES, tr("&Baseline Grid"), "Ctrl+Shift+B"), (Overlay.FRAMES, tr("&Frames"), "Ctrl+Shift+F"),
            (Overlay.ORDER, tr("&Reading Order"), "Ctrl+Shift+R"),
        ):  # fmt: skip
            made = self._of(ActionText(text), None, (key,), checkable=True)
            made.setChecked(overlay.value in shown)
            made.toggled.connect(lambda on, overlay=overlay: self._window.show_overlay(overlay, on))
            below.addAction(made)

    def _go(self) -> None:
        menu = self._menu_bar.addMenu(tr("&Go"))
        for text, slot, keys, image in (
            (tr("&Next Spread"), "next_spread", ("Ctrl+PgDown",), "chevron-down"),
            (tr("&Previous Spread"), "previous_spread", ("Ctrl+PgUp",), "chevron-up"),
            (tr("&First Page"), "first_page", ("Ctrl+Home",), ""),
            (tr("&Last Page"), "last_page", ("Ctrl+End",), ""),
            (tr("&Page …"), "ask_for_page", ("Ctrl+G",), ""),
        ):  # fmt: skip
            menu.addAction(self._of(ActionText(text), self._on_pages(slot), keys, image))

    def _plan(self) -> None:
        """What is done with the plan as a whole."""
        asides = self._window.controller.asides
        menu = self._menu_bar.addMenu(tr("P&lan"))
        self._keep = self._of(
            ActionText(tr("&Keep This Plan"), tr("Write template and pages of every article as they are now")),
            asides.keep_plan, ("Ctrl+Shift+K",), "lock",
        )  # fmt: skip
        self._let_choose = self._of(
            ActionText(tr("&Let the Planner Choose Again"), tr("Take away what Keep This Plan has written")),
            asides.let_choose, ("Ctrl+Shift+L",), "sparkles",
        )  # fmt: skip
        menu.addActions([self._keep, self._let_choose])

    def _help(self) -> None:
        self._help_menu = self._menu_bar.addMenu(tr("&Help"))
        self._help_menu.addAction(self._do(ActionText(tr("&Keyboard Shortcuts")), self._window.show_shortcuts, ("F1",)))
        about = self._do(ActionText(tr("&About Digest Studio")), self._window.about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        self._help_menu.addAction(about)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(tr("Views"), self._window)
        bar.setObjectName("views")
        bar.setMovable(False)
        bar.setIconSize(QSize(ICON, ICON))
        bar.toggleViewAction().setVisible(False)
        bar.addAction(self.panes[0])
        bar.addActions([self._undo, self._redo])
        bar.addWidget(_spring())
        for each in self._views.values():
            bar.addAction(each)
            _with_words(bar, each)
        bar.addWidget(_spring())
        bar.addAction(self._export)
        _with_words(bar, self._export)
        bar.addAction(self.panes[1])
        self._window.addToolBar(bar)
        return bar

    # Making of actions

    def _do(self, said: ActionText, done: Callable[[], object] | None, keys: Keys = (), image: str = "") -> QAction:
        return action(self._window, said, done, keys, image)

    def _of(
        self, said: ActionText, done: Callable[[], object] | None, keys: Keys = (), image: str = "", checkable: bool = False,
    ) -> QAction:
        """An action that needs an open issue."""
        made = action(self._window, said, done, keys, image, checkable)
        self._of_issue.append(made)
        return made

    def _on_pages(self, slot: str) -> Callable[[], object]:
        return lambda: getattr(self._window.pages, slot)()  # noqa: PLW0108  the view is made later


def on_focused(slot: str) -> None:
    """Call `slot` of the widget that has the focus, or of the nearest around it that has such a method."""
    widget = QApplication.focusWidget()
    while widget is not None:
        method = getattr(widget, slot, None)
        if callable(method):
            method()
            return
        widget = widget.parentWidget()


def _with_words(bar: QToolBar, action: QAction) -> None:
    """Let an action's button in the bar say its name."""
    button = bar.widgetForAction(action)
    button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setProperty("iconSize", QSize(ICON + BESIDE_WORDS, ICON))


def _spring() -> QWidget:
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
