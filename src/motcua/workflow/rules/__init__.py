"""The rules that move a dossier along: table, guards, clocks."""

from motcua.workflow.rules.clocks import alert_due, due, overdue, reply_due, step_due, turn
from motcua.workflow.rules.moves import MoveRefused, decide, offered

__all__ = [
    "MoveRefused",
    "alert_due",
    "decide",
    "due",
    "offered",
    "overdue",
    "reply_due",
    "step_due",
    "turn",
]
