"""Many audits: child processes with a warm browser each, watched, started again where they were.

The portals stand in `list.json`; a worker takes the first that is not done and that nobody holds.
What was found is in the folders of the portals, so that any process may end at any moment.
"""

import os
import re
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from motcua.evaluation.probes.auditing.one import address
from motcua.evaluation.probes.auditing.round import Now
from motcua.evaluation.probes.auditing.storing import Store, write_whole
from motcua.evaluation.probes.auditing.telling import News, Tell, Told, silent
from motcua.evaluation.probes.browser import NoBrowser, where
from motcua.evaluation.probes.costs import command, family
from motcua.evaluation.probes.walking.addresses import site
from motcua.evaluation.rules import recording
from motcua.evaluation.values.audits import Audit, Manner
from motcua.kernel.words import Sentence

WORKER = (sys.executable, "-m", "motcua.evaluation.probes.auditing")
SLACK = 45.0
"""Seconds beyond the patience for a page before a worker that tells nothing is taken for hung."""
SMALL = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": "131072",
    "NODE_OPTIONS": "--max-semi-space-size=2",
}
"""A worker and its driver give memory back that they need for a moment only: a tenth of it all."""
TO_START = 60.0
"""Seconds more that a worker has before its first news: it has to be loaded."""
IN_VAIN = 5
"""Deaths of a worker in a row, outside of any page, before all is given up."""
LIST = "list.json"
_PROFILE = re.compile(r"--user-data-dir=(/\S*/playwright_chromiumdev_profile-\w+)")


def folder_of(folder: Path, url: str) -> Path:
    """Give the folder of one portal among many: its host, and a mark that tells addresses apart."""
    name = "".join(one if one.isalnum() or one in ".-" else "_" for one in site(url))[:80]
    return folder / f"{name}-{sha256(url.encode()).hexdigest()[:6]}"


def audit_many(
    urls: Sequence[str],
    *,
    manner: Manner,
    folder: Path,
    workers: int,
    now: Now,
    tell: Tell | None = None,
    worker: Sequence[str] = WORKER,
) -> list[Audit]:
    """Look at portals with so many processes; give the audits in the order of `urls`.

    Portals that `folder` holds whole are not looked at again; pages neither. Raises `NoAddress` and
    `NoBrowser` before anything is begun, `NotRead` where a folder holds what is no audit.
    """
    homes = list(dict.fromkeys(address(url) for url in urls))
    for seed in manner.seeds:
        address(seed)
    where()
    listed = {"manner": recording.plain(manner), "homes": homes}
    write_whole(folder / LIST, recording.dumps(listed))
    # It may hold the owner's word that a load may be put on their portal.
    (folder / LIST).chmod(0o600)
    stores = {home: Store(folder_of(folder, home)) for home in homes}
    number = min(workers, sum(not _is_done(store) for store in stores.values()))
    if number:
        _Watch(
            folder=folder,
            stores=tuple(stores.values()),
            command=tuple(worker),
            patience=manner.patience + SLACK,
            now=now,
            tell=tell or silent,
        ).run(number)
    found = {home: store.audit() for home, store in stores.items()}
    missing = [home for home, one in found.items() if one is None]
    if missing:
        raise NotDone(missing, folder)
    return [one for home in map(address, urls) if (one := found[home]) is not None]


class NotDone(NoBrowser):
    """Some portals could not be audited at all."""

    def __init__(self, homes: Sequence[str], folder: Path) -> None:
        """Name them, and where the processes left their last words."""
        names = ", ".join(homes[:5])
        super().__init__(
            Sentence(
                f"Không kiểm tra được {names}. Nguyên nhân ghi trong {folder}/worker-*.log.",
                f"{names} could not be audited. {folder}/worker-*.log says why.",
            )
        )


def _is_done(store: Store) -> bool:
    return (store.folder / "audit.json").exists()


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    slot: int
    beat: float
    line: bytes = b""


@dataclass(slots=True, kw_only=True)
class _Watch:
    folder: Path
    stores: tuple[Store, ...]
    command: tuple[str, ...]
    patience: float
    now: Now
    tell: Tell
    vain: int = 0
    selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    at_work: dict[int, _Worker] = field(default_factory=dict)

    def run(self, number: int) -> None:
        """Let so many workers work until nothing is left to do."""
        try:
            for slot in range(number):
                self._start(slot)
            while self.at_work:
                self._listen()
                self._look_after()
        finally:
            for one in tuple(self.at_work.values()):
                self._end(one)
            self.selector.close()

    def _start(self, slot: int) -> None:
        with (self.folder / f"worker-{slot}.log").open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 -- our own command
                [
                    *self.command,
                    str(self.folder),
                    *("--parent", str(os.getpid()), "--now", self.now().isoformat()),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                env={**SMALL, **os.environ},
                start_new_session=True,
            )
        assert process.stdout is not None  # noqa: S101 -- asked for above
        os.set_blocking(process.stdout.fileno(), False)
        worker = _Worker(process, slot, time.monotonic() + TO_START)
        self.selector.register(process.stdout, selectors.EVENT_READ, worker)
        self.at_work[slot] = worker

    def _listen(self) -> None:
        for ready, _ in self.selector.select(timeout=0.3):
            worker: _Worker = ready.data
            stream = worker.process.stdout
            read = stream.read(65_536) if stream else b""
            if not read:
                continue
            worker.beat = time.monotonic()
            *lines, worker.line = (worker.line + read).split(b"\n")
            for line in lines:
                self._hear(worker, line)

    def _hear(self, worker: _Worker, line: bytes) -> None:
        try:
            told = recording.read(Told, recording.loads(line))
        except recording.NotRead:
            return  # A library wrote to standard output.
        self.tell(told)

    def _look_after(self) -> None:
        for worker in tuple(self.at_work.values()):
            status = worker.process.poll()
            hung = status is None and time.monotonic() - worker.beat > self.patience
            if status is None and not hung:
                continue
            self._end(worker)
            if status != 0:
                self._lost(worker, hung=hung)

    def _end(self, worker: _Worker) -> None:
        """End a worker and all that it started, in whatever group that is."""
        stream = worker.process.stdout
        if stream is not None and not stream.closed:
            self._drain(worker)
            self.selector.unregister(stream)
            stream.close()
        del self.at_work[worker.slot]
        profiles: set[Path] = set()
        if worker.process.poll() is None:
            every = family(worker.process.pid)
            profiles = profiles_of(every)
            for one in reversed(every):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        for profile in profiles:
            shutil.rmtree(profile, ignore_errors=True)

    def _drain(self, worker: _Worker) -> None:
        stream = worker.process.stdout
        while stream and (read := stream.read(65_536)):
            *lines, worker.line = (worker.line + read).split(b"\n")
            for line in lines:
                self._hear(worker, line)

    def _lost(self, worker: _Worker, *, hung: bool) -> None:
        """Note at what a worker ended; let another go on, unless that never helps."""
        steps = [(store, step) for store in self.stores if (step := store.died(worker.process.pid))]
        self.vain = 0 if steps else self.vain + 1
        for store, step in steps:
            plan = store.read("plan.json") or {}
            self.tell(
                Told(
                    portal=str(plan.get("url", store.folder.name)),
                    news=News.LOST,
                    url=step,
                    problem=_why(hung),
                )
            )
        if self.vain < IN_VAIN:
            self._start(worker.slot)


def profiles_of(pids: Sequence[int]) -> set[Path]:
    """Give the folders that browsers among these processes keep for a while; who is killed leaves
    its own behind, with all that a portal gave it."""
    found = (_PROFILE.search(command(one)) for one in pids)
    return {Path(one[1]) for one in found if one}


def _why(hung: bool) -> Sentence:  # noqa: FBT001 -- one of two words
    if hung:
        return Sentence(
            "Tiến trình kiểm tra bị treo, đã dừng và chạy lại.",
            "The auditing process hung; it was stopped and started again.",
        )
    return Sentence(
        "Tiến trình kiểm tra dừng đột ngột, đã chạy lại.",
        "The auditing process ended of a sudden; it was started again.",
    )
