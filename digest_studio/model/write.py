"""An issue -> its folder: only files whose content changed, and in them only what changed.

A file is written when its new text, read again, says exactly what was wished, and when it is on disk as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.base.values import dataclass
from digest_studio.model import encode
from digest_studio.model.forms import HOOKS
from digest_studio.model.issue import Article, Issue
from digest_studio.model.read import ARTICLES, ISSUE, THEME, ReadResult, parse_article, split_article
from digest_studio.source import emit, splice
from digest_studio.source.atomic import write_files
from digest_studio.source.decode import decode
from digest_studio.source.nodes import Map
from digest_studio.source.paths import TextFile, decode_text
from digest_studio.source.yaml import parse_yaml


@dataclass(frozen=True, slots=True)
class Saved:
    """`written` are the files that changed; with a problem, none did. `read` is what the next `save` starts from."""

    written: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]
    read: ReadResult


def save(before: ReadResult, issue: Issue) -> Saved:
    """Writes what differs between `before` and `issue`. Articles come before the outline that may name them.

    A file that somebody else changed since it was read is not overwritten, and then nothing is written at all. Files are
    never deleted: an article that `issue` lacks stays in its file. Raises OSError, with every file whole.
    """
    if before.issue is None:
        raise ValueError("an issue that could not be read cannot be saved")
    folder = Path(before.issue.folder)
    changed = _changed_files(before, before.issue, issue)
    problems = tuple(problem for file in changed if (problem := _conflict(folder, file, before.files.get(file.name))))
    if problems or not changed:
        return Saved((), problems, before)
    write_files({folder / file.name: file.data for file in changed})
    files = {**before.files, **{file.name: file for file in changed}}
    return Saved(tuple(folder / file.name for file in changed), (), replace(before, issue=issue, files=files))


def _changed_files(before: ReadResult, old: Issue, new: Issue) -> list[TextFile]:
    """The files whose text changes, as they will be."""
    known = old.articles
    files = [
        _article(before.files, known.get(name), article) for name, article in new.articles.items() if article != known.get(name)
    ]
    if new.theme_overrides is not None and new.theme_overrides != old.theme_overrides:
        files.append(_file(before.files, THEME, new.theme_overrides))
    files.append(_issue(before.files[ISSUE], old, new))
    return [file for file in files if file.name not in before.files or file.data != before.files[file.name].data]


def _conflict(folder: Path, file: TextFile, read: TextFile | None) -> Diagnostic | None:
    """Why `file` may not be written: on disk it is not what was read."""
    try:
        on_disk = (folder / file.name).read_bytes()
    except FileNotFoundError:
        on_disk = None
    if on_disk == (read.data if read else None):
        return None
    if on_disk is None:
        message = say("the file was deleted by another program since it was read; nothing was saved")
    elif read:
        message = say("the file was changed by another program since it was read; nothing was saved")
    else:
        message = say("the file was made by another program since it was read; nothing was saved")
    return Diagnostic(
        "changed-on-disk", message, say("read the folder again, or save under another name"), source=Source(file.name)
    )


def _file(files: Mapping[str, TextFile], name: str, text: str) -> TextFile:
    """The file `name` with a new text, in the encoding that it had."""
    known = files.get(name)
    return replace(known, text=text, data=known.encoded(text)) if known else TextFile(name, text, text.encode())


# --- issue.yaml


def _issue(file: TextFile, old: Issue, new: Issue) -> TextFile:
    """issue.yaml, saying `new`."""
    before, after = encode.issue_values(old), encode.issue_values(new)
    if before == after:
        return file
    text = _edited(file.text, before, after)
    if _read_issue(text) != after:
        text = _rewritten(file.text, before, after)
    if _read_issue(text) != after:
        raise AssertionError(f"{ISSUE} would not say what was wished")
    return replace(file, text=text, data=file.encoded(text))


def _edited(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The text with its differences spliced in; as it was, if it cannot be spliced."""
    node, _ = parse_yaml(text, ISSUE)
    try:
        return splice.edit(text, node, before, after) if node else text
    except splice.Unsplittable:
        return text


def _rewritten(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The text with every key whose value differs written anew, whatever its form was."""
    for key, value in after.items():
        node, _ = parse_yaml(text, ISSUE)
        if isinstance(node, Map) and key in node.entries and before.get(key) != value:
            text = splice.replace_value(text, node.key_spans[key], node.entries[key], key, value)
    same = {key: value for key, value in after.items() if key in before} | {k: v for k, v in before.items() if k not in after}
    return _edited(text, same, after)


def _read_issue(text: str) -> dict[str, Any] | None:
    """What a text of issue.yaml says; None when something in it is wrong."""
    node, found = parse_yaml(text, ISSUE)
    if found or not isinstance(node, Map):
        return None
    entries = {"ads": Map({}, {}, node.source), **node.entries}
    entries.pop("format", None)
    given: dict[str, object] = {"folder": "", "articles": {}, "theme_overrides": None, "hyphenation": {}}
    problems: list[Diagnostic] = []
    issue = decode(Map(entries, node.keys, node.source), Issue, problems, hooks=HOOKS, given=given)
    return encode.issue_values(issue) if issue and not problems else None


# --- articles


def _article(files: Mapping[str, TextFile], old: Article | None, new: Article) -> TextFile:
    """An article's file, saying `new`."""
    name = old.source.file if old and old.source else f"{ARTICLES}/{new.id}.md"
    file = files.get(name)
    text = _new_article(new) if file is None or old is None else _article_text(file, old, new)
    if not _says(name, text, new) and file and old:
        body = split_article(replace(file, text=text))
        text = _front(encode.front_matter(new), splice.line_end(text)) + (
            new.markdown if isinstance(body, Diagnostic) else body.body
        )
    if not _says(name, text, new):
        raise AssertionError(f"{name} would not say what was wished")
    return _file(files, name, text)


def _article_text(file: TextFile, old: Article, new: Article) -> str:
    """The file's text with the front matter spliced and the body replaced, each only if it differs."""
    parts = split_article(file)
    assert not isinstance(parts, Diagnostic), "it was read"
    front = file.text[: parts.body_start]
    before, after = encode.front_matter(old), encode.front_matter(new)
    if before != after:
        yaml = _edited(parts.yaml, before, after)
        front = front[: parts.yaml_start] + yaml + front[parts.yaml_start + len(parts.yaml) :]
    if new.markdown == old.markdown:
        return front + parts.body
    newline = splice.line_end(file.text)
    return front + new.markdown.replace("\r\n", "\n").replace("\n", newline)


def _new_article(article: Article) -> str:
    return _front(encode.front_matter(article), "\n") + article.markdown


def _front(values: Mapping[str, Any], newline: str) -> str:
    lines = ["---", *(emit.entry(key, value, 0, newline) for key, value in values.items()), "---", ""]
    return newline.join(lines)


def _says(name: str, text: str, wished: Article) -> bool:
    """Whether an article's text, read again, is `wished` but for places and line ends."""
    file = decode_text(name, text.encode())
    if isinstance(file, Diagnostic):
        return False
    article, problems = parse_article(file, wished.id)
    if article is None or any(problem.fatal for problem in problems):
        return False
    return bool(_without_places(article) == _without_places(wished))


def _without_places(value: Any) -> Any:
    """A value as plain tuples, without lines, sources and the body as written."""
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in ("source", "line", "markdown", "body_line")]
        return (type(value).__name__, *(_without_places(getattr(value, name)) for name in names))
    if isinstance(value, tuple):
        return tuple(_without_places(item) for item in value)
    return value
