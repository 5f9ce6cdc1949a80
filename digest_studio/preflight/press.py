"""What a printer would send back, found on the pages before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.outputs import OutputProfile
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.display.document import Document
from digest_studio.model.issue import Issue
from digest_studio.plan.result import Plan
from digest_studio.preflight.ads import ads
from digest_studio.preflight.bleeds import bleeds
from digest_studio.preflight.checks import first_pages, locate, resolution
from digest_studio.preflight.inks import fine_print, inks
from digest_studio.preflight.pages import contents, fonts, margins, on_ads, stretched
from digest_studio.preflight.placing import framed
from digest_studio.preflight.profile import MAGAZINE, Profile
from digest_studio.theme.types import Theme


class Laid(NamedTuple):
    """An issue with its finished pages, and what they were made with."""

    issue: Issue
    plan: Plan
    document: Document
    theme: Theme
    images: Mapping[str, ImageFacts]


def press_preflight(laid: Laid, output: OutputProfile, profile: Profile = MAGAZINE) -> tuple[Diagnostic, ...]:
    """What is wrong for a press that `output` describes, in page order, as `profile` weighs it."""
    issue, plan, document, theme, images = laid
    limits = profile.limits
    art = {images[ad.file].path: ad for ad in issue.ads.values() if ad.file in images}
    problems = [
        *resolution(issue, document, images, limits), *stretched(document, limits), *inks(document, output, limits),
        *fine_print(document, limits), *margins(document, plan, theme, limits), *bleeds(document, art, limits),
        *ads(issue, document, images, limits), *on_ads(document), *fonts(document), *contents(issue, plan, document),
    ]  # fmt: skip
    pages = first_pages(plan)
    located = (framed(locate(problem, pages), document) for problem in problems)
    return tuple(sorted(profile.weighed(located), key=lambda problem: problem.page or 0))
