"""The arguments of every command, and help that teaches them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias, get_args

from digest_studio import __version__
from digest_studio.app.editions import EDITIONS
from digest_studio.cli.sheets import add_sheet_options
from digest_studio.cli.suggest import did_you_mean
from digest_studio.model.issue import AdSize

COMMANDS = ("open", "new", "export", "check", "plan", "render")
EDITIONS_TO_COME = tuple(name for name in ("accessible",) if name not in EDITIONS)

AS_WRITTEN = argparse.RawDescriptionHelpFormatter

ABOUT = """\
Digest Studio makes a printed digest of a folder of plain files: issue.yaml with the outline, articles in Markdown,
photographs, advertisements.

  digest-studio                       the studio: the window
  digest-studio new my-issue          a new issue that exports as it is
  digest-studio export my-issue       the PDF for the printer, beside the folder: my-issue-print.pdf
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
  print       unless told otherwise: for the press, PDF/X-4, CMYK, bleed, and marks if theme or issue ask for them (press:
              marks: true); photographs are converted to the output profile (press: profile:). With a preflight error nothing
              is written, unless --force
  proof       for reading and correcting: RGB, photographs untouched, links, bookmarks and page labels; the bleed is kept
              outside the TrimBox. Below it stand the issue and a fingerprint: the same folder has the same, another state of
              it another. --stamp writes a word across every page, --small makes a file for e-mail
  spreads     as a reader sees it: the cover alone, then 2-3, 4-5 side by side; a proof with links, or --colours press
  booklet     sheets for saddle stitch: printed on both sides, turned over from left to right, folded and laid into each other
              in order. PDF/X-4 with crop and fold marks; two pages on a side, or four head to head (--up 4); inner pages moved
              towards the spine (--paper 0.1, or --creep 1.2). --colours proof is for an office printer that prints on both
              sides, turned over on the short edge: no marks, two pages fill a sheet
  accessible  comes later

  digest-studio export my-issue
  digest-studio export my-issue --edition proof
  digest-studio export my-issue --edition booklet --signature 16 --paper 0.1
  digest-studio export my-issue --edition proof -o ~/proof.pdf --pages 4-9,12
  digest-studio export my-issue --edition proof --stamp "Not approved" --small
  digest-studio export my-issue --changed-since my-issue-print.pdf      my-issue-print-changed.pdf
"""
CHECK = """\
Look the whole issue over before it is printed: files that are missing, text that does not fit, pictures with too few
pixels for their size, pictures without a description (alt), characters that no font has, articles and advertisements that
no outline entry places. Exit status 1 if there is an error among them; warnings and notes do not count.

For the press (unless --edition says otherwise) also what a printer would send back: ink, bleed, hairlines, text near the trim
or in the gutter, fonts, advertisements. --preflight names the limits: magazine, newspaper, or an office's own
(docs/preflight.md).

A finished PDF is read back and held against PDF/X-4, from whatever program it comes. With --ad, and for pictures, the file is
looked at as an advertisement; --report FILE.txt then writes a letter to its advertiser. An advertisement of the issue in whose
folder it lies is held against the size that is booked; of any other, --size says what was: full-page, half-page,
half-page-vertical, third-page, quarter-page or spread, as large as in the issue of --for. A part of a page needs no bleed.

  digest-studio check my-issue
  digest-studio check my-issue --edition proof
  digest-studio check my-issue --preflight newspaper --report preflight.pdf
  digest-studio check my-issue-print.pdf --report preflight.pdf
  digest-studio check ~/Downloads/bank.pdf --ad --report bank.txt
  digest-studio check ~/Downloads/bank.pdf --ad --size half-page --for my-issue
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
    issue(plan)
    for sub in (check, plan):
        sub.add_argument("--json", action="store_true", help="print JSON for other programs")
    add_check(check)
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
    sub.add_argument("--edition", choices=known, default="print", help="what the PDF is for (default: print)")


def preflight(sub: Parser) -> None:
    limits = "for the press: the limits to hold it to: magazine, newspaper, or an office's own"
    sub.add_argument("--preflight", metavar="NAME", help=limits)


def add_check(check: Parser) -> None:
    check.add_argument("issue", metavar="ISSUE|FILE", type=Path, help="the issue's folder, a finished PDF, or an advertisement")
    edition(check)
    preflight(check)
    check.add_argument("--ad", action="store_true", help="the file is an advertisement that arrived")
    booked = "of an advertisement: what was booked, as half-page"
    check.add_argument("--size", metavar="SIZE", choices=get_args(AdSize), help=booked)
    whose = "of an advertisement: the folder of the issue that it is for (default: the issue that the file lies in)"
    check.add_argument("--for", dest="home", metavar="ISSUE", type=Path, help=whose)
    report = "write a report with the pages concerned, the places marked (.pdf); of an advertisement also as text (.txt)"
    check.add_argument("--report", metavar="FILE", type=Path, help=report)


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
    export.add_argument("--pages", metavar="4-9,12", help="only these pages, counted from 1 (not folios); or their sheets")
    profile = "for the press: coated-fogra39, uncoated-fogra47, newsprint-ifra26, or a CMYK profile's file in the issue's folder"
    export.add_argument("--profile", metavar="NAME", help=profile)
    preflight(export)
    export.add_argument("--force", action="store_true", help="for the press: export in spite of preflight errors")
    export.add_argument("--stamp", metavar="TEXT", help="proof, spreads: a word across every page, large and light")
    export.add_argument("--small", action="store_true", help="proof, spreads: a file for e-mail, photographs as JPEG of 150 ppi")
    since = "proof, print: list and export only the pages that look different from those of an earlier PDF"
    export.add_argument("--changed-since", metavar="OLD.pdf", type=Path, help=since)
    cover = "proof, print, booklet: the cover (the first two pages and the last two) as a file of its own, <file>-cover.pdf"
    export.add_argument("--split-cover", action="store_true", help=cover)
    add_sheet_options(export)


def add_render(render: Parser) -> None:
    issue(render)
    render.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder for the files")
    render.add_argument("--pages", metavar="1-4", help="only these pages, counted from 1 (not folios)")
    render.add_argument("--dpi", type=float, default=100, help="dots per inch (default: 100)")
