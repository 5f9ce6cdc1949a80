"""What fields and articles are called in labels."""

from __future__ import annotations

from collections.abc import Iterable

from digest_studio.base.say import Said, listed, say
from digest_studio.model.label import LONGEST
from digest_studio.source.nodes import shown

_NAMES = (
    *(say("title"), say("contents title"), say("kicker"), say("standfirst"), say("byline"), say("date"), say("language")),
    *(say("template"), say("pages"), say("status"), say("author"), say("photos")),
    *(say("file"), say("alt"), say("caption"), say("credit"), say("focus"), say("crop"), say("shape"), say("place")),
    *(say("name"), say("role"), say("photo"), say("signature"), say("closing")),
    *(say("publication"), say("period"), say("tagline"), say("typography"), say("theme"), say("page multiple")),
    *(say("first page"), say("masthead"), say("imprint"), say("cover"), say("headlines"), say("divider"), say("items")),
    *(say("organisation"), say("address"), say("phone"), say("email"), say("web"), say("social")),
    *(say("number"), say("issn"), say("editors"), say("publisher"), say("text")),
    *(say("press"), say("profile"), say("marks"), say("preflight"), say("intent")),
    *(say("advertiser"), say("size"), say("bleed"), say("side"), say("position"), say("not facing"), say("fixed")),
    say("convert"),
)
_FIELDS = {name.replace(" ", "_"): name for name in _NAMES}


def field_names(changes: Iterable[str]) -> Said:
    """The names of fields as people write them."""
    return listed((_FIELDS.get(name) or name.replace("_", " ") for name in changes), ", ")


def quoted(title: str) -> Said:
    """An article's title in quotation marks, on one line and cut."""
    return say("“{title}”", title=shown(" ".join(title.split()), LONGEST - 2))
