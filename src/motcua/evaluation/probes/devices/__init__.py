"""What is looked at under "devices": whether computers and phones both show the page well.

The checks themselves stand beside those of accessibility, whose library they share.
"""

from motcua.evaluation.probes.devices.cards import CARDS
from motcua.evaluation.probes.devices.pages import loaded, narrow
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(
    area=Area.DEVICES,
    facts=CARDS,
    on_page={Phase.LOADED: loaded, Phase.NARROW: narrow},
)
