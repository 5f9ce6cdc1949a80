"""The sample issue as one's own: a copy that may be changed and saved, made once for every user."""

from __future__ import annotations

import shutil
from pathlib import Path


def copy_of_sample(sample: Path, documents: Path) -> Path:
    """The user's copy of the sample issue in the documents folder; made if it is not there yet. Raises OSError."""
    target = documents / "Digest Studio" / "Sample issue"
    if not (target / "issue.yaml").is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(sample, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".studio", "*.py", "__pycache__"))
    return target
