"""What a workflow is made of: words, definitions, decisions and clocks."""

from motcua.workflow.values.annexes import Annex
from motcua.workflow.values.clocks import Clock, ClockChange, ClockKind, Pause, Turn
from motcua.workflow.values.decisions import Decision, Effect, EffectKind, Facts, Offer, Position
from motcua.workflow.values.definitions import (
    HandOver,
    Intake,
    LateNotice,
    Limit,
    OpinionRule,
    PaymentRule,
    Profile,
    Source,
    Step,
    StepMove,
    SupplementRule,
    WorkflowDefinition,
)
from motcua.workflow.values.words import Form, Function, Guard, Move, State

__all__ = [
    "Annex",
    "Clock",
    "ClockChange",
    "ClockKind",
    "Decision",
    "Effect",
    "EffectKind",
    "Facts",
    "Form",
    "Function",
    "Guard",
    "HandOver",
    "Intake",
    "LateNotice",
    "Limit",
    "Move",
    "Offer",
    "OpinionRule",
    "Pause",
    "PaymentRule",
    "Position",
    "Profile",
    "Source",
    "State",
    "Step",
    "StepMove",
    "SupplementRule",
    "Turn",
    "WorkflowDefinition",
]
