"""The collector's doors as a sender sees them: the portal's own, and a collector's process."""

import http.client
import json
import os
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.test import Client
from tests.measurement.some_facts import SITE
from tests.notifications.smtp_servers import free_port
from tests.processes import ROOT, started, until

from motcua.measurement.models import snapshot
from motcua.measurement.values.sites import Site

SMALL = Site(number=6, name="Cổng nhỏ", agency="H27", limit=3)
SITES = {5: SITE, 6: SMALL}


@dataclass
class Heard:
    """An answer: its status, headers by small names, and body."""

    status: int
    headers: dict
    body: bytes

    @property
    def told(self):
        return json.loads(self.body)


class Portal:
    """Asks the views of the portal."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._client = Client(enforce_csrf_checks=True)

    def ask(self, method, path, body=b"", **headers):
        kind = headers.pop("Content_Type", "application/x-www-form-urlencoded")
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self._client.generic(method, path, body, content_type=kind, headers=sent)
        told = {name.lower(): value for name, value in answer.headers.items()}
        return Heard(answer.status_code, told, answer.content)


class Process:
    """Asks a collector that runs by itself."""

    def __init__(self, folder: Path, port: int):
        self.folder = folder
        self.port = port

    def ask(self, method, path, body=b"", **headers):
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as link:
            link.request(method, path, body or None, sent)
            answer = link.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Heard(answer.status, told, answer.read())

    def up(self):
        """Whether it answers."""
        try:
            return self.ask("GET", "/thu-thap/suc-khoe").status == 200
        except OSError:
            return False


@contextmanager
def collecting(folder: Path, *, workers=1, port=0, sites=SITES):
    """Run `motcua measure collect` over a folder that knows our sites; gives it and its tree."""
    measurement = folder / "measurement"
    snapshot.write(measurement, sites)
    port = port or free_port()
    env = {
        **os.environ,
        "MOTCUA_HOME": str(folder),
        "MOTCUA_DATABASE_URL": f"sqlite:///{folder}/there-is-none.sqlite3",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
    }
    arguments = ("-m", "motcua.cli", "measure", "collect", "--bind", f"127.0.0.1:{port}")
    log = folder / "collector.log"
    with started(*arguments, "--workers", str(workers), env=env, log=log) as tree:
        process = Process(measurement, port)
        until(process.up, about=f"the collector's start; see {log}")
        yield process, tree
        tree.terminate()
        tree.wait(timeout=30)
    assert not (folder / "there-is-none.sqlite3").exists()


def spooled(folder: Path, kind: str = "pages") -> list[list[str]]:
    """Give the columns of every whole line in the spool, closed or not."""
    files = sorted((folder / "spool").glob(f"{kind}-*"))
    return [line.split("\t") for file in files for line in file.read_text().splitlines()]
