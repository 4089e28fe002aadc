"""A draft keeps what was typed, for its owner only, on any device."""

import pytest
from tests.factories import people
from tests.factories.dossiers import BIRTH, MORNING, draft, later, photo

from motcua.documents.rules.policy import UploadRefused
from motcua.dossiers import actions, queries
from motcua.dossiers.models import Attachment, Draft
from motcua.dossiers.rules.imprints import imprint


def save(key, by, **how):
    return actions.save_answers(draft=key, by=by, at=MORNING, **how)


def test_what_was_typed_is_kept_right_or_wrong(mother):
    key = draft(mother, answers={"child.full_name": "Ánh", "child.born_on": {"day": "45"}})

    kept = queries.draft(viewer=mother, key=key)

    assert kept.answers == {"child.full_name": "Ánh", "child.born_on": {"day": "45"}}
    assert (kept.service_code, kept.revision) == (BIRTH, 2)


def test_saving_goes_on_over_what_is_there(mother):
    key = draft(mother, answers={"a": "1", "b": "2"})

    save(key, mother, answers={"b": "3"}, page="child")

    kept = queries.draft(viewer=mother, key=key)
    assert (kept.answers, kept.page) == ({"a": "1", "b": "3"}, "child")


def test_another_device_is_not_overwritten(mother):
    key = draft(mother, answers={"a": "1"})
    seen = queries.draft(viewer=mother, key=key).revision
    save(key, mother, answers={"a": "2"}, seen=actions.Seen(seen))

    with pytest.raises(actions.DraftConflict) as refused:
        save(key, mother, answers={"a": "3"}, seen=actions.Seen(seen))

    assert refused.value.revision == seen + 1
    assert queries.draft(viewer=mother, key=key).answers == {"a": "2"}


def test_other_answers_from_another_device_are_merged(mother):
    key = draft(mother, answers={"a": "1"})
    seen = queries.draft(viewer=mother, key=key).revision
    save(key, mother, answers={"b": "2"}, seen=actions.Seen(seen))

    save(key, mother, answers={"c": "3"}, seen=actions.Seen(seen))

    assert queries.draft(viewer=mother, key=key).answers == {"a": "1", "b": "2", "c": "3"}


def test_an_automatic_save_that_comes_late_is_no_other_device(mother):
    key = draft(mother, answers={"a": "1"})
    seen = queries.draft(viewer=mother, key=key).revision
    pressed = save(key, mother, answers={"a": "2"}, page="next")

    late = save(key, mother, answers={"a": "2"}, page="first", seen=actions.Seen(seen))

    kept = queries.draft(viewer=mother, key=key)
    assert (late, kept.revision, kept.page) == (pressed, pressed, "next")
    save(key, mother, answers={"a": "3"}, seen=actions.Seen(pressed))


def test_a_save_whose_answer_was_lost_is_no_other_device(mother):
    key = draft(mother, answers={"a": "1"})
    seen = queries.draft(viewer=mother, key=key).revision
    save(key, mother, answers={"a": "12"}, seen=actions.Seen(seen, name="first"))

    again = actions.Seen(seen, name="second", unheard=frozenset({"zero", "first"}))
    save(key, mother, answers={"a": "123"}, seen=again)

    assert queries.draft(viewer=mother, key=key).answers == {"a": "123"}
    with pytest.raises(actions.DraftConflict):
        save(key, mother, answers={"a": "other"}, seen=actions.Seen(seen, unheard=again.unheard))


def test_another_page_that_is_saved_meanwhile_is_no_other_device(mother):
    """Going back, one leaves a page whose last save overtakes the drawing of the one before."""
    key = draft(mother, answers={"a": "1", "b": "2"})
    seen = queries.draft(viewer=mother, key=key).revision
    page = actions.Seen(seen, fields=("a", "z"), shown=imprint({"a": "1", "b": "2"}, ("a", "z")))
    save(key, mother, answers={"b": "3"}, seen=actions.Seen(seen))

    save(key, mother, answers={"a": "4"}, seen=page)

    assert queries.draft(viewer=mother, key=key).answers == {"a": "4", "b": "3"}
    with pytest.raises(actions.DraftConflict):
        save(key, mother, answers={"a": "5"}, seen=page)


def test_a_save_without_a_name_is_nobodys_own(mother):
    key = draft(mother, answers={"a": "1"})
    seen = queries.draft(viewer=mother, key=key).revision
    save(key, mother, answers={"a": "2"})

    with pytest.raises(actions.DraftConflict):
        save(key, mother, answers={"a": "3"}, seen=actions.Seen(seen, unheard=frozenset({""})))


def test_nobody_else_reads_or_changes_it(mother):
    key = draft(mother)
    stranger = people.citizen()

    assert queries.draft(viewer=stranger, key=key) is None
    with pytest.raises(actions.DraftRefused):
        save(key, stranger, answers={"a": "1"})
    with pytest.raises(actions.DraftRefused):
        actions.discard_draft(draft=key, by=stranger, at=MORNING)


def test_a_sixth_draft_is_refused_with_the_remedy(mother):
    for _ in range(5):
        draft(mother)

    with pytest.raises(actions.DraftRefused, match="Hồ sơ của tôi"):
        draft(mother)


def test_files_come_and_go(mother):
    key = draft(mother)
    file = photo(key, by=mother)

    assert queries.draft(viewer=mother, key=key).answers["proof.notice"] == [str(file.key)]

    actions.detach(draft=key, file=file.key, by=mother, at=MORNING)
    kept = queries.draft(viewer=mother, key=key)
    assert (kept.answers["proof.notice"], kept.attachments) == ([], ())
    assert Attachment.objects.get().removed_at == MORNING


def test_the_same_file_twice_stands_once(mother):
    key = draft(mother)
    file = photo(key, by=mother)
    actions.attach(
        draft=key, field="proof.notice", component="x", file=file, by=mother, at=later(minutes=1)
    )

    assert Attachment.objects.count() == 1


def test_too_many_files_are_refused(mother):
    key = draft(mother)
    for _ in range(40):
        photo(key, by=mother)

    with pytest.raises(UploadRefused, match="tối đa 40 tệp"):
        photo(key, by=mother)


def test_too_much_text_is_refused_and_the_rest_stays(mother):
    key = draft(mother, answers={"a": "1"})

    with pytest.raises(actions.DraftRefused, match="quá dài"):
        save(key, mother, answers={"b": "x" * 300_000})

    assert queries.draft(viewer=mother, key=key).answers == {"a": "1"}


def test_discarding_takes_everything_away(mother):
    key = draft(mother)
    photo(key, by=mother)

    actions.discard_draft(draft=key, by=mother, at=MORNING)

    assert not Draft.objects.exists()
    assert queries.drafts(viewer=mother) == ()
