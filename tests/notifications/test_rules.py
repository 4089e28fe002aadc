"""Quiet hours, ways, states, SMS counted, look-ups read: tables and Hypothesis."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.calendar import HANOI
from motcua.notifications.rules import asking, segments
from motcua.notifications.rules.choosing import ways
from motcua.notifications.rules.quiet import is_quiet, release_at
from motcua.notifications.rules.standing import after_report
from motcua.notifications.values import Channel, MessageState, Preferences, QuietHours, Topic

pytestmark = pytest.mark.once

MOMENTS = st.integers(0, 15 * 366 * 24 * 60).map(
    lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
QUIET = st.builds(QuietHours, st.times(), st.times())


def at(text):
    return datetime.fromisoformat(f"2026-01-{text}").replace(tzinfo=HANOI)


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        ("05T20:59", "05T20:59"),
        ("05T21:00", "06T07:00"),
        ("05T23:59", "06T07:00"),
        ("06T00:00", "06T07:00"),
        ("06T06:59", "06T07:00"),
        ("06T07:00", "06T07:00"),
    ],
)
def test_sms_waits_until_the_morning(now, goes):
    assert release_at(Channel.SMS, QuietHours(), at(now)) == at(goes)
    assert release_at(Channel.ZALO, QuietHours(), at(now)) == at(goes)
    assert release_at(Channel.MAIL, QuietHours(), at(now)) == at(now)
    assert release_at(Channel.SMS, None, at(now)) == at(now)


@given(channel=st.sampled_from(Channel), quiet=QUIET, now=MOMENTS)
def test_nothing_rings_in_quiet_hours_and_nothing_waits_a_day(channel, quiet, now):
    goes = release_at(channel, quiet, now)
    assert not (channel.disturbs and is_quiet(quiet, goes))
    assert now <= goes < now + timedelta(days=1)
    assert release_at(channel, quiet, goes) == goes


@given(now=MOMENTS, hour=st.times())
def test_equal_hours_are_never_quiet(now, hour):
    assert not is_quiet(QuietHours(hour, hour), now)


def test_quiet_hours_are_read_as_they_were_written():
    quiet = QuietHours(time(22), time(6))
    assert QuietHours.parse(quiet.text()) == quiet


@pytest.mark.parametrize(
    ("channels", "off", "topic", "email", "phone", "expected"),
    [
        ("mail sms", "", "demanded", "an@vidu.vn", "0912000001", "mail sms"),
        ("zalo sms", "", "demanded", "an@vidu.vn", "0912000001", "zalo sms"),
        ("mail sms", "", "demanded", "", "0912000001", "sms"),
        ("zalo", "", "demanded", "an@vidu.vn", "", "mail"),
        ("zalo", "", "received", "an@vidu.vn", "", ""),
        ("mail", "received", "received", "an@vidu.vn", "", ""),
        ("mail", "demanded", "demanded", "an@vidu.vn", "", "mail"),
        ("mail", "urgent", "urgent", "an@vidu.vn", "", "mail"),
        ("mail sms", "", "demanded", "nonsense", "12", ""),
    ],
)
def test_ways(channels, off, topic, email, phone, expected):
    wishes = Preferences(
        channels=tuple(Channel(one) for one in channels.split()),
        off=frozenset(Topic(one) for one in off.split()),
    )
    found = ways(wishes, topic=Topic(topic), email=email, phone=phone)
    assert [way.channel.value for way in found] == expected.split()


@given(
    channels=st.lists(st.sampled_from(Channel), unique=True).map(tuple),
    off=st.frozensets(st.sampled_from(Topic)),
    topic=st.sampled_from([topic for topic in Topic if not topic.may_be_off]),
    phone=st.sampled_from(["", "0912000001"]),
)
def test_what_the_law_demands_is_never_lost(channels, off, topic, phone):
    wishes = Preferences(channels=channels, off=off)
    email = "" if phone else "an@vidu.vn"
    assert ways(wishes, topic=topic, email=email, phone=phone)


@given(
    state=st.sampled_from(MessageState),
    reports=st.lists(st.booleans(), min_size=1),
    onward=st.booleans(),
)
def test_what_arrived_has_arrived(state, reports, onward):
    for delivered in reports:
        after = after_report(state, delivered=delivered, onward=onward)
        assert after_report(after, delivered=delivered, onward=onward) is after
        state = after
    assert (state is MessageState.DELIVERED) or not any(reports)


@pytest.mark.parametrize(
    ("text", "encoding", "parts"),
    [
        ("", "GSM-7", 1),
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("a" * 306, "GSM-7", 2),
        ("a" * 307, "GSM-7", 3),
        ("€" * 80, "GSM-7", 1),
        ("€" * 81, "GSM-7", 2),
        ("đ" * 70, "UCS-2", 1),
        ("đ" * 71, "UCS-2", 2),
        ("😀" * 35, "UCS-2", 1),
        ("😀" * 36, "UCS-2", 2),
    ],
)
def test_sms_are_counted(text, encoding, parts):
    found = segments.count(text)
    assert (found.encoding, found.parts) == (encoding, parts)


@given(st.text(alphabet="ăâđêôơưĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệ aZ09"))
def test_vietnamese_without_marks_is_gsm_and_keeps_its_length(text):
    plain = segments.without_marks(text)
    assert segments.count(plain).encoding == "GSM-7"
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TRACUU H26.00070-260105-0001 7KQMX2", "H26.00070-260105-0001"),
        ("  tra cuu  h26.00070-260105-0001\n7kqmx2 ", "H26.00070-260105-0001"),
        ("TRACUU H26.00070-260105-0001", None),
        ("TRACUU H26.00070-260105-0001 7KQMX2 thêm", None),
        ("", None),
        ("chào", None),
        ("TRACUU " + "A" * 400 + " 7KQMX2", None),
        ("TRACUU H26\0.00070 7KQMX2", None),
    ],
)
def test_look_ups_are_read(text, code):
    found = asking.read(text)
    assert (found.code if found else None) == code
