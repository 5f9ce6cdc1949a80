"""`check` of files that are no issue, and the reports that it writes."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.base.diagnostics import Diagnostic, has_errors
from digest_studio.cli.status import DONE, FOUND, refuse

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.preflight.profile import Profile

Problems = tuple[Diagnostic, ...]


def check_file(options: Namespace) -> int:
    """Print what is wrong with a finished PDF, or with an advertisement that arrived."""
    from digest_studio.app.resources import own_resources, resources
    from digest_studio.cli.commands import tell_all
    from digest_studio.preflight.profile import BASE
    from digest_studio.preflight.profiles import load_profile

    path: Path = options.issue
    profile, wrong = load_profile(options.preflight or BASE, path.parent, (resources(), own_resources()))
    try:
        ad = options.ad or options.size is not None or not _is_pdf(path)
        problems = (*wrong, *(_artwork(options, profile) if ad else _finished(options, profile)))
    except OSError as error:
        return refuse(f"{error.filename or path}: {error.strerror or error}")
    tell_all(problems, options.json)
    return FOUND if has_errors(problems) else DONE


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def _finished(options: Namespace, profile: Profile) -> Problems:
    """What is wrong with a finished PDF; its report is written."""
    from digest_studio.preflight.finished import ANY, read_back

    problems = read_back(options.issue, ANY, profile)
    if options.report:
        from digest_studio.app.report.write import report_file

        report_file(options.issue, problems, options.report, {"Held against": "PDF/X-4", "Preflight": profile.name})
    return problems


def _artwork(options: Namespace, profile: Profile) -> Problems:
    """What is wrong with an advertisement; its report is written, as a letter or as a PDF."""
    from digest_studio.app.artwork import arrived, report_text
    from digest_studio.app.booking import booked_for

    place, number = booked_for(options.issue, options.home, options.size)
    art = arrived(options.issue, place.size, place.bleed, profile.limits, number)
    if options.report and options.report.suffix.lower() == ".pdf":
        from digest_studio.app.report.write import report_file

        size = f"{art.size[0]:g} × {art.size[1]:g} mm" if art.size else "–"
        facts = {"Held against": "MagazineAds", "Trimmed size": size, "Booked size": str(place) or "–"}
        report_file(options.issue, art.problems, options.report, facts)
    elif options.report:
        options.report.write_text(report_text(art), "utf-8")
    return profile.weighed(art.problems)


def write_report(made: Made, problems: Problems, options: Namespace) -> bool:
    """Write the report on an issue; whether that could be done."""
    from digest_studio.app.report.write import report_issue

    facts = {"Edition": options.edition}
    if options.edition == "print":
        facts |= {"Printing condition": made.issue.press.profile or made.theme.press.profile}
        facts |= {"Preflight": options.preflight or made.issue.press.preflight or made.theme.press.preflight}
    try:
        report_issue(made, problems, options.report, facts)
    except OSError as error:
        refuse(f"{error.filename or options.report}: {error.strerror or error}")
        return False
    return True
