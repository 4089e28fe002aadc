"""Portals are registered once, told to collectors by a file, and closed."""

import stat
from dataclasses import replace
from datetime import date

import pytest
from tests.measurement.some_facts import AT, SITE

from motcua.identity.values import SYSTEM
from motcua.journal.models import Entry
from motcua.kernel.words import Refused
from motcua.measurement import actions, queries
from motcua.measurement.models import snapshot
from motcua.measurement.models.sites import SiteRow

pytestmark = pytest.mark.django_db
BY = {"by": SYSTEM.actor, "at": AT}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEASUREMENT = tmp_path / "measurement"
    return settings.MEASUREMENT


def kinds():
    return list(Entry.objects.order_by("pk").values_list("kind", flat=True))


def test_a_portal_is_registered_and_told_anew(folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.register_site(site=SITE, **BY)
    assert queries.sites() == {5: SITE}
    assert snapshot.read(folder) == {5: SITE}
    assert stat.S_IMODE((folder / "sites.json").stat().st_mode) == 0o600

    moved = replace(SITE, agency="H27", until=date(2027, 1, 1))
    with django_capture_on_commit_callbacks(execute=True):
        assert not actions.register_site(site=SITE, **BY)
        assert actions.register_site(site=moved, **BY)
    assert snapshot.read(folder) == {5: moved}
    assert kinds() == ["measurement.site_registered"] * 2


def test_its_secret_rests_sealed_and_is_in_no_entry():
    actions.register_site(site=SITE, **BY)
    row = SiteRow.objects.get()
    assert SITE.secret.encode() not in bytes(row.secret_sealed)
    assert SITE.secret not in str(Entry.objects.get().payload)


def test_a_list_is_registered_whole_or_not_at_all():
    text = "number,name,agency\n7,Bảy,H07\n8,Tám,H0\n"
    with pytest.raises(Refused):
        actions.import_sites(text=text, **BY)
    assert queries.sites() == {}
    assert actions.import_sites(text=text.replace("H0\n", "H08\n"), **BY) == 2
    assert actions.import_sites(text=text.replace("H0\n", "H09\n"), **BY) == 1


def test_a_portal_is_closed_once(folder, django_capture_on_commit_callbacks):
    actions.register_site(site=SITE, **BY)
    with django_capture_on_commit_callbacks(execute=True):
        actions.close_site(number=5, **BY)
        actions.close_site(number=5, **BY)
    assert snapshot.read(folder)[5].until == date(2026, 3, 16)
    assert kinds() == ["measurement.site_registered", "measurement.site_closed"]
    with pytest.raises(Refused, match="Không có cổng số 6"):
        actions.close_site(number=6, **BY)


def test_our_own_portal_is_number_one_and_stays_as_people_set_it(folder):
    own = {"agency": "H26", **BY}
    assert actions.register_own_site(host="127.0.0.1:8000", **own)
    assert not actions.register_own_site(host="127.0.0.1:8000", **own)
    named = replace(queries.sites()[1], name="Cổng Hà Nội", limit=7)
    actions.register_site(site=named, **BY)
    assert actions.register_own_site(host="dvc.example.vn", **own)

    hosts = ("127.0.0.1:8000", "dvc.example.vn")
    assert snapshot.read(folder) == {1: replace(named, hosts=hosts)}


def test_the_file_is_looked_at_when_it_changes(folder):
    seen = snapshot.Snapshot(folder)
    seen.look()
    assert seen.sites == {}
    assert snapshot.write(folder, {5: SITE})
    assert not snapshot.write(folder, {5: SITE})
    seen.look()
    assert seen.sites == {5: SITE}
    (folder / "sites.json").unlink()
    seen.look()
    assert seen.sites == {}
