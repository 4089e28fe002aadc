"""`kill -9` of web and worker at random: what was acknowledged stands once, with all its papers."""

import json
import os
import sys
from email import message_from_bytes
from random import Random
from threading import Thread

import pytest
from tests.cli.test_serve import everyone
from tests.crash.hammer import Killer, Presses, pressing
from tests.notifications.smtp_servers import free_port, smtp_server
from tests.processes import run, started, until

pytestmark = [pytest.mark.slow, pytest.mark.once]

NUMBER = int(os.environ.get("MOTCUA_CRASH_SUBMISSIONS", "1000"))
PEOPLE = 10
KILLS = ["web"] * 17 + ["master"] * 2 + ["worker"] * 4
YARD = ("-m", "tests.crash.yard")


@pytest.fixture
def town(own_store):
    """A store with the drafts of everybody, and the environment of `motcua serve` over it."""
    if own_store["MOTCUA_DATABASE_URL"].startswith("sqlite"):
        pytest.skip("what is killed here runs on PostgreSQL: --database=postgresql")
    port = free_port()
    there = {
        **own_store,
        "MOTCUA_BIND": f"127.0.0.1:{port}",
        "MOTCUA_BASE_URL": f"http://127.0.0.1:{port}",
    }
    said = run(*YARD, "prepare", str(NUMBER), str(PEOPLE), env=there, timeout=300)
    return there, port, json.loads(said)


def hammered(town, tmp_path):
    """Submit everything while processes are killed; give what people were told and what stands."""
    there, port, sessions = town
    presses, log = Presses(), tmp_path / "serve"
    plan = Random().sample(KILLS, len(KILLS))
    with smtp_server() as (inbox, smtp):
        there = {**there, "MOTCUA_SMTP_URL": f"smtp://127.0.0.1:{smtp}"}
        with started("-m", "motcua.cli", "serve", env=there, log=log) as tree:
            until(lambda: "Ctrl-C stops" in log.read_text(), about="starting")
            until(lambda: len(everyone(tree.pid)) == 4, about="the whole tree")
            desk = Thread(
                target=run,
                args=(*YARD, "accept", str(NUMBER)),
                kwargs={"env": there, "timeout": 600},
            )
            desk.start()
            killer = Killer(tree.pid, plan, progress=lambda: len(presses.told), total=NUMBER)
            killer.start()
            for thread in pressing(presses, port, sessions):
                thread.join()
            killer.stopped.set()
            killer.join()
            desk.join()
            run(*YARD, "drain", "240", env=there, timeout=300)
            tree.terminate()
            tree.wait(timeout=60)
    return presses, killer.killed, inbox.mails, json.loads(run(*YARD, "report", env=there))


def test_what_was_acknowledged_is_there_once_with_all_its_papers(town, tmp_path, capsys):
    presses, killed, mails, found = hammered(town, tmp_path)

    assert len(killed) >= 20
    codes = sorted(presses.told.values())
    assert len(codes) == NUMBER, f"not told: {presses.strange[:3]}"
    assert found["codes"] == codes, "each acknowledged dossier stands once and no other does"
    assert found["recorded"] == dict.fromkeys(codes, 1)
    assert found["states"] == {"in_process": NUMBER}

    came = [message_from_bytes(mail.content)["Message-ID"] for mail in mails]
    assert sorted(code for code, _ in found["mails"]) == codes
    assert {mail for _, mail in found["mails"]} <= set(came)
    assert found["forms"] == dict.fromkeys(codes, 1)
    assert (found["printed"], found["pdfs"]) == (NUMBER, NUMBER)

    assert found["undone"] == {"Delivery": {}, "Job": {}}
    assert found["intact"]
    told = (
        f"\n{NUMBER} submissions, {len(killed)} kills, pressed again {presses.again} times, "
        f"{len(came) - len(set(came))} of {len(came)} mails came twice, "
        f"{found['twice']} pieces of work were begun twice\n"
    )
    with capsys.disabled():
        sys.stdout.write(told)
