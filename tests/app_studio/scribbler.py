"""A studio to be killed: `python scribbler.py FOLDER [EVERY]` edits the issue without end, and saves every so many edits.

A line `n` on stdout: the title of the article `winds` is `Title n` in the journal, or saved.
"""

from __future__ import annotations

import sys
from pathlib import Path

from digest_studio.app.studio.desk import Desk, open_desk
from digest_studio.model.edits import replace_body, set_article


def main(folder: Path, every: int) -> None:
    desk = open_desk(folder)
    assert isinstance(desk, Desk), desk
    desk.restore()
    body = desk.issue.articles["winds"].markdown
    number = int(desk.issue.articles["winds"].title.split()[1]) if "Title" in desk.issue.articles["winds"].title else 0
    while True:
        number += 1
        desk.apply(set_article(desk.issue, "winds", {"title": f"Title {number}"}))
        desk.apply(replace_body(desk.issue, "tides", f"{body}\n\nSentence {number}.\n"))
        unsaved = desk.journalling()
        assert unsaved is not None
        desk.write_down(unsaved)
        print(number, flush=True)
        if every and number % every == 0:
            assert desk.save() == ()
            unsaved = desk.journalling()
            assert unsaved is not None
            desk.write_down(unsaved)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
