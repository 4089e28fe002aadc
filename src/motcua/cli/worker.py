"""`motcua worker`: drain deliveries and jobs until told to stop."""

import fcntl
import logging
import os
import signal
import socket
from datetime import timedelta
from io import TextIOWrapper
from pathlib import Path

import click

from motcua.cli import start_django

logger = logging.getLogger(__name__)


@click.command()
@click.option(
    "--name",
    envvar="MOTCUA_WORKER_NAME",
    default=socket.gethostname,
    help="This worker's alone; the host's name unless given.",
)
@click.option(
    "--lease",
    envvar="MOTCUA_WORKER_LEASE",
    type=click.IntRange(5),
    default=30,
    show_default=True,
    help="Seconds after which the work of a worker that died falls to another.",
)
def command(name: str, lease: int) -> None:
    """Drain deliveries and jobs, seal the journal, take turns at periodic entries."""
    start_django()
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up

    from motcua.journal.tasks import Worker  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    held = _alone(settings.HOME, name)
    worker = Worker(name=name, process=os.getpid(), now=clock.now, lease=timedelta(seconds=lease))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    logger.info("worker %s starts", name)
    worker.run()
    logger.info("worker %s ends", name)
    held.close()


def _alone(home: Path, name: str) -> TextIOWrapper:
    """Hold the lock of this name; the system frees it however the process ends."""
    home.mkdir(parents=True, exist_ok=True)
    safe = "".join(letter if letter.isalnum() else "-" for letter in name)
    lock = (home / f"worker-{safe}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise click.ClickException(
            f"A worker called {name!r} is running already; stop it or choose another --name."
        ) from None
    return lock
