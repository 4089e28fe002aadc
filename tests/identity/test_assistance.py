"""Helping a person on their own identity: proof, consent, an hour, and nothing afterwards."""

from datetime import timedelta

import pytest
from tests.factories import people
from tests.factories.helping import sitting, volunteer
from tests.factories.people import AT as MORNING

from motcua.identity import actions, queries
from motcua.identity.rules.assistance import masked
from motcua.identity.rules.limits import RateExceeded
from motcua.identity.rules.profiles import AccountRefused
from motcua.identity.values import ANONYMOUS, Role
from motcua.identity.values.assistance import CODE_TRIES, EndedBy
from motcua.journal import queries as journal

pytestmark = [pytest.mark.django_db, pytest.mark.shows("CN12", "P1")]
LATER = MORNING + timedelta(minutes=20)
OVER = MORNING + timedelta(minutes=60)


@pytest.fixture
def helper():
    return volunteer()


@pytest.fixture
def grandmother():
    return people.citizen(full_name="Nguyễn Thị Hậu", phone="0912345678")


def begin(helper, sent, *, code=None, agreed=True, at=MORNING):
    return actions.begin_help(
        request=sent.request,
        code=sent.to_send if code is None else code,
        agreed=agreed,
        by=helper,
        at=at,
    )


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_the_person_is_looking_and_the_journal_names_the_hands(helper, grandmother):
    helped = sitting(helper, grandmother)

    assert (helped.key, helped.name) == (grandmother.key, "Nguyễn Thị Hậu")
    assert (helped.grants, helped.second_factor) == ((), False)
    assert helped.helped.by_officer is False
    assert helped.actor.key == str(helper.key)
    assert helped.actor.name == "Nguyễn Thị Hậu, có Trần Văn Bình hỗ trợ"


def test_an_hour_and_no_longer(helper, grandmother):
    helped = sitting(helper, grandmother)
    ask = {"session": helped.helped.key, "helper": helper}

    assert queries.helped_viewer(**ask, at=OVER - timedelta(seconds=1)) == helped
    assert queries.helped_viewer(**ask, at=OVER) is None
    (line,) = queries.help_received(viewer=grandmother, at=OVER)
    assert (line.ended_at, line.ended_by) == (OVER, EndedBy.TIME)


@pytest.mark.parametrize("who", ["helper", "person"])
def test_either_of_them_ends_it(helper, grandmother, who):
    helped = sitting(helper, grandmother)
    session = helped.helped.key

    if who == "helper":
        assert actions.end_help(session=session, by=helped, at=LATER)
    else:
        assert actions.revoke_help(session=session, by=grandmother, at=LATER)

    assert queries.helped_viewer(session=session, helper=helper, at=LATER) is None
    (line,) = queries.help_received(viewer=grandmother, at=LATER)
    assert (line.ended_at, line.ended_by) == (LATER, EndedBy(who))
    assert not actions.end_help(session=session, by=helper, at=LATER)


def test_nobody_else_ends_it_or_looks_through_it(helper, grandmother):
    session = sitting(helper, grandmother).helped.key
    other = volunteer(full_name="Người Khác")

    assert not actions.end_help(session=session, by=other, at=LATER)
    assert not actions.revoke_help(session=session, by=other, at=LATER)
    assert queries.helped_viewer(session=session, helper=other, at=LATER) is None


def test_a_wrong_code_is_counted_and_then_even_the_right_one_is_too_late(helper, grandmother):
    sent = actions.ask_code(person="0912345678", by=helper, at=MORNING)
    for _ in range(CODE_TRIES):
        with pytest.raises(actions.CodeWrong, match="chưa đúng"):
            begin(helper, sent, code=wrong(sent.to_send))

    with pytest.raises(actions.CodeWrong):
        begin(helper, sent)


def test_a_code_works_once_in_its_ten_minutes_and_for_who_asked(helper, grandmother):
    late, sent = (actions.ask_code(person="0912345678", by=helper, at=MORNING) for _ in "12")
    with pytest.raises(actions.CodeWrong):
        begin(helper, late, at=MORNING + timedelta(minutes=10))
    with pytest.raises(actions.CodeWrong):
        begin(volunteer(full_name="Người Khác"), sent)
    begin(helper, sent)
    with pytest.raises(actions.CodeWrong):
        begin(helper, sent)


def test_without_consent_nothing_begins_and_the_code_is_not_used_up(helper, grandmother):
    sent = actions.ask_code(person="0912345678", by=helper, at=MORNING)
    with pytest.raises(actions.HelpRefused, match="chưa đồng ý"):
        begin(helper, sent, agreed=False)

    assert begin(helper, sent)


@pytest.mark.parametrize("typed", ["0912999999", "không ai", "", "a@b.vn", "001195001234"])
def test_somebody_unknown_looks_like_somebody_known(helper, typed):
    sent = actions.ask_code(person=typed, by=helper, at=MORNING)

    assert (sent.person, sent.to_send) == (None, "")
    for code in ("", "000000"):
        with pytest.raises(actions.CodeWrong, match="chưa đúng hoặc đã hết hạn"):
            begin(helper, sent, code=code)


def test_codes_are_few(helper, grandmother):
    for typed in ("0912345678", "0912 345 678", "+84912345678", "0912.345.678"):
        actions.ask_code(person=typed, by=helper, at=MORNING)
    with pytest.raises(RateExceeded):
        actions.ask_code(person="0912345678", by=helper, at=MORNING)


def test_who_may_help(grandmother):
    officer = people.officer(Role.RECEPTIONIST)
    assert sitting(officer, grandmother).helped.by_officer
    for viewer in (people.citizen(), people.officer(Role.CASE_OFFICER)):
        with pytest.raises(actions.HelpRefused, match="Chỉ cán bộ"):
            actions.ask_code(person="0912345678", by=viewer, at=MORNING)


def test_one_person_at_a_time(helper, grandmother):
    first = sitting(helper, grandmother).helped
    second = sitting(helper, people.citizen(full_name="Lò Thị Mai")).helped

    assert queries.helped_viewer(session=first.key, helper=helper, at=LATER) is None
    assert queries.helped_viewer(session=second.key, helper=helper, at=LATER).name == "Lò Thị Mai"


def test_the_helpers_log_holds_initials_only(helper, grandmother):
    helped = sitting(helper, grandmother)
    actions.note_submission(code="H26-1", service_name="Khai sinh", by=helped, at=LATER)

    (line,) = queries.help_given(viewer=helper, at=LATER)

    assert (line.person, line.services, line.ended_at) == ("N. T. H.", ("Khai sinh",), None)
    assert masked("") == ""


def test_the_person_reads_who_helped_and_what_was_sent(helper, grandmother):
    helped = sitting(helper, grandmother)
    actions.note_submission(code="H26-1", service_name="Khai sinh", by=helped, at=LATER)

    (line,) = queries.help_received(viewer=grandmother, at=LATER)

    assert (line.helper_name, line.role, line.open) == ("Trần Văn Bình", Role.HELPER, True)
    assert [one.dossier_code for one in line.submissions] == ["H26-1"]
    assert queries.help_received(viewer=helped, at=LATER) == ()
    kinds = [entry.kind for entry in journal.history(f"account:{grandmother.key}")]
    assert kinds[-2:] == ["assistance.began", "assistance.submitted"]


def test_an_account_opened_at_the_counter_gets_its_password_by_link(helper):
    key = actions.register_helped(
        full_name="Lò Thị Mai",
        citizen_id="001195001234",
        phone="0912000111",
        by=helper,
        at=MORNING,
    )
    token = queries.first_password_token(key)

    assert actions.check_first_password(token=token) == key
    with pytest.raises(AccountRefused):
        actions.set_first_password(token=token, password="123", by=ANONYMOUS, at=MORNING)
    actions.set_first_password(token=token, password="nui cao song dai", by=ANONYMOUS, at=MORNING)

    assert queries.first_password_token(key) == ""
    for spoilt in (token, "x", token[:-2]):
        with pytest.raises(actions.FirstPasswordRefused):
            actions.set_first_password(
                token=spoilt, password="nui cao song dai", by=ANONYMOUS, at=MORNING
            )


def test_a_new_account_needs_a_number_and_a_phone_of_its_own(helper, grandmother):
    with pytest.raises(AccountRefused) as refused:
        actions.register_helped(
            full_name="", citizen_id="", phone="0912345678", by=helper, at=MORNING
        )
    assert set(refused.value.problems) == {"citizen_id", "full_name", "phone"}
