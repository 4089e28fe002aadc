"""Group commit: whoever appends waits for one fsync together with everybody of that moment."""

import os
import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from weakref import WeakSet

from motcua.measurement.models.spool import lines
from motcua.measurement.models.spool.counting import Counts
from motcua.measurement.models.spool.examples import Examples
from motcua.measurement.models.spool.segments import Segment
from motcua.measurement.values.telling import TakenOut, TurnedAway

GATHER = 0.003
"""Seconds that a group is waited for; what comes during an fsync joins the next group anyway."""
AGE = 5.0
SIZE = 64 * 1024 * 1024
MOST_WAITING = 256 * 1024 * 1024
COUNTS_EVERY = 1.0


class SpoolFailed(Exception):
    """Nothing was taken: the disk refused, or more waits for it than memory should hold."""


@dataclass(slots=True)
class Group:
    """Lines by kind, and the future of everybody who waits for them."""

    told: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    size: int = 0
    done: "Future[None]" = field(default_factory=Future)


class Spool:
    """Takes facts into segments of this process; safe to use from any thread.

    `process` names its segments. `age` and `size` say when a segment is closed.
    """

    def __init__(
        self, folder: Path, *, age: float = AGE, size: int = SIZE, gather: float = GATHER
    ) -> None:
        self.folder = folder
        self._age, self._size, self._gather = age, size, gather
        self._begin()
        _spools.add(self)

    def _begin(self) -> None:
        self.process = token_hex(6)
        self.failed = False
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._stopped = False
        self._group = Group()
        self._segments: dict[str, Segment] = {}
        self._born: dict[str, float] = {}
        self._number = 0
        self._counts, self._counted_at = Counts(), 0.0
        self._examples, self._chosen = Examples(self.folder, self.process), list[TurnedAway]()

    def append(self, facts: Iterable[lines.Fact]) -> "Future[None]":
        """Take facts; the future is resolved once they are fsynced, or fails with `SpoolFailed`.

        Raises `lines.UnfitForSpool` where a fact does not fit its columns, `SpoolFailed` where
        too much is waiting; nothing is taken then.
        """
        told = [lines.line_of(fact) for fact in facts]
        with self._lock:
            group = self._group
            if group.size > MOST_WAITING or self._stopped:
                raise SpoolFailed
            for kind, line in told:
                group.told[kind].append(line)
                group.size += len(line)
            self._wake_up()
        return group.done

    def turn_away(self, turned: TurnedAway) -> None:
        """Count something that was not accepted; keep it as an example where none like it is."""
        with self._lock:
            self._counts.turned(turned)
            if self._examples.wanted(turned):
                self._chosen.append(turned)
            self._wake_up()

    def take_out(self, taken: TakenOut) -> None:
        """Count what was taken out of accepted facts."""
        with self._lock:
            self._counts.taken(taken)
            self._wake_up()

    def close(self) -> None:
        """Commit what waits, close the segments and take nothing more."""
        with self._lock:
            self._stopped = True
            thread = self._thread
        self._wake.set()
        if thread is not None:
            thread.join()

    def _wake_up(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="spool", daemon=True)
            self._thread.start()
        if not self._wake.is_set():
            self._wake.set()

    def _run(self) -> None:
        while not self._stopped:
            busy = bool(self._segments) or bool(self._counts)
            if self._wake.wait(timeout=COUNTS_EVERY / 4 if busy else None) and not self._stopped:
                time.sleep(self._gather)
            self._turn()
        self._turn(last=True)

    def _turn(self, *, last: bool = False) -> None:
        now = time.monotonic()
        with self._lock:
            self._wake.clear()
            group, self._group = self._group, Group()
            chosen, self._chosen = self._chosen, []
            if self._counts and (last or now - self._counted_at >= COUNTS_EVERY):
                group.told["counts"] = self._counts.lines()
                self._counts, self._counted_at = Counts(), now
        try:
            self._commit(group.told)
        except Exception as error:  # noqa: BLE001 -- whoever waits must hear of it
            self.failed = True
            group.done.set_exception(_because(error))
        else:
            self.failed = False
            group.done.set_result(None)
        with suppress(Exception):
            self._examples.write(chosen)
        with suppress(OSError):
            self._close_full(now, last=last)

    def _commit(self, told: dict[str, list[str]]) -> None:
        """Write every kind and wait for the disk; where one fails, take all of it back."""
        written: list[tuple[str, Segment, int]] = []
        try:
            for kind, some in told.items():
                segment = self._segment(kind)
                written.append((kind, segment, segment.size))
                segment.write(("\n".join(some) + "\n").encode())
            for _kind, segment, _before in written:
                segment.sync()
        except BaseException:
            for kind, segment, before in written:
                del self._segments[kind]
                with suppress(OSError):
                    segment.take_back(before)
            raise

    def _segment(self, kind: str) -> Segment:
        while kind not in self._segments:
            self._number += 1
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{kind}-{self.process}-{self._number:06}.open"
            segment = Segment.create(path)
            if segment is not None:
                self._segments[kind], self._born[kind] = segment, time.monotonic()
        return self._segments[kind]

    def _close_full(self, now: float, *, last: bool) -> None:
        for kind, segment in list(self._segments.items()):
            if last or segment.size >= self._size or now - self._born[kind] >= self._age:
                del self._segments[kind]
                segment.close()

    def _forked(self) -> None:
        """Start afresh in a child process: the parent's segments and groups are not ours."""
        for segment in self._segments.values():
            segment.drop_handle()
        self._begin()


def _because(error: Exception) -> SpoolFailed:
    failure = SpoolFailed(str(error))
    failure.__cause__ = error
    return failure


_spools: "WeakSet[Spool]" = WeakSet()


def _after_fork() -> None:
    for spool in list(_spools):
        spool._forked()  # noqa: SLF001 -- the same module


os.register_at_fork(after_in_child=_after_fork)
