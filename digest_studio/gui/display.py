"""Whether a window can be shown here; asked before Qt is loaded, which ends the program where it cannot."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  where every X server on this machine listens


def why_no_window(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Why no window can be shown, and what to do; "" if one can, as far as can be told."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return "there is no display: the studio is a window (over SSH, connect with ssh -X)"
    if not _answers(display):
        return f"the display {display} does not answer: is DISPLAY right, and may you use it?"
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return "a library of the window system is missing: install libxcb-cursor0 (Debian, Ubuntu) or xcb-util-cursor"
    return ""


def _answers(display: str) -> bool:
    """Whether a local X server listens; others (`host:0`) are believed."""
    host, _, screen = display.rpartition(":")
    number = screen.partition(".")[0]
    if host not in ("", "unix") or not number.isdecimal():
        return True
    for address in (str(_SOCKETS / f"X{number}"), f"\0{_SOCKETS}/X{number}"):
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
