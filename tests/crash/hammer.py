"""People who press "Nộp hồ sơ" until they are told it was submitted, and somebody who kills."""

import http.client
import os
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread

from tests.cli.test_serve import children

CSRF = "k" * 32
TROUBLE = (OSError, http.client.HTTPException)


@dataclass
class Presses:
    """What the people of one run were told: draft → code, and how often they pressed again."""

    told: dict[str, str] = field(default_factory=dict)
    again: int = 0
    strange: list[str] = field(default_factory=list)

    def press(self, port: int, session: dict) -> None:
        """Submit every draft of one person, pressing again when the answer is lost."""
        for draft in session["drafts"]:
            end = time.monotonic() + 120
            while draft not in self.told and time.monotonic() < end:
                try:
                    self._once(port, session["session"], draft)
                except TROUBLE:
                    self.again += 1
                    time.sleep(0.2)

    def _once(self, port: int, session: str, draft: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        headers = {"Cookie": f"motcua={session}; csrftoken={CSRF}", "X-CSRFToken": CSRF}
        try:
            connection.request("POST", f"/to-khai/{draft}/nop/", b"", headers)
            answer = connection.getresponse()
            where = answer.headers.get("Location", "")
            if answer.status == 302 and where.endswith("/da-nop/"):
                self.told[draft] = where.split("/")[-3]
            else:
                self.again += 1
                self.strange.append(f"{answer.status} {where} {answer.read()[:200]!r}")
        finally:
            connection.close()


def pressing(presses: Presses, port: int, sessions: list[dict]) -> list[Thread]:
    """Let everybody press at once."""
    threads = [Thread(target=presses.press, args=[port, session]) for session in sessions]
    for thread in threads:
        thread.start()
    return threads


class Killer(Thread):
    """Kills processes of the tree as the work goes on: `plan` names whom, one after the other."""

    def __init__(self, supervisor: int, plan: list[str], *, progress, total: int) -> None:
        super().__init__()
        self._supervisor, self._plan = supervisor, plan
        self._progress, self._total = progress, total
        self._chance = Random()
        self.stopped = Event()
        self.killed: list[str] = []

    def run(self) -> None:
        """Kill the next one whenever the work has come a step further, at a random moment then."""
        for place, whom in enumerate(self._plan, start=1):
            mark = self._total * place / (len(self._plan) + 1)
            while self._progress() < mark and not self.stopped.is_set():
                time.sleep(0.01)
            time.sleep(self._chance.random() * 0.3)
            self._kill(whom)

    def _kill(self, whom: str) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = self._those(whom)
            if found:
                os.kill(self._chance.choice(found), signal.SIGKILL)
                self.killed.append(whom)
                return
            time.sleep(0.2)

    def _those(self, whom: str) -> list[int]:
        """Give the processes of a kind: `web` serves, `master` is over them, `worker` drains."""
        over = {kind: [] for kind in ("master", "worker")}
        for pid in children(self._supervisor):
            over["worker" if _runs(pid, "worker") else "master"].append(pid)
        if whom == "web":
            return [child for master in over["master"] for child in children(master)]
        return over[whom]


def _runs(pid: int, word: str) -> bool:
    try:
        return word in Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return False
