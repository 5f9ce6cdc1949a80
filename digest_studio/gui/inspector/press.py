"""What an issue asks of the press; what is not said here, its theme says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from digest_studio.app.resources import own_resources, resources
from digest_studio.assets.outputs import BUNDLED
from digest_studio.gui.inspector.form import FieldMaker, Form
from digest_studio.model.alter import set_press
from digest_studio.preflight.profiles import profile_names

translate = QCoreApplication.translate


def add_press(form: Form) -> None:
    """The group of these fields."""
    fields = FieldMaker(form, lambda issue: issue.press, set_press, "press")
    of_theme = (None, translate("Inspector", "As the theme"))
    form.heading(translate("Inspector", "Press"))
    profiles = [*BUNDLED, *_brought(form.controller.folder)]
    form.row(
        translate("Inspector", "Output profile"), fields.choice("profile", of_theme, *_named(profiles)),
        translate("Inspector", "The press and its paper. A printer's own profile is an .icc file in the issue's folder"),
    )  # fmt: skip
    intents = (
        ("relative", translate("Inspector", "Each as it is (relative)")),
        ("perceptual", translate("Inspector", "All drawn in (perceptual)")),
    )
    form.row(translate("Inspector", "Colours of photographs"), fields.choice("intent", of_theme, *intents))
    marks = ((True, translate("Inspector", "With marks")), (False, translate("Inspector", "None")))
    checks = _named(profile_names((resources(), own_resources())))
    form.pair(
        (translate("Inspector", "Printer's marks"), fields.choice("marks", of_theme, *marks)),
        (translate("Inspector", "Preflight"), fields.choice("preflight", of_theme, *checks)),
    )


def _brought(folder: Path | None) -> list[str]:
    """The profiles in the issue's folder."""
    return sorted(file.name for file in folder.glob("*.ic[cm]")) if folder else []


def _named(names: Any) -> list[tuple[str, str]]:
    return [(name, name) for name in names]
