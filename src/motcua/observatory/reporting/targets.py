"""The monthly report on an agency's targets: as PDF, and as lines of a mail."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from motcua.documents import ports
from motcua.kernel.calendar import HANOI
from motcua.measurement import queries
from motcua.measurement.values.targets import Light, TargetState
from motcua.observatory import places, words
from motcua.observatory.reporting.pdf import LAYOUT, SIMULATED
from motcua.web.formats import day, moment, say


def targets_report(code: str, year: int, *, at: datetime) -> bytes:
    """Print how the targets of an agency and of all below it stand, as PDF/A, in Vietnamese."""
    states = queries.targets_below(code, year, at)
    with translation.override("vi"):
        name = say(places.name(code))
        local = at.astimezone(HANOI)
        counted_at = queries.counted_at()
        data = {
            "title": _("Chỉ tiêu %(year)s: %(name)s") % {"year": year, "name": name},
            "agency": name,
            "place": "Hà Nội",
            "period": str(year),
            "lead": _(
                "Số đến nay là số đo; số cả năm là ước tính. Đèn xanh: sẽ đạt; vàng: suýt đạt; "
                "đỏ: không đạt."
            ),
            "counted": _("Số liệu tính lúc %(at)s.") % {"at": moment(counted_at)}
            if counted_at
            else _("Chưa có số liệu nào được tính."),
            "simulated": queries.provenance() in SIMULATED or settings.DEMONSTRATION,
            "issued": {"day": local.day, "month": local.month, "year": local.year},
            "sections": [_all(states), *map(_one, states)],
        }
        return ports.press().print(LAYOUT, data)


def lines(states: Sequence[TargetState]) -> str:
    """Tell each target in a line, for a mail."""
    forecast = _("ước cả năm")
    return "\n".join(
        f"- {_light(one.light)}: {say(one.card.name)}: {_value(one, one.value)} / "
        f"{_value(one, one.target.value)}, {forecast} {_value(one, one.forecast.value)}"
        for one in states
    )


def _all(states: Sequence[TargetState]) -> dict[str, Any]:
    counts = {light: sum(one.light is light for one in states) for light in Light}
    told = ", ".join(f"{n} {_light(light).lower()}" for light, n in counts.items() if n)
    return {
        "title": _("Tất cả chỉ tiêu"),
        "said": told or _("Chưa giao chỉ tiêu nào cho năm này."),
        "table": {
            "headings": [
                _("Chỉ số, đơn vị"),
                _("Chỉ tiêu"),
                _("Đến nay"),
                _("Ước cả năm"),
                _("Đèn"),
            ],
            "rows": [_row(one) for one in states],
        }
        if states
        else None,
    }


def _row(one: TargetState) -> list[str]:
    return [
        f"{say(one.card.name)}, {say(places.name(one.target.agency))} ({one.target.head})",
        _value(one, one.target.value),
        _value(one, one.value),
        _value(one, one.forecast.value),
        _light(one.light),
    ]


def _one(state: TargetState) -> dict[str, Any]:
    share = state.card.unit == "share"
    return {
        "title": f"{say(state.card.name)}: {say(places.name(state.target.agency))}",
        "said": f"{say(state.sentence)} {say(state.forecast.sentence)}",
        "bars": [
            {
                "name": _("Đến nay, ngày %(day)s") % {"day": day(state.until)},
                "words": _value(state, state.value),
                "width": state.value or 0.0,
                "mark": float(state.target.value),
            }
        ]
        if share
        else [],
        "table": _months(state),
        "note": _("Vạch cam là chỉ tiêu.") if share else "",
    }


def _months(state: TargetState) -> dict[str, Any] | None:
    if not state.months:
        return None
    headings = [_("Tháng"), say(state.card.numerator)]
    of = state.card.denominator
    return {
        "headings": [*headings, say(of)] if of else headings,
        "rows": [
            [
                f"{one.month:%m/%Y}",
                words.number(one.numerator),
                *([words.number(one.denominator or 0)] if of else []),
            ]
            for one in state.months
        ],
    }


def _value(state: TargetState, amount: Decimal | float | None) -> str:
    return words.NONE if amount is None else words.value(state.card, float(amount))


def _light(light: Light) -> str:
    return {
        Light.GREEN: _("Xanh"),
        Light.AMBER: _("Vàng"),
        Light.RED: _("Đỏ"),
        Light.UNKNOWN: _("Chưa rõ"),
    }[light]
