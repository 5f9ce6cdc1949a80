"""Brings the translations up to date: collects what the window says, and compiles what is translated.

    python tools/translations.py            resources/translations/*.ts from the sources, *.qm from them
    python tools/translations.py --check    says what is not translated yet, and changes nothing; exit status 1 if anything is not

English has a file of its own for plurals. Labels of steps (model.Label) and what the engine says (base.say) are templates made
without Qt; they are collected here.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUI = ROOT / "digest_studio" / "gui"
CONTEXTS = {"Label": "Label", "say": "Diagnostic", "say_count": "Diagnostic"}
"""What makes sentences without Qt, with the context in which gui/words.py translates them."""
TARGET = ROOT / "resources" / "translations"
LANGUAGES = {"en": ["-pluralonly"], "ru": []}
NAMES = ("tr", "_tr")
BARE = re.compile(r"(?<![\w.])(_?tr|(QCoreApplication\.)?translate)\(")
TOOLS = Path(sys.executable).parent


def main() -> int:
    if "--check" in sys.argv[1:]:
        return check()
    with tempfile.TemporaryDirectory() as place:
        for language, options in LANGUAGES.items():
            file = ts_file(language)
            sources = [str(path) for path in prepared(Path(place), engine="-pluralonly" not in options)]
            run("pyside6-lupdate", *sources, "-ts", str(file), "-locations", "none", "-no-obsolete",
                "-target-language", language, *options)  # fmt: skip
            run("pyside6-lrelease", str(file), "-qm", str(file.with_suffix(".qm")))
    return check()


def ts_file(language: str) -> Path:
    return TARGET / f"digest_studio_{language}.ts"


def prepared(place: Path, engine: bool) -> list[Path]:
    """Copies of the window's sources without calls of their functions `tr` and `translate`, whose texts stand in a file of
    their own: lupdate cannot know the context of the one, and sees not every plural of the other.

    `engine`: with what the engine says; in English it says that itself.
    """
    found = engine_texts() if engine else []
    copies = []
    for number, path in enumerate(sorted(GUI.rglob("*.py"))):
        text = path.read_text(encoding="utf-8")
        found += texts_of_functions(ast.parse(text))
        copy = place / f"{number}_{path.name}"
        copy.write_text(BARE.sub("said(", text), encoding="utf-8")
        copies.append(copy)
    collected = place / "collected.py"
    collected.write_text(as_source(found), encoding="utf-8")
    return [*copies, collected]


def texts_of_functions(tree: ast.Module) -> Iterator[tuple[str, str, bool]]:
    """Text, context and whether it is a plural, of each call of `translate` and of a function `tr`, defined here or imported."""
    context = next((found for node in tree.body if (found := context_of(node))), "")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMES and node.args:
            for text in whole_texts(node.args[0]):
                yield text, context, "%n" in text
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("translate") and len(node.args) > 1:
            for told in whole_texts(node.args[0]):
                yield from ((text, told, "%n" in text) for text in whole_texts(node.args[1]))


def whole_texts(node: ast.expr) -> Iterator[str]:
    """The text that an expression is, or those that a condition chooses between."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from whole_texts(node.body)
        yield from whole_texts(node.orelse)


def context_of(node: ast.stmt) -> str:
    """The context in which a function `tr` translates, if `node` defines or imports one."""
    if isinstance(node, ast.ImportFrom) and node.module and any(name.name in NAMES for name in node.names):
        module = ROOT.joinpath(*node.module.split(".")).with_suffix(".py")
        return next((c for each in ast.parse(module.read_text(encoding="utf-8")).body if (c := context_of(each))), "")
    if isinstance(node, ast.FunctionDef) and node.name in NAMES:
        calls = (each for each in ast.walk(node) if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute))
        return next((each.args[0].value for each in calls if each.func.attr == "translate"), "")
    return ""


def engine_texts() -> list[tuple[str, str, bool]]:
    """Text, context and whether it is a plural, of everything that is said without Qt."""
    found: dict[tuple[str, str, bool], None] = {}
    for path in sorted((ROOT / "digest_studio").rglob("*.py")):
        found.update(dict.fromkeys(templates_in(ast.parse(path.read_text(encoding="utf-8")))))
    return list(found)


def templates_in(tree: ast.AST) -> Iterator[tuple[str, str, bool]]:
    """First arguments of `Label(…)` and `say(…)`, second ones of `say_count(…)`, also where they are chosen by a condition."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CONTEXTS and node.args:
            plural = node.func.id == "say_count"
            yield from ((text, CONTEXTS[node.func.id], plural) for text in whole_texts(node.args[plural]) if text)


def as_source(texts: list[tuple[str, str, bool]]) -> str:
    """Python that lupdate understands."""
    calls = [
        f"QCoreApplication.translate({context!r}, {text!r}{', None, 1' if plural else ''})" for text, context, plural in texts
    ]
    return "\n".join(["from PySide6.QtCore import QCoreApplication", *calls]) + "\n"


def check() -> int:
    """Say what is not translated."""
    missing = 0
    for language in LANGUAGES:
        for context, text in untranslated(language):
            print(f"{language}: {context}: {text}")
            missing += 1
    return 1 if missing else 0


def untranslated(language: str) -> Iterator[tuple[str, str]]:
    """Context and text of what has no translation; with what the engine says and the file does not know yet."""
    missing = {(context, text) for text, context, _ in engine_texts() if "-pluralonly" not in LANGUAGES[language]}
    for context in ET.parse(ts_file(language)).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            missing.discard((context.findtext("name", ""), message.findtext("source", "")))
            if translation is None or translation.get("type") == "unfinished":
                yield context.findtext("name", ""), message.findtext("source", "")
    yield from sorted(missing)


def run(tool: str, *arguments: str) -> None:
    subprocess.run([str(TOOLS / tool), "-silent", *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
