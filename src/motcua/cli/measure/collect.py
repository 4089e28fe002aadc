"""`motcua measure collect`: the collector as a process tree of its own."""

import os
import socket
import sys
import time
from contextlib import suppress

import click

PAUSE = 1.0


@click.command()
@click.option("--bind", envvar="MOTCUA_COLLECTOR_BIND", default="127.0.0.1:8001", show_default=True)
@click.option(
    "--workers",
    envvar="MOTCUA_COLLECTOR_WORKERS",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
)
def command(bind: str, workers: int) -> None:
    """Take facts from portals; Ctrl-C ends it. Needs no database, only `motcua measure sites`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    host, port = _address(bind)
    _refuse_taken(host, port)
    click.echo(f"Collecting at http://{host}:{port}/tracking. Ctrl-C stops.")
    while _serve(host, port, workers):
        click.echo("the collector's processes ended and are started again", err=True)
        time.sleep(PAUSE)


def _serve(host: str, port: int, workers: int) -> bool:
    """Serve until told to stop; True where it ended for another reason."""
    from granian.constants import HTTPModes, Interfaces, Loops, RuntimeModes  # noqa: PLC0415 -- slow import
    from granian.server import Server  # noqa: PLC0415 -- slow import

    server = Server(
        "motcua.observatory.collector.app:collector",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        runtime_mode=RuntimeModes.st,
        loop=Loops.uvloop,
        http=HTTPModes.http1,
        websockets=False,
        backlog=8192,
        backpressure=4096,
        log_enabled=False,
        respawn_failed_workers=True,
        respawn_interval=0.1,
        workers_kill_timeout=10,
    )
    with suppress(SystemExit):
        server.serve()
    return not server.interrupt_signal


def _address(bind: str) -> tuple[str, int]:
    host, _, port = bind.rpartition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise click.BadParameter("an address looks like 127.0.0.1:8001", param_hint="--bind")
    return host.strip("[]") or "0.0.0.0", int(port)  # noqa: S104 -- what an empty host means


def _refuse_taken(host: str, port: int) -> None:
    """Say so when somebody listens there: workers share a port, so the system would not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            click.echo(f"{host}:{port}: {error.strerror}", err=True)
            sys.exit(1)
