"""The look of the shell: quiet neutrals in light and dark, one accent, icons in the colour of the text.

Numbers are pixels of a device-independent screen; distances are multiples of 8, within a control of 4.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from digest_studio.app.resources import resources

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

RHYTHM = 8
ICON = 18
"""Width and height of an icon in a bar."""
BESIDE_WORDS = 6
"""What an icon before words is wider than high: air between the two."""

ACCENT = QColor("#1f7a8c")
"""Selection and drop marks; the same in light and dark."""
PASTEBOARD = {False: QColor("#8f9193"), True: QColor("#2b2c2e")}
"""What pages lie on, by whether the scheme is dark."""
ERROR, WARNING, NOTE = QColor("#c2413b"), QColor("#c78a1e"), QColor("#5b7fa6")

_LIGHT = {
    "Window": "#f2f2f1", "WindowText": "#222325", "Base": "#ffffff", "AlternateBase": "#f7f7f6", "Text": "#222325",
    "Button": "#f2f2f1", "ButtonText": "#222325", "ToolTipBase": "#2b2c2e", "ToolTipText": "#f2f2f1", "Mid": "#d0d0ce",
    "Midlight": "#e3e3e1", "Light": "#ffffff", "Dark": "#b4b4b2", "Shadow": "#7d7d7b", "PlaceholderText": "#747679",
    "BrightText": "#c2413b", "Link": "#1f7a8c", "LinkVisited": "#1f7a8c",
}  # fmt: skip
_DARK = {
    "Window": "#343537", "WindowText": "#e4e4e3", "Base": "#2a2b2d", "AlternateBase": "#303133", "Text": "#e4e4e3",
    "Button": "#343537", "ButtonText": "#e4e4e3", "ToolTipBase": "#e4e4e3", "ToolTipText": "#222325", "Mid": "#1f2021",
    "Midlight": "#404143", "Light": "#4b4c4e", "Dark": "#1a1b1c", "Shadow": "#101011", "PlaceholderText": "#9b9da0",
    "BrightText": "#e2746e", "Link": "#57b3c4", "LinkVisited": "#57b3c4",
}  # fmt: skip


def is_dark() -> bool:
    """Whether the shell is dark now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def palette(dark: bool) -> QPalette:
    """The shell's colours."""
    made = QPalette()
    for name, value in (_DARK if dark else _LIGHT).items():
        made.setColor(QPalette.ColorRole[name], QColor(value))
    grey = made.color(QPalette.ColorRole.PlaceholderText)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, grey)
    made.setColor(QPalette.ColorRole.Highlight, ACCENT)
    made.setColor(QPalette.ColorRole.Accent, ACCENT)
    made.setColor(QPalette.ColorRole.HighlightedText, QColor("#ffffff"))
    return made


def dress(application: QApplication) -> None:
    """Give the application its look, and keep it with the system's scheme."""
    application.setStyle("Fusion")
    hints = QGuiApplication.styleHints()
    wear(application, hints.colorScheme() == Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.connect(lambda scheme: wear(application, scheme == Qt.ColorScheme.Dark))


def wear(application: QApplication, dark: bool) -> None:
    """Put the light or the dark look on."""
    application.setPalette(palette(dark))
    application.setStyleSheet(_sheet(dark))


def _sheet(dark: bool) -> str:
    """What palettes cannot say: hair lines between panes, quiet bars and headings."""
    colours = _DARK if dark else _LIGHT
    line, hover = colours["Mid"], colours["Midlight"]
    edge = colours["PlaceholderText"] if dark else colours["Shadow"]
    tick = (resources() / "icons" / "tick.svg").as_posix()
    return f"""
    QMainWindow::separator {{ background: {line}; width: 1px; height: 1px; }}
    QMainWindow::separator:hover {{ background: {ACCENT.name()}; }}
    QToolBar {{ border: 0; border-bottom: 1px solid {line}; padding: 4px 8px; spacing: 4px; }}
    QToolBar QToolButton {{ border: 0; border-radius: 4px; padding: 4px 8px; }}
    QToolBar QToolButton#qt_toolbar_ext_button {{ padding: 0; }}
    QToolBar QToolButton:hover {{ background: {hover}; }}
    QToolBar QToolButton:checked {{ background: {hover}; font-weight: 600; }}
    QToolBar QToolButton:focus {{ border: 1px solid {ACCENT.name()}; padding: 3px 7px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton[quiet="true"] {{ border: 0; border-radius: 4px; padding: 8px; text-align: left; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton[quiet="true"]:hover, QToolButton[quiet="true"]:focus {{ background: {hover}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QPushButton {{ border: 1px solid {line}; border-radius: 4px; padding: 4px 12px; background: {hover}; }}
    QPushButton:hover {{ background: {line}; }}
    QPushButton:pressed {{ background: {colours["Dark"]}; }}
    QPushButton:focus {{ border-color: {ACCENT.name()}; }}
    QPushButton:disabled {{ color: {colours["PlaceholderText"]}; }}
    QPushButton:default {{ background: {ACCENT.name()}; color: white; border-color: {ACCENT.name()}; }}
    QPushButton:default:disabled {{ background: {hover}; color: {colours["PlaceholderText"]}; border-color: {line}; }}
    QCheckBox {{ spacing: 8px; }}
    QRadioButton {{ spacing: 8px; }}
    QCheckBox::indicator, QAbstractItemView::indicator, QRadioButton::indicator {{
        width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 3px; background: {colours["Base"]};
    }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:hover, QAbstractItemView::indicator:hover, QRadioButton::indicator:hover {{
        border-color: {ACCENT.name()};
    }}
    QCheckBox:focus::indicator, QRadioButton:focus::indicator {{ border-color: {ACCENT.name()}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {ACCENT.name()}; border-color: {ACCENT.name()}; image: url("{tick}");
    }}
    QRadioButton::indicator:checked {{
        width: 6px; height: 6px; border: 5px solid {ACCENT.name()}; border-radius: 8px; background: #ffffff;
    }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {hover}; background: {colours["Window"]}; }}
    QCheckBox::indicator:checked:disabled {{ background: {edge}; border-color: {edge}; }}
    QRadioButton::indicator:checked:disabled {{ border-color: {edge}; background: {colours["Window"]}; }}
    QProgressBar {{ border: 0; border-radius: 3px; background: {line}; }}
    QProgressBar::chunk {{ border-radius: 3px; background: {ACCENT.name()}; }}
    TroubleList::item {{ padding: 6px 4px; }}
    QStatusBar {{ border-top: 1px solid {line}; }}
    QStatusBar::item {{ border: 0; }}
    QDockWidget {{ titlebar-close-icon: none; titlebar-normal-icon: none; }}
    QDockWidget::title {{ padding: 8px; text-align: left; border-bottom: 1px solid {line}; }}
    QScrollBar {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {colours["Shadow"]}80; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle {{ min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {colours["Shadow"]}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ border: 0; padding: 4px 8px; }}
    """


class _TintedIcon(QIconEngine):
    """An icon drawn in the colour of the text around it, sharp at every size."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if mode == QIcon.Mode.Selected else QPalette.ColorRole.ButtonText
        paint_icon(painter, self._name, QRectF(rect), QGuiApplication.palette().color(group, role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPointF(0, 0).toPoint(), size), mode, state)
        painter.end()
        return picture


def icon(name: str) -> QIcon:
    """The icon `name` of resources/icons, in the colour of the text."""
    return QIcon(_TintedIcon(name))


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint the icon into the box in that colour; in a wide box at its left, which leaves room before a text."""
    side = min(box.width(), box.height())
    _drawing(name, colour.name()).render(painter, QRectF(box.left(), box.center().y() - side / 2, side, side))


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """The icon read in a colour; a row of the outline paints three."""
    from PySide6.QtSvg import QSvgRenderer

    text = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
