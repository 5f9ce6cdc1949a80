"""A new issue: a theme chosen by its look, publication and period, and the folder that it will be."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from digest_studio.app.resources import own_resources, resources
from digest_studio.app.start import start_issue
from digest_studio.gui.settings import documents
from digest_studio.gui.style import ERROR, RHYTHM
from digest_studio.gui.welcome.previews import Previews
from digest_studio.gui.words import told
from digest_studio.theme.load import theme_names

LOOK = QSize(376, 176)
_UNFIT = re.compile(r"[^\w]+")


class NewIssue(QDialog):
    """Makes the folder; `made` names it. Nothing is made while anything is missing."""

    made = Signal(object)

    def __init__(self, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New Issue"))
        self._previews = previews
        self._themes = self._theme_list()
        self.publication = QLineEdit(self)
        self.publication.setPlaceholderText(self.tr("The Harbour Review"))
        self.period = QLineEdit(self)
        self.period.setPlaceholderText(self.tr("Spring 2026"))
        self.folder = QLineEdit(self)
        self._folder_is_ours = True
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._trouble.setStyleSheet(f"color: {ERROR.name()}")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._make = self._buttons.addButton(self.tr("Make the Issue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.make_issue)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.publication.textChanged.connect(self._suggest)
        self.period.textChanged.connect(self._suggest)
        self.folder.textEdited.connect(self._typed)
        previews.ready.connect(self._look_came)
        self._suggest()
        self.publication.setFocus()

    @property
    def trouble(self) -> str:
        """Why the issue was not made."""
        return self._trouble.text()

    @property
    def theme(self) -> str:
        return str(self._themes.currentItem().data(Qt.ItemDataRole.UserRole))

    def _theme_list(self) -> QListWidget:
        themes = QListWidget(self)
        themes.setViewMode(QListView.ViewMode.IconMode)
        themes.setMovement(QListView.Movement.Static)
        themes.setIconSize(LOOK)
        themes.setSpacing(RHYTHM)
        themes.setAccessibleName(self.tr("Theme"))
        themes.setFixedHeight(LOOK.height() + 8 * RHYTHM)
        for name in theme_names(resources(), own_resources()):
            entry = QListWidgetItem(name.capitalize(), themes)
            entry.setData(Qt.ItemDataRole.UserRole, name)
            entry.setSizeHint(LOOK + QSize(2 * RHYTHM, 4 * RHYTHM))
            self._show_look(entry, name)
        first = next((row for row in range(themes.count()) if themes.item(row).text() == "Secretariat"), 0)
        themes.setCurrentRow(first)
        return themes

    def _show_look(self, entry: QListWidgetItem, name: str) -> None:
        preview = self._previews.look(name)
        if preview is not None and not preview.picture.isNull():
            look = QIcon(QPixmap.fromImage(preview.picture))
            look.addPixmap(QPixmap.fromImage(preview.picture), QIcon.Mode.Selected)  # not tinted
            entry.setIcon(look)
        else:
            waiting = self._waiting()
            look = QIcon(waiting)
            look.addPixmap(waiting, QIcon.Mode.Selected)
            entry.setIcon(look)

    def _waiting(self) -> QPixmap:
        """What stands in a look's place until it is there."""
        empty = QPixmap(LOOK)
        empty.fill(self.palette().color(QPalette.ColorRole.Midlight))
        painter = QPainter(empty)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(empty.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Its pages are being drawn …"))
        painter.end()
        return empty

    def _look_came(self, key: object) -> None:
        for row in range(self._themes.count()):
            entry = self._themes.item(row)
            if entry.data(Qt.ItemDataRole.UserRole) == key:
                self._show_look(entry, str(key))

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        choose = QPushButton(self.tr("Choose …"), self)
        choose.clicked.connect(self._choose)
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        form = QFormLayout()
        form.setSpacing(RHYTHM)
        form.addRow(self.tr("&Publication"), self.publication)
        form.addRow(self.tr("P&eriod"), self.period)
        label = QLabel(self.tr("&Folder"), self)
        label.setBuddy(self.folder)
        form.addRow(label, place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        layout.addWidget(self._themes)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(2 * LOOK.width() + 16 * RHYTHM)

    def _suggest(self) -> None:
        """A folder named like the issue, unless the user has named one."""
        if self._folder_is_ours:
            name = _UNFIT.sub("-", f"{self.publication.text()} {self.period.text()}".strip().lower()).strip("-")
            self.folder.setText(str(documents() / (name or "new-issue")))
        self._make.setEnabled(bool(self.publication.text().strip() and self.folder.text().strip()))

    def _typed(self) -> None:
        self._folder_is_ours = False
        self._suggest()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("An Empty Folder for the Issue"))
        if chosen:
            self.folder.setText(chosen)
            self._typed()

    def make_issue(self) -> None:
        """Make the issue, or say why it cannot be made."""
        folder = Path(self.folder.text().strip()).expanduser()
        wishes = {"theme": self.theme, "publication": self.publication.text().strip(), "period": self.period.text().strip()}
        try:
            problems = start_issue(folder, None, {name: wish for name, wish in wishes.items() if wish})
        except OSError as error:
            self._trouble.setText(f"{folder}: {error.strerror or error}")
            return
        if problems:
            self._trouble.setText(told(problems[0]))
            return
        self.made.emit(folder)
        self.accept()
