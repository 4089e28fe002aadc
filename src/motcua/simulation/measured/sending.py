"""Sending the nation's facts to a collector, as its portals would."""

import http.client
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from urllib.parse import urlsplit

from motcua.identity.values import SYSTEM
from motcua.kernel.words import Refused, Sentence
from motcua.measurement import actions
from motcua.measurement.values.sites import Site
from motcua.simulation.measured import filling, wire
from motcua.simulation.measured.stream import Nation, told
from motcua.simulation.measured.wire import Request

PATIENCE = 30
SNAPSHOT = 1.5
"""A collector looks at the list of portals once a second."""


class NotTaken(Refused):
    """The collector did not take what was sent."""


def send(
    made: Nation,
    *,
    number: int,
    url: str,
    now: Callable[[], datetime],
    heard: Callable[[date, int], None],
) -> tuple[int, int]:
    """Register the portals with fresh secrets, then send day after day; give what was told.

    Dossiers go in our own signed shape. Raises `NotTaken` where a request is refused as a whole.
    """
    sites = {each.number: each for each in registered(made, at=now())}
    time.sleep(SNAPSHOT)
    pages = dossiers = 0
    for one in told(made, number=number):
        signed = wire.stricts(one, sites, at=now())
        post(chain(wire.bulks(one, sites), signed), url=url)
        pages += one.pages.num_rows
        dossiers += one.dossiers.num_rows
        heard(one.on, pages)
    return pages, dossiers


def registered(made: Nation, *, at: datetime) -> tuple[Site, ...]:
    """Register the portals here, each with a secret of its own, and give them."""
    known = [replace(each, secret=secrets.token_urlsafe(24)) for each in filling.sites(made)]
    actions.register_sites(listed=known, by=SYSTEM.actor, at=at)
    return tuple(known)


def post(requests: Iterator[Request], *, url: str) -> int:
    """Send requests over one connection; give how many facts they told."""
    where = urlsplit(url)
    kind = http.client.HTTPSConnection if where.scheme == "https" else http.client.HTTPConnection
    line = kind(where.hostname or "", where.port, timeout=PATIENCE)
    sent = 0
    try:
        for request in requests:
            headers = {"Content-Type": "application/json", **request.headers}
            line.request("POST", where.path.rstrip("/") + request.path, request.body, headers)
            answer = line.getresponse()
            said = answer.read().decode("utf-8", "replace")
            if answer.status >= 400:
                raise NotTaken(
                    Sentence(
                        f"Nơi nhận từ chối ({answer.status}): {said[:500]}",
                        f"The collector refused ({answer.status}): {said[:500]}",
                    )
                )
            sent += request.facts
    finally:
        line.close()
    return sent
