"""Index 766 (Quyết định 766/QĐ-TTg): from counts to points, by a definition that is dated data.

A part earns points × min(1, share / target); a metric is its parts, never above its most; a group
is its metrics. The formulas were worked out from published figures and are marked not official.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from motcua.kernel.definitions import Strict, Words, load, wrong
from motcua.kernel.words import Refused, Sentence, day_in
from motcua.measurement.values.cards import Way
from motcua.measurement.values.index766 import (
    Count,
    GroupPoints,
    Index766,
    MetricPoints,
    PartPoints,
)

Points = Annotated[Decimal, Field(ge=0, le=100)]
Share = Annotated[Decimal, Field(gt=0, le=1)]


class Part(Strict):
    """One share that earns points: all of them at `target`, none of them at 0."""

    code: str
    points: Points
    source: Literal["measured", "declared"]
    target: Share = Decimal(1)
    zero: Literal["unsaid", "nothing", "full"] = "unsaid"
    name: Words | None = None


class Metric(Strict):
    """A line of the index; `from` and `until` are its first and last day where it has them."""

    code: str
    group: str
    name: Words
    parts: tuple[Part, ...] = Field(min_length=1)
    most: Points | None = None
    first: date | None = Field(default=None, alias="from")
    until: date | None = None
    note: Words | None = None

    @property
    def maximum(self) -> Decimal:
        """The most points: what is said, else all its parts' points."""
        return sum((p.points for p in self.parts), Decimal()) if self.most is None else self.most

    def holds(self, on: date) -> bool:
        """Tell whether it is in force on a day."""
        return (self.first is None or self.first <= on) and (self.until is None or on <= self.until)


class Group(Strict):
    """A group of metrics with the points they have together."""

    code: str
    points: Points
    name: Words


class Definition(Strict):
    """One edition of the index, in force from a day on."""

    code: str
    title: Words
    legal_basis: Words
    valid_from: date
    official: bool
    origin: Words
    total: Points
    groups: tuple[Group, ...] = Field(min_length=1)
    metrics: tuple[Metric, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _adds_up(self) -> "Definition":
        if sum(group.points for group in self.groups) != self.total:
            raise wrong(
                Sentence(
                    f"điểm các nhóm không cộng thành {self.total}",
                    f"the groups' points do not add up to {self.total}",
                ),
                Sentence("hãy sửa điểm của nhóm", "mend the points of a group"),
            )
        for on in self.days():
            self._lint(on)
        return self

    def days(self) -> tuple[date, ...]:
        """Give the days on which something changes; between them the index stays as it is."""
        starts = {metric.first for metric in self.metrics if metric.first}
        return tuple(sorted({self.valid_from, *starts}))

    def on(self, day: date) -> tuple[Metric, ...]:
        """Give the metrics in force on a day."""
        return tuple(metric for metric in self.metrics if metric.holds(day))

    def _lint(self, on: date) -> None:
        there = self.on(on)
        twice = [code for code, number in Counter(m.code for m in there).items() if number > 1]
        unknown = {m.group for m in there} - {group.code for group in self.groups}
        for code in (*twice, *sorted(unknown)):
            raise wrong(
                Sentence(f"{code} đứng hai lần hoặc chưa có", f"{code} stands twice or not at all"),
                Sentence(
                    "mỗi chỉ số một lần, trong nhóm có tên", "name each once, in a known group"
                ),
            )
        for group in self.groups:
            points = sum(m.maximum for m in there if m.group == group.code)
            if points != group.points:
                raise wrong(
                    Sentence(
                        f"chỉ số của nhóm {group.code} ngày {day_in(on)} cộng thành {points} điểm",
                        f"the metrics of {group.code} on {on} add up to {points} points",
                    ),
                    Sentence(f"phải là {group.points}", f"they must be {group.points}"),
                )


class Index766Unknown(Refused):
    """There was no such index on that day yet."""


def read(text: str, *, name: str) -> Definition:
    """Read one edition from YAML; every problem is told as `file:line`."""
    return load(text, name=name, model=Definition)


def edition(editions: Iterable[Definition], on: date) -> Definition:
    """Give the edition in force on a day; refuse a day before the first."""
    known = [one for one in editions if one.valid_from <= on]
    if not known:
        raise Index766Unknown(
            Sentence(
                f"Ngày {day_in(on)} chưa có Bộ chỉ số 766.",
                f"There was no index 766 yet on {day_in(on, 'en')}.",
            )
        )
    return max(known, key=lambda one: one.valid_from)


def score(
    definition: Definition,
    counts: Mapping[str, Count],
    *,
    on: date,
    agency: str = "",
    way: Way = Way.TRUE,
) -> Index766:
    """Give the points of every part, metric and group by the rules of a day.

    `counts` is keyed by the codes of parts; one that is absent was not told.
    """
    lines = {metric: _metric(metric, counts) for metric in definition.on(on)}
    groups = tuple(
        _group(group, tuple(line for metric, line in lines.items() if metric.group == group.code))
        for group in definition.groups
    )
    parts = [part for line in lines.values() for part in line.parts]
    return Index766(
        agency=agency,
        period=None,
        way=way,
        title=definition.title,
        legal_basis=definition.legal_basis,
        official=definition.official,
        origin=definition.origin,
        valid_from=definition.valid_from,
        points=sum((group.points for group in groups), Decimal()),
        most=definition.total,
        known=sum((line.known for line in lines.values()), Decimal()),
        groups=groups,
        missing={part.code: part.missing for part in parts if part.missing and part.most},
    )


def _group(group: Group, metrics: tuple[MetricPoints, ...]) -> GroupPoints:
    points = sum((metric.points for metric in metrics), Decimal())
    return GroupPoints(group.code, group.name, points, group.points, metrics)


def _metric(metric: Metric, counts: Mapping[str, Count]) -> MetricPoints:
    parts = tuple(_part(part, metric.name, counts.get(part.code)) for part in metric.parts)
    earned = sum((part.points for part in parts), Decimal())
    return MetricPoints(
        metric.code, metric.name, min(metric.maximum, earned), metric.maximum, parts, metric.note
    )


def _part(part: Part, name: Sentence, count: Count | None) -> PartPoints:
    measured = part.source == "measured"
    line = PartPoints(
        code=part.code,
        name=part.name or name,
        points=Decimal(),
        most=part.points,
        target=part.target,
        measured=measured,
        count=count,
    )
    if count is None:
        return replace(line, missing="no_facts" if measured else "not_declared")
    if count.numerator < 0 or count.denominator < 0:
        raise ValueError(f"{part.code}: {count}")
    if not count.denominator:
        missing = "denominator_zero" if part.zero == "unsaid" else ""
        return replace(
            line, points=part.points if part.zero == "full" else Decimal(), missing=missing
        )
    share = count.numerator / count.denominator
    return replace(line, share=share, points=part.points * min(Decimal(1), share / part.target))


def comparable(indexes: Iterable[Index766]) -> tuple[Index766, ...]:
    """Give those that told as much as whoever told the most, so that like is ranked with like."""
    every = tuple(indexes)
    if not every:
        return ()
    fewest = frozenset(max(every, key=lambda one: (one.known, one.points)).missing)
    return tuple(one for one in every if frozenset(one.missing) <= fewest)
