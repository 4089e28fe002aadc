"""Internal notes: who is addressed, who reads them, what stays of one that is taken back."""

import json

import pytest
from django.test import Client
from tests.factories import people
from tests.factories.dossiers import later, submitted

from motcua.dossiers import queries
from motcua.dossiers.actions import DossierUnknown
from motcua.dossiers.actions.notes import (
    NoteRefused,
    NoteUnknown,
    edit_note,
    note,
    withdraw_note,
)
from motcua.dossiers.models import Note
from motcua.dossiers.queries.notes import colleagues, notes
from motcua.identity.values import Role
from motcua.journal.models import Entry

SECRET = "Nghi giấy chứng sinh bị sửa ngày"
AT = later(hours=2)


@pytest.fixture
def code(mother):
    return submitted(mother)


def _found(viewer, code):
    return queries.dossier(viewer=viewer, code=code, at=AT)


def _read(viewer, code, at=AT):
    return notes(viewer=viewer, found=_found(viewer, code), at=at)


def _last(kind):
    return Entry.objects.filter(kind=kind).latest("pk")


@pytest.mark.shows("O7", "CN08")
class TestWriting:
    def test_a_note_is_addressed_by_login_name_and_by_choice(self, code, reception, clerk, leader):
        name = people.officer(Role.REGISTRY_CLERK, username="van.thu-1")
        key = note(
            code=code,
            words="Nhờ @van.thu-1 xem giúp, hoidap@example.vn không phải ai.",
            by=reception,
            at=AT,
            mention=[clerk.key],
        )
        (seen,) = _read(leader, code)
        assert (seen.key, seen.author_name, len(seen.mentioned)) == (key, reception.name, 2)
        told = _last("dossier.noted").payload["mentioned"]
        assert set(told) == {str(name.key), str(clerk.key)}

    def test_the_journal_keeps_no_words(self, code, reception):
        key = note(code=code, words=SECRET, by=reception, at=AT)
        edit_note(code=code, key=key, words=f"{SECRET} sinh", by=reception, at=AT)
        withdraw_note(code=code, key=key, by=reception, at=AT)
        told = [json.dumps(row.payload, ensure_ascii=False) for row in Entry.objects.all()]
        assert not any(SECRET in line for line in told)
        kinds = set(Entry.objects.values_list("kind", flat=True))
        assert {"dossier.noted", "dossier.note_edited", "dossier.note_withdrawn"} <= kinds

    def test_nobody_is_addressed_who_may_not_see_the_dossier(self, code, reception):
        people.officer(Role.RECEPTIONIST, "H14.01717", username="o.xa")
        for words in ("@o.xa xem giúp", "@khong.co.ai xem giúp"):
            with pytest.raises(NoteRefused, match="xem được hồ sơ này"):
                note(code=code, words=words, by=reception, at=AT)
        assert not Note.objects.exists()

    def test_the_one_who_applied_is_nobody_to_address(self, code, reception, mother):
        with pytest.raises(NoteRefused):
            note(code=code, words="Xem", by=reception, at=AT, mention=[mother.key])

    def test_nothing_and_too_much_are_refused(self, code, reception):
        for words in ("", " \n\x00 ", "ă" * 4001, " ".join(f"@a{n}" for n in range(11))):
            with pytest.raises(NoteRefused):
                note(code=code, words=words, by=reception, at=AT)

    def test_control_reads_and_writes_nothing(self, code, reception):
        controller = people.officer(Role.CONTROLLER)
        note(code=code, words=SECRET, by=reception, at=AT)
        assert [one.words for one in _read(controller, code)] == [SECRET]
        with pytest.raises(NoteRefused, match="không ghi chú"):
            note(code=code, words="Tôi xem", by=controller, at=AT)

    def test_the_picker_offers_who_may_read_it(self, code, reception, clerk, mother):
        people.officer(Role.RECEPTIONIST, "H14.01717", username="o.xa")
        offered = {one.key for one in colleagues(viewer=reception, code=code, at=AT)}
        assert clerk.key in offered
        assert not offered & {reception.key, mother.key}
        assert not any("o.xa" in one.name for one in colleagues(viewer=clerk, code=code, at=AT))


class TestTheApplicant:
    def test_reads_no_note_on_any_page(self, code, mother, reception):
        note(code=code, words=SECRET, by=reception, at=AT)
        client = people.logged_in(mother)
        for address in (f"/ho-so/{code}/", "/ho-so/"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert SECRET not in answer.content.decode()
            assert "Ghi chú" not in answer.content.decode()
        assert SECRET not in Client().get(f"/tra-cuu/?ma={code}").content.decode()

    def test_who_applied_and_is_an_officer_reads_none(self, code, clerk, mother, reception):
        own = submitted(clerk)
        note(code=own, words=SECRET, by=reception, at=AT)
        assert _read(clerk, own) == ()
        with pytest.raises(NoteRefused):
            note(code=own, words="Tôi đây", by=clerk, at=AT)


class TestChanging:
    def test_who_is_newly_addressed_is_told_once(self, code, reception, clerk):
        name = people.officer(Role.APPROVER, username="lanh.dao")
        key = note(code=code, words="Xem nhé", by=reception, at=AT, mention=[clerk.key])
        edit_note(code=code, key=key, words="Xem nhé @lanh.dao", by=reception, at=AT)
        assert _last("dossier.note_edited").payload["mentioned"] == [str(name.key)]
        number = Entry.objects.count()
        edit_note(code=code, key=key, words="Xem nhé @lanh.dao", by=reception, at=AT)
        assert Entry.objects.count() == number, "the same words again change nothing"

    def test_its_words_go_when_it_is_withdrawn(self, code, reception):
        key = note(code=code, words=SECRET, by=reception, at=AT)
        withdraw_note(code=code, key=key, by=reception, at=AT)
        (seen,) = _read(reception, code)
        assert (seen.words, seen.withdrawn_at, seen.may_change) == ("", AT, False)
        with pytest.raises(NoteRefused, match="người viết"):
            edit_note(code=code, key=key, words="lại", by=reception, at=AT)

    def test_only_the_author_may_within_a_day(self, code, reception, clerk):
        key = note(code=code, words=SECRET, by=reception, at=AT)
        assert _read(reception, code)[0].may_change
        assert not _read(clerk, code)[0].may_change
        with pytest.raises(NoteRefused):
            withdraw_note(code=code, key=key, by=clerk, at=AT)
        with pytest.raises(NoteRefused):
            edit_note(code=code, key=key, words="khác", by=reception, at=later(hours=26))

    def test_a_note_of_another_dossier_is_unknown(self, code, reception, mother):
        other = submitted(mother)
        key = note(code=other, words=SECRET, by=reception, at=AT)
        with pytest.raises(NoteUnknown):
            withdraw_note(code=code, key=key, by=reception, at=AT)
        with pytest.raises(DossierUnknown):
            note(code="H26.00070-260316-9999", words="?", by=reception, at=AT)
