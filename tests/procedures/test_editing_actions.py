"""Working on editions: steps, races, who decides, and what publishing leaves behind."""

import json
from datetime import timedelta

import pytest
from tests.factories import dossiers, people

from motcua.identity.values import Role
from motcua.journal.queries import history
from motcua.kernel.codes import CodeRefused
from motcua.procedures import queries as procedures
from motcua.procedures.actions import editing, publish_library
from motcua.procedures.actions import editing_deciding as deciding
from motcua.procedures.actions.editing import Change, EditionConflict, EditionRefused
from motcua.procedures.models import Edition, EditionStep, Procedure
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing import templates, trees
from motcua.procedures.rules.services import digest_of
from motcua.procedures.values.editing import EditionStatus

pytestmark = pytest.mark.django_db
AT = dossiers.MORNING
CODE = "9.000888"


@pytest.fixture
def author(db):
    dossiers.country()
    return people.officer(Role.PROCEDURE_ADMIN, "H26")


def begun(by, code=CODE):
    key = editing.start(code=code, name="Xác nhận thử", by=by, at=AT)
    return queries.edition(viewer=by, key=key)


def again(edition, viewer):
    return queries.edition(viewer=viewer, key=edition.key)


def named(edition, name, *, by, at=AT, quiet=False):
    changed = trees.put(edition.trees, ("procedure", "name"), name)
    change = Change(changed, f"Đổi tên {name}", place="procedure", quiet=quiet)
    editing.save(edition=edition, change=change, by=by, at=at)
    return again(edition, by)


def ready(edition, by):
    """Give the edition the law and a scenario, which is all the template lacks."""
    changed = trees.put(
        edition.trees, ("procedure", "legal_basis"), [{"number": "1/QĐ", "title": "Quyết định"}]
    )
    answers = {
        "applicant.full_name": "Lò Thị Mai",
        "applicant.citizen_id": "001195001234",
        "applicant.phone": "0912345678",
        "applicant.address": {**dossiers.WARD, "detail": "Số 1"},
        "declaration.truth": True,
    }
    row = {"name": "Thường", "at": "2026-03-16T09:00", "expect": {"due": "2026-03-19T17:00"}}
    changed["scenarios"] = {"answers": answers, "scenarios": [row]}
    editing.save(edition=edition, change=Change(changed, "Điền nốt"), by=by, at=AT)
    return again(edition, by)


def test_every_save_is_a_step_that_can_be_undone_and_done_again(author):
    edition = named(named(begun(author), "Một", by=author), "Hai", by=author)
    editing.undo(edition=edition, by=author, at=AT)
    back = again(edition, author)
    assert (back.undoes, back.redoes) == ("Đổi tên Một", "Đổi tên Hai")
    assert trees.said(back.trees["procedure"]["name"]) == "Một"
    editing.redo(edition=back, by=author, at=AT)
    assert trees.said(again(edition, author).trees["procedure"]["name"]) == "Hai"


def test_a_save_after_undoing_forgets_what_was_undone(author):
    edition = named(begun(author), "Một", by=author)
    editing.undo(edition=edition, by=author, at=AT)
    edition = named(again(edition, author), "Ba", by=author)
    assert edition.redoes == ""
    with pytest.raises(EditionRefused):
        editing.redo(edition=edition, by=author, at=AT)


def test_who_saves_on_an_old_revision_is_told_and_nothing_is_lost(author):
    edition = begun(author)
    named(edition, "Một", by=author)
    with pytest.raises(EditionConflict):
        named(edition, "Hai", by=author)
    assert trees.said(again(edition, author).trees["procedure"]["name"]) == "Một"


def test_automatic_saves_of_one_place_are_one_step(author):
    edition = named(begun(author), "M", by=author, quiet=True)
    for number in range(3):
        later = AT + timedelta(seconds=number)
        edition = named(edition, f"Một {number}", by=author, at=later, quiet=True)
    assert edition.position == 2
    apart = named(edition, "Hai", by=author, at=AT + timedelta(minutes=9), quiet=True)
    assert apart.position == 3


def test_steps_are_bounded(author, monkeypatch):
    monkeypatch.setattr(editing, "KEPT_STEPS", 5)
    edition = begun(author)
    for number in range(9):
        edition = named(edition, f"Tên {number}", by=author)
    assert EditionStep.objects.filter(edition__key=edition.key).count() == 5
    assert (edition.first, edition.last) == (6, 10)


@pytest.mark.shows("CN03")
def test_the_published_digest_is_that_of_the_exported_files(author):
    edition = ready(begun(author), author)
    packed = trees.archive(edition.trees, "library/procedures/x/v1")
    deciding.propose(edition=edition, by=author, at=AT)
    second = people.officer(Role.APPROVER, "H26")
    done = deciding.approve(edition=again(edition, second), by=second, at=AT)
    imported = editing.start_import(content=packed, filename="x.zip", by=author, at=AT)
    copy = queries.edition(viewer=author, key=imported)
    assert copy.version == 2
    assert copy.trees == edition.trees
    assert digest_of(queries.folder_of(edition)) == done.digest
    assert [entry.kind for entry in history(f"edition:{edition.key}")] == [
        "edition.started",
        "edition.changed",
        "edition.decided",
        "edition.decided",
    ]


def test_nobody_approves_what_they_wrote(author):
    second = people.officer(Role.PROCEDURE_ADMIN, "H26")
    edition = named(ready(begun(author), author), "Hai người viết", by=second)
    deciding.propose(edition=edition, by=author, at=AT)
    for viewer in (author, second):
        with pytest.raises(EditionRefused):
            deciding.approve(edition=again(edition, viewer), by=viewer, at=AT)
    assert Edition.objects.get(key=edition.key).status == EditionStatus.PROPOSED


def test_what_is_wrong_is_not_even_proposed(author):
    edition = begun(author)
    with pytest.raises(EditionRefused, match="2 chỗ"):
        deciding.propose(edition=edition, by=author, at=AT)


def test_a_scenario_that_fails_keeps_a_version_from_being_proposed(author):
    edition = ready(begun(author), author)
    late = ("scenarios", "scenarios", 0, "expect", "due")
    changed = trees.put(edition.trees, late, "2026-03-20T17:00")
    editing.save(edition=edition, change=Change(changed, "Sai hạn"), by=author, at=AT)
    (fault,) = queries.faults(again(edition, author), today=AT.date())
    assert fault.title.vi == "Thường"
    assert "không đúng" in fault.what.vi
    with pytest.raises(EditionRefused):
        deciding.propose(edition=again(edition, author), by=author, at=AT)


def test_a_returned_edition_says_why_and_can_be_written_on(author):
    edition = ready(begun(author), author)
    deciding.propose(edition=edition, by=author, at=AT)
    with pytest.raises(EditionRefused):
        named(again(edition, author), "Khi đang trình", by=author)
    second = people.officer(Role.APPROVER, "H26")
    deciding.send_back(edition=again(edition, second), comment="Sửa phí", by=second, at=AT)
    back = again(edition, author)
    assert (back.status, back.comment, back.may_edit) == (EditionStatus.RETURNED, "Sửa phí", True)
    assert named(back, "Sửa rồi", by=author).may_edit


def test_the_library_is_published_beside_versions_without_a_folder(author, tmp_path):
    edition = ready(begun(author), author)
    deciding.propose(edition=edition, by=author, at=AT)
    second = people.officer(Role.PROCEDURE_ADMIN, "H26")
    deciding.approve(edition=again(edition, second), by=second, at=AT)
    (tmp_path / "procedures").mkdir()
    assert publish_library(at=AT, library=tmp_path) == ()
    assert procedures.service(CODE, AT.date()).version == 1
    assert Procedure.objects.get(key=CODE).current.source == deciding.SOURCE


def test_the_next_version_begins_as_the_published_one_and_holds_from_its_day(author):
    dossiers.services()
    key = editing.start_copy(code=dossiers.EXTRACT, by=author, at=AT)
    edition = queries.edition(viewer=author, key=key)
    changed = trees.put(edition.trees, ("fees", "fees", 0, "amount"), 8000)
    changed = trees.put(changed, ("procedure", "valid_from"), "2026-04-01")
    editing.save(edition=edition, change=Change(changed, "Hiệu lực"), by=author, at=AT)
    edition = again(edition, author)
    assert queries.faults(edition, today=AT.date()) == ()
    deciding.propose(edition=edition, by=author, at=AT)
    second = people.officer(Role.PROCEDURE_ADMIN, "H26")
    deciding.approve(edition=again(edition, second), by=second, at=AT)
    before = procedures.service(dossiers.EXTRACT, AT.date()).version
    after = procedures.service(dossiers.EXTRACT, AT.date() + timedelta(days=30)).version
    assert after == edition.version > before


def test_communes_and_other_provinces_have_no_part_in_it(author):
    edition = begun(author)
    ward = people.officer(Role.PROCEDURE_ADMIN, "H26.00070")
    with pytest.raises(EditionRefused, match="cấp xã"):
        begun(ward, code="9.000889")
    for other in (ward, people.officer(Role.PROCEDURE_ADMIN, "H14"), people.citizen()):
        with pytest.raises(queries.EditionUnknown):
            again(edition, other)
        assert queries.editions(viewer=other) == ()


def test_two_people_do_not_begin_the_same_version(author):
    begun(author)
    with pytest.raises(EditionRefused, match="đang soạn"):
        begun(author)


@pytest.mark.parametrize(
    ("code", "name"), [("", "A"), ("1.00", "A"), (CODE, " "), (CODE, "A" * 501)]
)
def test_nonsense_begins_nothing(author, code, name):
    with pytest.raises((EditionRefused, CodeRefused)):
        editing.start(code=code, name=name, by=author, at=AT)
    assert not Edition.objects.exists()


def test_key_order_is_kept_in_the_store(author):
    edition = begun(author)
    whole = templates.empty(code=CODE, name="Xác nhận thử", on=AT.date())
    assert json.dumps(edition.trees) == json.dumps(whole)


def test_a_discarded_edition_frees_its_number(author):
    edition = begun(author)
    deciding.discard(edition=edition, by=author, at=AT)
    assert queries.editions(viewer=author) == ()
    assert begun(author).version == 1
