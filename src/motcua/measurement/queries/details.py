"""Waiting times, funnels, causes, channels and satisfaction, from roll-ups."""

from typing import TYPE_CHECKING

from motcua.measurement.queries import compiling, engine
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.rules import causes as told_causes
from motcua.measurement.rules import confidence, cutting, waiting
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values.cards import Way
from motcua.measurement.values.facts import Channel
from motcua.measurement.values.periods import Period
from motcua.measurement.values.quality import CauseCount, ChannelCount, Funnel, Step, Waits
from motcua.measurement.values.reading import Interval

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Counted, Readable


def read(
    code: str,
    keys: tuple[str, ...],
    scope: Scope,
    *,
    way: Way = Way.TRUE,
    lake: "Readable | None" = None,
) -> "list[Counted]":
    """Compute a detail (`indicators/details`) by its own keys over a scope."""
    lake = lake or the_lake()
    plan = compiling.plan(code, keys, way)
    cut = cutting.cut(plan.needs, scope, keys=keys, kept=lake.names())
    rows = lake.connection().execute(cut.around(plan.sql), cut.parameters).fetchall()
    return engine.told(rows, keys)


def waits(
    agency: str, period: Period, *, procedure: str = "", lake: "Readable | None" = None
) -> Waits:
    """Give the working hours dossiers lay with an agency ("": the country) or for a procedure."""
    scope = Scope(period, agency, procedure)
    histogram = {
        number(line.keys[0]): whole(line) for line in read("hours", ("hours",), scope, lake=lake)
    }
    kept = read("ontime", (), scope, way=Way.FED, lake=lake)
    in_time, judged = (whole(kept[0]), int(kept[0].denominator or 0)) if kept else (0, 0)
    return waiting.waits(histogram, in_time=in_time, judged=judged)


def funnel(
    procedure: str, *, period: Period, agency: str = "", lake: "Readable | None" = None
) -> Funnel:
    """Give the steps of a procedure's form: who opened each, went on, left; where most give up."""
    rows = read("steps", ("number", "step"), Scope(period, agency, procedure), lake=lake)
    return waiting.funnel(
        Step(number(line.keys[0]), str(line.keys[1]), int(line.denominator or 0), whole(line))
        for line in rows
    )


def causes(
    agency: str, period: Period, *, procedure: str = "", lake: "Readable | None" = None
) -> tuple[CauseCount, ...]:
    """Give the six causes why people could not go on, beside the survey's printed shares."""
    rows = read("causes", ("cause", "told_by"), Scope(period, agency, procedure), lake=lake)
    return told_causes.causes(
        {(str(line.keys[0]), str(line.keys[1])): whole(line) for line in rows}
    )


def satisfaction(
    agency: str, period: Period, *, procedure: str = "", lake: "Readable | None" = None
) -> Interval:
    """Give the satisfied share with its 95 % interval, and how many answered of those asked."""
    scope = Scope(period, agency, procedure)
    rated, response = (read(code, (), scope, lake=lake) for code in ("sat", "resp"))
    satisfied, answers = (whole(rated[0]), int(rated[0].denominator or 0)) if rated else (0, 0)
    asked = int(response[0].denominator or 0) if response else 0
    return confidence.interval(satisfied=min(satisfied, answers), rated=answers, asked=asked)


def channels(
    agency: str, period: Period, *, procedure: str = "", lake: "Readable | None" = None
) -> tuple[ChannelCount, ...]:
    """Give the dossiers received by each honest channel; only self-service proves the targets."""
    rows = read("received", ("channel",), Scope(period, agency, procedure), lake=lake)
    counted = {str(line.keys[0]): whole(line) for line in rows}
    total = sum(counted.values())
    return tuple(
        ChannelCount(
            channel,
            counted.get(channel.value, 0),
            counted.get(channel.value, 0) / total if total else None,
        )
        for channel in Channel
    )


def whole(line: "Counted") -> int:
    """Give a numerator as a whole number."""
    return int(line.numerator or 0)


def number(key: object) -> int:
    """Give a key that is a number."""
    return int(str(key))
