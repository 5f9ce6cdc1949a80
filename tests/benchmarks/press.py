"""The edition for the press, timed: `python tests/benchmarks/press.py ISSUE [--rounds 5] [--long TEN_TIMES_ISSUE]`.

Each round, one after the other, so that a busy machine slows all alike:

- cold: the whole command with nothing converted before;
- bare: littleCMS and JPEG encoding alone, on all processors, for the same pixels: no decoding, no resampling, no program;
- pictures: all that the pictures need (read, decode, cut, resample, sharpen, convert, encode), without a program around it;
- warm: the command again, with everything converted; proof: the proof edition of the same issue.

Prints the least of each in seconds, and cold / bare, cold / pictures, warm / proof; with `--long`, the most memory that the cold
export of that issue takes. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageCms

from digest_studio.app.session import Refused, make, open_issue
from digest_studio.assets.inks import CONVERSION
from digest_studio.assets.outputs import OutputProfile, load_output
from digest_studio.base.processors import processors
from digest_studio.display.document import Document, walk
from digest_studio.display.items import PlacedImage
from digest_studio.paint.pdf.press.convert import JPEG_QUALITY, Wish, convert
from digest_studio.paint.pdf.press.images import part
from tests.benchmarks.installed import environment


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("issue", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--long", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.long:  # first: a child's memory counts from what its parent has
            _, memory = exported(chosen.long, Path(folder), Path(folder, "long"), "print")
            print(f"{chosen.long.name}: at most {memory >> 20} MB")
        measure(chosen.issue, chosen.rounds, Path(folder))


def measure(issue: Path, rounds: int, folder: Path) -> None:
    wishes = wanted(issue)
    pixels = [(w.size[0], w.size[1]) if w.size else own_part(w) for w in wishes]
    print(f"{len(wishes)} pictures, {sum(w * h for w, h in pixels) / 1e6:.0f} megapixels at their final size")
    samples = [first_pixels(wish, size) for wish, size in zip(wishes, pixels, strict=True)]
    times: dict[str, list[float]] = {name: [] for name in ("cold", "bare", "pictures", "warm", "proof")}
    for edition in ("print", "proof"):  # compiles our modules
        exported(issue, folder, folder / "first", edition)
    for number in range(rounds):
        cache = folder / f"cache{number}"
        times["cold"].append(exported(issue, folder, cache, "print")[0])
        times["bare"].append(bare(samples, wishes[0].output))
        times["pictures"].append(on_all_processors(convert, wishes))
        times["warm"].append(exported(issue, folder, cache, "print")[0])
        times["proof"].append(exported(issue, folder, cache, "proof")[0])
    least = {name: min(found) for name, found in times.items()}
    for name, seconds in least.items():
        print(f"  {name:9} {seconds:5.2f} s   all: {' '.join(f'{t:.2f}' for t in times[name])}")
    for one, other in (("cold", "bare"), ("cold", "pictures"), ("warm", "proof")):
        print(f"  {one} / {other}: {least[one] / least[other]:.2f}")


def exported(issue: Path, folder: Path, cache: Path, edition: str) -> tuple[float, int]:
    """Seconds and most bytes of memory of one command."""
    command = (sys.executable, "-m", "digest_studio", "export", str(issue), "-q", "-o", str(folder / f"{edition}.pdf"))
    wish = ("--edition", edition, *(("--force",) if edition == "print" else ()))
    surroundings = environment(folder, XDG_CACHE_HOME=str(cache))
    start = time.perf_counter()
    child = subprocess.Popen((*command, *wish), env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"the export of {issue} ended with {child.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss * 1024


def wanted(folder: Path) -> list[Wish]:
    """What the export converts, each part and size once."""
    opened = open_issue(folder)
    if isinstance(opened, Refused):
        sys.exit("\n".join(map(str, opened.problems)))
    made = make(opened)
    output = load_output("coated-fogra39", ROOT / "resources" / "profiles", Path)
    assert isinstance(output, OutputProfile)
    wishes = (Wish(Path(item.image.path), *part(item), output) for item in placed(made.document))
    return list(dict.fromkeys(wishes))


def placed(document: Document) -> Iterable[PlacedImage]:
    for page in document.pages:
        yield from (item for item, _, _ in walk(page.items) if isinstance(item, PlacedImage))


def own_part(wish: Wish) -> tuple[int, int]:
    with Image.open(wish.path) as picture:
        x0, y0, x1, y1 = wish.crop
        return round((x1 - x0) * picture.width), round((y1 - y0) * picture.height)


def first_pixels(wish: Wish, size: tuple[int, int]) -> Image.Image:
    """As many pixels as are converted, of the same photograph."""
    with Image.open(wish.path) as picture:
        return picture.convert("RGB").resize(size)


def bare(samples: list[Image.Image], output: OutputProfile) -> float:
    """Seconds for converting and encoding pixels that stand ready."""
    with tempfile.NamedTemporaryFile(suffix=".icc") as file:
        file.write(output.data)
        file.flush()
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"), file.name, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC,
            CONVERSION,
        )  # fmt: skip

    def encoded(sample: Image.Image) -> None:
        made = ImageCms.applyTransform(sample, transform)
        assert made is not None
        with tempfile.TemporaryFile() as target:
            made.save(target, "JPEG", quality=JPEG_QUALITY)

    return on_all_processors(encoded, samples)


def on_all_processors(work: Callable[..., object], things: Iterable[object]) -> float:
    """Seconds."""
    with ThreadPoolExecutor(processors()) as pool:
        start = time.perf_counter()
        list(pool.map(work, things))
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
