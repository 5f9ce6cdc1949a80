"""What is typed into a field -> a value, and back. Pure; `ValueError` says what would be right, in the user's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from digest_studio.model.forms import MAX_ASPECT
from digest_studio.model.values import MAX_AD_BLEED, MAX_FIRST_PAGE, MAX_MULTIPLE, MAX_PAGES, is_language

translate = QCoreApplication.translate

_RATIO = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,4})?):([0-9]{1,5}(?:\.[0-9]{1,4})?)")


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a value is typed. `parse` raises ValueError with a sentence for who typed it."""

    show: Callable[[Any], str]
    parse: Callable[[str], Any]


def _date(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(translate("Inspector", "Write a date as 2027-01-31")) from None


def _language(text: str) -> str:
    if not is_language(text.strip()):
        raise ValueError(translate("Inspector", "Write a language tag such as en, ru, kk or pt-BR"))
    return text.strip()


def _optional_language(text: str) -> str | None:
    return _language(text) if text.strip() else None


def _required(text: str) -> str:
    if not text.strip():
        raise ValueError(translate("Inspector", "This may not be empty"))
    return text.strip()


def _shape(text: str) -> str:
    word = text.strip() or "auto"
    ratio = _RATIO.fullmatch(word)
    if word not in ("auto", "original") and not (ratio and _is_shape(float(ratio[1]), float(ratio[2]))):
        raise ValueError(translate("Inspector", "Write auto, original, or a ratio such as 3:2"))
    return word


def _is_shape(width: float, height: float) -> bool:
    return bool(width and height) and 1 / MAX_ASPECT <= width / height <= MAX_ASPECT


def _whole(text: str, most: int) -> int:
    if not text.strip().isdecimal() or not 1 <= int(text) <= most:
        raise ValueError(translate("Inspector", "Write a number from 1 to {most}").format(most=most))
    return int(text)


def _optional_whole(text: str) -> int | None:
    return None if text.strip().lower() in ("", "auto") else _whole(text, MAX_PAGES)


def _artwork_pages(text: str) -> tuple[int, ...]:
    parts = [part for part in text.replace(",", " ").split() if part]
    if len(parts) not in (1, 2):
        raise ValueError(translate("Inspector", "Write a page's number, or two for a spread: 1, 2"))
    return tuple(_whole(part, MAX_PAGES) for part in parts)


def _bleed(text: str) -> float:
    try:
        value = float(text.strip().replace(",", ".") or 0)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MAX_AD_BLEED:
        raise ValueError(translate("Inspector", "Write millimetres from 0 to {most}").format(most=f"{MAX_AD_BLEED:g}"))
    return value


def _social(text: str) -> Mapping[str, str]:
    found = {}
    for line in text.splitlines():
        name, colon, handle = line.partition(":")
        if not line.strip():
            continue
        if not colon or not name.strip() or not handle.strip():
            raise ValueError(translate("Inspector", "Write one a line, as mastodon: name@example.org"))
        found[name.strip()] = handle.strip()
    return found


PLAIN = TextForm(str, str.strip)
OPTIONAL = TextForm(lambda value: value or "", lambda text: text.strip() or None)
REQUIRED = TextForm(str, _required)
DATE = TextForm(lambda value: value.isoformat() if value else "", _date)
LANGUAGE = TextForm(str, _language)
OPTIONAL_LANGUAGE = TextForm(lambda value: value or "", _optional_language)
SHAPE = TextForm(str, _shape)
LINES = TextForm("\n".join, lambda text: tuple(line.strip() for line in text.splitlines() if line.strip()))
SOCIAL = TextForm(lambda value: "\n".join(f"{name}: {handle}" for name, handle in value.items()), _social)
PAGE_COUNT = TextForm(lambda value: str(value) if value else "", _optional_whole)
PAGE_MULTIPLE = TextForm(str, lambda text: _whole(text, MAX_MULTIPLE))
FIRST_PAGE = TextForm(str, lambda text: _whole(text, MAX_FIRST_PAGE))
ARTWORK_PAGES = TextForm(lambda value: ", ".join(map(str, value)), _artwork_pages)
BLEED = TextForm(lambda value: f"{value:g}", _bleed)
