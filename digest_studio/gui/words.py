"""What the engine says - steps, problems, reasons - in the user's language."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import Said
from digest_studio.model.label import Label


def said(text: str) -> str:
    """A sentence, with its values and the sentences among them. What is only a str is a plain label of a step."""
    if not isinstance(text, Said):
        return QCoreApplication.translate("Label", text)
    template = _template(text)
    if template == text.template and text.number is not None:
        return str(text)  # English, of which translators know the plural only
    values = {name: said(value) if isinstance(value, Said) else value for name, value in text.values.items()}
    return _Filled(QLocale()).vformat(template, (), values) if values else template


def sentence(text: str) -> str:
    """`said` with a capital letter, unless it begins with a name."""
    words = said(text)
    return words[:1].upper() + words[1:] if _begins_with_a_word(text) else words


def _begins_with_a_word(text: object) -> bool:
    if not isinstance(text, Said):
        return False
    template = _template(text)
    if not template.startswith("{"):
        return True
    return _begins_with_a_word(text.values.get(re.split("[!:}]", template[1:], maxsplit=1)[0]))


def _template(text: Said) -> str:
    context = "Label" if isinstance(text, Label) else "Diagnostic"
    return QCoreApplication.translate(context, text.template, None, -1 if text.number is None else text.number)


def told(problem: Diagnostic) -> str:
    """A problem in one line, as str(problem) is in English: the place, what is wrong and, in brackets, what would be right."""
    remedy = f" ({said(problem.remedy)})" if problem.remedy else ""
    return f"{place_of(problem)}{said(problem.message)}{remedy}"


def place_of(problem: Diagnostic) -> str:
    """What stands before a problem: the file with its line, or the page; "" for neither."""
    if problem.source:
        return f"{problem.source}: "
    return QCoreApplication.translate("Problems", "page {number}").format(number=problem.page) + ": " if problem.page else ""


class _Filled(Formatter):
    """Fills a template in; numbers with the signs of a language."""

    def __init__(self, locale: QLocale) -> None:
        self._signs = str.maketrans({",": locale.groupSeparator(), ".": locale.decimalPoint()})

    def format_field(self, value: Any, spec: str) -> str:
        text = str(super().format_field(value, spec))
        return text.translate(self._signs) if isinstance(value, int | float) else text
