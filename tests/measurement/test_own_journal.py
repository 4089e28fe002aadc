"""Our own portal counted from the journal: as it is, and as a feeder would have told it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from motcua.journal.values import Actor, Entry
from motcua.kernel.calendar import DayTable, WorkingCalendar, WorkingHours
from motcua.measurement.rules import own_journal, privacy
from motcua.measurement.rules.own_journal import NEVER, Ours
from motcua.measurement.values.facts import Channel, Kind, Outcome, Source, Status

OURS = Ours(site=999_999, agency="H26", pepper=b"p" * 32)
BY = Actor("account", "k", "Người dùng")
MONDAY = datetime(2026, 3, 16, 1, tzinfo=UTC)
"""Eight in the morning in Hà Nội."""
HOURS = WorkingHours(((time(8), time(12)), (time(13), time(17))))


@pytest.fixture
def calendar():
    return WorkingCalendar(DayTable({}, frozenset({2025, 2026})), HOURS)


def entry(number, kind, *, at=MONDAY, subject="dossier:d1", **payload):
    return Entry(number, kind, subject, payload, BY, at)


def told(number, kind, *, at=MONDAY, national=2, **more):
    """An entry about the one dossier of these tests."""
    standing = {
        "code": "H26.01-260316-0001", "service": "1.004194", "agency": "H26.01", "state": "x",
        "national": national, "step": "", "due_at": None, "promised_at": None,
    }  # fmt: skip
    return entry(number, kind, at=at, **{**standing, **more})


def facts(last, history, calendar):
    return own_journal.dossier_facts(last, history, ours=OURS, calendar=calendar)


@pytest.mark.parametrize(
    ("channel", "reception", "post"),
    [
        ("self_service", 1, 0),
        ("officer_assisted", 1, 0),
        ("volunteer_assisted", 1, 0),
        ("counter", 2, 0),
        ("post", 1, 1),
    ],
)
@pytest.mark.parametrize(("level", "fed"), [("full", 4), ("partial", 4), ("none", 3), ("", None)])
def test_a_submission_is_told_as_it_is_and_as_it_is_fed(
    calendar, channel, reception, post, level, fed
):
    sent = told(5, "dossier.submitted", national=1, channel=channel, files=0, level=level)
    (fact,) = facts(sent, [sent], calendar)

    assert (fact.day, fact.second) == (date(2026, 3, 16), 8 * 3600)
    assert (fact.site, fact.agency, fact.procedure) == (999_999, "H26.01", "1.004194")
    assert (fact.status, fact.source) == (Status.RECEIVED, Source.JOURNAL)
    assert fact.channel is Channel(channel)
    assert (fact.reception_fed, fact.post_fed, fact.level_fed) == (reception, post, fed)
    assert fact.dossier == privacy.hidden(b"p" * 32, "dossier|H26.01-260316-0001")


def test_the_same_entry_gives_the_same_key_and_another_another(calendar):
    one, other = told(5, "dossier.moved", clock="keep"), told(6, "dossier.moved", clock="keep")
    history = [one, other]

    assert facts(one, history, calendar) == facts(one, history, calendar)
    assert facts(one, history, calendar)[0].key != facts(other, history, calendar)[0].key


@pytest.mark.parametrize(
    ("resolved", "outcome"),
    [
        (MONDAY + timedelta(days=1), Outcome.EARLY),
        (MONDAY + timedelta(days=2, hours=8), Outcome.ON_TIME),
        (MONDAY + timedelta(days=2, hours=10), Outcome.LATE),
    ],
)
def test_a_result_is_judged_by_what_was_promised_first(calendar, resolved, outcome):
    promised = (MONDAY + timedelta(days=2, hours=9)).isoformat()
    accepted = told(2, "dossier.accepted", clock="start", due_at=promised, promised_at=promised)
    later = (MONDAY + timedelta(days=9)).isoformat()
    result = told(
        3, "dossier.resolved", at=resolved, national=9, clock="stop",
        due_at=later, promised_at=promised,
    )  # fmt: skip
    handed = told(4, "dossier.returned", at=resolved + timedelta(days=20), national=10)
    history = [accepted, result, handed]

    assert facts(accepted, history, calendar)[0].due == date(2026, 3, 18)
    assert facts(result, history, calendar)[0].outcome is outcome
    assert facts(handed, history, calendar)[0].outcome is outcome
    assert facts(result, history, calendar)[0].status is Status.RETURNED


def test_hours_are_office_hours_at_the_authority_without_pauses(calendar):
    history = [
        told(1, "dossier.submitted", channel="self_service", clock="start"),
        told(2, "dossier.accepted", at=MONDAY + timedelta(hours=2), clock="start"),
        told(3, "dossier.supplement_requested", at=MONDAY + timedelta(hours=4), clock="pause"),
        told(4, "dossier.supplemented", at=MONDAY + timedelta(days=3), clock="resume"),
        told(5, "dossier.resolved", at=MONDAY + timedelta(days=3, hours=9), clock="stop"),
    ]

    assert facts(history[-1], history, calendar)[0].hours == 4 + 8
    assert facts(history[2], history, calendar)[0].due == NEVER


@pytest.mark.parametrize("kind", ["dossier.refused", "dossier.stopped"])
def test_what_ended_without_a_result_is_never_overdue(calendar, kind):
    ended = told(3, kind, national=3, due_at="2026-03-20T10:00:00Z")

    assert facts(ended, [ended], calendar)[0].due == NEVER
    assert facts(ended, [ended], calendar)[0].status is Status.OTHER


@pytest.mark.parametrize(
    ("amount", "method", "online", "fed"),
    [(20_000, "card", True, 1), (5_000, "card", False, 1), (20_000, "cash", False, 2)],
)
def test_money_counts_as_paid_online_only_where_it_is_all_of_it(
    calendar, amount, method, online, fed
):
    owed = entry(1, "payment.charges_raised", amount=20_000, lines=1)
    sent = told(2, "dossier.submitted", national=1, channel="self_service")
    paid = entry(3, "payment.recorded", payment="p", amount=amount, method=method)
    history = [owed, sent, paid]
    (raised,), (fact,) = (facts(one, history, calendar) for one in (owed, paid))

    assert (raised.fee_due, raised.paid_online) == (True, None)
    assert (fact.fee_due, fact.paid_online, fact.payment_fed) == (True, online, fed)


def test_a_payment_for_nothing_we_know_is_no_fact(calendar):
    alone = entry(1, "payment.recorded", payment="p", amount=1, method="cash")

    assert facts(alone, [alone], calendar) == []


def test_what_was_brought_in_is_told_with_its_own_moments(calendar):
    came = told(
        9, "dossier.brought_in", national=10, origin="cũ", channel="post", owed=0, paid=False,
        submitted_at="2025-01-06T02:00:00.000000Z",
        moves=[["accept", "2025-01-07T02:00:00Z"], ["resolve", "2025-01-09T02:00:00Z"]],
    )  # fmt: skip
    received, returned = facts(came, [came], calendar)

    assert (received.day, received.status) == (date(2025, 1, 6), Status.RECEIVED)
    assert (received.channel, received.fee_due) == (Channel.POST, False)
    assert (returned.day, returned.status) == (date(2025, 1, 9), Status.RETURNED)
    assert received.key != returned.key


def people(last, *before):
    return own_journal.people_facts(last, [*before, last], ours=OURS)


@pytest.mark.parametrize(
    ("satisfaction", "cause", "details"),
    [
        ("very_satisfied", "", [("satisfaction:very_satisfied", 5.0)]),
        ("satisfied", "", [("satisfaction:satisfied", 4.0)]),
        (
            "dissatisfied",
            "portal",
            [("satisfaction:dissatisfied", 1.0), ("asked_after_result:portal", None)],
        ),
    ],
)
def test_ratings_are_answers_and_their_causes(satisfaction, cause, details):
    sent = told(1, "dossier.submitted")
    rated = entry(
        2, "dossier.rated", code="c", agency="H26.01", satisfaction=satisfaction, cause=cause
    )
    found = people(rated, sent)

    assert [(one.detail, one.value) for one in found if one.detail == details[0][0]] == details[:1]
    assert {one.detail for one in found} == {detail for detail, _ in details}
    assert {one.procedure for one in found} == {"1.004194"}
    assert len({one.key for one in found}) == len(found)


@pytest.mark.parametrize(("days", "word"), [(3, "on_time"), (30, "late")])
def test_petitions_are_answered_in_time_or_late(days, word):
    due = (MONDAY + timedelta(days=14)).isoformat()
    sent = entry(1, "petition.sent", subject="petition:1", agency="H26.01", due_at=due)
    answered = entry(
        2, "petition.answered", subject="petition:1", at=MONDAY + timedelta(days=days), code="c"
    )
    (fact,) = people(answered, sent)

    assert (fact.detail, fact.agency) == (f"petition:{word}", "H26.01")


def test_accounts_are_counted_and_officers_are_not():
    opened = entry(1, "account.registered", subject="account:a")
    came = entry(2, "account.signed_in", subject="account:a", method="password")
    officer = entry(3, "account.officer_created", subject="account:o")
    at_work = entry(4, "account.signed_in", subject="account:o", method="password")

    assert [one.detail for one in people(opened)] == ["account/registered"]
    assert [(one.kind, one.detail) for one in people(came, opened)] == [
        (Kind.EVENT, "account/used")
    ]
    assert people(at_work, officer) == []
