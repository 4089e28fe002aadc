"""Doubting what a machine found: by evaluators, with a reason, until it is overridden."""

import pytest

from motcua.evaluation import actions
from motcua.evaluation.queries.doubting import doubts
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Typed
from motcua.journal.models import Entry

pytestmark = pytest.mark.django_db


def doubt(told, *, by=None, criterion="M.1", reason="Máy xem nhầm trang"):
    actions.doubt(
        code=told.code,
        agency="H26",
        criterion=criterion,
        reason=reason,
        by=by or told.first,
        at=told.at,
    )


def test_a_doubt_is_told_to_who_leads_and_settled_by_an_override(story):
    story.open().run().judge()
    doubt(story)
    doubt(story, reason="Máy xem nhầm hẳn cổng")
    (one,) = doubts(viewer=story.leader, code=story.code)
    assert (one.reason, one.settled) == ("Máy xem nhầm hẳn cổng", False)
    assert doubts(viewer=story.second, code=story.code, agency="H26") == ()
    assert Entry.objects.filter(kind="evaluation.criterion_doubted").count() == 2
    story.close()
    actions.override(
        code=story.code,
        agency="H26",
        criterion="M.1",
        typed=Typed(value="không", note="Đã xem lại cùng nhau"),
        by=story.leader,
        at=story.at,
    )
    (one,) = doubts(viewer=story.first, code=story.code)
    assert one.settled


def test_only_what_others_found_is_doubted_only_by_evaluators_only_with_a_reason(story):
    story.open()
    for wrong in ({"criterion": "M.2"}, {"reason": " "}, {"by": story.leader}, {"criterion": "Z"}):
        with pytest.raises(CampaignRefused):
            doubt(story, **wrong)
    assert doubts(viewer=story.leader, code=story.code) == ()
