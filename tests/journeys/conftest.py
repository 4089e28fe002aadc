"""The whole house, running as people meet it: web, worker and a mail server, in processes."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from tests.browser import screenshot
from tests.journeys.hands import Hands, Keyboard
from tests.notifications.smtp_servers import Inbox, free_port, smtp_server
from tests.processes import ROOT, run, started, until

DEMO_PASSWORD = "trinh-dien-mot-cua"


@dataclass
class House:
    """A running system: where it is, and how to look behind its doors."""

    url: str
    env: dict
    mail: Inbox
    sessions: dict = field(default_factory=dict)

    def motcua(self, *arguments: str) -> str:
        """Run the motcua command beside it."""
        return run("-m", "motcua.cli", *arguments, env=self.env)

    def mails_to(self, address: str) -> list[str]:
        """Give the text of the mails that came for somebody."""
        return [
            envelope.content.decode()
            for envelope in self.mail.mails
            if address in envelope.rcpt_tos
        ]


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """Prepare a store and start web and worker on it; stopped at the end."""
    place = tmp_path_factory.mktemp("house")
    port = free_port()
    with smtp_server() as (inbox, smtp_port), _store(place) as database:
        env = {
            **os.environ,
            "MOTCUA_HOME": str(place),
            "MOTCUA_DATABASE_URL": database,
            "MOTCUA_BIND": f"127.0.0.1:{port}",
            "MOTCUA_BASE_URL": f"http://127.0.0.1:{port}",
            "MOTCUA_SMTP_URL": f"smtp://127.0.0.1:{smtp_port}",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        run("-m", "motcua.cli", "prepare", env=env)
        log = place / "serve.log"
        with started("-m", "motcua.cli", "serve", env=env, log=log) as process:
            until(lambda: "Ctrl-C stops" in log.read_text(), about="starting")
            yield House(f"http://127.0.0.1:{port}", env, inbox)
            process.terminate()
            process.wait(timeout=30)


class _store:  # noqa: N801 -- a context manager
    """A database of its own for the house, of the kind this run is about."""

    def __init__(self, place: Path) -> None:
        self.url = os.environ["MOTCUA_DATABASE_URL"]
        self.place = place
        self.name = f"house_{uuid4().hex}"

    def __enter__(self) -> str:
        if self.url.startswith("sqlite"):
            return f"sqlite:///{self.place}/house.sqlite3"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {self.name}")
        return self.url.replace("///postgres", f"///{self.name}")

    def __exit__(self, *_: object) -> None:
        if not self.url.startswith("sqlite"):
            with psycopg.connect(self.url, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {self.name} WITH (FORCE)")


@pytest.fixture
def someone(house, page_at):
    """Open a browser for somebody: `someone(360)`, `someone(360, hands="keyboard")`."""

    opened = []

    def open_browser(width=360, *, hands="touch", javascript=True):
        page = page_at(width, javascript=javascript)
        kind = Keyboard if hands == "keyboard" else Hands
        judge = None if javascript else page_at(width)
        opened.append(kind(page, house.url, judge=judge))
        return opened[-1]

    yield open_browser
    for number, hands in enumerate(opened):
        screenshot(hands.page, f"last-{number}")


@pytest.fixture
def officer(house, someone):
    """Open a desk: `officer("tiepnhan")`, logged in once a run with password and one-time code."""

    def log_in(name: str, width=1280):
        hands = someone(width)
        if name in house.sessions:
            hands.page.context.add_cookies(house.sessions[name])
            return hands
        hands.visit("/dang-nhap/?next=/ban-lam-viec/")
        hands.log_in(name, DEMO_PASSWORD)
        hands.page.locator("input[name=code]").fill(
            subprocess.run(
                [sys.executable, "-m", "motcua.cli", "accounts", "totp", name],
                env=house.env,
                capture_output=True,
                text=True,
                check=True,
                cwd=ROOT,
            ).stdout.split()[-1]
        )
        hands.page.locator("main form button").first.click()
        hands.page.wait_for_url("**/ban-lam-viec/**")
        house.sessions[name] = hands.page.context.cookies()
        return hands

    return log_in
