"""Drawing figures of measurement in: indicators, index 766 and causes of a campaign's agencies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from motcua.evaluation.rules.judging.wording import number
from motcua.evaluation.values.criteria import Criterion
from motcua.evaluation.values.published import DrawnCause, DrawnCauses, DrawnFigure
from motcua.kernel.words import Refused, Sentence
from motcua.measurement import queries as measurement
from motcua.measurement.rules.ranking import worth
from motcua.measurement.values.periods import Period

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Readable

INDEX = "i766"
"""The indicator code of the total of index 766 (0…100)."""
WHY = {
    "no_supply": Sentence("cơ quan chưa khai báo thủ tục", "procedures were not declared"),
    "no_facts": Sentence("chưa nhận được số liệu nào", "nothing was received"),
    "silent": Sentence("cơ quan đã ngừng gửi số liệu", "the agency stopped sending"),
    "denominator_zero": Sentence("không có gì để chia", "there is nothing to divide by"),
}


@dataclass(frozen=True, slots=True)
class _Value:
    value: Fraction | None
    missing: str = ""
    partial: bool = False


def drawn(
    criteria: Iterable[Criterion],
    agencies: Iterable[str],
    *,
    days: tuple[date, date],
    at: datetime,
    lake: "Readable | None" = None,
) -> Mapping[str, tuple[DrawnFigure, ...]]:
    """Give by agency the figure of each criterion that an indicator answers, as it is now.

    What cannot be said is a figure without a value whose words say why.
    """
    period, codes = Period(*days), tuple(agencies)
    wanted = tuple(criteria)
    if not wanted or not codes:
        return dict.fromkeys(codes, ())
    counted = lake.counted_at() if lake else measurement.counted_at()
    tables = {one.indicator: _table(one.indicator, codes, period, lake=lake) for one in wanted}
    return {
        code: tuple(
            DrawnFigure(
                criterion=one.criterion_code,
                indicator=one.indicator,
                value=one.found.value,
                first_day=period.first,
                last_day=period.last,
                counted_at=counted,
                drawn_at=at,
                says=_says(one, period),
            )
            for one in (_Line(each, tables[each.indicator][code]) for each in wanted)
        )
        for code in codes
    }


def causes(
    agency: str, *, days: tuple[date, date], at: datetime, lake: "Readable | None" = None
) -> DrawnCauses | None:
    """Give why people could not go on at an agency; None where nothing was counted.

    Campaigns need no measurement: where there is none, there is nothing to tell.
    """
    try:
        found = measurement.causes(agency, Period(*days), lake=lake)
    except (Refused, OSError):
        return None
    if not any(one.number for one in found):
        return None
    return DrawnCauses(
        first_day=days[0],
        last_day=days[1],
        drawn_at=at,
        counts=tuple(
            DrawnCause(
                cause=one.cause,
                telemetry=one.telemetry,
                at_failure=one.at_failure,
                after_result=one.after_result,
            )
            for one in found
        ),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    criterion: Criterion
    found: _Value

    @property
    def criterion_code(self) -> str:
        return self.criterion.code

    @property
    def indicator(self) -> str:
        return self.criterion.indicator


def _table(
    indicator: str, codes: tuple[str, ...], period: Period, *, lake: "Readable | None"
) -> Mapping[str, _Value]:
    try:
        if indicator == INDEX:
            found = _index(period, lake=lake)
        else:
            found = _figures(indicator, codes, period, lake=lake)
    except Refused as refusal:
        return dict.fromkeys(codes, _Value(None, str(refusal)))
    return {code: found.get(code, _Value(None, "no_facts")) for code in codes}


def _index(period: Period, *, lake: "Readable | None") -> Mapping[str, _Value]:
    every = measurement.indexes766(period, lake=lake)
    return {one.agency: _Value(Fraction(one.points), partial=bool(one.missing)) for one in every}


def _figures(
    indicator: str, codes: tuple[str, ...], period: Period, *, lake: "Readable | None"
) -> Mapping[str, _Value]:
    """Give figures of tops at once, of agencies below them one by one."""
    rows = measurement.figures(indicator, period=period, by="top", lake=lake).rows
    found = {one.key: one for one in rows}
    for code in codes:
        if "." in code:
            found[code] = measurement.figure(indicator, agency=code, period=period, lake=lake)
    return {
        key: _Value(worth(one), "" if worth(one) is not None else one.missing, one.partial)
        for key, one in found.items()
    }


def _says(line: _Line, period: Period) -> Sentence:
    name = _name(line.indicator)
    days = f"{period.first:%d/%m/%Y}–{period.last:%d/%m/%Y}"
    if line.found.value is None:
        code = line.found.missing
        why = WHY.get(code, Sentence(code or "chưa có số liệu", code or "no figure"))
        return Sentence(f"{name.vi} ({days}): {why.vi}.", f"{name.en} ({days}): {why.en}.")
    said = number(line.found.value)
    part = Sentence(" (số liệu chưa đủ kỳ)", " (figures are partial)")
    more = part if line.found.partial else Sentence("", "")
    return Sentence(
        f"{name.vi} ({days}): {said.vi}{more.vi}.", f"{name.en} ({days}): {said.en}{more.en}."
    )


def _name(indicator: str) -> Sentence:
    if indicator == INDEX:
        return measurement.CARD766.name
    try:
        return measurement.card(indicator).name
    except Refused:
        return Sentence(indicator, indicator)
