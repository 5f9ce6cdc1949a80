"""Checks of single values of issue.yaml and of front matter, each with the line where the value stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.model.issue import Ad, Article, Issue
from digest_studio.source.decode import did_you_mean, problem
from digest_studio.source.nodes import Map, Node, shown

FORMAT = 1
MAX_PAGES = 2000
"""Pages of an issue or an article: what perfect binding takes. A number beyond is a slip of the finger."""
MAX_MULTIPLE = 64
"""Pages to a signature: presses fold 4 to 32; a larger one would only make blank pages."""
MAX_FIRST_PAGE = 99_999
MAX_AD_BLEED = 50.0
"""Millimetres of bleed: printers ask for 3 to 5."""

ID = re.compile(r"[\w-]{1,100}")
_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*", re.IGNORECASE
)
"""RFC 5646, 2.1: language, script, region, variants."""


def is_language(tag: str) -> bool:
    """Whether `tag` is written as BCP 47 asks."""
    return _LANGUAGE.fullmatch(tag) is not None


def issue_values(issue: Issue, node: Map) -> Iterator[Diagnostic]:
    """What is wrong with the numbers and words of issue.yaml."""
    yield from _between(node, "page-multiple", issue.page_multiple, MAX_MULTIPLE)
    yield from _between(node, "first-page", issue.first_page, MAX_FIRST_PAGE)
    yield from _between(node, "pages", issue.pages, MAX_PAGES)
    yield from _language(node, issue.language)
    if not ID.fullmatch(issue.theme):
        message = say("`{theme}` is no theme's name", theme=shown(issue.theme))
        yield problem("wrong-value", node.entries["theme"].source, message, say("a name has letters, digits, - and _"))
    for key in ("publication", "period"):
        if key in node.entries and not getattr(issue, key).strip():
            yield problem(
                "missing-key", node.entries[key].source, say("`{key}` is empty", key=key), say("write what the cover prints")
            )
    ads = node.entries.get("ads")
    for ad in issue.ads.values():
        if isinstance(ads, Map) and isinstance(entry := ads.entries.get(ad.id), Map):
            yield from _ad(ad, ads.entries.keys(), entry, ads.keys.get(ad.id, entry.source))


def article_values(article: Article, node: Map) -> Iterator[Diagnostic]:
    """What is wrong with the values of an article's front matter."""
    if "title" in node.entries and not article.title.strip():
        yield problem("missing-key", node.entries["title"].source, say("`title` is empty"), say("write the article's title"))
    yield from _between(node, "pages", article.pages, MAX_PAGES)
    yield from _language(node, article.language)


def format_problem(node: Node) -> Diagnostic | None:
    """Why a file of this `format` is not read at all."""
    if not isinstance(node, Map):
        return problem(
            "format", node.source, say("this is no issue: keys are missing"), say("write `format: 1`, `publication: …` and so on")
        )
    found = node.entries.get("format")
    number = getattr(found, "value", None)
    if found is not None and type(number) is int and number > FORMAT:
        message = say(
            "the folder has format {number}; this version of Digest Studio reads format {format}", number=number, format=FORMAT
        )
        return problem("format", found.source, message, say("open it with a newer version of Digest Studio"))
    if found is None:
        return problem(
            "format",
            Source(node.source.file, 1),
            say("`format` is missing"),
            say("add `format: {format}` as the first line", format=FORMAT),
        )
    if number != FORMAT or type(number) is not int:
        return problem(
            "format",
            found.source,
            say("`format` is no number that was ever given"),
            say("write `format: {format}`", format=FORMAT),
        )
    return None


def _between(node: Map, key: str, value: int | None, most: int) -> Iterator[Diagnostic]:
    if value is not None and not 1 <= value <= most:
        message = say("`{key}` is {value}", key=key, value=value)
        yield problem("wrong-value", node.entries[key].source, message, say("write a number from 1 to {most}", most=most))


def _language(node: Map, tag: str | None) -> Iterator[Diagnostic]:
    if tag is not None and not is_language(tag):
        remedy = (
            say("did you mean `{nearest}`?", nearest=tag.replace("_", "-"))
            if is_language(tag.replace("_", "-"))
            else say("write a BCP 47 tag: en, ru, kk, pt-BR")
        )
        yield problem("wrong-value", node.entries["language"].source, say("`{tag}` is no language tag", tag=shown(tag)), remedy)


def _ad(ad: Ad, booked: Collection[str], node: Map, key: Source) -> Iterator[Diagnostic]:
    if not ID.fullmatch(ad.id):
        yield problem(
            "wrong-value", key, say("`{ad}` is no advertisement's id", ad=shown(ad.id)), say("use letters, digits, - and _")
        )
    if not ad.pages or min(ad.pages) < 1 or len(ad.pages) > (2 if ad.size == "spread" else 1):
        remedy = say("write the number of a page of the PDF; a spread may have two, [1, 2]")
        yield problem(
            "wrong-value", node.entries["page"].source, say("`page` does not suit the size {size}", size=ad.size), remedy
        )
    if not 0 <= ad.bleed <= MAX_AD_BLEED:
        message = say("`bleed` is {bleed:g} mm", bleed=ad.bleed)
        yield problem(
            "wrong-value", node.entries["bleed"].source, message, say("write millimetres from 0 to {most:g}", most=MAX_AD_BLEED)
        )
    for other in ad.not_facing:
        if other not in booked:
            message = say("there is no advertisement `{ad}`", ad=shown(other))
            yield problem("unknown-ad", node.entries["not-facing"].source, message, did_you_mean(other, booked))
