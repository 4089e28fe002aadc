"""Dossier events received online, and those of them that came in runs."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="batched",
    name=Sentence(
        "Hồ sơ khai trực tuyến đến từng loạt", "Dossiers fed as online that came in runs"
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ đến từng loạt / hồ sơ khai trực tuyến",
        "Dossiers in runs of five a minute / dossiers fed as online",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("dossiers_daily",),
    numerator=Sentence("hồ sơ đến từng loạt", "dossiers in runs"),
    denominator=Sentence("hồ sơ khai trực tuyến", "dossiers fed as online"),
    ways=(Way.FED,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up runs, and all that was fed as online."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    claimed = dossiers.online_fed.fill_null(False)
    return totals(
        dossiers,
        keys,
        numerator=total(dossiers.batched, where=claimed),
        denominator=total(dossiers.received, where=claimed),
    )
