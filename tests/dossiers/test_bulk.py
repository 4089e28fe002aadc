"""One move on many dossiers: what can, what cannot and why, once, with a report."""

from uuid import uuid4

import pytest
from tests.factories import people
from tests.factories.dossiers import later, submitted
from tests.factories.jobs import drained

from motcua.dossiers import actions
from motcua.dossiers.actions import bulk
from motcua.dossiers.actions.assigning import AssignmentRefused, assign
from motcua.dossiers.actions.moving import ReasonRefused
from motcua.dossiers.models import BulkItem, Dossier, InboxRow
from motcua.dossiers.queries.columns import ALL
from motcua.dossiers.queries.lists_assigning import assign_choice
from motcua.dossiers.queries.lists_bulk import bulk_choice, bulk_run, first_codes
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.values.holding import Candidate
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.workflow.values import Move

pytestmark = [pytest.mark.django_db, pytest.mark.shows("O2", "O4")]
AT = later(hours=1)


@pytest.fixture
def three(mother):
    return [submitted(mother) for _ in range(3)]


def choice(viewer, codes):
    return bulk_choice(viewer=viewer, codes=codes, at=AT)


def asked(viewer, codes, *, move=Move.ACCEPT, key=None, **how):
    lines = choice(viewer, codes).lines
    return bulk.ask_bulk(key=key or uuid4(), move=move, lines=lines, by=viewer, at=AT, **how)


def outcomes(viewer, key):
    return {item.code: item.outcome for item in bulk_run(viewer=viewer, key=key).items}


def test_the_preview_says_which_can_and_why_others_cannot(three, reception, clerk):
    actions.perform(code=three[0], move=Move.ACCEPT, by=reception, at=AT)

    found = choice(reception, [*three, "KHONG-CO"])

    able = {line.code: line.why_not(Move.ACCEPT) is None for line in found.lines}
    assert able == {three[0]: False, three[1]: True, three[2]: True}
    assert found.unknown == ("KHONG-CO",)
    assert {one.move: one.number for one in found.moves}[Move.ACCEPT] == 2
    assert not any(one.move is Move.REQUEST_SUPPLEMENT for one in found.moves)
    assert choice(clerk, three[1:]).moves == ()


def test_each_is_moved_and_the_report_says_so(three, reception):
    key = asked(reception, three)
    drained(AT)

    run = bulk_run(viewer=reception, key=key)

    assert outcomes(reception, key) == dict.fromkeys(three, "done")
    assert (run.finished_at is not None, run.number("done")) == (True, 3)
    assert not Dossier.objects.filter(code__in=three, accepted_at=None).exists()
    kinds = [entry.kind for entry in journal.history(f"bulk:{key}")]
    assert kinds == ["dossier.bulk_asked", "dossier.bulk_ended"]
    subject = f"dossier:{Dossier.objects.get(code=three[0]).key}"
    assert [e.kind for e in journal.history(subject)].count("dossier.accepted") == 1


def test_pressing_twice_asks_once(three, reception):
    key = uuid4()
    asked(reception, three, key=key)
    asked(reception, three, key=key)
    drained(AT)
    asked(reception, three, key=key)
    drained(AT)

    assert BulkItem.objects.filter(run__key=key).count() == 3
    assert set(outcomes(reception, key).values()) == {"done"}


def test_what_changed_meanwhile_is_left_alone_and_named(three, reception):
    key = asked(reception, three)
    actions.perform(code=three[1], move=Move.REFUSE, by=reception, at=AT, reason="Sai nơi nhận.")
    drained(AT)

    run = bulk_run(viewer=reception, key=key)

    assert outcomes(reception, key)[three[1]] == "changed"
    assert "vừa được người khác xử lý" in run.items[1].why.vi
    assert run.number("done") == 2


def test_a_reason_goes_to_each(three, reception):
    key = asked(reception, three, move=Move.REFUSE, reason="Không thuộc thẩm quyền.")
    drained(AT)

    assert set(outcomes(reception, key).values()) == {"done"}


def test_without_its_reason_each_is_refused_with_the_rule_s_sentence(three, reception):
    key = asked(reception, three, move=Move.REFUSE)
    drained(AT)

    run = bulk_run(viewer=reception, key=key)
    assert {item.outcome for item in run.items} == {"refused"}
    assert all("lý do" in item.why.vi for item in run.items)


def test_a_job_done_again_moves_nothing_twice(three, reception, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    key = asked(reception, three)
    bulk.go_on(key=key, at=AT)
    assert sorted(outcomes(reception, key).values()) == ["done", "done", "waiting"]

    drained(AT)
    bulk.go_on(key=key, at=AT)

    assert set(outcomes(reception, key).values()) == {"done"}
    kinds = [entry.kind for entry in journal.history(f"bulk:{key}")]
    assert kinds.count("dossier.bulk_ended") == 1


def test_nobody_else_reads_the_report_or_takes_its_name(three, reception, clerk):
    key = asked(reception, three)

    assert bulk_run(viewer=clerk, key=key) is None
    with pytest.raises(bulk.BulkRefused):
        asked(clerk, three, key=key)


def test_what_cannot_be_asked_is_refused(three, reception, clerk):
    with pytest.raises(bulk.BulkRefused):
        asked(clerk, three)
    with pytest.raises(bulk.BulkRefused):
        asked(reception, three, move=Move.EXTEND)
    with pytest.raises(ReasonRefused):
        asked(reception, three, move=Move.REFUSE, reason="x" * 5000)


def test_all_of_a_filter_is_the_head_of_the_list(three, reception):
    wanted = Wanted.read(ALL, {"xep": "nop", "trang-thai": "submitted"})

    assert first_codes(viewer=reception, wanted=wanted, at=AT) == tuple(three)


@pytest.mark.parametrize("number", [1, 3])
def test_the_preview_asks_the_same_however_many_there_are(
    three, reception, number, django_assert_max_num_queries
):
    choice(reception, three)
    with django_assert_max_num_queries(6):
        choice(reception, three[:number])


def test_many_are_given_to_an_officer_and_again_only_with_a_reason(three, reception, clerk, leader):
    for code in three:
        actions.perform(code=code, move=Move.ACCEPT, by=reception, at=AT)
    found = assign_choice(viewer=leader, codes=three, at=AT)
    to = next(one for one in found.officers if one.key == clerk.key)
    assign(code=three[0], to=clerk.key, by=leader, at=AT)
    found = assign_choice(viewer=leader, codes=three, at=AT)
    assert [line.why_not(clerk.key) is None for line in found.lines] == [False, True, True]

    key = uuid4()
    for _ in range(2):
        bulk.ask_assign(key=key, to=to, lines=found.lines, by=leader, at=AT)
    drained(AT)

    assert outcomes(leader, key) == dict.fromkeys(three[1:], "done")
    assert not InboxRow.objects.filter(code__in=three).exclude(officer_key=clerk.key).exists()
    other = Candidate(people.officer(Role.CASE_OFFICER).key, "Cán bộ khác")
    again = assign_choice(viewer=leader, codes=three, at=AT).lines
    with pytest.raises(AssignmentRefused, match="lý do"):
        bulk.ask_assign(key=uuid4(), to=other, lines=again, by=leader, at=AT)
    lines = assign_choice(viewer=clerk, codes=three, at=AT).lines
    with pytest.raises(bulk.BulkRefused):
        bulk.ask_assign(key=uuid4(), to=other, lines=lines, by=clerk, at=AT, reason="x")
