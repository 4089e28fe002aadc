"""The campaigns of a demonstration: made by the real verbs, once, and said to be made up."""

import pytest
from tests.factories.people import agency
from tests.simulation.conftest import NOW

from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.queries import published
from motcua.evaluation.rules.freezing import verify
from motcua.evaluation.values.campaigns import CampaignState
from motcua.identity import queries as accounts
from motcua.identity.actions import load_demonstration
from motcua.simulation.judged import campaigns


@pytest.fixture
def people(ward, settings, tmp_path):
    settings.EVALUATION = tmp_path
    for code in ("H26.HCC", "G06", "H30", "G01"):
        agency(code)
    load_demonstration(at=NOW)


def test_two_campaigns_are_published_and_one_is_open(people):
    assert campaigns(at=NOW) == 3
    leader = accounts.viewer_of(accounts.account_named("danhgia").key, at=NOW)
    assert [one.state for one in queries.campaigns(viewer=leader)] == [
        CampaignState.OPEN,
        CampaignState.PUBLISHED,
        CampaignState.PUBLISHED,
    ]
    lines = published.snapshots()
    assert [(one.subjects, one.synthetic) for one in lines] == [(2, True), (2, True)]
    assert all("mô phỏng" in one.title.vi for one in lines)
    newest = published.snapshot(lines[0].campaign)
    key, signature = bytes.fromhex(newest.public_key), bytes.fromhex(newest.signature)
    assert verify(newest.document.encode(), signature, key)
    own = published.published_subject(lines[0].campaign, "H26")
    assert own.replies
    assert own.findings
    assert not own.result.provisional
    assert [one.campaign for one in published.history("H26")] == [one.campaign for one in lines]
    assert campaigns(at=NOW) == 0


def test_nothing_is_made_outside_a_demonstration(people, settings):
    settings.DEMONSTRATION = False
    assert campaigns(at=NOW) == 0
