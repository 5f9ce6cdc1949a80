"""A studio to be killed: `python scribbler.py FOLDER` edits the issue without end, and says each edit that the journal has.

A line `n` on stdout: the title of the article `winds` is `Title n` in the journal.
"""

from __future__ import annotations

import sys
from pathlib import Path

from digest_studio.app.studio.desk import Desk, open_desk
from digest_studio.model.edits import replace_body, set_article


def main(folder: Path) -> None:
    desk = open_desk(folder)
    assert isinstance(desk, Desk), desk
    desk.restore()
    body = desk.issue.articles["winds"].markdown
    number = 0
    while True:
        number += 1
        desk.apply(set_article(desk.issue, "winds", {"title": f"Title {number}"}))
        desk.apply(replace_body(desk.issue, "tides", f"{body}\n\nSentence {number}.\n"))
        unsaved = desk.journalling()
        assert unsaved is not None
        desk.write_down(unsaved)
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
