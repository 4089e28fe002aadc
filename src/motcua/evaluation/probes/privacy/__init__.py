"""What is looked at under "privacy"."""

from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(area=Area.PRIVACY, facts=())
