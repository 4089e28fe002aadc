from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from motcua.web import formats

pytestmark = pytest.mark.once
LATE = datetime(2025, 11, 30, 18, 5, tzinfo=UTC)


def test_moments_are_those_of_ha_noi():
    assert formats.day(LATE) == "01/12/2025"
    assert formats.clock(LATE) == "01:05"
    assert formats.moment(LATE) == "01:05 ngày 01/12/2025"
    assert formats.iso(LATE) == "2025-12-01T01:05:00+07:00"
    with translation.override("en"):
        assert formats.moment(LATE) == "01:05 on 1 December 2025"
        assert formats.day(LATE) == "1 December 2025"


def test_amounts_are_grouped_as_the_language_does():
    assert formats.dong(1250000) == "1.250.000 đ"
    with translation.override("en"):
        assert formats.dong(1250000) == "1,250,000 VND"


def test_days_stay_days_and_nothing_is_nothing():
    assert formats.day(date(2025, 12, 1)) == "01/12/2025"
    assert formats.iso(date(2025, 12, 1)) == "2025-12-01"
    writers = (formats.day, formats.clock, formats.moment, formats.iso)
    assert [write(None) for write in writers] == [""] * 4
