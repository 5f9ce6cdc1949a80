"""Make every picture and advertisement of the sample issue: python make_pictures.py --stars DIR --atlas DIR [names …]

Needs numpy, scipy, numba, Pillow, ReportLab, pypdfium2 and astronomy-engine (pip), and two packages of data, unpacked:
`npm pack d3-celestial@0.7.35` (BSD-3-Clause; stars after Hipparcos, constellation figures) for --stars, and
`npm pack world-atlas@2.0.2` (Natural Earth, public domain) for --atlas. Fonts are Digest Studio's own (--fonts).
Without names everything is made, in about five minutes; --scale 0.4 gives quick drafts into --out.
"""

from __future__ import annotations

import argparse
import time as clock
from pathlib import Path

import eclipse
import sheet
import sky
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent


def makers(scale: float) -> dict[str, object]:
    """What makes each file; photographs at `scale` of print size."""
    import ads
    import charts
    import diagrams
    import dusk
    import eclipse_chart
    import editor
    import motion
    import nebula
    import paths
    import portraits
    import scenes

    return {
        "photos/cover.jpg": lambda: scenes.cover(scale),
        "photos/contents.jpg": lambda: scenes.contents(scale),
        "photos/divider-january.jpg": lambda: scenes.divider_january(scale),
        "photos/divider-february.jpg": lambda: scenes.divider_february(scale),
        "photos/divider-march.jpg": lambda: scenes.divider_march(scale),
        "photos/editor.jpg": lambda: editor.editor(scale),
        "photos/signature.png": editor.signature,
        "photos/lamps-over-sea.jpg": lambda: scenes.lamps_over_sea(scale),
        "photos/leo-paths.png": paths.leo_paths,
        "photos/disks.jpg": lambda: portraits.disks(scale),
        "photos/orbits.png": diagrams.orbits_and_disks,
        **{f"photos/map-{name}.png": lambda n=n: charts.month(n) for n, name in enumerate(("january", "february", "march"), 1)},
        **{
            f"photos/moon-{name}.png": lambda n=n: diagrams.moon_month(n)
            for n, name in enumerate(("january", "february", "march"), 1)
        },
        "photos/quadrantids.jpg": lambda: motion.quadrantids(scale),
        "photos/tides.png": diagrams.tide_curve,
        "photos/perigee.jpg": lambda: portraits.perigee(scale),
        "photos/eclipse-path.png": eclipse_chart.eclipse_path,
        "photos/ring.jpg": lambda: portraits.ring(scale),
        "photos/penumbra.jpg": lambda: portraits.penumbra(scale),
        "photos/zodiacal.jpg": lambda: scenes.zodiacal(scale),
        "photos/ice-orion.jpg": lambda: scenes.ice_orion(scale),
        "photos/equinox.png": diagrams.equinox,
        "photos/algol-curve.png": diagrams.algol_curve,
        "photos/algol-finder.png": paths.algol_finder,
        "photos/orion-nebula.jpg": lambda: nebula.orion_nebula(scale),
        "photos/star-trails.jpg": lambda: motion.star_trails(scale),
        "photos/brief-moon-mercury.jpg": lambda: dusk.moon_mercury(scale),
        "photos/brief-jupiter.jpg": lambda: portraits.jupiter_and_moons(scale),
        "photos/brief-pleiades.jpg": lambda: portraits.moon_pleiades(scale),
        "photos/brief-halo.jpg": lambda: dusk.halo(scale),
        "photos/brief-dome.jpg": lambda: dusk.dome_dusk(scale),
        "photos/brief-lighthouse.jpg": lambda: dusk.lighthouse_beam(scale),
        "ads/torches.pdf": ads.torches,
        "ads/night-train.pdf": ads.night_train,
        "ads/cirrus.pdf": ads.cirrus,
        "ads/curtains.jpg": lambda path: ads.curtains(path, scale),
    }


def save(image: Image.Image, path: Path) -> None:
    """JPEG for photographs, PNG for drawings and for what has a clear ground; all at 300 ppi."""
    if path.suffix == ".jpg":
        image.save(path, quality=91, dpi=(300, 300), optimize=True)
    elif image.mode == "RGBA":
        image.save(path, dpi=(300, 300), optimize=True)
    else:
        image.save(path, dpi=(300, 300), optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stars", type=Path, required=True, help="the folder of d3-celestial (with data/ in it)")
    parser.add_argument("--atlas", type=Path, required=True, help="the folder of world-atlas")
    parser.add_argument("--fonts", type=Path, default=ROOT.parent / "resources" / "fonts")
    parser.add_argument("--out", type=Path, default=ROOT)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("names", nargs="*", help="only pictures whose file names contain one of these")
    options = parser.parse_args()
    sky.DATA, eclipse.ATLAS, sheet.FONTS = options.stars, options.atlas, options.fonts
    for folder in ("photos", "ads"):
        (options.out / folder).mkdir(parents=True, exist_ok=True)
    for name, make in makers(options.scale).items():
        if options.names and not any(wanted in name for wanted in options.names):
            continue
        start, path = clock.perf_counter(), options.out / name
        if name.startswith("ads/"):
            make(path)
        else:
            save(make(), path)
        print(f"{name:36} {path.stat().st_size / 1e6:5.2f} MB {clock.perf_counter() - start:6.1f} s", flush=True)


if __name__ == "__main__":
    main()
