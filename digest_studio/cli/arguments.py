"""The arguments of every command, and help that teaches them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from digest_studio import __version__
from digest_studio.app.editions import EDITIONS
from digest_studio.cli.suggest import did_you_mean

COMMANDS = ("open", "new", "export", "check", "plan", "render")
EDITIONS_TO_COME = tuple(name for name in ("accessible", "spreads", "booklet") if name not in EDITIONS)
EDITIONS_LATER = ("changed_since", "stamp", "signature", "up", "creep", "split_cover", "small")

AS_WRITTEN = argparse.RawDescriptionHelpFormatter

ABOUT = """\
Digest Studio makes a printed digest of a folder of plain files: issue.yaml with the outline, articles in Markdown,
photographs, advertisements.

  digest-studio                       the studio: the window
  digest-studio new my-issue          a new issue that exports as it is
  digest-studio export my-issue       the PDF, beside the folder: my-issue-proof.pdf
  digest-studio check my-issue        everything that is wrong, where, and what would be right
  digest-studio plan my-issue         which page carries what, and why
"""
MORE = """\
digest-studio COMMAND --help explains a command. Problems are printed as file:line: what is wrong (what would be right).
Exit status: 0 done and nothing wrong; 1 done, but with an error found; 2 nothing done; 130 interrupted.
"""
EXPORT = """\
Write the issue's PDF.

Editions (--edition):
  proof       for reading and correcting: RGB, photographs untouched, links, bookmarks and page labels; the bleed is kept
              outside the TrimBox
  print       for the press: PDF/X-4, CMYK, bleed, and marks if theme or issue ask for them (press: marks: true); photographs
              are converted to the output profile (press: profile:). With a preflight error nothing is written, unless --force
  accessible, spreads, booklet      come later

  digest-studio export my-issue
  digest-studio export my-issue --edition print
  digest-studio export my-issue -o ~/proof.pdf --pages 4-9,12
"""
CHECK = """\
Look the whole issue over before it is printed: files that are missing, text that does not fit, pictures with too few
pixels for their size, pictures without a description (alt), characters that no font has, articles and advertisements that
no outline entry places. Exit status 1 if there is an error among them; warnings and notes do not count.
"""
PLAN = """\
Print the flat plan: every page with its folio, what stands on it and in which template, and what the planner had to decide.
"""
NEW = """\
Make a new issue folder that exports as it is: cover, contents, one section, one article.

  digest-studio new spring --publication "Harbour Review" --period "Spring 2025"
  digest-studio new summer --from spring --period "Summer 2025"

--from takes publication, masthead, sections, theme and booked advertisements from an earlier issue, not its articles.
"""
RENDER = """\
Write pages as PNG, one file a page (page-001.png, ...), trimmed, as the studio shows them.

  digest-studio render my-issue -o pages
  digest-studio render my-issue --pages 1-4 --dpi 200 -o pages
"""
OPEN = """\
Open the studio: the window in which an issue is put together. Without ISSUE it begins with the recent issues. A folder
alone opens too:

  digest-studio
  digest-studio my-issue
"""


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are a sentence and a way on."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}\nTry: {self.prog} --help\n")
        raise SystemExit(2)

    def unknown(self, argument: str) -> NoReturn:
        """End with an error about an argument that the command does not know."""
        options = [o for o in self._option_string_actions if o.startswith("--")]
        self.error(f"there is no argument {argument}{did_you_mean(argument.partition('=')[0], options)}")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the arguments, or end with a word about what is wrong with them (SystemExit)."""
    top, commands = parser()
    options, unknown = top.parse_known_args(arguments)
    if unknown:
        commands.choices.get(options.command, top).unknown(unknown[0])
    return options


def parser() -> tuple[Parser, Commands]:
    """The parser of the whole command line, and its commands'."""
    top = Parser("digest-studio", description=ABOUT, epilog=MORE, formatter_class=AS_WRITTEN, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"Digest Studio {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    add_new(command(commands, "new", "a new issue folder", NEW))
    add_export(command(commands, "export", "the PDF", EXPORT))
    check = command(commands, "check", "every problem with its page and remedy", CHECK)
    plan = command(commands, "plan", "which page carries what, and why", PLAN)
    for sub in (check, plan):
        issue(sub)
        sub.add_argument("--json", action="store_true", help="print JSON for other programs")
    edition(check)
    studio = command(commands, "open", "the studio: the issue in a window", OPEN)
    studio.add_argument("issue", metavar="ISSUE", type=Path, nargs="?", help="the issue's folder")
    add_render(command(commands, "render", "pages as PNG", RENDER))
    return top, commands


def command(commands: Commands, name: str, short: str, about: str) -> Parser:
    """A subcommand that knows -q."""
    made = commands.add_parser(name, help=short, description=about, formatter_class=AS_WRITTEN, allow_abbrev=False)
    made.add_argument("-q", "--quiet", action="store_true", help="no progress, no notes")
    return made


def issue(sub: Parser) -> None:
    sub.add_argument("issue", metavar="ISSUE", type=Path, help="the issue's folder")


def edition(sub: Parser) -> None:
    known = (*EDITIONS, *EDITIONS_TO_COME)
    sub.add_argument("--edition", choices=known, default="proof", help="what the PDF is for (default: proof)")


def add_new(new: Parser) -> None:
    new.add_argument("folder", metavar="DIR", type=Path, help="the folder to make")
    new.add_argument("--theme", metavar="NAME", help="a bundled theme: secretariat (default) or quarterly")
    for name in ("publication", "tagline", "period", "language"):
        new.add_argument(f"--{name}", metavar="TEXT", help=f"the issue's {name}")
    new.add_argument("--from", dest="earlier", metavar="ISSUE", type=Path, help="an earlier issue to start from")


def add_export(export: Parser) -> None:
    issue(export)
    default = "the PDF (default: beside the folder, <folder>-<edition>.pdf)"
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help=default)
    edition(export)
    export.add_argument("--pages", metavar="4-9,12", help="only these pages, counted from 1 (not folios)")
    export.add_argument("--profile", metavar="NAME", help="print: an output profile's name, or its file in the issue's folder")
    export.add_argument("--force", action="store_true", help="print: export in spite of preflight errors")
    for name in EDITIONS_LATER:
        action = "store_true" if name in ("split_cover", "small") else "store"
        export.add_argument(f"--{name.replace('_', '-')}", action=action, help=argparse.SUPPRESS)


def add_render(render: Parser) -> None:
    issue(render)
    render.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder for the files")
    render.add_argument("--pages", metavar="1-4", help="only these pages, counted from 1 (not folios)")
    render.add_argument("--dpi", type=float, default=100, help="dots per inch (default: 100)")
