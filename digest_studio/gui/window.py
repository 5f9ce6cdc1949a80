"""The main window: the panes around the pages, the menus, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow, QMessageBox, QVBoxLayout, QWidget

from digest_studio import __version__
from digest_studio.app.resources import sample_issue
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.bar import StatusBar
from digest_studio.gui.controller import Controller
from digest_studio.gui.menus import Menus
from digest_studio.gui.notices import Notices
from digest_studio.gui.pages import Overlay, PagesView
from digest_studio.gui.selection import Selection
from digest_studio.gui.settings import Settings, documents
from digest_studio.gui.softproof import SoftProof
from digest_studio.gui.stack import Stack
from digest_studio.gui.welcome import Previews, Welcome
from digest_studio.model.issue import Issue
from digest_studio.model.read import ISSUE

Factory = Callable[[Controller, QWidget | None], QWidget]

WELCOME, PAGES, FLAT_PLAN, TEXT = "welcome", "pages", "flat-plan", "text"
_DOCKS = {
    "outline": Qt.DockWidgetArea.LeftDockWidgetArea,
    "inspector": Qt.DockWidgetArea.RightDockWidgetArea,
    "problems": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_OUTLINE_CHARACTERS = 22
"""The outline is never narrower: titles must be told apart."""


class MainWindow(QMainWindow):
    """One issue in one window. Panes are made when the first issue is opened: the welcome view needs none of them."""

    def __init__(self, controller: Controller, settings: Settings, cache: Path | None = None) -> None:
        super().__init__()
        self.controller = controller
        self.settings = settings
        self.setObjectName("studio")
        self.setAcceptDrops(True)
        self._centre = Stack(self)
        self.notices = Notices(controller, self)
        self.soft_proof = SoftProof(controller, settings, self)
        self.soft_proof.changed.connect(self._prove)
        self._centre.currentChanged.connect(self._prove)
        self.setCentralWidget(_stacked(self.notices, self.soft_proof.strip, self._centre))
        self._views: dict[str, QWidget] = {}
        self.docks = {name: self._dock(name, area) for name, area in _DOCKS.items()}
        self._state: QByteArray | None = settings.state
        self._leaving = False
        self._ended = False
        self.menus = Menus(self)
        self._bar = StatusBar(controller, self)
        self._bar.problems_wanted.connect(self.docks["problems"].show)
        self.notices.problems_wanted.connect(self.docks["problems"].show)
        self._bar.page_wanted.connect(lambda: self.pages.ask_for_page())  # noqa: PLW0108  made later
        self._bar.zoom.setMenu(self.menus.zoom)
        self.setStatusBar(self._bar)
        self.previews = Previews(cache, self)
        self.welcome = Welcome(controller, settings, self.previews, self)
        self.welcome.open_wanted.connect(self.ask_for_issue)
        self.welcome.new_wanted.connect(self.new_issue)
        self.welcome.sample_wanted.connect(self.open_sample)
        self.welcome.issue_wanted.connect(self.open_issue)
        self._add_view(WELCOME, self.welcome)
        self._connect()
        self.resize(1440, 900)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)
        self.show_welcome()

    # Panes

    def view(self, name: str) -> QWidget:
        """A view of the centre, made when it is first wanted."""
        if name not in self._views:
            made = self._make_pages() if name == PAGES else _factory(name)(self.controller, self._centre)
            self._add_view(name, made)
        return self._views[name]

    def show_view(self, name: str) -> None:
        """Bring a view to the front."""
        self._centre.setCurrentWidget(self.view(name))
        self.menus.view_shown(name)
        self.view(name).setFocus()

    @property
    def current_view(self) -> str:
        return next(name for name, widget in self._views.items() if widget is self._centre.currentWidget())

    def show_welcome(self) -> None:
        """No issue is open."""
        self._keep_docks()
        for dock in self.docks.values():
            dock.hide()
        if not self.welcome.showing_problems:
            self.welcome.refresh()
        self._centre.setCurrentWidget(self.welcome)
        self.menus.issue_is_open(False)
        self.setWindowTitle(self.tr("Digest Studio"))
        self.setWindowModified(False)

    def _add_view(self, name: str, widget: QWidget) -> None:
        self._views[name] = widget
        self._centre.addWidget(widget)

    def _make_pages(self) -> PagesView:
        view = PagesView(self.controller, self._centre)
        view.set_overlays(overlays_of(self.settings))
        view.set_fit(self.settings.fit, self.settings.zoom)
        view.inks.read.connect(lambda inks: self._bar.show_inks(inks, self.soft_proof.ink_limit))
        view.zoom_changed.connect(self._keep_zoom)
        view.page_changed.connect(self._show_page)
        return view

    def _show_page(self, number: int) -> None:
        self._bar.show_page(number, self.pages.page_count)

    def _prove(self, *_: object) -> None:
        """Show the pages as the soft proof says, where they are shown."""
        if PAGES in self._views:
            viewing = self.soft_proof.viewing
            self.pages.prove(self.soft_proof.proofs if viewing else None, viewing)
        self.soft_proof.strip.setVisible(self.soft_proof.viewing is not None and self.current_view == PAGES)

    def _keep_zoom(self, zoom: float, fit: str) -> None:
        if self.controller.issue is not None:
            self.settings.zoom, self.settings.fit = zoom, fit
            self._bar.show_zoom(zoom)

    def _dock(self, name: str, area: Qt.DockWidgetArea) -> QDockWidget:
        titles = {"outline": self.tr("Outline"), "inspector": self.tr("Inspector"), "problems": self.tr("Problems")}
        dock = QDockWidget(titles[name], self)
        dock.setObjectName(name)
        self.addDockWidget(area, dock)
        return dock

    def _fill_docks(self) -> None:
        """Make the panes, and put them where they were the last time."""
        for name, dock in self.docks.items():
            if dock.widget() is None:
                dock.setWidget(_factory(name)(self.controller, dock))
                self.menus.add_pane(name, dock.widget().actions())
        self.docks["outline"].setMinimumWidth(_OUTLINE_CHARACTERS * self.fontMetrics().averageCharWidth())
        if self._state is not None:
            self.restoreState(self._state)
            return
        for dock in self.docks.values():
            dock.show()
        self.docks["problems"].hide()
        self.resizeDocks([self.docks["outline"], self.docks["inspector"]], [304, 320], Qt.Orientation.Horizontal)
        self.resizeDocks([self.docks["problems"]], [200], Qt.Orientation.Vertical)

    def _keep_docks(self) -> None:
        if self.docks["outline"].widget() is not None:
            self._state = self.saveState()

    # The controller's signals

    def _connect(self) -> None:
        controller = self.controller
        controller.opened.connect(self._opened)
        controller.refused.connect(self._refused)
        controller.closed.connect(self.show_welcome)
        controller.issue_changed.connect(self._retitle)
        controller.history_changed.connect(self._history_changed)
        controller.edit_requested.connect(self._edit)
        controller.page_requested.connect(lambda _: self.show_view(PAGES))

    def _opened(self, folder: Path) -> None:
        self.settings.add_recent(folder)
        self.show_view(PAGES)  # the first to hear of new pages is the first to show them; the welcome view is too wide for docks
        self._fill_docks()
        self.menus.issue_is_open(True)
        self.view(PAGES).setFocus()
        if self.controller.read_only and not self.controller.held_elsewhere:
            self.docks["problems"].show()

    def _refused(self, folder: Path, problems: tuple[Diagnostic, ...]) -> None:
        """Say why a folder cannot be opened; an open issue stays open behind that."""
        self.welcome.show_problems(folder, problems)
        self._centre.setCurrentWidget(self.welcome)

    def _retitle(self, issue: Issue) -> None:
        self.setWindowTitle(f"{issue.publication} — {issue.period}[*] — Digest Studio")
        self.setWindowFilePath(issue.folder)

    def _history_changed(self) -> None:
        self.setWindowModified(self.controller.dirty)
        self.menus.history_changed(self.controller)

    def _edit(self, selection: Selection) -> None:
        if selection.kind == "article":
            self.show_view(TEXT)
        else:
            self.docks["inspector"].show()
            self.docks["inspector"].raise_()
            self.docks["inspector"].widget().setFocus()

    # What the menus ask for

    def ask_for_issue(self) -> None:
        """Choose a folder and open it."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open an Issue"))
        if chosen:
            self.open_issue(Path(chosen))

    def open_issue(self, folder: Path) -> None:
        self._when_left(lambda: self.controller.open(folder))

    def new_issue(self) -> None:
        """Make an issue from a theme, and open it."""
        from digest_studio.gui.welcome.new import NewIssue

        dialog = NewIssue(self.previews, self)
        dialog.made.connect(self.open_issue)
        dialog.open()

    def open_sample(self) -> None:
        """Open a copy of the sample issue, which may be changed at will."""
        from digest_studio.gui.welcome.sample import copy_of_sample

        self.open_issue(copy_of_sample(sample_issue(), documents()))

    def close_issue(self) -> None:
        self._when_left(self.controller.close)

    def export(self) -> None:
        from digest_studio.gui import export

        export.make(self.controller, self).open()

    def present(self) -> None:
        """Show the pages on the whole screen."""
        from digest_studio.gui.pages.presentation import Presentation

        made = self.controller.made
        if made is not None:
            self._presentation = Presentation(self.controller, self.pages.current_page, self, self.soft_proof)
            self._presentation.showFullScreen()

    @property
    def pages(self) -> PagesView:
        view = self.view(PAGES)
        assert isinstance(view, PagesView)
        return view

    def show_overlay(self, overlay: Overlay, shown: bool) -> None:
        """Switch an overlay of the pages on or off, and remember it."""
        names = self.settings.overlays
        self.settings.overlays = names | {overlay.value} if shown else names - {overlay.value}
        self.pages.set_overlays(overlays_of(self.settings))

    def show_shortcuts(self) -> None:
        from digest_studio.gui.shortcuts import ShortcutList

        ShortcutList(self).show()

    def about(self) -> None:
        text = self.tr("Digest Studio {version}\nFrom a folder of articles and photographs to a printed digest.")
        QMessageBox.about(self, self.tr("About Digest Studio"), text.format(version=__version__))

    # The end

    def _when_left(self, then: Callable[[], object]) -> None:
        """Do `then` once the open issue may be left: when it is saved, or given up by the user."""
        if not self.controller.dirty:
            then()
            return
        box = QMessageBox(self)
        box.setText(self.tr("Save the changes to this issue?"))
        box.setInformativeText(self.tr("What is not saved is lost."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = {buttons.Save: lambda: self._when_saved(then), buttons.Discard: then}
        box.buttonClicked.connect(lambda button: choices.get(box.standardButton(button), lambda: None)())
        box.open()

    def _when_saved(self, then: Callable[[], object]) -> None:
        def finished(done: bool) -> None:
            self.controller.save_finished.disconnect(finished)
            if done:
                then()

        self.controller.save_finished.connect(finished)
        self.controller.save()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.controller.dirty and not self._leaving:
            event.ignore()
            self._when_left(self.leave_at_once)
            return
        self._keep_docks()
        self.settings.keep_window(self.saveGeometry(), self._state or QByteArray())
        self.previews.stop()
        self.soft_proof.stop()
        if not self._ended:
            self._ended = True
            self.controller.shut_down()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _dropped_issue(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        folder = _dropped_issue(event)
        if folder is not None:
            event.acceptProposedAction()
            self.open_issue(folder)

    def leave_at_once(self) -> None:
        """Close the window, saved or not."""
        self._leaving = True
        self.close()


def _dropped_issue(event: QDropEvent) -> Path | None:
    """The folder of an issue that is dropped on the window: itself, or its issue.yaml."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    if path is not None and path.name == ISSUE:
        return path.parent
    return path if path is not None and (path / ISSUE).is_file() else None


def _stacked(*widgets: QWidget) -> QWidget:
    """The widgets one below the other; the last takes what the others leave."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for each in widgets:
        layout.addWidget(each)
    layout.setStretch(len(widgets) - 1, 1)
    return holder


def overlays_of(settings: Settings) -> frozenset[Overlay]:
    """The overlays that the user has switched on."""
    return frozenset(each for each in Overlay if each.value in settings.overlays)


def _factory(name: str) -> Factory:
    """What makes the pane or view of that name; imported when it is wanted."""
    match name:
        case "outline":
            from digest_studio.gui.outline import make
        case "inspector":
            from digest_studio.gui.inspector import make
        case "problems":
            from digest_studio.gui.problems import make
        case "flat-plan":
            from digest_studio.gui.flatplan import make
        case "text":
            from digest_studio.gui.editor import make
        case _:
            raise ValueError(name)
    return make
