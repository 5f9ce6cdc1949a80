"""Which picture: one of the pool, one of the issue's folder, or any file, which is brought in first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from digest_studio.app.studio.staging import Target
from digest_studio.gui.controller import Controller
from digest_studio.model.arrange import remove_ad, set_ad

translate = QCoreApplication.translate

IMAGES = "*.jpg *.jpeg *.png *.tif *.tiff *.webp"


def choose_picture(controller: Controller, parent: QWidget, at: QPoint, then: Callable[[str], object]) -> None:
    """Let the user choose a picture at the place `at` of the screen; `then` gets its name within the issue."""
    pool = sorted(controller.loose)
    if not pool:
        _from_file(controller, parent, then)
        return
    menu = QMenu(parent)
    for name in pool:
        menu.addAction(name, partial(then, name))
    menu.addSeparator()
    menu.addAction(translate("Inspector", "Another File …"), lambda: _from_file(controller, parent, then))
    menu.popup(at)


def _from_file(controller: Controller, parent: QWidget, then: Callable[[str], object]) -> None:
    path = ask_for_files(controller, parent, f"{translate('Inspector', 'Pictures')} ({IMAGES})", several=False)
    if path:
        take_picture(controller, path[0], then)


def ask_for_files(controller: Controller, parent: QWidget, kinds: str, *, several: bool) -> list[Path]:
    """Files that the user chose; none if they gave up."""
    start = str(controller.folder or "")
    if several:
        names, _ = QFileDialog.getOpenFileNames(parent, translate("Inspector", "Choose Pictures"), start, kinds)
        return [Path(name) for name in names]
    name, _ = QFileDialog.getOpenFileName(parent, translate("Inspector", "Choose a Picture"), start, kinds)
    return [Path(name)] if name else []


def name_in_folder(controller: Controller, path: Path) -> str | None:
    """The file's name within the issue, if it lies in its folder where every reader of the folder finds it."""
    folder = controller.folder
    if folder is None:
        return None
    try:
        inside = path.resolve().relative_to(folder.resolve())
    except ValueError:
        return None
    return None if inside.parts[0].startswith(".") else inside.as_posix()


def take_picture(controller: Controller, path: Path, then: Callable[[str], object]) -> None:
    """The picture's name within the issue to `then`: at once, or when it is brought in."""
    name = name_in_folder(controller, path)
    if name is not None:
        then(name)
        return
    known = controller.loose

    def look() -> None:
        new = controller.loose - known
        if new:
            controller.history_changed.disconnect(look)
            then(min(new))

    controller.history_changed.connect(look)
    controller.bring_in([path], Target("outline"))


def take_artwork(controller: Controller, path: Path, ad: str) -> None:
    """Other artwork for a booked advertisement: at once, or when it is brought in."""
    issue = controller.issue
    name = name_in_folder(controller, path)
    if issue is None:
        return
    if name is not None:
        controller.apply(set_ad(issue, ad, {"file": name}))
        return
    known = frozenset(issue.ads)

    def look(_: object) -> None:
        now = controller.issue
        new = [each for each in now.ads if each not in known] if now else []
        if now is not None and new:
            controller.issue_changed.disconnect(look)
            file = now.ads[new[0]].file
            label, changed = set_ad(remove_ad(now, new[0])[1], ad, {"file": file})
            controller.apply((label, changed))

    controller.issue_changed.connect(look)
    controller.bring_in([path], Target("ads"))
