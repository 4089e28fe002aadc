"""The rules that move a dossier along: table, guards, clocks; and the reading of definitions."""

from motcua.workflow.rules.budgets import ways_to_result
from motcua.workflow.rules.clocks import alert_due, due, overdue, reply_due, step_due, turn
from motcua.workflow.rules.drawing import mermaid, procedure_page, states_page
from motcua.workflow.rules.files import load, load_profile
from motcua.workflow.rules.lint import lint
from motcua.workflow.rules.moves import MoveRefused, decide, offered

__all__ = [
    "MoveRefused",
    "alert_due",
    "decide",
    "due",
    "lint",
    "load",
    "load_profile",
    "mermaid",
    "offered",
    "overdue",
    "procedure_page",
    "reply_due",
    "states_page",
    "step_due",
    "turn",
    "ways_to_result",
]
