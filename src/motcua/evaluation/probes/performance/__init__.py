"""What is looked at under "performance"."""

from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(area=Area.PERFORMANCE, facts=())
