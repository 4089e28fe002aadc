"""A private clamd on a socket of its own, with our own signature of the EICAR test file.

Debian's clamav-daemon brings no signatures and freshclam needs the network; one line does here.
EICAR is put together only in memory: other scanners would take this file away.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.processes import until

EICAR = b"".join(
    (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", b"-STANDARD-ANTIVIRUS", b"-TEST-FILE!$H+H*")
)
CONFIG = """\
LocalSocket {place}/socket
DatabaseDirectory {place}/db
TemporaryDirectory {place}
Foreground yes
Bytecode no
ConcurrentDatabaseReload no
SelfCheck 0
MaxThreads 4
StreamMaxLength 12M
"""


@contextmanager
def running(place: Path):
    """Run a clamd under `place` (a short path: sockets have 107 letters); gives its address."""
    program = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.fail("clamd is not installed; `make test` installs it.")
    (place / "db").mkdir()
    (place / "db" / "own.ndb").write_text(f"Eicar-Test:0:*:{EICAR.hex()}\n")
    (place / "clamd.conf").write_text(CONFIG.format(place=place))
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(
            [program, "-c", str(place / "clamd.conf")], stdout=log, stderr=subprocess.STDOUT
        )
    try:
        until(lambda: _listens(place / "socket"), about="clamd")
        yield f"unix://{place}/socket"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _listens(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as wire:
        return wire.connect_ex(os.fspath(path)) == 0


@pytest.fixture(scope="session")
def clamd():
    """Run one clamd for all tests that ask for it; gives its address."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder, running(Path(folder)) as address:
        yield address
