"""Every probe there is, by area; each area is a package beside this module with a `PROBE`."""

import importlib
from collections.abc import Mapping
from functools import cache

from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.values.facts import Area, FactCard


@cache
def probes() -> tuple[Probe, ...]:
    """Give every probe, in the order of the areas."""
    return tuple(
        importlib.import_module(f"motcua.evaluation.probes.{area.value}").PROBE for area in Area
    )


@cache
def facts() -> Mapping[str, FactCard]:
    """Give the card of every fact that a probe can find, by its code."""
    return {card.code: card for probe in probes() for card in probe.facts}
