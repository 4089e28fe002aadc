from datetime import time

import pytest

from motcua.kernel.calendar import Duration, DurationRefused, HoursRefused, Unit, WorkingHours


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("7 working days", Duration(7, Unit.WORKING_DAY)),
        ("1 working day", Duration(1, Unit.WORKING_DAY)),
        ("07 Ngày làm việc", Duration(7, Unit.WORKING_DAY)),
        ("7 ngay lam viec", Duration(7, Unit.WORKING_DAY)),
        ("30 ngày", Duration(30, Unit.CALENDAR_DAY)),
        ("30 calendar days", Duration(30, Unit.CALENDAR_DAY)),
        ("8 giờ làm việc", Duration(8, Unit.WORKING_HOUR)),
        ("168 working hours", Duration(168, Unit.WORKING_HOUR)),
        ("2 nửa ngày làm việc", Duration(2, Unit.HALF_DAY)),
        ("2 half-days", Duration(2, Unit.HALF_DAY)),
        ("2 buổi", Duration(2, Unit.HALF_DAY)),
        ("0,5 ngày làm việc", Duration(1, Unit.HALF_DAY)),
        ("1.5 working days", Duration(3, Unit.HALF_DAY)),
    ],
)
def test_people_write_limits_in_many_ways(text, duration):
    assert Duration.parse(text) == duration


@pytest.mark.parametrize(
    "text",
    ["7", "", "ngày", "-1 ngày", "7 giờ", "2 tháng", "0,3 ngày làm việc", "1,5 ngày", "7days",
     "999999 ngày", "٧ ngày", "7 ngày làm việc và 2 giờ"],
)  # fmt: skip
def test_what_is_not_clear_is_refused(text):
    with pytest.raises(DurationRefused):
        Duration.parse(text)


@pytest.mark.parametrize("amount", [0, 1, 7])
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_written_is_read_back(amount, unit, language):
    assert Duration.parse(Duration(amount, unit).text(language)) == Duration(amount, unit)


@pytest.mark.parametrize(
    "periods",
    [
        (),
        ((time(7), time(7)),),
        ((time(13), time(17)), (time(7), time(11))),
        ((time(7), time(12)), (time(11), time(17))),
    ],
)
def test_hours_that_overlap_or_run_backwards_are_refused(periods):
    with pytest.raises(HoursRefused):
        WorkingHours(periods)
