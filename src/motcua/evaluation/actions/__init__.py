"""What is done in campaigns, one verb a function; each checks, changes and tells the journal.

 1. `create_campaign`, `change_campaign`, `add_subjects`, `add_league`, `add_list`,
    `change_subject`, `remove_subject`, `assign`, `assign_evenly`: preparing it.
 2. `open_campaign`, `start_runs`, `save_answer`, `add_evidence`, `finish_worksheet`, `declare`,
    `begin_session` …: looking and answering.
 3. `close_worksheets`, `reconcile`, `override`, `leave_open`, `compute`: settling.
 4. `ask_for_reply`, `reply`, `finish_replies`, `answer_reply`, `close_replies`: hearing agencies.
 5. `publish`, and afterwards `correct` or `withdraw`; `ask_retest`, `decide_retest` at any time.

`running` is what workers do. Everything refuses with `CampaignRefused`.
"""

from motcua.evaluation.actions.agencies_say import (
    answer_reply,
    ask_retest,
    decide_retest,
    declare,
    finish_replies,
    reply,
)
from motcua.evaluation.actions.answering import (
    finish_worksheet,
    reconcile,
    reopen_worksheet,
    save_answer,
)
from motcua.evaluation.actions.assigning import assign, assign_evenly
from motcua.evaluation.actions.computing import compute
from motcua.evaluation.actions.creating import change_campaign, create_campaign
from motcua.evaluation.actions.doubting import doubt
from motcua.evaluation.actions.evidence import add_evidence, remove_evidence
from motcua.evaluation.actions.leading import (
    abandon,
    ask_for_reply,
    close_replies,
    close_worksheets,
    correct,
    open_campaign,
)
from motcua.evaluation.actions.observing import begin_session, finish_session, record_task
from motcua.evaluation.actions.overriding import leave_open, lift_override, override
from motcua.evaluation.actions.publishing import publish, withdraw
from motcua.evaluation.actions.reaching import NotThere
from motcua.evaluation.actions.running import start_runs
from motcua.evaluation.actions.subjects import (
    Added,
    add_league,
    add_list,
    add_subjects,
    change_subject,
    remove_subject,
)

__all__ = [
    "Added",
    "NotThere",
    "abandon",
    "add_evidence",
    "add_league",
    "add_list",
    "add_subjects",
    "answer_reply",
    "ask_for_reply",
    "ask_retest",
    "assign",
    "assign_evenly",
    "begin_session",
    "change_campaign",
    "change_subject",
    "close_replies",
    "close_worksheets",
    "compute",
    "correct",
    "create_campaign",
    "decide_retest",
    "declare",
    "doubt",
    "finish_replies",
    "finish_session",
    "finish_worksheet",
    "leave_open",
    "lift_override",
    "open_campaign",
    "override",
    "publish",
    "reconcile",
    "record_task",
    "remove_evidence",
    "remove_subject",
    "reopen_worksheet",
    "reply",
    "save_answer",
    "start_runs",
    "withdraw",
]
