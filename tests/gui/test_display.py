"""Whether a window can be shown is known before Qt is asked, which would end the program."""

from __future__ import annotations

import pytest

from digest_studio.gui.display import why_no_window


@pytest.mark.parametrize(("environment", "platform", "said"), [
    ({}, "linux", "no display"),
    ({"DISPLAY": ""}, "linux", "no display"),
    ({"DISPLAY": ":4711"}, "linux", "does not answer"),
    ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ""),
    ({"QT_QPA_PLATFORM": "offscreen"}, "linux", ""),
    ({}, "win32", ""),
    ({}, "darwin", ""),
])  # fmt: skip
def test_the_reason_is_told(environment: dict[str, str], platform: str, said: str) -> None:
    reason = why_no_window(environment, platform)
    assert said in reason
    assert bool(reason) == bool(said)
