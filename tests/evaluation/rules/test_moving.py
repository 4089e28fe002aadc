"""The state table of campaigns: whole, reachable, and the only way to go."""

import pytest

from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import STEPS, TABLE, Verb
from motcua.evaluation.values.campaigns import STATE_TITLES, CampaignRefused, CampaignState

S = CampaignState
ENDS = {S.WITHDRAWN, S.ABANDONED}
LEADS = {
    (S.DRAFT, Verb.OPEN): S.OPEN,
    (S.OPEN, Verb.CLOSE): S.JUDGING,
    (S.JUDGING, Verb.ASK_FOR_REPLY): S.REPLYING,
    (S.REPLYING, Verb.PUBLISH): S.PUBLISHED,
    (S.PUBLISHED, Verb.CORRECT): S.JUDGING,
    (S.PUBLISHED, Verb.WITHDRAW): S.WITHDRAWN,
    (S.DRAFT, Verb.ABANDON): S.ABANDONED,
    (S.OPEN, Verb.ABANDON): S.ABANDONED,
    (S.JUDGING, Verb.ABANDON): S.ABANDONED,
    (S.REPLYING, Verb.ABANDON): S.ABANDONED,
}


def test_every_verb_stands_in_the_table_once():
    assert [step.verb for step in TABLE] == sorted(STEPS, key=[one.verb for one in TABLE].index)
    assert set(STEPS) == set(Verb)


def test_these_steps_and_no_others_lead_somewhere_else():
    found = {(state, step.verb): step.to for step in TABLE if step.to for state in step.when}
    assert found == LEADS


def test_every_state_is_reached_from_a_draft_and_only_ends_have_no_way_on():
    reached = {S.DRAFT}
    for _ in S:
        reached |= {to for (state, _), to in LEADS.items() if state in reached}
    assert reached == set(S)
    assert {state for state in S if not any(moving.can(verb, state) for verb in Verb)} == ENDS


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("state", S)
def test_what_cannot_be_done_now_is_refused_with_where_it_can(verb, state):
    if moving.can(verb, state):
        assert moving.after(verb, state) == LEADS.get((state, verb), state)
        return
    with pytest.raises(CampaignRefused) as refused:
        moving.after(verb, state)
    said = refused.value.sentence
    assert STATE_TITLES[state].vi in said.vi
    assert all(STATE_TITLES[one].vi in said.vi for one in STEPS[verb].when)
    assert STEPS[verb].title.en in said.en
