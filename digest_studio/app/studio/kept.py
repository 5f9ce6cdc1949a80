"""The pins that keeping a plan wrote, remembered in `.studio` so that they can be taken away after the next start, too.

The folder says the same without this file: who deletes it only has to take the pins away by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from digest_studio.app.studio.hidden import HIDDEN, hidden_folder, read_bounded
from digest_studio.model.pins import Pin
from digest_studio.source.atomic import write_files

KEPT = "kept-plan.json"
LIMIT = 1 << 20
"""Bytes: thousands of articles."""


def read_pins(folder: Path) -> tuple[Pin, ...]:
    """What the issue's folder remembers; nothing where there is no such file, or where it says anything else."""
    found = read_bounded(folder / HIDDEN / KEPT, LIMIT)
    with suppress(ValueError, RecursionError):
        return tuple(_pins(json.loads(found or b"[]")))
    return ()


def write_pins(folder: Path, pins: Iterable[Pin]) -> None:
    """Remembers the pins. Where that cannot be written nothing is: the issue itself is saved without it."""
    path = folder / HIDDEN / KEPT
    known = json.dumps([asdict(pin) for pin in pins], ensure_ascii=False, indent=1)
    with suppress(OSError):
        if known == "[]" and not path.exists():
            return
        hidden_folder(folder)
        if path.is_symlink():
            path.unlink()
        write_files({path: known.encode()})


def _pins(data: Any) -> Iterator[Pin]:
    """Raises ValueError for what are no pins."""
    if not isinstance(data, list):
        raise ValueError("no list")
    for each in data:
        match each:
            case {"article": str(article), "field": "template", "before": str(before), "after": str(after)}:
                yield Pin(article, "template", before, after)
            case {"article": str(article), "field": "pages", "before": None, "after": int(after)} if after > 0:
                yield Pin(article, "pages", None, after)
            case _:
                raise ValueError("no pin")
