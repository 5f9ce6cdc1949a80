"""Fonts, typesetters and texts that the tests of the text engine share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from digest_studio.text.engine import Typesetter
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.text.setting import Setting
from digest_studio.text.styles import CharStyle, Hyphens, Paragraph, ParagraphStyle, Run

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SERIF = CharStyle(("SourceSerif4-Regular",), 10.0)
ITALIC = CharStyle(("SourceSerif4-It",), 10.0)
JUSTIFIED = ParagraphStyle(13.0, "justify", hyphens=Hyphens())
RAGGED = ParagraphStyle(13.0, "start", hyphens=Hyphens())

ENGLISH = (
    "The night sky changes slowly from month to month, and yet everyone who looks up regularly notices that the constellations "
    "of winter give way to those of spring. In January the brightest stars stand in the south by nine o’clock: Orion with his "
    "belt, the reddish Betelgeuse, the blue-white Rigel, and below them Sirius, whose light scintillates so vehemently near the "
    "horizon that inexperienced observers have repeatedly reported unidentified flying objects."
)
RUSSIAN = (
    "Звёздное небо медленно меняется от месяца к месяцу, и всё же каждый, кто регулярно смотрит вверх, замечает, как зимние "
    "созвездия уступают место весенним. В январе самые яркие звёзды стоят на юге около девяти часов вечера: Орион с поясом, "
    "красноватая Бетельгейзе, голубовато-белый Ригель, а под ними Сириус."
)
KAZAKH = (
    "Түнгі аспан айдан айға баяу өзгереді, дегенмен жоғары қарайтын әрбір адам қысқы шоқжұлдыздардың көктемгілерге орын "
    "беретінін байқайды. Қаңтарда ең жарық жұлдыздар оңтүстікте тұрады: белбеуі бар Орион, қызғылт Бетельгейзе, көгілдір Ригель."
)
GREEK = (
    "Ο νυχτερινός ουρανός αλλάζει αργά από μήνα σε μήνα, κι όμως όποιος κοιτάζει τακτικά ψηλά παρατηρεί ότι οι αστερισμοί του "
    "χειμώνα δίνουν τη θέση τους στους ανοιξιάτικους. Τον Ιανουάριο τα λαμπρότερα άστρα βρίσκονται στον νότο."
)


@cache
def typesetter() -> Typesetter:
    """One typesetter for all tests: its answers do not depend on what it was asked before."""
    return Typesetter(FontLibrary(RESOURCES / "fonts"), Hyphenator(RESOURCES / "hyphenation", {"en": ("Be-tel-geuse",)}))


def paragraph(text: str, style: ParagraphStyle = JUSTIFIED, language: str = "en", char: CharStyle = SERIF) -> Paragraph:
    return Paragraph((Run(text, char),), style, language)


def text_of(setting: Setting, hyphens: str = "") -> str:
    """All that the lines' glyphs stand for; the breaker's hyphens as `hyphens`."""
    return "".join(t for line in setting.lines for run in line.runs for t in run.text).replace("\u00ad", hyphens)


def lines_of(setting: Setting) -> list[str]:
    """Each line's text, the breaker's hyphen as "-", without spaces at the end."""
    return ["".join(t for run in line.runs for t in run.text).replace("\u00ad", "-").rstrip() for line in setting.lines]
