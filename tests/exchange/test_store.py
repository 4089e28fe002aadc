"""What was accepted or issued once is in its owner's store, and is offered, not asked again."""

import pytest
from tests.factories import dossiers as made
from tests.factories import people

from motcua.documents import actions as files
from motcua.documents import queries as documents
from motcua.documents.rules import policy
from motcua.documents.values import FileState
from motcua.dossiers import actions as dossiers
from motcua.dossiers import queries as casework
from motcua.exchange import actions, queries
from motcua.exchange.rules import matching
from motcua.exchange.subscribers import tell_rejected
from motcua.exchange.values import Origin
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.journal.tasks import drain
from motcua.workflow.values import Move

pytestmark = [pytest.mark.django_db, pytest.mark.shows("P10", "CN28", "CN29", "CN05")]
LATER = made.later(hours=2)
NOTICE = {"proof.kind": "notice"}


@pytest.fixture
def mother(db):
    made.country()
    made.services()
    return people.citizen(full_name="Nguyễn Thị Hậu", at=made.MORNING)


@pytest.fixture
def desk(mother):
    return people.officer(Role.RECEPTIONIST)


def accepted(mother, desk, **changed):
    """Hand in a birth registration with a photograph and have it accepted; gives its code."""
    key = made.draft(mother, answers=made.birth_answers(**NOTICE, **changed))
    made.photo(key, by=mother)
    code = dossiers.submit(draft=key, by=mother, at=made.MORNING)
    dossiers.perform(code=code, move=Move.ACCEPT, by=desk, at=LATER)
    drain(now=lambda: LATER)
    return code


def own(mother, name="Thẻ thương binh", *, drained=True, **changed):
    how = {"content": made.picture(), "filename": "the.jpg", "valid_until": None}
    key = actions.put(**{**how, **changed}, name=name, by=mother, at=LATER)
    if drained:
        drain(now=lambda: LATER)
    return key


def test_an_accepted_paper_comes_into_the_store_once(mother, desk):
    code = accepted(mother, desk)

    (paper,) = queries.store(viewer=mother).papers
    assert (paper.origin, paper.kind, paper.name) == (
        Origin.ACCEPTED,
        "birth_notice",
        "Giấy chứng sinh",
    )
    assert (paper.dossier_code, paper.file.opens) == (code, True)
    subject = f"dossier:{casework.dossier(viewer=mother, code=code, at=LATER).key}"
    assert actions.keep(subject=subject, at=LATER) == 0


def test_nothing_is_kept_before_the_desk_accepts(mother):
    key = made.draft(mother, answers=made.birth_answers(**NOTICE))
    made.photo(key, by=mother)
    dossiers.submit(draft=key, by=mother, at=made.MORNING)

    drain(now=lambda: LATER)

    assert queries.store(viewer=mother).papers == ()


def test_a_paper_is_reused_in_the_next_request_without_handing_it_in(mother, desk):
    code = accepted(mother, desk)
    (paper,) = queries.offered(viewer=mother)
    draft = made.draft(mother, answers=made.birth_answers(**NOTICE))

    reuse(paper, draft, mother)
    second = dossiers.submit(draft=draft, by=mother, at=LATER)

    (file,) = casework.dossier(viewer=desk, code=second, at=LATER).attachments
    assert (file.component, file.reused_from) == ("birth_notice", code)
    stems = queries.provenance([file], viewer=desk)[str(file.file.key)]
    assert (stems.dossier_code, stems.name, stems.same) == (code, "Giấy chứng sinh", True)
    uses = queries.paper(viewer=mother, key=paper.key).uses
    assert [use.code for use in uses] == [second, code]


def reuse(paper, draft, by, *, at=LATER):
    return actions.reuse(
        paper=paper.key, draft=draft, field="proof.notice", component="birth_notice", by=by, at=at
    )


def test_a_reused_paper_taken_out_of_the_draft_can_be_put_in_again(mother, desk):
    accepted(mother, desk)
    (paper,) = queries.offered(viewer=mother)
    draft = made.draft(mother, answers=made.birth_answers(**NOTICE))

    reuse(paper, draft, mother)
    dossiers.detach(draft=draft, file=paper.file.key, by=mother, at=LATER)
    reuse(paper, draft, mother)

    assert len(casework.draft(viewer=mother, key=draft).attachments) == 1


def test_nobody_else_sees_or_reuses_it(mother, desk):
    accepted(mother, desk)
    (paper,) = queries.offered(viewer=mother)
    stranger = people.citizen(full_name="Giàng A Páo", at=made.MORNING)

    for viewer in (stranger, desk):
        assert queries.store(viewer=viewer).papers == ()
        with pytest.raises(queries.PaperUnknown):
            queries.content(viewer=viewer, key=paper.key)
    with pytest.raises(queries.PaperUnknown):
        reuse(paper, made.draft(stranger), stranger)
    with pytest.raises(queries.PaperUnknown):
        actions.remove(paper=paper.key, by=desk, at=LATER)


def test_what_its_owner_took_out_stays_out_of_the_store_but_in_the_dossier(mother, desk):
    code = accepted(mother, desk)
    (paper,) = queries.offered(viewer=mother)

    actions.remove(paper=paper.key, by=mother, at=LATER)
    assert actions.backfill(after=0, at=LATER) is None

    assert queries.offered(viewer=mother) == ()
    assert len(casework.dossier(viewer=mother, code=code, at=LATER).attachments) == 1
    assert documents.content(paper.file.key)


def test_dossiers_from_before_there_was_a_store_are_walked(mother, desk, monkeypatch):
    monkeypatch.setattr(actions, "keep", lambda **_: 0)
    accepted(mother, desk)
    accepted(mother, desk)
    assert queries.offered(viewer=mother) == ()

    place = actions.backfill(after=0, at=LATER, limit=1)
    assert actions.backfill(after=place, at=LATER) is None

    assert len(queries.offered(viewer=mother)) == 2


class TestOnesOwn:
    def test_a_paper_is_put_in_checked_and_offered_for_any_question(self, mother):
        own(mother, name="Giấy chứng sinh bé Na")

        store = queries.store(viewer=mother)
        (paper,) = store.papers
        assert (store.files, store.used) == (1, len(made.picture()))
        assert offered(store.papers) == (paper,)

    def test_what_is_over_or_not_checked_is_not_offered(self, mother):
        own(mother, valid_until=made.later(days=-1).date())
        own(mother, drained=False)

        assert offered(queries.offered(viewer=mother)) == ()

    def test_an_unused_paper_is_erased_when_it_is_taken_out(self, mother):
        key = own(mother)
        file = queries.paper(viewer=mother, key=key).file

        actions.remove(paper=key, by=mother, at=LATER)

        assert documents.file(file.key).state is FileState.REMOVED

    def test_a_full_store_takes_nothing_and_says_so(self, mother, monkeypatch):
        monkeypatch.setattr(
            "motcua.exchange.actions.own.POLICY", policy.Policy(store_files=1, store_size=1 << 20)
        )
        own(mother)

        with pytest.raises(actions.StoreFull, match="Kho của bạn đã đầy"):
            own(mother)

    def test_a_file_that_is_none_is_refused_and_nothing_is_kept(self, mother):
        with pytest.raises(policy.UploadRefused):
            own(mother, content=b"MZ" + bytes(99))

        assert queries.offered(viewer=mother) == ()


def offered(papers):
    usable = matching.usable(papers, media_types=("image/jpeg",), on=LATER.date())
    return matching.of_ones_own(usable)


class TestAnswers:
    def test_they_are_known_from_accepted_dossiers_only(self, mother, desk):
        key = made.draft(mother)
        dossiers.submit(draft=key, by=mother, at=made.MORNING)
        assert queries.known(viewer=mother) == {}

        code = accepted(mother, desk)

        known = queries.known(viewer=mother)
        assert known["applicant.full_name"].value == "Nguyễn Thị Hậu"
        assert known["applicant.residence"].dossier_code == code
        assert not [element for element in known if not element.startswith("applicant.")]

    def test_silence_is_no_consent_and_consent_can_be_taken_back(self, mother):
        assert not queries.fills_in(viewer=mother)
        actions.choose_filling_in(agreed=True, by=mother, at=LATER)
        assert queries.fills_in(viewer=mother)
        actions.choose_filling_in(agreed=False, by=mother, at=LATER)
        assert not queries.fills_in(viewer=mother)
        kinds = [entry.kind for entry in journal.history(f"store:{mother.key}")]
        assert kinds == ["store.filling_in_chosen"] * 2


def test_both_sides_are_told_once_of_a_file_that_was_shut_away(mother, desk):
    key = made.draft(mother, answers=made.birth_answers(**NOTICE))
    file = files.store(
        content=made.picture(), filename="chứng sinh.jpg", by=mother.actor, at=made.MORNING
    )
    dossiers.attach(
        draft=key,
        field="proof.notice",
        component="birth_notice",
        file=file,
        by=mother,
        at=made.MORNING,
    )
    code = dossiers.submit(draft=key, by=mother, at=made.MORNING)
    files.give_up(key=file.key, why="too large", at=LATER)

    (entry,) = journal.history(f"file:{file.key}")
    tell_rejected(entry)
    tell_rejected(entry)

    (told,) = casework.dossier(viewer=mother, code=code, at=LATER).messages
    assert "chứng sinh.jpg" in told.body
    assert not told.from_applicant
