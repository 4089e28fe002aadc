"""The rules that move a dossier along: table, guards, clocks; and the reading of definitions."""

from motcua.workflow.rules.budgets import ways_to_result
from motcua.workflow.rules.clocks import alert_due, due, overdue, reply_due, step_due, turn
from motcua.workflow.rules.drawing import mermaid, procedure_page, states_page
from motcua.workflow.rules.files import load, load_profile
from motcua.workflow.rules.lint import lint
from motcua.workflow.rules.moves import MoveRefused, decide, offered
from motcua.workflow.rules.promises import (
    DateRefused,
    late,
    limit_until,
    notice_by,
    promised,
    told,
)

__all__ = [
    "DateRefused",
    "MoveRefused",
    "alert_due",
    "decide",
    "due",
    "late",
    "limit_until",
    "lint",
    "load",
    "load_profile",
    "mermaid",
    "notice_by",
    "offered",
    "overdue",
    "procedure_page",
    "promised",
    "reply_due",
    "states_page",
    "step_due",
    "told",
    "turn",
    "ways_to_result",
]
