"""Hours that settled dossiers lay with the authority; by `hours`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="hours",
    name=Sentence("Hồ sơ theo số giờ giải quyết", "Dossiers by hours waited"),
    unit="count",
    formula=Sentence(
        "Hồ sơ có kết quả, theo số giờ làm việc ở cơ quan",
        "Settled dossiers by working hours at the authority",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("waits_daily",),
    numerator=Sentence("hồ sơ", "dossiers"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add dossiers up."""
    rows = keyed(tables["waits_daily"], keys)
    return totals(rows, keys, numerator=total(rows.dossiers), denominator=nothing())
