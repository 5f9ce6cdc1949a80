"""The door: background work, the newest wins. And the workshop behind it: what did not change is not made anew."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from digest_studio.app import session
from digest_studio.app.press import look_over
from digest_studio.app.session import Made, Opened, Refused
from digest_studio.app.studio.desk import Desk, open_desk
from digest_studio.app.studio.door import Answer, Delivered, Door, LayoutDoor, Pages, Wanted, WatchedPages
from digest_studio.app.studio.problems import FolderProblems
from digest_studio.app.studio.workshop import Abandoned, Laid, Located, Request, Workshop
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.layout import choose as choosing
from digest_studio.layout.special import listing
from digest_studio.model.alter import set_issue
from digest_studio.model.arrange import carry
from digest_studio.model.edits import Place, replace_body, set_article
from digest_studio.model.issue import Issue
from digest_studio.model.read import read_issue
from tests.small_issue import picture

PATIENCE = 30.0
"""Seconds after which a test gives up; none waits that long."""


@pytest.fixture
def issue(original_issue: Path) -> Issue:
    read = read_issue(original_issue).issue
    assert read is not None
    return read


# --- the door


class Rooms:
    """A door whose work waits until it is told to go on."""

    def __init__(self, *lanes: str) -> None:
        self.delivered: Queue[Delivered] = Queue()
        self.door = Door(self.delivered.put, lanes or ("pages",))
        self.started = threading.Semaphore(0)
        self.go_on = threading.Semaphore(0)

    def work(self, value: object) -> object:
        def waiting(wanted: Wanted) -> object:
            self.started.release()
            assert self.go_on.acquire(timeout=PATIENCE)
            if not wanted():
                raise Abandoned
            return value

        return waiting

    def begin(self, value: object, lane: str = "pages") -> int:
        """Asks for work and waits until it runs."""
        number = self.door.put(lane, self.work(value))  # type: ignore[arg-type]
        assert self.started.acquire(timeout=PATIENCE)
        return number

    def results(self) -> list[object]:
        assert self.door.wait(PATIENCE)
        return [self.delivered.get_nowait().value for _ in range(self.delivered.qsize())]


@pytest.fixture
def rooms() -> Iterator[Rooms]:
    made = Rooms("pages", "journal")
    yield made
    for _ in range(100):
        made.go_on.release()
    made.door.close()


def test_results_come_under_the_number_of_their_request(rooms: Rooms) -> None:
    numbers = []
    for value in ("a", "b"):
        numbers.append(rooms.begin(value))
        rooms.go_on.release()
        delivered = rooms.delivered.get(timeout=PATIENCE)
        assert (delivered.number, delivered.value, delivered.lane) == (numbers[-1], value, "pages")
    assert numbers == sorted(numbers)


def test_of_what_waits_only_the_newest_is_done(rooms: Rooms) -> None:
    rooms.begin("first", "journal")
    for value in ("old", "older news", "newest"):
        rooms.door.put("pages", rooms.work(value))  # type: ignore[arg-type]
    for _ in range(2):
        rooms.go_on.release()
    assert rooms.results() == ["first", "newest"]


def test_what_runs_is_abandoned_when_something_newer_waits(rooms: Rooms) -> None:
    rooms.begin("old")
    rooms.door.put("pages", rooms.work("new"))  # type: ignore[arg-type]
    for _ in range(2):
        rooms.go_on.release()
    assert rooms.results() == ["new"]


def test_two_in_a_row_are_never_abandoned(rooms: Rooms) -> None:
    rooms.begin("first")
    rooms.door.put("pages", rooms.work("second"))  # type: ignore[arg-type]
    rooms.go_on.release()
    assert rooms.started.acquire(timeout=PATIENCE)
    rooms.door.put("pages", rooms.work("third"))  # type: ignore[arg-type]
    for _ in range(2):
        rooms.go_on.release()
    assert rooms.results() == ["second", "third"], "whoever types without a pause sees pages all the same"


def test_lanes_do_not_overtake_each_others_work(rooms: Rooms) -> None:
    rooms.begin("pages")
    rooms.door.put("journal", rooms.work("journal"))  # type: ignore[arg-type]
    for _ in range(2):
        rooms.go_on.release()
    assert rooms.results() == ["pages", "journal"]


def test_an_exception_is_a_diagnostic_in_the_log_and_the_door_stays_open(
    rooms: Rooms, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Wanted) -> object:
        raise ZeroDivisionError("by nought")

    with caplog.at_level(logging.ERROR):
        rooms.door.put("pages", broken)
        delivered = rooms.delivered.get(timeout=PATIENCE)
    assert delivered.failure is not None and "ZeroDivisionError: by nought" in delivered.failure.message
    assert "Traceback" in caplog.text
    rooms.begin("alive")
    rooms.go_on.release()
    assert rooms.delivered.get(timeout=PATIENCE).value == "alive"


def test_a_receiver_that_fails_does_not_close_the_door(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[object] = []

    def receive(delivered: Delivered) -> None:
        seen.append(delivered.value)
        raise RuntimeError("no window")

    door = Door(receive, ("pages",))
    for value in (1, 2):
        door.put("pages", lambda _, value=value: value)  # type: ignore[misc]
        assert door.wait(PATIENCE)
    door.close()
    assert seen == [1, 2]
    assert "no window" in caplog.text


def test_nothing_is_delivered_after_closing() -> None:
    rooms = Rooms()
    rooms.begin("running")
    rooms.door.put("pages", rooms.work("waiting"))  # type: ignore[arg-type]
    closing = threading.Thread(target=rooms.door.close)
    closing.start()
    rooms.go_on.release()
    closing.join(PATIENCE)
    assert rooms.delivered.qsize() <= 1
    with pytest.raises(RuntimeError):
        rooms.door.put("pages", rooms.work("late"))  # type: ignore[arg-type]


def test_pages_come_at_once_and_again_with_their_problems(issue: Issue) -> None:
    delivered: Queue[Pages | Answer | tuple[int, Refused]] = Queue()
    door = LayoutDoor(delivered.put)
    number = door.request(Request(issue))
    assert door.wait(PATIENCE)
    door.close()
    first, second = delivered.get_nowait(), delivered.get_nowait()
    assert isinstance(first, Pages) and isinstance(second, Pages)
    assert (first.number, first.checked, second.number, second.checked) == (number, False, number, True)
    assert first.made.issue is issue
    assert second.made.document is first.made.document
    assert second.made.problems == made_by(Workshop(), issue).problems


def test_what_a_printer_would_object_to_comes_when_nothing_changes_any_more(issue: Issue) -> None:
    delivered: Queue[Pages | Answer | tuple[int, Refused]] = Queue()
    door = LayoutDoor(delivered.put)
    door.request(Request(issue))
    number = door.request(Request(issue))
    assert door.wait(PATIENCE)
    told = [delivered.get_nowait() for _ in range(delivered.qsize())]
    last = [each for each in told if isinstance(each, Pages)][-1]
    assert isinstance(last, Pages) and last.number == number
    assert "ad-colour" in {problem.rule for problem in last.problems}
    assert "ad-colour" not in {problem.rule for problem in last.made.problems}  # of no concern to a proof
    assert set(last.made.problems) <= set(last.problems)
    assert [p.page or 0 for p in last.problems] == sorted(p.page or 0 for p in last.problems)
    door.request(Request(issue))
    assert door.wait(PATIENCE)
    door.close()
    again = delivered.get_nowait()
    assert isinstance(again, Pages) and not again.checked
    assert again.problems == last.problems  # nothing flickers while somebody types


def test_looking_over_for_the_press_ends_where_newer_pages_are_asked_for(issue: Issue) -> None:
    made = made_by(Workshop(), issue)
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 3

    watched = made.document._replace(pages=WatchedPages(made.document.pages, wanted))
    with pytest.raises(Abandoned):
        look_over(replace(made, document=watched))
    assert len(asked) == 3
    assert len(watched.pages) == len(made.document.pages)


def test_a_theme_that_is_gone_comes_as_a_refusal_and_the_door_stays_open(issue: Issue) -> None:
    delivered: Queue[Pages | Answer | tuple[int, Refused]] = Queue()
    door = LayoutDoor(delivered.put)
    number = door.request(Request(set_issue(issue, {"theme": "nowhere"})[1]))
    assert door.wait(PATIENCE)
    refused = delivered.get_nowait()
    assert isinstance(refused, tuple) and refused[0] == number
    door.request(Request(issue))
    assert door.wait(PATIENCE)
    assert isinstance(delivered.get_nowait(), Pages)
    door.close()


# --- the workshop


def made_by(workshop: Workshop, issue: Issue) -> Made:
    made = workshop.make(Request(issue))
    assert isinstance(made, Made)
    return made


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are laid out, as it happens."""
    found: list[str] = []
    lay_out = choosing.Choices._cheapest

    def counting(self: choosing.Choices) -> object:
        found.append(self.key[0].id)
        return lay_out(self)

    monkeypatch.setattr(choosing.Choices, "_cheapest", counting)
    return found


def test_the_workshop_makes_what_the_command_line_makes(original_issue: Path, issue: Issue) -> None:
    opened = session.open_issue(original_issue)
    assert isinstance(opened, Opened)
    expected = session.make(opened)
    made = made_by(Workshop(), issue)
    assert made.document == expected.document
    assert made.plan.pages == expected.plan.pages


def test_after_any_row_of_edits_the_pages_are_those_of_a_fresh_start(issue: Issue) -> None:
    workshop = Workshop()
    made_by(workshop, issue)
    now = issue
    now = carry(now, [Place("Water", 0)], Place("Air", 1))[1]
    made_by(workshop, now)
    now = replace_body(now, "winds", "One sentence.\n\n" + now.articles["winds"].markdown)[1]
    made_by(workshop, now)
    now = set_issue(now, {"language": "de", "period": "Herbst"})[1]
    made_by(workshop, now)
    now = set_issue(now, {"language": "en", "theme": "quarterly"})[1]
    assert made_by(workshop, now).document == made_by(Workshop(), now).document
    assert made_by(workshop, issue).document == made_by(Workshop(), issue).document


def test_a_word_typed_lays_out_its_article_alone_and_other_pages_stay_the_same_objects(issue: Issue, counted: list[str]) -> None:
    workshop = Workshop()
    before = made_by(workshop, issue)
    counted.clear()
    text = issue.articles["winds"].markdown.replace("Every wind", "Each wind", 1)
    after = made_by(workshop, replace_body(issue, "winds", text)[1])
    assert set(counted) == {"winds"}
    pages = {page.number for page in before.plan.pages for item in page.items if item.id == "winds"}
    changed = {new.number for old, new in zip(before.document.pages, after.document.pages, strict=True) if old is not new}
    assert changed and changed <= pages


def test_undoing_a_move_makes_the_same_pages_again(issue: Issue) -> None:
    workshop = Workshop()
    before = made_by(workshop, issue)
    made_by(workshop, carry(issue, [Place("Water", 0)], Place("Water", 3))[1])
    assert made_by(workshop, issue).document == before.document


def test_a_move_sets_no_list_anew_and_pages_planned_alike_stay_the_same_objects(
    issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The briefing changes places with the winds; what stands before them is planned as it was, and of the lists only figures
    that are others are set."""
    entries, columns = [], []
    entry, balanced = listing._entry, listing.balanced
    monkeypatch.setattr(listing, "_entry", lambda ctx, line, *rest: (entries.append(line.article), entry(ctx, line, *rest))[1])
    monkeypatch.setattr(listing, "balanced", lambda *given: (columns.append(1), balanced(*given))[1])
    workshop = Workshop()
    before = made_by(workshop, issue)
    moved = carry(issue, [Place("Air", 0)], Place("Air", 2))[1]
    entries.clear(), columns.clear()
    after = made_by(workshop, moved)
    assert set(entries) <= {"winds", "briefing"}
    first = min(page.number for page in before.plan.pages for item in page.items if item.id == "winds")
    for old, new in zip(before.plan.pages[: first - 1], after.plan.pages, strict=False):
        assert new is old, f"page {old.number}"
    entries.clear(), columns.clear()
    assert made_by(workshop, issue).document == before.document
    assert (entries, columns) == ([], []), "everything was set before"


def test_texts_are_checked_when_the_pages_are_looked_over_and_not_before(issue: Issue) -> None:
    class Counting(FolderProblems):
        asked = 0

        def of(self, issue: Issue) -> tuple[Diagnostic, ...]:
            Counting.asked += 1
            return super().of(issue)

    laid = Workshop().lay_out(Request(issue, problems=Counting()))
    assert isinstance(laid, Laid) and Counting.asked == 0
    laid.checked()
    assert Counting.asked == 1


def test_a_picture_that_is_another_now_is_looked_into_again(issue_folder: Path) -> None:
    desk = open_desk(issue_folder)
    assert isinstance(desk, Desk)
    workshop = Workshop()
    workshop.make(desk.request())
    picture(issue_folder / "photos/shore.jpg", (300, 900), "#ffffff")
    desk.overlay = {"photos/shore.jpg": Located(issue_folder / "photos/shore.jpg", 1)}
    made = workshop.make(desk.request())
    desk.close()
    fresh = made_by(Workshop(), desk.issue)
    assert isinstance(made, Made)
    assert made.document == fresh.document


def test_a_missing_picture_is_a_problem_where_it_is_named(issue_folder: Path) -> None:
    (issue_folder / "photos/keeper.jpg").unlink()
    desk = open_desk(issue_folder)
    assert isinstance(desk, Desk)
    made = Workshop().make(desk.request())
    desk.close()
    assert isinstance(made, Made)
    (missing,) = [problem for problem in made.problems if problem.rule == "missing-file"]
    (expected,) = [problem for problem in read_issue(issue_folder).problems if problem.rule == "missing-file"]
    assert (missing.article, missing.source, missing.message, missing.remedy) == (
        "foreword", expected.source, expected.message, expected.remedy,
    )


def test_problems_are_those_that_check_knows(issue_folder: Path) -> None:
    path = issue_folder / "articles/winds.md"
    path.write_text(path.read_text("utf-8") + "\n![](photo:3)\n\n| a | b |\n|---|---|\n", "utf-8")
    (issue_folder / "photos/keeper.jpg").unlink()
    desk = open_desk(issue_folder)
    assert isinstance(desk, Desk)
    made = Workshop().make(desk.request())
    desk.close()
    opened = session.open_issue(issue_folder)
    assert isinstance(made, Made)
    expected = session.make(opened) if isinstance(opened, Opened) else opened
    known = {(p.rule, str(p.source)) for p in expected.problems} - {("missing-file", "photos/keeper.jpg")}
    assert {(p.rule, str(p.source)) for p in made.problems} == known


def test_what_nobody_waits_for_is_given_up_between_articles(issue: Issue, counted: list[str]) -> None:
    answers = iter([True, True, True])
    workshop = Workshop()
    with pytest.raises(Abandoned):
        workshop.make(Request(issue), lambda: next(answers, False))
    assert 1 <= len(counted) <= 3
    assert made_by(workshop, issue).document == made_by(Workshop(), issue).document


def test_a_theme_that_is_not_there_is_refused_and_the_workshop_goes_on(issue: Issue) -> None:
    workshop = Workshop()
    refused = workshop.make(Request(set_issue(issue, {"theme": "nowhere"})[1]))
    assert isinstance(refused, Refused) and refused.problems
    made_by(workshop, issue)


def test_an_article_without_a_title_is_laid_out_all_the_same(issue: Issue) -> None:
    made_by(Workshop(), set_article(issue, "winds", {"title": ""})[1])
