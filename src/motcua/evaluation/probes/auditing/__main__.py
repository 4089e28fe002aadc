"""One worker of many: takes portals from the list in its folder until none is left.

It writes one line of JSON for each piece of news; whoever started it takes long silence for a hang.
"""

import argparse
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from motcua.evaluation.probes.auditing.many import LIST, folder_of
from motcua.evaluation.probes.auditing.one import Shared
from motcua.evaluation.probes.auditing.storing import Busy
from motcua.evaluation.probes.auditing.telling import News, Tell, Told
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.rules import recording
from motcua.evaluation.values.audits import Manner

PR_SET_PDEATHSIG = 1
BEAT = 1.0
"""Seconds between two signs of life at most often."""


def main() -> int:
    """Work until nothing is left; 0 then."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--parent", type=int, required=True)
    asked.add_argument("--now", type=datetime.fromisoformat, required=True)
    given = asked.parse_args()
    _die_with(given.parent)
    listed = recording.loads((given.folder / LIST).read_bytes())
    manner = recording.read(Manner, listed["manner"])
    pace = Pace(manner.pace, given.folder / "pace")
    with Warm() as warm:
        shared = Shared(warm=warm, pace=pace, now=_clock(given.now), tell=_telling())
        for home in listed["homes"]:
            folder = folder_of(given.folder, home)
            if not (folder / "audit.json").exists():
                with suppress(Busy):  # Another worker is at it.
                    shared.audit(home, manner=manner, folder=folder)
    return 0


def _die_with(parent: int) -> None:
    """Let the kernel end this process when the one that watches it is gone, even by kill -9."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _clock(begun: datetime) -> Callable[[], datetime]:
    """Go on from the moment that the door's clock told."""
    start = time.monotonic()
    return lambda: begun + timedelta(seconds=time.monotonic() - start)


def _telling() -> Tell:
    last = [0.0]

    def tell(told: Told) -> None:
        now = time.monotonic()
        if told.news is News.BEAT and now - last[0] < BEAT:
            return
        last[0] = now
        line = recording.dumps(recording.plain(told)).replace(b"\n", b" ")
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()

    return tell


if __name__ == "__main__":
    sys.exit(main())
