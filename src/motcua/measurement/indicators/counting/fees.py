"""Services with a fee."""

from typing import TYPE_CHECKING

from motcua.measurement.indicators.counting.keys import keyed
from motcua.measurement.indicators.counting.services import together

if TYPE_CHECKING:
    from ibis.expr.types import Table


def fee_services(supply: "Table", keys: tuple[str, ...]) -> "Table":
    """Give services with a fee by `keys`, each once."""
    cut = keyed(supply, keys)
    return cut.filter(cut.has_fee).select(*together(keys)).distinct()
