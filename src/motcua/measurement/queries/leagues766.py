"""Leagues by the total of index 766."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.queries.index766 import indexes766
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.queries.leagues import members
from motcua.measurement.rules import cutting, ranking
from motcua.measurement.rules.index766 import Index766Unknown, comparable
from motcua.measurement.values.cards import Better, Card, League, Way
from motcua.measurement.values.index766 import Index766
from motcua.measurement.values.periods import Period
from motcua.measurement.values.reading import Figure, LeagueTable, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from motcua.measurement.queries.engine import Readable

CARD766 = Card(
    code="i766",
    name=Sentence("Chỉ số phục vụ người dân, doanh nghiệp", "Index of service"),
    unit="points",
    formula=Sentence(
        "Tổng điểm năm nhóm, nhiều nhất 100 điểm", "Points of the five groups, at most 100"
    ),
    legal_basis=Sentence(
        "Quyết định 766/QĐ-TTg ngày 23/6/2022; công thức suy ngược từ số liệu công bố, chưa đọc "
        "phụ lục.",
        "Decision 766/QĐ-TTg of 23 June 2022; formulas worked out from published figures, its "
        "annex was not read.",
    ),
    reads=("dossiers_daily", "supply", "declared"),
    numerator=Sentence("điểm", "points"),
    differs=Sentence(
        "Theo nguồn gửi: hồ sơ trực tuyến và thanh toán như EMC nhận được. Thực tế: người dân tự "
        "nộp, khoản thu đã khớp, mức độ theo danh mục.",
        "As fed: online dossiers and payments as EMC receives them. As it is: filed by people "
        "themselves, payments matched, levels from the catalogue.",
    ),
    better=Better.MORE,
    additive=False,
    group="people",
)


def league766(
    *, league: League, period: Period, way: Way = Way.TRUE, lake: "Readable | None" = None
) -> LeagueTable:
    """Rank one league by the total of index 766, like with like.

    Only agencies are ranked that told as much as those who told the most; the others come last
    with the points they have (`numerator`), no value, and in `missing` why.
    """
    lake = lake or the_lake()
    playing = members(league)
    now = _figures(playing, period, way=way, lake=lake)
    earlier = _figures(playing, cutting.before(period), way=way, lake=lake)
    opposite = Way.FED if way is Way.TRUE else Way.TRUE
    other = {each.key: each for each in _figures(playing, period, way=opposite, lake=lake)}
    before = ranking.ranks(earlier, Better.MORE)
    places = tuple(
        Place(
            rank=rank,
            agency=each.key,
            figure=each,
            other=other.get(each.key),
            moved=before[each.key] - rank if rank and each.key in before else None,
        )
        for rank, each in ranking.ranked(now, Better.MORE)
    )
    return LeagueTable(CARD766, league, period, way, places, lake.counted_at())


def _figures(
    playing: "Sequence[str]", period: Period, *, way: Way, lake: "Readable"
) -> list[Figure]:
    try:
        found = {one.agency: one for one in indexes766(period, way=way, lake=lake)}
    except Index766Unknown:
        return []
    here = [found[code] for code in playing if code in found]
    alike = {one.agency for one in comparable(here)}
    return [_figure(code, found.get(code), ranked=code in alike) for code in playing]


def _figure(code: str, index: Index766 | None, *, ranked: bool) -> Figure:
    if index is None:
        return Figure(code, None, None, None, "no_facts", partial=True)
    points = float(index.shown)
    missing = next(iter(sorted(index.missing.values())), "")
    return Figure(
        code, points, None, points if ranked else None, missing, partial=bool(index.missing)
    )
