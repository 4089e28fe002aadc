"""Senders on kept connections, in a process of their own; prints what they saw as JSON.

`python -m tests.bench.collector_load PORT CONNECTIONS SECONDS FACTS [MARK]`: every connection sends
the next request when the last is answered; FACTS of 1 are single GET requests, more are bulks.
Each fact names a page of its own, so that what was acknowledged can be looked for later.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field
from itertools import count

import uvloop

SITE = "idsite=5&rec=1&action_name=Th%E1%BB%A7%20t%E1%BB%A5c&res=1920x1080&lang=vi"
AGENT = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
    "Mobile Safari/537.36"
)
HEADS = f"Host: 127.0.0.1\r\nUser-Agent: {AGENT}\r\nAccept-Language: vi-VN,vi;q=0.9\r\n"
LETTERS = str.maketrans("0123456789", "abcdefghij")


def query(name: str) -> str:
    """Write what a page of that name tells."""
    chance = random.getrandbits(64)
    return (
        f"{SITE}&url=https%3A%2F%2Fdvc.example.vn%2Fthu-tuc%2F{name}&_id={chance:016x}"
        f"&rand={chance % 999_983}&pv_id={name[-6:]}"
    )


@dataclass
class Load:
    """What all connections share."""

    facts: int
    mark: str
    until: float
    numbers: count = field(default_factory=count)
    waits: list = field(default_factory=list)
    taken: list = field(default_factory=list)
    strange: list = field(default_factory=list)

    def request(self) -> tuple[list[str], bytes]:
        """Give the names of the next facts, and the request that tells them."""
        names = [f"{self.mark}-{next(self.numbers)}".translate(LETTERS) for _ in range(self.facts)]
        if self.facts == 1:
            asked = f"GET /tracking?{query(names[0])}&send_image=0 HTTP/1.1\r\n{HEADS}\r\n"
            return names, asked.encode()
        told = json.dumps({"requests": [f"?{query(name)}" for name in names]}).encode()
        head = f"POST /matomo.php HTTP/1.1\r\n{HEADS}Content-Type: application/json\r\n"
        return names, f"{head}Content-Length: {len(told)}\r\n\r\n".encode() + told


class Sender(asyncio.Protocol):
    """One connection."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.ready = [load.request() for _ in range(1 if load.facts == 1 else 6)]
        self.sent = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self.line = transport
        self._send()

    def _send(self) -> None:
        """Send; a bulk is sent again and again, so that making it is not what is measured."""
        again = self.load.facts > 1
        self.names, asked = (
            self.ready[self.sent % len(self.ready)] if again else self.load.request()
        )
        self.sent += 1
        self.answer = b""
        self.began = time.perf_counter()
        self.line.write(asked)

    def data_received(self, data: bytes) -> None:
        """Note how long it took, and send the next."""
        self.answer += data
        status = self.answer[9:12]
        if status == b"204" and not self.answer.endswith(b"\r\n\r\n"):
            return
        if status != b"204" and not self.answer.endswith(b"}"):
            return
        now = time.perf_counter()
        self.load.waits.append(now - self.began)
        if status in {b"200", b"204"} and b'"invalid": 0' in self.answer + b'"invalid": 0' * (
            status == b"204"
        ):
            self.load.taken += self.names
        else:
            self.load.strange.append(self.answer[:300].decode())
        if now < self.load.until:
            self._send()
        else:
            self.line.close()


async def send(port: int, connections: int, load: Load) -> None:
    """Send until the time is over; a collector that dies ends it early."""
    loop = asyncio.get_running_loop()
    lines = [
        await loop.create_connection(lambda: Sender(load), "127.0.0.1", port)
        for _ in range(connections)
    ]
    while not all(line.is_closing() for line, _ in lines):
        await asyncio.sleep(0.05)
        if time.perf_counter() > load.until + 10:
            break


def main() -> None:
    """Send, and say what came of it."""
    port, connections, seconds, facts = map(float, sys.argv[1:5])
    mark = sys.argv[5] if len(sys.argv) > 5 else ""
    load = Load(int(facts), mark or "x", time.perf_counter() + seconds)
    began = time.perf_counter()
    uvloop.run(send(int(port), int(connections), load))
    load.waits.sort()
    number = len(load.waits)
    found = {
        "seconds": min(time.perf_counter() - began, seconds),
        "facts": len(load.taken),
        "p50": load.waits[number // 2] * 1000,
        "p99": load.waits[int(number * 0.99)] * 1000,
        "worst": load.waits[-1] * 1000,
        "strange": load.strange[:3],
        "own_cpu": time.process_time(),
        "taken": load.taken if mark else [],
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
