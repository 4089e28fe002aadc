"""Lanes of work: a batch is leased, its items are done one by one, and then marked."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from django.db.models import QuerySet

from motcua.journal import models, ports
from motcua.journal.actions import work
from motcua.journal.queries.entries import as_value

logger = logging.getLogger(__name__)

W = TypeVar("W", bound=models.Work)
Clock: TypeAlias = Callable[[], datetime]

LEASE = timedelta(seconds=30)
ATTEMPTS = 12
BATCH = 20
MARK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Source(Generic[W]):
    """One kind of work: where it waits, how it is done, how long it may take, how often tried.

    `batch` is how many a worker takes at a time.
    """

    sort: Literal["delivery", "job"]
    waiting: Callable[[], QuerySet[W]]
    do: Callable[[W, datetime], None]
    lease: timedelta
    attempts: Callable[[W], int]
    batch: int = BATCH


AnySource: TypeAlias = Source[Any]


def _hear(row: models.Delivery, _at: datetime) -> None:
    ports.listeners[row.listener].hear(as_value(row.entry))


def _do(row: models.Job, at: datetime) -> None:
    ports.handlers[row.name].do(row.payload, at)


def _deliveries(lease: timedelta) -> Source[models.Delivery]:
    return Source(
        sort="delivery",
        waiting=lambda: work.deliveries(ports.listeners).select_related("entry"),
        do=_hear,
        lease=lease,
        attempts=lambda _row: ATTEMPTS,
    )


def _jobs(lane: ports.Lane, *, batch: int = BATCH) -> Source[models.Job] | None:
    handlers = [handler for handler in ports.handlers.values() if handler.lane == lane]
    if not handlers:
        return None
    names = [handler.name for handler in handlers]
    return Source(
        sort="job",
        waiting=lambda: work.jobs(names),
        do=_do,
        lease=max(handler.lease for handler in handlers),
        attempts=lambda row: ports.handlers[row.name].attempts,
        batch=batch,
    )


class Lane:
    """A line of work that one thread goes through: claim, do, mark."""

    def __init__(
        self,
        sources: Sequence[AnySource],
        *,
        worker: str,
        now: Clock,
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._sources = sources
        self._worker = worker
        self._now = now
        self._stopping = stopping
        self.done = 0

    def turn(self) -> int:
        """Claim one batch of every sort and do it; give how many items were claimed."""
        return sum(self._one(source) for source in self._sources if not self._stopping())

    def _one(self, source: Source[W]) -> int:
        at = self._now()
        if not work.any_due(source.sort, at):
            return 0
        rows = work.claim(
            source.waiting(),
            worker=self._worker,
            at=at,
            until=at + source.lease,
            limit=source.batch,
        )
        if rows:
            self._go_through(source, rows)
        return len(rows)

    def _go_through(self, source: Source[W], rows: list[W]) -> None:
        """Do the leased rows; stop early when the lease runs short or the worker is to end."""
        began = marked = time.monotonic()
        finished: list[int] = []
        for place, row in enumerate(rows):
            if self._stopping() or time.monotonic() - began > source.lease.total_seconds() / 3:
                left = [later.pk for later in rows[place:]]
                work.give_back(source.waiting(), numbers=left, worker=self._worker, at=self._now())
                break
            if self._try(source, row):
                finished.append(row.pk)
            if time.monotonic() - marked > MARK_EVERY:
                self._mark(source, finished)
                finished, marked = [], time.monotonic()
        self._mark(source, finished)

    def _try(self, source: Source[W], row: W) -> bool:
        """Do one item; an exception puts it off. Says whether it was done."""
        if row.attempts > source.attempts(row):
            self._put_off(source, row, "every worker that took this up died")
            return False
        try:
            source.do(row, self._now())
        except Exception as error:
            logger.warning("%s %s failed", type(row).__name__, row.pk, exc_info=True)
            self._put_off(source, row, f"{type(error).__name__}: {error}")
            return False
        return True

    def _put_off(self, source: Source[W], row: W, problem: str) -> None:
        work.fail(
            row,
            rows=source.waiting(),
            attempts=source.attempts(row),
            problem=problem,
            at=self._now(),
        )

    def _mark(self, source: Source[W], numbers: list[int]) -> None:
        if not numbers:
            return
        won = work.finish(source.waiting(), numbers=numbers, worker=self._worker, at=self._now())
        self.done += won
        if won != len(numbers):
            logger.warning(
                "%s items outlived their lease and may be done twice", len(numbers) - won
            )


def lanes(
    *,
    worker: str,
    now: Clock,
    stopping: Callable[[], bool] = lambda: False,
    lease: timedelta = LEASE,
) -> tuple[Lane, Lane, Lane]:
    """Make the lanes of a worker: for work in the house, for other machines, for what lasts long.

    What lasts is taken one by one, so that several workers share it. `lease` is for deliveries; the
    jobs of a lane share the longest lease that one of them asks for.
    """

    def lane(*sources: AnySource | None) -> Lane:
        present = [source for source in sources if source]
        return Lane(present, worker=worker, now=now, stopping=stopping)

    return (
        lane(_deliveries(lease), _jobs("inside")),
        lane(_jobs("outside")),
        lane(_jobs("long", batch=1)),
    )


def drain(*, now: Clock, worker: str = "drain") -> int:
    """Do everything that is due, in this thread, until nothing is left; give how many were done."""
    every = lanes(worker=worker, now=now)
    while sum(lane.turn() for lane in every):
        pass
    return sum(lane.done for lane in every)
