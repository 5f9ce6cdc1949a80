"""The window speaks English and Russian: plurals, steps of the history, problems and reasons included."""

from __future__ import annotations

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from digest_studio.app.resources import resources
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import listed, say, say_count
from digest_studio.gui.words import said, sentence, told
from digest_studio.model.label import Label
from digest_studio.model.wording import field_names, quoted

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "digest_studio").rglob("*.py"))
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


def test_what_a_step_is_about_is_said_in_the_language(language: str) -> None:
    label = Label("Change {fields} of {photo}", fields=field_names(["caption", "focus"]), photo="tide.jpg")
    assert said(label) == {"en": "Change caption, focus of tide.jpg", "ru": "Изменить tide.jpg: подпись, фокус"}[language]
    label = Label("Take {name} out", name=quoted("Tides"))
    assert said(label) == {"en": "Take “Tides” out", "ru": "Убрать «Tides» из плана"}[language]


@pytest.mark.parametrize("count", [1, 3, 11])
def test_a_problem_agrees_with_its_number(language: str, count: int) -> None:
    message = say_count(
        "{count} line of {article} do not fit in {template}", "{count} lines of {article} do not fit in {template}",
        count=count, article="tide", template="news/one",
    )  # fmt: skip
    russian = {1: "1 строка не помещается", 3: "3 строки не помещаются", 11: "11 строк не помещается"}
    assert said(message) == {"en": str(message), "ru": f"tide: {russian[count]} в шаблон news/one"}[language]


def test_a_problem_is_said_whole_with_the_sentences_within_it(language: str) -> None:
    problem = Diagnostic(
        "unsafe-path", say("the path {path} is refused: {reason}", path="{x}", reason=say("it is absolute")),
        say("keep one"), source=Source("issue.yaml", 7),
    )  # fmt: skip
    assert told(problem) == {
        "en": "issue.yaml:7: the path {x} is refused: it is absolute (keep one)",
        "ru": "issue.yaml:7: путь {x} не принят: он абсолютный (оставьте один)",
    }[language]
    assert said(listed((problem.remedy, "a?", problem.remedy))) == {
        "en": "keep one; a?; keep one", "ru": "оставьте один; a?; оставьте один",
    }[language]  # fmt: skip


def test_a_sentence_begins_with_a_capital_and_a_name_with_its_own_letter(language: str) -> None:
    assert sentence(say("keep one")) == {"en": "Keep one", "ru": "Оставьте один"}[language]
    assert sentence(say("{thing} without words", thing=say("a box"))) == {
        "en": "A box without words", "ru": "Врезка без слов",
    }[language]  # fmt: skip
    assert sentence(say("{file} has no description", file="tide.jpg")).startswith("tide.jpg")


def test_numbers_have_the_signs_of_the_language(language: str) -> None:
    was = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        message = say("there are {count:,} files", count=20000)
        assert said(message) == {"en": "there are 20,000 files", "ru": "файлов 20\u00a0000"}[language]
        message = say("`bleed` is {bleed:g} mm", bleed=0.5)
        assert said(message) == {"en": "`bleed` is 0.5 mm", "ru": "у `bleed` значение 0,5 мм"}[language]
        assert said(say("there is no font file `{file}`", file="a.otf")).endswith("`a.otf`")
    finally:
        QLocale.setDefault(was)


def test_what_nobody_has_translated_is_said_in_english(language: str) -> None:
    assert said(say("nobody knows {number:,} of these", number=1000)) == "nobody knows 1,000 of these"
    assert said(say_count("{count} of these", "{count} of those", count=1)) == "1 of these"


def test_everything_the_engine_says_is_translated() -> None:
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(FOLDER / "digest_studio_ru.ts").getroot().iter("context")
        for message in context.iter("message")
    }
    texts = _tool().engine_texts()
    assert len(texts) > 500
    assert [text for text, context, _ in texts if (context, text) not in known] == [], "run tools/translations.py"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_are_literals_and_problems_are_made_of_sentences(path: Path) -> None:
    """mypy holds the rest: a Diagnostic takes sentences only, and only `say` and its like make them."""
    tool = _tool()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id in tool.CONTEXTS:
            templates = node.args[: 1 + (node.func.id == "say_count")]
            assert templates and all(list(tool.whole_texts(each)) for each in templates), f"{path}:{node.lineno}"
        if node.func.id == "Diagnostic":
            words = node.args[1:3] + [each.value for each in node.keywords if each.arg in ("message", "remedy")]
            assert not any(isinstance(each, ast.JoinedStr | ast.Constant | ast.BinOp) for each in words), f"{path}:{node.lineno}"


@cache
def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_every_translation_is_there_and_keeps_its_place_holders(file: Path) -> None:
    for message in ET.parse(file).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, source
        forms = [each.text or "" for each in translation] or [translation.text or ""]
        for form in forms:
            assert sorted(HOLDER.findall(form)) == sorted(HOLDER.findall(source)), source
