"""What measurement says of why people could not go on, to stand beside usability sessions."""

from typing import Any

from motcua.evaluation.values.campaigns import CampaignView
from motcua.kernel.words import Refused
from motcua.measurement import queries
from motcua.measurement.values import Period
from motcua.observatory.drawing import quality
from motcua.observatory.kept import recall


def causes(found: CampaignView, agency: str) -> dict[str, Any] | None:
    """Draw the six causes of the campaign's days; None where nothing was counted."""
    days = found.figures_from, found.figures_to
    try:
        counted = recall(queries.causes, agency, Period(*days))
    except (Refused, OSError):
        return None
    return quality.caused(counted, days=days)
