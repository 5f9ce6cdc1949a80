"""A small issue as an author leaves it: comments, every short form, several ways to write a value."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from digest_studio.model.issue import Issue
from digest_studio.model.read import ReadResult, read_issue

ISSUE = """\
# Harbour Review, spring
format: 1
publication: 'Harbour Review'   # as on the masthead
period: Spring 2025
date: 2025-04-05
pages: auto

masthead: {organisation: "Harbour Trust", address: [1 Quay Street, Porto], social: {x: harbour}}
imprint:
  number: 1/2025
cover:
  photo: photos/cover.jpg
  headlines:
    - article: tide          # the long one
    - Boats, bells and buoys
outline:
  - contents
  # first, before anything else
  - article: foreword
    contents: false
  - section: News
    divider: {photo: {file: photos/cover.jpg, alt: ""}, side: any}
    items:
      # ask the harbour master
      - tide       # waits for the photograph
      - ad: bank
      - {article: boats, contents: false}

  # the quiet part
  - section: Notes
    items: [bells, "buoys"]
  - ad: bank
ads:
  bank: {file: ads/bank.jpg, advertiser: Bank, alt: A bank, page: 1}
  ferry:
    file: ads/bank.jpg
    size: half-page
    not-facing: [bank]
"""

TIDE = """\
---
# the working title
title: "The tide: a year's work"
kicker: Water     # short
standfirst: >
  Folded over
  two lines.
date: 2025-03-01
photos:
  # opens the story
  - file: photos/cover.jpg
    caption: |
      Low water.
      High water.
    focus: [0.5, 0.40]
  - photos/cover.jpg
author: {name: Ana, photo: photos/cover.jpg}
---

The *tide* came in.

![](photo:2)

> [!pull]
> It always does.
> — Ana
"""


def article(title: str) -> str:
    return f"---\ntitle: {title}\n---\nSome words about {title.lower()}.\n"


TEXTS = {
    "issue.yaml": ISSUE,
    "articles/tide.md": TIDE,
    "articles/foreword.md": article("Foreword"),
    "articles/boats.md": article("Boats"),
    "articles/bells.md": article("Bells"),
    "articles/buoys.md": article("Buoys"),
    "articles/spare.md": article("Spare"),
    "hyphenation/en.txt": "# ours\nhar-bour\n\nmast-head\n",
    "theme.yaml": "colours: {}\n",
}


def make_folder(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """Writes the issue; `texts` replace or add files."""
    for place in ("photos", "ads"):
        (folder / place).mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", (30, 20), "navy")
    picture.save(folder / "photos" / "cover.jpg")
    picture.save(folder / "ads" / "bank.jpg")
    for name, text in {**TEXTS, **(texts or {})}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def read(folder: Path) -> tuple[ReadResult, Issue]:
    """What is read from a folder that is whole."""
    result = read_issue(folder)
    assert result.issue, [str(problem) for problem in result.problems]
    return result, result.issue


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
