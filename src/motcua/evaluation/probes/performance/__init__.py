"""What is looked at under "performance": times, weight, what holds a page up, slow networks.

Times are measured on the machine that looks, so they say how the portal seems from there; how much
they may differ between two looks stands on their cards.
"""

from motcua.evaluation.probes.performance.cards import CARDS
from motcua.evaluation.probes.performance.page import page
from motcua.evaluation.probes.performance.portal import portal
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(
    area=Area.PERFORMANCE,
    facts=CARDS,
    on_page={Phase.LOADED: page},
    on_site=portal,
)
