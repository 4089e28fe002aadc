"""The worker: its lanes in threads of their own; the main thread seals, repeats and shows life."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Thread
from typing import TypeVar

from django.db import DatabaseError, connections

from motcua.journal import ports
from motcua.journal.actions import seal, turns, work
from motcua.journal.tasks.lanes import LEASE, Clock, Lane, lanes

R = TypeVar("R")

logger = logging.getLogger(__name__)

SHORTEST_REST = 0.02
LONGEST_REST = 0.1
SEAL_EVERY = timedelta(seconds=1)
BEAT_EVERY = timedelta(seconds=5)
AFTER_TROUBLE = 1.0


class Worker:
    """Drains the journal until it is told to stop.

    `name` must be this worker's alone at any moment: at the start it takes back at once what an
    earlier life under the same name had leased.
    """

    def __init__(self, *, name: str, process: int, now: Clock, lease: timedelta = LEASE) -> None:
        self.name = name
        self._process = process
        self._now = now
        self._stopped = False
        self._failure: Exception | None = None
        self._lanes = lanes(worker=name, now=now, stopping=lambda: self._stopped, lease=lease)
        self._started_at = now()
        self._next: dict[str, datetime] = {}

    def stop(self) -> None:
        """Finish the item in hand, give the rest back and return from `run`."""
        self._stopped = True

    def run(self) -> None:
        """Work until `stop` is called; a database that goes away is waited for."""
        while not self._stopped and not self._patiently(self._take_back):
            pass
        threads = [
            Thread(target=self._walk, args=[lane], name=f"{self.name}-{place}")
            for place, lane in enumerate(self._lanes)
        ]
        for thread in threads:
            thread.start()
        while not self._stopped:
            self._patiently(self._upkeep)
            time.sleep(LONGEST_REST)
        for thread in threads:
            thread.join()
        self._patiently(self._seal)
        self._patiently(self._beat)
        connections.close_all()
        if self._failure:
            raise self._failure

    def _take_back(self) -> bool:
        number = work.reclaim(worker=self.name, at=self._now())
        if number:
            logger.warning("took back %s items of an earlier life of %s", number, self.name)
        self._beat()
        return True

    def _walk(self, lane: Lane) -> None:
        rest = SHORTEST_REST
        try:
            while not self._stopped:
                if self._patiently(lane.turn):
                    rest = SHORTEST_REST
                else:
                    time.sleep(rest)
                    rest = min(rest * 2, LONGEST_REST)
        except Exception as error:  # noqa: BLE001 -- run() raises it: no lane may end unseen
            self._failure = error
            self._stopped = True
        finally:
            connections.close_all()

    def _patiently(self, step: Callable[[], R]) -> R | None:
        try:
            return step()
        except DatabaseError:
            logger.exception("the store did not answer; trying again")
            connections.close_all()
            time.sleep(AFTER_TROUBLE)
            return None

    def _upkeep(self) -> None:
        at = self._now()
        if self._due("seal", SEAL_EVERY, at):
            self._seal()
        if self._due("beat", BEAT_EVERY, at):
            self._beat()
        for periodic in ports.periodics.values():
            if self._due(f"periodic:{periodic.name}", min(periodic.every, BEAT_EVERY), at):
                self._repeat(periodic, at)

    def _seal(self) -> None:
        while seal(at=self._now()):
            pass

    def _due(self, name: str, every: timedelta, at: datetime) -> bool:
        if self._next.get(name, at) > at:
            return False
        self._next[name] = at + every
        return True

    def _repeat(self, periodic: ports.Periodic, at: datetime) -> None:
        if not turns.take_turn(name=periodic.name, every=periodic.every, at=at):
            return
        try:
            periodic.repeat(at)
        except Exception:
            logger.exception("the periodic entry %s failed; it has its next turn", periodic.name)

    def _beat(self) -> None:
        turns.beat(
            name=self.name,
            process=self._process,
            started_at=self._started_at,
            done=sum(lane.done for lane in self._lanes),
            at=self._now(),
        )
