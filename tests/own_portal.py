"""Our own portal as anybody meets it: over TLS, with the demonstration in it, in its own processes.

    with own_portal(tmp_path) as portal:
        audit(portal.url)      # portal.trust: the authority that its certificate is of

`SSL_CERT_FILE` set to `trust` makes Python believe the certificate.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.portals.certificates import certificates
from tests.processes import ROOT, run

PATIENCE = 600
LOAD_TOKEN = "chung-toi-cho-phep-thu-tai"
"""The word by which this portal allows a light load on itself."""


@dataclass(frozen=True, slots=True)
class OwnPortal:
    """Where it answers, whom to trust, and the environment of its processes."""

    url: str
    trust: Path
    environment: Mapping[str, str]


@contextmanager
def own_portal(home: Path) -> Iterator[OwnPortal]:
    """Prepare a store with the demonstration, serve it over TLS, end it with the block."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    url = f"https://localhost:{port}"
    home.mkdir(parents=True, exist_ok=True)
    made = certificates()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")},
        "MOTCUA_HOME": str(home),
        "MOTCUA_BASE_URL": url,
        "MOTCUA_HOSTS": "localhost",
        "MOTCUA_AUDIT_TOKEN": LOAD_TOKEN,
        "MOTCUA_BIND": f"127.0.0.1:{port}",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "SSL_CERT_FILE": str(made.authority),
    }
    run("-m", "motcua.cli", "prepare", env=environment, timeout=PATIENCE)
    with (home / "web.log").open("wb") as log:
        web = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "motcua.config.wsgi:application"),
                *("--worker-class", "gthread", "--workers", "1", "--threads", "4", "--preload"),
                *("--bind", f"127.0.0.1:{port}", "--certfile", str(made.good)),
                *("--keyfile", str(made.good), "--no-control-socket"),
            ],
            env=environment,
            stdout=log,
            stderr=log,
            cwd=ROOT,
        )
        try:
            _wait(port, web)
            yield OwnPortal(f"{url}/", made.authority, environment)
        finally:
            web.terminate()
            web.wait(PATIENCE)


def _wait(port: int, web: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if web.poll() is not None:
            raise RuntimeError(f"the portal ended with {web.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the portal does not answer")
