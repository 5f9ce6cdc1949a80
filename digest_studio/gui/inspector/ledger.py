"""An article's ledger in its form: how it fits, what was spent for that, repairs to be made with a click, what else it could be.

In: the article as laid out, and its entry in the ledger, which is asked for when the form shows the article and comes when typing
rests. Out: edits, and previews while the pointer or the focus is on an offer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.fit import badge_words, cost_words, price_level, price_words, spent_words
from digest_studio.gui.flow import FlowLayout
from digest_studio.gui.inspector.form import quiet, tool
from digest_studio.gui.inspector.sketches import CELL, Sketches
from digest_studio.gui.style import ERROR, NOTE, RHYTHM, WARNING
from digest_studio.gui.words import said, sentence
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Issue
from digest_studio.model.label import Label
from digest_studio.model.pins import names_one, pin_article, unpin_article
from digest_studio.model.wording import quoted
from digest_studio.plan.ledger import Alternative, Entry
from digest_studio.plan.repairs import Repair

LEAVE_MS = 80
"""After the pointer left an offer until the pages are the issue's own again: it may be on its way to the next one."""
MOST_SHOWN = 5
"""Alternatives beside the layout that the article has."""
_STEPS, _STEP = 4, QSize(7, 4)
"""The bar of a price: so many steps, each so large in pixels."""


class Offers(QObject):
    """Edits that may be looked at before they are made: on which offer the hand is, its pages are shown."""

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._edits: dict[QObject, tuple[Callable[[Issue], Edit], str]] = {}
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(LEAVE_MS)
        self._leave.timeout.connect(controller.asides.end_preview)

    def add(self, button: QAbstractButton, edit: Callable[[Issue], Edit], words: str) -> None:
        """`button` makes the edit; `words` are said over the pages while it is only tried."""
        self._edits[button] = (edit, words)
        button.installEventFilter(self)
        button.clicked.connect(lambda *_: self._make(edit))

    def remove(self, button: QWidget) -> None:
        """An offer that holds no more; its button goes."""
        if self._edits.pop(button, None) is not None:
            button.removeEventFilter(self)
            if button.underMouse() or button.hasFocus():
                self._leave.start()
        button.hide()
        button.deleteLater()

    def end(self) -> None:
        """Nothing is looked at any more."""
        self._leave.stop()
        self._controller.asides.end_preview()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._try(watched)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._leave.start()
        return False

    def _try(self, watched: QObject) -> None:
        issue, offer = self._controller.issue, self._edits.get(watched)
        if issue is None or offer is None or self._controller.read_only:
            return
        self._leave.stop()
        edit, words = offer
        self._controller.asides.preview(edit(issue), words)

    def _make(self, edit: Callable[[Issue], Edit]) -> None:
        issue = self._controller.issue
        if issue is not None:
            self.end()
            self._controller.apply(edit(issue))


class LedgerPart(QWidget):
    """How the article fits, what was spent, and what would make it fit, the cheapest first."""

    def __init__(self, controller: Controller, article: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._article = controller, article
        self._offers = Offers(controller, self)
        self._page_price = 1.0
        self.badge = QLabel(self)
        self.badge.setWordWrap(True)
        self.spent = quiet("", self)
        self.price = quiet("", self)
        self.waiting = quiet("", self)
        self.repairs: tuple[Offer, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM // 2)
        for widget in (self.badge, self.spent, self.price, self.waiting):
            self._column.addWidget(widget)
        self._entry: Entry | None = None
        self._over = 0
        controller.asides.entry_came.connect(self._take_entry)

    def take(self, made: Made) -> None:
        """Say how the article fits; what would repair it is looked for."""
        layout = made.plan.articles.get(self._article)
        self.setVisible(layout is not None)
        if layout is None:
            return
        self._page_price = made.theme.fitting.page
        self._over = layout.lines_over
        self.badge.setText(badge_words(layout))
        self.badge.setStyleSheet(f"color: {ERROR.name()}; font-weight: 600;" if layout.lines_over else "font-weight: 600;")
        self.spent.setText(self.tr("Spent: {what}").format(what=spent_words(layout)))
        self.price.setText(cost_words(layout))
        self.waiting.setVisible(bool(layout.lines_over))
        self.waiting.setText(self.tr("Looking for repairs …"))
        for each in self.repairs:
            each.setEnabled(False)
        self._controller.asides.ask_entry(self._article)

    def _take_entry(self, entry: Entry) -> None:
        if entry.article != self._article:
            return
        if entry is self._entry:
            self._enable()
            return
        self._entry = entry
        focused = next((n for n, each in enumerate(self.repairs) if each.hasFocus()), None)
        for each in self.repairs:
            self._column.removeWidget(each)
            self._offers.remove(each)
        self.repairs = tuple(self._offer(entry, repair) for repair in entry.repairs)
        for each in self.repairs:
            self._column.addWidget(each)
        if focused is not None and self.repairs:
            self.repairs[min(focused, len(self.repairs) - 1)].setFocus()
        self._enable()

    def _enable(self) -> None:
        for each in self.repairs:
            each.setEnabled(True)
        none = self.tr("No single change makes it fit: shorten the text by about %n line(s)", "", self._over)
        self.waiting.setText(self.tr("Make it fit:") if self.repairs else none)
        self.waiting.setVisible(bool(self._over))

    def _offer(self, entry: Entry, repair: Repair) -> Offer:
        cost = max(0.0, repair.cost)
        price, level = price_words(cost, self._page_price), price_level(cost, self._page_price)
        button = Offer(sentence(repair.what), price, level, self)
        button.setToolTip(self.tr("Price {cost}").format(cost=f"{repair.cost:.0f}"))

        def edit(issue: Issue) -> Edit:
            label = Label("Fit {article}: {repair}", article=quoted(issue.articles[self._article].title), repair=repair.what)
            holds = self._controller.asides.entry_holds(entry)
            return label, repair.applied(issue, self._article) if holds else issue

        self._offers.add(button, edit, self.tr("Preview: {what}").format(what=said(repair.what)))
        return button


class Offer(QPushButton):
    """What may be done, in as many lines as it takes, and what it costs, as a bar and a word."""

    def __init__(self, words: str, price: str, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(RHYTHM // 2)
        row.addWidget(PriceBar(level, self))
        row.addWidget(quiet(price, self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM, RHYTHM // 2, RHYTHM, RHYTHM // 2)
        column.setSpacing(2)
        column.addWidget(label)
        column.addLayout(row)
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words, self.price = words, price
        self.setAccessibleName(f"{words}, {price}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setStyleSheet("text-align: left; padding: 0;")

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        layout = self.layout()
        assert layout is not None
        return layout.heightForWidth(width)


class PriceBar(QWidget):
    """A price as steps, none for nothing."""

    def __init__(self, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._level = level
        self.setFixedSize(_STEPS * (_STEP.width() + 1), _STEP.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        colour = (NOTE, NOTE, NOTE, WARNING, ERROR)[self._level]
        for n in range(_STEPS):
            filled = colour if n < self._level else QColor(128, 128, 128, 70)
            painter.fillRect(n * (_STEP.width() + 1), 0, _STEP.width(), _STEP.height(), filled)


class Alternatives(QWidget):
    """What the article could be: pictures of templates with pages and price; a click pins it to one."""

    def __init__(self, controller: Controller, article: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._article = controller, article
        self._offers = Offers(controller, self)
        self._made: Made | None = None
        self._shown: Entry | None = None
        self.cells: tuple[QToolButton, ...] = ()
        box = QWidget(self)
        self._flow = FlowLayout(box, RHYTHM // 2)
        self.free = tool(self, "sparkles", self.tr("Let the planner choose"), self._unpin, words=True)
        self.free.setToolTip(self.tr("Takes the pins of template and pages away"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(box)
        column.addWidget(self.free, 0, Qt.AlignmentFlag.AlignLeft)
        controller.asides.entry_came.connect(self._take_entry)

    def refresh(self, issue: Issue) -> None:
        """Show whether the article is pinned."""
        article = issue.articles[self._article]
        self.free.setVisible(names_one(article.template) or article.pages is not None)
        if self.cells:
            self.cells[0].setChecked(_is_pinned(issue, self._article))

    def take(self, made: Made) -> None:
        """The pages that the alternatives are told of."""
        self._made = made
        self.setVisible(self._article in made.plan.articles)

    def _take_entry(self, entry: Entry) -> None:
        if entry.article != self._article or self._made is None or entry is self._shown:
            return
        self._shown = entry
        for each in self.cells:
            self._flow.removeWidget(each)
            self._offers.remove(each)
        layout = self._made.plan.articles.get(self._article)
        if layout is None:
            self.cells = ()
            return
        self.cells = tuple(self._cell(each, layout) for each in (None, *_likely(entry.alternatives)))
        width = max(each.sizeHint().width() for each in self.cells)
        for each in self.cells:
            each.setFixedWidth(width)
            self._flow.addWidget(each)
            each.show()
        if self._controller.issue is not None:
            self.refresh(self._controller.issue)
        self.updateGeometry()

    def _cell(self, other: Alternative | None, layout: ArticleLayout) -> QToolButton:
        """A template with a number of pages; None: those that the article has."""
        assert self._made is not None
        template, pages = (other.template, other.pages) if other else (layout.template, len(layout.pages))
        cost = other.cost if other else 0.0
        page = self._made.theme.fitting.page
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setAutoRaise(True)
        button.setIconSize(CELL)
        if template in self._made.theme.templates:
            button.setIcon(Sketches.of(self._made.theme, self.devicePixelRatioF()).template(template))
        count = self.tr("%n page(s)", "", pages)
        price = price_words(cost, page) if other else self.tr("as it is")
        button.setText(f"{count}\n{price}")
        button.setCheckable(other is None)
        tip = self.tr("{template}, {pages}, {price}").format(template=template, pages=count, price=price)
        button.setAccessibleName(tip)
        pinning = self.tr("Click to pin the article to it")
        button.setToolTip(f"{tip}\n{pinning}")
        self._offers.add(button, lambda issue: pin_article(issue, self._article, template, pages),
                         self.tr("Preview: {what}").format(what=f"{template}, {count}"))  # fmt: skip
        return button

    def _unpin(self) -> None:
        issue = self._controller.issue
        if issue is not None:
            self._offers.end()
            self._controller.apply(unpin_article(issue, self._article))


def _likely(alternatives: Sequence[Alternative]) -> Sequence[Alternative]:
    """The cheapest, each template at most twice."""
    found: list[Alternative] = []
    for each in alternatives:
        if sum(other.template == each.template for other in found) < 2:
            found.append(each)
    return found[:MOST_SHOWN]


def _is_pinned(issue: Issue, article: str) -> bool:
    return names_one(issue.articles[article].template) and issue.articles[article].pages is not None
