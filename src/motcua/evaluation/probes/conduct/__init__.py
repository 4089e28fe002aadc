"""How a page behaves towards the one who looks at it; the engine met it, this tells it.

The engine notes what it met in `Visit.conduct` while it holds the page; `told` makes observations
of it, also where nothing else could be seen. `cards` says what each fact means and how to mend it.
"""

from motcua.evaluation.probes.conduct.cards import CARDS
from motcua.evaluation.probes.conduct.telling import told
from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.values.facts import Area

__all__ = ["PROBE", "told"]

PROBE = Probe(area=Area.CONDUCT, facts=CARDS)
