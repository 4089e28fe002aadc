"""`motcua simulate visits` and `demonstration`: into the lake, or through a collector's doors."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from motcua.cli.simulate import command
from motcua.measurement import actions, queries
from motcua.measurement.models.lake import files
from motcua.measurement.rules.wire import Heard
from motcua.observatory.collector import answers
from motcua.simulation.measured import filling, sending
from motcua.simulation.measured.country import Country
from motcua.simulation.measured.happenings import Happenings
from motcua.web import clock

WEEK = ("--from", "2026-03-12", "--until", "2026-03-13")


@pytest.fixture(autouse=True)
def home(tmp_path, settings, monkeypatch):
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(settings.MEASUREMENT / "lake")
    settings.MEASUREMENT.mkdir()
    monkeypatch.setattr(files, "_flush", lambda path: None)
    monkeypatch.setattr(sending, "SNAPSHOT", 0)
    monkeypatch.setattr(filling, "DAYS", 14)
    monkeypatch.setattr(filling, "VISITS", 100_000)
    _few(monkeypatch)
    return settings


def _few(monkeypatch):
    """Leave three tops in the country."""
    whole = filling.nation

    def small(*words, **named):
        made = whole(*words, **named)
        tops = tuple(one for one in made.country.tops if one.code in {"G01", "H26", "H35"})
        of = Country(tops, made.country.services, made.country.of_communes)
        return type(made)(of, made.days, Happenings(), made.seed)

    monkeypatch.setattr(filling, "nation", small)


def said(*words, code=0):
    done = CliRunner().invoke(command, words)
    assert done.exit_code == code, done.output
    return done.output


@pytest.mark.django_db(transaction=True)
def test_visits_go_into_the_lake_and_are_said_to_be_simulated():
    assert "page facts and" in said("visits", "400", *WEEK)
    actions.compact(at=clock.now())
    assert queries.provenance() == "simulated"
    assert {site.name.partition(" mô phỏng")[0] for site in queries.sites().values()} == {"Cổng"}


@pytest.mark.django_db(transaction=True)
def test_visits_go_through_a_collector(home, collector):
    said("visits", "300", *WEEK, "--through-wire", collector.address)
    assert collector.refused == []
    collector.intake.close()
    compacted = actions.compact(at=clock.now())
    assert compacted.facts > 250
    assert queries.provenance() == "measured"


def test_days_the_wrong_way_round_are_refused():
    assert "--from" in said("visits", "10", "--from", "2026-03-13", "--until", "2026-03-01", code=2)


def test_a_demonstration_fills_an_empty_lake_once():
    said("demonstration")
    assert queries.provenance() == "simulated"
    counted = queries.counted_at()
    said("demonstration")
    assert queries.counted_at() == counted is not None


def test_no_demonstration_where_none_is_wanted(home):
    home.DEMONSTRATION = False
    said("demonstration")
    assert queries.provenance() == ""
    assert filling.register_demonstrated(by=None, at=clock.now()) == 0


class Doors(BaseHTTPRequestHandler):
    """The collector's answers behind a plain server."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers["Content-Length"]))
        heard = Heard(clock.now(), "203.0.113.7", "simulation")
        told = {name.lower(): value for name, value in self.headers.items()}
        asked = answers.Asked("POST", path, query, told, heard, body)
        answer = answers.answer(self.server.intake, asked)
        if answer.status >= 400:
            self.server.refused.append(answer.body)
        if answer.safe is not None:
            answer.safe.result(timeout=10)
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *words):
        """Say nothing."""


@pytest.fixture
def collector(home):
    with HTTPServer(("127.0.0.1", 0), Doors) as server:
        server.intake, server.refused = actions.Intake(Path(home.MEASUREMENT)), []
        server.address = f"http://127.0.0.1:{server.server_port}"
        running = threading.Thread(target=server.serve_forever, daemon=True)
        running.start()
        yield server
        server.shutdown()
        running.join()
