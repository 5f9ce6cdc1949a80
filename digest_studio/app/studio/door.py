"""The one door for work in the background: a thread, immutable requests in, numbered results out, the newest wins.

Requests come by lanes. Of a lane only the newest request waits: one that comes later takes its place, whose result would be
old. Lanes are served in the order in which they are given to the door, so that pages come before everything else. What is
running may be abandoned when a newer request of its lane waits, but not twice in a row: while somebody types without a pause,
there are new pages all the same.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from digest_studio.app.session import Made, Refused
from digest_studio.app.studio import asides
from digest_studio.app.studio.workshop import Abandoned, Laid, Request, Workshop
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import say
from digest_studio.base.values import dataclass
from digest_studio.display.document import Page
from digest_studio.model.issue import Issue

log = logging.getLogger(__name__)

Wanted = Callable[[], bool]
Work = Callable[[Wanted], object]
"""Work to be done on the door's thread; it may ask from time to time whether it is still wanted, and raise Abandoned."""

PAGES, PROBLEMS, PRESS, POOL = "pages", "problems", "press", "pool"
TRIED, PLANNED, ENTRY, LENGTHS, FRESH = "tried", "planned", "entry", "lengths", "fresh"
"""Lanes of what is asked beside the pages: an edit that is only tried, its plan alone, an article's entry in the ledger, other
lengths of the issue, a plan from the folder alone."""
PAINTING = 0.03
"""Seconds that the window has for painting pages before they are checked: the threads share one interpreter."""
RESTING = 0.3
"""Seconds without a change after which pages are looked over for the press: nobody types so slowly."""


@dataclass(frozen=True, slots=True, eq=False)
class Delivered:
    """What came of request number `number`: a value, or, after an exception, the diagnostic that says so."""

    lane: str
    number: int
    value: object = None
    failure: Diagnostic | None = None


class Door:
    """A thread that works off lanes. `deliver` is called on that thread, in the order of the work."""

    def __init__(self, deliver: Callable[[Delivered], None], lanes: Sequence[str], name: str = "digest-studio-door") -> None:
        self._deliver = deliver
        self._waiting: dict[str, tuple[int, Work] | None] = dict.fromkeys(lanes)
        self._changed = threading.Condition()
        self._pauses: dict[str, float] = {}
        self._number = 0
        self._busy = False
        self._closed = False
        self._abandoned_last: dict[str, bool] = dict.fromkeys(lanes, False)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, lane: str, work: Work, *, pause: float = 0.0) -> int:
        """Asks for work; its number, by which its result is known. What waited in the lane is forgotten.

        It begins after `pause` seconds: who asks again and again is answered when he rests.
        """
        with self._changed:
            if self._closed:
                raise RuntimeError("the door is closed")
            self._number += 1
            self._waiting[lane] = (self._number, work)
            self._pauses.pop(lane, None)
            if pause:
                self._pauses[lane] = time.monotonic() + pause
            self._changed.notify_all()
            return self._number

    def follow(self, lane: str, work: Work, *, after: str, pause: float = 0.0) -> None:
        """Asks for work that is only worth doing while nothing newer waits in the lane `after`. For the door's own thread.

        It begins when nothing was asked for in `pause` seconds: time for the window to show what came before.
        """
        with self._changed:
            if not self._closed and self._waiting[after] is None:
                self._number += 1
                self._waiting[lane] = (self._number, work)
                self._pauses[lane] = time.monotonic() + pause

    def waits(self, lane: str) -> bool:
        """Whether work waits in a lane."""
        return self._waiting[lane] is not None

    def wait(self, timeout: float | None = None) -> bool:
        """Waits until nothing is left to do; False when it takes longer than `timeout` seconds. Not for the window's thread."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy and not any(self._waiting.values()), timeout)

    def close(self, *, finish: bool = False) -> None:
        """Ends the thread: after what it is doing, or, with `finish`, after everything that waits. Nothing more is delivered
        after this returns."""
        with self._changed:
            self._closed = True
            if not finish:
                self._waiting = dict.fromkeys(self._waiting)
            self._changed.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while (taken := self._next()) is not None:
            lane, number, work = taken
            delivered = self._done(lane, number, work)
            self._abandoned_last[lane] = delivered is None
            if delivered is not None:
                try:
                    self._deliver(delivered)
                except Exception:
                    log.exception("a result of the lane %s could not be delivered", lane)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _next(self) -> tuple[str, int, Work] | None:
        """The next work, waited for; None at the end."""
        with self._changed:
            while True:
                now = time.monotonic()
                for lane, waiting in self._waiting.items():
                    if waiting is not None and self._pauses.get(lane, now) <= now:
                        self._waiting[lane] = None
                        self._pauses.pop(lane, None)
                        self._busy = True
                        return lane, *waiting
                if self._closed and not any(self._waiting.values()):
                    return None
                self._changed.wait(min(self._pauses.values()) - now if self._pauses else None)

    def _done(self, lane: str, number: int, work: Work) -> Delivered | None:
        """The work's result; None when it was abandoned."""
        patient = self._abandoned_last[lane]

        def wanted() -> bool:
            return patient or self._waiting[lane] is None

        try:
            return Delivered(lane, number, work(wanted))
        except Abandoned:
            return None
        except Exception as error:
            log.exception("background work of the lane %s failed", lane)
            message = say("something went wrong in the program: {kind}: {reason}", kind=type(error).__name__, reason=str(error))
            remedy = say("undo the last change; please report this with the log")
            return Delivered(lane, number, failure=Diagnostic("internal-error", message, remedy))


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """The pages of request number `number`. They come up to three times: at once, with the problems of the pages before; again,
    the same pages, `checked`; and once more when the press's preflight has looked at them. The later times are left out when
    something newer was asked for meanwhile. `problems` is what to show: those of `made`, and what a printer would object to."""

    number: int
    made: Made
    checked: bool
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was asked beside the pages: the question's lane and number, and of which pages it is told. `value`: Made (TRIED), Plan
    (PLANNED), Entry (ENTRY), lengths (LENGTHS), Fresh (FRESH); None where there is nothing to tell."""

    lane: str
    number: int
    about: Made
    value: object


class LayoutDoor:
    """The door to an issue's pages. `deliver` is called on its thread; what cannot be laid out comes as (number, Refused)."""

    def __init__(
        self, deliver: Callable[[Pages | Answer | tuple[int, Refused]], None], workshop: Workshop | None = None
    ) -> None:
        self._workshop = workshop or Workshop()
        self._tell = deliver
        self._made: Made | None = None
        self._problems: tuple[Diagnostic, ...] = ()
        self._for_press: tuple[Diagnostic, ...] = ()
        self._door = Door(self._pass_on, (PAGES, PROBLEMS, PLANNED, TRIED, ENTRY, PRESS, POOL, LENGTHS, FRESH))

    def request(self, request: Request) -> int:
        """Asks for the pages of an issue; the number under which they will come, unless a newer request overtakes this one."""
        return self._door.put(PAGES, lambda wanted: self._workshop.lay_out(request, wanted))

    def request_afresh(self, request: Request) -> int:
        """The same, planned from the folder alone and not by the plan before."""
        self._workshop.plan_afresh()
        return self.request(request)

    def try_out(self, issue: Issue) -> int:
        """Asks for the pages of an issue that is only tried; they come as an Answer."""
        return self._ask(TRIED, lambda made, wanted: asides.tried(made, issue, wanted))

    def try_plan(self, issue: Issue) -> int:
        """Asks for the plan of an issue that is only tried."""
        return self._ask(PLANNED, lambda made, wanted: asides.planned(made, issue, wanted))

    def ask_entry(self, article: str) -> int:
        """Asks for an article's entry in the ledger, which comes when nobody has asked anew for a moment."""
        return self._ask(ENTRY, lambda made, wanted: asides.entry_of(made, article, wanted), RESTING)

    def ask_lengths(self) -> int:
        """Asks what the issue would cost a signature shorter or longer."""
        return self._ask(LENGTHS, asides.lengths_of, RESTING)

    def wait(self, timeout: float | None = None) -> bool:
        """Waits until everything asked for is delivered; False when it takes longer. Not for the window's thread."""
        return self._door.wait(timeout)

    def close(self) -> None:
        """Ends the work; nothing is delivered after this returns."""
        self._door.close()

    def _ask(self, lane: str, answer: Callable[[Made, Wanted], object], pause: float = 0.0) -> int:
        """Asks something about the pages that are the last ones when it is answered; given up when newer ones are asked for."""

        def work(wanted: Wanted) -> object:
            made = self._made
            if made is None:
                raise Abandoned
            return Answer(lane, 0, made, answer(made, lambda: wanted() and not self._door.waits(PAGES)))

        return self._door.put(lane, work, pause=pause)

    def _pass_on(self, delivered: Delivered) -> None:
        number, value = delivered.number, delivered.value
        if delivered.lane in (TRIED, PLANNED, ENTRY, LENGTHS, FRESH):
            if isinstance(value, Answer):
                self._tell(replace(value, number=number))
        elif delivered.failure is not None:
            self._tell((number, Refused((delivered.failure,))))
        elif isinstance(value, Refused):
            self._tell((number, value))
        elif isinstance(value, Laid):
            self._made = value.made
            made = replace(value.made, problems=self._problems)
            self._tell(Pages(number, made, checked=False, problems=together(made.problems, self._for_press)))
            work = lambda _: Pages(number, value.checked(), checked=True)  # noqa: E731
            self._door.follow(PROBLEMS, work, after=PAGES, pause=PAINTING)
        elif isinstance(value, Pages) and delivered.lane == PROBLEMS:
            self._problems = value.made.problems
            self._tell(replace(value, problems=together(self._problems, self._for_press)))
            self._door.follow(PRESS, lambda _: self._looked_over(value), after=PAGES, pause=RESTING)
        elif isinstance(value, Pages):
            self._tell(value)
            wanting = not value.made.plan.variants or value.made.issue.articles.keys() - value.made.issue.placed()
            if delivered.lane == PRESS and wanting:
                self._door.follow(POOL, lambda _: self._with_pool(value), after=PAGES)
            if delivered.lane == PRESS:
                self._door.follow(FRESH, lambda _: self._planned_afresh(value.made), after=PAGES)

    def _with_pool(self, pages: Pages) -> Pages:
        """The pages with the articles in the pool laid out. Raises Abandoned when newer ones are asked for."""
        return replace(pages, made=self._workshop.lay_out_pool(pages.made, lambda: not self._door.waits(PAGES)))

    def _planned_afresh(self, made: Made) -> Answer:
        """What a plan from the folder alone would change. Raises Abandoned when newer pages are asked for."""
        made = self._made or made  # with the very context that it was laid out with
        return Answer(FRESH, 0, made, self._workshop.fresh(made, lambda: not self._door.waits(PAGES)))

    def _looked_over(self, pages: Pages) -> Pages:
        """The pages with what a printer would object to. Raises Abandoned when newer ones are asked for."""
        from digest_studio.app.press import look_over

        document = pages.made.document
        watched = document._replace(pages=WatchedPages(document.pages, lambda: not self._door.waits(PAGES)))
        known = frozenset(pages.made.problems)
        found = look_over(replace(pages.made, document=watched)).problems
        self._for_press = tuple(problem for problem in found if problem not in known)
        return replace(pages, problems=together(pages.made.problems, self._for_press))


class WatchedPages(tuple[Page, ...]):
    """A document's pages, of which nobody sees more once `wanted` says no: whoever goes through them is stopped by Abandoned."""

    wanted: Wanted

    def __new__(cls, pages: Iterable[Page], wanted: Wanted) -> WatchedPages:
        made = super().__new__(cls, pages)
        made.wanted = wanted
        return made

    def __iter__(self) -> Iterator[Page]:
        for page in super().__iter__():
            if not self.wanted():
                raise Abandoned
            yield page


def together(problems: tuple[Diagnostic, ...], for_press: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong with an issue and what a printer would object to, in page order, nothing twice."""
    known = frozenset(problems)
    more = [problem for problem in for_press if problem not in known]
    return tuple(sorted((*problems, *more), key=lambda problem: problem.page or 0)) if more else problems
