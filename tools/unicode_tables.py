"""Writes digest_studio/text/unicode_tables.py from the Unicode Character Database.

    python tools/unicode_tables.py /usr/share/unicode > digest_studio/text/unicode_tables.py

The folder needs LineBreak.txt, EastAsianWidth.txt, Scripts.txt, PropertyValueAliases.txt, UnicodeData.txt and
emoji/emoji-data.txt (Debian's package unicode-data has them).
"""

from __future__ import annotations

import base64
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

LAST = 0x110000

# One character for each class of UAX #14, so that a text's classes are a string of the same length.
CODES = {
    "AL": "A", "HL": "H", "NU": "N", "SP": " ", "BK": "!", "CR": "\r", "LF": "\n", "NL": "^", "ZW": "z", "WJ": "w", "GL": "g",
    "ZWJ": "j", "CM": "~", "BA": "b", "HY": "-", "BB": "d", "B2": "2", "CB": "@", "CL": "}", "CP": ")", "OP": "(", "EX": "x",
    "IS": ",", "SY": "/", "QU": "q", "NS": "n", "IN": "i", "PO": "%", "PR": "$", "ID": "I", "EB": "e", "EM": "m", "RI": "r",
    "JL": "L", "JV": "V", "JT": "T", "H2": "W", "H3": "X",
    "OP-wide": "[", "CP-wide": "]", "ID-pictograph": "p",
}


def rows(path: Path) -> Iterator[tuple[int, int, str]]:
    """(first, last, value) of the lines `XXXX..YYYY ; value # …` of a file of the database."""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        span, value = (part.strip() for part in line.split(";")[:2])
        first, _, last = span.partition("..")
        yield int(first, 16), int(last or first, 16), value


def general_categories(folder: Path) -> list[str]:
    categories = ["Cn"] * LAST
    first = 0
    for line in (folder / "UnicodeData.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        code = int(fields[0], 16)
        if fields[1].endswith("First>"):
            first = code
        start = first if fields[1].endswith("Last>") else code
        categories[start:code + 1] = [fields[2]] * (code + 1 - start)
    return categories


def line_break_classes(folder: Path) -> list[str]:
    """The class of every code point, resolved by rule LB1, with the distinctions that LB30 and LB30b need."""
    categories = general_categories(folder)
    classes = ["XX"] * LAST
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD),
                        (0x1F000, 0x1FAFF), (0x1FC00, 0x1FFFD)):
        classes[first:last + 1] = ["ID"] * (last + 1 - first)
    classes[0x20A0:0x20D0] = ["PR"] * 0x30
    for first, last, value in rows(folder / "LineBreak.txt"):
        classes[first:last + 1] = [value] * (last + 1 - first)
    for code, value in enumerate(classes):
        if value in ("AI", "SG", "XX"):
            classes[code] = "AL"
        elif value == "SA":
            classes[code] = "CM" if categories[code] in ("Mn", "Mc") else "AL"
        elif value == "CJ":
            classes[code] = "NS"
    for first, last, value in rows(folder / "EastAsianWidth.txt"):
        if value in "FWH":
            for code in range(first, last + 1):
                if classes[code] in ("OP", "CP"):
                    classes[code] += "-wide"
    for first, last, value in rows(folder / "emoji" / "emoji-data.txt"):
        if value == "Extended_Pictographic":
            for code in range(first, last + 1):
                if categories[code] == "Cn" and classes[code] == "ID":
                    classes[code] = "ID-pictograph"
    return [CODES[value] for value in classes]


def scripts(folder: Path) -> list[str]:
    """The ISO 15924 tag of every code point's script."""
    tags = {}
    for line in (folder / "PropertyValueAliases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("sc ;"):
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            tags[fields[2]] = fields[1]
    found = ["Zzzz"] * LAST
    for first, last, value in rows(folder / "Scripts.txt"):
        found[first:last + 1] = [tags[value]] * (last + 1 - first)
    return found


def runs(values: list[str]) -> tuple[list[int], list[str]]:
    """Where the value changes, and to what."""
    starts = [code for code in range(LAST) if code == 0 or values[code] != values[code - 1]]
    return starts, [values[code] for code in starts]


def packed(name: str, numbers: list[int], size: str) -> str:
    """The numbers as text that is read a hundred times faster than a tuple is: little-endian, in base64."""
    code = base64.b64encode(struct.pack(f"<{len(numbers)}{size}", *numbers)).decode()
    lines = [code[i:i + 116] for i in range(0, len(code), 116)]
    return f'{name} = _numbers("{size}", """\n' + "\n".join(lines) + '\n""")\n'


READER = '''import base64
import struct


def _numbers(size: str, code: str) -> tuple[int, ...]:
    """Numbers of struct's type `size`, packed little-endian, in base64."""
    data = base64.b64decode(code)
    return struct.unpack(f"<{len(data) // struct.calcsize(size)}{size}", data)


'''


def main() -> None:
    folder = Path(sys.argv[1])
    title = (folder / "LineBreak.txt").read_text(encoding="utf-8").splitlines()[0]
    version = title.removeprefix("# LineBreak-").removesuffix(".txt")
    starts, classes = runs(line_break_classes(folder))
    script_starts, tags = runs(scripts(folder))
    names = sorted(set(tags))
    print(f'"""Line breaking classes and scripts of Unicode {version}. Written by tools/unicode_tables.py; not edited by hand.\n')
    print("© Unicode, Inc. Unicode License (https://www.unicode.org/license.txt); see UNICODE-LICENSE.txt beside this file.\n")
    print("A property holds from its start to the next start. Classes are the letters of CODES in the script that wrote this.")
    print('"""\n')
    print(READER, end="")
    print(packed("CLASS_STARTS", starts, "I"))
    print(f"CLASSES = {''.join(classes)!r}\n")
    print(packed("SCRIPT_STARTS", script_starts, "I"))
    print(f"SCRIPT_NAMES = {tuple(names)!r}\n")
    print(packed("SCRIPTS", [names.index(t) for t in tags], "B"), end="")


main()
