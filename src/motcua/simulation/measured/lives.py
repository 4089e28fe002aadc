"""What becomes of dossiers: when they come in, how they are settled, what feeders say of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from motcua.measurement.values.facts import Channel, Outcome, Status
from motcua.simulation.measured import happenings as wrong
from motcua.simulation.measured.chance import Numbers, Words, bits, drawn, mixed, urn
from motcua.simulation.measured.country import Country
from motcua.simulation.measured.desks import Desks
from motcua.simulation.measured.happenings import Happenings
from motcua.simulation.measured.plan import Cell, Days
from motcua.simulation.measured.visits import Visits

_PAPER, _ROUNDING = 2, 4
"""Streams of chance: dossiers that nobody filed alone, and whether a part of one counts."""
CHANNELS = tuple(channel.value for channel in Channel)
SELF = CHANNELS.index(Channel.SELF)
COUNTER = CHANNELS.index(Channel.COUNTER)
POST = CHANNELS.index(Channel.POST)
OUTCOMES = tuple(outcome.value for outcome in Outcome)
LEVELS = ("none", "partial", "full")
OPEN = 31
"""Of 1024 dossiers, so many are never settled."""
_SHARES = {Channel.OFFICER: 8, Channel.VOLUNTEER: 2, Channel.COUNTER: 84, Channel.POST: 6}
_CHANNEL_URN = urn([_SHARES.get(channel, 0) for channel in Channel], 256)
_WORKING_HOURS = 8
_FED_LEVEL = np.array([3, 4, 4])
_PAYS_ONLINE = 180
"""Of 256 who file alone and owe a fee, so many pay it online; of the rest a third of these."""

Flags = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Lives:
    """One row a dossier, places in lists as in `Visits`; `settled` is 0 where it stays open.

    `claims` is the channel its system tells, which is another one where officers type for people.
    """

    day: Numbers
    second: Numbers
    top: Numbers
    agency: Numbers
    service: Numbers
    channel: Numbers
    claims: Numbers
    dossier: Numbers
    level: Numbers
    due: Numbers
    settled: Numbers
    outcome: Numbers
    hours: Numbers
    fee: Flags
    paid: Flags
    paid_fed: Flags
    word: Words


@dataclass(frozen=True, slots=True)
class Rules:
    """What a country's dossiers are judged by, as arrays by the place of a service or a top."""

    limits: Numbers
    fees: Flags
    essential: Flags
    late: Numbers
    maturity: Numbers
    online: Numbers
    days: Days


def rules(country: Country, days: Days) -> Rules:
    """Lay a country's habits out as arrays."""
    services, tops = country.services, country.tops
    return Rules(
        np.array([one.days for one in services], dtype=np.int64),
        np.array([one.has_fee for one in services]),
        np.array([one.essential for one in services]),
        np.array([top.late for top in tops], dtype=np.int64),
        np.array([top.maturity for top in tops], dtype=np.int64),
        np.array([top.online for top in tops], dtype=np.int64),
        days,
    )


def level_of(rules: Rules, tops: Numbers, services: Numbers) -> Numbers:
    """Give how far each service is online at each top: a place in LEVELS; essential ones fully."""
    scattered = bits(mixed((tops * 1009 + services).astype(np.uint64)), 8, 20) % 100
    maturity = rules.maturity[tops]
    level = np.where(scattered < maturity, 2, np.where(scattered < maturity + 25, 1, 0))
    found: Numbers = np.where(rules.essential[services] & (scattered < 97), 2, level)
    return found


def lives(
    found: Visits,
    cells: Sequence[Cell],
    desks: Desks,
    *,
    rules: Rules,
    happening: Happenings,
    seed: int,
) -> Lives:
    """Draw the dossiers of some cells: those that `found` visits filed, and those on paper."""
    filed = found.cut(found.submits)
    paper = _paper(cells, filed, desks, online=rules.online, seed=seed)
    alone = np.full(len(filed.day), SELF)
    channel = np.concatenate((alone, paper.channel))
    none, no = np.zeros(len(channel), dtype=np.int64), np.zeros(len(channel), dtype=bool)
    whole = Lives(
        day=np.concatenate((filed.day, paper.day)),
        second=np.concatenate((np.minimum(86_399, filed.second + 8 * filed.pace), paper.second)),
        top=np.concatenate((filed.top, paper.top)),
        agency=np.concatenate((filed.agency, paper.agency)),
        service=np.concatenate((filed.service, paper.service)),
        channel=channel,
        claims=channel.copy(),
        dossier=none,
        level=none,
        due=none,
        settled=none,
        outcome=none,
        hours=none,
        fee=no,
        paid=no,
        paid_fed=no,
        word=np.concatenate((filed.word, paper.word)),
    )
    _type_in_runs(whole, happening)
    _settle(whole, rules)
    _pay(whole, rules)
    whole.dossier = (mixed(whole.word ^ np.uint64(seed % 2**64)) >> np.uint64(1)).astype(np.int64)
    return whole


@dataclass(frozen=True, slots=True)
class _Paper:
    day: Numbers
    second: Numbers
    top: Numbers
    agency: Numbers
    service: Numbers
    channel: Numbers
    word: Words


def _paper(
    cells: Sequence[Cell], filed: Visits, desks: Desks, *, online: Numbers, seed: int
) -> _Paper:
    """Draw what came in otherwise: so much that the share filed alone is the top's."""
    key = filed.day * 256 + filed.top
    keys, counts = np.unique(key, return_counts=True)
    alone = dict(zip(keys.tolist(), counts.tolist(), strict=True))
    sizes = []
    for cell in cells:
        one = alone.get(cell.on.toordinal() * 256 + cell.top, 0)
        share = int(online[cell.top])
        rest = int(drawn(seed, cell.on, cell.top, stream=_ROUNDING, size=1)[0]) % share
        sizes.append((one * (100 - share) + rest) // share)
    word = np.concatenate(
        [
            drawn(seed, cell.on, cell.top, stream=_PAPER, size=size)
            for cell, size in zip(cells, sizes, strict=True)
        ]
    )
    number = np.repeat(np.arange(len(cells)), sizes)
    top = np.array([cell.top for cell in cells], dtype=np.int64)[number]
    agency, service = desks.draw(top, word)
    return _Paper(
        np.array([cell.on.toordinal() for cell in cells], dtype=np.int64)[number],
        7 * 3600 + 1800 + bits(word, 34, 15),
        top,
        agency,
        service,
        _CHANNEL_URN[bits(word, 49, 8)].astype(np.int64),
        mixed(word),
    )


def _type_in_runs(whole: Lives, happening: Happenings) -> None:
    """Let one province's officers type a day's paper as online, run after run."""
    if happening.typing is None:
        return
    typed = np.flatnonzero((whole.top == happening.typing) & (whole.channel == COUNTER))
    if not len(typed):
        return
    fresh = np.diff(whole.day[typed], prepend=-1) != 0
    began = np.maximum.accumulate(np.where(fresh, np.arange(len(typed)), 0))
    nth = np.arange(len(typed)) - began
    leader = typed[began + nth // wrong.BATCH * wrong.BATCH]
    whole.agency[typed] = whole.agency[leader]
    whole.service[typed] = whole.service[leader]
    run = nth // wrong.BATCH * 300 + nth % wrong.BATCH * wrong.APART
    whole.second[typed] = 16 * 3600 + run % 7200
    whole.claims[typed] = SELF


def _settle(whole: Lives, rules: Rules) -> None:
    limit = rules.limits[whole.service]
    late = bits(whole.word, 0, 10) * 100 < rules.late[whole.top] * 1024
    early = bits(whole.word, 10, 8) < 150
    within = np.where(early, bits(whole.word, 18, 8) % np.maximum(1, limit), limit)
    taken = np.where(late, limit + 1 + bits(whole.word, 18, 8) % 7, within)
    never = bits(whole.word, 26, 10) < OPEN
    start = rules.days.next_worked(whole.day, np.zeros_like(whole.day))
    whole.due = rules.days.next_worked(whole.day, limit)
    on = rules.days.next_worked(whole.day, taken)
    whole.settled = np.where(never, 0, np.where(taken == 0, np.maximum(whole.day, start), on))
    whole.outcome = np.where(late, 2, np.where(taken < limit, 0, 1))
    part = 1 + bits(whole.word, 36, 3) % _WORKING_HOURS
    whole.hours = np.maximum(0, taken - 1) * _WORKING_HOURS + part
    whole.level = level_of(rules, whole.top, whole.service)


def _pay(whole: Lives, rules: Rules) -> None:
    """Let fees be paid; a feeder also tells some as paid online that were paid at the counter."""
    whole.fee = rules.fees[whole.service]
    alone = whole.channel == SELF
    willing = bits(whole.word, 39, 8) < np.where(alone, _PAYS_ONLINE, _PAYS_ONLINE // 3)
    whole.paid = whole.fee & willing
    whole.paid_fed = whole.paid | (whole.fee & (bits(whole.word, 47, 8) < 64))


@dataclass(slots=True)
class Events:
    """One row a dossier event: `life` is the row of its dossier."""

    life: Numbers
    day: Numbers
    second: Numbers
    status: Numbers
    key: Numbers


def events(whole: Lives) -> Events:
    """Give the events of dossiers: received, in process the next hour or day, returned."""
    every = np.arange(len(whole.day))
    closed = every[whole.settled > 0]
    life = np.concatenate((every, closed, closed))
    told = [Status.RECEIVED, Status.IN_PROCESS, Status.RETURNED]
    status = np.repeat([s.value for s in told], [len(every), len(closed), len(closed)])
    day = whole.day[life].copy()
    second = whole.second[life].copy()
    returned = status == Status.RETURNED
    day[returned] = whole.settled[life[returned]]
    office = 8 * 3600 + bits(whole.word[life], 3, 12) * 8
    same = day == whole.day[life]
    wait = np.where(status == Status.RETURNED, 900, np.where(status == Status.IN_PROCESS, 300, 0))
    second = np.where(same, np.minimum(86_399, second + wait), office)
    key = mixed(whole.dossier[life].astype(np.uint64) * np.uint64(8) + status.astype(np.uint64))
    return Events(life, day, second, status, (key >> np.uint64(1)).astype(np.int64))


def fed(whole: Lives) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Give FormsReception, FormsPayments, Level and IsDVCBC as today's feeders number them.

    What officers type for people and what comes by post is told as online.
    """
    online = (whole.claims != COUNTER).astype(np.int64)
    payment = np.where(whole.paid_fed, 1, np.where(whole.fee, 2, 0))
    return 2 - online, payment, _FED_LEVEL[whole.level], (whole.channel == POST).astype(np.int64)
