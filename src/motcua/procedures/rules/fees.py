"""What is owed: the schedule of a procedure over one applicant's answers, in whole đồng."""

from collections.abc import Mapping
from typing import Any

from motcua.forms.rules.conditions import Condition
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.rules import cases
from motcua.procedures.values.services import (
    Channel,
    Exemption,
    FeeLine,
    FeeRule,
    FeeSchedule,
    ServiceVersion,
)


class FeeRefused(Refused):
    """An amount could not be worked out of the answers."""


def compute(
    schedule: FeeSchedule,
    answers: Mapping[str, Any],
    *,
    channel: Channel | str = Channel.SELF_SERVICE,
    case: str = "",
) -> tuple[FeeLine, ...]:
    """Give the lines that are owed, in the schedule's order; none where nothing is.

    `case` is the code of the case that the answers make (`owed` works it out).

    A line whose condition has no value is not owed. Raises FeeRefused where an amount that is owed
    has no value, since nobody may guess it.
    """
    given = cases.given(answers, channel=channel, case=case)
    lines = (
        _line(rule, given)
        for rule in schedule.rules
        if _owed(rule, given) and not exempted(schedule, rule.code, given)
    )
    return tuple(line for line in lines if line.amount > 0)


def owed(
    service: ServiceVersion, answers: Mapping[str, Any], *, channel: Channel | str
) -> tuple[FeeLine, ...]:
    """Give what is owed for a service in the case that the answers make; raises as `compute`."""
    case = cases.case_code(service, answers, channel=channel)
    return compute(service.fees, answers, channel=channel, case=case)


def total(lines: tuple[FeeLine, ...]) -> int:
    """Add the lines up, in đồng."""
    return sum(line.amount for line in lines)


def exempted(schedule: FeeSchedule, code: str, given: Mapping[str, Any]) -> Exemption | None:
    """Give the exemption that takes a line away, if one does."""
    return next(
        (
            one
            for one in schedule.exemptions
            if (not one.fees or code in one.fees) and one.when.holds(given)
        ),
        None,
    )


def _owed(rule: FeeRule, given: Mapping[str, Any]) -> bool:
    return rule.when is None or rule.when.holds(given)


def _line(rule: FeeRule, given: Mapping[str, Any]) -> FeeLine:
    unit, quantity = _number(rule, rule.amount, given), _number(rule, rule.quantity, given)
    return FeeLine(
        code=rule.code,
        name=rule.name,
        kind=rule.kind,
        amount=unit * quantity,
        legal_basis=rule.legal_basis,
        quantity=quantity,
        unit_amount=unit,
        source=rule.source,
    )


def _number(rule: FeeRule, value: int | Condition, given: Mapping[str, Any]) -> int:
    if isinstance(value, int):
        return value
    worked_out = value.evaluate(given)
    if isinstance(worked_out, bool) or not isinstance(worked_out, int) or worked_out < 0:
        raise FeeRefused(
            Sentence(
                f"Chưa tính được “{rule.name.vi}” vì tờ khai thiếu thông tin. Bạn hãy xem lại các "
                "câu trả lời.",
                f"“{rule.name.en}” cannot be worked out because answers are missing. Please look "
                "at them again.",
            )
        )
    return worked_out
