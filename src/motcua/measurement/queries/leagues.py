"""League tables: ministries and provinces, each among their own."""

from typing import TYPE_CHECKING

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind
from motcua.measurement.queries import engine
from motcua.measurement.queries.figures import figures
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.queries.presence import presence
from motcua.measurement.rules import cutting, ranking
from motcua.measurement.values.cards import League, Way
from motcua.measurement.values.periods import Period
from motcua.measurement.values.reading import Figure, LeagueTable, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from motcua.measurement.queries.engine import Readable
    from motcua.measurement.queries.presence import Presence

KINDS = {League.MINISTRIES: AgencyKind.MINISTRY, League.PROVINCES: AgencyKind.PROVINCE}


def members(league: League) -> tuple[str, ...]:
    """Give the codes of the agencies that play in a league."""
    return tuple(each.code for each in agencies.of_kind(KINDS[league]))


def league(
    code: str,
    *,
    league: League,
    period: Period,
    way: Way = Way.TRUE,
    lake: "Readable | None" = None,
) -> LeagueTable:
    """Rank one league by an indicator, with the other way beside and the move since before.

    Every agency of the league has a place; one without a value comes last, unranked, its figure
    says why. `moved` compares with the period of the same kind right before.
    """
    lake = lake or the_lake()
    card = engine.known(code)
    playing = members(league)
    now = _of(code, playing, period=period, way=way, lake=lake)
    earlier = _of(code, playing, period=cutting.before(period), way=way, lake=lake)
    ranks_before = ranking.ranks(earlier, card.better)
    other = {}
    if len(card.ways) > 1:
        opposite = Way.FED if way is Way.TRUE else Way.TRUE
        found = _of(code, playing, period=period, way=opposite, lake=lake)
        other = {each.key: each for each in found}
    places = tuple(
        Place(
            rank=rank,
            agency=each.key,
            figure=each,
            other=other.get(each.key),
            moved=ranks_before[each.key] - rank if rank and each.key in ranks_before else None,
        )
        for rank, each in ranking.ranked(now, card.better)
    )
    return LeagueTable(card, league, period, way, places, lake.counted_at())


def _of(
    code: str, playing: "Sequence[str]", *, period: Period, way: Way, lake: "Readable"
) -> list[Figure]:
    """Give a figure for each agency that plays, also for those nothing is known of."""
    card = engine.known(code)
    found = {each.key: each for each in figures(code, period=period, way=way, lake=lake).rows}
    seen = presence(card, lake)
    return [found.get(one) or _absent(one, period, seen) for one in playing]


def _absent(top: str, period: Period, seen: "Presence | None") -> Figure:
    """Say why an agency has no line; where others of its facts are there, nothing of these."""
    missing = (seen.missing(top, period) or "no_facts") if seen else "no_supply"
    return Figure(top, None, None, None, missing, partial=True)
