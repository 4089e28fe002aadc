"""WAIT50: hours within which half of the dossiers were settled."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting.ranks import nearest_rank
from motcua.measurement.values.cards import Better, Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="wait50",
    name=Sentence(
        "Giờ làm việc để một nửa số hồ sơ có kết quả",
        "Working hours until half of the dossiers were settled",
    ),
    unit="hours",
    formula=Sentence(
        "Số giờ làm việc hồ sơ nằm ở cơ quan mà 50 % hồ sơ đã có kết quả không vượt quá; thời "
        "gian dừng chờ người dân không tính",
        "The hours at the authority that 50 % of the settled dossiers did not exceed; time spent "
        "waiting for the applicant is left out",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("waits_daily",),
    numerator=Sentence("giờ", "hours"),
    better=Better.LESS,
    ways=(Way.TRUE,),
    additive=False,
    group="time",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Read the percentile from the histogram of hours."""
    return nearest_rank(tables["waits_daily"], keys, percent=50)
