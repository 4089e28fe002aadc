"""What is looked at under "security"."""

from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(area=Area.SECURITY, facts=())
