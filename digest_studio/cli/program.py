"""From arguments to an exit status. What no command foresees ends here, in a sentence instead of a traceback."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.app.editions import EDITIONS
from digest_studio.cli.arguments import COMMANDS, EDITIONS_TO_COME, parse
from digest_studio.cli.status import DONE, INTERRUPTED, NoWindow, refuse
from digest_studio.cli.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest_studio.cli.render import Renderer

    Studio = Callable[[Path | None], int]
    """Shows the window, on an issue's folder if there is one; its exit status. Raises NoWindow."""

_FOR_PRESS, _SINGLE, _SHEETS = ("print", "spreads", "booklet"), ("proof", "print"), ("spreads", "booklet")
_PROOFS = ("proof", "spreads")
SUITED = {
    "preflight": _FOR_PRESS, "profile": _FOR_PRESS, "marks": _FOR_PRESS, "stamp": _PROOFS, "small": _PROOFS,
    "changed_since": _SINGLE, "split_cover": (*_SINGLE, "booklet"), "colours": _SHEETS,
    **dict.fromkeys(("up", "signature", "gathered", "creep", "paper"), ("booklet",)),
}  # fmt: skip
"""Which editions an option is for, where it is not for all."""

INSTEAD = "Make the PDF with: digest-studio export ISSUE\nSee the plan of its pages with: digest-studio plan ISSUE"


def run(arguments: list[str], renderer: Renderer, studio: Studio) -> int:
    """Run one command and return its exit status. `renderer` paints pages for `render`, `studio` shows the window."""
    try:
        return dispatch(arguments, renderer, studio)
    except SystemExit as end:  # argparse: --help, --version, a wrong call
        return int(end.code or 0)
    except KeyboardInterrupt:
        return refuse("interrupted; nothing was left half-written", INTERRUPTED)
    except NoWindow as reason:
        return refuse(f"{reason}\n{INSTEAD}")
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return refuse(f"{error.filename or 'file system'}: {error.strerror or error}")


def dispatch(arguments: list[str], renderer: Renderer, studio: Studio) -> int:
    """Understand the arguments and do what they ask."""
    first = next(iter(arguments), "")
    if first and not first.startswith("-") and first not in COMMANDS:
        if not Path(first).is_dir():
            return refuse(f"there is no command {first}{did_you_mean(first, COMMANDS)}\nTry: digest-studio --help")
        arguments = ["open", *arguments]
    options = parse(arguments or ["open"])
    if not options.command:
        return studio(None)
    if options.command == "open":
        from digest_studio.cli.commands import no_folder

        missing = no_folder(options.issue) if options.issue else ""
        return refuse(missing) if missing else studio(options.issue)
    if refusal := later(options.__dict__):
        return refuse(refusal)
    if options.command == "render":
        from digest_studio.cli.render import render

        return render(options, renderer)
    from digest_studio.cli.commands import check, export, new, plan

    return {"check": check, "export": export, "new": new, "plan": plan}[options.command](options)


def later(options: dict[str, object]) -> str:
    """What to say to a wish for an edition that comes later, or for another edition's option; "" if there is none."""
    edition = options.get("edition")
    if edition in EDITIONS_TO_COME:
        return f"edition {edition} comes later; use --edition {' or '.join(EDITIONS)}"
    if options.get("colours") == "press" and (options.get("stamp") or options.get("small")):
        return "--stamp and --small are for a proof; leave --colours press out"
    for name, suited in SUITED.items():
        if name == "preflight" and isinstance(path := options.get("issue"), Path) and path.is_file():
            continue  # a finished file has no edition
        if options.get(name) and edition not in suited:
            return f"--{name.replace('_', '-')} is for --edition {' or '.join(suited)}"
    return ""

