"""The program with its window: makes the application, the controller and the main window, and runs them."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from digest_studio.app.resources import resources
from digest_studio.gui.controller import Controller
from digest_studio.gui.pauses import keep_pauses_short
from digest_studio.gui.settings import Settings
from digest_studio.gui.style import dress
from digest_studio.gui.window import MainWindow

SWITCH = 0.001
"""Seconds until a thread that works gives way to one that waits: the window's thread and the layout's wait for each other."""


def run(folder: Path | None) -> int:
    """Show the studio, on the issue in `folder` if one is given; the exit status."""
    sys.setswitchinterval(SWITCH)
    application = make_application()
    window = make_window()
    keep_pauses_short(window.controller)
    window.show()
    if folder is not None:
        window.open_issue(folder.absolute())
    return application.exec()


def make_application() -> QApplication:
    """The application in its look and the user's language."""
    QApplication.setApplicationName("Digest Studio")
    QApplication.setOrganizationName("Digest Studio")
    QApplication.setDesktopFileName("digest-studio")
    application = QApplication(sys.argv[:1])
    translate(application, QLocale())
    dress(application)
    return application


def make_window() -> MainWindow:
    return MainWindow(Controller(), Settings())


def translate(application: QApplication, locale: QLocale) -> None:
    """Install our translation and Qt's own for the locale, as far as there are any."""
    own = QTranslator(application)
    if own.load(locale, "digest_studio", "_", str(resources() / "translations")):
        application.installTranslator(own)
    qts = QTranslator(application)
    if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qts)
