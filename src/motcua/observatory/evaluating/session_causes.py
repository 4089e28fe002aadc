"""What measurement says of why people could not go on, to stand beside usability sessions."""

from typing import Any

from motcua.evaluation.values.campaigns import CampaignView
from motcua.kernel.words import Refused
from motcua.measurement import queries
from motcua.measurement.values import Period
from motcua.observatory import words
from motcua.observatory.kept import recall
from motcua.web.formats import say


def causes(found: CampaignView, agency: str) -> list[dict[str, Any]]:
    """Give the six causes by how often they were counted in the campaign's days; none, no line."""
    try:
        counted = recall(queries.causes, agency, Period(found.figures_from, found.figures_to))
    except (Refused, OSError):
        return []
    if not any(one.number for one in counted):
        return []
    return [
        {
            "name": say(words.CAUSES[one.cause]),
            "number": words.number(one.number),
            "width": 100 * (one.share or 0.0),
            "share": words.percent(one.share or 0.0),
            "printed": words.percent(one.printed, 0),
        }
        for one in sorted(counted, key=lambda each: -each.number)
    ]
