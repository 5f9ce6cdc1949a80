"""The welcome view: what one may begin with, recent issues, and what is wrong with a folder that could not be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from digest_studio.app.resources import resources
from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane
from digest_studio.gui.settings import Settings
from digest_studio.gui.stack import Stack
from digest_studio.gui.style import RHYTHM, icon
from digest_studio.gui.troubles import TroubleList
from digest_studio.gui.welcome.previews import Previews
from digest_studio.gui.welcome.shelf import RecentIssues, Shelf

SIDE = 288
"""Least width of the column with the name and what one may do."""
WORDMARK = "SourceSerif4Display-Regular.ttf"


class Welcome(QWidget):
    """Shown while no issue is open."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    issue_wanted = Signal(object)

    def __init__(self, controller: Controller, settings: Settings, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._controller = controller
        self._recent = RecentIssues(settings, previews)
        self._shelf = Shelf(self._recent, self)
        self._shelf.chosen.connect(self.issue_wanted)
        self._empty = EmptyPane(self.tr("Issues that you open will be found here, with their covers."), self)
        self._folder = _FolderProblems(self)
        self._folder.again.connect(self.issue_wanted)
        self._folder.done.connect(self.refresh)
        self._main = Stack(self)
        for each in (self._shelf, self._empty, self._folder):
            self._main.addWidget(each)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side())
        layout.addWidget(self._right(), 1)
        self._first_pages = True
        controller.opened.connect(self._opened)
        controller.made_changed.connect(self._made)
        controller.save_finished.connect(self._saved)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent issues."""
        self._recent.refresh()
        self._heading.setText(self.tr("Recent issues"))
        self._main.setCurrentWidget(self._shelf if self._recent.rowCount() else self._empty)

    def show_problems(self, folder: Path, problems: tuple[Diagnostic, ...]) -> None:
        """Show why a folder cannot be opened."""
        self._heading.setText(self.tr("{name} cannot be opened").format(name=folder.name))
        self._folder.show_problems(folder, problems)
        self._main.setCurrentWidget(self._folder)

    @property
    def problems(self) -> TroubleList:
        return self._folder.list

    @property
    def showing_problems(self) -> bool:
        return self._main.currentWidget() is self._folder

    # Covers of what is open

    def _opened(self, folder: Path) -> None:
        self._first_pages = True

    def _made(self, made: Made, changed: frozenset[int]) -> None:
        if self._first_pages:
            self._first_pages = False
            self._previews.keep_cover(Path(made.issue.folder), made)

    def _saved(self, done: bool) -> None:
        made = self._controller.made
        if done and made is not None:
            self._previews.keep_cover(Path(made.issue.folder), made)

    # How it is built

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setAutoFillBackground(True)
        side.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(4 * RHYTHM, 6 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM)
        layout.setSpacing(RHYTHM // 2)
        name = QLabel("Digest Studio", side)
        name.setFont(_wordmark())
        name.setContentsMargins(RHYTHM - 2, 0, 0, 0)
        layout.addWidget(name)
        motto = QLabel(self.tr("From a folder to a printed digest"), side)
        motto.setContentsMargins(RHYTHM, 0, 0, 0)
        motto.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout.addWidget(motto)
        layout.addSpacing(4 * RHYTHM)
        for text, image, signal in (
            (self.tr("New Issue …"), "file-plus", self.new_wanted),
            (self.tr("Open …"), "folder-open", self.open_wanted),
            (self.tr("Open the Sample Issue"), "book-open", self.sample_wanted),
        ):
            button = QToolButton(side)
            button.setText(text)
            button.setIcon(icon(image))
            button.setIconSize(QSize(20 + RHYTHM, 20))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("quiet", True)
            button.clicked.connect(signal)
            layout.addWidget(button)
        layout.addStretch()
        side.setFixedWidth(max(SIDE, side.sizeHint().width()))
        return side

    def _right(self) -> QWidget:
        right = QWidget(self)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(4 * RHYTHM, 6 * RHYTHM, 4 * RHYTHM, 3 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        self._heading = QLabel(right)
        font = QFont(self._heading.font())
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self._heading.setFont(font)
        self._heading.setContentsMargins(RHYTHM, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._main, 1)
        return right


class _FolderProblems(QWidget):
    """What is wrong with a folder, and what can be done."""

    again = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._path = QLabel(self)
        self._path.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = TroubleList(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QHBoxLayout()
        editor = QPushButton(self.list.open_file.icon(), self.list.open_file.text(), self)
        editor.clicked.connect(self.list.open_file.trigger)
        self.list.open_file.changed.connect(lambda: editor.setEnabled(self.list.open_file.isEnabled()))
        again = QPushButton(icon("refresh-cw"), self.tr("Try Again"), self)
        again.clicked.connect(lambda: self.again.emit(self._folder))
        back = QPushButton(self.tr("Back to the Recent Issues"), self)
        back.clicked.connect(self.done)
        for each in (editor, again):
            buttons.addWidget(each)
        buttons.addStretch()
        buttons.addWidget(back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RHYTHM, 0, 0, 0)
        layout.setSpacing(2 * RHYTHM)
        layout.addWidget(self._path)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def show_problems(self, folder: Path, problems: tuple[Diagnostic, ...]) -> None:
        self._folder = folder
        self._path.setText(str(folder))
        self.list.show_problems(folder, problems)


def _wordmark() -> QFont:
    """The program's name in one of the faces that it prints with."""
    loaded = QFontDatabase.addApplicationFont(str(resources() / "fonts" / WORDMARK))
    families = QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []
    font = QFont(families[0]) if families else QFont()
    font.setPixelSize(34)
    return font
