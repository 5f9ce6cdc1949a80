"""Writes resources/hyphenation/patterns/<tag>.txt from hunspell's hyphenation dictionaries, as the package pyphen has them.

    python tools/hyphenation_patterns.py [PYPHEN'S DICTIONARIES] resources/hyphenation

A pattern file has comment lines (#), then two long lines: the patterns' letters, and their values in the same order
(digits for the gaps that end at the pattern's end; leading zeros left out). Patterns that add nothing to shorter ones are
dropped: hunspell's files are full of them, and the answers stay the same. Patterns that would change a word's spelling at
the hyphen (Hungarian asz-szony) forbid the break instead. The dictionaries' notices are copied to licences/.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

# tag -> the dictionary, the file with its notice, its licence in a word
LANGUAGES = {
    "be": ("be_BY", "be_BY", "CC BY-SA 4.0 or LGPL 3"),
    "bg": ("bg_BG", "bg_BG", "see the notice"),
    "ca": ("ca", "ca", "LGPL 3 or GPL 3"),
    "cs": ("cs_CZ", "cs_CZ", "see the notice"),
    "da": ("da_DK", "da_DK", "LGPL"),
    "de": ("de_DE", "de", "LGPL 2.1 or later"),
    "el": ("el_GR", "el_GR", "LGPL"),
    "en-GB": ("en_GB", "en_GB", "BSD style"),
    "en-US": ("en_US", "en_US", "BSD style"),
    "es": ("es", "es", "GPL 3, LGPL 3 or MPL 1.1"),
    "et": ("et_EE", "et_EE", "LGPL"),
    "fr": ("fr", "fr", "LGPL"),
    "hr": ("hr_HR", "hr_HR", "LGPL"),
    "hu": ("hu_HU", "hu_HU", "MPL 1.1, GPL 2 or LGPL 2.1"),
    "it": ("it_IT", "it_IT", "LGPL"),
    "lt": ("lt", "lt_LT", "LPPL"),
    "lv": ("lv_LV", "lv_LV", "LGPL 2.1"),
    "mn": ("mn_MN", "", "LPPL 1.3"),
    "nb": ("nb_NO", "NO", "GPL"),
    "nl": ("nl_NL", "", "as pyphen"),
    "pl": ("pl_PL", "pl_PL", "LGPL 2.1"),
    "pt": ("pt_BR", "pt_BR", "LGPL 3 or MPL"),
    "ro": ("ro_RO", "ro_RO", "GPL"),
    "ru": ("ru_RU", "", "as pyphen"),
    "sk": ("sk_SK", "sk_SK", "see the notice"),
    "sl": ("sl_SI", "sl_SI", "LGPL or GPL"),
    "sv": ("sv", "sv", "MPL or LGPL 3"),
    "uk": ("uk_UA", "uk_UA", "GPL 2 or later"),
}
KEYWORDS = re.compile(r"[%#]|(COMPOUND)?(LEFT|RIGHT)HYPHENMIN|NOHYPHEN|NEXTLEVEL")
PART = re.compile(r"(\d?)(\D?)")


def read(path: Path) -> dict[str, str]:
    """The dictionary's patterns: letters -> one digit for each gap, before the first letter to after the last."""
    data = path.read_bytes()
    encoding = data.split(b"\n", 1)[0].decode("ascii").strip().replace("microsoft-", "")
    patterns: dict[str, str] = {}
    for line in data.decode(encoding).split("\n")[1:]:
        line = line.strip()
        if not line or KEYWORDS.match(line):
            continue
        line = re.sub(r"\^{2}([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), line)
        pattern, changes, _ = line.partition("/")
        pairs = PART.findall(pattern)
        letters = "".join(letter for _, letter in pairs)
        digits = "".join(digit or "0" for digit, _ in pairs)[: len(letters) + 1].ljust(len(letters) + 1, "0")
        if changes:
            digits = "".join(str(int(d) + int(d) % 2) if d != "9" else "8" for d in digits)
        patterns[letters] = digits
    return patterns


def without_redundant(patterns: dict[str, str]) -> dict[str, str]:
    """The patterns without those whose values the shorter patterns inside them already give."""
    kept: dict[str, str] = {}
    for letters in sorted(patterns, key=lambda p: (len(p), p)):
        known = ["0"] * (len(letters) + 1)
        for start in range(len(letters)):
            for end in range(start + 1, len(letters) + 1):
                for gap, digit in enumerate(kept.get(letters[start:end], ""), start):
                    known[gap] = max(known[gap], digit)
        if any(digit > old for digit, old in zip(patterns[letters], known, strict=True)):
            kept[letters] = patterns[letters]
    return kept


def main() -> None:
    if len(sys.argv) > 2:
        source = Path(sys.argv[1])
    else:
        import pyphen

        source = Path(pyphen.__file__).parent / "dictionaries"
    target = Path(sys.argv[-1])
    (target / "patterns").mkdir(parents=True, exist_ok=True)
    (target / "licences").mkdir(exist_ok=True)
    for tag, (name, notice, licence) in LANGUAGES.items():
        patterns = without_redundant(read(source / f"hyph_{name}.dic"))
        keys = sorted(patterns)
        where = f"; notice in licences/README_hyph_{notice}.txt" if notice else ""
        head = f"# {tag}: hyphenation patterns from hyph_{name}.dic (LibreOffice, by way of pyphen). Licence: {licence}{where}\n"
        body = " ".join(keys) + "\n" + " ".join(patterns[k].lstrip("0") for k in keys) + "\n"
        (target / "patterns" / f"{tag}.txt").write_text(head + body, encoding="utf-8")
        if notice:
            shutil.copy(source / f"README_hyph_{notice}.txt", target / "licences")
        print(f"{tag}: {len(patterns)} patterns")


if __name__ == "__main__":
    main()
