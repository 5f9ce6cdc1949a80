"""Makes the output profiles whose measurements are free: `python tools/output_profiles.py FOLDER` (half an hour).

FOLDER holds colord's `data/profiles/*.iccprofile.xml` (CC0), which have the registered characterisation data in them; ArgyllCMS's
`colprof` makes the tables. Black generation is medium for sheets and heavy for newsprint, and the perceptual tables draw sRGB
in. The ICC's registry asks that such a profile names its data in the tag `targ`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parents[1] / "resources" / "profiles"
COPYRIGHT = "This profile is free of known copyright restrictions"


class Recipe(NamedTuple):
    source: str
    condition: str
    description: str
    model: str
    black: tuple[str, ...]  # options of colprof: limits of total and black ink, the curve of black


RECIPES = {
    "FOGRA47_uncoated.icc": Recipe(
        "FOGRA47L_uncoated", "FOGRA47", "Uncoated FOGRA47L",
        "ISO 12647-2:2004/Amd 1, offset on uncoated white paper (type 4), 115 g/m2",
        ("-l300", "-L98", "-kp", "0", ".1", ".95", ".95", ".5"),
    ),
    "IFRA26_newsprint.icc": Recipe(
        "IFRA26S_2004_newsprint", "IFRA26", "Newsprint IFRA26S",
        "ISO 12647-3:2005, coldset on newsprint, 26 % tone value increase", ("-l230", "-L95"),
    ),
}  # fmt: skip


def main() -> None:
    for name, recipe in RECIPES.items():
        xml = Path(sys.argv[1], f"{recipe.source}.iccprofile.xml").read_text("utf-8")
        measurements = re.search(r"<data_ti3>(.*)</data_ti3>", xml, re.DOTALL)
        assert measurements
        with tempfile.TemporaryDirectory() as work:
            Path(work, "data.ti3").write_text(measurements[1], "utf-8")
            about = ("-A", "ArgyllCMS", "-M", recipe.model, "-D", recipe.description, "-C", COPYRIGHT)
            quality = ("-nc", "-qh", "-bh", "-s", "/usr/share/color/argyll/ref/sRGB.icm", "-cmt", "-dpp")
            subprocess.run(("colprof", *quality, *recipe.black, *about, "-Omade.icc", "data"), cwd=work, check=True)
            made = with_tag(Path(work, "made.icc").read_bytes(), b"targ", f"ICCHDAT {recipe.condition}")
        (TARGET / name).write_bytes(made)


def with_tag(profile: bytes, name: bytes, text: str) -> bytes:
    """The profile with one more tag, of text (ICC.1:2001-04, 6.3.1 and 6.5.17)."""
    count = int.from_bytes(profile[128:132], "big")
    table, data = profile[132 : 132 + 12 * count], profile[132 + 12 * count :]
    entries = []
    for at in range(0, len(table), 12):
        place = int.from_bytes(table[at + 4 : at + 8], "big") + 12
        entries.append(table[at : at + 4] + place.to_bytes(4, "big") + table[at + 8 : at + 12])
    value = b"text\0\0\0\0" + text.encode("ascii") + b"\0"
    data += bytes(-len(data) % 4)
    place = 132 + 12 * (count + 1) + len(data)
    entries.append(name + place.to_bytes(4, "big") + len(value).to_bytes(4, "big"))
    made = profile[:128] + (count + 1).to_bytes(4, "big") + b"".join(entries) + data + value + bytes(-len(value) % 4)
    return len(made).to_bytes(4, "big") + made[4:]


if __name__ == "__main__":
    main()
