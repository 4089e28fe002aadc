"""What measurement is made of: facts that come in, roll-ups that are kept, figures to read."""

from motcua.measurement.values.cards import Better, Card, League, Way
from motcua.measurement.values.facts import (
    Cause,
    Channel,
    Device,
    DossierFact,
    Kind,
    Level,
    Outcome,
    PageFact,
    Source,
    Status,
)
from motcua.measurement.values.periods import Grain, Period

__all__ = [
    "Better",
    "Card",
    "Cause",
    "Channel",
    "Device",
    "DossierFact",
    "Grain",
    "Kind",
    "League",
    "Level",
    "Outcome",
    "PageFact",
    "Period",
    "Source",
    "Status",
    "Way",
]
