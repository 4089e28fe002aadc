"""Services and days without paper: set by the head, told at the desk, exceptions counted."""

from datetime import date, timedelta

import pytest
from tests.factories import people
from tests.factories.dossiers import BIRTH, EXTRACT, MORNING

from motcua.dossiers import actions
from motcua.dossiers.queries.no_paper import no_paper, no_paper_rules
from motcua.dossiers.values import Channel
from motcua.identity.values import Role

pytestmark = pytest.mark.shows("CN12", "O2", "O8")
DESK, PATH = "H26.00070", "H26.00070."
MONDAY = date(2026, 3, 16)


def close(by, **how):
    given = {"agency_code": DESK, "service_code": "", "weekdays": (), "from_on": MONDAY}
    given |= {"to_on": None, "reason": "Ngày không giấy", "by": by, "at": MORNING}
    return actions.set_no_paper(**given | how)


def take(by, *, service=BIRTH, exception=""):
    return actions.begin_intake(
        service_code=service,
        channel=Channel.COUNTER,
        reception_code=DESK,
        by=by,
        at=MORNING,
        exception=exception,
    )


def test_a_closed_day_refuses_paper_and_says_what_to_do(leader, reception):
    close(leader, weekdays=(0,))
    with pytest.raises(actions.NoPaperToday, match="hỗ trợ người dân nộp trực tuyến") as refused:
        take(reception)
    assert refused.value.rule.reason == "Ngày không giấy"


def test_with_a_reason_paper_is_taken_and_counted(leader, reception):
    close(leader, service_code=BIRTH)
    take(reception, exception="  Người già, mất điện thoại ")
    take(reception, service=EXTRACT)

    (rule,) = no_paper_rules(viewer=leader)
    assert (rule.exceptions, rule.service_code) == (1, BIRTH)


@pytest.mark.parametrize(
    ("rule", "service", "on", "closed"),
    [
        ({}, BIRTH, MONDAY, True),
        ({}, BIRTH, MONDAY - timedelta(days=1), False),
        ({"weekdays": (4,)}, BIRTH, MONDAY, False),
        ({"weekdays": (4,)}, BIRTH, MONDAY + timedelta(days=4), True),
        ({"service_code": EXTRACT}, BIRTH, MONDAY, False),
        ({"to_on": MONDAY}, BIRTH, MONDAY, True),
        ({"to_on": MONDAY}, BIRTH, MONDAY + timedelta(days=1), False),
        ({"agency_code": "H26"}, BIRTH, MONDAY, True),
    ],
)
def test_when_a_rule_holds(ward, rule, service, on, closed):
    close(people.officer(Role.APPROVER, "H26"), **rule)
    assert bool(no_paper(agency_path=PATH, service_code=service, on=on)) is closed


def test_elsewhere_paper_is_taken(ward):
    close(people.officer(Role.APPROVER, "H26"), agency_code=DESK)
    assert no_paper(agency_path="H26.", service_code=BIRTH, on=MONDAY) is None
    assert no_paper(agency_path="H26.000701.", service_code=BIRTH, on=MONDAY) is None


def test_only_the_head_of_the_agency_decides(leader, reception):
    key = close(leader)
    for viewer in (reception, people.officer(Role.APPROVER, "H14.01717")):
        with pytest.raises(actions.NoPaperSettingRefused, match="lãnh đạo"):
            close(viewer)
        with pytest.raises(actions.NoPaperSettingRefused):
            actions.lift_no_paper(key=key, by=viewer, at=MORNING)

    assert actions.lift_no_paper(key=key, by=leader, at=MORNING)
    assert not actions.lift_no_paper(key=key, by=leader, at=MORNING)
    assert take(reception)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "},
        {"reason": "x" * 301},
        {"weekdays": (7,)},
        {"to_on": MONDAY - timedelta(days=1)},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(leader, wrong):
    with pytest.raises(actions.NoPaperSettingRefused):
        close(leader, **wrong)
