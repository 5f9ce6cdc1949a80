"""Keeps Python's collector of cycles from stopping the window.

Now and then it looks through everything that lives, which takes a quarter of a second with four hundred pages. What an issue is
made of is frozen values without cycles, which live as long as they are used: once it is laid out, the collector leaves it alone.
"""

from __future__ import annotations

import gc

from digest_studio.gui.controller import Controller

YOUNG = 10_000
"""New objects until the collector looks among them: an edit makes some thousands, nearly all gone when the next one comes."""


def keep_pauses_short(controller: Controller) -> None:
    """For the process of a window: what there is after opening and after saving is looked through no more until it is closed."""
    gc.set_threshold(YOUNG)
    opening: list[bool] = []

    def looked_over() -> None:
        if opening:
            opening.clear()
            gc.freeze()

    controller.opened.connect(lambda _: opening.append(True))
    controller.problems_changed.connect(lambda _: looked_over())
    controller.save_finished.connect(lambda _: gc.freeze())
    controller.closed.connect(gc.unfreeze)
