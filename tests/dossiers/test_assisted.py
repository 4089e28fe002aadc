"""What is done in a sitting is the person's own, says who helped, and is closed afterwards."""

from datetime import timedelta

import pytest
from tests.factories import people
from tests.factories.dossiers import MORNING, birth_answers, draft, later, photo
from tests.factories.helping import sitting, volunteer

from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel
from motcua.identity import queries as identity
from motcua.journal import queries as journal
from motcua.notifications.models import Message
from motcua.notifications.subscribers import tell_helped
from motcua.workflow.values import Move

pytestmark = pytest.mark.shows("CN12", "P2", "P3", "O2")


@pytest.fixture
def helper(ward):
    return volunteer()


def test_it_belongs_to_the_person_and_says_who_helped(helper, mother):
    helped = sitting(helper, mother, at=MORNING)
    code = actions.submit(draft=draft(helped), by=helped, at=MORNING)

    seen = queries.dossier(viewer=mother, code=code, at=MORNING)

    assert (seen.for_applicant, seen.channel) == (True, Channel.VOLUNTEER_ASSISTED)
    by = {entry.by.name for entry in seen.history}
    assert by == {"Nguyễn Thị Hậu, có Trần Văn Bình hỗ trợ"}
    assert {entry.by.key for entry in seen.history} == {str(helper.key)}
    (line,) = identity.help_received(viewer=mother, at=MORNING)
    assert [one.dossier_code for one in line.submissions] == [code]


def test_an_officers_help_is_another_channel(reception, mother):
    helped = sitting(reception, mother, at=MORNING)
    code = actions.submit(draft=draft(helped), by=helped, at=MORNING)
    assert queries.dossier(viewer=mother, code=code, at=MORNING).channel is (
        Channel.OFFICER_ASSISTED
    )


def test_help_with_a_draft_that_was_begun_alone_is_help(helper, mother):
    key = draft(mother)
    helped = sitting(helper, mother, at=MORNING)
    actions.save_answers(draft=key, answers=birth_answers(), by=helped, at=MORNING)
    code = actions.submit(draft=key, by=mother, at=MORNING)
    seen = queries.dossier(viewer=mother, code=code, at=MORNING)
    assert seen.channel is Channel.VOLUNTEER_ASSISTED


def test_afterwards_the_helper_sees_nothing(helper, mother):
    helped = sitting(helper, mother, at=MORNING)
    open_draft = draft(helped)
    key = draft(helped, answers=birth_answers(**{"proof.kind": "notice"}))
    file = photo(key, by=helped)
    code = actions.submit(draft=key, by=helped, at=MORNING)
    over = MORNING + timedelta(minutes=61)

    session = helped.helped.key
    assert identity.helped_viewer(session=session, helper=helper, at=over) is None
    assert queries.draft(viewer=helper, key=open_draft) is None
    assert queries.dossier(viewer=helper, code=code, at=over) is None
    assert queries.content_of_attachment(viewer=helper, code=code, key=file.key) is None
    with pytest.raises(actions.DraftRefused):
        actions.submit(draft=open_draft, by=helper, at=over)


def test_whoever_helps_settles_nothing_as_that_person(reception, mother):
    helped = sitting(reception, mother, at=MORNING)
    code = actions.submit(draft=draft(helped), by=helped, at=MORNING)
    seen = queries.dossier(viewer=helped, code=code, at=MORNING)
    assert Move.ACCEPT not in {offer.move for offer in seen.offers}


def test_the_person_is_told_at_the_start_and_of_what_was_sent(helper, mother):
    helped = sitting(helper, mother, at=MORNING)
    code = actions.submit(draft=draft(helped), by=helped, at=later(minutes=9))
    told = [
        entry
        for entry in journal.history(f"account:{mother.key}")
        if entry.kind in ("assistance.began", "assistance.submitted")
    ]
    for entry in (*told, *told):
        tell_helped(entry)

    began, sent = Message.objects.filter(about=f"account:{mother.key}").order_by("pk")
    assert (began.recipient, began.template) == ("hau@example.vn", "assistance.began")
    assert "Trần Văn Bình" in began.text
    assert code in sent.text


def test_who_has_no_password_yet_is_sent_where_to_set_one(ward):
    from motcua.identity import actions as accounts  # noqa: PLC0415 -- beside dossiers' actions

    helper = volunteer()
    key = accounts.register_helped(
        full_name="Lò Thị Mai",
        citizen_id="001195001234",
        phone="0912000111",
        by=helper,
        at=people.AT,
    )
    sitting(helper, identity.viewer_of(key, at=MORNING), at=MORNING)
    (began,) = [e for e in journal.history(f"account:{key}") if e.kind == "assistance.began"]

    tell_helped(began)

    templates = Message.objects.order_by("pk").values_list("template", flat=True)
    assert list(templates) == ["assistance.began", "account.first_password"]
