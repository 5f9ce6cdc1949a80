"""The issue's values -> the plain values of its files: what `splice.edit` compares, and what a new file is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from digest_studio.model.issue import (
    Ad,
    AdEntry,
    Article,
    ArticleEntry,
    ContentsEntry,
    Headline,
    Issue,
    OutlineEntry,
    Photo,
    Section,
)
from digest_studio.source.emit import Short

_NOT_IN_ISSUE_YAML = frozenset({"folder", "articles", "theme_overrides", "hyphenation"})
_NOT_IN_FRONT_MATTER = frozenset({"body", "markdown", "body_line"})


def issue_values(issue: Issue) -> dict[str, Any]:
    """issue.yaml, without `format`."""
    return _mapping(issue, _NOT_IN_ISSUE_YAML)


def front_matter(article: Article) -> dict[str, Any]:
    """An article's front matter."""
    return _mapping(article, _NOT_IN_FRONT_MATTER)


def _mapping(value: Any, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A dataclass as a mapping; what has its default value is not written."""
    found = {}
    for field in fields(value):
        if field.name in ("source", "id") or field.name in without:
            continue
        item = getattr(value, field.name)
        if item != _default(field):
            found[field.metadata.get("key", field.name.replace("_", "-"))] = _plain(item)
    return found


def _default(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _plain(value: Any) -> Any:
    if isinstance(value, Photo):
        return Short(_mapping(value))
    if isinstance(value, Headline):
        return {"article": value.article} if value.article is not None else value.text
    if isinstance(value, ContentsEntry | ArticleEntry | AdEntry | Section):
        return _entry(value)
    if isinstance(value, Ad):
        found = _mapping(value)
        return found | ({"page": value.pages[0]} if "page" in found and len(value.pages) == 1 else {})
    if is_dataclass(value):
        return _mapping(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _entry(entry: OutlineEntry) -> Any:
    """An entry of the outline."""
    if isinstance(entry, ContentsEntry):
        return {"contents": _mapping(entry)} if entry.photo else "contents"
    if not isinstance(entry, Section):
        return _mapping(entry)
    found = _mapping(entry)
    items = [Short(item) if "article" in item else item for item in found.pop("items", [])]
    return found | {"items": items}
