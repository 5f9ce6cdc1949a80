"""The outline's pane: the filter, the tree, and what can be done with the chosen rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from digest_studio.gui.actions import ActionText, action
from digest_studio.gui.colours import section_colours
from digest_studio.gui.controller import Controller
from digest_studio.gui.outline.model import OutlineModel
from digest_studio.gui.outline.rows import Finder, Row
from digest_studio.gui.outline.things import POOLED, Thing
from digest_studio.gui.outline.view import OutlineView
from digest_studio.gui.outline.wording import Wording
from digest_studio.gui.selection import Selection
from digest_studio.gui.style import RHYTHM, icon
from digest_studio.gui.words import said
from digest_studio.model.arrange import add_section, free_section_name, remove_ad, section_names
from digest_studio.model.edits import Place


class OutlinePane(QWidget):
    """All that is in the issue, in reading order, and what waits beside it."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._finder = Finder()
        self._wording = Wording()
        self._syncing = False
        self.model = OutlineModel(controller, self)
        self.view = OutlineView(controller, self.model, self)
        self.filter = self._filter_field()
        self._nothing = QLabel(self.view.viewport())
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.chosen.connect(self._chosen)
        self.view.wanted.connect(self._edit)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.model.refused.connect(lambda why: controller.message.emit(why, False))
        controller.selection_changed.connect(self._follow)
        self.model.refreshed.connect(self._refresh)
        self._refresh()
        self._follow(controller.selection)

    def find_text(self) -> None:
        """Go to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Making

    def _filter_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Filter the outline"))
        field.setAccessibleName(self.tr("Filter the outline"))
        field.setToolTip(self.tr("By title, text, byline, status or problem: what holds all the words stays"))
        field.setClearButtonEnabled(True)
        field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self._filter_typed)
        return field

    def _lay_out(self) -> None:
        add = QToolButton(self)
        add.setDefaultAction(self.add_section_action)
        add.setAutoRaise(True)
        add.setAccessibleName(self.tr("Add a section"))
        top = QHBoxLayout()
        top.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        top.setSpacing(RHYTHM // 2)
        top.addWidget(self.filter)
        top.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.view)

    def _make_actions(self) -> None:
        """The pane's actions, which also stand in a menu of the window."""
        view = self.view
        self.add_section_action = self._do(
            self.tr("Add &Section"), self.tr("Open a new section behind the chosen one"), self._add_section, "Ctrl+Shift+N",
            "plus",
        )  # fmt: skip
        self.rename_action = self._do(self.tr("&Rename Section"), self.tr("Give the section another name"), self._rename, "F2")
        moves: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            (self.tr("Move &Up"), self.tr("Before what stands above"), lambda: view.move("up"), "Alt+Up", "arrow-up"),
            (self.tr("Move &Down"), self.tr("Behind what stands below"), lambda: view.move("down"), "Alt+Down", "arrow-down"),
            (self.tr("Move &Out of the Section"), self.tr("Behind its section"), lambda: view.move("out"), "Alt+Left",
             "arrow-left"),
            (self.tr("Move &Into the Section Above"), self.tr("To its end"), lambda: view.move("into"), "Alt+Right",
             "arrow-right"),
        )  # fmt: skip
        self.move_actions = [self._do(*each) for each in moves]
        self.take_out_action = self._do(
            self.tr("&Take Out of the Outline"), self.tr("It stays in the pool, and is not printed"), view.delete, "", "inbox"
        )
        self.edit_action = self._do(self.tr("&Edit"), self.tr("Open its text or its fields"), self._edit_current, "", "pencil")
        self.go_action = self._do(self.tr("Show &Page"), self.tr("Turn to its first page"), self._go, "", "book-open")
        self.addActions([self.add_section_action, self.rename_action, *self.move_actions, self.take_out_action])

    def _do(self, text: str, tip: str, done: Callable[[], object], key: str, image: str = "") -> QAction:
        made = action(self, ActionText(text, tip), done, (key,) if key else (), image)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    # Following

    def _refresh(self) -> None:
        controller = self._controller
        if controller.issue is not None:
            made = controller.made
            self.view.set_colours(section_colours(controller.issue, made.theme if made else None))
        if self.filter.text():
            self._apply_filter()
        self._enable()

    def _enable(self) -> None:
        free = not self._controller.read_only
        things = self.view.things()
        placed = any((row := self.model.row(self.model.index_of(thing))) is not None and row.place for thing in things)
        self.add_section_action.setEnabled(free)
        self.rename_action.setEnabled(free and any(thing.kind == "section" for thing in things))
        for each in (*self.move_actions, self.take_out_action):
            each.setEnabled(free and placed)

    @Slot()
    def _filter_typed(self) -> None:
        self.model.catch_up()
        self._apply_filter()

    def _apply_filter(self) -> None:
        """Hide what does not match; a section stays for what it holds, and what it holds for its name."""
        wanted, issue = self.filter.text().strip(), self._controller.issue
        found = 0
        for _, top in list(self.model.rows()):
            if top.parent().isValid() or issue is None:
                continue
            row = self.model.row(top)
            assert row is not None
            own = not wanted or self._finder.matches(wanted, row, issue, self._wording.status(row))
            inside = 0
            for n in range(self.model.rowCount(top)):
                child = self.model.row(self.model.index(n, 0, top))
                assert child is not None
                shown = own or self._finder.matches(wanted, child, issue, self._wording.status(child))
                self.view.setRowHidden(n, top, not shown)
                inside += shown
            self.view.setRowHidden(top.row(), top.parent(), bool(wanted) and not (own or inside))
            found += own or inside > 0
        self._nothing.setVisible(not found and bool(wanted))
        self._nothing.setText(self.tr("Nothing holds “{words}”.\nClear the filter to see everything.").format(words=wanted))
        self._nothing.setGeometry(2 * RHYTHM, 6 * RHYTHM, max(80, self.view.viewport().width() - 4 * RHYTHM), 80)

    def _follow(self, selection: Selection) -> None:
        """Choose what was chosen elsewhere."""
        if self._syncing:
            return
        thing = thing_of(selection)
        current = self.model.row(self.view.currentIndex())
        if thing and current and (current.thing.kind, current.thing.id) == (thing.kind, thing.id):
            return
        if thing is not None and thing.kind == "ad" and not self.model.index_of(thing).isValid():
            thing = Thing("ad", thing.id, POOLED)
        self._syncing = True
        self.view.show_thing(thing)
        self._syncing = False
        self._enable()

    def _chosen(self, thing: Thing | None) -> None:
        """Tell the others what was chosen here."""
        row = self.model.row(self.model.index_of(thing)) if thing else None
        if row is not None and not self._syncing:
            selection = selection_of(row)
            if selection is not None:
                self._syncing = True
                self._controller.select(selection)
                self._syncing = False
        self._enable()

    # Doing

    def _edit(self, row: Row) -> None:
        selection = selection_of(row)
        if selection is not None:
            self._controller.edit(selection)

    def _edit_current(self) -> None:
        row = self.model.row(self.view.currentIndex())
        if row is not None:
            self._edit(row)

    def _go(self) -> None:
        row = self.model.row(self.view.currentIndex())
        if row is not None and row.first is not None:
            self._controller.go_to_page(row.first)

    def _rename(self) -> None:
        index = self.view.currentIndex()
        row = self.model.row(index)
        if row is not None and row.thing.kind == "section":
            self.view.edit(index)

    def _add_section(self) -> None:
        """A new section behind the chosen row's, its name ready to be typed."""
        issue = self._controller.issue
        if issue is None:
            return
        index = self.view.currentIndex()
        top = index.parent() if index.parent().isValid() else index
        row = self.model.row(top)
        position = row.place.position + 1 if row and row.place else None
        name = free_section_name(issue, self.tr("New Section"))
        edit = add_section(issue, name, position)
        self._controller.apply(edit)
        added = self.model.index_of(Thing("section", name))
        self.view.setCurrentIndex(added)
        self.view.scrollTo(added)
        self.view.edit(added)

    # The context menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_at(self, at: QPoint) -> QMenu:
        """What can be done with the rows that are chosen, or with the outline."""
        menu = QMenu(self.view)
        row = self.model.row(self.view.indexAt(at))
        things = self.view.things() if row is not None else ()
        free = not self._controller.read_only
        if things:
            menu.addAction(self.edit_action)
            if row is not None and row.first is not None:
                menu.addAction(self.go_action)
            menu.addSeparator()
        if things and free:
            self._add_moves(menu, things)
        if free:
            menu.addAction(self.add_section_action)
        return menu

    def _add_moves(self, menu: QMenu, things: tuple[Thing, ...]) -> None:
        movable = not any(thing.kind == "picture" for thing in things)
        if movable and not any(thing.kind in ("section", "contents") for thing in things):
            self._add_sections(menu)
        if movable:
            cut = menu.addAction(icon("scissors"), self.tr("Cu&t"), self.view.cut)
            cut.setToolTip(self.tr("Take it up, to be pasted elsewhere"))
        if any(thing.kind == "ad" for thing in things):
            menu.addAction(icon("copy"), self.tr("&Copy"), self.view.copy)
        menu.addAction(icon("clipboard-paste"), self.tr("&Paste"), self.view.paste)
        menu.addSeparator()
        if self.take_out_action.isEnabled():
            menu.addActions([*self.move_actions, self.take_out_action])
        if self.rename_action.isEnabled():
            menu.addAction(self.rename_action)
        pooled = [thing.id for thing in things if thing.kind == "ad" and thing.number == POOLED]
        if len(things) == len(pooled) == 1:
            menu.addAction(icon("trash-2"), self.tr("Cancel the Advertisement"), lambda: self._cancel(pooled[0]))
        menu.addSeparator()

    def _add_sections(self, menu: QMenu) -> None:
        """The sections to which what is chosen can be moved."""
        issue = self._controller.issue
        if issue is None or not section_names(issue):
            return
        below = menu.addMenu(icon("move"), self.tr("&Move To"))
        for name in section_names(issue):
            below.addAction(name.replace("&", "&&")).triggered.connect(partial(self._move_to, name))

    def _move_to(self, section: str, *_: object) -> None:
        from digest_studio.gui.outline.moving import dropped

        issue = self._controller.issue
        if issue is not None:
            count = self.model.rowCount(self.model.index_of(Thing("section", section)))
            self.view.take(dropped(issue, self.view.things(), Place(section, count)))

    def _cancel(self, ad: str) -> None:
        issue = self._controller.issue
        if issue is not None:
            edit = remove_ad(issue, ad)
            self._controller.apply(edit)
            self._controller.message.emit(said(edit[0]), True)


def thing_of(selection: Selection) -> Thing | None:
    """The thing that stands for what is selected."""
    if selection.article is not None:
        return Thing("article", selection.article)
    if selection.kind in ("section", "ad"):
        return Thing(selection.kind, selection.id)
    if selection.kind == "photo" and selection.owner == "divider":
        return Thing("section", selection.id)
    return Thing("contents") if "contents" in (selection.kind, selection.owner) else None


def selection_of(row: Row) -> Selection | None:
    """What is selected when a row is chosen; None for a head of the pool and for loose pictures."""
    match row.thing.kind:
        case "article" | "ad" | "section" as kind:
            return Selection(kind, row.thing.id, page=row.first)
        case "contents":
            return Selection("contents", page=row.first)
        case _:
            return None
