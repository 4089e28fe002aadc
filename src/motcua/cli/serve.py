"""`motcua serve`: web and worker as one process tree, which ends together however it ends."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import click

PR_SET_PDEATHSIG = 1
PATIENCE = 20.0
LONGEST_PAUSE = 30.0
SETTLED = 30.0
LARGE_LOG = 10 * 1024 * 1024


@dataclass(slots=True)
class Child:
    """A process that is started again whenever it ends, after growing pauses."""

    name: str
    command: list[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.5
    again_at: float = field(default=0.0)

    def start(self, environment: dict[str, str]) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches it only through us."""
        supervisor = os.getpid()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 -- our own command
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
                preexec_fn=lambda: _die_with(supervisor),  # noqa: PLW1509 -- one thread only
            )
        self.started = time.monotonic()

    def look_after(self, environment: dict[str, str]) -> None:
        """Start it again when it has ended and its pause is over."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.again_at:
                self.start(environment)
            return
        status = self.process.poll()
        if status is None:
            return
        self.pause = 0.5 if now - self.started > SETTLED else min(self.pause * 2, LONGEST_PAUSE)
        click.echo(
            f"{self.name} ended with status {status} and is started again in {self.pause:.0f} s; "
            f"see {self.log}",
            err=True,
        )
        self.process, self.again_at = None, now + self.pause

    def tell(self, number: signal.Signals) -> None:
        """Send a signal; to the whole session when it is the last one."""
        if self.process is None or self.process.poll() is not None:
            return
        with suppress(ProcessLookupError):
            if number is signal.SIGKILL:
                os.killpg(self.process.pid, number)
            else:
                self.process.send_signal(number)


def _die_with(supervisor: int) -> None:
    """Let the kernel end this child when its supervisor is gone, even by kill -9."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != supervisor:
        os._exit(1)


@click.command()
@click.option("--bind", envvar="MOTCUA_BIND", default="127.0.0.1:8000", show_default=True)
@click.option(
    "--workers", envvar="MOTCUA_WEB_WORKERS", type=click.IntRange(1), default=2, show_default=True
)
@click.option(
    "--threads", envvar="MOTCUA_WEB_THREADS", type=click.IntRange(1), default=4, show_default=True
)
def command(bind: str, workers: int, threads: int) -> None:
    """Start web and worker as one process tree; Ctrl-C stops all of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    host, port = _address(bind)
    _refuse_taken(host, port)
    address = f"http://{'127.0.0.1' if host in {'', '0.0.0.0', '::'} else host}:{port}"  # noqa: S104 -- compared only
    os.environ.setdefault("MOTCUA_BASE_URL", address)
    from django.conf import settings  # noqa: PLC0415 -- slow import; reads the address set above

    logs = settings.HOME / "log"
    logs.mkdir(parents=True, exist_ok=True)
    web = [
        *(sys.executable, "-m", "gunicorn", "motcua.config.wsgi:application"),
        *("--worker-class", "gthread", "--bind", bind, "--preload", "--no-control-socket"),
        *("--workers", str(workers), "--threads", str(threads), "--graceful-timeout", "10"),
    ]
    worker = [sys.executable, "-m", "motcua.cli", "worker"]
    children = (
        Child("web", web, _log(logs / "web.log")),
        Child("worker", worker, _log(logs / "worker.log")),
    )
    _supervise(children, host=host, port=port, told=lambda: _tell(address, settings.HOME))


def _log(file: Path) -> Path:
    """Put a log aside that has grown large; the one before it goes."""
    if file.exists() and file.stat().st_size > LARGE_LOG:
        file.replace(file.with_suffix(".log.1"))
    return file


def _address(bind: str) -> tuple[str, int]:
    host, _, port = bind.rpartition(":")
    if not port.isdigit():
        raise click.ClickException(f"MOTCUA_BIND is {bind!r}; it takes host:port.")
    return host.strip("[]"), int(port)


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"{host}:{port} cannot be used: {error.strerror}. Stop what runs there, or choose "
                f"another address: MOTCUA_BIND=127.0.0.1:{port + 1}."
            ) from None


class Stop(Exception):
    """Somebody asked for the end."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stop


def _supervise(children: tuple[Child, ...], *, host: str, port: int, told: Any) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    environment = dict(os.environ)
    try:
        for child in children:
            child.start(environment)
        while True:
            for child in children:
                child.look_after(environment)
            if told and _answers(host, port):
                told()
                told = None
            time.sleep(0.1)
    except Stop:
        click.echo("stopping", err=True)
    finally:
        _end(children)


def _end(children: tuple[Child, ...]) -> None:
    """Ask all to end, wait, and kill what has not ended."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.tell(signal.SIGTERM)
    end = time.monotonic() + PATIENCE
    for child in children:
        if child.process is not None:
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(timeout=max(0.1, end - time.monotonic()))
            child.tell(signal.SIGKILL)
            child.process.wait()


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host or "127.0.0.1", port), timeout=0.2):
            return True
    except OSError:
        return False


def _tell(address: str, home: Path) -> None:
    click.echo(f"\nmotcua stands at   {address}/")
    click.echo(f"  for officers at  {address}/ban-lam-viec/")
    click.echo(f"  logs in          {home / 'log'}")
    file = home / "demonstration.json"
    accounts = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    if accounts:
        click.echo("\nSimulated people (name, password, role):")
    first = {account["role"]: account for account in reversed(accounts)}
    for account in reversed(first.values()):
        click.echo(f"  {account['username']:12} {account['password']}  {account['title']}")
    if accounts:
        program = Path(sys.prefix, "bin", "motcua")
        here = program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program
        click.echo(f"An officer's one-time code: {here} accounts totp NAME")
    click.echo("\nCtrl-C stops everything.")
