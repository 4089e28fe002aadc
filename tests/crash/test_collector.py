"""`kill -9` of the collector at random: what was acknowledged is spooled exactly once."""

import http.client
import os
import signal
import sys
import time
from collections import Counter
from random import Random
from threading import Event, Thread

import pytest
from tests.cli.test_serve import children
from tests.notifications.smtp_servers import free_port
from tests.observatory.collector_doors import collecting, spooled

from motcua.measurement.models.spool import closed, recover

pytestmark = [pytest.mark.slow, pytest.mark.once]

SENDERS = 8
SECONDS = float(os.environ.get("MOTCUA_CRASH_SECONDS", "2"))
KILLS = ("worker", "worker", "tree")
TROUBLE = (OSError, http.client.HTTPException)
BULK = 5
FIGURES = str.maketrans("0123456789", "abcdefghij")


class Sender(Thread):
    """Sends facts with names of their own, one after the other, and remembers which were taken."""

    def __init__(self, name, port, stopped):
        super().__init__()
        self._name, self._port, self._stopped = name, port, stopped
        self.taken = []
        self.sent = 0

    def run(self):
        link = None
        while not self._stopped.is_set():
            link = link or http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
            try:
                self._send(link)
            except TROUBLE:
                link.close()
                link = None
                time.sleep(0.02)

    def _send(self, link):
        self.sent += 1
        if self.sent % 10:
            names = [spelt(f"{self._name}-{self.sent}")]
            link.request("GET", f"/tracking?{query(names[0])}&send_image=0")
        else:
            names = [spelt(f"{self._name}-{self.sent}-{place}") for place in range(BULK)]
            told = ",".join(f'"?{query(name)}"' for name in names)
            link.request("POST", "/matomo.php", f'{{"requests":[{told}]}}'.encode())
        answer = link.getresponse()
        answer.read()
        if answer.status in {200, 204}:
            self.taken += names


def spelt(name):
    """Put letters for figures: a long number in an address could be somebody's."""
    return name.translate(FIGURES)


def query(name):
    return f"idsite=5&rec=1&url=https%3A%2F%2Fdvc.example.vn%2F{name}&rand={name}"


def kill(whom, tree):
    """Kill one of the processes that serve, or all of them with the one above."""
    serving = children(tree.pid)
    if whom == "worker":
        os.kill(Random().choice(serving), signal.SIGKILL)
        return
    for process in (tree.pid, *serving):
        os.kill(process, signal.SIGKILL)


def life(folder, port, *, number, whom):
    """Run a collector under load until somebody is killed, and a little longer."""
    stopped = Event()
    with collecting(folder, workers=2, port=port) as (process, tree):
        senders = [Sender(f"x-{number}-{place}", port, stopped) for place in range(SENDERS)]
        for sender in senders:
            sender.start()
        time.sleep(SECONDS * (0.2 + 0.3 * Random().random()))
        kill(whom, tree)
        time.sleep(SECONDS / 2)
        stopped.set()
        for sender in senders:
            sender.join()
        if whom == "worker":
            assert process.up()
    return senders


def test_whatever_was_acknowledged_is_spooled_exactly_once(tmp_path, capsys):
    port = free_port()
    senders = [
        sender
        for number, whom in enumerate(KILLS)
        for sender in life(tmp_path, port, number=number, whom=whom)
    ]
    spool = tmp_path / "measurement" / "spool"
    recover(spool)

    assert not list(spool.glob("*.open"))
    found = Counter(line[7].removeprefix("/") for line in spooled(tmp_path / "measurement"))
    taken = [name for sender in senders for name in sender.taken]
    assert len(taken) > 100 * len(KILLS)
    assert [name for name in taken if found[name] != 1] == []
    assert max(found.values()) == 1
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(taken)} facts acknowledged over {len(KILLS)} kills, all spooled once; "
            f"{sum(found.values()) - len(taken)} more were spooled when the killed could not "
            f"say so; {len(closed(spool))} segments\n"
        )
