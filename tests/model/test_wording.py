"""Fields have names that people know, in labels of steps."""

from __future__ import annotations

from dataclasses import fields

import pytest

from digest_studio.base.say import Said
from digest_studio.model import issue
from digest_studio.model.wording import field_names, quoted

STRUCTURE = {"id", "source", "folder", "outline", "articles", "ads", "theme_overrides", "hyphenation"} | {
    "body", "body_line", "markdown"
}  # fmt: skip
KINDS = [issue.Issue, issue.Article, issue.Photo, issue.Author, issue.Section, issue.Divider, issue.Cover, issue.Masthead,
         issue.Imprint, issue.Press, issue.Ad]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_that_can_be_changed_has_a_name_to_be_translated(kind: type) -> None:
    names = [field.name for field in fields(kind) if field.name not in STRUCTURE]
    said = field_names(names)
    assert said == ", ".join(name.replace("_", " ") for name in names)
    assert all(isinstance(name, Said) for name in said.values.values())


def test_a_title_is_quoted_on_one_line_and_cut() -> None:
    assert quoted("Ski\ntour") == "“Ski tour”"
    assert quoted("long " * 20).endswith("…”") and len(quoted("long " * 20)) <= 40
