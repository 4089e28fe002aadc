"""A campaign from its beginning to its publication, its correction and its end, by its verbs."""

from collections import Counter
from fractions import Fraction

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories import campaigns

from motcua.evaluation import actions
from motcua.evaluation.models import Campaign, PublishedLine, Snapshot
from motcua.evaluation.queries import published
from motcua.evaluation.rules.freezing import document_of, verify
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.published import SnapshotKind
from motcua.evaluation.values.worksheets import Typed
from motcua.journal.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_is_bad(judged_by):
    with campaigns.fakes(campaigns.Looker(bad=("h30",))):
        yield


def test_from_creation_to_publication(db, one_is_bad):
    told = campaigns.story().published()
    found = published.snapshot(told.code)
    content = found.document.encode()
    key, signature = bytes.fromhex(found.public_key), bytes.fromhex(found.signature)
    assert verify(content, signature, key)
    assert found.public_key == published.public_key()
    document = document_of(content)
    assert (document.kind, document.number, document.supersedes) == (SnapshotKind.RESULTS, 1, "")
    assert [(one.agency, one.rank, one.result.grade) for one in document.subjects] == [
        ("G01", 1, "A"),
        ("H26", 1, "A"),
        ("H30", 2, "B"),
    ]
    bad = document.subjects[2]
    assert (bad.result.total, bad.result.most) == (Fraction(6), Fraction(10))
    assert [(one.fact, one.lost, one.points) for one in bad.findings] == [
        ("thu.https", ("M.1",), Fraction(4))
    ]
    assert bad.run.audit in bad.evidence
    media_type, picture = published.evidence(told.code, "H30", bad.findings[0].places[0].picture)
    assert (media_type, picture) == ("image/png", campaigns.PICTURE)
    kinds = Counter(Entry.objects.filter(kind__startswith="evaluation.").values_list("kind"))
    assert {kind.removeprefix("evaluation."): n for (kind,), n in kinds.items()} == {
        "campaign_created": 1,
        "subjects_added": 1,
        "evaluator_assigned": 6,
        "campaign_moved": 4,
        "runs_asked": 1,
        "run_recorded": 3,
        "answer_saved": 6,
        "worksheet_finished": 6,
        "criterion_declared": 3,
        "results_computed": 1,
        "replies_finished": 3,
        "results_published": 1,
    }


def test_a_correction_takes_the_place_of_the_first_document_which_stays(story):
    story.published()
    first = published.snapshot(story.code)
    reason = "Đã chấm nhầm cổng"
    actions.correct(code=story.code, reason=reason, by=story.leader, at=story.at)
    assert published.snapshot(story.code).sha256 == first.sha256
    for_good = Typed(value="0", note="Xem lại thấy không dễ hiểu")
    actions.override(
        code=story.code, agency="H26", criterion="M.2", typed=for_good, by=story.leader, at=story.at
    )
    story.compute().ask().hear()
    second = story.publish()
    assert (second.number, second.kind, second.reason) == (2, SnapshotKind.CORRECTION, reason)
    assert document_of(second.document).supersedes == first.sha256
    assert [(one.number, one.current) for one in published.versions(story.code)] == [
        (2, True),
        (1, False),
    ]
    assert published.snapshot(story.code, 1).document == first.document
    subject = published.published_subject(story.code, "H26")
    told = [(one.source, one.value) for one in subject.answers if one.criterion == "M.2"]
    assert told == [("manual", 2), ("override", 0)]
    assert subject.result.total == 6


def test_results_are_withdrawn_by_a_document_that_says_why(story):
    story.published()
    actions.withdraw(code=story.code, reason="Địa chỉ cổng sai", by=story.leader, at=story.at)
    found = published.published(story.code)
    assert (found.kind, found.reason, found.subjects) == (
        SnapshotKind.WITHDRAWAL,
        "Địa chỉ cổng sai",
        (),
    )
    assert published.results(story.code) == {}
    assert published.history("H26") == ()
    with pytest.raises(CampaignRefused):
        actions.correct(code=story.code, reason="Thử lại", by=story.leader, at=story.at)


@pytest.mark.parametrize("model", [Snapshot, PublishedLine])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_nobody_changes_what_was_published(story, model, verb):
    story.published()
    row = model.objects.order_by("pk").first()
    statement = {
        "update": f"UPDATE {model._meta.db_table} SET id = id WHERE id = %s",
        "delete": f"DELETE FROM {model._meta.db_table} WHERE id = %s",
    }[verb]
    with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(statement, [row.pk])


def test_a_campaign_that_was_never_published_can_be_abandoned_with_a_reason(story):
    with pytest.raises(CampaignRefused):
        actions.abandon(code=story.code, reason=" ", by=story.leader, at=story.at)
    actions.abandon(code=story.code, reason="Mở nhầm", by=story.leader, at=story.at)
    row = Campaign.objects.get(code=story.code)
    assert (row.state, row.reason) == ("abandoned", "Mở nhầm")
    with pytest.raises(CampaignRefused):
        story.open()


def test_one_that_was_published_cannot_be_abandoned(story):
    story.published()
    actions.correct(code=story.code, reason="Xem lại", by=story.leader, at=story.at)
    with pytest.raises(CampaignRefused):
        actions.abandon(code=story.code, reason="Bỏ", by=story.leader, at=story.at)
