from datetime import time

import pytest
from click.testing import CliRunner
from django.db import IntegrityError, transaction
from tests.agencies.library import AT, LIBRARY, SYSTEM, load, small
from tests.kernel.calendars import local, moment

from motcua.agencies import actions, queries
from motcua.agencies.models import Agency
from motcua.agencies.values import AgencyKind, AgencyUnknown, TerritoryUnknown
from motcua.cli import main
from motcua.journal.queries import history
from motcua.kernel.calendar import Duration, WorkingHours
from motcua.kernel.codes import CodeRefused

pytestmark = pytest.mark.django_db
EARLY = WorkingHours(((time(6), time(10)), (time(12), time(16))))


@pytest.fixture(autouse=True)
def _library(tmp_path):
    load(small(tmp_path))


def set_hours(code, hours=EARLY):
    actions.set_hours(agency_code=code, hours=hours, by=SYSTEM, at=AT)


def open_unit(code, kind=AgencyKind.UNIT):
    actions.open_unit(
        code=code, name="Bộ phận Tư pháp", short_name="Tư pháp", kind=kind, by=SYSTEM, at=AT
    )


def test_an_agency_works_the_official_days_and_hours():
    due = queries.calendar_of("H26.00070").due(
        moment("2024-04-26T10:00"), Duration.parse("7 ngày làm việc")
    )
    assert local(due.at) == "2024-05-09T17:00"


def test_hours_are_those_of_the_nearest_agency_above():
    set_hours("H26")
    assert queries.calendar_of("H26.00070").hours == EARLY
    assert queries.calendar_of("G15").hours == WorkingHours()
    set_hours("H26.00070", WorkingHours())
    assert queries.calendar_of("H26.00070").hours == WorkingHours()
    assert queries.calendar_of("H26.00004").hours == EARLY
    (entry,) = history("agency:H26")
    assert (entry.kind, entry.payload["hours"]) == ("agencies.hours_set", str(EARLY))


def test_a_kept_calendar_costs_one_read(django_assert_num_queries):
    first, _ = queries.calendar_of("H26.00070"), queries.provinces()
    with django_assert_num_queries(1):
        assert queries.calendar_of("H26.00070") is first
    with django_assert_num_queries(1):
        assert queries.find_units("hoan kiem")


def test_an_agency_is_read_once(django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.agency("H26.00070")
    with django_assert_num_queries(1):
        queries.agency("H26.00070")
    queries.agency("H26")
    with django_assert_num_queries(3):  # what is kept asks once more whether it is still true
        assert len(queries.units_of("H26")) == 11


@pytest.mark.parametrize("code", ["H99", "", "h26", "H26.", "\0"])
def test_an_unknown_agency_is_refused(code):
    with pytest.raises(AgencyUnknown):
        queries.agency(code)
    with pytest.raises(AgencyUnknown):
        queries.calendar_of(code)


def test_an_unknown_place_is_refused():
    for ask in (queries.territory, queries.communes):
        with pytest.raises(TerritoryUnknown):
            ask("99")
    with pytest.raises(TerritoryUnknown):
        queries.competent("commune", "99999")
    with pytest.raises(AgencyUnknown):
        queries.competent("embassy", "00070")


def test_a_unit_is_opened_below_its_agency():
    open_unit("H26.00070.TP")
    unit = queries.agency("H26.00070.TP")
    assert (unit.path, unit.parent_code, unit.official) == ("H26.00070.TP.", "H26.00070", False)
    assert unit.territory.code == "00070"
    assert [entry.kind for entry in history("agency:H26.00070.TP")] == ["agencies.unit_opened"]


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("H26.00070", actions.UnitRefused),
        ("H77", actions.UnitRefused),
        ("H77.01", AgencyUnknown),
        ("??", CodeRefused),
    ],
)
def test_a_unit_without_a_right_place_is_refused(code, refusal):
    with pytest.raises(refusal):
        open_unit(code)
    assert history(f"agency:{code}") == ()


def test_a_contact_is_kept_through_the_next_loading(tmp_path):
    contact = {
        "phone": "024 3825 0000",
        "email": "hoankiem@example.vn",
        "address": "126 Hàng Trống",
    }
    assert queries.agency("H26.00070").phone == ""
    actions.set_contact(agency_code="H26.00070", **contact, by=SYSTEM, at=AT)
    assert queries.agency("H26.00070").phone == contact["phone"]
    path = tmp_path / "agencies" / "ministries.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# đã xem lại\n", encoding="utf-8")
    assert load(tmp_path).changed
    ward = queries.agency("H26.00070")
    assert {name: getattr(ward, name) for name in contact} == contact


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [({"path": "H26"}, "agency_path_is_its_code"), ({"kind": "embassy"}, "agency_kind_known")],
)
def test_the_store_itself_refuses_a_wrong_row(changed, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Agency.objects.filter(code="H26").update(**changed)


def run(*arguments):
    return CliRunner().invoke(main, ["agencies", *arguments])


@pytest.mark.shows("CN02", "O5")
def test_the_command_shows_finds_and_loads():
    shown = run("show", "000.00.00.H26").output
    assert "H26  Ủy ban nhân dân thành phố Hà Nội" in shown
    assert "H26.00070    Phường Hoàn Kiếm" in shown
    assert "(mã tạm, chưa công bố)" in run("show", "H26.00070").output
    found = run("find", "cua nam").output
    assert "00082  Phường Cửa Nam, Thành phố Hà Nội" in found
    assert "00073  Phường Cửa Nam cũ → Phường Cửa Nam, Thành phố Hà Nội" in found
    assert "34 tỉnh, 3321 xã" in run("load", str(LIBRARY)).output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "H99"), "Không có cơ quan nào"),
        (("show", "?"), "Bạn hãy viết theo mẫu"),
        (("find", "zzz"), "Không tìm thấy"),
    ],
)
def test_the_command_refuses_with_the_remedy(arguments, words):
    result = run(*arguments)
    assert result.exit_code == 1
    assert words in result.output


def test_what_has_nothing_below_it_stands_alone():
    ward = Agency.objects.filter(kind=AgencyKind.COMMUNE).order_by("code")[0]
    assert not queries.stands_alone(ward.parent.path)
    assert queries.stands_alone(ward.path)
    open_unit(f"{ward.code}.TP")
    assert not queries.stands_alone(ward.path)
