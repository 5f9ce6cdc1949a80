"""A cold export beside Typst: `python tests/benchmarks/peer.py ISSUE [--rounds 5]`.

Each round runs the whole `digest-studio export --edition proof` as a process of its own, then Typst (PyPI's `typst`) on the
document that typst_document.py makes of the same issue, as another. Prints wall time, processor time and peak memory of
both, their pages, and the ratio of the medians. Nothing is asserted: a time is a figure to read, not a test.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.installed import environment

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root='/', font_paths=[sys.argv[3]], {})"


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of wall and processor time, peak memory in MB."""

    wall: float
    processor: float
    memory: float


def measured(command: list[str], surroundings: dict[str, str]) -> Run:
    """Run `command` in an environment and measure it. This process stays small: a child's peak memory counts its parent's at
    the fork."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("issue", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--keep", type=Path, help="a folder to keep both PDFs and the Typst document in")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        ours, theirs = compare(chosen.issue.resolve(), folder.resolve(), chosen.rounds)
        pages = page_counts(folder / "digest.pdf", folder / "typst.pdf")
    print(f"{'':16}{'wall s':>22}{'processor s':>14}{'memory MB':>12}{'pages':>8}")
    for name, runs, count in (("Digest Studio", ours, pages[0]), ("Typst", theirs, pages[1])):
        walls = sorted(r.wall for r in runs)
        wall = f"{statistics.median(walls):.3f} ({walls[0]:.3f}–{walls[-1]:.3f})"
        processor = statistics.median(r.processor for r in runs)
        print(f"{name:16}{wall:>22}{processor:14.3f}{max(r.memory for r in runs):12.0f}{count:8}")
    ratio = statistics.median(r.wall for r in ours) / statistics.median(r.wall for r in theirs)
    print(f"Digest Studio takes {ratio:.2f} of Typst's time.")
    if abs(pages[0] - pages[1]) > max(2, pages[0] / 20):
        print("The page counts differ too much for the same document.")


def compare(issue: Path, folder: Path, rounds: int) -> tuple[list[Run], list[Run]]:
    """Both programs in turn, `rounds` times, after one round that is not counted: it warms the file cache, compiles modules."""
    source = folder / "issue.typ"
    subprocess.run([sys.executable, str(ROOT / "tests/benchmarks/typst_document.py"), str(issue), str(source)], check=True)
    tags = subprocess.run([sys.executable, "-c", "import typst; print('pdf_tags' in typst.compile.__text_signature__)"],
                          capture_output=True, text=True, check=True).stdout.strip() == "True"
    ours = [sys.executable, "-m", "digest_studio", "export", str(issue), "--edition", "proof", "-q"]
    ours += ["-o", str(folder / "digest.pdf")]
    # The proof is not tagged, so Typst need not tag either.
    script = TYPST.format("ignore_system_fonts=True" + (", pdf_tags=False" if tags else ""))
    theirs = [sys.executable, "-c", script, str(source), str(folder / "typst.pdf"), str(ROOT / "resources/fonts")]
    surroundings = environment(folder)
    runs = [(measured(ours, surroundings), measured(theirs, surroundings)) for _ in range(rounds + 1)][1:]
    return [run for run, _ in runs], [run for _, run in runs]


def page_counts(*files: Path) -> list[int]:
    """The pages of each PDF, counted by another process, for the same reason."""
    script = "import sys, pypdf; print(*(len(pypdf.PdfReader(f).pages) for f in sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", script, *map(str, files)], capture_output=True, text=True, check=True)
    return [int(n) for n in done.stdout.split()]


if __name__ == "__main__":
    main()
