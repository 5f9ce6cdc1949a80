"""What the engine says - steps, problems, reasons - in the user's language."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import Said
from digest_studio.model.label import Label


def said(text: str) -> str:
    """A sentence, with its values and the sentences among them. What is only a str is a plain label of a step."""
    if not isinstance(text, Said):
        return QCoreApplication.translate("Label", text)
    return _filled(text, _template(text))


def sentence(text: str) -> str:
    """`said` with a capital letter, unless it begins with a name."""
    if not isinstance(text, Said):
        return said(text)
    template = _template(text)
    words = _filled(text, template)
    return words[:1].upper() + words[1:] if _begins_with_a_word(text, template) else words


def _template(text: Said) -> str:
    context = "Label" if isinstance(text, Label) else "Diagnostic"
    return QCoreApplication.translate(context, text.template, None, -1 if text.number is None else text.number)


def _filled(text: Said, template: str) -> str:
    if template == text.template and text.number is not None:
        return str(text)  # English, of which translators know the plural only
    return template.format(**{name: _value(value) for name, value in text.values.items()}) if text.values else template


def _value(value: object) -> object:
    if isinstance(value, Said):
        return said(value)
    return _Number(value) if isinstance(value, int | float) else value


def _begins_with_a_word(text: Said, template: str) -> bool:
    if not template.startswith("{"):
        return True
    value = text.values.get(re.split("[!:}]", template[1:], maxsplit=1)[0])
    return isinstance(value, Said) and _begins_with_a_word(value, _template(value))


def told(problem: Diagnostic) -> str:
    """A problem in one line, as str(problem) is in English: the place, what is wrong and, in brackets, what would be right."""
    remedy = f" ({said(problem.remedy)})" if problem.remedy else ""
    return f"{place_of(problem)}{said(problem.message)}{remedy}"


def place_of(problem: Diagnostic) -> str:
    """What stands before a problem: the file with its line, or the page; "" for neither."""
    if problem.source:
        return f"{problem.source}: "
    return QCoreApplication.translate("Problems", "page {number}").format(number=problem.page) + ": " if problem.page else ""


class _Number:
    """A number that is written with the signs of the user's language."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        text = format(self._value, spec)
        if "," not in text and "." not in text:
            return text
        locale = QLocale()
        return text.translate({ord(","): locale.groupSeparator(), ord("."): locale.decimalPoint()})

    def __repr__(self) -> str:
        return format(self)
