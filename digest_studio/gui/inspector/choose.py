"""Which picture: one of the pool, one of the issue's folder, or any file, which is brought in first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QFileDialog, QWidget

from digest_studio.app.studio.staging import Target
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.chooser import Chooser, pictures_to_choose
from digest_studio.model.alter import add_photos
from digest_studio.model.issue import Photo

translate = QCoreApplication.translate

IMAGES = "*.jpg *.jpeg *.png *.tif *.tiff *.webp"


def choose_picture(
    controller: Controller, parent: QWidget, at: QPoint, then: Callable[[str], object], other: Callable[[], object],
) -> None:
    """Let the user choose a picture at the place `at` of the screen; `then` gets its name within the issue. `other` is called
    when it is to be another file, also when there is nothing to choose from."""
    names = pictures_to_choose(controller)
    if not names:
        other()
        return
    chooser = Chooser(controller, names, parent)
    chooser.chosen.connect(then)
    chooser.file_wanted.connect(other)
    chooser.pop_up(at)


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


def bring_picture(controller: Controller, path: Path, then: Callable[[str], object], target: Target) -> None:
    """A file becomes what `target` says. `then` gets its name if it lies in the issue's folder; else it is copied in."""
    name = name_in_folder(controller, path)
    if name is not None:
        then(name)
    else:
        controller.bring_in([path], target)


def bring_photos(controller: Controller, article: str, paths: Sequence[Path], number: int | None = None) -> None:
    """Files become photographs of an article, before its `number`-th (from 0) or its last: those of the issue's folder by their
    names, others are copied in first."""
    names = [name_in_folder(controller, path) for path in paths]
    inside = tuple(Photo(name) for name in names if name is not None)
    issue = controller.issue
    if inside and issue is not None:
        controller.apply(add_photos(issue, article, inside, number))
    others = [path for path, name in zip(paths, names, strict=True) if name is None]
    if others:
        after = None if number is None else number + len(inside)
        controller.bring_in(others, Target("article", article, number=after))


def ask_for_picture(controller: Controller, parent: QWidget, then: Callable[[str], object], target: Target) -> None:
    """Let the user choose a file, and bring it in."""
    for path in ask_for_files(controller, parent, f"{translate('Inspector', 'Pictures')} ({IMAGES})", several=False):
        bring_picture(controller, path, then, target)
