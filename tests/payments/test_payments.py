"""What is owed is written down once, and received whole or not at all."""

from datetime import UTC, datetime

import pytest

from motcua.journal.values import Actor
from motcua.payments import actions, queries
from motcua.payments.values import Line, Method

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
BY = Actor(kind="system", key="motcua", name="Hệ thống")
COPY = Line("extract-copy", "Phí cấp bản sao", "charge", 3, 24_000, "Thông tư 281/2016/TT-BTC")
FREE = Line("birth", "Lệ phí khai sinh", "fee", 1, 0, "")


def owe(*lines):
    return actions.raise_charges(subject="dossier:1", lines=lines, by=BY, at=AT)


def pay(amount):
    return actions.record_counter_payment(
        subject="dossier:1",
        amount=amount,
        method=Method.CASH,
        agency_code="H26",
        by=BY,
        at=AT,
    )


@pytest.mark.django_db
def test_free_lines_are_not_owed():
    assert owe(FREE) == 0
    assert queries.bill("dossier:1").lines == ()


@pytest.mark.django_db
def test_raising_again_replaces_until_paid():
    owe(COPY)
    owe(COPY)
    assert queries.bill("dossier:1").total == 24_000

    pay(24_000)
    assert owe(COPY) == 0
    assert queries.bill("dossier:1").outstanding == 0


@pytest.mark.django_db
def test_paying_twice_gives_the_first_payment():
    owe(COPY)

    assert pay(24_000) == pay(24_000)


@pytest.mark.django_db
@pytest.mark.parametrize(("owed", "amount"), [((COPY,), 23_999), ((COPY,), 24_001), ((), 1)])
def test_a_wrong_amount_is_refused(owed, amount):
    owe(*owed)

    with pytest.raises(actions.PaymentRefused):
        pay(amount)

    assert queries.bill("dossier:1").payment is None
