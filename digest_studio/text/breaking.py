"""Choosing where lines end: the best over the whole paragraph (D. E. Knuth and M. F. Plass, Breaking Paragraphs into
Lines, 1981), with letters that give a little as well as spaces.

In: a section's candidates (section.py), widths, limits. Out: the numbers of the chosen candidates, and demerits.
`fast` solves the common case (one width, no wishes) in one sweep; `exact` keeps line numbers and rows of hyphens apart and
solves the rest. Both find the least sum of `line_demerits` over all ways to break the section.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from digest_studio.text.section import AUTHORS_HYPHEN, HYPHEN, KIND, Candidate

# A line's ratio r says how much of what it may give is used: -1 all its shrinking, 1 all its stretching, more than 1 spaces
# wider than is comfortable. Badness is 100·|r|³, as in TeX.
LINE_DEMERITS = 10.0  # a line costs something even when perfect: fewer lines win between equals (TeX: 10)
FITNESS_DEMERITS = 3_000.0  # tight beside loose lines are seen sooner than either alone
HYPHEN_DEMERITS = 20_000.0  # more than a line whose spaces and letters give all that is comfortable, 12 100 (TeX: 2 500)
AUTHORS_HYPHEN_DEMERITS = 2_000.0  # no word is spoilt, but it looks like a hyphen
DASH_DEMERITS = 500.0  # a dash or slash at a line's end hardly shows
ADDRESS_DEMERITS = 9_000.0  # an address is best kept whole, but better broken than a loose line
LADDER_DEMERITS = 12_000.0  # two hyphens running
LAST_HYPHEN_DEMERITS = 6_000.0  # a divided word at the paragraph's end leaves a stump
RUNT_DEMERITS = 20_000.0  # a last line shorter than the indent or five letters
OVERFULL_DEMERITS = 1e7
INFINITE = 1e30
WITHOUT_LIMIT = 1e30  # the tolerance of a last pass
LAST_RESORT_NODES = 4  # ways kept at each candidate by the last pass of `exact`: it must have an answer, not the best one
WORST_RATIO = 20.0  # beyond it lines are equally bad
RUNT_EMS = 2.2  # five letters


_END_DEMERITS = (0.0, HYPHEN_DEMERITS, AUTHORS_HYPHEN_DEMERITS, DASH_DEMERITS, ADDRESS_DEMERITS)  # by the candidate's kind


class Node(NamedTuple):
    """A way to reach a candidate: where the next line starts, the last line's fitness, demerits so far, hyphens running."""

    start: float
    glue: float
    space: float
    fitness: int
    demerits: float
    hyphens: int
    candidate: int
    parent: Node | None
    line: int = 0


# The same without the line's number, as a plain tuple: `fast` makes many.
_Node = tuple[float, float, float, int, float, int, int, Any]


class Limits(NamedTuple):
    """How far lines may give. `stretch`, `shrink`: of word spaces, as fractions of their width; `rag`: the ragged margin in
    points that costs as much as stretching all (0: justified). `runt`: the shortest last line."""

    stretch: float
    shrink: float
    rag: float = 0.0
    runt: float = 0.0
    ladder: int = 2


class Broken(NamedTuple):
    """The chosen candidates, the section's last one included."""

    ends: tuple[int, ...]
    demerits: float


def ratio(slack: float, glue: float, space: float, limits: Limits) -> float:
    """The ratio of a line that lacks `slack` points: letters give up to their limit, then spaces alone."""
    if slack < 0.0:
        give = space * limits.shrink + glue
        return slack / give if give > 0.0 else -INFINITE
    if limits.rag:
        return slack / limits.rag
    give = space * limits.stretch + glue
    if slack <= give:
        return slack / give if give else 0.0
    return (slack - glue) / (space * limits.stretch) if space else INFINITE


def fitness_of(r: float) -> int:
    """0 tight, 1 decent, 2 loose, 3 very loose."""
    return 0 if r < -0.5 else 1 if r <= 0.5 else 2 if r <= 1.0 else 3


def shows_hyphen(cand: Candidate) -> bool:
    """Whether a line that ends there ends in a hyphen, the breaker's or the author's."""
    return cand[KIND] in (HYPHEN, AUTHORS_HYPHEN)


def transition_demerits(fitness: int, before: int, after_hyphen: bool, hyphen: bool, last: bool) -> float:
    """What two neighbouring lines cost each other; `after_hyphen`, `hyphen`: the upper one, the lower one ends in a hyphen."""
    cost = FITNESS_DEMERITS if abs(fitness - before) > 1 else 0.0
    if after_hyphen:
        if hyphen:
            cost += LADDER_DEMERITS
        elif last:
            cost += LAST_HYPHEN_DEMERITS
    return cost


def fast(  # noqa: C901, PLR0912, PLR0915 - the inner loop of all setting: calls would double its time
    cands: list[Candidate], width: float, indent: float, limits: Limits, tolerance: float,
) -> Broken | None:
    """The least demerits at one width; None if some line would have to give more than `tolerance` (at least 1).

    WITHOUT_LIMIT always has an answer: where nothing fits a line is too long. Hyphens running are counted, not limited.

    The active nodes stand in the order of their places: those too far back leave at the front, and the scan stops at the first
    whose line would be too short.
    """
    stretch, shrink, runt = limits.stretch, limits.shrink, limits.runt
    final = len(cands) - 1
    active: list[_Node] = [(-indent, 0.0, 0.0, 1, 0.0, 0, -1, None)]
    first = 0
    for number, (end, end_glue, end_space, start, start_glue, start_space, kind, _, _) in enumerate(cands):
        hyphened = kind in (HYPHEN, AUTHORS_HYPHEN)
        last = number == final
        extra = _END_DEMERITS[kind]
        tight = decent = loose = very_loose = INFINITE
        tight_node = decent_node = loose_node = very_loose_node = None
        room = width - end
        for node in active[first:] if first else active:
            origin, node_glue, node_space, before, so_far, row, _, _ = node
            slack = room + origin
            glue = end_glue - node_glue
            if slack < 0.0:
                give = (end_space - node_space) * shrink + glue
                if give + slack < 0.0:
                    first += 1  # nodes stand in the order of their places: only the foremost can be too far back
                    continue
                r = slack / give
                bad = LINE_DEMERITS - 100.0 * r * r * r
                fitness = 0 if r < -0.5 else 1
            elif last:
                fitness = 1
                bad = LINE_DEMERITS
            else:
                spaces = (end_space - node_space) * stretch
                if slack > spaces + glue:
                    r = (slack - glue) / spaces if spaces else WITHOUT_LIMIT
                    if r > tolerance:
                        break
                    if r > WORST_RATIO:  # noqa: PLR1730 - as above
                        r = WORST_RATIO
                    fitness = 3
                else:
                    r = slack / (spaces + glue) if slack else 0.0
                    fitness = 1 if r <= 0.5 else 2
                bad = LINE_DEMERITS + 100.0 * r * r * r
            cost = bad * bad + extra + so_far
            if fitness - before > 1 or before - fitness > 1:
                cost += FITNESS_DEMERITS
            if row:
                if hyphened:
                    cost += LADDER_DEMERITS
                elif last:
                    cost += LAST_HYPHEN_DEMERITS
            if last and width - slack < runt:
                cost += RUNT_DEMERITS
            if fitness == 1:
                if cost < decent:
                    decent, decent_node = cost, node
            elif fitness == 2:
                if cost < loose:
                    loose, loose_node = cost, node
            elif fitness:
                if cost < very_loose:
                    very_loose, very_loose_node = cost, node
            elif cost < tight:
                tight, tight_node = cost, node
        least = min(tight, decent, loose, very_loose)
        if least < INFINITE:
            reached = ((tight, tight_node), (decent, decent_node), (loose, loose_node), (very_loose, very_loose_node))
            if last:
                return Broken(_ends(next(parent for cost, parent in reached if cost == least), number), least)
            ceiling = least + FITNESS_DEMERITS
            for fitness, (cost, parent) in enumerate(reached):
                if cost <= ceiling and parent is not None:
                    row = parent[5] + 1 if hyphened else 0
                    active.append((start, start_glue, start_space, fitness, cost, row, number, parent))
        elif first >= len(active):
            if tolerance < WITHOUT_LIMIT:
                return None
            node = active[-1]
            if last:
                return Broken(_ends(node, number), node[4] + OVERFULL_DEMERITS)
            row = node[5] + 1 if hyphened else 0
            active.append((start, start_glue, start_space, 1, node[4] + OVERFULL_DEMERITS, row, number, node))
    return None


def _ends(node: Any, last: int) -> tuple[int, ...]:
    """The candidates on the way to `node` (of either kind), then `last`."""
    ends = [last]
    while node is not None and node[6] >= 0:
        ends.append(node[6])
        node = node[7]
    return tuple(reversed(ends))


class Wishes(NamedTuple):
    """What `exact` obeys: each line's width, lines that must not end in a hyphen, how many lines there shall be (None: the
    best number). `numbered`: line numbers matter to any of these; `even`: all lines are equally wide."""

    width_of: Callable[[int], float]
    indent: float = 0.0
    unhyphenated: frozenset[int] = frozenset()
    numbered: bool = True
    even: bool = False


def exact(cands: list[Candidate], wishes: Wishes, limits: Limits, tolerance: float) -> list[Node]:
    """The best node at the section's end for each number of lines; none if no way keeps within the limits.

    With the tolerance WITHOUT_LIMIT a line may be too long where nothing else is left, so that there always is an answer.
    """
    active = [Node(-wishes.indent, 0.0, 0.0, 1, 0.0, 0, -1, None)]
    for number, cand in enumerate(cands):
        step = _Step(cand, number, number == len(cands) - 1, wishes, limits)
        alive = []
        for at, node in enumerate(active):
            r = step.try_line(node, tolerance)
            if r > tolerance and wishes.even:  # lines from later nodes are shorter still
                alive += active[at:]
                break
            if r >= -1.0:
                alive.append(node)
        if not alive and tolerance == WITHOUT_LIMIT and not step.best:
            step.set_overfull(active)
        if step.last:
            return _best_by_line(list(step.best.values()))
        kept = _worth_keeping(step.best)
        if tolerance == WITHOUT_LIMIT and len(kept) > LAST_RESORT_NODES:
            kept = sorted(kept, key=lambda node: node.demerits)[:LAST_RESORT_NODES]
        active = alive + kept
        if not active:
            return []
    return []


class _Step:
    """All lines that end at one candidate. `best`: by (line number, fitness, hyphens running) the best way here."""

    def __init__(self, cand: Candidate, number: int, last: bool, wishes: Wishes, limits: Limits) -> None:
        self.cand, self.number, self.last = cand, number, last
        self.wishes, self.limits = wishes, limits
        self.best: dict[tuple[int, int, int], Node] = {}

    def try_line(self, node: Node, tolerance: float) -> float:
        """Tries the line from `node` to here; its ratio (less than -1: too long, and so will be every later one)."""
        width = self.wishes.width_of(node.line)
        end, end_glue, end_space = self.cand[:3]
        slack = width - end + node.start
        r = ratio(slack, end_glue - node.glue, end_space - node.space, self.limits)
        if self.last and slack >= 0.0:
            r = 0.0
        if -1.0 <= r <= tolerance and self._allowed(node):
            self._keep(node, min(r, WORST_RATIO), runt=self.last and width - slack < self.limits.runt)
        return r

    def _allowed(self, node: Node) -> bool:
        if not shows_hyphen(self.cand):
            return True
        return node.hyphens < self.limits.ladder and node.line not in self.wishes.unhyphenated

    def _keep(self, node: Node, r: float, runt: bool) -> None:
        cand = self.cand
        fitness = fitness_of(r)
        bad = 100.0 * abs(r) ** 3 + LINE_DEMERITS
        cost = node.demerits + bad * bad + _END_DEMERITS[cand[KIND]] + (RUNT_DEMERITS if runt else 0.0)
        cost += transition_demerits(fitness, node.fitness, node.hyphens > 0, shows_hyphen(cand), self.last)
        self._reach(node, fitness, cost)

    def set_overfull(self, active: list[Node]) -> None:
        """No line fits: the shortest one is set all the same."""
        node = max(active, key=lambda n: (n.candidate, -n.demerits))
        self._reach(node, 1, node.demerits + OVERFULL_DEMERITS)

    def _reach(self, node: Node, fitness: int, cost: float) -> None:
        cand = self.cand
        row = node.hyphens + 1 if shows_hyphen(cand) else 0
        line = node.line + 1 if self.wishes.numbered else 0
        known = self.best.get((line, fitness, row))
        if known is None or cost < known.demerits:
            self.best[line, fitness, row] = Node(*cand[3:6], fitness, cost, row, self.number, node, line)


def _worth_keeping(best: dict[tuple[int, int, int], Node]) -> list[Node]:
    """Without the nodes that another of the same line number beats whatever follows."""
    kept = []
    for (line, _, row), node in best.items():
        beaten = any(
            other.demerits + FITNESS_DEMERITS < node.demerits
            for (other_line, _, other_row), other in best.items()
            if other_line == line and other_row <= row and (other_row > 0) == (row > 0)
        )
        if not beaten:
            kept.append(node)
    return kept


def _best_by_line(done: list[Node]) -> list[Node]:
    found: dict[int, Node] = {}
    for node in done:
        known = found.get(node.line)
        if known is None or node.demerits < known.demerits:
            found[node.line] = node
    return [found[line] for line in sorted(found)]


def broken(node: Node) -> Broken:
    """The result that a node at the section's end stands for."""
    return Broken(_ends(node.parent, node.candidate), node.demerits)

