"""What is done on pages, a slab of days and tops at a time: columns of whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from motcua.simulation.measured import happenings as wrong
from motcua.simulation.measured import moves
from motcua.simulation.measured.chance import Numbers, Words, bits, drawn, mixed, urn
from motcua.simulation.measured.desks import Desks
from motcua.simulation.measured.happenings import Happenings
from motcua.simulation.measured.plan import Cell

_PAGES = 1
"""The stream of chance that visits are drawn from."""
ROBOTS = 8
"""Of a hundred visits of people, so many more of robots."""
DEVICES = ("phone", "computer", "tablet", "unknown")
_DEVICE_URN = urn((62, 33, 3, 2), 128)
_BY_HOUR = (6, 3, 2, 2, 4, 12, 45, 160, 300, 330, 290, 190, 95, 180, 270, 265, 210, 120, 80)
_HOUR_URN = urn((*_BY_HOUR, 90, 105, 80, 45, 18), 4096)
_DAY = 86_400

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Visits:
    """One row a visit. `day` is an ordinal, `agency` and `service` places in the country's lists,
    `cause` and `score` places in `moves.CAUSES` and `moves.SCORES`, `pattern` in `moves.VISITS`."""

    day: Numbers
    top: Numbers
    agency: Numbers
    service: Numbers
    pattern: Numbers
    second: Numbers
    pace: Numbers
    device: Numbers
    visitor: npt.NDArray[np.uint32]
    cause: Numbers
    score: Numbers
    word: Words
    """Bits that nothing else used: what becomes of a dossier."""

    @property
    def submits(self) -> Flags:
        """Tell visits that end with a dossier."""
        ends = np.array([any(m.detail == "1" for m in v.moves) for v in moves.VISITS])
        found: Flags = ends[self.pattern]
        return found

    def cut(self, kept: Flags) -> "Visits":
        """Keep some of them."""
        return Visits(*(getattr(self, name)[kept] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Pages:
    """One row a page fact; `visit` is the row of its visit, `move` its place in the moves."""

    visit: Numbers
    move: Numbers
    second: Numbers
    detail: Numbers


def visits(cells: Sequence[Cell], desks: Desks, happening: Happenings, *, seed: int) -> Visits:
    """Draw the visits of some cells; what goes wrong in them is in it already, but for silence."""
    robots = [_robots(cell, happening) for cell in cells]
    sizes = [cell.visits + more for cell, more in zip(cells, robots, strict=True)]
    words = np.concatenate(
        [
            drawn(seed, cell.on, cell.top, stream=_PAGES, size=2 * size).reshape(2, size)
            for cell, size in zip(cells, sizes, strict=True)
        ],
        axis=1,
    )
    number = np.repeat(np.arange(len(cells)), sizes)
    day = np.array([cell.on.toordinal() for cell in cells], dtype=np.int64)[number]
    top = np.array([cell.top for cell in cells], dtype=np.int64)[number]
    people = np.array([cell.visits for cell in cells], dtype=np.int64)[number]
    started = np.cumsum(sizes) - sizes
    robot = np.arange(len(number)) - started[number] >= people
    found = _drawn(day, top, words, people=people, desks=desks)
    found.pattern[robot] = moves.ROBOT
    found.device[robot] = DEVICES.index("unknown")
    found.second[robot] = bits(words[0, robot], 0, 16) * _DAY // 2**16
    _break(found, happening, robot)
    return found


def _drawn(day: Numbers, top: Numbers, words: Words, *, people: Numbers, desks: Desks) -> Visits:
    first, second = words[0], words[1]
    agency, service = desks.draw(top, second)
    hour = _HOUR_URN[bits(first, 0, 12)].astype(np.int64)
    who = (first >> np.uint64(34)) % np.maximum(1, people * 4 // 5).astype(np.uint64)
    at = (day.astype(np.uint64) << np.uint64(40)) | (top.astype(np.uint64) << np.uint64(32))
    return Visits(
        day=day,
        top=top,
        agency=agency,
        service=service,
        pattern=moves.URN[bits(first, 12, 12)].astype(np.int64),
        second=hour * 3600 + bits(second, 34, 12) * 3600 // 4096,
        pace=12 + bits(second, 46, 6),
        device=_DEVICE_URN[bits(first, 24, 7)].astype(np.int64),
        visitor=(mixed(at | who) >> np.uint64(32)).astype(np.uint32),
        cause=moves.CAUSE_URN[bits(second, 52, 8)].astype(np.int64),
        score=moves.SCORE_URN[bits(first, 56, 8)].astype(np.int64),
        word=mixed(first ^ (second >> np.uint64(1))),
    )


def _robots(cell: Cell, happening: Happenings) -> int:
    few = cell.visits * ROBOTS // 100
    if cell.top != happening.flood or happening.flood_on is None:
        return few
    flooded = 0 <= (cell.on - happening.flood_on).days < wrong.FLOOD_DAYS
    return few + cell.visits * wrong.FLOOD * flooded


def _break(found: Visits, happening: Happenings, robot: Flags) -> None:
    """Let what is done just before and after an outage fail, at every second visit."""
    if happening.outage is None or happening.outage_on is None:
        return
    near = (found.top == happening.outage) & (found.day == happening.outage_on.toordinal())
    begin = 3600 * (wrong.OUT_FROM - 1)
    shaky = (found.second >= begin) & (found.second < begin + 3600 * (wrong.OUT_FOR + 3))
    hit = near & shaky & ~robot & (bits(found.word, 0, 1) == 0)
    found.pattern[hit] = moves.FAILS
    found.cause[hit] = moves.CAUSES.index("portal")


def out(found: Visits, second: Numbers, happening: Happenings) -> Flags:
    """Tell which rows, one a second given, fall into the outage."""
    if happening.outage is None or happening.outage_on is None:
        return np.zeros(len(second), dtype=bool)
    begin = 3600 * wrong.OUT_FROM
    there = (found.top == happening.outage) & (found.day == happening.outage_on.toordinal())
    gone: Flags = there & (second >= begin) & (second < begin + 3600 * wrong.OUT_FOR)
    return gone


def silent(found: Visits, happening: Happenings) -> Flags:
    """Tell visits of which no page fact is told, because the portal tracks no more."""
    if happening.silent is None or happening.silent_on is None:
        return np.zeros(len(found.day), dtype=bool)
    after = found.day >= happening.silent_on.toordinal()
    none: Flags = after & (found.top == happening.silent)
    return none


def pages(found: Visits) -> Pages:
    """Give the facts of visits, each visit's in their order, some seconds apart."""
    lengths = moves.LENGTH[found.pattern]
    visit = np.repeat(np.arange(len(lengths)), lengths)
    nth = np.arange(len(visit)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    move = moves.START[found.pattern][visit] + nth
    second = np.minimum(_DAY - 1, found.second[visit] + nth * found.pace[visit])
    detail = moves.DETAIL[move]
    detail = detail + moves.BY_CAUSE[move] * found.cause[visit]
    detail = detail + moves.BY_SCORE[move] * found.score[visit]
    return Pages(visit, move, second, detail)
