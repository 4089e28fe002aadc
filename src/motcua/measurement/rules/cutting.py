"""Cutting roll-ups to a period and a scope: SQL that DuckDB and Spark both read.

An expression compiled to SQL names the daily roll-ups it reads. Each is given to it as a common
table: the columns it needs, of the coarsest roll-up that has them, within the days and the scope.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from motcua.measurement.values import schemas
from motcua.measurement.values.periods import Grain, Period

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.]{0,34}")
"""What a code of an agency looks like; nothing in it means anything to LIKE."""

EXACT = frozenset(name for name, kind in schemas.DECLARED.items() if kind == "DOUBLE")
"""Columns that add up to the same in any order as decimals only."""

PROCEDURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked about: days, an agency with all below it ("": the country), a procedure."""

    period: Period
    within: str = ""
    procedure: str = ""

    @property
    def top(self) -> str:
        """Give the ministry or province, or nothing."""
        return self.within.split(".")[0]

    @property
    def depth(self) -> int:
        """Tell how many parts the code of an agency right below has."""
        return len(self.within.split(".")) + 1 if self.within else 2


@dataclass(slots=True)
class Cut:
    """Common tables and the parameters of their question marks, in their order."""

    tables: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def around(self, sql: str) -> str:
        """Put the common tables before a compiled expression."""
        return f"WITH {', '.join(self.tables)} SELECT * FROM ({sql}) AS counted"  # noqa: S608 -- our own names only; values are parameters


def cut(
    needs: Mapping[str, Collection[str]],
    scope: Scope,
    *,
    keys: tuple[str, ...],
    kept: Collection[str],
    prefix: str = "main.",
) -> Cut:
    """Give each table of `needs` (name → columns) cut to `scope`; `kept` roll-ups there are.

    `prefix` stands before the names of what is kept, which differ from those of common tables.
    """
    made = Cut()
    for name in sorted(needs):
        conditions: list[str] = []
        columns = sorted(needs[name])
        if name == "supply":
            source = _moments(scope.period, keys, prefix)
        else:
            source = prefix + chosen(
                name, _read(columns, scope), period=scope.period, keys=keys, kept=kept
            )
            conditions.append(f"{'month' if name == 'declared' else 'day'} BETWEEN ? AND ?")
            made.parameters += [scope.period.first, scope.period.last]
        _within(scope, conditions, made.parameters)
        said = ", ".join(_column(column, keys, scope) for column in columns) or "1 AS one"
        if name == "declared":
            conditions.append(_nobody_above(source, keys, scope=scope, parameters=made.parameters))
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        made.tables.append(f"{name} AS (SELECT {said} FROM {source} AS whole{where})")  # noqa: S608 -- as above
    return made


def chosen(
    name: str,
    columns: Collection[str],
    *,
    period: Period,
    keys: tuple[str, ...],
    kept: Collection[str],
) -> str:
    """Name the coarsest roll-up kept that has `columns` and whose days do for period and keys."""
    months = "day" not in keys and whole_months(period)
    for coarse, made in schemas.COARSER.items():
        fits = made.of == name and coarse in kept and set(columns) <= set(schemas.columns(coarse))
        if fits and (months or not made.monthly):
            return coarse
    return name


def whole_months(period: Period) -> bool:
    """Tell whether a period begins and ends with a month."""
    return period.first.day == 1 and (period.last + timedelta(days=1)).day == 1


def steps(period: Period, grain: Grain) -> tuple[Period, ...]:
    """Cut a period into days, months, quarters or years; the ends may be shorter."""
    found = []
    first = period.first
    while first <= period.last:
        last = min(whole(first, grain).last, period.last)
        found.append(Period(first, last))
        first = last + timedelta(days=1)
    return tuple(found)


def whole(on: date, grain: Grain) -> Period:
    """Give the day, month, quarter or year that a day is in."""
    if grain is Grain.DAY:
        return Period(on, on)
    if grain is Grain.MONTH:
        return Period.month(on.year, on.month)
    if grain is Grain.QUARTER:
        return Period.quarter(on.year, (on.month + 2) // 3)
    return Period.year(on.year)


def before(period: Period) -> Period:
    """Give the period of the same kind that ends the day before."""
    last = period.first - timedelta(days=1)
    for grain in (Grain.YEAR, Grain.QUARTER, Grain.MONTH):
        if whole(period.first, grain) == period:
            return whole(last, grain)
    return Period(last - timedelta(days=period.days - 1), last)


def _read(columns: Collection[str], scope: Scope) -> set[str]:
    asked = {"top"} if scope.within else set()
    asked |= {"agency"} if "." in scope.within else set()
    asked |= {"procedure"} if scope.procedure else set()
    return {*columns, "day", *asked}


def _within(scope: Scope, conditions: list[str], parameters: list[object], *, of: str = "") -> None:
    if scope.within:
        conditions.append(f"{of}top = ?")
        parameters.append(scope.top)
    if "." in scope.within:
        conditions.append(f"({of}agency = ? OR {of}agency LIKE ?)")
        parameters += [scope.within, f"{scope.within}.%"]
    if scope.procedure:
        conditions.append(f"{of}procedure = ?")
        parameters.append(scope.procedure)


def _nobody_above(
    source: str, keys: tuple[str, ...], *, scope: Scope, parameters: list[object]
) -> str:
    """Leave out what an agency above, if it is counted together with it, declared itself."""
    conditions = [
        "above.month = whole.month",
        "above.metric = whole.metric",
        "left(whole.agency, length(above.agency) + 1) = concat(above.agency, '.')",
    ]
    if "agency" in keys:
        conditions.append(f"{_below('above.', scope)} = {_below('whole.', scope)}")
    _within(scope, conditions, parameters, of="above.")
    return f"NOT EXISTS (SELECT 1 FROM {source} AS above WHERE {' AND '.join(conditions)})"  # noqa: S608 -- as above


def _column(name: str, keys: tuple[str, ...], scope: Scope) -> str:
    """Name a column; the agency as a key is cut to those right below the scope."""
    if name in EXACT:
        return f"CAST({name} AS DECIMAL(18, 4)) AS {name}"
    if name != "agency" or "agency" not in keys:
        return name
    return f"{_below('', scope)} AS agency"


def _below(of: str, scope: Scope) -> str:
    """Cut an agency to the one right below the scope."""
    deeper = "([.][^.]+)?" * (scope.depth - 1)
    return f"regexp_extract({of}agency, '^[^.]+{deeper}', 0)"


def _moments(period: Period, keys: tuple[str, ...], prefix: str) -> str:
    """Give what was supplied on the last day of each stretch that keys of time ask for."""
    grains = [grain for grain in Grain if grain.value in keys]
    stretches = steps(period, grains[0]) if grains else (period,)
    days = ", ".join(f"(DATE '{each.last}')" for each in stretches)
    kept = f"{prefix}supply AS s"
    moment = f"(SELECT col AS day FROM (VALUES {days}) AS v(col)) AS m"  # noqa: S608 -- as above
    held = "s.valid_from <= m.day AND (s.valid_to IS NULL OR s.valid_to >= m.day)"
    columns = "m.day, s.top, s.agency, s.procedure, s.level, s.has_fee, s.essential"
    return f"(SELECT {columns} FROM {kept} CROSS JOIN {moment} WHERE {held})"  # noqa: S608 -- as above
