"""A burst: thousands of citizens press “Nộp hồ sơ” at once, on real processes.

Each has a session and a filled-in draft. Clients, so many at a time, press as fast as the server
takes; some press twice on purpose, at once. Latencies are what a client waits from opening the
connection until the answer is read.
"""

import http.client
import json
import time
from dataclasses import dataclass, field
from itertools import count
from queue import Empty, SimpleQueue
from threading import Thread

from tests.processes import run, started, until

TOWN = ("-m", "tests.bench.burst_town")
CSRF = "k" * 32
TWICE = 20
"""Every so many-th citizen presses twice."""
PATIENCE = 1800
"""Seconds that the worker may take."""


@dataclass
class Pressed:
    """What the clients were told, and how long each press took, in seconds."""

    told: list[tuple[str, str]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def press(self, port: int, session: str, draft: str) -> None:
        """Submit a draft once and note what comes back."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        headers = {"Cookie": f"motcua={session}; csrftoken={CSRF}", "X-CSRFToken": CSRF}
        begun = time.monotonic()
        try:
            connection.request("POST", f"/to-khai/{draft}/nop/", b"", headers)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as trouble:
            self.strange.append(repr(trouble))
            return
        finally:
            connection.close()
        self.waits.append(time.monotonic() - begun)
        where = answer.headers.get("Location", "")
        if answer.status == 302 and where.endswith("/da-nop/"):
            self.told.append((draft, where.split("/")[-3]))
        else:
            self.strange.append(f"{answer.status} {where} {body[:200]!r}")

    def percentile(self, share: float) -> float:
        """Give the wait, in milliseconds, that so large a share did not exceed."""
        return 1000 * sorted(self.waits)[int(share * (len(self.waits) - 1))]


def press_all(people: list[list[str]], port: int, *, clients: int) -> Pressed:
    """Let everybody press, so many clients at a time."""
    pressed, waiting = Pressed(), SimpleQueue()
    for number, person in enumerate(people):
        for _ in range(1 + (number % TWICE == 0)):
            waiting.put(person)

    def client() -> None:
        while True:
            try:
                session, draft = waiting.get_nowait()
            except Empty:
                return
            pressed.press(port, session, draft)

    threads = [Thread(target=client) for _ in range(clients)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pressed.seconds = time.monotonic() - begun
    return pressed


def burst(number: int, *, env: dict, port: int, folder, clients: int = 32) -> dict:
    """Prepare, start `motcua serve`, press, wait until the worker is done; give what was found."""
    people = json.loads(run(*TOWN, "prepare", str(number), env=env, timeout=1800))
    log = folder / "serve.log"
    with started("-m", "motcua.cli", "serve", env=env, log=log) as tree:
        until(lambda: "Ctrl-C stops" in log.read_text(), about="starting")
        pressed = press_all(people, port, clients=clients)
        behind = json.loads(run(*TOWN, "waiting", env=env))
        begun = time.monotonic()
        run(*TOWN, "drain", str(PATIENCE), env=env, timeout=2 * PATIENCE)
        drained = time.monotonic() - begun
        tree.terminate()
        tree.wait(timeout=60)
    found = json.loads(run(*TOWN, "report", env=env, timeout=600))
    return {
        "number": number,
        "clients": clients,
        "presses": len(pressed.waits),
        "strange": pressed.strange[:5],
        "seconds": pressed.seconds,
        "rate": len(found["codes"]) / pressed.seconds,
        "p50": pressed.percentile(0.5),
        "p95": pressed.percentile(0.95),
        "worst": pressed.percentile(1),
        "behind": behind,
        "drained": drained,
        "notices": found["notices"],
        "agencies": len(found["series"]),
        "faults": faults(people, pressed, found),
    }


def faults(people: list[list[str]], pressed: Pressed, found: dict) -> list[str]:
    """Name whatever was lost, doubled, untold or left undone; nothing where all is well."""
    drafts = {draft for _, draft in people}
    once = dict.fromkeys(found["codes"], 1)
    wanted = {
        "each press was answered": not pressed.strange,
        "each draft became one dossier": set(found["drafts"]) == drafts,
        "no dossier but those": len(found["codes"]) == len(set(found["codes"])) == len(drafts),
        "two presses gave one code": {*pressed.told} == {*found["drafts"].items()},
        "numbers have no gap": all(
            numbers == [number for number, _ in zip(count(1), numbers, strict=False)]
            for numbers in found["series"].values()
        ),
        "each is in the journal once": found["recorded"] == once,
        "each was acknowledged by a notice once": found["told"] == once,
        "nothing is left undone": not found["undone"],
        "the journal is intact": found["intact"],
    }
    return [words for words, holds in wanted.items() if not holds]
