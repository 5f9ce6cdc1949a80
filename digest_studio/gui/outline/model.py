"""The outline as Qt's item model: rows that keep their identity over every change, and take drops.

A change of the issue becomes the fewest removals, moves and insertions, so that what is selected and open stays so. Where
things stand is followed at once; what the rows say of them only when the pages are shown and looked over, once for each edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from digest_studio.app.studio.staging import Target
from digest_studio.gui.controller import Controller
from digest_studio.gui.outline import moving
from digest_studio.gui.outline.rows import Row, rows_of
from digest_studio.gui.outline.things import FORMAT, KINDS, Thing, decoded, encoded
from digest_studio.gui.outline.wording import Wording
from digest_studio.gui.words import said
from digest_studio.model.arrange import rename_section, section_names
from digest_studio.model.edits import Edit, Place
from digest_studio.model.issue import Issue

Index = QModelIndex | QPersistentModelIndex

LATEST_MS = 250
"""After an edit until the rows say what is known, while new edits keep the pages from being looked over."""
ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its Row."""


_HEAD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_CHOSEN = _HEAD | Qt.ItemFlag.ItemIsSelectable
_LEAF = _CHOSEN | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS = {
    (True, True): _CHOSEN,
    (True, False): _CHOSEN | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable,
    (False, True): _LEAF,
    (False, False): _LEAF | Qt.ItemFlag.ItemIsDragEnabled,
}
"""By whether a row is a section's, and whether nothing may be changed. Qt asks twice for every row when it lays them out."""


@dataclass(eq=False, slots=True)
class _Node:
    """A row in the tree. Indices name it by its number, which is never given again."""

    row: Row
    number: int
    parent: _Node | None = None
    children: list[_Node] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """Sections with their articles and advertisements, then the pool. Edits go to the controller."""

    refused = Signal(str)
    """Why nothing came of a drop."""
    refreshed = Signal()
    """The rows were brought to what the issue says; some, all or none of them changed."""

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._wording = Wording()
        self._root = _Node(Row(Thing("outline"), ""), 0)
        self._numbers = count(1)
        self._nodes: dict[int, _Node] = {}
        self._by_thing: dict[Thing, _Node] = {}
        self._holds: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATEST_MS)
        self._later.timeout.connect(self.refresh)
        controller.issue_changed.connect(self._take_issue)
        controller.made_changed.connect(lambda *_: self._refresh_later())
        controller.problems_changed.connect(lambda _: self.refresh())  # which come last of what an edit brings
        self.refresh()

    # Reading

    def row(self, index: Index) -> Row | None:
        """What a row says."""
        node = self._node(index)
        return None if node is self._root else node.row

    def index_of(self, thing: Thing) -> QModelIndex:
        """Where a thing's row is; an invalid index if it has none."""
        node = self._by_thing.get(thing)
        return self._index(node) if node else QModelIndex()

    def rows(self) -> Iterator[tuple[Row, QModelIndex]]:
        """Every row with its index, from the top."""
        for top in self._root.children:
            yield top.row, self._index(top)
            for node in top.children:
                yield node.row, self._index(node)

    def things(self, indices: Sequence[Index]) -> tuple[Thing, ...]:
        """What can be carried of some rows, from the top, without the rows of sections that come along."""
        chosen = {self._node(index).number for index in indices}
        found = []
        for top in self._root.children:
            if top.number in chosen and top.row.thing.kind in KINDS:
                found.append(top.row.thing)
            else:
                found += [node.row.thing for node in top.children if node.number in chosen and node.row.thing.kind in KINDS]
        return tuple(found)

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._node(parent).children
        return self._index(children[row]) if column == 0 and 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._root else self._index(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._wording.title(row)
            case Qt.ItemDataRole.EditRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return self._wording.tip(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._wording.aloud(row)
            case _:
                return row if role == ROW else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Renames a section."""
        row, issue = self.row(index), self._controller.issue
        name = str(value).strip()
        if row is None or issue is None or row.thing.kind != "section" or not name or name == row.title:
            return False
        if name in section_names(issue):
            self.refused.emit(self.tr("There is a section “{name}” already").format(name=name))
            return False
        self._controller.apply(rename_section(issue, row.title, name))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if row.thing.kind not in KINDS:
            return _HEAD
        return _FLAGS[row.thing.kind == "section", bool(self._controller.read_only)]

    # Dragging and dropping

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [FORMAT, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        issue, things = self._controller.issue, self.things(indexes)
        if issue is not None and things:
            data.setData(FORMAT, QByteArray(encoded(issue, things)))
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: N802
        return not isinstance(self.edit_of_drop(data, row, parent), str)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: N802
        """Takes a drop before the `row`-th row below `parent`, or, with row -1, onto it."""
        if self._controller.issue is None or self._controller.read_only:
            return False
        made = self.edit_of_drop(data, row, parent)
        if isinstance(made, str):
            self.refused.emit(said(made))
            return False
        if isinstance(made, Target):
            self._controller.bring_in([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()], made)
        else:
            self._controller.apply(made)
            self._controller.pages_first.then(lambda: self._controller.message.emit(said(made[0]), True))
        return True

    def edit_of_drop(self, data: QMimeData, row: int, parent: Index) -> Edit | Target | str:
        """What a drop would do: an edit, files brought in, or nothing, and why."""
        issue = self._controller.issue
        if issue is None:
            return ""
        over = self._node(parent)
        if not data.hasFormat(FORMAT):
            return self._target_of_files(over, row) if any(url.isLocalFile() for url in data.urls()) else ""
        things = decoded(issue, bytes(data.data(FORMAT).data()))
        kind = over.row.thing.kind
        if kind == "article":
            return moving.illustrated(issue, things, over.row.thing.id)
        place = self._place(over, row)
        return moving.taken_out(issue, things) if place is None else moving.dropped(issue, things, place)

    def _target_of_files(self, over: _Node, row: int) -> Target:
        match over.row.thing:
            case Thing("article", name):
                return Target("article", name)
            case Thing("pool", "ads"):
                return Target("ads")
        return Target("outline", place=self._place(over, row))

    def _place(self, over: _Node, row: int) -> Place | None:
        """The place in the outline of a drop; None for the pool."""
        if over is self._root:
            entries = [node for node in over.children if node.row.thing.kind in KINDS]
            return Place(None, row) if 0 <= row <= len(entries) else Place(None, len(entries)) if row < 0 else None
        match over.row.thing:
            case Thing("section", name):
                return Place(name, len(over.children) if row < 0 else row)
            case Thing("hint"):
                return Place(None, 0)
        place = over.row.place
        return Place(place.section, place.position + 1) if place else None

    # Following the issue

    def _take_issue(self, issue: Issue) -> None:
        """Follow at once what stands where; pages come before everything else."""
        if _held(issue, self._controller.loose) != self._holds:
            self.refresh()
        self._refresh_later()

    def _refresh_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def catch_up(self) -> None:
        """Do at once what would be done a moment later."""
        if self._later.isActive():
            self.refresh()

    def refresh(self) -> None:
        """Bring the rows to what the issue says now."""
        self._later.stop()
        controller = self._controller
        issue = controller.issue
        self._holds = _held(issue, controller.loose) if issue else ()
        rows = rows_of(issue, controller.made, controller.loose, controller.problems) if issue else ()
        self._rename(rows)
        self._match(self._root, rows, {row.thing: (above, n) for above, n, row in _positions(rows)})
        self.refreshed.emit()

    def _rename(self, rows: Sequence[Row]) -> None:
        """A section that has another name at the place of one that is gone is that section still."""
        wanted = {row.thing for row in rows}
        for node, row in zip(self._root.children, rows, strict=False):
            old = node.row.thing
            if old.kind == row.thing.kind == "section" and old not in wanted and row.thing not in self._by_thing:
                self._by_thing[row.thing] = self._by_thing.pop(old)
                node.row = row
                self.dataChanged.emit(self._index(node), self._index(node))

    def _match(self, above: _Node, rows: Sequence[Row], goals: dict[Thing, tuple[Thing | None, int]]) -> None:
        """Make the rows below a node those wanted."""
        for n, row in enumerate(rows):
            while (node := self._by_thing.get(row.thing)) is not None and self._may_step_aside(above, n, node):
                self._step_aside(above, n, goals)
            if node is None:
                node = self._insert(above, n, row)
            elif above.children[n : n + 1] != [node]:
                self._move(node, above, n)
            before, node.row = node.row, row
            if before != row or len(before.children) != len(row.children):
                self.dataChanged.emit(self._index(node), self._index(node))
            self._match(node, row.children, goals)
        if len(above.children) > len(rows):
            self._remove(above, len(rows))

    def _may_step_aside(self, above: _Node, n: int, node: _Node) -> bool:
        """Whether the wanted row follows right behind the one that stands in its place: that one is what moved."""
        return above.children[n + 1 : n + 2] == [node] and above.children[n : n + 1] != [node]

    def _step_aside(self, above: _Node, n: int, goals: dict[Thing, tuple[Thing | None, int]]) -> None:
        """Move the row at `n` near to where it will stand, or remove it where it is wanted no more."""
        node = above.children[n]
        goal = goals.get(node.row.thing)
        if goal is None:
            self._save_children(node, goals)
            self._remove(above, n, n + 1)
            return
        parent = self._by_thing.get(goal[0]) if goal[0] else self._root
        if parent is None or parent is above:
            self._move(node, above, min(max(goal[1], n + 1), len(above.children) - 1))
        else:
            self._move(node, parent, min(goal[1], len(parent.children)))

    def _save_children(self, node: _Node, goals: dict[Thing, tuple[Thing | None, int]]) -> None:
        """Take the rows that stay out of a row that goes: they are put at the end, and found from there."""
        for child in [each for each in node.children if each.row.thing in goals]:
            self._move(child, self._root, len(self._root.children))

    def _insert(self, above: _Node, n: int, row: Row) -> _Node:
        node = _Node(row, next(self._numbers), above)
        self.beginInsertRows(self._index(above), n, n)
        above.children.insert(n, node)
        self._nodes[node.number] = self._by_thing[row.thing] = node
        self.endInsertRows()
        return node

    def _move(self, node: _Node, above: _Node, n: int) -> None:
        """Move a row so that it is the `n`-th below `above`."""
        old = node.parent
        assert old is not None
        at = old.children.index(node)
        if old is above and at == n:
            return
        self.beginMoveRows(self._index(old), at, at, self._index(above), n + 1 if old is above and at < n else n)
        del old.children[at]
        above.children.insert(n, node)
        node.parent = above
        self.endMoveRows()

    def _remove(self, above: _Node, start: int, stop: int | None = None) -> None:
        gone = above.children[start:stop]
        self.beginRemoveRows(self._index(above), start, start + len(gone) - 1)
        del above.children[start:stop]
        for node in gone:
            for each in (*node.children, node):
                del self._nodes[each.number]
                if self._by_thing.get(each.row.thing) is each:
                    del self._by_thing[each.row.thing]
        self.endRemoveRows()

    def _node(self, index: Index) -> _Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.number)


def _held(issue: Issue, loose: frozenset[str]) -> tuple[object, ...]:
    """What has a row, and where it stands."""
    return issue.outline, tuple(issue.articles), tuple(issue.ads), loose


def _positions(rows: Sequence[Row], above: Thing | None = None) -> Iterator[tuple[Thing | None, int, Row]]:
    for n, row in enumerate(rows):
        yield above, n, row
        yield from _positions(row.children, row.thing)
