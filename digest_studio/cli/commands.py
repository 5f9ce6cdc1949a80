"""The commands: arguments in, an exit status out. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from digest_studio.app.cover import LEAST_PAGES, split_cover
from digest_studio.app.editions import EDITIONS, LookedOver, Wishes
from digest_studio.app.elsewhere import worthwhile
from digest_studio.app.folding import SheetWishes, folding_mistake
from digest_studio.app.session import Made, Progress, Refused, make, open_issue, ready_for_press, ready_to_lay_out, ready_to_write
from digest_studio.base.diagnostics import Diagnostic, Severity, has_errors
from digest_studio.cli.page_range import BadRange, page_range
from digest_studio.cli.progress import progress_bar
from digest_studio.cli.report import count_line, problem_lines
from digest_studio.cli.sheets import sheet_wishes
from digest_studio.cli.status import DONE, FOUND, NOTHING_DONE, refuse
from digest_studio.cli.suggest import did_you_mean


def export(options: Namespace) -> int:
    """Make the PDF and say what is wrong with it."""
    if options.stamp is not None:
        from digest_studio.app.proof import stamp_mistake

        if mistake := stamp_mistake(options.stamp):
            return refuse(mistake)
    sheets = sheet_wishes(options)
    if mistake := folding_mistake(sheets.folding):
        return refuse(mistake)
    made = made_or_told(options, ready_for_press if options.edition == "print" else ready_to_write)
    if made is None:
        return NOTHING_DONE
    try:
        pages = page_range(options.pages, len(made.plan.pages)) if options.pages else None
    except BadRange as error:
        return refuse(str(error))
    name = f"{options.edition}-changed" if options.changed_since else options.edition
    target, count = options.output or beside(options.issue, name), len(made.plan.pages)
    if options.split_cover and count < LEAST_PAGES:
        return refuse(f"the issue has {count} pages: the cover leaves nothing for a file of the inside; leave --split-cover out")
    looked_over = EDITIONS[options.edition](made, wishes_of(options, sheets))
    write = looked_over.write
    if write is None or (looked_over.stopped and not options.force):
        tell_problems(looked_over.problems, options.quiet)
        why = "a printer would send this back (--force writes it all the same)" if write else "this edition cannot be made"
        return refuse(f"nothing was written: {why}")
    if options.changed_since:
        from digest_studio.cli.changed import NotComparable, changed_pages

        try:
            pages = changed_pages(made, looked_over, pages, options)
        except NotComparable as reason:
            return refuse(str(reason))
    files = split_cover(target, pages, count) if options.split_cover else ((target, pages),)
    problems = write_files([(path, numbers) for path, numbers in files if numbers != frozenset()], looked_over, options)
    return FOUND if has_errors(problems) else DONE


Problems = tuple[Diagnostic, ...]


def write_files(files: Sequence[tuple[Path, frozenset[int] | None]], looked_over: LookedOver, options: Namespace) -> Problems:
    """Write each file with its pages and name it; everything that is wrong, told."""
    assert looked_over.write is not None
    problems = looked_over.problems
    for path, numbers in files:
        with progress_bar("Writing the PDF", options.quiet) as progress:
            problems += looked_over.write(path, numbers, progress)
    tell_problems(problems, options.quiet)
    for path, _ in files:
        print(path)
    return problems


def plan(options: Namespace) -> int:
    """Print which page carries what."""
    made = made_or_told(options)
    if made is None:
        return NOTHING_DONE
    from digest_studio.plan.ledger import ledger

    assert made.context is not None
    with progress_bar("Pricing other plans", options.quiet):
        priced = ledger(made.issue, made.context, made.plan)
    if options.json:
        from digest_studio.cli.json_output import plan_json

        print(plan_json(made.plan, priced))
    else:
        from digest_studio.cli.flat_plan import plan_lines

        print("\n".join(plan_lines(made.issue, made.plan, priced)))
        tell_problems(made.problems, options.quiet)
    return FOUND if has_errors(made.problems) else DONE


def check(options: Namespace) -> int:
    """Print everything that is wrong with an issue, or with a file."""
    if options.issue.is_file() and options.issue.name != "issue.yaml":
        from digest_studio.cli.checking import check_file

        return check_file(options)
    if missing := no_folder(options.issue):
        return refuse(missing)
    made = opened_and_made(options.issue, nothing_else, None)
    problems = made.problems if isinstance(made, Refused) else _checked(made, options)
    tell_all(problems, options.json)
    if options.report and not isinstance(made, Refused):
        from digest_studio.cli.checking import write_report

        if not write_report(made, problems, options):
            return NOTHING_DONE
    if isinstance(made, Refused):
        return NOTHING_DONE
    return FOUND if has_errors(problems) else DONE


def wishes_of(options: Namespace, sheets: SheetWishes) -> Wishes:
    """What the edition is asked for."""
    return Wishes(options.profile, sheets, options.stamp or "", options.small, options.preflight)


def tell_all(problems: Problems, as_json: bool) -> None:
    """Print the problems on stdout, for people or for programs."""
    if as_json:
        from digest_studio.cli.json_output import problems_json

        print(problems_json(problems))
    else:
        print("\n".join([*problem_lines(problems), count_line(problems)]))


def _checked(made: Made, options: Namespace) -> Problems:
    """Everything that is wrong for an edition."""
    return EDITIONS[options.edition](made, Wishes(preflight=options.preflight)).problems


def new(options: Namespace) -> int:
    """Make a new issue folder."""
    from digest_studio.app.resources import own_resources, resources
    from digest_studio.app.start import start_issue
    from digest_studio.theme.load import theme_names

    if options.earlier and (missing := no_folder(options.earlier)):
        return refuse(missing)
    if options.theme and options.theme not in (themes := theme_names(resources(), own_resources())):
        return refuse(f"there is no theme {options.theme}{did_you_mean(options.theme, themes)}; there are {', '.join(themes)}")
    wishes = {name: getattr(options, name) for name in ("theme", "publication", "period", "tagline", "language")}
    problems = start_issue(options.folder, options.earlier, {name: wish for name, wish in wishes.items() if wish})
    tell_problems(problems, options.quiet)
    if has_errors(problems):
        return NOTHING_DONE
    print(options.folder)
    if not options.quiet:
        sys.stderr.write(f"A new issue. Make its PDF with: digest-studio export {options.folder}\n")
    return DONE


def nothing_else() -> None:
    """What a command imports that needs nothing but pages."""


def opened_and_made(folder: Path, next_import: Callable[[], None], progress: Progress | None) -> Made | Refused:
    """The issue laid out, or why not. Where there are two processors, one reads the folder while the other imports what
    laying out needs and what comes next; then both lay out."""

    def imports() -> None:
        ready_to_lay_out()
        next_import()

    together = worthwhile()
    opened = open_issue(folder, imports if together else None)
    _kept.append(opened)
    return opened if isinstance(opened, Refused) else make(opened, progress, together)


_kept: list[object] = []
"""What a command opened: taking apart what was remembered of it costs a hundredth of an export, and its end is near."""


def made_or_told(options: Namespace, next_import: Callable[[], None] = nothing_else) -> Made | None:
    """The issue laid out; None, after saying why, if nothing can be made of the folder."""
    if missing := no_folder(options.issue):
        refuse(missing)
        return None
    with progress_bar("Laying out the articles", options.quiet) as progress:
        made = opened_and_made(options.issue, next_import, progress)
    if isinstance(made, Refused):
        tell_problems(made.problems, options.quiet)
        return None
    return made


def no_folder(folder: Path) -> str:
    """What is wrong with the path of an issue; "" if it is a folder."""
    if folder.is_dir():
        return ""
    if folder.name == "issue.yaml" and folder.is_file():
        return f"{folder} is a file; name the folder that it lies in: {folder.parent}"
    if folder.exists():
        return f"{folder} is a file; an issue is a folder with an issue.yaml"
    parent = folder.parent
    neighbours = [p.name for p in parent.iterdir() if p.is_dir()] if parent.is_dir() else []
    return f"there is no folder {folder}{did_you_mean(folder.name, neighbours)}"


def beside(folder: Path, edition: str) -> Path:
    """Where the PDF goes unless told: beside the issue's folder, also when that is named as `.` or `..`."""
    name = f"{folder.resolve().name}-{edition}.pdf"
    return folder.resolve().parent / name if folder.name in ("", "..") else folder.parent / name


def tell_problems(problems: Sequence[Diagnostic], quiet: bool) -> None:
    """Print the problems to stderr, errors alone if `quiet`, and count them."""
    shown = [p for p in problems if p.severity is Severity.ERROR or not quiet]
    if shown:
        sys.stderr.write("\n".join([*problem_lines(shown), count_line(shown)]) + "\n")
