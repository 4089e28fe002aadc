"""Pages of those who run the measuring, and registering portals."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from tests.factories import people
from tests.factories.lakes import COUNTED, filled_lake, nation  # noqa: F401 -- fixtures

from motcua.identity.values import SYSTEM, Role
from motcua.kernel.words import Sentence
from motcua.measurement import actions, queries
from motcua.measurement.models.spool import Spool
from motcua.measurement.values import Source
from motcua.measurement.values.sites import Site
from motcua.measurement.values.telling import TurnedAway
from motcua.observatory import measuring
from motcua.simulation.measured import filling
from motcua.web import clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nation")]
NOW = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
AT = "/ban-lam-viec/do-luong/"


@pytest.fixture(autouse=True)
def moment(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "MEASUREMENT", tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    year = filling.here(first=date(2025, 7, 1), last=date(2026, 6, 30), seed=filling.SEED)
    filling.register(year, by=SYSTEM.actor, at=COUNTED)


@pytest.fixture
def operator():
    return people.logged_in(people.officer(Role.EMC_OPERATOR, "G06"))


@pytest.fixture
def province():
    return people.logged_in(people.officer(Role.CONTROLLER, "H26"))


def seen(client: Client, path=""):
    answer = client.get(AT + path)
    assert answer.status_code == 200, answer.content[:400]
    return BeautifulSoup(answer.content, "html.parser").find("main")


def turn_away(site, reason="value", example="idsite=1&rec=1"):
    spool = Spool(Path(settings.MEASUREMENT) / "spool")
    spool.turn_away(
        TurnedAway(
            at=NOW,
            day=date(2026, 7, 1),
            second=32_400,
            site=site,
            agency="H26" if site else "",
            source=Source.MCDT,
            reason=reason,
            field="Status",
            sentence=Sentence("Giá trị sai.", "Wrong value."),
            example=example,
        )
    )
    spool.close()


def own_number(code="H26"):
    return next(number for number, site in queries.sites().items() if site.agency == code)


def test_the_operator_sees_every_portal_and_a_province_its_own(operator, province):
    assert len(seen(operator, "ket-noi/").select("tbody tr")) == len(queries.sites())
    rows = seen(province, "ket-noi/").select("tbody tr")
    assert len(rows) == 1
    assert "Hà Nội" in rows[0].get_text()


def test_another_provinces_portal_is_not_there(province):
    assert province.get(f"{AT}ket-noi/{own_number('H01')}/").status_code == 404


def test_a_fortnight_is_drawn_and_told_in_a_table(operator):
    page = seen(operator)
    table = page.find("summary", string=lambda s: s and "bảng" in s).find_parent("details")
    assert len(table.select("tbody tr")) == measuring.DAYS
    told = queries.sent(measuring.fortnight(date(2026, 7, 1)))
    of_yesterday = sum(
        one.facts for one in told if one.outcome == "accepted" and one.day == date(2026, 6, 30)
    )
    assert of_yesterday > 0
    row = table.select("tbody tr")[1]
    assert row.select("td")[0].get_text() == f"{of_yesterday:,}".replace(",", ".")


def test_what_was_turned_away_is_shown_as_it_came(operator, province):
    number = own_number()
    turn_away(number, example='{"Status": 9, "MaHoSo": "<b>"}')
    turn_away(0, reason="unknown_site", example="idsite=99999")
    page = seen(operator, "loi/")
    assert '{"Status": 9, "MaHoSo": "<b>"}' in page.get_text()
    assert not page.find("b", string=lambda s: s and "MaHoSo" in s)
    assert "idsite=99999" in page.get_text()
    theirs = seen(province, "loi/").get_text()
    assert '"Status": 9' in theirs
    assert "idsite=99999" not in theirs, "of sites nobody knows only the operator is told"
    assert '"Status": 9' in seen(operator, f"ket-noi/{number}/").get_text()


def test_agreement_puts_those_that_need_somebody_first(operator):
    page = seen(operator, "doi-chieu/?ky=2026-05")
    verdicts = [
        row.find("td").find(class_="tag").get_text(strip=True) for row in page.select("tbody tr")
    ]
    names = [str(name) for _tone, name in measuring.VERDICTS.values()]
    places = [names.index(one) for one in verdicts]
    assert places == sorted(places)
    assert len(set(places)) > 1, "the simulated nation has portals that do not agree"


@pytest.mark.parametrize("query", ["?ky=x", "?ky=2026-13"])
def test_a_period_that_is_none_is_refused(operator, query):
    assert operator.get(f"{AT}doi-chieu/{query}").status_code == 404


FORM = {
    "so": "500",
    "ten": "Cổng tỉnh mới",
    "co-quan": "H26",
    "dia-chi": "a.example.vn\nb.example.vn",
    "moi-phut": "1.200",
    "den-ngay": "",
}


def test_a_portal_is_registered_and_its_secret_shown_once(operator):
    answer = operator.post(f"{AT}ket-noi/them/", FORM)
    site = queries.sites()[500]
    assert (site.name, site.limit, site.hosts) == (
        "Cổng tỉnh mới",
        1200,
        ("a.example.vn", "b.example.vn"),
    )
    assert site.secret in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert site.secret not in operator.get(f"{AT}ket-noi/500/").content.decode()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("so", ""),
        ("so", "không"),
        ("so", "9" * 30),
        ("so", "taken"),
        ("ten", ""),
        ("co-quan", "???"),
        ("dia-chi", "http://a b/<script>"),
        ("moi-phut", "-5"),
        ("den-ngay", "31/12/2026"),
    ],
)
def test_a_slip_is_named_and_nothing_typed_is_lost(operator, field, typed):
    before = queries.sites()
    typed = str(next(iter(before))) if typed == "taken" else typed
    answer = operator.post(f"{AT}ket-noi/them/", FORM | {field: typed})
    assert answer.status_code == 400
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.find(attrs={"data-error-summary": True})
    assert page.find("input", {"name": "moi-phut"})["value"] == (FORM | {field: typed})["moi-phut"]
    assert queries.sites() == before


def test_a_secret_is_made_anew_and_the_portal_closed(operator):
    operator.post(f"{AT}ket-noi/them/", FORM)
    first = queries.sites()[500].secret
    operator.post(f"{AT}ket-noi/500/sua/", FORM | {"ten": "Tên khác"})
    assert (queries.sites()[500].name, queries.sites()[500].secret) == ("Tên khác", first)
    operator.post(f"{AT}ket-noi/500/sua/", FORM | {"ma-moi": "yes"})
    assert queries.sites()[500].secret not in ("", first)
    assert operator.post(f"{AT}ket-noi/500/dong/").status_code == 302
    assert queries.sites()[500].until == date(2026, 7, 1)


def test_a_province_registers_nothing(province):
    assert province.post(f"{AT}ket-noi/them/", FORM).status_code == 403
    assert actions.register_site(site=Site(9_999, "x", "H26"), by=SYSTEM.actor, at=NOW), (
        "the action itself works"
    )
