"""The inspector: every change is an edit with a name, laid out at once, undone by one step a burst."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from digest_studio.display.document import walk
from digest_studio.display.items import TextLine
from digest_studio.gui.inspector.ad import AdForm
from digest_studio.gui.inspector.article import ArticleForm
from digest_studio.gui.inspector.chooser import Chooser, pictures_to_choose
from digest_studio.gui.inspector.crop import WHOLE, Framed, dragged
from digest_studio.gui.inspector.fields import ChoiceField
from digest_studio.gui.inspector.headlines import Headlines
from digest_studio.gui.inspector.issue import IssueForm
from digest_studio.gui.inspector.pane import Inspector
from digest_studio.gui.inspector.parse import ARTWORK_PAGES, BLEED, DATE, SHAPE, SOCIAL
from digest_studio.gui.inspector.photo import PhotoForm
from digest_studio.gui.inspector.photos import PhotoList
from digest_studio.gui.inspector.places import PhotoPlace, SignaturePlace
from digest_studio.gui.inspector.resolution import printed
from digest_studio.gui.inspector.section import SectionForm
from digest_studio.gui.inspector.templates import TemplatePicker
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.model.alter import set_photo
from digest_studio.model.edits import set_article
from digest_studio.model.issue import Headline, Press, Section
from digest_studio.model.read import read_issue
from digest_studio.preflight.checks import effective_ppi


@pytest.fixture
def inspector(qtbot, controller) -> Inspector:
    pane = Inspector(controller)
    qtbot.addWidget(pane)
    pane.resize(320, 800)
    pane.show()
    return pane


def field(pane: QWidget, name: str):
    """The field with that name, as a screen reader finds it."""
    every = (each for kind in (QLineEdit, QPlainTextEdit, ChoiceField) for each in pane.findChildren(kind))
    (found,) = [each for each in every if each.accessibleName() == name]
    return found


def text_of(made, number: int) -> str:
    page = next(page for page in made.document.pages if page.number == number)
    lines = [item for item, _, _ in walk(page.items) if isinstance(item, TextLine)]
    return " ".join("".join(text for run in line.runs for text in run.text) for line in lines)


def test_without_a_selection_the_issues_own_fields_are_shown(inspector, controller):
    assert isinstance(inspector.form, IssueForm)
    assert field(inspector, "Publication").text() == "Harbour Review"


def test_typing_a_byline_changes_the_issue_and_its_page_and_is_undone_by_name(qtbot, inspector, controller):
    controller.select(Selection("article", "tides"))
    assert isinstance(inspector.form, ArticleForm)
    byline = field(inspector, "Byline")
    byline.setFocus()
    byline.clear()
    written = lambda made, _: made.issue.articles["tides"].byline == "Eva Roe"  # noqa: E731
    with qtbot.waitSignal(controller.made_changed, check_params_cb=written):
        qtbot.keyClicks(byline, "Eva Roe")
    page = next(p.number for p in controller.made.plan.pages for i in p.items if i.kind == "article" and i.id == "tides")
    assert "Eva Roe" in text_of(controller.made, page)
    assert controller.undo_label == "Change byline of “What the tide leaves behind”"
    controller.undo()
    assert controller.issue.articles["tides"].byline == "Mary Stone"
    assert controller.undo_label is None


def test_what_cannot_be_meant_is_told_and_not_taken(qtbot, inspector, controller):
    controller.select(Selection("article", "tides"))
    date = field(inspector, "Date")
    qtbot.keyClicks(date, "soon")
    assert controller.issue.articles["tides"].date is None
    complaints = [label for label in date.parentWidget().findChildren(QWidget) if label.isVisible() and hasattr(label, "text")]
    assert any("2027-01-31" in label.text() for label in complaints)
    date.clear()
    qtbot.keyClicks(date, "2025-04-01")
    assert controller.issue.articles["tides"].date.isoformat() == "2025-04-01"


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [(SHAPE, "3:2", "3:2"), (SHAPE, "", "auto"), (BLEED, "2,5", 2.5), (ARTWORK_PAGES, "1, 2", (1, 2)), (DATE, " ", None),
     (SOCIAL, "x: desk\n\nmastodon: desk@sea.example", {"x": "desk", "mastodon": "desk@sea.example"})],
)  # fmt: skip
def test_typed_text_is_read(form, text, value):
    assert form.parse(text) == value
    assert form.parse(form.show(value)) == value


@pytest.mark.parametrize(
    ("form", "text"), [(SHAPE, "3:0"), (SHAPE, "wide"), (BLEED, "99"), (ARTWORK_PAGES, "1, 2, 3"), (SOCIAL, "x")]
)
def test_what_is_no_value_is_refused_with_a_sentence(form, text):
    with pytest.raises(ValueError, match="Write"):
        form.parse(text)


def test_a_template_is_chosen_by_its_picture(qtbot, inspector, controller):
    controller.select(Selection("article", "winds"))
    picker = inspector.findChild(TemplatePicker)
    names = [picker.item(row).data(Qt.ItemDataRole.UserRole) for row in range(picker.count())]
    assert names[:2] == ["auto", "news"]
    assert picker.currentRow() == 0
    assert all(not picker.item(row).icon().isNull() and picker.item(row).toolTip() for row in range(picker.count()))
    item = picker.item(names.index("news/text"))
    picker.scrollToItem(item)
    qtbot.mouseClick(picker.viewport(), Qt.MouseButton.LeftButton, pos=picker.visualItemRect(item).center())
    assert controller.issue.articles["winds"].template == "news/text"
    controller.undo()
    assert picker.currentItem().data(Qt.ItemDataRole.UserRole) == "auto"


def test_an_outside_change_shows_in_a_field_that_nobody_types_into(inspector, controller):
    controller.select(Selection("article", "tides"))
    controller.apply(set_article(controller.issue, "tides", {"kicker": "Sands"}))
    assert field(inspector, "Kicker").text() == "Sands"


def test_photos_are_reordered_and_taken_away(qtbot, inspector, controller):
    controller.select(Selection("article", "tides"))
    photos = inspector.findChild(PhotoList)
    assert photos.list.count() == 2
    with qtbot.waitSignal(controller.issue_changed):
        photos.list.model().moveRow(photos.list.rootIndex(), 0, photos.list.rootIndex(), 2)  # what dropping a row does
    qtbot.waitUntil(lambda: photos.list.currentRow() == 1)
    assert [p.file for p in controller.issue.articles["tides"].photos] == ["photos/shore.jpg", "photos/sea.jpg"]
    photos._take_away()
    assert [p.file for p in controller.issue.articles["tides"].photos] == ["photos/shore.jpg"]
    controller.undo()
    controller.undo()
    assert photos.list.item(0).toolTip() == "photos/sea.jpg"


def test_pictures_are_added_from_the_issues_folder_and_from_elsewhere(qtbot, inspector, controller, tmp_path):
    controller.select(Selection("article", "winds"))
    photos = inspector.findChild(PhotoList)
    elsewhere = tmp_path / "gale.jpg"
    elsewhere.write_bytes((controller.folder / "photos/shore.jpg").read_bytes())
    with qtbot.waitSignal(controller.issue_changed, check_params_cb=lambda issue: len(issue.articles["winds"].photos) == 2):
        photos.bring_in([controller.folder / "photos/sea.jpg", elsewhere])
    assert [p.file for p in controller.issue.articles["winds"].photos] == ["photos/sea.jpg", "photos/gale.jpg"]
    assert photos.list.count() == 2
    assert not (controller.folder / "photos/gale.jpg").exists(), "it enters the folder when the issue is saved"


def drop(widget: QWidget, files, at: QPoint | None = None) -> bool:
    """Drop files from the desktop onto a widget; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at = at or widget.rect().center()
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, *rest)
    QCoreApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QCoreApplication.sendEvent(widget, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, *rest))
    return enter.isAccepted()


def test_images_dropped_from_the_desktop_become_photographs_where_they_are_dropped(qtbot, inspector, controller, tmp_path):
    controller.select(Selection("article", "tides"))
    photos = inspector.findChild(PhotoList).list
    elsewhere = tmp_path / "gale.jpg"
    elsewhere.write_bytes((controller.folder / "photos/shore.jpg").read_bytes())
    between = QPoint(40, photos.visualItemRect(photos.item(1)).top() + 2)
    with qtbot.waitSignal(controller.issue_changed):
        assert drop(photos.viewport(), [elsewhere], between)
    files = ["photos/sea.jpg", "photos/gale.jpg", "photos/shore.jpg"]
    assert [p.file for p in controller.issue.articles["tides"].photos] == files
    assert photos.count() == 3
    controller.undo()
    assert [p.file for p in controller.issue.articles["tides"].photos] == ["photos/sea.jpg", "photos/shore.jpg"]
    assert not drop(photos.viewport(), [tmp_path / "letter.md"]), "texts are no photographs"


def test_a_picture_from_elsewhere_becomes_the_covers(qtbot, inspector, controller, tmp_path):
    elsewhere = tmp_path / "gale.jpg"
    elsewhere.write_bytes((controller.folder / "photos/shore.jpg").read_bytes())
    with qtbot.waitSignal(controller.issue_changed, check_params_cb=lambda issue: issue.cover.photo.file == "photos/gale.jpg"):
        drop(inspector.form.findChild(PhotoPlace), [elsewhere])
    assert not controller.loose
    controller.undo()
    assert controller.issue.cover.photo.file != "photos/gale.jpg"


def test_other_artwork_from_elsewhere_takes_the_place_of_the_old(qtbot, inspector, controller, tmp_path):
    controller.select(Selection("ad", "ropes"))
    elsewhere = tmp_path / "knots.pdf"
    elsewhere.write_bytes((controller.folder / "ads/ropes.pdf").read_bytes())
    booked = set(controller.issue.ads)
    with qtbot.waitSignal(controller.issue_changed, check_params_cb=lambda issue: issue.ads["ropes"].file == "ads/knots.pdf"):
        inspector.form.take_artwork(elsewhere)
    assert set(controller.issue.ads) == booked


def test_dragging_the_crops_edge_sets_fractions_and_is_one_step(qtbot, inspector, controller):
    controller.select(Selection("photo", "tides", 1))
    form = inspector.form
    assert isinstance(form, PhotoForm)
    editor = form.crop
    box = editor.picture_box()
    start = editor.place_of(1.0, 0.75).toPoint()
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.1, 0.2, 0.25):
        qtbot.mouseMove(editor, start - QPoint(round(part * box.width()), 0))
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=start)
    left, top, right, bottom = controller.issue.articles["tides"].photos[1].crop
    assert (left, top, bottom) == (0.0, 0.0, 1.0)
    assert right == pytest.approx(0.75, abs=2 / box.width())
    controller.undo()
    assert controller.issue.articles["tides"].photos[1].crop is None
    assert controller.undo_label is None


def test_the_focus_point_is_dragged_and_stays_in_the_crop(qtbot, inspector, controller):
    controller.select(Selection("photo", "tides", 0))
    editor = inspector.form.crop
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=editor.place_of(0.5, 0.5).toPoint())
    qtbot.mouseMove(editor, editor.place_of(0.25, 0.75).toPoint())
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=editor.place_of(0.25, 0.75).toPoint())
    assert controller.issue.articles["tides"].photos[0].focus == pytest.approx((0.25, 0.75), abs=0.02)
    assert dragged(Framed((0.0, 0.0, 1.0, 1.0), (0.9, 0.9)), "rb", -0.5, -0.5) == Framed((0.0, 0.0, 0.5, 0.5), (0.5, 0.5))


def test_a_crop_stays_within_the_picture():
    assert dragged(Framed((0.2, 0.2, 0.6, 0.6)), "move", 0.9, -0.9).crop == (0.6, 0.0, 1.0, 0.4)
    assert dragged(Framed((0.2, 0.2, 0.6, 0.6)), "lt", -0.9, -0.9).crop == (0.0, 0.0, 0.6, 0.6)
    assert dragged(Framed(), "r", 0.5, 0.0).crop is None, "the whole picture is no crop"
    assert Framed().area == WHOLE


def test_the_resolution_is_that_of_preflight_and_follows_the_crop_before_the_pages_do(inspector, controller):
    selection = Selection("photo", "tides", 0)
    controller.select(selection)
    shown = inspector.form.gauge.printed
    made = controller.made
    page = next(page for page in made.document.pages if page.number == shown.page)
    placed = [
        item for item, dx, dy in walk(page.items)
        if hasattr(item, "image") and item.image.path.endswith("sea.jpg") and item.box.moved(dx, dy) == shown.box
    ]  # fmt: skip
    assert [effective_ppi(item) for item in placed] == [shown.ppi]
    controller.apply(set_photo(controller.issue, selection.photo, {"crop": (0.25, 0.25, 0.5, 0.5)}))
    photo = controller.issue.articles["tides"].photos[0]
    now = printed(made, selection, photo, made.images["photos/sea.jpg"])
    assert now[0].ppi < shown.ppi / 1.5


def test_decoration_is_a_description_that_is_empty_on_purpose(qtbot, inspector, controller):
    controller.select(Selection("photo", "tides", 0))
    form = inspector.form
    form._decoration.click()
    assert controller.issue.articles["tides"].photos[0].alt == ""
    assert not field(inspector, "Description (alt)").isEnabled()
    form._decoration.click()
    assert controller.issue.articles["tides"].photos[0].alt is None


def test_an_advertisements_booking_is_changed(inspector, controller):
    controller.select(Selection("ad", "ropes"))
    assert isinstance(inspector.form, AdForm)
    side = field(inspector, "Side")
    side.activated.emit(side.findText("Left"))
    assert controller.issue.ads["ropes"].side == "left"
    assert controller.undo_label == "Change side of the advertisement Ropes Ltd"


def test_an_advertisements_size_is_said_in_mm_as_the_theme_has_it(qtbot, inspector, controller):
    controller.select(Selection("ad", "ropes"))
    assert "210 × 297 mm" in inspector.form.summary.text()
    size = field(inspector, "Size")
    size.activated.emit(size.findText("Third of a page"))
    qtbot.waitUntil(lambda: "172 × 75.7 mm" in inspector.form.summary.text())


def test_a_section_is_renamed_while_typing_and_stays_selected(qtbot, inspector, controller):
    controller.select(Selection("section", "Water"))
    form = inspector.form
    assert isinstance(form, SectionForm)
    name = field(inspector, "Name")
    name.setFocus()
    name.end(False)
    qtbot.keyClicks(name, "s")
    assert inspector.form is form
    assert controller.selection == Selection("section", "Waters")
    assert "Waters" in [entry.name for entry in controller.issue.outline if isinstance(entry, Section)]
    name.selectAll()
    qtbot.keyClicks(name, "Air")
    assert controller.selection.id == "Ai", "a name that is taken is not taken over"


def test_undoing_the_name_of_the_selected_section_selects_the_issue(qtbot, inspector, controller):
    controller.select(Selection("section", "Water"))
    qtbot.keyClicks(field(inspector, "Name"), "s")
    controller.undo()
    assert controller.selection == NOTHING
    assert isinstance(inspector.form, IssueForm)


def test_the_covers_lines_are_ordered_and_written(inspector, controller):
    lines = inspector.findChild(Headlines)
    assert [lines.list.item(row).text() for row in range(2)] == ["What the tide leaves behind", "A free line about the weather"]
    lines.list.setCurrentRow(1)
    lines._move(-1)
    lines.list.item(0).setText("Gales expected")
    assert controller.issue.cover.headlines[0] == Headline(text="Gales expected")
    assert controller.issue.cover.headlines[1].article == "tides"


def test_what_was_undone_away_is_not_shown_any_more(inspector, controller):
    from digest_studio.model.alter import add_photos
    from digest_studio.model.issue import Photo

    controller.apply(add_photos(controller.issue, "winds", (Photo("photos/sea.jpg"),)))
    controller.select(Selection("photo", "winds", 0))
    controller.undo()
    assert controller.selection == NOTHING


def test_what_somebody_else_has_open_cannot_be_changed(qtbot, controller):
    from digest_studio.gui.controller import Controller

    other = Controller()
    with qtbot.waitSignal(other.made_changed, timeout=20_000):
        other.open(controller.folder)
    assert other.read_only
    pane = Inspector(other)
    qtbot.addWidget(pane)
    other.select(Selection("article", "tides"))
    assert not field(pane, "Byline").isEnabled()
    assert not pane._locked.isHidden()
    other.shut_down()


def test_what_the_press_is_asked_for_is_chosen_and_written(qtbot, inspector, controller):
    profile, marks, intent = (field(inspector, name) for name in ("Output profile", "Printer's marks", "Colours of photographs"))
    assert [box.currentText() for box in (profile, marks, intent)] == ["As the theme"] * 3
    for box, text in ((marks, "With marks"), (intent, "All drawn in (perceptual)"), (profile, "coated-fogra39")):
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
    assert controller.issue.press == Press("coated-fogra39", marks=True, intent="perceptual")
    assert controller.undo_label == "Change profile of the press"
    with qtbot.waitSignal(controller.save_finished, timeout=20_000):
        controller.save()
    assert read_issue(controller.folder).issue.press == Press("coated-fogra39", marks=True, intent="perceptual")


def test_the_printers_own_profile_in_the_folder_can_be_chosen(qtbot, controller):
    (controller.folder / "uncoated.icc").write_bytes(b"a profile")
    pane = Inspector(controller)
    qtbot.addWidget(pane)
    assert field(pane, "Output profile").findText("uncoated.icc") > 0


def test_a_signature_is_chosen_among_pictures_dropped_and_taken_away(qtbot, inspector, controller, tmp_path):
    controller.select(Selection("article", "tides"))
    place = inspector.form.findChild(SignaturePlace)
    place._choose()
    chooser = place.findChild(Chooser)
    names = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert "photos/sea.jpg" in names
    assert len(names) == len(set(names))
    chooser._choose(chooser.list.item(names.index("photos/sea.jpg")))
    assert controller.issue.articles["tides"].author.signature == "photos/sea.jpg"
    elsewhere = tmp_path / "sign.jpg"
    elsewhere.write_bytes((controller.folder / "photos/shore.jpg").read_bytes())
    signed = lambda issue: issue.articles["tides"].author.signature == "photos/sign.jpg"  # noqa: E731
    with qtbot.waitSignal(controller.issue_changed, check_params_cb=signed):
        drop(place, [elsewhere])
    place.clear()
    assert controller.issue.articles["tides"].author.signature is None


def test_pictures_that_nothing_shows_are_offered_first(qtbot, controller):
    (controller.folder / "photos/new.jpg").write_bytes((controller.folder / "photos/shore.jpg").read_bytes())
    assert pictures_to_choose(controller)[0] == "photos/new.jpg"
