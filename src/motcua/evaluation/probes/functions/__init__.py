"""What is looked at under "functions"."""

from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(area=Area.FUNCTIONS, facts=())
