"""The colours by which the outline and the flat plan tell sections and statuses apart, the same in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from digest_studio.model.issue import Issue, Status
    from digest_studio.theme.types import Theme

SECTIONS = ("#3f7f93", "#c08a3e", "#7a6aa8", "#5f8f5a", "#b5626a", "#4f76b0", "#97794f", "#6f9a94", "#a0689a")
"""For themes in whose pages all sections look alike: muted, so that they compete with no page, and apart at a glance."""
STATUS: dict[Status, QColor] = {"draft": QColor("#b5626a"), "edited": QColor("#c08a3e"), "approved": QColor("#5f8f5a")}
ADVERTISEMENT = QColor("#8a8c8f")


def section_colours(issue: Issue, theme: Theme | None) -> dict[str, QColor]:
    """Each section's colour by its name: the theme's own where it has any."""
    from digest_studio.model.arrange import section_names

    names = section_names(issue)
    if theme is None or not theme.section_colours:
        return {name: QColor(SECTIONS[number % len(SECTIONS)]) for number, name in enumerate(names)}
    return {name: QColor.fromRgbF(*theme.in_section(number).colours["section"].rgb) for number, name in enumerate(names)}
