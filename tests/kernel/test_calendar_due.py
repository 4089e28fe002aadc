"""Due dates that were computed elsewhere or by hand."""

from datetime import UTC, date, datetime, time

import pytest
from tests.kernel.calendars import local, moment, official

from motcua.kernel.calendar import (
    DayTable,
    Due,
    Duration,
    MomentRefused,
    Pause,
    SkippedDay,
    Unit,
    WorkingCalendar,
    WorkingHours,
)
from motcua.kernel.words import Sentence


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        ("2024-04-26T10:00", "7 ngày làm việc", "2024-05-09T17:00"),
        ("2024-05-03T10:00", "1 ngày làm việc", "2024-05-04T17:00"),
        ("2025-01-24T10:00", "3 ngày làm việc", "2025-02-05T17:00"),
        ("2024-04-17T10:00", "3 ngày làm việc", "2024-04-23T17:00"),
        ("2025-12-01T08:15", "168 giờ làm việc", "2025-12-30T08:15"),
        ("2025-12-05T18:30", "8 giờ làm việc", "2025-12-08T17:00"),
        ("2025-12-01T11:00", "2 giờ làm việc", "2025-12-01T15:00"),
        ("2025-12-31T10:00", "1 ngày làm việc", "2026-01-05T17:00"),  # 2 January 2026 is swapped
        ("2026-01-09T10:00", "1 ngày làm việc", "2026-01-10T17:00"),  # … for this Saturday
        ("2025-12-01T10:00", "30 ngày", "2025-12-31T17:00"),
        ("2025-12-02T10:00", "30 ngày", "2026-01-05T17:00"),  # the 30th day is New Year's Day
        ("2025-12-01T07:00", "1 nửa ngày làm việc", "2025-12-01T11:00"),
        ("2025-12-01T10:00", "2 nửa ngày làm việc", "2025-12-02T10:00"),
        ("2025-12-01T11:30", "1 giờ làm việc", "2025-12-01T14:30"),
        ("2025-12-05T18:30", "3 ngày làm việc", "2025-12-11T17:00"),  # counts as Monday the 8th
        ("2025-12-05T17:00", "3 ngày làm việc", "2025-12-10T17:00"),  # 17:00 is still in hours
        ("2025-12-06T09:00", "0 ngày làm việc", "2025-12-08T17:00"),
        ("2028-02-29T09:00", "1 ngày làm việc", "2028-03-01T17:00"),
    ],
)
def test_a_limit_ends_when_the_law_says(start, limit, due):
    assert local(official().due(moment(start), Duration.parse(limit)).at) == due


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2025-12-04T14:59", "2025-12-04T17:00"),
        ("2025-12-04T15:00", "2025-12-04T17:00"),
        ("2025-12-04T15:01", "2025-12-05T17:00"),
        ("2025-12-05T16:00", "2025-12-08T17:00"),
        ("2025-12-05T19:00", "2025-12-08T17:00"),
        ("2025-12-06T16:00", "2025-12-08T17:00"),
    ],
)
def test_a_same_day_service_ends_the_next_day_after_its_cutoff(start, due):
    found = official().due(moment(start), Duration.parse("0 ngày làm việc"), cutoff=time(15))
    assert local(found.at) == due


def test_a_day_alone_counts_like_a_receipt_on_that_day():
    found = official().due(date(2024, 4, 26), Duration(7, Unit.WORKING_DAY))
    assert (found.on, found.counted_from) == (date(2024, 5, 9), date(2024, 5, 2))


def test_every_day_left_out_or_put_in_is_named():
    found = official().due(moment("2024-04-30T09:00"), Duration(3, Unit.WORKING_DAY))
    weekend = Sentence("cuối tuần", "weekend")
    assert found.skipped == (
        SkippedDay(date(2024, 4, 30), Sentence("Ngày Chiến thắng", "Reunification Day")),
        SkippedDay(date(2024, 5, 1), Sentence("Ngày Quốc tế lao động", "International Labour Day")),
        SkippedDay(date(2024, 5, 5), weekend),
    )
    assert [day.on for day in found.worked] == [date(2024, 5, 4)]
    assert found.moved == Sentence("nhận vào ngày nghỉ", "received on a day off")


def test_the_explanation_is_told_in_both_languages():
    found = official().due(moment("2025-12-05T15:30"), Duration.parse("0 days"), cutoff=time(15))
    assert found.explanation("vi") == (
        "Tiếp nhận 15:30 thứ Sáu 05/12/2025; nhận sau 15:00, coi như tiếp nhận 07:00 thứ Hai "
        "08/12/2025. Trả kết quả ngay trong ngày, chậm nhất 17:00 thứ Hai 08/12/2025. "
        "Không hẹn trả vào ngày nghỉ: thứ Bảy 06/12/2025, Chủ nhật 07/12/2025 (cuối tuần)."
    )
    told = "Received 15:30 Friday 5 December 2025; received after 15:00"
    assert found.explanation("en").startswith(told)


def test_a_due_date_survives_its_json():
    pause = Pause(moment("2025-12-02T09:00"), moment("2025-12-04T09:00"))
    found = official().due(
        moment("2025-12-01T18:00"), Duration(40, Unit.WORKING_HOUR), pauses=[pause]
    )
    assert Due.from_json(found.to_json()) == found
    assert found.at.tzinfo is UTC


@pytest.mark.parametrize(
    ("limit", "paused", "resumed", "due"),
    [
        ("3 ngày làm việc", "2025-12-02T09:00", "2025-12-04T09:00", "2025-12-08T17:00"),
        ("3 ngày làm việc", "2025-12-02T09:00", "2025-12-02T16:00", "2025-12-04T17:00"),
        ("3 ngày làm việc", "2025-12-04T16:00", "2025-12-19T09:00", "2025-12-19T17:00"),
        ("3 ngày làm việc", "2025-12-04T17:30", "2025-12-19T09:00", "2025-12-04T17:00"),
        ("8 giờ làm việc", "2025-12-01T10:00", "2025-12-02T13:30", "2025-12-03T10:30"),
        ("5 ngày", "2025-12-02T09:00", "2025-12-04T09:00", "2025-12-08T17:00"),
    ],
)
def test_a_pause_stops_the_clock_unless_the_limit_has_ended(limit, paused, resumed, due):
    pause = Pause(moment(paused), moment(resumed))
    found = official().due(moment("2025-12-01T09:00"), Duration.parse(limit), pauses=[pause])
    assert local(found.at) == due


def test_a_year_without_a_table_is_admitted():
    found = official().due(moment("2027-12-28T09:00"), Duration(9, Unit.WORKING_DAY))
    assert found.unknown_years == (2028,)
    assert "Chưa có lịch nghỉ chính thức năm 2028" in found.explanation()
    assert official().why_off(date(2030, 4, 30)) == Sentence(
        "Ngày Chiến thắng", "Reunification Day"
    )


def test_other_hours_give_other_moments():
    saigon = WorkingCalendar(
        official().table,
        WorkingHours(((time(7, 30), time(11, 30)), (time(13), time(17)))),
    )
    found = saigon.due(moment("2025-12-01T06:00"), Duration(5, Unit.WORKING_HOUR))
    assert local(found.at) == "2025-12-01T14:00"


def test_a_moment_without_its_zone_and_a_distant_one_are_refused():
    with pytest.raises(ValueError, match="time zone"):
        official().due(datetime(2025, 12, 1), Duration(1, Unit.WORKING_DAY))  # noqa: DTZ001 -- the very case
    with pytest.raises(MomentRefused):
        official().due(date(9999, 12, 31), Duration(1, Unit.WORKING_DAY))
    with pytest.raises(MomentRefused):
        WorkingCalendar(DayTable.of([])).next_working_moment(moment("1800-01-01T08:00"))


@pytest.mark.parametrize(
    ("start", "end", "unit", "expected"),
    [
        ("2025-12-05T10:00", "2025-12-08T09:00", Unit.WORKING_DAY, 1),
        ("2025-12-05T18:30", "2025-12-08T17:00", Unit.WORKING_DAY, 0),
        ("2025-12-08T09:00", "2025-12-05T10:00", Unit.WORKING_DAY, -1),
        ("2025-12-05T10:00", "2025-12-08T09:00", Unit.CALENDAR_DAY, 3),
        ("2025-12-01T11:00", "2025-12-01T14:00", Unit.WORKING_HOUR, 1),
        ("2025-12-01T07:00", "2025-12-02T11:00", Unit.HALF_DAY, 3),
    ],
)
def test_time_elapsed_is_office_time(start, end, unit, expected):
    assert official().elapsed(moment(start), moment(end), unit) == expected
