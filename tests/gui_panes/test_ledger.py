"""The ledger in the inspector: how an article fits, repairs by a click, pins; and the plan as a whole, kept or planned afresh."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPointF, QSettings
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from digest_studio.app.studio import asides
from digest_studio.gui.export.dialog import ExportDialog
from digest_studio.gui.fit import badge_words, cost_words, price_words, spent_words
from digest_studio.gui.fresh import FreshPlan
from digest_studio.gui.inspector.article import ArticleForm
from digest_studio.gui.inspector.issue import IssueForm
from digest_studio.gui.inspector.ledger import Offer
from digest_studio.gui.inspector.pane import Inspector
from digest_studio.gui.pages import PagesView
from digest_studio.gui.pages.preview import PreviewSign
from digest_studio.gui.selection import Selection
from digest_studio.gui.settings import Settings
from digest_studio.gui.window import MainWindow
from digest_studio.model.edits import replace_body, set_article
from digest_studio.plan.result import differing

SENTENCE = "The harbour lies still tonight, and nobody waits for the ebb. "
PATIENCE = 30_000


@pytest.fixture
def inspector(qtbot, controller) -> Inspector:
    pane = Inspector(controller)
    qtbot.addWidget(pane)
    pane.resize(320, 800)
    pane.show()
    return pane


def article_form(qtbot, inspector, controller, article: str) -> ArticleForm:
    """The article's form with its entry in the ledger."""
    with qtbot.waitSignal(controller.asides.entry_came, timeout=PATIENCE, check_params_cb=lambda e: e.article == article):
        controller.select(Selection("article", article))
    return inspector.form


def apply(qtbot, controller, edit) -> None:
    """Make an edit and wait for its pages."""
    with qtbot.waitSignal(controller.made_changed, timeout=PATIENCE, check_params_cb=lambda made, _: made.issue is edit[1]):
        controller.apply(edit)


def crowd(qtbot, controller) -> None:
    """Make the article about tides fill one page, with lines over."""
    text = controller.issue.articles["tides"].markdown
    apply(qtbot, controller, set_article(controller.issue, "tides", {"pages": 1}))
    for n in range(60):
        if controller.made.plan.articles["tides"].lines_over >= 2:
            return
        text += ("\n\n" if n % 4 == 0 else "") + SENTENCE * 2
        apply(qtbot, controller, replace_body(controller.issue, "tides", text))
    raise AssertionError("never full")


def enter(widget: QWidget) -> None:
    at = QPointF(3, 3)
    QApplication.sendEvent(widget, QEnterEvent(at, at, at))


def leave(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def test_an_article_s_price_is_told_by_its_parts(qtbot, inspector, controller):
    form = article_form(qtbot, inspector, controller, "winds")
    layout = controller.made.plan.articles["winds"]
    assert form.ledger.price.text() == cost_words(layout)
    flawed = layout._replace(cost={"pages": 40.0, "white": 0.2, "columns": 6.0, "placing": 9.0})
    assert cost_words(flawed) == "Price 55: pages 40, heading or picture badly placed 9, uneven columns 6"


def test_every_part_of_the_price_has_words(qtbot, controller):
    layout = controller.made.plan.articles["winds"]
    for name in {*layout.cost, "steady"} - {"pages", "resolution"}:  # whose words are their names
        told = cost_words(layout._replace(cost={name: 1.0}))
        assert not told.endswith(f": {name} 1"), name


def test_how_an_article_fits_is_said_in_words(qtbot, inspector, controller):
    form = article_form(qtbot, inspector, controller, "winds")
    layout = controller.made.plan.articles["winds"]
    assert form.ledger.badge.text() == badge_words(layout)
    assert f"last page {round(100 * layout.pages[-1].used)} % full" in badge_words(layout)
    assert badge_words(layout._replace(lines_over=3)).endswith("3 line(s) over")
    assert form.ledger.spent.text().startswith("Spent: ")
    assert not form.ledger.repairs


def test_what_was_spent_is_said_in_plain_words(controller):
    layout = controller.made.plan.articles["winds"]
    assert spent_words(layout._replace(spent={})) == "nothing had to give"
    assert spent_words(layout._replace(spent={"photo-heights": -1.0, "paragraphs-reset": 2})) == (
        "photographs as low as they may be; 2 paragraph(s) set tighter")
    assert "by 40 %" in spent_words(layout._replace(spent={"photo-heights": 0.4}))


def test_prices_are_words_that_rise_with_them():
    assert [price_words(cost, 40.0) for cost in (-5, 0, 5, 20, 60, 200)] == [
        "better", "costs nothing", "cheap", "fair", "dear", "very dear"]  # fmt: skip


def test_a_repair_is_looked_at_and_then_made_as_one_step_of_its_name(qtbot, inspector, controller):
    crowd(qtbot, controller)
    view = PagesView(controller)
    qtbot.addWidget(view)
    view.show()
    form = article_form(qtbot, inspector, controller, "tides")
    own = controller.made.document
    first = form.ledger.repairs[0]
    with qtbot.waitSignal(controller.asides.preview_changed, timeout=PATIENCE):
        enter(first)
    tried = controller.asides.shown
    assert tried is not None and tried.plan.articles["tides"].lines_over == 0
    assert view.board.page_count == len(tried.document.pages)
    assert {lying.page for spread in view.board.spreads for lying in spread.pages} == set(tried.document.pages)
    sign = view.findChild(PreviewSign)
    assert sign is not None and sign.isVisible() and sign.text().startswith("Preview: ")
    assert controller.issue.articles["tides"].pages == 1, "nothing is changed by looking"
    with qtbot.waitSignal(controller.asides.preview_changed, timeout=PATIENCE):
        leave(first)
    assert {lying.page for spread in view.board.spreads for lying in spread.pages} == set(own.pages)
    assert not sign.isVisible()
    before = controller.issue
    with qtbot.waitSignal(controller.made_changed, timeout=PATIENCE):
        first.click()
    assert controller.undo_label.startswith("Fit “What the tide leaves behind”: ")
    assert controller.made.plan.articles["tides"].lines_over == 0
    assert controller.made.document == tried.document
    controller.undo()
    assert controller.issue is before


def test_what_is_tried_stays_in_view_while_the_same_pages_are_told_again(qtbot, inspector, controller):
    view = PagesView(controller)
    qtbot.addWidget(view)
    view.show()
    form = article_form(qtbot, inspector, controller, "tides")
    with qtbot.waitSignal(controller.asides.preview_changed, timeout=PATIENCE):
        enter(form.alternatives.cells[1])
    tried = controller.asides.shown
    controller.made_changed.emit(controller.made, frozenset())
    assert {lying.page for spread in view.board.spreads for lying in spread.pages} == set(tried.document.pages)
    controller.apply(set_article(controller.issue, "winds", {"byline": "Eva Roe"}))
    assert controller.asides.shown is None, "an edit is looked at, not what was tried"
    assert {lying.page for spread in view.board.spreads for lying in spread.pages} == set(controller.made.document.pages)


def test_repairs_stand_with_the_cheapest_first_and_their_prices_in_words(qtbot, inspector, controller):
    crowd(qtbot, controller)
    form = article_form(qtbot, inspector, controller, "tides")
    costs = [float(each.toolTip().removeprefix("Price ")) for each in form.ledger.repairs]
    assert costs == sorted(costs) and len(costs) > 1
    assert all(each.accessibleName() == f"{each.words}, {each.price}" for each in form.ledger.repairs)


def test_of_two_offers_only_the_last_one_looked_at_is_shown(qtbot, inspector, controller):
    form = article_form(qtbot, inspector, controller, "tides")
    shown = []
    controller.asides.preview_changed.connect(lambda made, words: shown.append(words))
    for cell in form.alternatives.cells[1:3]:
        enter(cell)
    last = form.alternatives.cells[2]
    qtbot.waitUntil(lambda: controller.asides.shown is not None, timeout=PATIENCE)
    assert len(shown) == 1
    pages = int(last.text().split()[0])
    assert len(controller.asides.shown.plan.articles["tides"].pages) == pages


def test_the_ledger_is_not_asked_while_somebody_types(qtbot, inspector, controller, monkeypatch: pytest.MonkeyPatch):
    article_form(qtbot, inspector, controller, "winds")
    asked: list[str] = []
    entry_of = asides.entry_of

    def counting(made, article, wanted):  # type: ignore[no-untyped-def]
        asked.append(article)
        return entry_of(made, article, wanted)

    monkeypatch.setattr(asides, "entry_of", counting)
    for n in range(12):
        text = controller.issue.articles["tides"].markdown + f" Word {n}."
        apply(qtbot, controller, replace_body(controller.issue, "tides", text))
    qtbot.waitUntil(lambda: controller.up_to_date, timeout=PATIENCE)
    assert asked == [], "of an article that is not selected nobody asks"
    for n in range(12):
        text = controller.issue.articles["winds"].markdown + f" Word {n}."
        apply(qtbot, controller, replace_body(controller.issue, "winds", text))
    with qtbot.waitSignal(controller.asides.entry_came, timeout=PATIENCE):
        pass
    assert 1 <= len(asked) < 6, "typing is not followed letter by letter"


def test_an_alternative_is_pinned_by_a_click_and_left_to_the_planner_again(qtbot, inspector, controller):
    form = article_form(qtbot, inspector, controller, "tides")
    assert form.alternatives.free.isHidden()
    other = form.alternatives.cells[1]
    with qtbot.waitSignal(controller.asides.entry_came, timeout=PATIENCE):
        other.click()
    article = controller.issue.articles["tides"]
    assert controller.undo_label == f"Pin “What the tide leaves behind” to {article.template}"
    layout = controller.made.plan.articles["tides"]
    assert (layout.template, len(layout.pages)) == (article.template, article.pages)
    assert form.alternatives.cells[0].isChecked()
    assert len(form.alternatives.cells) > 1, "what else it could be is still told"
    assert not form.alternatives.free.isHidden()
    form.alternatives.free.click()
    assert (controller.issue.articles["tides"].template, controller.issue.articles["tides"].pages) == ("auto", None)
    assert form.alternatives.free.isHidden()


# --- the plan as a whole


@pytest.fixture
def window(qtbot, tmp_path: Path, issue_folder: Path, controller) -> MainWindow:
    made = MainWindow(controller, Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)))
    qtbot.addWidget(made)
    made.show()
    return made


def action_of(window: MainWindow, text: str):
    return next(each for menu in window.menuBar().actions() for each in menu.menu().actions() if each.text() == text)


def test_a_plan_is_kept_and_let_go_as_single_steps(window, controller):
    before = controller.issue
    chosen = {name: (each.template, len(each.pages)) for name, each in controller.made.plan.articles.items()}
    keep, let_go = action_of(window, "&Keep This Plan"), action_of(window, "&Let the Planner Choose Again")
    controller.history_changed.emit()
    assert not let_go.isEnabled()
    keep.trigger()
    assert controller.undo_label == "Keep this plan"
    kept = {name: (each.template, each.pages) for name, each in controller.issue.articles.items() if name in chosen}
    assert {name: wish[1] for name, wish in kept.items()} == {name: pages for name, (_, pages) in chosen.items()}
    assert let_go.isEnabled()
    let_go.trigger()
    assert controller.undo_label == "Let the planner choose again"
    assert controller.issue.articles == before.articles
    assert not let_go.isEnabled()


def drift(qtbot, controller) -> None:
    """Type so much that the steady plan is not that of the folder alone."""
    text = controller.issue.articles["harbours"].markdown
    for sentences in range(33, 40):
        edit = replace_body(controller.issue, "harbours", f"{text}\n\n{SENTENCE * sentences}")
        with qtbot.waitSignal(controller.asides.fresh_changed, timeout=PATIENCE):
            controller.apply(edit)
        if controller.asides.fresh is not None:
            return
    raise AssertionError("no drift")


def test_where_a_fresh_plan_would_differ_it_is_said_quietly_shown_and_taken(qtbot, window, controller):
    said = window.findChild(FreshPlan)
    assert said is not None and said.isHidden()
    drift(qtbot, controller)
    steady, fresh = controller.made, controller.asides.fresh
    assert not said.isHidden() and str(len(fresh.articles)) in said.text()
    said.look.setChecked(True)
    assert controller.asides.shown is fresh.made
    said.look.setChecked(False)
    assert controller.asides.shown is None and controller.made is steady
    step = controller.undo_label
    with qtbot.waitSignal(controller.asides.fresh_changed, timeout=PATIENCE, check_params_cb=lambda now: now is None):
        said.accept.trigger()
    assert not differing(fresh.made.plan, controller.made.plan)
    assert said.isHidden() and controller.undo_label == step, "the issue is the same"


def test_a_difference_that_was_dismissed_is_not_told_again(qtbot, window, controller):
    drift(qtbot, controller)
    said = window.findChild(FreshPlan)
    said.dismiss.trigger()
    assert said.isHidden()
    with qtbot.waitSignal(controller.asides.fresh_changed, timeout=PATIENCE):
        controller.apply(set_article(controller.issue, "winds", {"byline": "Eva Roe"}))
    assert said.isHidden()


def test_export_writes_the_plan_that_is_shown(qtbot, controller, monkeypatch: pytest.MonkeyPatch):
    drift(qtbot, controller)
    monkeypatch.setattr(ExportDialog, "last_edition", "")
    dialog = ExportDialog(controller)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is None and not dialog.waiting, timeout=PATIENCE)
    document = pypdfium2.PdfDocument(dialog.wishes.target)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    found = [number for number, text in enumerate(texts, 1) if "nobody waits for the ebb" in " ".join(text.split())]
    shown = [page.number for page in controller.made.plan.pages for item in page.items if item.id == "harbours"]
    assert found and set(found) <= set(shown)
    assert len(texts) == len(controller.made.plan.pages)


# --- the issue's length


def test_what_other_lengths_cost_is_reckoned_when_somebody_asks(qtbot, inspector, controller):
    form = inspector.form
    assert isinstance(form, IssueForm) and not form.lengths.rows
    now = len(controller.made.plan.pages)
    with qtbot.waitSignal(controller.asides.lengths_came, timeout=PATIENCE) as told:
        form.lengths.ask.click()
    assert [each.pages for each in told.args[0]] == [now - 4, now, now + 4]
    longer = form.lengths.rows[-1]
    assert isinstance(longer, Offer) and longer.words.startswith(f"{now + 4} page(s) in signatures of ")
    with qtbot.waitSignal(controller.made_changed, timeout=PATIENCE):
        longer.click()
    assert controller.issue.pages == now + 4 and len(controller.made.plan.pages) == now + 4
    assert controller.undo_label == "Change pages of the issue"


def test_lengths_are_reckoned_once_for_the_same_pages(qtbot, inspector, controller, monkeypatch: pytest.MonkeyPatch):
    reckoned = []
    lengths_of = asides.lengths_of
    monkeypatch.setattr(asides, "lengths_of", lambda *given: (reckoned.append(1), lengths_of(*given))[1])
    for _ in range(2):
        with qtbot.waitSignal(controller.asides.lengths_came, timeout=PATIENCE):
            inspector.form.lengths.ask.click()
    assert len(reckoned) == 1
