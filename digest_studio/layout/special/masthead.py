"""Who makes the publication and how to reach them: masthead and imprint in blocks side by side.

In: the issue's masthead and imprint. Out: blocks of set text with their links, and their depth in grid lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from digest_studio.display.items import Item, Tag
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.special.sheet import Sheet
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.issue import Issue
from digest_studio.theme.names import Columns, StyleName

SOCIAL: Mapping[str, str] = {
    "x": "https://x.com/", "twitter": "https://x.com/", "facebook": "https://www.facebook.com/",
    "instagram": "https://www.instagram.com/", "linkedin": "https://www.linkedin.com/company/",
    "youtube": "https://www.youtube.com/@", "telegram": "https://t.me/", "threads": "https://www.threads.net/@",
    "vk": "https://vk.com/", "tiktok": "https://www.tiktok.com/@", "github": "https://github.com/",
}
"""Where a name on a service leads; a service that is not here is printed without a link."""
NAMES: Mapping[str, str] = {
    "x": "X", "youtube": "YouTube", "linkedin": "LinkedIn", "vk": "VK", "tiktok": "TikTok", "github": "GitHub",
}


class Masthead(NamedTuple):
    """Blocks of set paragraphs, each in its columns; `lines` is the longest block's depth in grid lines."""

    blocks: tuple[tuple[Columns, tuple[SetText, ...]], ...]
    lines: int


class _Words(NamedTuple):
    """A paragraph of a block: its text, whether it is the block's name, where it leads."""

    text: str
    name: bool = False
    link: str | None = None


def set_masthead(ctx: Context, issue: Issue) -> Masthead:
    """Masthead and imprint set in the columns that the theme gives them; empty blocks leave no gap."""
    design = ctx.theme.special.contents
    blocks = [block for block in (_organisation(issue), _contacts(issue), _imprint(issue)) if block]
    while len(blocks) > len(design.masthead):
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    made = []
    for columns, block in zip(design.masthead, blocks, strict=False):
        width = ctx.theme.column(*columns)[1]
        styles: dict[bool, StyleName] = {True: design.masthead_name, False: design.masthead_text}
        made.append((columns, tuple(set_text(ctx, styles[words.name], words.text, width, link=words.link) for words in block)))
    deepest = max((sum(text.depth for text in block) for _, block in made), default=0.0)
    return Masthead(tuple(made), Sheet(ctx, True).lines(deepest))


def masthead_items(sheet: Sheet, masthead: Masthead, first_line: int) -> tuple[Item, ...]:
    """The blocks' items, their first baselines on grid line `first_line`."""
    items: list[Item] = []
    for number, (columns, block) in enumerate(masthead.blocks):
        y = sheet.baseline(first_line)
        for index, text in enumerate(block):
            items += place_lines(text, sheet.span(columns)[0], y, Tag("P", f"masthead:{number}:{index}"))
            y += text.depth
    return tuple(items)


def _organisation(issue: Issue) -> list[_Words]:
    masthead = issue.masthead
    if masthead is None:
        return []
    name = [_Words(masthead.organisation, name=True)] if masthead.organisation else []
    return name + [_Words(line) for line in masthead.address if line]


def _contacts(issue: Issue) -> list[_Words]:
    masthead = issue.masthead
    if masthead is None:
        return []
    words = [_Words(masthead.phone)] if masthead.phone else []
    if masthead.email:
        words.append(_Words(masthead.email, link=f"mailto:{masthead.email}"))
    if masthead.web:
        link = masthead.web if "://" in masthead.web else f"https://{masthead.web}"
        words.append(_Words(masthead.web, link=link))
    for service, handle in masthead.social.items():
        base = SOCIAL.get(service.lower())
        name = NAMES.get(service.lower(), service.capitalize())
        words.append(_Words(f"{name}: {handle}", link=base + handle.lstrip("@") if base else None))
    return words


def _imprint(issue: Issue) -> list[_Words]:
    imprint = issue.imprint
    if imprint is None:
        return []
    words = [_Words(" ".join(part for part in (issue.publication, imprint.number) if part), name=True)] if imprint.number else []
    if imprint.issn:
        words.append(_Words(f"ISSN {imprint.issn.removeprefix('ISSN').strip()}"))
    words += [_Words(part) for part in (", ".join(imprint.editors), imprint.publisher, imprint.text) if part]
    return words
