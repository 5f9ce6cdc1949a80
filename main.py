#!/usr/bin/env python3
"""Digest Studio from a checkout: `python3 main.py …` takes the arguments of `digest-studio …`.

It needs Python 3.11 and nothing else. Where the libraries are missing it makes an environment of its own in `.venv`, once,
and goes on inside it; where they are there (an environment is active) it just runs. Beside the program's own commands,
`python3 main.py test [pytest's arguments]` runs the tests, and sets up what they need in the same way.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "digest-studio-requirements"
LIBRARIES = ("PIL", "PySide6", "markdown_it", "pikepdf", "pypdfium2", "reportlab", "tqdm", "uharfbuzz", "yaml")
TEST_LIBRARIES = ("hatchling", "hypothesis", "pypdf", "pytest", "pytestqt")


def main() -> int:
    """Run in this Python if it has the libraries; else in `.venv`, set up when that is needed."""
    if sys.version_info < (3, 11):
        sys.exit(f"Digest Studio needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: python3.11 main.py …")
    arguments = sys.argv[1:]
    testing = arguments[:1] == ["test"]
    needed = LIBRARIES + (TEST_LIBRARIES if testing else ())
    if any(importlib.util.find_spec(name) is None for name in needed):
        python = set_up(testing)
        if Path(sys.prefix) != ENVIRONMENT:
            os.execv(python, [str(python), *sys.argv])
    if testing:
        return subprocess.call([sys.executable, "-m", "pytest", *arguments[1:]], cwd=ROOT)
    from digest_studio.__main__ import program

    program()
    return 0


def set_up(testing: bool) -> Path:
    """Make `.venv` ready, unless it is, and return its Python."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["dev"] if testing else [])
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = STAMP.read_text(encoding="utf-8").split("\n") if STAMP.exists() else []
    if python.exists() and set(wanted) <= set(ready):
        return python
    tell("Setting up Digest Studio in .venv: once, about a minute …")
    make_environment(python)
    run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted])
    STAMP.write_text("\n".join(sorted({*ready, *wanted})), encoding="utf-8")
    tell("Set up.")
    return python


def make_environment(python: Path) -> None:
    """Make `.venv` with pip in it. Debian and Ubuntu leave that ability out of Python until python3-venv is installed."""
    if python.exists() and subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_python_venv()
    run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])


def install_python_venv() -> None:
    """Install Debian's python3-venv as root, or with sudo."""
    package = f"python3.{sys.version_info[1]}-venv"
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if shutil.which("apt-get") is None or (sudo and shutil.which("sudo") is None):
        sys.exit(f"This Python cannot make environments. Install what it lacks (Debian, Ubuntu: {package}) and try again.")
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", package]):
        run([*sudo, *command])


def run(command: list[str]) -> None:
    """Run a step of the set-up; end the program with its words if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\nThe set-up failed at: {' '.join(command)}")


def tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
