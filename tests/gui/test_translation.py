"""The window speaks English and Russian, plurals and steps of the history included."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from digest_studio.app.resources import resources
from digest_studio.gui.words import said
from digest_studio.model.label import Label

FOLDER = resources() / "translations"
HOLDER = re.compile(r"\{(\w*)[^}]*\}|(%n)")
"""A field, however its value is to be written, or the number of a plural."""


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    translator = QTranslator()
    assert translator.load(QLocale(request.param), "digest_studio", "_", str(FOLDER))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_numbers_agree_with_their_nouns(language: str, count: int) -> None:
    expected = {"en": {1: "1 error", 2: "2 errors", 5: "5 errors"}, "ru": {1: "1 ошибка", 2: "2 ошибки", 5: "5 ошибок"}}
    assert QCoreApplication.translate("StatusBar", "%n error(s)", None, count) == expected[language][count]


def test_steps_are_said_in_the_language(language: str) -> None:
    label = Label("Move {name} to {section}", name="“Tides”", section="Air")
    assert said(label) == {"en": "Move “Tides” to Air", "ru": "Переместить “Tides” в Air"}[language]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_every_translation_is_there_and_keeps_its_place_holders(file: Path) -> None:
    for message in ET.parse(file).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, source
        forms = [each.text or "" for each in translation] or [translation.text or ""]
        for form in forms:
            assert sorted(HOLDER.findall(form)) == sorted(HOLDER.findall(source)), source
