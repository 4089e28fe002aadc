from datetime import UTC, datetime, timedelta

import pytest

from motcua.identity import actions
from motcua.identity.models import Attempts
from motcua.identity.rules.limits import RateExceeded
from motcua.identity.rules.one_time import code_at

AT = datetime(2025, 12, 1, 1, 3, tzinfo=UTC)
TEN = timedelta(minutes=10)


def test_one_time_codes_are_those_of_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    at = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000]
    codes = [code_at(secret, datetime.fromtimestamp(second, tz=UTC)) for second in at]
    assert codes == ["287082", "081804", "050471", "005924", "279037", "353130"]


@pytest.mark.django_db
def test_attempts_are_counted_and_refused_with_the_time_to_come_back():
    counts = [actions.consume(key="a", limit=3, window=TEN, at=AT) for _ in range(3)]
    assert counts == [1, 2, 3]
    with pytest.raises(RateExceeded) as refused:
        actions.consume(key="a", limit=3, window=TEN, at=AT)
    assert refused.value.retry_at == datetime(2025, 12, 1, 1, 10, tzinfo=UTC)
    assert "08:10" in refused.value.sentence.vi
    assert "khoảng 7 phút" in refused.value.sentence.vi


@pytest.mark.django_db
def test_another_key_and_a_later_window_start_anew():
    actions.consume(key="a", limit=1, window=TEN, at=AT)
    assert actions.consume(key="b", limit=1, window=TEN, at=AT) == 1
    assert actions.consume(key="a", limit=1, window=TEN, at=AT + TEN) == 1


@pytest.mark.django_db
def test_a_rightful_attempt_is_given_back():
    for _ in range(50):
        actions.attempt_sign_in(name="mai", place="10.0.0.1", at=AT)()
    assert set(Attempts.objects.values_list("count", flat=True)) == {0}


@pytest.mark.django_db
def test_one_person_may_mistype_often_and_a_guesser_may_not():
    for _ in range(10):
        actions.attempt_sign_in(name="mai", place="10.0.0.1", at=AT)
    with pytest.raises(RateExceeded):
        actions.attempt_sign_in(name="mai", place="10.0.0.1", at=AT)
    actions.attempt_sign_in(name="lan", place="10.0.0.1", at=AT)
    for place in range(2, 32):
        actions.attempt_sign_in(name="mai", place=f"10.0.0.{place}", at=AT)
    with pytest.raises(RateExceeded):
        actions.attempt_sign_in(name="mai", place="10.0.1.1", at=AT)


@pytest.mark.django_db
def test_old_counters_are_swept_away_and_names_are_not_readable():
    actions.consume(key="0912345678", limit=3, window=TEN, at=AT)
    assert "0912345678" not in Attempts.objects.get().name
    actions.consume(key="b", limit=3, window=TEN, at=AT + timedelta(days=2))
    assert Attempts.objects.count() == 1
